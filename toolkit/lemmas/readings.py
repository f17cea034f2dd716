"""What a Finnish word can be, by Voikko's dictionary: base form, kind, case and number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toolkit.lemmas.plurals import guess_plurals
from toolkit.lemmas.words import read_words

if TYPE_CHECKING:
    from libvoikko import Voikko

NOUN, ADJECTIVE, VERB, NAME = "noun", "adjective", "verb", "name"
ORDER = (NOUN, ADJECTIVE, VERB, NAME)

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
PEOPLE_TOO = frozenset(
    ("aikuinen", "eläkeläinen", "läheinen", "nuori", "omainen", "sukulainen", "vammainen")
)
# Names of people are no base forms: a person is not a theme.
_PEOPLE = frozenset({"etunimi", "sukunimi"})
NOMINATIVE, GENITIVE, PARTITIVE = "nominative", "genitive", "partitive"
_CASES = {"nimento": NOMINATIVE, "omanto": GENITIVE, "osanto": PARTITIVE}

_ACTION = re.compile(r"(\w+)\[Tn4\]mi")
_BASE = re.compile(r"\((\w+)\)")


class Reading(NamedTuple):
    """One way to understand a word.

    ``rare`` and ``unlikely``: usually there is a better one. ``case`` is
    ``nominative``, ``genitive``, ``partitive`` or Voikko's word for another; empty for verbs, and
    for forms of which no phrase can be made: with a possessive ending, compared, of an adverb.
    """

    lemma: str
    kind: str
    rare: bool
    unlikely: bool
    n_parts: int
    case: str
    number: str

    @property
    def likelihood(self) -> tuple[bool, int, bool]:
        """Smaller is likelier. Fewer parts first: asema, not ase + maa."""
        return self.rare, self.n_parts, self.unlikely


class Entry(NamedTuple):
    """A word as the dictionary knows it.

    ``readings``: as content words, likeliest first; empty for function words, and for names of
    people. ``is_person``: may be the name of a person. ``is_first_name``: in the nominative, so
    that a surname may follow.
    """

    is_known: bool
    readings: tuple[Reading, ...]
    is_person: bool
    is_first_name: bool

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The base forms the word may have, likeliest first."""
        return tuple(dict.fromkeys(reading.lemma for reading in self.readings))


class FinnishDictionary:
    """What Voikko knows of words, remembered: notes repeat theirs, and a look-up is slow."""

    def __init__(self, voikko: Voikko) -> None:
        self._voikko = voikko
        self.entry = lru_cache(maxsize=100_000)(self._entry)
        self.parts = lru_cache(maxsize=100_000)(self._parts)
        self.is_only_name = lru_cache(maxsize=100_000)(self._is_only_name)
        self.is_only_place = lru_cache(maxsize=100_000)(self._is_only_place)
        self.plural = lru_cache(maxsize=10_000)(self._plural)

    def lemma(self, word: str, kinds: frozenset[str] = frozenset(ORDER)) -> str:
        """Return the likeliest base form of ``word``; empty if it is not a content word.

        Unknown words come back in lower case: spoken Finnish and new words are common in notes,
        and a wrong guess hides more than no guess.
        """
        entry = self.entry(word)
        if not entry.is_known:
            return word.lower()
        fitting = [reading for reading in entry.readings if reading.kind in kinds]
        return next((reading.lemma for reading in fitting or entry.readings), "")

    def is_doing(self, noun: str, verb: str) -> bool:
        """Return whether ``noun`` is the noun for doing ``verb``: kysyminen, kysyä."""
        analyses = self._voikko.analyze(noun)
        return any(a["BASEFORM"] == verb and a.get("MOOD") == "MINEN-infinitive" for a in analyses)

    def _plural(self, lemma: str) -> str:
        """Return the nominative plural of a noun or an adjective; empty if it is not found."""
        wanted = (lemma, NOMINATIVE, "plural")
        return next((p for p in guess_plurals(lemma) if wanted in self._forms(p)), "")

    def _forms(self, word: str) -> set[tuple[str, str, str]]:
        return {(r.lemma, r.case, r.number) for r in self.entry(word).readings}

    def _entry(self, word: str) -> Entry:
        analyses = self._voikko.analyze(word)
        if not analyses and word.endswith("is"):  # spoken: kysyis
            analyses = [
                a for a in self._voikko.analyze(f"{word}i") if a.get("MOOD") == "conditional"
            ]
        people = [a for a in analyses if a["CLASS"] in _PEOPLE]
        return Entry(
            bool(analyses),
            _read_all(analyses),
            bool(people),
            any(a["CLASS"] == "etunimi" and a.get("SIJAMUOTO") == "nimento" for a in people),
        )

    def name_of(self, word: str) -> str:
        """Return the base form of the name of a person, in small letters: Virtasen, virtanen."""
        bases = [a["BASEFORM"] for a in self._voikko.analyze(word) if a["CLASS"] in _PEOPLE]
        return min(bases, default=word).lower()

    def _is_only_name(self, word: str) -> bool:
        """Return whether ``word`` is the name of a person and nothing else: not *Toimimme*."""
        analyses = self._voikko.analyze(word)
        is_name = {a["CLASS"] for a in analyses} <= _PEOPLE
        return is_name and any("POSSESSIVE" not in a for a in analyses)

    def _is_only_place(self, word: str) -> bool:
        """Return whether ``word`` is the name of a place: Mikkeli, Savonlinna, and not Salo."""
        analyses = self._voikko.analyze(word)
        others = [a for a in analyses if a["CLASS"] != "paikannimi"]
        return len(others) < len(analyses) and all(
            a["CLASS"] not in _PEOPLE and _count_parts(a["STRUCTURE"]) > 1 for a in others
        )

    def is_function_word(self, word: str) -> bool:
        """Return whether ``word`` is a pronoun, a conjunction or the like, and no name."""
        entry = self.entry(word)
        return entry.is_known and not entry.readings and not entry.is_person

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


