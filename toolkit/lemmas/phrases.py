"""Noun phrases of Finnish texts: what stands before a noun and belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.lemmas.readings import (
    ADJECTIVE,
    GENITIVE,
    NAME,
    NOMINATIVE,
    NOUN,
    PARTITIVE,
    PEOPLE_TOO,
    FinnishDictionary,
    Reading,
)
from toolkit.lemmas.voting import CorpusVote
from toolkit.lemmas.words import Phrase, Word

_LONGEST = 4
# After a genitive these say where or how, and nothing of their own: liittovaltion suuntaan.
_LIKE_POSTPOSITIONS = frozenset(
    {
        *("aika", "apu", "johto", "kanta", "kohta", "muoto", "osa", "piiri", "pohja", "puoli"),
        *("sisäpuoli", "suunta", "taho", "tapa", "tapaus", "ulkopuoli", "vaihe"),
    }
)
_CONJUNCTIONS = frozenset({"ja", "tai", "sekä", "eli", "eikä"})
_Form = tuple[str, str]


class _Part(NamedTuple):
    word: str
    lemma: str
    readings: tuple[Reading, ...]

    def forms(self, *kinds: str) -> frozenset[_Form]:
        return frozenset((r.case, r.number) for r in self.readings if r.case and r.kind in kinds)


def find_phrases(
    words: Sequence[Word],
    *,
    dictionary: FinnishDictionary,
    vote: CorpusVote,
    people: frozenset[int],
) -> list[Phrase]:
    """Return the noun phrases of two to four words, the longer ones with the shorter inside them.

    The last word comes in the nominative and its adjectives with it (*pienten yritysten* → *pieni
    yritys*); genitives stay as they are (*omaishoitajien aseman parantaminen*).
    """
    phrases = []
    for run, goes_on in _runs(words, dictionary, vote, people):
        for last in range(1, len(run)):
            for parts, modifiers, forms in _before(run[: last + 1], run[last + 1 : last + 2]):
                # Lasten ja perheiden lautakunta is not perheiden lautakunta.
                is_whole = not (goes_on and parts[0] is run[0] and _is_genitive(parts[0]))
                if is_whole:
                    phrases.append(_phrase(parts, modifiers, forms, dictionary))
    return phrases


def _is_genitive(part: _Part) -> bool:
    return any(case == GENITIVE for case, _ in part.forms(NOUN, NAME, ADJECTIVE))


def _runs(
    words: Sequence[Word],
    dictionary: FinnishDictionary,
    vote: CorpusVote,
    people: frozenset[int],
) -> Iterator[tuple[list[_Part], bool]]:
    """Yield adjectives and nouns that stand side by side, and whether they go on with a list."""
    run: list[_Part] = []
    goes_on = False
    for place, word in enumerate(words):
        chosen = None if place in people else vote.reading(word.text)
        fits = chosen is not None and chosen.kind in {NOUN, ADJECTIVE, NAME}
        if run and (not fits or word.opens or word.gap.strip()):
            yield run, goes_on
            run = []
        if fits and chosen is not None:
            if not run:
                goes_on = place > 0 and (
                    "," in word.gap or words[place - 1].text.lower() in _CONJUNCTIONS
                )
            readings = dictionary.entry(word.text.lower()).readings
            same = tuple(r for r in readings if r.lemma == chosen.lemma)
            text = word.text.lower() if chosen.lemma.islower() else word.text
            run.append(_Part(text, chosen.lemma, same))
    if run:
        yield run, goes_on


def _before(
    run: Sequence[_Part], following: Sequence[_Part]
) -> Iterator[tuple[Sequence[_Part], int, frozenset[_Form]]]:
    """Yield the phrases that end in the last part of ``run``, shortest first.

    Of each its parts, how many of them agree with the last, and the forms that may be.
    """
    forms = run[-1].forms(NOUN)  # Suomen Nato is cut out of something longer
    if run[-1].lemma in _LIKE_POSTPOSITIONS:
        forms = frozenset(f for f in forms if f[0] in {NOMINATIVE, GENITIVE, PARTITIVE})
    if not forms:
        return
    is_followed = following and following[0].forms(NOUN, NAME)
    if is_followed and not any(case in {NOMINATIVE, PARTITIVE} for case, _ in forms):
        return  # the head is still to come: aseman parantaminen, Suomen Natoon liittyminen
    agreeing, n_agree, at_head = forms, 1, True
    for n, part in enumerate(reversed(run[-_LONGEST:-1]), start=2):
        same = agreeing & part.forms(ADJECTIVE)
        nouns = (NOUN, NAME, ADJECTIVE) if part.lemma in PEOPLE_TOO else (NOUN, NAME)
        genitive = frozenset(f for f in part.forms(*nouns) if f[0] == GENITIVE)
        if same:
            agreeing = same
            forms, n_agree = (same, n) if at_head else (forms, n_agree)
        elif genitive:
            agreeing, at_head = genitive, False
        else:
            return
        yield run[-n:], n_agree, forms


def _phrase(
    parts: Sequence[_Part],
    n_agree: int,
    forms: frozenset[_Form],
    dictionary: FinnishDictionary,
) -> Phrase:
    """Put the last ``n_agree`` parts into the nominative."""
    lemmas = tuple(part.lemma for part in parts)
    if all(case == NOMINATIVE for case, _ in forms):
        return Phrase(lemmas, " ".join(part.word for part in parts), as_written=True)
    before, after = [part.word for part in parts[:-n_agree]], list(lemmas[-n_agree:])
    if all(number == "plural" for _, number in forms):
        plurals = [dictionary.plural(lemma) for lemma in after]
        after = plurals if all(plurals) else after
    return Phrase(lemmas, " ".join([*before, *after]), as_written=False)
