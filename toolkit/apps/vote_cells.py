"""Votes on a statement as a bar and words, told no more exactly than the documents tell them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    SMALL_GROUP,
    Counts,
    OpinionGroup,
    StatementResult,
)
from toolkit.i18n import _, digits

_NONE = Counts(agree=0, disagree=0, passes=0)

# With one count kept back, the others would tell it by subtraction: another is kept back with it.
_PARTNER = {"agree": "passes", "disagree": "passes", "passes": "disagree"}


def vote_cells(
    result: StatementResult, shown: Sequence[OpinionGroup]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the votes of everybody and of each group that may be shown, ready for JSON.

    Each has a ``bar``, three shares in whole percent (agreed, passed or not told apart, disagreed;
    empty for no bar), ``main``, how many agreed, and ``more``, the rest. From 30 votes on there are
    percentages, below that counts. A count of fewer than five is only called few, and of a group
    that gave fewer than five votes nothing is told.
    """
    groups = [result.by_group.get(group.id, _NONE) for group in shown]
    # Exact counts of everybody would tell by subtraction what was kept back of a group.
    exact = result.votes.n < FEWEST_FOR_PERCENT
    kept = frozenset[str]().union(*map(_kept_back, groups)) if exact else frozenset[str]()
    return _cell(result.votes, kept), [_cell(counts) for counts in groups]


def counted(count: int, n: int) -> str:
    r"""Return a part of a whole, with its percentage unless the whole is small.

    >>> counted(50, 61)
    '50/61 (82\xa0%)'
    """
    if count < SMALL_GROUP:
        return _("under 5 of {n}").format(n=digits(n))
    whole = f"{digits(count)}/{digits(n)}"
    if n < FEWEST_FOR_PERCENT:
        return whole
    return f"{whole} ({(200 * count + n) // (2 * n)}\N{NO-BREAK SPACE}%)"


def _kept_back(counts: Counts) -> frozenset[str]:
    """Return the sides whose counts are not told."""
    few = {side for side in _PARTNER if getattr(counts, side) < SMALL_GROUP}
    return frozenset(few | {_PARTNER[side] for side in few} if len(few) == 1 else few)


def _cell(counts: Counts, kept: frozenset[str] = frozenset()) -> dict[str, Any]:
    n = counts.n
    if n < SMALL_GROUP:
        words = _("not shown: fewer than five votes") if n else _("no votes")
        return {"n": 0, "bar": [], "main": words, "more": ""}
    kept = kept | _kept_back(counts)
    agree = 0 if "agree" in kept else _percent(counts.agree, n)
    disagree = 0 if "disagree" in kept else _percent(counts.disagree, n)
    return {
        "n": n,
        "bar": [agree, 100 - agree - disagree, disagree],
        "main": _agreed(counts, kept),
        "more": ", ".join((*_rest(counts, kept), _("voters {n}").format(n=digits(n)))),
    }


def _percent(count: int, n: int) -> int:
    return (200 * count + n) // (2 * n)


def _agreed(counts: Counts, kept: frozenset[str]) -> str:
    n = counts.n
    if counts.agree < SMALL_GROUP:
        return _("under 5 agree")
    if "agree" in kept:
        return _("how many agree is not shown")
    if n < FEWEST_FOR_PERCENT:
        return _("{agree} of {n} agree").format(agree=digits(counts.agree), n=digits(n))
    return _("{percent} % agree").format(percent=_percent(counts.agree, n))


def _rest(counts: Counts, kept: frozenset[str]) -> list[str]:
    if kept >= {"disagree", "passes"} and "agree" not in kept:
        together = _amount(counts.disagree + counts.passes, counts.n)
        return [_("disagree or pass {amount}").format(amount=together)]
    words = (("disagree", _("disagree {amount}")), ("passes", _("pass {amount}")))
    return [
        text.format(amount=_amount(getattr(counts, side), counts.n))
        for side, text in words
        if side not in kept
    ]


def _amount(count: int, n: int) -> str:
    if count < SMALL_GROUP:
        return _("under 5")
    if n < FEWEST_FOR_PERCENT:
        return digits(count)
    return f"{_percent(count, n)}\N{NO-BREAK SPACE}%"
