"""Which line of a working copy a paragraph of the file that came back is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from toolkit.domain import ReturnedParagraph, SentLine
from toolkit.domain.returned import LinePart

__all__ = ["Group", "match_lines", "similarity", "squeezed"]

_ALIKE = 0.5  # of a paragraph without a bookmark, between the right neighbours
_RETYPED = 0.25  # of the only paragraph that is missing there, and the only one that is new
_ELSEWHERE = 0.8  # of a paragraph anywhere in the file
_STEM = 5  # letters; Finnish inflects the rest
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass
class Group:
    """Paragraphs of the file that were one before its tracked changes.

    Attributes
    ----------
    members
        Their places in the file.
    lines
        Numbers of the lines they are; more than one when lines were merged untracked.
    """

    members: list[int]
    text: str
    bookmarks: tuple[str, ...]
    is_row: bool
    lines: list[int] = field(default_factory=list)


def match_lines(lines: Sequence[SentLine], paragraphs: Sequence[ReturnedParagraph]) -> list[Group]:
    """Return the paragraphs as they were before tracked changes, each with its lines.

    By bookmark and words, by words, by bookmark, and at last by the neighbours and similar words.
    """
    groups = list(_groups(paragraphs))
    matching = _Matching(lines, groups)
    matching.by_words(with_bookmark=True)
    matching.by_words(with_bookmark=False)
    matching.by_bookmark()
    matching.by_neighbours()
    matching.anywhere()
    matching.split_off()
    return groups


def squeezed(text: str) -> str:
    """Return the words as they count: every space the same, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def similarity(one: str, other: str, *, least: float = 0.0) -> float:
    """Return 0–1: how much of the words is the same, in the same order; 0 when below ``least``."""
    stems, others = _stems(one), _stems(other)
    counted, n_stems = Counter(stems), len(stems) + len(others)
    highest = 2 * (counted & Counter(others)).total() / max(n_stems, 1)
    if highest < least:
        return 0.0
    found = SequenceMatcher(None, stems, others, autojunk=False).ratio()
    return found if found >= least else 0.0


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in text.casefold().split() if word != "|")


def _groups(paragraphs: Sequence[ReturnedParagraph]) -> Iterator[Group]:
    members: list[int] = []
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        members.append(place)
        goes_on = paragraph.mark_inserted and following is not None
        if goes_on and not paragraph.is_row and following and not following.is_row:
            continue
        inside = [paragraphs[member] for member in members]
        yield Group(
            members=members,
            text=squeezed("".join(one.before for one in inside)),
            bookmarks=tuple(dict.fromkeys(name for one in inside for name in one.bookmarks)),
            is_row=paragraph.is_row,
        )
        members = []


class _Matching:
    """Lines that are still to be found, and groups that are still nobody's."""

    def __init__(self, lines: Sequence[SentLine], groups: Sequence[Group]) -> None:
        self._groups = groups
        self._texts = [squeezed(line.text) for line in lines]
        self._rows = [line.part is LinePart.ROW for line in lines]
        self._named = {line.bookmark: n for n, line in enumerate(lines) if line.bookmark}
        self._free = set(range(len(lines)))

    def by_words(self, *, with_bookmark: bool) -> None:
        waiting: dict[tuple[str, bool], list[int]] = {}
        for number in sorted(self._free, reverse=True):
            waiting.setdefault((self._texts[number], self._rows[number]), []).append(number)
        for group in self._open():
            numbers = waiting.get((group.text, group.is_row), [])
            if with_bookmark:
                named = set(self._candidates(group))
                numbers = [number for number in numbers if number in named and number in self._free]
            if numbers:
                self._take(group, numbers.pop())

    def by_bookmark(self) -> None:
        for group in self._open():
            found = [n for n in self._candidates(group) if n in self._free]
            if not found:
                continue
            alike = [similarity(self._texts[number], group.text) for number in found]
            together = similarity(" ".join(self._texts[number] for number in found), group.text)
            if together > max(alike):
                self._take(group, *found)
            else:
                self._take(group, found[alike.index(max(alike))])

    def by_neighbours(self) -> None:
        named = set(self._named.values())
        for numbers, groups in list(self._gaps()):
            pairs = self._similar(numbers, groups, least=_ALIKE)
            left = [n for n in numbers if n in self._free], [g for g in groups if not g.lines]
            if not pairs and len(left[0]) == len(left[1]) == 1:
                # What never had a bookmark, such as the title, is known by its place alone.
                self._similar(*left, least=_RETYPED if left[0][0] in named else 0.0)

    def anywhere(self) -> None:
        self._similar(sorted(self._free), list(self._open()), least=_ELSEWHERE)

    def split_off(self) -> None:
        """Give a paragraph to the line above whose bookmark goes on in it."""
        for above, group in zip(self._groups, self._groups[1:], strict=False):
            shared = set(self._candidates(group)).intersection(above.lines)
            if group.text and not group.lines and shared and not group.is_row:
                group.lines = sorted(shared)

    def _open(self) -> Iterator[Group]:
        return (group for group in self._groups if group.text and not group.lines)

    def _candidates(self, group: Group) -> list[int]:
        named = (self._named.get(name) for name in group.bookmarks)
        return sorted(n for n in named if n is not None and self._rows[n] == group.is_row)

    def _take(self, group: Group, *numbers: int) -> None:
        group.lines = sorted(numbers)
        self._free.difference_update(numbers)

    def _gaps(self) -> Iterator[tuple[list[int], list[Group]]]:
        """Yield the lines and the groups without a match between two that have one."""
        last, groups = -1, list[Group]()
        for group in (*self._groups, None):
            number = group.lines[0] if group and group.lines else None
            if group is not None and number is None:
                groups += [group] if group.text else []
                continue
            if number is not None and number < last:
                continue  # it was moved here
            end = len(self._texts) if number is None else number
            numbers = [n for n in range(last + 1, end) if n in self._free]
            if numbers and groups:
                yield numbers, groups
            last, groups = end, []

    def _similar(self, numbers: list[int], groups: list[Group], *, least: float) -> int:
        scored = [
            (-alike, place, number)
            for place, group in enumerate(groups)
            for number in numbers
            if group.is_row == self._rows[number]
            and (alike := similarity(self._texts[number], group.text, least=least)) >= least
        ]
        scored.sort()
        n_found = 0
        for _alike, place, number in scored:
            if not groups[place].lines and number in self._free:
                self._take(groups[place], number)
                n_found += 1
        return n_found
