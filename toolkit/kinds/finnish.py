"""Signs of what a Finnish note does, in the moods and forms of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from toolkit.kinds.lexicon import Lexicon
from toolkit.kinds.signs import Sign
from toolkit.lemmas import ParsedWord

# "Neuvontaa kirjastoon", "Raha seuraamaan asiakasta": something is to come somewhere.
_DIRECTIONS = {"Ill", "All"}
_PARTICLES = {"takaisin", "mukaan", "lisää", "enemmän", "vähemmän", "pois", "myös"}
_NO_MORE = {"enää", "lisää", "yhtään", "enempää"}
_ENDS = {".", "!", "?", ":", ",", "–", "("}


def find_forms(words: Sequence[ParsedWord], lexicon: Lexicon) -> Iterator[Sign]:
    """Yield the signs in the forms of the words of a note."""
    if asked := _asking_mood(words) or _forbidden(words):
        yield Sign("asks", asked)
    elif denied := _denied(words, lexicon):
        yield Sign("denied", denied)
    opening = list(takewhile(lambda word: word.text not in _ENDS, words))
    if not any(word.forms.get("VerbForm") == "Fin" or word.pos == "AUX" for word in opening):
        yield _phrase(opening)


def _asking_mood(words: Sequence[ParsedWord]) -> str:
    """Return a verb that asks: "vaatisi", "lisätkää", "suunniteltava", "otetaan" at the start."""
    spoken = [word for word in words if word.pos != "PUNCT"]
    for place, word in enumerate(spoken):
        before = {other.lemma for other in spoken[:place]}
        after = {other.lemma for other in spoken[place:]}
        if (
            _commands(word)
            or (_would(word) and ("ei" not in before or "että" in after))
            or (_must_be_done(word) and before.isdisjoint({"olla", "ei"}))
            or (place == 0 and _lets(word))
        ):
            return word.text
    return ""


def _commands(word: ParsedWord) -> bool:
    # The singular looks like too many other forms: "Käyn" is no command.
    return word.forms.get("Mood") == "Imp" and word.text.lower().endswith(("kaa", "kää"))


def _would(word: ParsedWord) -> bool:
    return word.forms.get("Mood") == "Cnd" and word.forms.get("Clitic") != "Ko"


def _must_be_done(word: ParsedWord) -> bool:
    passive = word.forms.get("VerbForm") == "Part" and word.forms.get("Voice") == "Pass"
    return passive and word.text.lower().endswith(("tava", "tävä"))


def _lets(word: ParsedWord) -> bool:
    forms = word.forms
    present = forms.get("Mood") == "Ind" and forms.get("Tense") == "Pres"
    return present and forms.get("Voice") == "Pass" and "Clitic" not in forms


def _forbidden(words: Sequence[ParsedWord]) -> str:
    """Return what must not be: "ei saa soittaa", "ei enää", but not "ei saa apua" nor "en saa"."""
    for no, may, verb in zip(words, words[1:], words[2:], strict=False):
        third = no.forms.get("Polarity") == "Neg" and no.forms.get("Person") == "3"
        if third and may.text.lower() == "saa" and verb.forms.get("InfForm") == "1":
            return f"{no.text} {may.text} {verb.text}"
    opening = list(takewhile(lambda word: word.text not in _ENDS, words))
    if opening and opening[0].text.lower() == "ei" and all(w.pos != "VERB" for w in opening):
        return next((f"Ei {w.text}" for w in opening[1:] if w.text.lower() in _NO_MORE), "")
    return ""


def _denied(words: Sequence[ParsedWord], lexicon: Lexicon) -> str:
    """Return a denied verb that tells of a lack, with its negation: "ei riitä"."""
    for place, word in enumerate(words):
        if word.forms.get("Polarity") != "Neg" or word.forms.get("Mood") == "Imp":
            continue
        for other in words[place + 1 :]:
            if other.forms.get("Mood") == "Cnd":  # "en olisi selvinnyt ilman häntä"
                break
            if other.pos == "VERB":
                if other.lemma in lexicon.denied:
                    return f"{word.text} {other.text}"
                break
    return ""


def _phrase(words: Sequence[ParsedWord]) -> Sign:
    """Return the sign of a note without a verb: where something is to come, or only what."""
    for word in words:
        to_do = word.forms.get("InfForm") == "3" and word.forms.get("Case") == "Ill"
        if word.text.lower() in _PARTICLES or to_do:
            return Sign("points", word.text)
        if word.forms.get("Case") in _DIRECTIONS and word.pos in {"NOUN", "ADJ", "PROPN"}:
            return Sign("points", word.text)
    return Sign("phrase")
