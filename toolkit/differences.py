"""Where two texts differ: words, numbers, quotes and citations as wholes, never single letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Span", "find_differences", "same_words", "split_text", "token_key", "words_kept"]

# A citation and a quote are one token each: half of one and half of another is neither.
_TOKEN = re.compile(
    r"\[[^\[\]\n]{1,400}\]"
    r"|[”“„»«\"][^”“„»«\"\n]{1,400}[”“„»«\"]"
    r"|\s+"
    r"|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:[-’'][^\W\d_]+)*"
    r"|.",
    re.DOTALL,
)
_FEWEST_WORDS_BETWEEN = 2
"""Changes with less in common between them are one change: a lone *ja* is no agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Tokens ``start`` to ``end`` of one text that are ``new_start`` to ``new_end`` of another."""

    start: int
    end: int
    new_start: int
    new_end: int


def split_text(text: str) -> list[str]:
    """Split a text into tokens that make it up again when joined.

    >>> split_text("Toive: ”Jonot pois” [T1-031].")
    ['Toive', ':', ' ', '”Jonot pois”', ' ', '[T1-031]', '.']
    """
    return _TOKEN.findall(text)


def token_key(token: str) -> str:
    """Return what a token is compared by: an editor may have changed the kind of a space."""
    return "\n" if "\n" in token and not token.strip() else re.sub(r"\s+", " ", token)


def same_words(one: str, other: str) -> bool:
    """Say whether two texts are the same but for the kind of their spaces."""
    return _keys(split_text(one.strip())) == _keys(split_text(other.strip()))


def find_differences(old: Sequence[str], new: Sequence[str]) -> tuple[Span, ...]:
    """Return where two lists of tokens differ, in order; what lies between is the same."""
    spans: list[Span] = []
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        span = Span(start=start, end=end, new_start=new_start, new_end=new_end)
        if spans and sum(map(_is_word, old[spans[-1].end : start])) < _FEWEST_WORDS_BETWEEN:
            first = spans.pop()
            span = Span(start=first.start, end=end, new_start=first.new_start, new_end=new_end)
        spans.append(span)
    return tuple(spans)


def words_kept(old: str, new: str) -> float:
    """Return how much of the shorter text stands in the other in the same order, from 0 to 1.

    A text to which much was added, or from which much was taken, has not been rewritten: this is
    the number of common words by the number of words in the shorter text.
    """
    here, there = (
        [token_key(token) for token in split_text(text) if _is_word(token)] for text in (old, new)
    )
    shorter = min(len(here), len(there))
    if not shorter:
        return 1.0
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / shorter


def _keys(tokens: Sequence[str]) -> list[str]:
    return [token_key(token) for token in tokens]


def _is_word(token: str) -> bool:
    return any(sign.isalnum() for sign in token)
