"""Receipts as people read them: the rows that were left out, by the reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from toolkit.domain import Receipt


class LeftOut(NamedTuple):
    """Rows that were left out for one reason, such as ``"2–4, 7"``."""

    rows: str
    reason: str
    n: int


def left_out(receipt: Receipt) -> tuple[LeftOut, ...]:
    """Return what was left out of a file, in the order in which the reasons come up."""
    rows: dict[str, list[int]] = {}
    for skipped in receipt.skipped:
        rows.setdefault(skipped.reason, []).append(skipped.row)
    return tuple(
        LeftOut(rows=rows_in_words(numbers), reason=reason, n=len(numbers))
        for reason, numbers in rows.items()
    )


def rows_in_words(rows: Sequence[int]) -> str:
    """Return numbers of rows with those that follow one another as one range.

    >>> rows_in_words([2, 3, 4, 7, 7, 9, 10])
    '2–4, 7, 9–10'
    """
    numbers = sorted(set(rows))
    ranges = []
    for _same, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _place, number in run]
        first, last = members[0], members[-1]
        ranges.append(str(first) if first == last else f"{first}–{last}")
    return ", ".join(ranges)
