"""A name for a theme, from the words that tell it from the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

WORDS_IN_LABEL = 3
_LONGEST_QUOTE = 40
_SHORTEST_PART, _NEARLY = 3, 0.9
_DOUBLE = re.compile(r"(.)\1")


def alike(one: str, other: str) -> bool:
    """Return whether two words would say the same twice: testaus, päihdetestaus."""
    # Consonants come double and single in words of one family: työtön, työttömyys.
    short, long = sorted((_DOUBLE.sub(r"\1", word.lower()) for word in (one, other)), key=len)
    if short in long:
        return True
    common = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    return common >= max(5, 2 * len(short) // 3)


def pick_words(scores: Mapping[str, float], *, taken: Iterable[frozenset[str]] = ()) -> list[str]:
    """Return up to three nouns, none of which says what another says.

    Parameters
    ----------
    scores
        Noun → score, in the order in which they should come. A compound that is nearly as good
        takes the place of its part: työttömyys, työttömyysturva.
    taken
        The words of other labels: the last makes way for the next rather than to repeat one.
    """
    chosen: list[str] = []
    names = set(taken)
    for noun in scores:
        near = [other for other in chosen if alike(noun, other)]
        if near:
            if len(near) == 1 and _says_more(noun, near[0], scores):
                chosen[chosen.index(near[0])] = noun
        elif len(chosen) < WORDS_IN_LABEL:
            chosen.append(noun)
        elif frozenset(chosen) in names:
            chosen[-1] = noun
    return chosen


def _says_more(compound: str, part: str, scores: Mapping[str, float]) -> bool:
    is_part = compound.startswith(part) or compound.endswith(part)
    long_enough = len(compound) >= len(part) + _SHORTEST_PART
    return is_part and long_enough and scores[compound] >= _NEARLY * scores[part]


def write_label(words: Sequence[str], *, quote: str) -> str:
    """Return ``words`` as a label, with a capital at the start; without words the ``quote``."""
    label = ", ".join(words) or shorten(quote)
    return label[:1].upper() + label[1:]


def shorten(text: str) -> str:
    """Return the beginning of ``text``, cut between words."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
