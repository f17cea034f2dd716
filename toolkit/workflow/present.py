"""A workshop as it is now: exports and log read together, human decisions applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit import importers, store, themes
from toolkit.domain import EventKind, Import, Note, Source, Theme, Votes, Workshop
from toolkit.store import State, load_events


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A workshop as people have left it: what every screen and command shows."""

    workshop: Workshop
    state: State
    notes: tuple[Note, ...]
    themes: tuple[Theme, ...]

    @property
    def set_aside(self) -> Mapping[str, str]:
        """Note id → reason, of the notes people keep but do not use."""
        return {
            event.payload["note_id"]: event.payload.get("reason", "")
            for event in self.state.theme_decisions
            if event.kind is EventKind.NOTE_SET_ASIDE
        }


def load_state(workshop: Workshop) -> State:
    """Fold the log of a workshop."""
    return store.fold(load_events(workshop))


def load_present(workshop: Workshop) -> Present:
    """Return notes and themes with every human decision applied."""
    state = load_state(workshop)
    return Present(
        workshop=workshop,
        state=state,
        notes=load_notes(workshop, state=state),
        themes=applied_themes(state),
    )


def applied_themes(state: State) -> tuple[Theme, ...]:
    """Return the proposed themes as people have left them."""
    return themes.apply_decisions(state.proposed_themes, state.theme_decisions)


def load_notes(workshop: Workshop, *, state: State | None = None) -> tuple[Note, ...]:
    """Return every note of the workshop once, with its label, language and source."""
    state = state or load_state(workshop)
    found: dict[str, Note] = {}
    for source in state.sources:
        for note in _load_source(workshop, source).notes:
            if note.id not in found:
                ref, language = state.labels[note.id]
                found[note.id] = replace(note, source_id=source.id, ref=ref, language=language)
    return tuple(found.values())


def load_votes(workshop: Workshop, *, state: State | None = None) -> tuple[Votes, str] | None:
    """Return the votes of the newest export that has any, and its source id."""
    state = state or load_state(workshop)
    for source in reversed(state.sources):
        votes = _load_source(workshop, source).votes
        if votes is not None:
            statements = tuple(
                replace(s, ref=state.labels[s.id][0], language=state.labels[s.id][1])
                for s in votes.statements
            )
            return replace(votes, statements=statements), source.id
    return None


def read_exports(workshop: Workshop) -> tuple[tuple[Note, ...], Votes | None]:
    """Return the notes of the workshop and its newest votes."""
    state = load_state(workshop)
    found = load_votes(workshop, state=state)
    return load_notes(workshop, state=state), found[0] if found else None


def _load_source(workshop: Workshop, source: Source) -> Import:
    imported = store.load_import(workshop, source)
    if imported is None:
        path = Path(workshop.folder) / source.file
        imported = importers.read_file(path, as_format=source.format)
        store.save_import(workshop, source.id, imported)
    return imported
