"""G4: "most", "half" and "unanimously" are what the numbers support; limits in ``shares``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from toolkit.domain import Block, Gate, Unit
from toolkit.drafting.claims import read_claims, sentence_around, unit_of
from toolkit.drafting.clauses import turning_words
from toolkit.drafting.names import Named
from toolkit.drafting.shares import Quantifier, find_quantifiers
from toolkit.drafting.typed import running_text
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.drafting.verify.numbers import Counted, counted_numbers
from toolkit.i18n import _
from toolkit.negations import is_negation
from toolkit.phrases import load_phrases

QUANTIFIERS = "G4"

_WORD = re.compile(r"[^\W\d_]+")


def check_quantifiers(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield the words that claim how large a part without a number that supports them."""
    if block.has_rows:
        return  # cells are compared one by one
    text, places = running_text(block.runs, language=checked.language)
    named = Named(text, checked.findings, places)
    base = checked.composed(block)
    before = running_text(base.runs, language=checked.language)[0] if base is not block else ""
    for found in find_quantifiers(text):
        if _is_denied(text, found) or _is_composed(text, found, before, checked.language):
            continue
        if _is_recorded(text, found, checked.recorded):
            continue
        counted = list(counted_numbers(block, checked))
        shares = _shares(text, found, counted, named)
        if shares and all(found.low <= share <= found.high for share in shares):
            continue
        if shares:
            message = _(
                "“{word}” does not match the material, which has: {counted} %. Use a word that "
                "fits, or give the number."
            )
            numbers = " %, ".join(f"{share:.0f}" for share in dict.fromkeys(shares))
            yield error(QUANTIFIERS, block, message.format(word=found.text, counted=numbers))
            continue
        message = _(
            "No number of the paragraph supports the word “{word}”. Give the number, or say it "
            "without claiming how many."
        )
        strict = found.is_unanimity or checked.rests_on_material(block)
        tell = error if strict else warning
        yield tell(QUANTIFIERS, block, message.format(word=found.text))


def _is_denied(text: str, found: Quantifier) -> bool:
    """Tell whether a negation takes the claim back: "eivät kaikki", "kaikki eivät"."""
    if found.high == 0:
        return False
    next_word = _WORD.search(text, found.at + len(found.text))
    if found.low == 100 and next_word and is_negation(next_word[0]):
        return True
    spans = [span for span in turning_words(text) if span.kind == "negation"]
    return any(span.at < found.at < span.end for span in spans)


def _is_composed(text: str, found: Quantifier, before: str, language: str) -> bool:
    """Tell whether the words are the template's, which is only put where it holds."""
    words = list(_WORD.finditer(text))
    end = found.at + len(found.text)
    start = next((w.start() for w in reversed(words) if w.end() <= found.at), found.at)
    stop = next((w.end() for w in words if w.start() >= end), end)
    if before:
        return text[start:stop] in before
    around = text[max(0, found.at - 300) : end + 300]
    return any(
        found.text.casefold() in piece.casefold() and piece in around for piece in _pieces(language)
    )


def _is_recorded(text: str, found: Quantifier, recorded: tuple[str, ...]) -> bool:
    """Tell whether the words are of a reason or a plan that people recorded."""
    places = ((text.find(piece), len(piece)) for piece in recorded)
    return any(0 <= start <= found.at < start + length for start, length in places)


@cache
def _pieces(language: str) -> tuple[str, ...]:
    """Return the wording of all templates, cut at their slots."""
    phrases = [phrase for file in load_phrases(language).values() for phrase in file.values()]
    pieces = [p for text in phrases if isinstance(text, str) for p in re.split(r"\{[^}]*\}", text)]
    return tuple(piece.strip() for piece in pieces if len(piece.split()) > 1)


def _shares(text: str, found: Quantifier, counted: list[Counted], named: Named) -> list[float]:
    """Return the shares that the word can be judged by, in per cent; empty when there are none."""
    end = found.at + len(found.text)
    kinds = ("theme", "group", "stance", "statement")
    about = {kind: named.about(kind, found.at, end=end)[0].removeprefix("not ") for kind in kinds}
    start, stop = sentence_around(text, found.at)
    following = [unit_of(word) for word in _WORD.findall(text[found.at : stop])[:5]]
    of_people = not {Unit.PARTICIPANT, Unit.RESPONDENT}.isdisjoint(following)
    fitting = [
        item
        for item in counted
        if item.own
        and all(not name or item.filters.get(kind, name) == name for kind, name in about.items())
        and not (of_people and "theme" in item.filters)
    ]
    shares = [float(item.claim.value) for item in fitting if item.unit is Unit.PERCENT]
    shares = shares or list(_of_counts(fitting))
    if not shares and not counted:
        shares = [
            float(claim.value)
            for claim in read_claims(text)
            if claim.unit is Unit.PERCENT and start <= claim.at < stop
        ]
    flips = found.high and any(
        span.kind == "negation" and span.start <= found.at < span.at < stop
        for span in turning_words(text)
    )
    return [100 - share for share in shares] if flips else shares


def _of_counts(fitting: list[Counted]) -> Iterator[float]:
    """Yield the shares that counts make of the votes on the same statement in the same group."""
    same = ("statement", "group")
    for item in fitting:
        for whole in fitting:
            is_whole = whole.filters.get("query", "").startswith("votes(")
            if (
                "stance" in item.filters
                and item.unit is Unit.PARTICIPANT
                and is_whole
                and all(item.filters.get(key) == whole.filters.get(key) for key in same)
                and float(whole.claim.value)
            ):
                yield 100 * float(item.claim.value) / float(whole.claim.value)
