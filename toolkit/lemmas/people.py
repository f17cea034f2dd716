"""Which words of a Finnish text are names of people."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.lemmas.readings import FinnishDictionary
from toolkit.lemmas.words import Word


def find_people(words: Sequence[Word], dictionary: FinnishDictionary) -> frozenset[int]:
    """Return the places in ``words`` of names of people.

    *Toivo* inside a sentence is a person, at its start only before another name. What follows a
    first name with a capital is a surname, even where it means a rapid or a hill.
    """
    found: set[int] = set()
    for place, word in enumerate(words):
        if not word.has_capital:
            continue
        entry = dictionary.entry(word.text)
        after_name = place - 1 in found and _joined(word)
        if after_name and dictionary.entry(words[place - 1].text).is_first_name:
            found.add(place)
        elif entry.is_person:
            follower = words[place + 1] if place + 1 < len(words) else None
            if not word.opens or (follower and _may_be_surname(follower, dictionary)):
                found.add(place)
    return frozenset(found)


def _joined(word: Word) -> bool:
    return word.has_capital and not word.gap.strip()


def _may_be_surname(word: Word, dictionary: FinnishDictionary) -> bool:
    entry = dictionary.entry(word.text)
    return _joined(word) and (entry.is_person or not entry.is_known)
