"""The words that tell groups of notes apart: c-TF-IDF, each note counted once for a word."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_DECIMALS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWord:
    """A word of a group.

    Attributes
    ----------
    n_notes
        Notes of the group that have it.
    weight
        By c-TF-IDF: how common it is here, against how common it is in all groups.
    score
        ``weight`` times the logarithm of 1 + ``n_notes``, less for a word that is more another
        group's: a name is of what many say.
    """

    word: str
    n_notes: int
    weight: float
    score: float


def weigh_words(
    groups: Mapping[int, Sequence[int]],
    *,
    words: Sequence[Sequence[str]],
    weights: Sequence[float],
) -> dict[int, list[TopicWord]]:
    """Return the words of every group, best first.

    Class-based TF-IDF as in BERTopic (Grootendorst 2022): the share of a word among the words of
    the group, times log(1 + average number of words in a group / number of the word in all).
    A word that a note repeats counts once: one long note must not name a theme.

    Parameters
    ----------
    groups
        Group → rows.
    words
        Words of every row.
    weights
        How many notes stand behind every row.
    """
    counts = {key: _count(rows, words, weights) for key, rows in groups.items()}
    total: Counter[str] = Counter()
    for key in sorted(counts):
        total.update(counts[key])
    average = total.total() / max(len(counts), 1)
    heaviest: dict[str, float] = {}
    table: dict[int, dict[str, float]] = {}
    for key, own in counts.items():
        size = own.total()
        table[key] = {w: n / size * math.log(1 + average / total[w]) for w, n in own.items()}
        for word, weight in table[key].items():
            heaviest[word] = max(weight, heaviest.get(word, 0))
    return {
        key: sorted(
            (
                TopicWord(
                    word=word,
                    n_notes=round(counts[key][word]),
                    weight=round(weight, _DECIMALS),
                    score=round(_score(weight, heaviest[word], counts[key][word]), _DECIMALS),
                )
                for word, weight in own.items()
            ),
            key=lambda one: (-one.score, one.word),
        )
        for key, own in table.items()
    }


def _score(weight: float, heaviest: float, n_notes: float) -> float:
    return weight * weight / heaviest * math.log1p(n_notes)


def _count(
    rows: Sequence[int], words: Sequence[Sequence[str]], weights: Sequence[float]
) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in sorted(rows):
        for word in dict.fromkeys(words[row]):
            counts[word] += weights[row]  # type: ignore[assignment]
    return counts
