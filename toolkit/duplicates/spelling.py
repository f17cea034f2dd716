"""A note as it is compared: its words, and what must never differ between near-duplicates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import xor
from typing import NamedTuple

from toolkit.negations import DENIALS, WITHOUT
from toolkit.text import squeeze_spaces

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?:(?<!\w)[-−])?\d+(?:[.,:/]\d+)*")
_FACE = re.compile(r"(?<!\w)([:;=])['’]?-?([()\[\]DP/\\|])")
# Pictures, currencies and signs of arithmetic say something: "chat +" is not "chat -" or "chat 👎".
_SIGN_CLASSES = frozenset({"So", "Sc", "Sm"})
_PERCENT = frozenset("%‰")
# Words without which a note says the same.
_FILLERS = frozenset(
    ("ja", "sekä", "että", "myös", "kiitos", "och", "samt", "att", "också", "tack", "and", "also",
     "please", "thanks")
)  # fmt: skip
_NEGATION = re.compile(rf"\b(?:{DENIALS} | {WITHOUT})\b", re.VERBOSE)
_NUMERAL = re.compile(
    r"""(?:yksi|yhde|kaksi|kahde|kolm|neljä|viisi|viide|kuusi|kuude|seitsem|kymmen|sata|sada|tuha
      | ensimm|tois
      | fyra|fyrt|fjärde|fjort|femt|sjut|åtti|arton|nitti|nitton|tretti|tretton|tjugo|hundra|tusen
      | först|andra|tredje
      | three|third|thirt|four|fort|five|fift|sixt|seven|eight|nine|ninth|twelve|twelf|twent|hundred
      | thousand|first|second
    )""",
    re.VERBOSE,
)
_SHORTEST_VARIED = 5
_HEAD = 3
_WORDS_PER_VARIANT = 4


class Spelling(NamedTuple):
    """What two notes are compared by.

    Attributes
    ----------
    words
        In order, in small letters, without fillers.
    fixed
        Numbers, negations and signs: between near-duplicates these are the same.
    """

    words: tuple[str, ...]
    fixed: tuple[tuple[str, ...], ...]

    def keys(self) -> Iterator[int]:
        """Yield keys for finding notes worth comparing: near-duplicates share one, others seldom.

        Only two slips among the first three letters of words, in a note of eight or more, hide a
        pair.
        """
        yield hash(("joined", "".join(self.words), self.fixed))
        few = _n_variants(len(self.words)) == 1  # the others are the same to the last letter
        heads = [
            hash((i, w if few or not _may_vary(w) else w[:_HEAD])) for i, w in enumerate(self.words)
        ]
        # Exclusive or: one word is taken out of the whole without reading the others again.
        whole = reduce(xor, heads)
        for place, word in enumerate(self.words):
            if _may_vary(word):
                for part in _cuts(word) if few else word[0]:
                    yield whole ^ heads[place] ^ hash((place, "part", part))


def _cuts(word: str) -> set[str]:
    """Return a word, and the word with each letter but the first left out.

    Two words with a slip of the keys between them share one, others seldom (the deletion
    neighbourhood of Garbe's SymSpell and of Bocek et al. 2007).
    """
    return {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))}


def spell(text: str) -> Spelling:
    """Return a note as it is compared."""
    text = unicodedata.normalize("NFC", squeeze_spaces(text)).casefold()
    words = _WORD.findall(text)
    kept = [word for word in words if word not in _FILLERS]
    return Spelling(
        tuple(kept or words or [text]), (_numbers(text), _negations(text), _signs(text))
    )


def is_near(one: Spelling, other: Spelling) -> bool:
    """Whether two notes have nearly the same words in the same order.

    Every word has its like, at most one in four with a slip of the keys: one letter more, less,
    another or changed places. Nothing else may be added, left out or replaced: a word can turn a
    note round.
    """
    if one.fixed != other.fixed:
        return False
    if "".join(one.words) == "".join(other.words):
        return True
    if len(one.words) != len(other.words):
        return False
    pairs = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    if len(pairs) > _n_variants(len(one.words)):
        return False
    return all(_is_slip(*pair) for pair in pairs)


def _n_variants(n_words: int) -> int:
    """Return how many words of a note may have a slip."""
    return max(1, n_words // _WORDS_PER_VARIANT)


def _is_slip(one: str, other: str) -> bool:
    """Whether a word may be the other mistyped: short words and first letters tell words apart."""
    if one[0] != other[0] or not (_may_vary(one) and _may_vary(other)):
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) == 1
    one, other = one[start:], other[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )


@lru_cache(maxsize=100_000)
def _may_vary(word: str) -> bool:
    """Whether a letter of a word may differ: not in a short one, a number or a negation."""
    return (
        len(word) >= _SHORTEST_VARIED
        and word.isalpha()
        and not _NUMERAL.match(word)
        and not _NEGATION.fullmatch(word)
    )


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(text))


def _negations(text: str) -> tuple[str, ...]:
    return tuple(_NEGATION.findall(text))


def _signs(text: str) -> tuple[str, ...]:
    faces = {eyes + mouth for eyes, mouth in _FACE.findall(text)}
    signs = {c for c in set(text) if unicodedata.category(c) in _SIGN_CLASSES or c in _PERCENT}
    return tuple(sorted(faces | signs))
