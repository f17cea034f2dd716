"""Numbers written as words: from nought to thousands, in Finnish cases, Swedish and English."""

from __future__ import annotations

import re
from functools import lru_cache

_CASE = r"(?:n|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä])"
_ONES_FI = (
    rf"nolla(?:{_CASE}|a)?",
    rf"yksi|yhtä|yhteen|yhde{_CASE}",
    rf"kaksi|kahta|kahteen|kahde{_CASE}",
    rf"kolme(?:{_CASE}|a|en)?",
    rf"neljä(?:{_CASE}|ä|än)?",
    rf"viisi|viittä|viiteen|viide{_CASE}",
    rf"kuusi|kuutta|kuuteen|kuude{_CASE}",
    rf"seitsem(?:än(?:ä|ään)?|ää|ään|ä{_CASE})",
    rf"kahdeksa(?:n|a|an|{_CASE})",
    rf"yhdeksä(?:n|ä|än|{_CASE})",
    rf"kymmen(?:en|tä|een|e{_CASE})",
)
_ANY_FI = "|".join(_ONES_FI[1:10])
_FI = re.compile(
    rf"""(?:(?P<thousands>{_ANY_FI})?tuha(?:t|tta|nne{_CASE}))?
    (?:(?P<hundreds>{_ANY_FI})?sa(?:ta|taa|taan|da{_CASE}))?
    (?:(?P<tens>{_ANY_FI})kymmen(?:en|tä|een|e{_CASE}))?
    (?:(?P<ten>{_ONES_FI[10]})|(?P<ones>{_ANY_FI})(?P<teen>toista)?)?""",
    re.VERBOSE,
)
_HAS_FI = {"thousands": r"tuha(?:t|nn)", "hundreds": r"sa(?:ta|da)"}

_SMALL = {
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton"
    " sjutton arton nitton",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
# "yksi tapa", "en gång", "no one": alone these seldom count anything.
SELDOM_COUNT = re.compile(r"yksi|yhtä|yhteen|yhde\w+|nolla\w*|en|ett|one|noll|zero", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def read_number_word(word: str) -> int | None:
    """Return the value of a numeral, or None when the word is none.

    >>> [read_number_word(word) for word in ("neljätoista", "kahdessa", "tjugofem", "forty-two")]
    [14, 2, 25, 42]
    >>> read_number_word("kolmas"), read_number_word("neljännes"), read_number_word("toista")
    (None, None, None)
    """
    word = word.casefold()
    found = _read_finnish(word)
    return found if found is not None else _GERMANIC.get(word.replace("-", ""))


def _read_finnish(word: str) -> int | None:
    if re.fullmatch(_ONES_FI[0], word):
        return 0
    match = _FI.fullmatch(word)
    if match is None or not word:
        return None
    part = match.groupdict()
    total = 0
    for name, scale in (("thousands", 1000), ("hundreds", 100)):
        if part[name] or re.search(_HAS_FI[name], word):
            total += scale * (_one(part[name]) if part[name] else 1)
    total += 10 * _one(part["tens"]) if part["tens"] else 0
    total += 10 * bool(part["ten"]) + (_one(part["ones"]) if part["ones"] else 0)
    return total + 10 * bool(part["teen"])


def _one(word: str) -> int:
    return next(value for value, form in enumerate(_ONES_FI) if re.fullmatch(form, word))


def _germanic() -> dict[str, int]:
    values: dict[str, int] = {"ett": 1, "hundra": 100, "etthundra": 100, "hundred": 100}
    for language, hundred in (("sv", "hundra"), ("en", "hundred")):
        small = _SMALL[language].split()
        values |= {word: value for value, word in enumerate(small)}
        for ten, word in enumerate(_TENS[language].split(), start=2):
            values[word] = 10 * ten
            values |= {word + one: 10 * ten + value for value, one in enumerate(small[1:10], 1)}
            values[f"{word}ett"] = 10 * ten + 1
        values |= {f"{one}{hundred}": 100 * value for value, one in enumerate(small[2:10], 2)}
    return values


_GERMANIC = _germanic()
