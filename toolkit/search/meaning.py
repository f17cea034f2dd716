"""Which notes mean nearly the same as a query, by the vectors of a language model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.encoders import Encoder
from toolkit.rows import unit

# Queries of no workshop. What they have in common is only that they are short, which a model sees
# before it sees a meaning: without taking their mean away, every query finds the shortest notes.
_ANY_QUERIES = (
    "kirja", "vuori", "auto", "kissa", "peili", "lumi", "musiikki", "tehdas",
    "hinta", "laiva", "sopimus", "maalaus", "kivi", "puutarha", "kello", "juhla",
    "sota", "kieli", "tähti", "paita", "metsästys", "kahvinkeitin", "jalkapallo", "kaivos",
    "satelliitti", "ompelukone", "teoria", "keskiaika", "lentokenttä", "vakuutus", "bok", "fjäll",
    "hund", "väder", "stol", "book", "mountain", "dog", "weather", "chair",
)  # fmt: skip
# Measured with e5-small on 26 invented queries that two boards of 38 and 115 notes answer, and 20
# that they do not: the best note of 21 of the former is nearer than this, of the latter 1 of 40.
# Among 500 answers of candidates a query on another matter finds at most two.
_NEAR_ENOUGH = 0.25
# The mean of fewer notes says too little of what notes have in common.
_FEWEST_NOTES = 10
_DECIMALS = 6


class Meanings:
    """Notes by what they mean."""

    def __init__(self, texts: Sequence[str], encoder: Encoder) -> None:
        self._encoder = encoder
        self._is_enough = len(texts) >= _FEWEST_NOTES
        if self._is_enough:
            self._any_query = encoder.encode(_ANY_QUERIES).mean(axis=0)
            vectors = encoder.encode(texts)
            self._notes = unit(vectors - vectors.mean(axis=0))

    def near(self, query: str) -> Iterator[tuple[int, float]]:
        """Yield row and cosine of the notes near enough to a query, nearest first.

        The cosine is between the note without the mean of the notes, and the query without the
        mean of queries. Of fewer than ten notes none is yielded: people can read them.
        """
        if not self._is_enough:
            return
        asked = unit(self._encoder.encode([query]) - self._any_query)[0]
        scores = [round(float(score), _DECIMALS) for score in self._notes @ asked]
        near = [(-score, row) for row, score in enumerate(scores) if score >= _NEAR_ENOUGH]
        for score, row in sorted(near):
            yield row, -score
