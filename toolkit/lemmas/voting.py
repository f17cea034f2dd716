"""One base form for every word of a corpus: words that can be one thing only have the say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from toolkit.lemmas.readings import NAME, ORDER, VERB, FinnishDictionary, Reading
from toolkit.lemmas.words import Word

# A theme is named by nouns: only a verb much commoner than the noun takes its forms. A word that
# is a dictionary form itself is mostly that: tukea, toimia.
_FOR_NOUNS, _FOR_ITSELF = 5, 5


class CorpusVote:
    """The base forms of the words of one corpus.

    *Tuloluokissa* may come of two words; beside *tuloluokka* and *tuloluokan* it comes of
    *tuloluokka*. The order of the texts has no say.

    Parameters
    ----------
    texts
        The words of every text.
    """

    def __init__(self, dictionary: FinnishDictionary, texts: Iterable[Sequence[Word]]) -> None:
        self._dictionary = dictionary
        self._chosen: dict[str, Reading | None] = {}
        counts: Counter[str] = Counter()
        as_name: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for words in texts:
            counts.update(word.text.lower() for word in words)
            as_name.update(w.text.lower() for w in words if w.has_capital and not w.opens)
            small.update(w.text for w in words if w.text.islower())
        self._support: Counter[str] = Counter()
        self._name: Counter[str] = Counter()
        for word, n in counts.items():
            readings = dictionary.entry(word).readings
            likeliest = {
                r.lemma.lower() for r in readings if r.likelihood == readings[0].likelihood
            }
            if len(likeliest) == 1:
                self._support[likeliest.pop()] += n
            for name in {r.lemma for r in readings if r.kind == NAME}:
                self._name[name] += as_name[word] - small[word]

    def lemma(self, word: str) -> str:
        """Return the base form of ``word``; empty if it is not a content word."""
        low = word.lower()
        if not self._dictionary.entry(low).is_known:
            return low
        reading = self.reading(low)
        return reading.lemma if reading else ""

    def reading(self, word: str) -> Reading | None:
        """Return the reading of ``word`` that this corpus speaks for; None for no content word."""
        low = word.lower()
        if low not in self._chosen:
            readings = self._dictionary.entry(low).readings
            self._chosen[low] = min(readings, key=lambda r: self._place(low, r), default=None)
        return self._chosen[low]

    def _place(self, word: str, reading: Reading) -> tuple[object, ...]:
        # Suomi, not suomi, the language. EU-maa is a noun, though it has a capital.
        is_name = reading.kind == NAME and "-" not in word and self._name[reading.lemma] >= 0
        votes = self._support[reading.lemma.lower()]
        votes *= 1 if reading.kind == VERB else _FOR_NOUNS
        votes *= _FOR_ITSELF if reading.lemma == word else 1
        return (
            not is_name,
            reading.likelihood,
            -votes,
            ORDER.index(reading.kind),
            reading,
        )
