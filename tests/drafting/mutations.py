"""Quotes made of invented notes by rule: honest ones, and ones that say something else."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.drafting.clauses import is_limit, is_modal, is_number
from toolkit.negations import is_negation

DATA: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")
)
_NOT = {"fi": "ei", "sv": "inte", "en": "not"}
_NUMBERS = {
    "fi": ("kahdeksan", "yksitoista"),
    "sv": ("åtta", "elva"),
    "en": ("eight", "eleven"),
}
_MODALS = {
    "fi": {
        "pitäisi": "pitää",
        "pitää": "voi",
        "täytyy": "voisi",
        "pakko": "mahdollista",
        "voivat": "haluavat",
        "saa": "pitää",
        "haluaa": "lupaa",
        "kannattaa": "täytyy",
        "voisi": "pitäisi",
        "tulisi": "kannattaisi",
        "saavat": "voivat",
    },
    "sv": {"ska": "kan", "måste": "får", "kan": "ska", "borde": "måste", "vill": "kan"},
    "en": {
        "must": "can",
        "should": "must",
        "can": "must",
        "may": "will",
        "can't": "won't",
        "want": "need",
    },
}
_FIRST = {
    "fi": ("Päättäjät", "Vanhemmat", "Virkamies"),
    "sv": ("Chefen", "Politikerna"),
    "en": ("Managers", "Politicians"),
}


class Quote(NamedTuple):
    """A quote and the note it is said to come from."""

    kind: str
    quote: str
    source: str


def tampered(language: str, sentences: Sequence[str] = ()) -> Iterator[Quote]:
    """Yield quotes that no note holds, every rule on every sentence it fits."""
    sentences = sentences or DATA[language]
    for place, source in enumerate(sentences):
        words = source.split()
        bare = [word.strip(".,") for word in words]
        other = sentences[(place + 7) % len(sentences)]
        for i, word in enumerate(bare):
            yield from _of_word(language, source, words, i, word)
        if not any(map(is_negation, bare)):
            yield Quote("negation added", _join([*words[:1], _NOT[language], *words[1:]]), source)
        for name in _FIRST[language]:
            if name != bare[0] and not _turns(bare[0]):
                yield Quote("actor changed", _join([name, *words[1:]]), source)
        half, rest = len(words) // 2, other.split()
        spliced = _join([*words[:half], *rest[len(rest) // 2 :]])
        yield Quote("half of another note", spliced, source)
        yield Quote("two notes spliced", spliced, f"{source}\n{other}")
        yield Quote("order turned", f"{other} {source}", f"{source} {other}")
        if len(words) > 4:
            yield Quote("omission not marked", _join([*words[:2], *words[3:]]), source)
        yield Quote("invented", other, source)


def by_hand() -> Iterator[Quote]:
    """Yield the quotes of the table ``tampered``; their kind is the verdict's."""
    for row in DATA["tampered"]:
        for kind, quotes in row.items():
            if kind != "source":
                yield from (Quote(kind, quote, row["source"]) for quote in quotes)


def honest(language: str, sentences: Sequence[str] = ()) -> Iterator[Quote]:
    """Yield quotes as careful people write them."""
    sentences = sentences or DATA[language]
    for place, source in enumerate(sentences):
        words = source.split()
        other = sentences[(place + 5) % len(sentences)]
        long = max(range(len(words)), key=lambda i: len(words[i].strip(".,")))
        middle = len(words[long]) // 2
        split = [w[:middle] + "-\n" + w[middle:] if i == long else w for i, w in enumerate(words)]
        soft = [w[:middle] + "\u00ad" + w[middle:] if i == long else w for i, w in enumerate(words)]
        yield Quote("whole note", source, source)
        yield Quote("a sentence of a note", source, f"{other} {source} {other}")
        yield Quote("quotation marks", f"»{source.rstrip('.')}»", source)
        yield Quote("spaces and lines", source.replace(" ", "\u00a0 \n"), source)
        yield Quote("soft hyphens", _join(soft), source)
        yield Quote("composition of letters", unicodedata.normalize("NFD", source), source)
        if "-" not in words[long] and _may_split(words[long], middle):
            yield Quote("hyphens at line ends", source, _join(split))
            yield Quote("hyphens at line ends", _join(split), source)
        yield Quote("omission marked", f"{other} […] {source}", f"{other} {source} {source}")
        turning = [w for w in words if _turns(w.strip(".,"))]
        if not turning and len(words) > 4:
            yield Quote("omission marked", _join([*words[:2], "[…]", *words[3:]]), source)
            yield Quote("omission marked", _join([*words[:1], "[...]", *words[2:]]), source)
            yield Quote("a part of a sentence", _join(words[1:-1]).strip(","), source)
            yield Quote("addition in brackets", _join([*words[:2], "[näin]", *words[2:]]), source)


def _of_word(language: str, source: str, words: list[str], i: int, word: str) -> Iterator[Quote]:
    def put(new: str) -> str:
        return _join([*words[:i], words[i].replace(word, new), *words[i + 1 :]])

    if is_negation(word):
        yield from _without_negation(source, words, i, word)
    if word[:1].isdigit():
        other = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), word)
        yield from (Quote("number changed", put(new), source) for new in (other, f"1{word}"))
    elif is_number(word):
        yield from (Quote("number changed", put(new), source) for new in _NUMBERS[language])
    if new := _MODALS[language].get(word):
        yield Quote("modality changed", put(new), source)
        if i and i + 1 < len(words):
            cut = _join([*words[:i], "[…]", *words[i + 1 :]])
            yield Quote("omission swallows a modal verb", cut, source)
    if language == "fi" and re.search(r"(?:mme|v[aä]t)$", word) and not is_negation(word):
        yield Quote("actor changed", put(re.sub(r"(?:mme|v[aä]t)$", "n", word)), source)


def _without_negation(source: str, words: list[str], i: int, word: str) -> Iterator[Quote]:
    before, rest = words[:i], words[i + 1 :]
    begins = bool(before) and before[-1].endswith(",")  # a clause of its own
    yield Quote("negation dropped", _join([*before, *rest]), source)
    if rest and not words[i].endswith(","):
        yield Quote("cut before a negation", _join(rest), source)
    if before and rest:
        cut = _join([*before, "[…]", *rest])
        yield Quote("omission swallows a negation", cut, source)
    if before and not begins and not word.endswith(("kä", "ka")):
        yield Quote("cut before a negation", _join(before), source)


def _turns(word: str) -> bool:
    return any(of_kind(word) for of_kind in (is_negation, is_modal, is_number, is_limit))


def _may_split(word: str, middle: int) -> bool:
    # Two equal vowels at a hyphen are parts of a compound: "linja-auto" keeps its hyphen.
    return word[middle - 1].casefold() != word[middle].casefold() and word[middle].islower()


def _join(words: list[str]) -> str:
    return " ".join(words)
