"""Signed versions of documents, and which signatures hold for the words as they are."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from toolkit import store
from toolkit.domain import Document, Workshop
from toolkit.errors import TooEarly
from toolkit.i18n import N_
from toolkit.store import State
from toolkit.workflow.present import load_state


def document_digest(document: Document) -> str:
    """Return the SHA-256 of the words, numbers, quotes and sources of a document.

    Who accepted and who signed it do not change the digest, and neither does a new kind of detail
    that the document does not have.
    """
    words = replace(document, accepted_by=(), signatures=())
    return sha256(store.to_text(store.to_brief(words)).encode()).hexdigest()


def load_signed(workshop: Workshop, *, type: str, language: str = "") -> Document:  # noqa: A002
    """Return the version that was signed last, with its signatures, whatever changed since.

    Parameters
    ----------
    language
        What it must be written in; anything unless given.

    Raises
    ------
    TooEarly
        If nobody has signed the document, or the version signed last is in another language.
    """
    state = load_state(workshop)
    if type not in state.signed or language not in {"", state.signed[type].language}:
        msg = N_("Nobody has signed this document yet: {type}.")
        raise TooEarly(msg, type=type)
    return with_signatures(state.signed[type], state)


def with_signatures(document: Document, state: State) -> Document:
    """Return a document with the signatures that hold for its words."""
    digest = document_digest(document)
    held = (one for one in state.signatures.get(document.type, ()) if one.sha256 == digest)
    return replace(document, signatures=tuple(held))
