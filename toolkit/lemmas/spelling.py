"""Finnish words that no dictionary has, and names of people, in what somebody typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toolkit.errors import MissingModel
from toolkit.lemmas.people import find_people
from toolkit.lemmas.readings import FinnishDictionary
from toolkit.lemmas.voikko import open_voikko
from toolkit.lemmas.words import find_words

if TYPE_CHECKING:
    from libvoikko import Voikko

_WORD = re.compile(r"[^\W\d_]+(?:[-’':][^\W\d_]+)*")


class FinnishReader:
    """Reads Finnish with Voikko's dictionary."""

    def __init__(self, voikko: Voikko) -> None:
        self._voikko = voikko
        self._dictionary = FinnishDictionary(voikko)

    def misspelt(self, text: str) -> tuple[str, ...]:
        """Return the words that the dictionary does not know, each once, in order.

        Names with a capital inside a sentence, compounds of a name (*Polis-kooste*) and
        abbreviations in capitals are left alone.
        """
        found = (match for match in _WORD.finditer(text) if not _is_name(match, text))
        words = dict.fromkeys(match[0] for match in found)
        return tuple(word for word in words if len(word) > 1 and not self._knows(word))

    def _knows(self, word: str) -> bool:
        name, hyphen, end = word.rpartition("-")
        of_a_name = bool(hyphen) and name[:1].isupper() and self._voikko.spell(end)
        return of_a_name or bool(self._voikko.spell(word))

    def people(self, text: str) -> tuple[str, ...]:
        """Return the names of people, in order; a first and a last name are two."""
        words = find_words(text)
        return tuple(words[place].text for place in sorted(find_people(words, self._dictionary)))


def load_reader(language: str) -> FinnishReader | None:
    """Return a reader of ``language``; None for others than Finnish or without a dictionary."""
    if language != "fi":
        return None
    try:
        return FinnishReader(open_voikko())
    except MissingModel:
        return None


def _is_name(match: re.Match[str], text: str) -> bool:
    word, before = match[0], text[: match.start()].rstrip(' ”“"(…')
    opens = not before or before[-1] in ".!?:\n"
    return word.isupper() or (word[0].isupper() and not opens)
