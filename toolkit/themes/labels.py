"""A name for a theme, from the words that tell it from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

_WORDS_IN_LABEL = 3
_LONGEST_QUOTE = 40
_DECIMALS = 9


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
        if len(chosen) < _WORDS_IN_LABEL and not any(_alike(noun, other) for other in chosen):
            chosen.append(noun)
    label = ", ".join(chosen or keywords[:_WORDS_IN_LABEL]) or _shorten(quote)
    return label[:1].upper() + label[1:]


def _alike(one: str, other: str) -> bool:
    """Return whether two words would say the same twice: testaus, päihdetestaus."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    if short in long:
        return True
    common = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    return common >= max(5, 2 * len(short) // 3)


def _shorten(text: str) -> str:
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"
