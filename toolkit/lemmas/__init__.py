"""Dictionary forms of the words that carry the meaning of a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Protocol

from toolkit.errors import MissingModel
from toolkit.i18n import N_
from toolkit.lemmas.frames import strip_frame
from toolkit.lemmas.names import NameFinder, PersonName
from toolkit.lemmas.parser import ParsedWord, Parser, SpacyParser, load_parser
from toolkit.lemmas.words import (
    Phrase,
    PlainLemmatizer,
    Word,
    find_words,
    known_names,
    light_words,
    split_words,
    stop_words,
)

__all__ = [
    "DEFAULT_LEMMATIZER",
    "LEMMATIZERS",
    "Lemmatizer",
    "NameFinder",
    "ParsedWord",
    "Parser",
    "PersonName",
    "Phrase",
    "PlainLemmatizer",
    "SpacyParser",
    "Word",
    "find_words",
    "known_names",
    "light_words",
    "load_lemmatizer",
    "load_name_finder",
    "load_parser",
    "split_words",
    "stop_words",
    "strip_frame",
]


class Lemmatizer(Protocol):
    """Anything that finds the dictionary forms of words."""

    @property
    def name(self) -> str:
        """What ``load_lemmatizer`` calls it."""

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        """Return, for every text, the base forms of its nouns, adjectives and verbs in order.

        Words that tell nothing of a theme are left out, and names of people; unknown words stay
        as they are. All texts of a corpus together: they decide between the forms of a word.
        """

    def phrases(self, texts: Sequence[str]) -> list[list[Phrase]]:
        """Return the noun phrases of every text, none where the language is not known so well."""

    def knows(self, word: str) -> bool:
        """Return whether a dictionary has ``word`` as something else than a name of people."""

    def is_person(self, word: str) -> bool:
        """Return whether a dictionary has ``word`` as the name of a person."""

    def as_noun(self, lemma: str) -> str:
        """Return the noun that can name a theme: ``lemma`` itself, *kysyminen* of *kysyä*.

        Empty for words that name nothing: adjectives and words the dictionary does not know.
        """

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the base forms of the parts of a compound; empty when there is one part."""


def _voikko() -> Lemmatizer:
    from toolkit.lemmas.voikko import VoikkoLemmatizer, open_voikko

    return VoikkoLemmatizer(open_voikko())


def _spacy() -> Lemmatizer:
    from toolkit.lemmas.spacy_fi import load_spacy
    from toolkit.lemmas.voikko import open_voikko

    return load_spacy(open_voikko())


LEMMATIZERS: dict[str, tuple[tuple[str, ...], Callable[[], Lemmatizer]]] = {
    "voikko": (("libvoikko",), _voikko),
    "spacy": (("spacy", "spacy_fi_experimental_web_md", "libvoikko"), _spacy),
    "plain": ((), PlainLemmatizer),
}
DEFAULT_LEMMATIZER = "voikko"


def load_lemmatizer(name: str | None = None) -> Lemmatizer:
    """Return the lemmatizer called ``name``, by default ``DEFAULT_LEMMATIZER``.

    Parameters
    ----------
    name
        ``"voikko"``: Finnish, by dictionary alone. ``"spacy"``: Finnish, the spaCy pipeline with
        Voikko's base forms. ``"plain"``: words as they are, for other languages.

    Raises
    ------
    ValueError
        If ``name`` is not one of ``LEMMATIZERS``.
    MissingModel
        If a library or the dictionary behind it is not installed.
    """
    name = name or DEFAULT_LEMMATIZER
    if name not in LEMMATIZERS:
        msg = f"no lemmatizer is called {name!r}; choose from {', '.join(LEMMATIZERS)}"
        raise ValueError(msg)
    packages, load = LEMMATIZERS[name]
    for package in packages:
        if find_spec(package) is None:
            raise MissingModel(
                N_("A library is missing. Install it: {command}"),
                command=f"pip install {package.replace('_', '-')}",
            )
    return load()


def load_name_finder() -> NameFinder:
    """Return what finds names of people: with Voikko's dictionary if it is installed."""
    from toolkit.lemmas.readings import FinnishDictionary
    from toolkit.lemmas.voikko import open_voikko

    try:
        return NameFinder(FinnishDictionary(open_voikko()))
    except MissingModel:
        return NameFinder(None)
