"""Groups of notes in nearly the same words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from toolkit.domain import Note
from toolkit.duplicates.spelling import Spelling, is_near, spell
from toolkit.text import count_order


def find_near_duplicates(notes: Sequence[Note]) -> tuple[tuple[str, ...], ...]:
    """Return groups of notes in nearly the same words.

    Capitals, punctuation, spaces, hyphens and words such as *ja* do not matter, nor a slip of the
    keys in one long word of four (*Lisää hoitajia!*, *lisää hoitjia*). A note with another
    negation, number, emoji or content word is never a near-duplicate, nor is a translation: the
    words are compared, not the meaning.

    Parameters
    ----------
    notes
        Any number, in any order.

    Returns
    -------
    tuple of tuple of str
        Ids of two notes or more, the first imported first, by citation label. A chain of slips is
        one group. Notes without their like are in none.
    """
    spelled: dict[Spelling, list[Note]] = {}
    for note in sorted(notes, key=_in_order):
        spelled.setdefault(spell(note.text), []).append(note)
    groups: dict[int, list[Note]] = {}
    for alike, root in zip(spelled.values(), _join(tuple(spelled)), strict=True):
        groups.setdefault(root, []).extend(alike)
    ordered = (sorted(group, key=_in_order) for group in groups.values() if len(group) > 1)
    return tuple(
        tuple(note.id for note in group)
        for group in sorted(ordered, key=lambda group: _in_order(group[0]))
    )


def list_repeats(groups: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Return, of every note but the first of its group, the id of that first note."""
    return {note_id: group[0] for group in groups for note_id in group[1:]}


def count_repeats(note_ids: Collection[str], repeats: Mapping[str, str]) -> int:
    """Return how many of some notes say nearly the same as another of them.

    The first of its kind is not counted: of three alike, two repeat it.
    """
    return len(note_ids) - len({repeats.get(note_id, note_id) for note_id in note_ids})


def _join(spelled: Sequence[Spelling]) -> list[int]:
    """Return, for every spelling, the place of the one that stands for its group."""
    root = list(range(len(spelled)))

    def find(place: int) -> int:
        while root[place] != place:
            place = root[place]
        return place

    blocks: dict[int, list[int]] = {}
    for place, spelling in enumerate(spelled):
        for key in spelling.keys():  # noqa: SIM118 - no mapping
            blocks.setdefault(key, []).append(place)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if find(one) != find(other) and is_near(spelled[one], spelled[other]):
                root[find(other)] = find(one)
    return [find(place) for place in range(len(spelled))]


def _in_order(note: Note) -> tuple[list[tuple[int, str]], str]:
    return count_order(note.ref), note.id
