"""What a sentence of a language model must not have, and what the notes it cites must have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from toolkit.drafting.typed import claims_how_many
from toolkit.i18n import N_
from toolkit.lemmas import known_names, split_words, stop_words
from toolkit.negations import is_negation

# One sentence of letters and the plainest signs: no digit, quote, bracket, markup or address.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,;:–-]|(?<=[^\W\d_])’(?=[^\W\d_]))*\.")

_NUMBER_WORDS = {
    "fi": r"yksi|kaksi\w*|kahde\w*|kahta|kahteen|kolm\w+|neljä\w*|viisi|viide\w*|viittä|kuude\w*"
    r"|kuutta|seitsem\w+|kahdeksa\w+|yhdeksä\w+|kymmen\w+|sata|sato?j\w+|sada\w*|tuhat|tuhan\w+"
    r"|miljoon\w+|mon(?:i|et|en|ta|ia)|moni(?:lla|lle|lta|en)|use(?:a|at|ita|iden|immat|immilla)"
    r"|harva\w*|enimmäkseen|yleisesti|yleensä",
    "sv": r"två|tre|fyra|fem|sex|sju|åtta|nio|tio|hundra\w*|tusen\w*|miljon\w*|många|flera|flest\w*"
    r"|få|några|allmänt|oftast",
    "en": r"two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|millions?|many"
    r"|several|few|some|often|generally|usually",
}
# Notes are not people: who wrote them, and how many, is not known.
_PEOPLE = {
    "fi": r"osallistuj\w+|vastaaj\w+|enemmistö\w*|vähemmistö\w*",
    "sv": r"deltagar\w+|respondent\w*|majoritet\w*|minoritet\w*",
    "en": r"participants?|respondents?|majorit\w+|minorit\w+",
}
_COUNTS = {
    language: re.compile(rf"\b(?:{words}|{_PEOPLE[language]})\b", re.IGNORECASE)
    for language, words in _NUMBER_WORDS.items()
}
# What is said to be missing is denied too.
_LACK = {
    "fi": re.compile(r"puut\w+", re.IGNORECASE),
    "sv": re.compile(r"saknas?", re.IGNORECASE),
    "en": re.compile(r"lacks?", re.IGNORECASE),
}
_NO_NEGATION = {"sv": {"en", "et"}, "en": {"en", "et"}}  # a Finnish "I do not" is a Swedish "a"

_SHORTEST_WORD = 4  # letters; shorter words carry little meaning
SUPPORT = 0.6
"""Share of a sentence's words of meaning that the notes it cites must have in some form."""

_ALIKE = 0.5  # of the letter triples of two words
_STEM = 0.6  # of the letters of a word: what inflection mostly leaves


def find_fault(text: str, cited: Sequence[str], *, language: str) -> str:
    """Return why a sentence cannot be used, a message id; empty when it can.

    Parameters
    ----------
    cited
        The words of the notes it says it rests on.
    """
    text = unicodedata.normalize("NFC", text)
    if not _PLAIN.fullmatch(text) or any(sign.isnumeric() for sign in text):
        return N_("A sentence has numbers, quotes or signs that it may not have.")
    if _COUNTS[language].search(text) or claims_how_many(text):
        return N_("A sentence says how many, and only the programme may count.")
    if _has_name(text, cited):
        return N_("A sentence has a proper name.")
    if support(text, cited, language=language) < SUPPORT:
        return N_("A sentence says what the notes it cites do not say.")
    if _denies(text, language) not in [_denies(note, language) for note in cited]:
        return N_("A sentence denies what the notes say, or says what they deny.")
    return ""


def _has_name(text: str, cited: Iterable[str]) -> bool:
    """Tell whether a sentence has a name: of its first word only a known name, or one in a note."""
    first, *others = split_words(text)
    inside = {word for note in cited for word in _inner_words(note)}
    return (
        any(word[0].isupper() for word in others)
        or first.casefold() in known_names()
        or first in inside
    )


def _inner_words(note: str) -> Iterator[str]:
    for part in re.split(r"[.!?:\n]", note):
        yield from (word for word in split_words(part)[1:] if word[0].isupper())


def support(text: str, cited: Iterable[str], *, language: str) -> float:
    """Return which share of the words of meaning of ``text`` the notes have in some form, 0–1.

    Two words are one when half of their letter triples are the same (Dice), or when the beginning
    of one stands in the other: so inflected forms and parts of compounds are found in every
    language without a dictionary. Negations are no words of meaning here. A text without words of
    meaning has no support.
    """
    known = {word for note in cited for word in _words(note, language)}
    asked = list(_words(text, language))
    found = sum(any(_is_one(word, other) for other in known) for word in asked)
    return found / len(asked) if asked else 0.0


def _words(text: str, language: str) -> Iterator[str]:
    dull = stop_words(language)
    plain = unicodedata.normalize("NFC", text).replace("'", "’").casefold()
    for word in split_words(plain):
        if len(word) >= _SHORTEST_WORD and word not in dull and not _is_denial(word, language):
            yield word


def _denies(text: str, language: str) -> bool:
    return any(_is_denial(word, language) for word in split_words(text.replace("'", "’")))


def _is_denial(word: str, language: str) -> bool:
    if _LACK[language].fullmatch(word):
        return True
    return is_negation(word) and word.casefold() not in _NO_NEGATION.get(language, ())


def _is_one(word: str, other: str) -> bool:
    if _beginning(word) in other or _beginning(other) in word:
        return True
    one, two = _triples(word), _triples(other)
    return 2 * len(one & two) >= _ALIKE * (len(one) + len(two))


def _beginning(word: str) -> str:
    return word[: max(_SHORTEST_WORD, round(_STEM * len(word)))]


@lru_cache(maxsize=10_000)
def _triples(word: str) -> frozenset[str]:
    padded = f" {word}"
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))
