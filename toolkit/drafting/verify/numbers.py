"""G3: numbers are what counting again gives, and an edit says of them what the material says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.domain import Block, Gate, NumberRun, Unit
from toolkit.drafting.claims import Claim, read_claims
from toolkit.drafting.names import Named
from toolkit.drafting.typed import running_text, typed_numbers
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.errors import ToolkitError
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids

NUMBERS = "G3"

_FILTER = re.compile(r"(theme|group|statement)=([^,()]+)")
_STANCE = re.compile(r"\b(agree|disagree|passes)\b")
# These count the material itself; no note can tell them.
_OF_MATERIAL = frozenset(
    {Unit.NOTE, Unit.VOTE, Unit.STATEMENT, Unit.THEME, Unit.PERCENT, Unit.SELECTION}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number that the draft as composed gives, and what it is about."""

    claim: Claim
    unit: Unit | None
    filters: Mapping[str, str]
    own: bool


class _Order:
    """Numbers that only their order tells apart: "8 statements, of which 1 was left out"."""

    def __init__(self) -> None:
        self._last: dict[tuple[object, ...], int] = {}

    def keeps(self, supports: Sequence[tuple[int, Counted]]) -> bool:
        """Tell whether one of the numbers comes no earlier than the last of its like."""
        for place, item in supports:
            like = (item.unit, *(item.filters.get(k) for k in ("theme", "group", "stance")))
            if not item.own or place >= self._last.get(like, 0):
                self._last[like] = place if item.own else self._last.get(like, 0)
                return True
        return False


def check_numbers(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what is wrong with the numbers of a block."""
    for run in block_runs(block):
        if isinstance(run, NumberRun):
            message = _check_number(run, checked.answer)
            if message:
                yield error(NUMBERS, block, message)
    if block.origin != "template" and not block.has_rows:
        yield from _check_edit(block, checked)


def _check_number(run: NumberRun, answer: Callable[[str], int]) -> str:
    """Return what is wrong with a number, or nothing."""
    try:
        counted = answer(run.query)
    except (KeyError, ValueError, ToolkitError):
        message = _("The number cannot be counted again from the material: {number}")
        return message.format(number=run.text)
    shown = "".join(typed_numbers(run.text))
    if counted != run.value or (shown and shown != str(run.value)):
        message = _("The text has the number {number}, the material has {counted}.")
        return message.format(number=shown or run.value, counted=counted)
    return ""


def _check_edit(block: Block, checked: Checked) -> Iterator[Gate]:
    text, places = running_text(block.runs, language=checked.language)
    claims = read_claims(text)
    if not claims:
        return
    named = Named(text, checked.findings, places)
    known = list(counted_numbers(block, checked))
    rests = checked.rests_on_material(block) or any(item.own and item.unit for item in known)
    tell = error if rests else warning
    order = _Order()
    for claim in claims:
        supports = [(n, item) for n, item in enumerate(known) if _supports(item, claim, named)]
        if order.keeps(supports) or _is_cited(claim, block, checked):
            continue
        shown = text[claim.at : claim.at + len(claim.text)]
        right = _expected(claim, known, named)
        if right:
            message = _(
                "The number does not match the material: {number}. The material has: {counted}. "
                "Correct the number, or what it is said of."
            )
            yield tell(NUMBERS, block, message.format(number=shown, counted=right))
        else:
            message = _(
                "Nobody has counted this number from the material: {number}. Take it out, or cite "
                "the note that has it."
            )
            yield tell(NUMBERS, block, message.format(number=shown))


def counted_numbers(block: Block, checked: Checked) -> Iterator[Counted]:
    """Yield the numbers of the block as composed, then those of the whole draft as composed."""
    base = checked.composed(block)
    yield from _numbers_of(base, checked, own=True)
    statements = {
        filters["statement"]
        for run in block_runs(base)
        if isinstance(run, NumberRun) and "statement" in (filters := _filters(run.query))
    }
    for other in checked.base.values():
        if other.id != block.id:
            for item in _numbers_of(other, checked, own=False):
                statement = item.filters.get("statement")
                if item.filters.get("query") and (statement is None or statement in statements):
                    yield item


def _numbers_of(block: Block, checked: Checked, *, own: bool) -> Iterator[Counted]:
    for claim, run in _worded_numbers(block, checked.language):
        if run is not None:
            filters = _filters(run.query)
            yield Counted(claim=claim, unit=run.unit, filters=filters, own=own)
        elif block.origin == "template":
            yield Counted(claim=claim, unit=claim.unit, filters={}, own=own)


@lru_cache(maxsize=2_000)
def _worded_numbers(block: Block, language: str) -> tuple[tuple[Claim, NumberRun | None], ...]:
    """Return the numbers of a block as they are worded, each with the run that counts it."""
    found = []
    for runs in (block.runs, *(cell for row in block.rows for cell in row.cells)):
        text, places = running_text(runs, language=language)
        for claim in read_claims(text):
            run = next((r for start, end, r in places if start <= claim.at < end), None)
            found.append((claim, run if isinstance(run, NumberRun) else None))
    return tuple(found)


def _filters(query: str) -> Mapping[str, str]:
    stance = _STANCE.search(query)
    found = dict(_FILTER.findall(query)) | {"query": query}
    return found | ({"stance": stance[1]} if stance else {})


def _supports(item: Counted, claim: Claim, named: Named) -> bool:
    return (
        item.claim.value == claim.value
        and item.claim.limit == claim.limit
        and _same_unit(item, claim)
        and (named.fits(claim, item.filters, own=item.own) or not item.filters)
    )


def _same_unit(item: Counted, claim: Claim) -> bool:
    if claim.unit is None and claim.noun:
        return item.claim.noun[:4].casefold() == claim.noun[:4].casefold()
    if claim.unit is None or claim.unit == item.unit:
        return item.own or claim.unit is not None
    if claim.unit is Unit.RESPONDENT and item.unit is Unit.PARTICIPANT:
        return True  # those who voted may be called so, but not the other way round
    # On one statement everybody has one vote.
    people = {Unit.PARTICIPANT, Unit.RESPONDENT}
    units = {claim.unit, item.unit}
    return "statement" in item.filters and Unit.VOTE in units and not people.isdisjoint(units)


def _is_cited(claim: Claim, block: Block, checked: Checked) -> bool:
    """Tell whether a note that the block cites has the number."""
    if claim.unit in _OF_MATERIAL or not (claim.unit or claim.noun):
        return False
    for note_id in cited_ids(block):
        for text in checked.texts(note_id):
            for other in read_claims(text):
                same = other.unit is not None and other.unit == claim.unit
                same |= bool(claim.noun) and other.noun[:4].casefold() == claim.noun[:4].casefold()
                if same and (other.value, other.limit) == (claim.value, claim.limit):
                    return True
    return False


def _expected(claim: Claim, known: list[Counted], named: Named) -> str:
    """Return what the block as composed has in the place of a number."""
    fitting = [
        item.claim.text
        for item in known
        if item.own and item.unit == claim.unit and named.fits(claim, item.filters, own=True)
    ]
    return ", ".join(dict.fromkeys(fitting))
