"""Where a text may name a person, and in which base form: suggestions for people to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.lemmas.name_signs import (
    find_by_signs,
    is_double,
    is_initial,
    is_listed,
    is_stranger,
    looks_like_surname,
    stems_of,
)
from toolkit.lemmas.people import find_people
from toolkit.lemmas.readings import NAME, FinnishDictionary
from toolkit.lemmas.words import LANGUAGES, Word, find_words, stop_words

_LONGEST_END = 5
"""Letters that an ending may add to a name."""
_SHORTEST = 4
"""Letters of a name written small; shorter ones are parts of spoken words."""


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
            is_next = found and last == place - 1
            if is_next and (word.gap == " " or _is_after_initial(words, place)):
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

    def is_form_of(self, word: str, name: str) -> bool:
        """Return whether a word may be a form of one name: *Koskisen* of *Koskinen*."""
        small, base = word.lower(), name.lower()
        if self._base(word) == self._base(name) or base in stems_of(small):
            return True
        return len(base) > 3 and small.startswith(base) and len(small) - len(base) <= _LONGEST_END

    def _people(self, words: Sequence[Word], *, language: str) -> frozenset[int]:
        dictionary = self._dictionary
        listed = frozenset(place for place, word in enumerate(words) if is_listed(word, dictionary))
        if dictionary is None:
            return listed
        known = frozenset(
            place
            for place, word in enumerate(words)
            if _is_only_name(word, dictionary, language)
            or looks_like_surname(word, dictionary)
            or is_double(word, dictionary)
            or (language == "fi" and is_stranger(word, dictionary))
        )
        if language in {"fi", ""}:
            known |= find_people(words, dictionary)
        return find_by_signs(words, listed | known, dictionary)

    def _base(self, word: str) -> str:
        return self._dictionary.name_of(word) if self._dictionary else word.lower()


def _is_after_initial(words: Sequence[Word], place: int) -> bool:
    return is_initial(words[place - 1]) and words[place].gap in {". ", "."}


def _is_only_name(word: Word, dictionary: FinnishDictionary, language: str) -> bool:
    """Return whether a word is a name and nothing else; in Finnish also in small letters."""
    if language in {"fi", ""}:
        return (word.has_capital or len(word.text) >= _SHORTEST) and dictionary.is_only_name(
            word.text
        )
    is_common = word.text.lower() in stop_words(
        language if language in LANGUAGES else "en"
    )  # Hans is Swedish for his
    return word.has_capital and not is_common and dictionary.is_only_name(word.text)
