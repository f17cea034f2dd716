"""Terms, the words that have them, and the notes the words stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

_SHORTEST_BEGINNING = 2

Rows = Set[int]


class TermTable:
    """Which words have a term, and in which rows the words stand. Filled first, then read."""

    def __init__(self) -> None:
        self._words: dict[str, dict[str, Rows]] = {}

    def add(self, terms: Iterable[str], word: str, rows: Rows) -> None:
        """Say that ``word``, which stands in ``rows``, can be found by ``terms``."""
        for term in terms:
            self._words.setdefault(term, {})[word] = rows

    def find(self, terms: Iterable[str]) -> Iterator[tuple[str, Rows]]:
        """Yield the words that have one of the terms."""
        for term in terms:
            yield from self._words.get(term, {}).items()

    def find_beginning(self, start: str) -> Iterator[tuple[str, Rows]]:
        """Yield the words that have a term beginning with ``start``, of two characters or more."""
        if len(start) < _SHORTEST_BEGINNING:
            return
        for place in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[place].startswith(start):
                return
            yield from self._words[self._sorted[place]].items()

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)
