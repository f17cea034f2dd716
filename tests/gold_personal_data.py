"""Sentences with what people said is personal data in them, and how much of it is found."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from toolkit.domain import Import, Note, Receipt
from toolkit.lemmas import NameFinder
from toolkit.workflow.personal_data import find_suggestions

GOLD = Path(__file__).parent / "gold"
RULES, HELD_BACK = GOLD / "personal_data.csv", GOLD / "personal_data_check.csv"
OTHERS = GOLD / "personal_data_others.csv"
"""Written by others than the rules, harder."""
Spans = list[tuple[int, int, str]]
_MARK = re.compile(r"\{(\w+)\|([^}]*)\}")


class Sentence(NamedTuple):
    """A text without its marks, and start, end and kind of what was marked."""

    text: str
    spans: Spans


class Score(NamedTuple):
    """Counts of what was marked, found whole, touched; of what was suggested, and wrongly so."""

    marked: Counter[str]
    whole: Counter[str]
    touched: Counter[str]
    suggested: int
    wrong: Counter[str]

    @property
    def recall(self) -> float:
        """Share of what was marked that suggestions cover to its last letter."""
        return self.whole.total() / self.marked.total()

    @property
    def precision(self) -> float:
        """Share of suggestions that touch something marked."""
        return 1 - self.wrong.total() / self.suggested


def read_sentences(path: Path) -> list[Sentence]:
    """Read the gold sentences of a file; ``{phone|040 123 4567}`` marks personal data."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_read(row["text"]) for row in csv.DictReader(file)]


def _read(marked: str) -> Sentence:
    text, spans, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return Sentence(text + marked[at:], spans)


def suggest(text: str, finder: NameFinder) -> Spans:
    """Return what the import screen would ask about, or mask."""
    notes = (Note(id="n", text=text),)
    imported = Import(notes=notes, receipt=Receipt(name="", format="", rows=1, notes=1))
    return [(one.start, one.end, one.kind) for one in find_suggestions(imported, finder)]


def score(sentences: Iterable[Sentence], find: Callable[[str], Spans]) -> Score:
    """Hold what is found against what was marked; the kind need not be the same."""
    total = Score(Counter(), Counter(), Counter(), 0, Counter())
    n_found = 0
    for text, spans in sentences:
        found = find(text)
        n_found += len(found)
        covered = {at for start, end, _kind in found for at in range(start, end)}
        for start, end, kind in spans:
            own = {at for at in range(start, end) if not text[at].isspace()}
            total.marked[kind] += 1
            total.whole[kind] += own <= covered
            total.touched[kind] += not own.isdisjoint(covered)
        for start, end, kind in found:
            total.wrong[kind] += all(end <= first or last <= start for first, last, _ in spans)
    return total._replace(suggested=n_found)
