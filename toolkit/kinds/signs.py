"""Signs of what a note does, in its words; in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.domain import NoteKind
from toolkit.kinds.lexicon import Lexicon
from toolkit.moods import find_request

# How much a sign speaks for its kind. Chosen on one half of the gold notes, checked on the other.
WEIGHTS = {
    "thanks": (NoteKind.THANKS, 3.5),
    "praise": (NoteKind.THANKS, 2.0),
    "worry": (NoteKind.WORRY, 2.0),
    "denied": (NoteKind.WORRY, 1.5),
    "blame": (NoteKind.WORRY, 5.0),
    "questions": (NoteKind.QUESTION, 4.0),
    "wonders": (NoteKind.QUESTION, 4.5),
    "asks": (NoteKind.PROPOSAL, 3.0),
    "needs": (NoteKind.PROPOSAL, 1.5),
    "points": (NoteKind.PROPOSAL, 2.0),
    "phrase": (NoteKind.PROPOSAL, 0.5),
    "facts": (NoteKind.STATEMENT, 1.0),
    "numbers": (NoteKind.STATEMENT, 0.5),
}

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_NEGATION = re.compile(
    r"\b(?:en|et|ei|emme|ette|eivät|eikä|ettei|inte|ingen|inget|inga|not|no|never|n't)\b", re.I
)
# Indicative modals tell what must be done as often as they ask for it.
_MUST = re.compile(r"pitää|täytyy|.*\btulee\b|tarvitsemme|måste|ska|must|needs?\b", re.IGNORECASE)
_DIGIT = re.compile(r"\b\d+\b")


class Sign(NamedTuple):
    """Words that speak for a kind; ``code`` says how, see ``WEIGHTS``."""

    code: str
    words: str = ""


def find_signs(text: str, lexicon: Lexicon) -> Iterator[Sign]:
    """Yield the signs in the words of a note."""
    for match in _SENTENCE.finditer(text):
        if is_question(match.group(), lexicon):
            yield _question_sign(match.group(), lexicon, before=text[: match.start()])
    if request := _request_of(text, lexicon):
        yield Sign("needs" if _MUST.match(request) else "asks", request)
    for code in ("thanks", "worry", "denied", "wonders", "facts"):
        if code in lexicon.signs and (found := lexicon.signs[code].search(text)):
            yield Sign(code, found.group())
    if praise := _praise(text, lexicon):
        yield Sign("praise", praise)
    if number := _DIGIT.search(text):
        yield Sign("numbers", number.group())


def is_question(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence is worded as a question, with or without its mark."""
    if sentence.rstrip().endswith("?"):
        return True
    opening = lexicon.signs["questions"].match(sentence.strip())
    return bool(opening) and not sentence.rstrip().endswith((".", "!"))


def _question_sign(sentence: str, lexicon: Lexicon, *, before: str) -> Sign:
    """Return what a question does: it blames, asks for something, or asks to know."""
    if blame := lexicon.signs["blame"].search(sentence):
        return Sign("blame", blame.group())
    polite = lexicon.signs.get("polite")
    asked = find_request(sentence) or (polite and (m := polite.search(sentence)) and m.group())
    if asked and not lexicon.signs["tell"].search(sentence):
        return Sign("asks", asked)
    word = lexicon.signs["questions"].search(sentence)
    # "The threshold is too high. Who calls then?" wants no answer.
    code = "blame" if lexicon.signs["worry"].search(before) else "questions"
    return Sign(code, word.group() if word else "?")


def _request_of(text: str, lexicon: Lexicon) -> str:
    """Return the words that ask for something in what is no question."""
    plain = (s for s in _SENTENCE.findall(text) if not is_question(s, lexicon))
    return next(filter(None, map(find_request, plain)), "")


def _praise(text: str, lexicon: Lexicon) -> str:
    """Return words of praise, unless they are denied, asked for, or followed by a but."""
    for sentence in _SENTENCE.findall(text):
        if is_question(sentence, lexicon):
            continue
        found = lexicon.signs["praise"].search(sentence)
        if not found or _NEGATION.search(sentence[: found.start()]):
            continue
        if find_request(sentence) or lexicon.signs["but"].search(sentence, found.end()):
            continue
        return found.group()
    return ""
