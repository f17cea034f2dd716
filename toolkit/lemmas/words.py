"""Words of a text, and the words that tell nothing of its theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

# Letters, with hyphens and apostrophes inside: QR-koodi, don't.
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

LANGUAGES = ("fi", "sv", "en")


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of ``language`` (``fi``, ``sv`` or ``en``) that tell nothing of a theme."""
    path = files("toolkit") / "resources" / "stopwords" / f"{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def split_words(text: str) -> list[str]:
    """Return the words of ``text`` as written, without numbers and punctuation.

    >>> split_words("QR-koodi seinään, 3 kysymystä!")
    ['QR-koodi', 'seinään', 'kysymystä']
    """
    return _WORD.findall(text)


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

    def as_noun(self, lemma: str) -> str:
        """Return ``lemma``: without a dictionary any word may be a noun."""
        return lemma

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the parts at hyphens; empty when there is one part."""
        parts = tuple(part for part in lemma.split("-") if part)
        return parts if len(parts) > 1 else ()
