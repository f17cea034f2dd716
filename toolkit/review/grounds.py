"""Grounds of a claim: a paragraph that has nothing to stand on once the claim is rejected."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from toolkit.domain import Block, Decision, Gate, Review
from toolkit.i18n import _

GROUNDS = "G10"
_CLAIM, _REASON = "esitys", "perustelu"


def claim_of(block_id: str, ids: Collection[str]) -> str:
    """Return the block of the claim that a block gives grounds for; empty when it gives none.

    Both are named after the same statement or note, in sections of their own.

    >>> claim_of("miksi/padlet:12/perustelu", ["esitykset/padlet:12/esitys"])
    'esitykset/padlet:12/esitys'
    """
    _section, _slash, rest = block_id.partition("/")
    subject, _slash, slot = rest.rpartition("/")
    if slot != _REASON:
        return ""
    wanted = f"/{subject}/{_CLAIM}"
    return next((i for i in ids if i.endswith(wanted) and i.count("/") == block_id.count("/")), "")


def check_grounds(blocks: Iterable[Block], reviews: Iterable[Review]) -> tuple[Gate, ...]:
    """Warn of grounds that stand although the claim they are for has been rejected.

    Parameters
    ----------
    blocks
        Of the whole draft.
    reviews
        The decisions in force.
    """
    ids = {block.id: None for block in blocks}
    rejected = {one.block_id for one in reviews if one.decision is Decision.REJECT}
    message = _("The paragraph gives grounds for a proposal that was rejected.")
    return tuple(
        Gate(gate=GROUNDS, level="warning", block_id=block_id, message=message)
        for block_id in ids
        if block_id not in rejected and claim_of(block_id, ids) in rejected
    )
