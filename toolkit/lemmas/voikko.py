"""Finnish base forms from Voikko's dictionary, one reading chosen for every word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from toolkit.errors import MissingModel
from toolkit.i18n import N_
from toolkit.lemmas.words import split_words, stop_words

if TYPE_CHECKING:
    from libvoikko import Voikko

NOUN, ADJECTIVE, VERB, NAME = "noun", "adjective", "verb", "name"

# A word that can be one of these is one: "ilman" is nearly always "without", hardly ever "of air".
_FUNCTION_CLASSES = frozenset(
    ("seikkasana", "suhdesana", "sidesana", "asemosana", "kieltosana", "lukusana", "huudahdussana")
)
_KINDS = {
    "nimisana": NOUN,
    "nimisana_laatusana": ADJECTIVE,
    "lyhenne": NOUN,
    "laatusana": ADJECTIVE,
    "teonsana": VERB,
    "paikannimi": NAME,
    "nimi": NAME,
}
# Of the words that are both noun and adjective these name people; most are like "kuiva", dry.
_PEOPLE = frozenset({"aikuinen", "eläkeläinen", "läheinen", "nuori", "omainen", "sukulainen"})
_ORDER = (NOUN, ADJECTIVE, VERB, NAME)
# Names of people (etunimi, sukunimi) are no base forms: a person is not a theme.

_ACTION = re.compile(r"(\w+)\[Tn4\]mi")
_BASE = re.compile(r"\((\w+)\)")


class Reading(NamedTuple):
    """One way to understand a word. ``rare`` and ``unlikely``: usually there is a better one."""

    lemma: str
    kind: str
    rare: bool
    unlikely: bool
    n_parts: int


@cache
def _rare_readings() -> frozenset[str]:
    path = files("toolkit") / "resources" / "stopwords" / "fi-rare-readings.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


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


class FinnishDictionary:
    """Readings of Finnish words. The same word always gets the same base form."""

    def __init__(self, voikko: Voikko) -> None:
        self._voikko = voikko
        # Notes repeat their words, and a dictionary look-up costs more than the rest.
        self.readings = lru_cache(maxsize=100_000)(self._readings)
        self.parts = lru_cache(maxsize=100_000)(self._parts)

    def lemma(self, word: str, kinds: frozenset[str] = frozenset(_ORDER)) -> str:
        """Return the base form of ``word``; empty if it is not a content word.

        Unknown words come back in lower case: spoken Finnish and new words are common in notes,
        and a wrong guess hides more than no guess.
        """
        readings = self.readings(word)
        if readings is None:
            return word.lower()
        fitting = [reading for reading in readings if reading.kind in kinds] or readings
        return fitting[0].lemma if fitting else ""

    def as_noun(self, lemma: str) -> str:
        """Return ``lemma`` if it is a noun, the noun for doing it if a verb, otherwise nothing."""
        kinds = {r.kind for r in self.readings(lemma) or () if r.lemma == lemma}
        if lemma in _PEOPLE or kinds & {NOUN, NAME}:
            return lemma
        if VERB not in kinds:
            return ""
        nouns = (f"{stem}minen" for stem in _stems(lemma))
        return next((noun for noun in nouns if self._is_doing(noun, lemma)), "")

    def _is_doing(self, noun: str, verb: str) -> bool:
        analyses = self._voikko.analyze(noun)
        return any(a["BASEFORM"] == verb and a.get("MOOD") == "MINEN-infinitive" for a in analyses)

    def _readings(self, word: str) -> tuple[Reading, ...] | None:
        """Return content readings, likeliest first; None if the word is unknown."""
        analyses = self._voikko.analyze(word)
        if not analyses:
            return None
        if any(analysis["CLASS"] in _FUNCTION_CLASSES for analysis in analyses):
            return ()
        readings = {_read(analysis) for analysis in analyses if analysis["CLASS"] in _KINDS}
        return tuple(sorted(readings, key=_likelihood))

    def _parts(self, lemma: str) -> tuple[str, ...]:
        """Return the base forms of the parts of a compound; empty when there is one part."""
        analyses = self._voikko.analyze(lemma)
        # The fewest parts are the right ones: työ + voima, not työ + voi + maa.
        structure = min((a["STRUCTURE"] for a in analyses), key=_count_parts, default="")
        lengths = [len(part.replace("-", "")) for part in structure.split("=")[1:]]
        bare = lemma.replace("-", "")
        if len(lengths) < 2 or sum(lengths) != len(bare):
            return ()
        starts = [sum(lengths[:n]) for n in range(len(lengths))]
        surfaces = [bare[s : s + n] for s, n in zip(starts, lengths, strict=True)]
        return tuple(part for part in map(self.lemma, surfaces) if part)


class VoikkoLemmatizer:
    """Base forms by Voikko alone. Fast; sees a word at a time, without its sentence."""

    name = "voikko"

    def __init__(self, voikko: Voikko) -> None:
        self._dictionary = FinnishDictionary(voikko)
        self._stop = stop_words("fi")

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the base forms of the nouns, adjectives and verbs of every text, in order."""
        return [[lemma for lemma in map(self._lemma, split_words(text)) if lemma] for text in texts]

    def as_noun(self, lemma: str) -> str:
        """Return the noun in the nominative that names ``lemma``, or nothing."""
        return self._dictionary.as_noun(lemma)

    def parts(self, lemma: str) -> tuple[str, ...]:
        """Return the base forms of the parts of a compound; empty when there is one part."""
        return self._dictionary.parts(lemma)

    def _lemma(self, word: str) -> str:
        if word.lower() in self._stop:
            return ""
        lemma = self._dictionary.lemma(word)
        return lemma if len(lemma) > 1 and lemma.lower() not in self._stop else ""


