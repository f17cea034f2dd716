"""Where a text may name a person, and in which base form: suggestions for people to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.lemmas.people import find_people
from toolkit.lemmas.readings import NAME, FinnishDictionary
from toolkit.lemmas.words import Word, find_words, known_names


class PersonName(NamedTuple):
    """Characters ``start`` to ``end`` of a text, and the name in its base form.

    The parts of ``base`` are in small letters and in alphabetical order: *Virtasen Pekka* and
    *Pekka Virtaselle* have the same.
    """

    start: int
    end: int
    base: str


class NameFinder:
    """Finds names of people.

    Parameters
    ----------
    dictionary
        None when there is none: then only the names of a short list are found.
    """

    def __init__(self, dictionary: FinnishDictionary | None) -> None:
        self._dictionary = dictionary

    @property
    def is_complete(self) -> bool:
        """Whether there is a dictionary."""
        return self._dictionary is not None

    def find(self, text: str, *, language: str = "fi") -> list[PersonName]:
        """Return the names in the order of the text; those that stand side by side are one.

        Only Finnish has a dictionary. In every language there are names the finder does not know.
        """
        words = find_words(text)
        people = self._people(words, language=language)
        found: list[PersonName] = []
        at = last = 0
        for place, word in enumerate(words):
            start = at + len(word.gap)
            at = start + len(word.text)
            if place not in people:
                continue
            base = self._base(word.text)
            if found and last == place - 1 and word.gap == " ":
                before = found.pop()
                both = " ".join(sorted((*before.base.split(" "), base)))
                found.append(PersonName(before.start, at, both))
            else:
                found.append(PersonName(start, at, base))
            last = place
        return found

    def base(self, name: str) -> str:
        """Return a name of one or more words in its base form."""
        return " ".join(sorted(self._base(word.text) for word in find_words(name)))

    def may_be_name(self, word: str) -> bool:
        """Return whether a word may name a person: it does, or it is none in small letters."""
        if self._dictionary is None:
            return True
        if self._dictionary.entry(word.title()).is_person:
            return True
        entry = self._dictionary.entry(word.lower())
        return not entry.is_known or {reading.kind for reading in entry.readings} == {NAME}

    def _people(self, words: Sequence[Word], *, language: str) -> set[int]:
        listed = {place for place, word in enumerate(words) if word.text.lower() in known_names()}
        if self._dictionary is None or language not in {"fi", ""}:
            return listed
        only_names = {
            place
            for place, word in enumerate(words)
            if word.has_capital and self._dictionary.is_only_name(word.text)
        }
        return listed | only_names | find_people(words, self._dictionary)

    def _base(self, word: str) -> str:
        return self._dictionary.name_of(word) if self._dictionary else word.lower()
