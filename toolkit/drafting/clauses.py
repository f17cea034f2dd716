"""A source as words in clauses: how far a negation, a modal verb or "alle" reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.drafting.number_words import read_number_word
from toolkit.negations import is_negation

WORD = re.compile(r"\d+(?:[\s.,:/]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\W_]+|[%§€]")

_MODAL = re.compile(
    r"""(?:pitä|täyty|kannatta|tarvit|tarvi|halu|toivo|pysty|kykene|joutu|uskalta)\w*
    | pitäs | täytys
    | voi(?:n|t|mme|tte|vat|daan|taisiin|tu|si\w*|nut|neet|da)? | vois
    | saa(?:n|t|mme|tte|vat|daan|nut|neet|da|taisiin)? | sais(?:i\w*)? | saisi\w*
    | tulisi\w* | pakko | pakollis\w* | kuulu(?:u|isi) | olisi\w* | oltava | ehkä | mahdollisesti
    | ska | skall | skulle | måste | bör | borde | kan | kunde | får | fick | vill | ville | behöver
    | kanske | behövs
    | must | shall | should | can | could | may | might | would | will | needs? | ought | want\w*
    | perhaps | maybe""",
    re.IGNORECASE | re.VERBOSE,
)
_LIMIT = re.compile(
    r"""alle | yli | noin | vain | vasta | enintään | korkeintaan | vähintään | ainakin | lähes
    | melkein | liki | vajaa\w* | runsa\w* | reilu\w* | kuin | jopa
    | under | över | högst | minst | cirka | ca | ungefär | bara | endast | nästan | än
    | about | over | only | nearly | almost | than | most | least | around""",
    re.IGNORECASE | re.VERBOSE,
)
# A negation holds to the end of its sentence, or to a word that begins another thought. Neither a
# comma ("emme halua lomakkeita, kokouksia") nor "että" ("en usko, että se auttaa") ends it.
_HARD_END = re.compile(
    r"""[.!?…;:\n–—]+(?!\d) | ,\s+(?=(?:ja|sekä|vaan|mutta|sillä|koska|jos|kun|vaikka|joten|siksi
        |silti|jolloin|eikä|enkä|emmekä|eivätkä|etkä|ettekä|och|men|utan|för|eftersom|när|om|därför|så
        |and|but|because|when|if|so|although|while)\b)
    | \s(?=(?:mutta|koska|joten|men|eftersom|but|because|although)\b)
    | \s(?=(?:och\s+(?:jag|vi|ni|han|hon|den|det|de|man|där|här)
        |and\s+(?:i|you|we|they|he|she|it|there))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SOFT_START = re.compile(
    r""",\s* | \s(?=(?:että|jos|kun|koska|jotta|vaikka|eikä|enkä|emmekä|eivätkä|att|om|när|eftersom
        |that|if|when|because)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
SENTENCE_END = re.compile(r"[.!?…]+[\"')]*(?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A word that turns meaning round, and the characters it holds for."""

    word: str
    kind: str
    at: int
    start: int
    end: int


def is_modal(word: str) -> bool:
    """Tell whether a word says that something must, may, can or should be."""
    return _MODAL.fullmatch(word) is not None


def is_limit(word: str) -> bool:
    """Tell whether a word says how the number after it is meant: "alle", "noin", "minst"."""
    return _LIMIT.fullmatch(word) is not None


def is_number(word: str) -> bool:
    """Tell whether a word is a number, in digits or letters."""
    return word[:1].isdigit() or word in ("%", "§", "€") or read_number_word(word) is not None


@lru_cache(maxsize=2_000)
def turning_words(text: str) -> tuple[Span, ...]:
    """Return the negations and modal verbs of a text, each with how far it holds.

    A negation holds from the beginning of its clause to the end of its sentence, or to "mutta",
    "koska" and the like; a modal verb within its clause, for what comes after it.
    """
    spans = []
    hard = [0, *(match.end() for match in _HARD_END.finditer(text)), len(text)]
    soft = sorted({*hard, *(match.end() for match in _SOFT_START.finditer(text))})
    for match in WORD.finditer(text):
        at, word = match.start(), match[0]
        start = max(place for place in soft if place <= at)
        if is_negation(word):
            end = min(place for place in hard if place > at)
            spans.append(Span(word, "negation", at, start, end))
        elif is_modal(word):
            end = min(place for place in soft if place > at)
            spans.append(Span(word, "modality", at, at, end))
    return tuple(spans)


def lost_meaning(text: str, start: int, end: int) -> Span | None:
    """Return the first word of ``text[start:end]`` that holds for something outside, or None.

    Leaving the piece out would turn round what is left. At the ends of the text a modal verb may be
    cut off: nobody reads a phrase as a sentence because of it.
    """
    inner = start > 0 and end < len(text)
    for span in turning_words(text):
        if start <= span.at < end:
            holds_before = WORD.search(text, span.start, start) is not None
            holds_after = WORD.search(text, end, max(end, span.end)) is not None
            if span.kind == "negation" and (holds_before or holds_after):
                return span
            if span.kind == "modality" and inner and holds_after:
                return span
    return _lost_limit(text, start, end)


def _lost_limit(text: str, start: int, end: int) -> Span | None:
    # "alle 30 minuuttia" quoted as "30 minuuttia"; "30 %" as "30"; "1,5" as "5".
    after = WORD.match(text, end)
    words = list(WORD.finditer(text, start, end))
    if after and is_number(after[0]) and words and is_limit(words[-1][0]):
        return Span(words[-1][0], "number", words[-1].start(), start, end)
    if words and words[0][0] in "%€" and text[:start].rstrip()[-1:].isdigit():
        return Span(words[0][0], "number", words[0].start(), start, end)
    return None
