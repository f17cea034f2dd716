"""Which decision on a block stands, when a draft has been composed again since it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.domain import Block, Decision, Review

__all__ = ["Decided", "Standing", "find_standing"]

Decided = tuple[Review, Block | None]
"""A review and the block it was made on; None when the draft did not have the block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The decision on a block that counts.

    Attributes
    ----------
    base
        The tool's words that the review was made on, or the last ones there were.
    holds
        Whether it is in force; else the block waits for a new decision.
    place
        Its number among all decisions, from 0.
    """

    review: Review
    base: Block | None
    holds: bool
    place: int


def find_standing(decided: Iterable[Decided], blocks: Iterable[Block]) -> Mapping[str, Standing]:
    """Return block id → the decision that stands.

    A decision holds while the tool's words are those it was made on, and again when they come back.
    A rejection and a locked decision hold whatever the tool's words are. Of earlier decisions, one
    on these very words holds when only acceptances came after it: they brought no words that could
    be lost.

    Parameters
    ----------
    decided
        Oldest first.
    blocks
        Of the present draft.
    """
    present = {block.id: block for block in blocks}
    by_block: dict[str, list[tuple[int, Review, Block | None]]] = {}
    for place, (review, block) in enumerate(decided):
        by_block.setdefault(review.block_id, []).append((place, review, block))
    return {key: _standing(pairs, present.get(key)) for key, pairs in by_block.items()}


def _standing(pairs: list[tuple[int, Review, Block | None]], now: Block | None) -> Standing:
    last = next((block for _place, _review, block in reversed(pairs) if block), None)
    for place, review, base in reversed(pairs):
        if base == now or review.locked or (review.decision is Decision.REJECT and now):
            return Standing(review=review, base=base or last, holds=True, place=place)
        if review.decision is not Decision.ACCEPT:
            break
    place, review, base = pairs[-1]
    return Standing(review=review, base=base or last, holds=False, place=place)
