"""Words of a text, and the words that tell nothing of its theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

# Letters, with hyphens and apostrophes inside, and the colon of an abbreviation: don't, EU:n.
_WORD = r"[^\W\d_]+(?:(?:[-'’]|(?<=[A-ZÅÄÖ]):(?=[a-zåäö]))[^\W\d_]+)*"
# What stands in place of personal data, such as [HENKILÖ 1]: no word that anybody wrote.
_MASK = (
    r"\[(?:(?:HENKILÖ|PERSON) \d+|OSOITE|ADRESS|ADDRESS|TEHTÄVÄ|UPPDRAG|POST"
    r"|henkilötieto poistettu|personuppgift borttagen|personal data removed)\]"
)
_TOKEN = re.compile(f"{_MASK}|({_WORD})")

# What may stand before the first word of a sentence, a heading or a quotation.
_OPENING = re.compile(r"[.!?:;…\n\"”“»(•·*–—]")

LANGUAGES = ("fi", "sv", "en")


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of ``language`` (``fi``, ``sv`` or ``en``) that tell nothing of a theme."""
    return read_words(language)


@cache
def light_words(language: str) -> frozenset[str]:
    """Return the words of ``language`` that name a theme only when nothing else is left."""
    return read_words(f"{language}-light") if language in LANGUAGES else frozenset()


@cache
def known_names() -> frozenset[str]:
    """Return names of people, in small letters, that mean nothing else in any language here."""
    return read_words("names")


def read_words(name: str) -> frozenset[str]:
    """Return the words of a list in ``resources/stopwords``."""
    path = files("toolkit") / "resources" / "stopwords" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def split_words(text: str) -> list[str]:
    """Return the words of ``text`` as written, without numbers, punctuation and masks.

    >>> split_words("QR-koodi seinään, 3 kysymystä! [HENKILÖ 1]")
    ['QR-koodi', 'seinään', 'kysymystä']
    """
    return [match[1] for match in _TOKEN.finditer(text) if match[1]]


def without_masks(text: str) -> str:
    """Return ``text`` without what stands in place of personal data."""
    return re.sub(_MASK, "", text)


class Word(NamedTuple):
    """A word where it stands. ``opens``: its capital, if any, may be that of a sentence."""

    text: str
    opens: bool
    gap: str

    @property
    def has_capital(self) -> bool:
        """Whether it is written like a name: not in small letters, not all in capitals."""
        return self.text[0].isupper() and not self.text.isupper()


@lru_cache(maxsize=100_000)
def find_words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order, each with what stands between it and the one before.

    >>> [word.text for word in find_words("Ei jonoja. Kiitos Oulu!") if word.opens]
    ['Ei', 'Kiitos']
    """
    words, end = [], 0
    for match in _TOKEN.finditer(text):
        if not match[1]:
            continue
        gap = text[end : match.start()]
        words.append(Word(match[0], end == 0 or bool(_OPENING.search(gap)), gap))
        end = match.end()
    return tuple(words)


class Phrase(NamedTuple):
    """Some words of a text that make sense without the rest.

    ``lemmas``: the base form of every word, the same for the same phrase however inflected.
    ``text``: the phrase to be shown. ``as_written``: whether the text has it in just this form.
    """

    lemmas: tuple[str, ...]
    text: str
    as_written: bool


class PlainLemmatizer:
    """Words in lower case without stop words: for languages that have no dictionary here."""

    name = "plain"

    def __init__(self, languages: Sequence[str] = LANGUAGES) -> None:
        self._stop = frozenset[str]().union(*map(stop_words, languages))

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the words of every text in order, in lower case and as inflected."""
        return [
            [
                word
                for word in map(str.lower, split_words(text))
                if len(word) > 1 and word not in self._stop
            ]
            for text in texts
        ]

    def phrases(self, texts: Sequence[str]) -> list[list[Phrase]]:
        """Return words that stand side by side, two or three, no stop word among them."""
        return [self._phrases(find_words(text)) for text in texts]

    def knows(self, _word: str) -> bool:
        """Return False: there is no dictionary."""
        return False

    def is_person(self, _word: str) -> bool:
        """Return False: there is no dictionary."""
        return False

    def as_noun(self, lemma: str) -> str:
        """Return ``lemma``: without a dictionary any word may be a noun."""
        return lemma

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the parts at hyphens; empty when there is one part."""
        parts = tuple(part for part in lemma.split("-") if part)
        return parts if len(parts) > 1 else ()

    def _phrases(self, words: Sequence[Word]) -> list[Phrase]:
        phrases = []
        for n in (2, 3):
            for start in range(len(words) - n + 1):
                part = words[start : start + n]
                texts = tuple(word.text.lower() for word in part)
                if all(word.gap == " " for word in part[1:]) and not self._stop & set(texts):
                    phrases.append(Phrase(texts, " ".join(texts), as_written=True))
        return phrases