def _read(analysis: Mapping[str, str]) -> Reading:
    lemma, kind = analysis["BASEFORM"], _KINDS[analysis["CLASS"]]
    n_parts = _count_parts(analysis["STRUCTURE"])
    mood, participle = analysis.get("MOOD"), analysis.get("PARTICIPLE", "")
    if mood == "MINEN-infinitive":
        lemma, kind = _action(lemma, analysis.get("FSTOUTPUT", "")), NOUN
    elif participle.startswith("past") and n_parts == 1:
        verb = _BASE.search(analysis.get("WORDBASES", ""))
        lemma, kind = (verb.group(1), VERB) if verb else (lemma, kind)
    return Reading(
        lemma,
        kind,
        lemma in _rare_readings() or (n_parts > 1 and lemma.endswith(tuple(_rare_readings()))),
        bool(
            (mood == "imperative" and analysis.get("NUMBER") == "singular")
            or mood in {"potential", "E-infinitive"}
            or participle
            or "POSSESSIVE" in analysis
        ),
        n_parts,
    )


def _action(verb: str, output: str) -> str:
    """Return the noun for doing ``verb``: kehittäminen names a theme better than kehittää."""
    found = _ACTION.search(output)
    if not found:
        return verb
    stem = found.group(1)
    start = verb.rfind(stem[:3])  # the first parts of a compound verb are not in the stem
    return (verb[:start] if start > 0 else "") + stem + "minen"


def _stems(verb: str) -> tuple[str, ...]:
    """Return what may stand before -minen; the dictionary tells which is right."""
    short = verb[:-2]
    return verb[:-1], short, short + "e", short + verb[-1], short + "tse", short + "ne"


def _count_parts(structure: str) -> int:
    return structure.count("=")


def _likelihood(reading: Reading) -> tuple[bool, int, bool, int, str]:
    # Fewer parts first: asema, not ase + maa.
    kind = _ORDER.index(reading.kind)
    return reading.rare, reading.n_parts, reading.unlikely, kind, reading.lemma
