"""What a word of a note or of a query can be found by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from toolkit.lemmas import Lemmatizer, PlainLemmatizer

# As ``split_words``, with numbers: people look for years and room numbers too.
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Terms(NamedTuple):
    """What a word is called, without capitals and hyphens.

    Attributes
    ----------
    whole
        The word as it stands, its base form, and the noun for doing it if it is a verb.
    parts
        Base forms of the parts of a compound.
    """

    whole: frozenset[str]
    parts: frozenset[str]


def words_of(text: str) -> list[str]:
    """Return the words and numbers of ``text`` as written, accents as one character.

    >>> words_of("Koulu, luokka 3B ja linja-auto!")
    ['Koulu', 'luokka', '3B', 'ja', 'linja-auto']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text))


def find_terms(words: Iterable[str], lemmatizer: Lemmatizer) -> dict[str, Terms]:
    """Return the terms of every different word."""
    unique = sorted(set(words))
    return {
        word: _terms(word, lemmas, lemmatizer)
        for word, lemmas in zip(unique, lemmatizer.lemmas(unique), strict=True)
    }


def plain_terms(words: Iterable[str]) -> dict[str, Terms]:
    """Return the terms of words that no dictionary here knows: as they stand."""
    return find_terms(words, PlainLemmatizer())


def key(word: str) -> str:
    """Return a word as it is compared; ä and ö stay what they are.

    >>> key("Linja-Auto"), key("Sää") == key("saa")
    ('linjaauto', False)
    """
    return re.sub(r"[-'’]", "", word.casefold())


def _terms(word: str, lemmas: list[str], lemmatizer: Lemmatizer) -> Terms:
    nouns = [noun for noun in map(lemmatizer.as_noun, lemmas) if noun]
    parts = [part for lemma in (*lemmas, *nouns) for part in lemmatizer.parts(lemma)]
    return Terms(frozenset(map(key, (word, *lemmas, *nouns))), frozenset(map(key, parts)))
