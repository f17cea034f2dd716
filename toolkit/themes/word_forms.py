"""Words of Swedish and English, for which there is no dictionary: forms of one word, and nouns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from toolkit.lemmas import split_words

# Endings of nouns, and for English of verbs; two words of one beginning that differ in these only
# are taken for one.
_ENDINGS = {
    "sv": "a e n s t ar en er et na or ans ens ers ets nas arna erna orna arnas ernas ornas",
    "en": "s es y ies 's",
}
# What adjectives, adverbs and verbs end in, and nouns hardly ever.
_NOT_NOUNS = {
    "sv": "ade ades ande are as at ats ende igt iga ig isk iska iskt it its lig liga ligt te tes",
    "en": "able ed ful ive less ly ous",
}
_BEFORE_VERBS = {
    "sv": "att bör de fick får jag kan kunde man måste ska skall skulle som vi vill",
    "en": "can could i must should they to we will would you",
}
# Swedish with its article at the end, and genitives: kön, köerna. Another form names better: köer.
_MAYBE_DEFINITE = ("n", "t", "na", "'s")
_SHORTEST_BEGINNING = 3
# The shortest form of a word stands for it unless it is this much rarer than the commonest.
_RARER = 3


def one_form(words: Iterable[str], language: str) -> dict[str, str]:
    """Return, for every different word, the form that stands for it.

    Forms of one word get the same: kön, köer and köerna are all *köer*. Crude: it looks at
    endings only, so that now and then two words become one.

    Parameters
    ----------
    words
        In lower case, as often as they occur.
    language
        ``"sv"`` or ``"en"``; words of any other language stand for themselves.
    """
    counts = Counter(words)
    endings = frozenset(_ENDINGS.get(language, "").split())
    if not endings:
        return {word: word for word in counts}
    families: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(counts, key=lambda word: (len(word), word)):
        families[_beginning(word, endings, families)].append(word)
    return {word: _best(family, counts) for family in families.values() for word in family}


def ends_like_noun(word: str, language: str) -> bool:
    """Return whether ``word`` may be a noun by how it ends."""
    return not word.endswith(tuple(_NOT_NOUNS.get(language, "").split()) or ("\0",))


def find_verbs(texts: Iterable[str], language: str) -> frozenset[str]:
    """Return the words, in lower case, that mostly follow what stands before verbs: att, can."""
    before_verbs = frozenset(_BEFORE_VERBS.get(language, "").split())
    after: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for text in texts:
        words = [word.lower() for word in split_words(text)]
        counts.update(words)
        after.update(word for before, word in pairwise(words) if before in before_verbs)
    return frozenset(word for word, n in after.items() if 2 * n > counts[word])


def _beginning(word: str, endings: frozenset[str], known: Mapping[str, list[str]]) -> str:
    """Return the beginning that ``word`` shares with shorter words, the word itself if none."""
    if word in known:
        return word
    for length in range(1, 6):
        beginning, ending = word[:-length], word[-length:]
        if ending in endings and _long_enough(beginning):
            if beginning in known:
                return beginning
            for other in sorted(endings):
                if beginning + other in known:
                    return beginning + other
    return word


def _long_enough(beginning: str) -> bool:
    return len(beginning) >= _SHORTEST_BEGINNING or (
        len(beginning) == 2 and beginning[-1] in "åäöy"
    )


def _best(family: list[str], counts: Mapping[str, int]) -> str:
    commonest = max(counts[word] for word in family)
    common = [word for word in family if counts[word] * _RARER >= commonest]
    common = [word for word in common if not word.endswith(_MAYBE_DEFINITE)] or common
    return min(common, key=lambda word: (len(word), -counts[word], word)).removesuffix("'s")
