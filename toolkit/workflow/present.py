"""A workshop as it is now: exports and log read together, human decisions applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from toolkit import importers, store, themes
from toolkit.domain import (
    Event,
    EventKind,
    Import,
    Note,
    Offer,
    Source,
    Statement,
    Theme,
    Votes,
    Workshop,
)
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.store import State, load_events
from toolkit.workflow.boards import with_ids
from toolkit.workflow.personal_data import review_personal_data

N = TypeVar("N", bound=Note)


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

    @property
    def notes_in_use(self) -> tuple[Note, ...]:
        """The notes that people have not set aside."""
        left = self.set_aside
        return tuple(note for note in self.notes if note.id not in left)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Notes that wait for people to place them."""
        return themes.open_offers(self.state.theme_offers, self.themes)

    @property
    def stale_decisions(self) -> tuple[Event, ...]:
        """Decisions on themes that no longer apply, in order."""
        return themes.stale_decisions(self.state.proposed_themes, self.state.theme_decisions)


def load_state(workshop: Workshop) -> State:
    """Fold the log of a workshop."""
    return store.fold(load_events(workshop))


def load_present(workshop: Workshop, *, state: State | None = None) -> Present:
    """Return notes and themes with every human decision applied."""
    state = state or load_state(workshop)
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
    for source, imported in load_known(workshop, state):
        for note in imported.notes:
            if note.id not in found:
                found[note.id] = _labelled(note, state, source)
    return tuple(_only_known(note, found) for note in found.values())


def _only_known(note: Note, notes: Mapping[str, Note]) -> Note:
    """Let a comment on something that the workshop does not have stand by itself."""
    return note if note.reply_to in notes or not note.reply_to else replace(note, reply_to="")


class VoteRound(NamedTuple):
    """The votes of one export, its statements labelled, and marked as people have marked them."""

    source: Source
    votes: Votes


def load_vote_rounds(
    workshop: Workshop, *, state: State | None = None
) -> tuple[()] | tuple[VoteRound] | tuple[VoteRound, VoteRound]:
    """Return the votes of the round before, when there is one, and of the newest conversation.

    Of several exports of one conversation the one with the most votes counts: an older export that
    comes later takes nothing back. The round before is another export of the same conversation, or
    else of the conversation that was newest before it.
    """
    state = state or load_state(workshop)
    read = [(source, load_source(workshop, source).votes) for source in state.sources]
    rounds = [
        VoteRound(source, _marked(votes, state, source))
        for source, votes in read
        if votes is not None
    ]
    if not rounds:
        return ()
    after = _fullest(rounds, rounds[-1].source.board)
    others = [one for one in rounds if one.source.sha256 != after.source.sha256]
    if not others:
        return (after,)
    boards = [one.source.board for one in others]
    board = after.source.board if after.source.board in boards else boards[-1]
    return _fullest(others, board), after


def _fullest(rounds: Sequence[VoteRound], board: str) -> VoteRound:
    same = [one for one in rounds if one.source.board == board]
    return max(reversed(same), key=lambda one: len(one.votes.value))


def _marked(votes: Votes, state: State, source: Source) -> Votes:
    statements = (_labelled(statement, state, source) for statement in votes.statements)
    marked = tuple(replace(s, is_meta=state.background.get(s.id, s.is_meta)) for s in statements)
    return replace(votes, statements=marked)


def load_votes(workshop: Workshop, *, state: State | None = None) -> tuple[Votes, str] | None:
    """Return the votes of the newest conversation, and the id of the export they are from."""
    rounds = load_vote_rounds(workshop, state=state)
    return (rounds[-1].votes, rounds[-1].source.id) if rounds else None


def load_statements(workshop: Workshop, *, state: State | None = None) -> tuple[Statement, ...]:
    """Return the statements of the newest conversation that stand beside notes in themes.

    Those that moderators rejected, and those on who the voters are, do not.
    """
    found = load_votes(workshop, state=state)
    statements = found[0].statements if found else ()
    return tuple(s for s in statements if s.moderated >= 0 and not s.is_meta)


def read_exports(workshop: Workshop) -> tuple[tuple[Note, ...], Votes | None]:
    """Return the notes of the workshop and its newest votes."""
    state = load_state(workshop)
    found = load_votes(workshop, state=state)
    return load_notes(workshop, state=state), found[0] if found else None


def _labelled(note: N, state: State, source: Source) -> N:
    if note.id not in state.labels:
        raise _unreadable(source)
    ref, language = state.labels[note.id]
    return replace(note, source_id=source.id, ref=ref, language=language)


def load_known(workshop: Workshop, state: State) -> Iterator[tuple[Source, Import]]:
    """Yield every export with the notes that came with it.

    What importers have learned to read in it since then is not in the workshop; its receipt says
    that it was not read. It comes with the next export.
    """
    for source, receipt in zip(state.sources, state.receipts, strict=True):
        imported = load_source(workshop, source)
        known = tuple(note for note in imported.notes if note.id in state.labels)
        is_whole = len(known) >= receipt.notes + receipt.merged + receipt.set_aside
        if imported.votes is None and is_whole:
            imported = replace(imported, notes=known)
        yield source, imported


def load_source(workshop: Workshop, source: Source) -> Import:
    """Read an export of the workshop, from the cache if it is there.

    Raises
    ------
    NoSuchThing
        If the kept original is missing or has been changed.
    """
    imported = store.load_import(workshop, source)
    if imported is None:
        imported = review_personal_data(read_kept(workshop, source), source.redactions)
        store.save_import(workshop, source, imported)
    return with_ids(imported, source)


def read_kept(workshop: Workshop, source: Source) -> Import:
    """Read the original of an export, or what is kept, already masked, in its place.

    Raises
    ------
    NoSuchThing
        If there is neither, or the original has been changed.
    """
    kept = store.load_masked(workshop, source)
    if kept is not None:
        return kept
    path = Path(workshop.folder) / source.file
    if not path.exists() or store.digest(path) != source.sha256:
        raise _unreadable(source)
    return read_original(path, source)


def read_original(path: Path, source: Source) -> Import:
    """Read the bytes of an export as it was read when it came, nothing masked."""
    if source.mapping is not None:
        return importers.read_file(path, mapping=source.mapping, repairs_text=source.repairs_text)
    return importers.read_file(
        path,
        as_format=source.format,
        vote_sign=source.vote_sign,
        repairs_text=source.repairs_text,
    )


def _unreadable(source: Source) -> NoSuchThing:
    msg = N_(
        "The kept original is missing or has changed: {name} (in the workshop: {file}). "
        "Put it back from a backup."
    )
    return NoSuchThing(msg, name=source.name, file=source.file)
