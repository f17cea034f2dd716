"""Working copies that go out to be read and come back changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from toolkit import importers, review, store
from toolkit.domain import (
    Draft,
    EventKind,
    LinePart,
    ReturnedChange,
    ReturnedCopy,
    SentCopy,
    Workshop,
)
from toolkit.errors import BadName, Conflict, NoSuchThing, TooEarly
from toolkit.i18n import N_
from toolkit.store import State, append_event
from toolkit.workflow.documents import load_checked
from toolkit.workflow.present import load_present, load_state
from toolkit.workflow.reports import make_report
from toolkit.workflow.reviewing import load_draft
from toolkit.workflow.roles import check_role
from toolkit.workflow.sent_copies import copy_of, shown_draft

__all__ = [
    "BroughtBack",
    "OpenChange",
    "import_review_copy",
    "load_changes",
    "settle_changes",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """What a file that came back brought.

    Attributes
    ----------
    type
        Which document it is a working copy of.
    is_older
        Whether the draft has changed since the copy was written.
    changes
        Everything in the file.
    n_new
        How many of them were not known yet.
    """

    file: str
    type: str
    is_older: bool
    changes: tuple[ReturnedChange, ...]
    n_new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChange:
    """A change that waits for a person.

    Attributes
    ----------
    number
        What people call it; it stays the same.
    is_stale
        Whether the words it changes are not the present ones any more.
    """

    type: str
    number: int
    change: ReturnedChange
    is_stale: bool


def import_review_copy(
    workshop: Workshop,
    path: Path,
    *,
    type: str | None = None,  # noqa: A002 - the word of the command line and of the JSON
    actor: str,
) -> BroughtBack:
    """Read a working copy that came back and keep its changes for people to decide.

    Nothing is applied. What an earlier file brought already is not kept twice.

    Raises
    ------
    UnreadableExport
        If the file cannot be read.
    BadName
        If it is no working copy of this workshop or of this document.
    TooEarly
        If there is no draft to compare it with.
    """
    copy = importers.read_review_copy(path)
    state = load_state(workshop)
    remembered = copy.sent or _from_log(state, copy.sent_id)
    sent = remembered or _recognise(workshop, state, copy, type)
    if sent.workshop != workshop.id:
        msg = N_("The file is a working copy of another workshop: {name}. It belongs to: {other}.")
        raise BadName(msg, name=copy.name, other=sent.workshop)
    if type not in {None, sent.type}:
        msg = N_("The file is a working copy of another document: {name}. It belongs to: {other}.")
        raise BadName(msg, name=copy.name, other=sent.type)
    load_draft(workshop, type=sent.type, language=sent.language, state=state)
    found = review.find_changes(sent.lines, copy.paragraphs)
    # Of a file that has forgotten what it said, nobody knows what stood outside the blocks.
    changes = tuple(
        replace(change, language=sent.language)
        for change in found
        if remembered or change.part is not LinePart.FRAME or change.comment
    )
    known = {change.id for change in state.returned.get(sent.type, ())}
    new = [change for change in changes if change.id not in known]
    if new:
        payload = {
            "type": sent.type,
            "language": sent.language,
            "file": copy.name,
            "sha256": copy.sha256,
            "sent": sent.id,
            "changes": [store.to_plain(change) for change in new],
        }
        append_event(workshop, EventKind.CHANGES_RETURNED, payload, actor=actor)
    return BroughtBack(
        file=copy.name,
        type=sent.type,
        is_older=_is_older(
            sent, shown_draft(load_present(workshop), sent.type, language=sent.language)
        ),
        changes=changes,
        n_new=len(new),
    )


def load_changes(
    workshop: Workshop,
    *,
    type: str | None = None,  # noqa: A002
) -> tuple[OpenChange, ...]:
    """Return the changes that nobody has decided on, of one document or of all."""
    present = load_present(workshop)
    found = []
    for name in [type] if type else sorted(present.state.returned):
        drafts = {
            language: shown_draft(present, name, language=language)
            for language in {one.language for one in present.state.returned.get(name, ())}
        }
        settled = present.state.settled.get(name, {})
        for number, change in enumerate(present.state.returned.get(name, ()), start=1):
            if change.id not in settled:
                draft = drafts[change.language]
                refs = {source.note_id: source.ref for source in draft.sources}
                stale = review.is_stale(change, draft.blocks, refs=refs, language=draft.language)
                found.append(OpenChange(type=name, number=number, change=change, is_stale=stale))
    return tuple(found)


def settle_changes(
    workshop: Workshop,
    numbers: Sequence[int],
    *,
    type: str | None = None,  # noqa: A002
    take: bool,
    text: str = "",
    actor: str,
) -> None:
    """Take changes into the draft or leave them out, one decision for each.

    Parameters
    ----------
    text
        Words to take in place of those that a change brings.

    Raises
    ------
    NotAllowed
        If preparers have been named and the person is none of them.
    NoSuchThing
        If no open change has a number, or it cannot be applied.
    Conflict
        If the words it changes are not the present ones.
    """
    for number in dict.fromkeys(numbers):
        present = load_present(workshop)
        check_role(EventKind.CHANGE_DECIDED, actor, present.state)
        name, change = _open_change(present.state, number, type)
        change = replace(change, after=text) if text else change
        draft = shown_draft(present, name, language=change.language)
        refs = {source.note_id: source.ref for source in draft.sources}
        effects: dict[str, Any] = {}
        if take:
            effects = review.take_change(
                change, draft.blocks, refs=refs, language=draft.language, number=number
            )
        payload = {
            "type": name,
            "language": draft.language,
            "change_id": change.id,
            "decision": "take" if take else "leave",
        }
        append_event(
            workshop,
            EventKind.CHANGE_DECIDED,
            {**payload, **effects},
            actor=actor,
            expected_seq=present.state.seq,
        )


def _open_change(
    state: State,
    number: int,
    type: str | None,  # noqa: A002
) -> tuple[str, ReturnedChange]:
    names = [type] if type else sorted(state.returned)
    if len(names) > 1:
        msg = N_("Several documents have come back: {names}. Say which one you mean with --type.")
        raise NoSuchThing(msg, names=", ".join(names))
    listed = state.returned.get(names[0], ()) if names else ()
    if not 1 <= number <= len(listed):
        msg = N_("No change of a working copy has this number: {number}. Look at the list of them.")
        raise NoSuchThing(msg, number=number)
    change = listed[number - 1]
    if change.id in state.settled.get(names[0], {}):
        msg = N_("The change has been decided already: number {number}. Undo the decision first.")
        raise Conflict(msg, number=number)
    return names[0], change


def _from_log(state: State, sent_id: str) -> SentCopy | None:
    plain = state.sent.get(sent_id)
    return store.from_plain(SentCopy, plain) if plain else None


def _present_copy(workshop: Workshop, type: str) -> SentCopy:  # noqa: A002
    present = load_present(workshop)
    report = make_report(workshop, load_checked(present, type=type))
    return copy_of(workshop, shown_draft(present, type), annex=report.blocks, face=report.face)


def _recognise(
    workshop: Workshop,
    state: State,
    copy: ReturnedCopy,
    type: str | None,  # noqa: A002
) -> SentCopy:
    """Find the draft that most paragraphs are of, for a file that has forgotten what it was."""
    if not state.drafts:
        raise TooEarly(N_("There is no draft to compare the file with. Compose the draft first."))
    texts = {paragraph.before.strip() for paragraph in copy.paragraphs}
    best, most = None, 0.5
    for name in [type] if type in state.drafts else sorted(state.drafts):
        sent = _present_copy(workshop, str(name))
        lines = [line for line in sent.lines if line.block_id]
        share = sum(line.text.strip() in texts for line in lines) / max(len(lines), 1)
        if share >= most:
            best, most = sent, share
    if best is None:
        msg = N_(
            "The file is no working copy of this workshop: {name}. Only a Word file that was "
            "written as a working copy in Publication can be brought back."
        )
        raise BadName(msg, name=copy.name)
    return best


def _is_older(sent: SentCopy, draft: Draft) -> bool:
    """Whether a copy says something else than a draft would now, in its blocks."""
    refs = {source.note_id: source.ref for source in draft.sources}
    present = []
    for block in draft.blocks:
        text = review.block_text(block, refs=refs, language=draft.language)
        lines = [block.caption, *text.splitlines()] if block.has_rows else [text]
        present += [(block.id, " ".join(line.split())) for line in lines if line.strip()]
    went = [(one.block_id, " ".join(one.text.split())) for one in sent.lines if one.block_id]
    return went != present
