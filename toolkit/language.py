"""Which language a note is written in: Finnish, Swedish or English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import ConfidenceValue, LanguageDetector

# Below these the detector only guesses: "en" is a word of all three languages.
_MIN_LETTERS = 4
_MIN_CONFIDENCE = 0.6


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.FINNISH, Language.SWEDISH, Language.ENGLISH)
    return LanguageDetectorBuilder.from_languages(*languages).build()


def detect_language(text: str) -> str:
    """Return the language of ``text``: ``fi``, ``sv``, ``en``, or empty when there is too little.

    A note in two languages gets the one it has more of. Any other language is taken for the
    nearest of the three.

    >>> detect_language("Chat auki iltaisin")
    'fi'
    >>> detect_language("ok")
    ''
    """
    if not _has_enough(text):
        return ""
    return _best(_detector().compute_language_confidence_values(text))


def detect_languages(texts: Sequence[str]) -> list[str]:
    """Return ``detect_language`` of every text; on all cores, so for many texts it is quicker."""
    enough = [text for text in texts if _has_enough(text)]
    found = iter(_detector().compute_language_confidence_values_in_parallel(enough))
    return [_best(next(found)) if _has_enough(text) else "" for text in texts]


def _has_enough(text: str) -> bool:
    return len(text) >= _MIN_LETTERS and sum(map(str.isalpha, text)) >= _MIN_LETTERS


def _best(values: Sequence[ConfidenceValue]) -> str:
    best = values[0]
    is_sure = best.value >= _MIN_CONFIDENCE
    return str(best.language.iso_code_639_1.name.lower()) if is_sure else ""
