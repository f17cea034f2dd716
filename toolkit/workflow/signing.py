"""Signing a document, and saying who may do what with documents."""

from __future__ import annotations

from dataclasses import replace

from toolkit import store
from toolkit.domain import EventKind, Role, Signature, Workshop
from toolkit.workflow.decisions import decide
from toolkit.workflow.documents import load_document
from toolkit.workflow.present import load_state
from toolkit.workflow.signatures import document_digest


def sign_document(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str = "",
    role: str,
    actor: str,
) -> Signature:
    """Put a person's name under the document as it stands, and keep that version.

    Signing the same version twice is signing once.

    Parameters
    ----------
    language
        The language of the draft composed last, unless given.
    role
        In what role, in words: ``"puheenjohtaja"``.

    Raises
    ------
    UnreviewedDraft
        If the document is not ready; see ``load_document``.
    NotAllowed
        If approvers have been named and the person is none of them.
    BadName
        If the role is empty.
    """
    state = load_state(workshop)
    document = load_document(workshop, type=type, language=language)
    digest = document_digest(document)
    mine = [s for s in state.signatures.get(type, ()) if s.name == actor and s.sha256 == digest]
    if mine:
        return mine[-1]
    payload = {
        "type": type,
        "role": role.strip(),
        "sha256": digest,
        "document": store.to_plain(replace(document, signatures=())),
    }
    decide(workshop, EventKind.DOCUMENT_SIGNED, payload, actor=actor, expected_seq=state.seq)
    return load_state(workshop).signatures[type][-1]


def give_role(workshop: Workshop, *, name: str, role: Role, actor: str) -> None:
    """Say what a person may do with documents.

    While nobody has been given a role, everybody may do everything. From then on those who have
    none are commenters.

    Raises
    ------
    BadName
        If the name is empty.
    NotAllowed
        If approvers have been named and ``actor`` is none of them.
    """
    payload = {"name": " ".join(name.split()), "role": role.value}
    decide(workshop, EventKind.ROLE_GIVEN, payload, actor=actor)
