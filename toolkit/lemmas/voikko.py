"""Finnish base forms from Voikko's dictionary, one reading chosen for every word of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.errors import MissingModel
from toolkit.i18n import N_
from toolkit.lemmas.people import find_people
from toolkit.lemmas.phrases import find_phrases
from toolkit.lemmas.readings import NAME, NOUN, PEOPLE_TOO, VERB, FinnishDictionary
from toolkit.lemmas.voting import CorpusVote
from toolkit.lemmas.words import Phrase, Word, find_words, stop_words

if TYPE_CHECKING:
    from libvoikko import Voikko


def open_voikko() -> Voikko:
    """Open Voikko's Finnish dictionary.

    Raises
    ------
    MissingModel
        If the library or the dictionary is not installed.
    """
    message = N_("The Finnish dictionary is missing. Install it: {command}")
    try:
        import libvoikko

        return libvoikko.Voikko("fi")
    except (ImportError, OSError, AttributeError) as missing:
        raise MissingModel(message, command="apt-get install libvoikko1 voikko-fi") from missing
    except Exception as missing:
        # VoikkoException is no subclass that could be named before the import succeeds.
        if type(missing).__name__ != "VoikkoException":
            raise
        raise MissingModel(message, command="apt-get install libvoikko1 voikko-fi") from missing


class VoikkoLemmatizer:
    """Base forms by Voikko alone. Fast; knows the corpus, but not the sentence around a word."""

    name = "voikko"

    def __init__(self, voikko: Voikko) -> None:
        self._dictionary = FinnishDictionary(voikko)
        self._stop = stop_words("fi")
        # The words of a corpus are asked for, and then its phrases.
        self._vote = lru_cache(maxsize=2)(self._read)

    def _read(self, texts: tuple[str, ...]) -> CorpusVote:
        return CorpusVote(self._dictionary, map(find_words, texts))

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the base forms of the nouns, adjectives and verbs of every text, in order.

        A word that may come of two gets the base form that the other words of ``texts`` speak
        for. Names of people are left out.
        """
        vote = self._vote(tuple(texts))
        return [self._lemmas(find_words(text), vote) for text in texts]

    def phrases(self, texts: Sequence[str]) -> list[list[Phrase]]:
        """Return the noun phrases of every text, their heads in the nominative."""
        vote = self._vote(tuple(texts))
        return [
            find_phrases(
                words,
                dictionary=self._dictionary,
                vote=vote,
                people=find_people(words, self._dictionary),
            )
            for words in map(find_words, texts)
        ]

    def as_noun(self, lemma: str) -> str:
        """Return the noun in the nominative that names ``lemma``, or nothing."""
        kinds = {r.kind for r in self._dictionary.entry(lemma).readings if r.lemma == lemma}
        if lemma in PEOPLE_TOO or kinds & {NOUN, NAME}:
            return lemma
        if VERB not in kinds:
            return ""
        nouns = (f"{stem}minen" for stem in _stems(lemma))
        return next((noun for noun in nouns if self._dictionary.is_doing(noun, lemma)), "")

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the base forms of the parts of a compound; empty when there is one part."""
        return self._dictionary.parts(lemma)

    def knows(self, word: str) -> bool:
        """Return whether the dictionary has ``word`` as something else than a name of people."""
        entry = self._dictionary.entry(word)
        return entry.is_known and (bool(entry.readings) or not entry.is_person)

    def is_person(self, word: str) -> bool:
        """Return whether ``word`` may be the name of a person."""
        return self._dictionary.entry(word).is_person

    def _lemmas(self, words: Sequence[Word], vote: CorpusVote) -> list[str]:
        people = find_people(words, self._dictionary)
        lemmas = (
            vote.lemma(word.text)
            for place, word in enumerate(words)
            if place not in people and word.text.lower() not in self._stop
        )
        return [lemma for lemma in lemmas if len(lemma) > 1 and lemma.lower() not in self._stop]


def _stems(verb: str) -> tuple[str, ...]:
    """Return what may stand before -minen; the dictionary tells which is right."""
    short = verb[:-2]
    return verb[:-1], short, short + "e", short + verb[-1], short + "tse", short + "ne"
