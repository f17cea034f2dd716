"""Signs in the shape of a word, and beside it, that it is the name of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from toolkit.lemmas.readings import (
    GENITIVE,
    NAME,
    NOMINATIVE,
    NOUN,
    PARTITIVE,
    FinnishDictionary,
)
from toolkit.lemmas.words import Word, known_names, read_words

_ENDING = re.compile(
    r"(?:i?n|i?ll[aä]|i?lle|i?lt[aä]|i?ss[aä]|i?st[aä]|i?t?[aä]|ksi|n[aä]|iin|h[aeiouyäö]n|s|’s|'s)$"
)
_SURNAME = re.compile(
    r"\w{3,}(?:[qk]vist|ström|gren|stedt|sson|blom|lund|holm|berg|dahl|enko|ov|ova|ev|eva|ski|sky"
    r"|wicz|dottir|oğlu|shvili)(?:s|i?n|i?lle|i?lla|i?lta|i?a|i?ssa|i?sta|ille|illa)?",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?:stockholm|göteborg|strömfors|karleborg|fredriksberg|moskov)\w*", re.I)
# The school of Koivula is no school of somebody called Koivula.
_OF_A_PLACE = re.compile(
    r"(?:koulu|päiväko|kirjasto|kylä|terveysas|palvelu|kaupungino|seurak|alue|keskus|talo|liikun"
    r"|urheil|hoiva|hoito|asuin|ranta|ranna|puisto|tie\b|tien\b|silta|silla|asema|tori|kenttä)\w*"
)
_AND = frozenset(("ja", "sekä", "och", "and"))


@cache
def _before_names() -> frozenset[str]:
    return read_words("before-names")


@cache
def _after_names() -> frozenset[str]:
    return read_words("after-names")


@cache
def _brands() -> frozenset[str]:
    return read_words("brands")


def is_listed(word: Word, dictionary: FinnishDictionary | None = None) -> bool:
    """Return whether the list of names has a word.

    One with a capital that the dictionary lacks may be inflected.
    """
    small = word.text.lower()
    if small in known_names():
        return True
    if not word.has_capital or (dictionary and dictionary.entry(word.text).is_known):
        return False
    return not stems_of(small).isdisjoint(known_names())


def stems_of(small: str) -> set[str]:
    """Return what an inflected name may be of, besides itself."""
    stem = _ENDING.sub("", small)
    if len(stem) < 4:
        return set()
    stems = {stem, stem.removesuffix("i")}
    if stem.endswith("se"):  # Niemiselle is of Nieminen, Eeliakselle of Eelias
        stems |= {stem[:-2] + "nen", stem.removesuffix("kse") + "s"}
    return stems


def looks_like_surname(word: Word, dictionary: FinnishDictionary) -> bool:
    """Return whether a word that the dictionary lacks is built like a surname: Lindqvist."""
    return (
        word.has_capital
        and bool(_SURNAME.fullmatch(word.text))
        and not _TOWN.fullmatch(word.text)
        and not dictionary.entry(word.text).is_known
    )


def is_double(word: Word, dictionary: FinnishDictionary) -> bool:
    """Return whether a word is a name of two, one of which is known: Ulla-Britt, not Meri-Lappi."""
    first, dash, second = word.text.partition("-")
    if not dash or not word.has_capital or not second[:1].isupper() or second.isupper():
        return False
    entries = dictionary.entry(first), dictionary.entry(second)
    return any(entry.is_person for entry in entries) and all(
        entry.is_person or not entry.is_known for entry in entries
    )


def is_brand(word: Word) -> bool:
    """Return whether a word names a service or an organisation: Wilma, Pohteen."""
    small = word.text.lower()
    return small in _brands() or not stems_of(small).isdisjoint(_brands())


def is_stranger(word: Word, dictionary: FinnishDictionary) -> bool:
    """Return whether a word inside a Finnish sentence has a capital and no dictionary has it."""
    return (
        word.has_capital
        and not word.opens
        and word.text.isalpha()
        and word.text[1:].islower()
        and len(word.text) > 3
        and not is_brand(word)
        and not dictionary.entry(word.text).is_known
    )


def find_by_signs(
    words: Sequence[Word], found: frozenset[int], dictionary: FinnishDictionary
) -> frozenset[int]:
    """Return ``found``, places in ``words``, with the names that other words point to.

    A title or kin before a word (*hoitaja Salo*), what people do after it (*Toivo asuu*), a name
    at its side (*Ahmed Nurin*, *E. Virtanen*, *Hilkka ja Veikko*).
    """
    names = set(found)
    for place, word in enumerate(words):
        title = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        if (title and _is_titled(title, word, dictionary)) or (
            after and _is_told_by_next(word, after, dictionary)
        ):
            names.add(place)
    for place in range(len(words) - 1):  # what follows a name, from left to right
        if place in names and _follows(words[place + 1], dictionary):
            names.add(place + 1)
    for place in range(len(words) - 1, 0, -1):
        if place in names and _leads(words, place, dictionary):
            names.add(place - 1)
        elif place in names and _is_in_pair(words, place, dictionary):
            names.add(place - 2)
    alone = {
        place for place in names if is_brand(words[place]) and not {place - 1, place + 1} & names
    }
    return frozenset(names - alone - _of_places(words))


def _is_told_by_next(word: Word, after: Word, dictionary: FinnishDictionary) -> bool:
    if not word.has_capital or after.gap != " ":
        return False
    entry = dictionary.entry(word.text)
    is_unknown = not entry.is_known and word.text.isalpha()
    if after.text.lower() in _after_names() and (entry.is_person or is_unknown):
        return True
    is_first = entry.is_first_name and not dictionary.is_function_word(after.text)
    return is_first and _follows(after, dictionary)


def _is_in_pair(words: Sequence[Word], place: int, dictionary: FinnishDictionary) -> bool:
    """Return whether two words before a name there is another, with *and* between."""
    if place < 2 or words[place - 1].text.lower() not in _AND:
        return False
    first = words[place - 2]
    return first.has_capital and dictionary.entry(first.text).is_person


def _is_titled(title: Word, word: Word, dictionary: FinnishDictionary) -> bool:
    gaps = {" ", ": ", ", ", "\n", ",\n", ". "} if title.opens else {" ", ": "}
    return (
        title.text.lower() in _before_names()
        and word.gap in gaps
        and word.has_capital
        and _may_be_name(word, dictionary)
    )


def _may_be_name(word: Word, dictionary: FinnishDictionary) -> bool:
    """Return whether a word after a title is a name: Salo and Kokko, not Nuorisotalolta or On."""
    entry = dictionary.entry(word.text)
    if entry.is_person or not entry.is_known:
        return not is_brand(word)
    is_noun = any(r.case == NOMINATIVE and r.kind in {NOUN, NAME} for r in entry.readings)
    return is_noun and word.gap == " " and not dictionary.is_only_place(word.text)


def _follows(word: Word, dictionary: FinnishDictionary) -> bool:
    if is_initial(word):
        return word.gap == " "
    if not word.has_capital or word.gap != " ":
        return False
    cases = {reading.case for reading in dictionary.entry(word.text).readings}
    is_there = cases.isdisjoint({NOMINATIVE, GENITIVE, PARTITIVE})  # Liisa Oulusta, Pirjo Savela
    return not (dictionary.is_only_place(word.text) and is_there)


def _leads(words: Sequence[Word], place: int, dictionary: FinnishDictionary) -> bool:
    """Return whether the word before a name is a part of it."""
    word, before = words[place], words[place - 1]
    if is_initial(before):
        return word.gap in {". ", ".", " "}
    if not before.has_capital or word.gap != " ":
        return False
    entry = dictionary.entry(before.text)
    if entry.is_person:  # Aina Lipponen, not Ainakin Lipponen
        return bool(entry.readings) or dictionary.is_only_name(before.text)
    return is_listed(before, dictionary) or not (entry.is_known or before.opens)


def is_initial(word: Word) -> bool:
    """Return whether a word is one capital letter."""
    return len(word.text) == 1 and word.text.isupper()


def _of_places(words: Sequence[Word]) -> set[int]:
    return {
        place
        for place, word in enumerate(words[:-1])
        if word.text.endswith(("lan", "län"))
        and words[place + 1].gap == " "
        and _OF_A_PLACE.fullmatch(words[place + 1].text)
    }