@cache
def _rare_readings() -> tuple[str, ...]:
    return tuple(sorted(read_words("fi-rare-readings")))


def _read_all(analyses: Sequence[Mapping[str, str]]) -> tuple[Reading, ...]:
    if any(analysis["CLASS"] in _FUNCTION_CLASSES for analysis in analyses):
        return ()
    readings = {_read(analysis) for analysis in analyses if analysis["CLASS"] in _KINDS}
    return tuple(sorted(readings, key=_place))


def _place(reading: Reading) -> tuple[object, ...]:
    return reading.likelihood, ORDER.index(reading.kind), reading


def _read(analysis: Mapping[str, str]) -> Reading:
    lemma, kind = analysis["BASEFORM"], _KINDS[analysis["CLASS"]]
    n_parts = _count_parts(analysis["STRUCTURE"])
    mood, participle = analysis.get("MOOD"), analysis.get("PARTICIPLE", "")
    if mood == "MINEN-infinitive":
        lemma, kind = _action(lemma, analysis.get("FSTOUTPUT", "")), NOUN
    elif participle.startswith(("past", "present_passive")) and n_parts == 1:
        verb = _BASE.search(analysis.get("WORDBASES", ""))
        lemma, kind = (verb.group(1), VERB) if verb else (lemma, kind)
    case, number = _inflection(analysis) if kind != VERB else ("", "")
    return Reading(
        lemma,
        kind,
        lemma in _rare_readings() or (n_parts > 1 and lemma.endswith(_rare_readings())),
        bool(
            (mood == "imperative" and analysis.get("NUMBER") == "singular")
            or mood in {"potential", "E-infinitive"}
            or participle
            or "POSSESSIVE" in analysis
        ),
        n_parts,
        case,
        number,
    )


def _inflection(analysis: Mapping[str, str]) -> tuple[str, str]:
    """Return case and number of a form that its base form can stand for."""
    if {"POSSESSIVE", "FOCUS"} & analysis.keys() or "NUMBER" not in analysis:
        return "", ""
    if analysis.get("COMPARISON", "positive") != "positive":
        return "", ""
    case = analysis.get("SIJAMUOTO", "")
    return _CASES.get(case, case), analysis["NUMBER"]


def _action(verb: str, output: str) -> str:
    """Return the noun for doing ``verb``: kehittäminen names a theme better than kehittää."""
    found = _ACTION.search(output)
    if not found:
        return verb
    stem = found.group(1)
    start = verb.rfind(stem[:3])  # the first parts of a compound verb are not in the stem
    return (verb[:start] if start > 0 else "") + stem + "minen"


def _count_parts(structure: str) -> int:
    return structure.count("=")
