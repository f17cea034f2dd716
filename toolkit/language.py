"""Which language a note is written in: Finnish, Swedish or English."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

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
    if sum(character.isalpha() for character in text) < _MIN_LETTERS:
        return ""
    best = _detector().compute_language_confidence_values(text)[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= _MIN_CONFIDENCE else ""
