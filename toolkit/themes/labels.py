"""A name for a theme, from the words that tell it from the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

WORDS_IN_LABEL = 3
_LONGEST_QUOTE = 40
_SHORTEST_PART, _NEARLY = 3, 0.7
_DOUBLE = re.compile(r"(.)\1")
_DECIMALS = 9


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


def rank_words(
    weights: Mapping[int, Mapping[str, float]], notes: Mapping[int, Sequence[Sequence[str]]]
) -> dict[int, list[str]]:
    """Return the words of every topic, those that name it best first.

    A word that weighs most in this topic goes before one that weighs more in another: two themes
    should not get one name. Words of a single note are there only if fewer than two are shared.

    Parameters
    ----------
    weights
        Topic → word → weight by c-TF-IDF.
    notes
        Topic → base forms of each of its notes, the most central note first.
    """
    rounded = {
        topic: {word: round(weight, _DECIMALS) for word, weight in words.items()}
        for topic, words in weights.items()
    }
    heaviest: dict[str, float] = {}
    for words in rounded.values():
        for word, weight in words.items():
            heaviest[word] = max(heaviest.get(word, 0), weight)
    return {
        topic: _rank({word: (w < heaviest[word], -w) for word, w in words.items()}, notes[topic])
        for topic, words in rounded.items()
    }


def _rank(places: Mapping[str, tuple[bool, float]], notes: Sequence[Sequence[str]]) -> list[str]:
    # A counter keeps the order of first sight, so that words of central notes come first.
    counts = Counter(word for note in notes for word in dict.fromkeys(note))
    ranked = sorted((word for word in counts if word in places), key=places.__getitem__)
    shared = [word for word in ranked if counts[word] > 1]
    return shared if len(shared) > 1 else [*shared, *(w for w in ranked if counts[w] == 1)]


def choose_label(keywords: Sequence[str], *, as_noun: Callable[[str], str], quote: str) -> str:
    """Return up to three nouns of ``keywords``, with a capital at the start.

    Parameters
    ----------
    keywords
        Base forms, best first.
    as_noun
        The noun in the nominative that names a word, or nothing.
    quote
        The most central note: it names the theme when no word does.
    """
    nouns = [(as_noun(word), word) for word in keywords]
    things = [noun for noun, word in nouns if noun == word]
    doings = [noun for noun, word in nouns if noun and noun != word]
    chosen: list[str] = []
    for noun in (*things, *doings):
        if len(chosen) < WORDS_IN_LABEL and not any(alike(noun, other) for other in chosen):
            chosen.append(noun)
    label = ", ".join(chosen or keywords[:WORDS_IN_LABEL]) or shorten(quote)
    return label[:1].upper() + label[1:]
