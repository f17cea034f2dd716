"""Which board an export belongs to: one we have, or another one with some of the same words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.domain import ClosedQuestion, Import, Note, Source

# The letter of a citation label says what kind of material it points to.
_LETTERS = {"padlet": "T", "notes": "K", "polis": "P", "decidim": "E", "kerrokantasi": "E"}
_SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Where an export belongs.

    Attributes
    ----------
    prefix
        Of the citation labels, such as ``"T1"``.
    suffix
        Added to the ids of its notes, when another board has notes with the same words.
    apart
        See ``Source.apart``; sorted.
    known_ids
        Ids of the notes that came with earlier exports of the same board.
    """

    prefix: str
    suffix: str = ""
    apart: tuple[str, ...] = ()
    known_ids: frozenset[str] = frozenset()

    def place(self, source: Source) -> Source:
        """Return an export as one of this board."""
        return replace(source, board=self.prefix, suffix=self.suffix, apart=self.apart)


def items_of(imported: Import) -> tuple[Note, ...]:
    """Return the notes and statements of an export."""
    return (*imported.notes, *(imported.votes.statements if imported.votes else ()))


def with_ids(imported: Import, source: Source) -> Import:
    """Return an import whose notes have their ids of the workshop."""
    if not source.suffix and not source.apart:
        return imported
    notes = tuple(
        replace(
            note,
            id=source.note_id(note.id),
            reply_to=note.reply_to and source.note_id(note.reply_to),
        )
        for note in imported.notes
    )
    votes = imported.votes
    if votes is not None:
        statements = tuple(replace(s, id=source.note_id(s.id)) for s in votes.statements)
        votes = replace(votes, statements=statements)
    return replace(imported, notes=notes, votes=votes)


def find_board(
    imported: Import, *, earlier: Iterable[tuple[Source, Import]], taken: Iterable[str]
) -> Board:
    """Return the board that ``imported`` continues, or a new one.

    An export continues a board when at least half of the smaller of the two is the same notes: the
    same words under the same question, or the same statement number with the same words. A few
    equal answers on two boards are answers of different people. A survey in which nobody wrote
    anything continues one with the same questions when no answer has been chosen less often.

    Parameters
    ----------
    earlier
        The exports the workshop has, read, with the ids they have in the workshop.
    taken
        Ids of notes that the workshop has.
    """
    letter = _LETTERS.get(imported.receipt.format.split("-")[0], "S")
    boards: dict[tuple[str, str], dict[str, Note]] = {}
    closed: dict[tuple[str, str], tuple[ClosedQuestion, ...]] = {}
    for source, read in earlier:
        if source.board.startswith(letter):
            closed[source.board, source.suffix] = read.closed
            notes = boards.setdefault((source.board, source.suffix), {})
            notes.update({source.own_id(note.id): note for note in items_of(read)})
    items = items_of(imported)
    shares = {key: _share(items, notes) for key, notes in boards.items()}
    shares |= {
        key: float(_goes_on(imported.closed, closed[key]))
        for key, notes in boards.items()
        if not items and not notes
    }
    best = max(shares, key=lambda key: shares[key], default=None)
    if best is not None and shares[best] >= _SAME:
        prefix, suffix = best
        here = {own: note.id for own, note in boards[best].items()}
        known, others = frozenset(here.values()), set(taken)
        apart = () if suffix else _held_elsewhere(items, here, others)
        return Board(prefix=prefix, suffix=suffix, apart=apart, known_ids=known)
    prefix = f"{letter}{1 + len({board for board, _suffix in boards})}"
    collides = not {item.id for item in items}.isdisjoint(taken)
    return Board(prefix=prefix, suffix=f"~{prefix}" if collides else "")


def _held_elsewhere(
    items: Iterable[Note], here: Mapping[str, str], taken: Collection[str]
) -> tuple[str, ...]:
    """Return the ids that another board has, given the ids in the workshop of those known here."""
    return tuple(
        sorted(
            item.id
            for item in items
            if (here[item.id] != item.id if item.id in here else item.id in taken)
        )
    )


def _share(items: Sequence[Note], notes: Mapping[str, Note]) -> float:
    """Return the share of the same notes; comments are left out, as not every export has them."""
    items = [item for item in items if not item.reply_to] or items
    notes = {key: note for key, note in notes.items() if not note.reply_to} or notes
    same = sum(item.id in notes and _is_same(item, notes[item.id]) for item in items)
    return same / min(len(items), len(notes)) if items and notes else 0.0


def _goes_on(one: Sequence[ClosedQuestion], other: Sequence[ClosedQuestion]) -> bool:
    """Whether one of two exports of choices may hold everybody who is in the other."""
    if not one or [question.text for question in one] != [question.text for question in other]:
        return False
    few, many = sorted((one, other), key=lambda closed: sum(q.n_respondents for q in closed))
    return all(
        dict(after.options).get(option, after.n_few) >= n
        for before, after in zip(few, many, strict=True)
        for option, n in before.options
    )


def _is_same(one: Note, other: Note) -> bool:
    prompts = {one.prompt, other.prompt} - {""}  # an older format may not name the question
    return one.text == other.text and len(prompts) < 2
