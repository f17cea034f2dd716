"""A phrase from the notes of a theme that says more than its label."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from toolkit.lemmas import Phrase, light_words, stop_words

# Of words that tell nothing alone these tell something beside a noun: pieni yritys.
_TELLING_BESIDE_A_NOUN = frozenset({"lyhyt", "pieni", "suuri", "uusi", "vanha", "yhteinen", "oma"})
# A phrase of a theme is that of at least two notes and of this share of them.
_FEWEST_NOTES, _SHARE = 2, 0.1


def choose_subtitle(
    notes: Sequence[tuple[Iterable[Phrase], float]],
    *,
    scores: Mapping[str, float],
    language: str,
    one: Callable[[str], str],
) -> str:
    """Return the phrase whose words weigh most and that most notes have; or nothing.

    Parameters
    ----------
    notes
        Phrases of every note of the theme, and how many notes stand behind it.
    scores
        Of the words of the theme, best first.
    one
        The form that stands for a word.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    ways: defaultdict[tuple[str, ...], Counter[Phrase]] = defaultdict(Counter)
    for phrases, weight in notes:
        for key, phrase in {tuple(map(one, p.lemmas)): p for p in phrases}.items():
            counts[key] += weight  # type: ignore[assignment]
            ways[key][phrase] += 1
    enough = max(_FEWEST_NOTES, _SHARE * sum(weight for _, weight in notes))
    telling = {
        key: math.log(n + 0.5) * sum(scores.get(word, 0) for word in key) / math.sqrt(len(key))
        for key, n in counts.items()
        if n >= enough and _is_telling(key, scores, language)
    }
    if not telling:
        return ""
    best = min(telling, key=lambda key: (-round(telling[key], 9), -len(key), key))
    return min(ways[best], key=lambda p: (not p.as_written, -ways[best][p], p.text)).text


def _is_telling(key: tuple[str, ...], scores: Mapping[str, float], language: str) -> bool:
    # Phrases of other languages come without stop words.
    empty = stop_words(language) - _TELLING_BESIDE_A_NOUN if language == "fi" else frozenset()
    return (
        not empty & set(key)
        and any(word in scores and word not in light_words(language) for word in key)
        and key[-1] not in _TELLING_BESIDE_A_NOUN
    )
