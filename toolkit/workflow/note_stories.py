"""What has happened to one note since it came, and where it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit import store
from toolkit.domain import REST_ID, Draft, Event, EventKind, Note, Source, Workshop
from toolkit.duplicates import find_near_duplicates
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.paragraphs import cited_ids
from toolkit.privacy import find_personal_data
from toolkit.workflow.present import load_present
from toolkit.workflow.telling import theme_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A theme that a note has been in.

    Attributes
    ----------
    event
        What put it there.
    theme_id, label
        The theme, by the name it has now or had last; both empty for a note set aside.
    """

    event: Event
    theme_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document that cites a note, and in how many paragraphs, items and rows it does."""

    title: str
    type: str
    language: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteStory:
    """Everything the workshop knows of a note.

    Attributes
    ----------
    source
        The file it came in first; None when that is not known.
    has_personal_data
        Whether something in the text is replaced when the note is shown in a document.
    parent
        The note it comments on; None when it stands by itself.
    alike
        Other notes in nearly the same words, by citation label.
    stays
        The themes it has been in, oldest first; decisions that were undone are left out.
    events
        Other decisions on the note that are in force, oldest first.
    documents
        The drafts that cite it, as they are now.
    undo
        The last decision of the workshop, when it is one on this note.
    """

    note: Note
    source: Source | None
    has_personal_data: bool
    parent: Note | None
    alike: tuple[Note, ...]
    stays: tuple[Stay, ...]
    events: tuple[Event, ...]
    documents: tuple[Cited, ...]
    undo: Event | None


def load_story(workshop: Workshop, note_id: str) -> NoteStory:
    """Collect what has happened to a note.

    Raises
    ------
    NoSuchThing
        If there is no such note.
    """
    present = load_present(workshop)
    notes = {note.id: note for note in present.notes}
    if note_id not in notes:
        raise NoSuchThing(N_("The note is not there any more. Reload the page."))
    note = notes[note_id]
    log = store.load_events(workshop)
    stays = tuple(_stays(note_id, store.events_in_force(log), theme_names(log, present.state)))
    told = {stay.event.seq for stay in stays}
    last = store.last_decision(log)
    alike = next((ids for ids in find_near_duplicates(present.notes) if note_id in ids), ())
    return NoteStory(
        note=note,
        source=next((s for s in present.state.sources if s.id == note.source_id), None),
        has_personal_data=any(span.certain for span in find_personal_data(note.text)),
        parent=notes.get(note.reply_to),
        alike=tuple(notes[key] for key in alike if key != note_id),
        stays=stays,
        events=tuple(
            event
            for event in store.events_in_force(log)
            if event.payload.get("note_id") == note_id and event.seq not in told
        ),
        documents=tuple(_documents(note_id, present.state.written.values())),
        undo=last if last is not None and note_id in _note_ids(last.payload) else None,
    )


def _stays(note_id: str, log: Iterable[Event], names: Mapping[str, str]) -> Iterator[Stay]:
    """Yield where the decisions in force have put a note, one after the other."""
    home: str | None = None
    for event in log:
        there = _home_after(event, note_id, home)
        confirmed = event.kind is EventKind.NOTE_PINNED and note_id in _note_ids(event.payload)
        if there is not None and (there != home or confirmed):
            home = there
            yield Stay(event=event, theme_id=home, label=names.get(home, home))


def _home_after(event: Event, note_id: str, home: str | None) -> str | None:
    payload: Any = event.payload
    match event.kind:
        case EventKind.THEMES_PROPOSED:
            held = (t["id"] for t in payload["themes"] if note_id in t.get("note_ids", ()))
            return next(held, home)
        case EventKind.THEMES_MERGED if home in payload["theme_ids"]:
            return str(payload["into"])
        case EventKind.THEME_SPLIT:
            parts = (part["id"] for part in payload["parts"] if note_id in part["note_ids"])
            return next(parts, home)
        case EventKind.NOTE_SET_ASIDE if note_id in _note_ids(payload):
            return ""
        case EventKind.NOTE_MOVED | EventKind.NOTE_PINNED | EventKind.THEME_ADDED if (
            note_id in _note_ids(payload)
        ):
            return str(payload.get("theme_id", REST_ID))
        case _:
            return home


def _note_ids(payload: Mapping[str, Any]) -> set[str]:
    """Return the notes that a decision is about."""
    parts = [note_id for part in payload.get("parts", ()) for note_id in part["note_ids"]]
    return {*payload.get("note_ids", ()), *parts, payload.get("note_id", "")} - {""}


def _documents(note_id: str, drafts: Iterable[Draft]) -> Iterator[Cited]:
    for draft in drafts:
        n = sum(note_id in cited_ids(block) for block in draft.blocks)
        if n:
            yield Cited(title=draft.title, type=draft.type, language=draft.language, n=n)
