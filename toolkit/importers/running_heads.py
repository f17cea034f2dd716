"""What stands at the top and the foot of pages: numbers and names of documents, not notes."""

from __future__ import annotations

import re

__all__ = ["is_page_number", "says_something"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_ABOUT_PAGES = frozenset(("sivu", "sivuja", "sid", "sida", "sidan", "page", "of", "av"))
_NUMBER = re.compile(
    r"(?:(?:sivu|sidan?|sid|page)\.?\s*)?[-–—(]?\s*\d{1,4}\s*(?:(?:/|\(|av|of)\s*\d{1,4}\s*)?[-–—)]?",
    re.IGNORECASE,
)


def says_something(text: str) -> bool:
    """Whether a header or footer says more than the number of the page or the day.

    >>> says_something("Sivu 2 / 3"), says_something("Osallisuusilta 2 / 3")
    (False, True)
    """
    return any(word not in _ABOUT_PAGES for word in _WORD.findall(text.casefold()))


def is_page_number(text: str) -> bool:
    """Whether a line is only the number of a page.

    >>> [is_page_number(text) for text in ("3", "Sivu 3 / 12", "3 (12)", "– 3 –", "3 bussia")]
    [True, True, True, True, False]
    """
    return _NUMBER.fullmatch(text.strip()) is not None
