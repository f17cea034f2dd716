"""Drafts under review: decisions brought to the present words, versions, what changed."""

from __future__ import annotations

from dataclasses import replace

from toolkit import review, store
from toolkit.domain import Draft, EventKind, Workshop
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_
from toolkit.review import BlockChange, Merged, Version
from toolkit.store import State
from toolkit.workflow.analysis import fingerprint
from toolkit.workflow.outlines import find_outline
from toolkit.workflow.present import load_state


def load_draft(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str = "",
    state: State | None = None,
) -> Draft:
    """Return the draft that people are reviewing.

    Parameters
    ----------
    language
        The language of the draft composed last, unless given.

    Raises
    ------
    TooEarly
        If it has not been composed.
    """
    find_outline(type)
    draft = (state or load_state(workshop)).draft(type, language)
    if draft is None:
        raise _no_draft(type, language)
    return draft


def merge_draft(state: State, *, type: str, language: str = "") -> Merged:  # noqa: A002
    """Return a draft with everything people have decided of it, brought to its present words.

    Raises
    ------
    TooEarly
        If it has not been composed.
    """
    draft = state.draft(type, language)
    if draft is None:
        raise _no_draft(type, language)
    decided = state.decided.get((type, draft.language), ())
    refs = {note_id: ref for note_id, (ref, _language) in state.labels.items()}
    return review.merge_reviews(draft, decided, refs=refs)


def load_versions(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    language: str = "",
) -> tuple[Version, ...]:
    """Return every version of a draft, oldest first.

    A version is never changed: what was sent out for comments can always be read again.

    Raises
    ------
    TooEarly
        If there is none.
    """
    wanted = load_draft(workshop, type=type, language=language).language
    composed = []
    sent: set[str] = set()
    newest: Draft | None = None
    for event in store.events_in_force(store.load_events(workshop)):
        if event.kind is EventKind.DRAFT_COMPOSED and event.payload["type"] == type:
            newest = store.from_plain(Draft, event.payload["draft"])
            if newest.language == wanted:
                composed.append((event.at, _digest(newest), newest))
        elif event.kind is EventKind.HEARING_OPENED and newest is not None:
            sent |= {_digest(newest)} if event.payload["hearing"]["type"] == type else set()
    versions = review.number_versions(composed)
    return tuple(replace(version, sent=version.digest in sent) for version in versions)


def compare_versions(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    first: int,
    last: int | None = None,
    language: str = "",
) -> tuple[BlockChange, ...]:
    """Say what changed from version ``first`` to version ``last``, or to the newest one.

    Raises
    ------
    TooEarly
        If there is no draft.
    NoSuchThing
        If there is no version of that number.
    """
    versions = load_versions(workshop, type=type, language=language)
    numbers = [first, len(versions) if last is None else last]
    for number in numbers:
        if not 1 <= number <= len(versions):
            msg = N_("There is no version {number} of the draft. The newest version is {last}.")
            raise NoSuchThing(msg, number=number, last=len(versions))
    old, new = (versions[number - 1].draft for number in numbers)
    labels = load_state(workshop).labels
    return review.describe_versions(old, new, refs={key: ref for key, (ref, _) in labels.items()})


def _digest(draft: Draft) -> str:
    return fingerprint(store.to_plain(draft))


def _no_draft(type: str, language: str) -> TooEarly:  # noqa: A002
    if language:
        msg = N_(
            "There is no draft of this document in this language yet: {type}, {language}. Compose "
            "the draft first."
        )
        return TooEarly(msg, type=type, language=language)
    msg = N_("There is no draft of this document yet: {type}. Compose the draft first.")
    return TooEarly(msg, type=type)
