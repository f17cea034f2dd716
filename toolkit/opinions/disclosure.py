"""Small counts of a table hidden, with as many others as it takes that nobody can compute them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from toolkit.domain import SMALL_GROUP

Counts = Sequence[Sequence[int]]
Hidden = tuple[tuple[bool, ...], ...]


class _Cell(NamedTuple):
    row: int
    column: int


def hide_small(counts: Counts, *, rows: Sequence[int] = (), columns: Sequence[int] = ()) -> Hidden:
    """Return which cells of a table must not be shown.

    Hidden are counts of one to four, and, by the hypercube method (Giessing, S. and Repsilber, D.
    (2002), Tools and Strategies to Protect Multiple Tables with the GHQUAR Cell Suppression Engine,
    Inference Control in Statistical Databases, 181–192), for each of them three others that make a
    rectangle with it, the smallest that will do. So a hidden count can be one more or one less
    without any sum of a row, of a column or of the table telling of it. Where there is no such
    rectangle, everything is hidden.

    Parameters
    ----------
    counts
        Row by row, of the whole table: with the rows and columns that are not shown.
    rows, columns
        Numbers of the rows and columns that are not shown.

    Returns
    -------
    tuple of tuple of bool
        Row by row, as ``counts``; True for what is hidden.
    """
    left_out = {
        _Cell(row, column) for row, column in _cells(counts) if row in rows or column in columns
    }
    small = [at for at in _cells(counts) if 0 < _n(counts, at) < SMALL_GROUP]
    hidden = left_out | set(small)
    for at in small:
        if at in left_out:
            continue
        found = min(_rectangles(counts, at, hidden), default=None)
        if found is None:
            hidden = set(_cells(counts))
            break
        hidden |= set(found[-1])
    return tuple(
        tuple(_Cell(row, column) in hidden for column in range(len(line)))
        for row, line in enumerate(counts)
    )


def _cells(counts: Counts) -> Iterator[_Cell]:
    for row, line in enumerate(counts):
        for column in range(len(line)):
            yield _Cell(row, column)


def _n(counts: Counts, at: _Cell) -> int:
    return counts[at.row][at.column]


def _rectangles(
    counts: Counts, at: _Cell, hidden: set[_Cell]
) -> Iterator[tuple[int, int, tuple[_Cell, ...]]]:
    """Yield the other corners of rectangles that protect a cell, and what hiding them costs.

    The cost is how many people more are hidden, and then how many cells. Whoever knows that a
    hidden cell has somebody in it must still find two answers.
    """
    for row, column in product(range(len(counts)), range(len(counts[0]))):
        if row == at.row or column == at.column:
            continue
        beside, below, across = _Cell(at.row, column), _Cell(row, at.column), _Cell(row, column)
        up = min(_n(counts, beside), _n(counts, below))
        down = min(_n(counts, at), _n(counts, across))
        if max(up, down) > 1:
            corners = (beside, below, across)
            fresh = [corner for corner in corners if corner not in hidden]
            yield sum(_n(counts, corner) for corner in fresh), len(fresh), corners
