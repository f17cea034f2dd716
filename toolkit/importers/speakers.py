"""Speakers under numbers, and their names in what others say under the same numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property

from toolkit.importers.speech_lines import is_name
from toolkit.lemmas import NameFinder, load_name_finder
from toolkit.lemmas.words import Word, find_words
from toolkit.text import squeeze_spaces

__all__ = ["Speakers", "plain"]

_ADDED = re.compile(r"\s*[(\[/|].*|\s+[-–—]\s.*")  # (vieras), / Siun sote, - Nurmes
_ENDING = re.compile("i?(?:n|t?[aä]|(?:ll|lt|ss|st|n)[aä]|lle|ksi)|[aeiouyåäö]n|h[aä]n|s")
_GENITIVE = re.compile("['’]s?$")
_SEPARATORS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return text without odd spaces, its accents stored in one way: so are names found in it."""
    return unicodedata.normalize("NFC", squeeze_spaces(text))


class Speakers:
    """People of one record, called P1, P2 … in the order given.

    Parameters
    ----------
    names
        As the record writes them; what is added in brackets tells no people apart.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._numbers: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._parts: dict[str, tuple[str, ...]] = {}
        self._spelled: set[str] = set()
        for name in map(plain, names):
            if name and _key(name) not in self._numbers:
                self._numbers[_key(name)] = f"P{len(self._numbers) + 1}"
            if name:
                self._learn(name)
        self._longest_first = sorted(self._whole, key=len, reverse=True)
        listed = "|".join(f"({re.escape(name)})" for name in self._longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)
        self._starts = frozenset(part[:2] for part in self._parts)

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, name: str) -> str:
        """Return what a speaker is called; empty for a speaker without a name."""
        return self._numbers.get(_key(plain(name)), "")

    @cached_property
    def _finder(self) -> NameFinder:
        return load_name_finder()

    @property
    def has_dictionary(self) -> bool:
        """Whether inflected names are found."""
        return not self._parts or self._finder.is_complete

    def is_in(self, name: str) -> bool:
        """Whether the name of a file, or any other, holds the name of a speaker."""
        words = f" {_SEPARATORS.sub(' ', plain(name)).casefold()} "
        known = (*self._whole, *self._parts)
        return any(f" {_SEPARATORS.sub(' ', one).strip()} " in words for one in known)

    def mask(self, text: str, *, inflected: bool = True) -> tuple[str, int]:
        """Put numbers in place of the names of speakers, and return how many there were.

        A name is found as a whole, and by each part of it that is written with a capital, as it is
        or in a form that the dictionary reduces to it. Speakers who share the part are all
        named, such as ``"P2/P5"``.

        Parameters
        ----------
        inflected
            Whether other forms than the written one are looked for.
        """
        n_whole = 0
        if self._whole:
            text, n_whole = self._pattern.subn(self._number_of, text)
        words = find_words(text)
        if not any(word.text[:2].casefold() in self._starts for word in words):
            return text, n_whole
        meant = self._meant(words, inflected=inflected)
        parts: list[str] = []
        n_names = 0
        for place, word in enumerate(words):
            before = meant.get(place - 1, ()) if word.gap == " " else ()
            same = tuple(number for number in meant.get(place, ()) if number in before)
            if same:
                parts[-1] = "/".join(same)
                meant[place] = same
                continue
            n_names += place in meant
            parts += [word.gap, "/".join(meant.get(place, ())) or word.text]
        end = sum(len(word.gap) + len(word.text) for word in words)
        return "".join(parts) + text[end:], n_whole + n_names

    def _learn(self, name: str) -> None:
        number, bare = self._numbers[_key(name)], _bare(name)
        for whole in (bare, name):
            if " " in whole:
                self._whole.setdefault(whole.casefold(), number)
        words = [word.text for word in find_words(bare) if len(word.text) > 1]
        is_sure = is_name(bare) and len(words) > 1
        for word in words:
            is_particle = is_sure and word[0].islower()
            if not is_particle and (is_sure or self._finder.may_be_name(word)):
                known = self._parts.get(word.casefold(), ())
                self._parts[word.casefold()] = tuple(dict.fromkeys((*known, number)))
                self._spelled.add(word)

    def _number_of(self, found: re.Match[str]) -> str:
        return self._whole[self._longest_first[(found.lastindex or 1) - 1]]

    def _meant(self, words: Sequence[Word], *, inflected: bool) -> dict[int, tuple[str, ...]]:
        """Return the places of words that name speakers, and the numbers of those speakers."""
        found = {}
        for place, word in enumerate(words):
            numbers = self._as_written(word)
            if not numbers and inflected:
                numbers = self._inflected(word)
            if numbers:
                found[place] = numbers
        for place, numbers in tuple(found.items()):
            for other in (place - 1, place + 1):
                if other not in found and (same := self._halves(words, place, other, numbers)):
                    found[place] = found[other] = same
        return found

    def _as_written(self, word: Word) -> tuple[str, ...]:
        if not (word.text[0].isupper() or word.text in self._spelled):
            return ()
        spelled = word.text.casefold()
        return self._parts.get(spelled) or self._parts.get(_GENITIVE.sub("", spelled), ())

    def _inflected(self, word: Word) -> tuple[str, ...]:
        """Return who a word with a capital names in another form than the record does.

        The first word of a sentence has to be a name and nothing else: *Annan* means "I give", too.
        """
        if not word.has_capital or word.text[:2].casefold() not in self._starts:
            return ()
        numbers = self._parts.get(self._finder.base(word.text), ())
        if numbers:
            return () if word.opens and not self._finder.find(word.text) else numbers
        # Names that are in no dictionary, with an ending.
        spelled = word.text.casefold()
        ended = [
            part
            for part in self._parts
            for stem in _stems(part)
            if spelled.startswith(stem) and _ENDING.fullmatch(spelled[len(stem) :])
        ]
        is_name = not word.opens or self._finder.may_be_name(word.text)
        return self._parts[max(ended, key=len)] if ended and is_name else ()

    def _halves(
        self, words: Sequence[Word], place: int, other: int, numbers: Sequence[str]
    ) -> tuple[str, ...]:
        """Return whose other half the word beside a name is, in a form no dictionary reduces."""
        if not 0 <= other < len(words) or words[max(place, other)].gap != " ":
            return ()
        word = words[other].text
        halves = (
            who
            for part, who in self._parts.items()
            if word.casefold()[: _length_of_stem(part)] == part[: _length_of_stem(part)]
        )
        both = (number for who in halves for number in who if number in numbers)
        return tuple(both) if word[0].isupper() else ()


def _stems(part: str) -> tuple[str, ...]:
    """Return what endings are put to: Eelias, Eeliakse-lta; Öijynen, Öijyse-n."""
    if part.endswith("nen"):
        return (f"{part[:-3]}se",)
    return (part, f"{part[:-1]}kse") if part.endswith("s") else (part,)


def _length_of_stem(part: str) -> int:
    """Return how many letters every form of a name begins with, or nearly every."""
    return max(3, len(part) - 3)


def _bare(name: str) -> str:
    return _ADDED.sub("", name).strip() or name


def _key(name: str) -> str:
    return _bare(name).casefold()
