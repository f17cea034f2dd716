"""The files that were written of a workshop, and whether they say what the documents say now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from toolkit import store
from toolkit.domain import Event, EventKind, Workshop
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_
from toolkit.store import State
from toolkit.workflow.exporting import DATA_FORMATS
from toolkit.workflow.present import applied_themes
from toolkit.workflow.reviewing import merge_draft


class Freshness(StrEnum):
    """How a written file stands to the present words."""

    SAME = "same"
    OLDER = "older"
    ALTERED = "altered"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file as it was written last.

    Attributes
    ----------
    name
        In the folder ``published/`` of the workshop.
    type, language
        Of the document.
    format
        ``"docx"`` …, or one of ``DATA_FORMATS``.
    working_copy, signed
        Whether it is a draft, or the version that was signed.
    version
        How many times the draft had been composed with new words.
    freshness
        ``SAME``: written now, it would have the same words. ``OLDER``: the words, or for data the
        themes, have changed. ``ALTERED``: it is not the file that was written. ``GONE``: it is not
        in the folder.
    """

    name: str
    type: str
    language: str
    format: str
    working_copy: bool
    signed: bool
    author: str
    at: dt.datetime
    version: int
    freshness: Freshness


def load_written(workshop: Workshop) -> tuple[WrittenFile, ...]:
    """Return every file that was written, newest first; one written again is there once."""
    past = _Past(store.load_events(workshop))
    newest = {
        event.payload["file"]: event
        for event in past.events
        if event.kind is EventKind.DOCUMENT_PUBLISHED
    }
    made = sorted(newest.values(), key=lambda event: -event.seq)
    return tuple(_written(workshop, event, past) for event in made)


def read_written(workshop: Workshop, name: str) -> bytes:
    """Return a file that was written.

    Raises
    ------
    NoSuchThing
        If no file was written by that name, or it is no longer in the folder.
    """
    written = {
        event.payload["file"]
        for event in store.load_events(workshop)
        if event.kind is EventKind.DOCUMENT_PUBLISHED
    }
    path = _path(workshop, name)
    if name not in written or not path.is_file():
        msg = N_("The file is no longer in the folder of the workshop: {name}. Write it again.")
        raise NoSuchThing(msg, name=name[:80])
    return path.read_bytes()


class _Past:
    """What documents said at the lines of a log; each line is looked at once."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self.state = cache(lambda line: store.fold(events[:line]))
        self.words = cache(lambda line, kind, lang: _words(self.state(line), kind, lang))
        self.material = cache(lambda line: _material(self.state(line)))
        self.version = cache(lambda line, kind, lang: _count_versions(events[:line], kind, lang))

    def line(self, seq: int) -> int:
        """Return the last line up to ``seq`` that is more than a file that was written."""
        while seq and self.events[seq - 1].kind is EventKind.DOCUMENT_PUBLISHED:
            seq -= 1
        return seq


def _written(workshop: Workshop, event: Event, past: _Past) -> WrittenFile:
    payload = event.payload
    kind, language = payload["type"], payload["language"]
    signed = bool(payload.get("signed"))
    base = _signing(past.events, event) if signed else payload["based_on"]
    then, now = past.line(base), past.line(len(past.events))
    same = past.words(then, kind, language) == past.words(now, kind, language)
    if payload["format"] in DATA_FORMATS:
        same = same and past.material(then) == past.material(now)
    path = _path(workshop, payload["file"])
    if not path.is_file():
        freshness = Freshness.GONE
    elif store.digest(path) != payload["sha256"]:
        freshness = Freshness.ALTERED
    else:
        freshness = Freshness.SAME if same else Freshness.OLDER
    return WrittenFile(
        name=payload["file"],
        type=kind,
        language=language,
        format=payload["format"],
        working_copy=payload["working_copy"],
        signed=signed,
        author=event.actor,
        at=event.at,
        version=past.version(then, kind, language),
        freshness=freshness,
    )


def _path(workshop: Workshop, name: str) -> Path:
    return Path(workshop.folder) / "published" / Path(name).name


def _signing(events: Sequence[Event], written: Event) -> int:
    """Return the line of the log at which the version in a file was signed."""
    kind = written.payload["type"]
    lines = (
        event.seq
        for event in store.events_in_force(events[: written.payload["based_on"]])
        if event.kind is EventKind.DOCUMENT_SIGNED and event.payload["type"] == kind
    )
    return max(lines, default=written.payload["based_on"])


def _words(state: State, kind: str, language: str) -> Hashable:
    """Return what a document says: the draft, and what people wrote or left out of it."""
    try:
        merged = merge_draft(state, type=kind, language=language)
    except TooEarly:
        return None
    decided = tuple((one.block_id, one.decision, one.text) for one in merged.wordings)
    return repr(merged.draft), decided


def _material(state: State) -> Hashable:
    return repr((applied_themes(state), state.sources, state.kinds, state.opinion_groups))


def _count_versions(events: Sequence[Event], kind: str, language: str) -> int:
    return len(set(_drafts(events, kind, language)))


def _drafts(events: Sequence[Event], kind: str, language: str) -> Iterator[str]:
    for event in events:
        payload = event.payload
        if event.kind is not EventKind.DRAFT_COMPOSED or payload["type"] != kind:
            continue
        if payload["draft"]["language"] == language:
            yield store.to_text(payload["draft"])
