"""What became of every line of a working copy that came back, and what is new in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from toolkit.domain import ReturnedParagraph, SentLine
from toolkit.domain.returned import LinePart
from toolkit.review.matching import match_lines, similarity, squeezed

__all__ = ["Attribution", "Final"]

# A part of a split paragraph: so much of it is of the old one, or so much of the old one is in it.
_PART, _SHARE = 0.6, 0.25
_MOVED = 0.8  # of the words of what was cut and pasted


@dataclass
class Final:
    """A paragraph as it is with every tracked change accepted.

    Attributes
    ----------
    owners
        Numbers of the lines it is made of; none for a new one.
    """

    members: list[int]
    text: str
    is_row: bool
    owners: list[int] = field(default_factory=list)


class Attribution:
    """The file with every tracked change accepted, held against the lines that went out.

    Attributes
    ----------
    groups
        The paragraphs as they were before tracked changes.
    group_of
        Place in the file → its group.
    finals
        The paragraphs as they are now, without empty ones.
    new
        Those that are no line's.
    kept
        Number of a line → what is left of it; a line that was deleted is not there.
    absorbed
        Lines that are part of another one now.
    moved
        Lines that stand elsewhere now.
    """

    def __init__(self, lines: Sequence[SentLine], paragraphs: Sequence[ReturnedParagraph]) -> None:
        self._lines = lines
        self._paragraphs = paragraphs
        self.groups = match_lines(lines, paragraphs)
        self.group_of = {m: group for group in self.groups for m in group.members}
        self.finals = list(self._find_finals())
        self._settle_owners()
        self.absorbed = {owner for final in self.finals for owner in final.owners[1:]}
        self.new = [final for final in self.finals if not final.owners]
        self.kept: dict[int, list[Final]] = {}
        for final in self.finals:
            for owner in final.owners:
                self.kept.setdefault(owner, []).append(final)
        for number in list(self.kept):
            self._part_from_new(number)
        self.moved = self._find_moved()

    def members(self, number: int) -> list[int]:
        """Return the places in the file where a line was before tracked changes."""
        return [m for group in self.groups if number in group.lines for m in group.members]

    def _find_finals(self) -> Iterator[Final]:
        members: list[int] = []
        for place, paragraph in enumerate(self._paragraphs):
            members.append(place)
            following = self._paragraphs[place + 1 : place + 2]
            goes_on = paragraph.mark_deleted and not paragraph.is_row
            if goes_on and following and not following[0].is_row:
                continue
            text = squeezed("".join(self._paragraphs[m].after for m in members))
            if text:
                speaking = [m for m in members if self._paragraphs[m].after.strip()]
                owners = dict.fromkeys(n for m in speaking for n in self.group_of[m].lines)
                yield Final(speaking, text, paragraph.is_row, list(owners))
            members = []

    def _settle_owners(self) -> None:
        """See that no line is part of two paragraphs, or of one beside its own."""
        settled = {final.owners[0] for final in self.finals if len(final.owners) == 1}
        for final in self.finals:
            if len(final.owners) > 1:
                final.owners = [owner for owner in final.owners if owner not in settled]
                settled.update(final.owners)

    def _part_from_new(self, number: int) -> None:
        """Of several paragraphs in the place of one: which are parts of it, and which are new."""
        finals = self.kept[number]
        if len(finals) < 2:
            return
        text = squeezed(self._lines[number].text)
        same = [final for final in finals if final.text == text][:1]
        parts = same or [final for final in finals if _is_part(final.text, text)]
        parts = parts or [max(finals, key=lambda final: similarity(final.text, text))]
        for final in finals:
            if final not in parts:
                final.owners = []
                self.new.append(final)
        self.kept[number] = parts

    def _find_moved(self) -> set[int]:
        """Return the lines that stand elsewhere now; pair what was cut with what was pasted."""
        order = [final.owners[0] for final in self.finals if final.owners]
        order = list(dict.fromkeys(order))
        stay = set(_longest_rising(order))
        moved = {n for n in order if n not in stay and self._lines[n].block_id}
        gone = [n for n in range(len(self._lines)) if n not in self.kept and n not in self.absorbed]
        pairs = sorted(
            (-likeness, place, number)
            for number in gone
            for place, final in enumerate(self.new)
            if (likeness := self._likeness(number, final))
        )
        pasted = set()
        for _likeness, place, number in pairs:
            if place not in pasted and number not in self.kept:
                self.new[place].owners = [number]
                self.kept[number] = [self.new[place]]
                pasted.add(place)
                moved.add(number)
        self.new = [final for final in self.new if not final.owners]
        return moved

    def _likeness(self, number: int, final: Final) -> float:
        """Return how sure it is that a line was cut and pasted; 0 when it was not."""
        line, text = self._lines[number], squeezed(self._lines[number].text)
        if not line.block_id or final.is_row != (line.part is LinePart.ROW):
            return 0.0
        if final.text == text:
            return 1.0
        return similarity(final.text, text, least=_MOVED) if len(text.split()) > 3 else 0.0


def _is_part(part: str, whole: str) -> bool:
    one, other = part.casefold().split(), whole.casefold().split()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    n_same = sum(match.size for match in matcher.get_matching_blocks())
    return n_same >= _PART * len(one) or n_same >= _SHARE * len(other)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the longest part of ``numbers`` that is in order."""
    ends: list[int] = []  # the smallest last number of a rising part of each length
    places: list[int] = []
    for number in numbers:
        place = bisect_left(ends, number)
        ends[place : place + 1] = [number]
        places.append(place)
    rising: list[int] = []
    wanted = len(ends) - 1
    for number, place in zip(reversed(numbers), reversed(places), strict=True):
        if place == wanted and (not rising or number < rising[-1]):
            rising.append(number)
            wanted -= 1
    return rising[::-1]
