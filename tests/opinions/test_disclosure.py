"""Small counts are hidden so that no sum of the table tells them."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.opinions import hide_small


def test_a_table_without_small_counts_is_shown_whole() -> None:
    assert hide_small([[50, 0], [7, 41]]) == ((False, False), (False, False))


def test_a_hidden_count_takes_the_smallest_rectangle_with_it() -> None:
    counts = [[50, 4, 9], [8, 41, 6], [30, 20, 70]]

    assert hide_small(counts) == (
        (False, True, True),
        (False, True, True),
        (False, False, False),
    )


def test_what_is_left_out_anyway_protects_the_rest() -> None:
    assert hide_small([[50, 4, 0], [0, 41, 5], [30, 20, 9]], columns=[2]) == (
        (False, True, True),
        (False, False, True),
        (False, True, True),
    )


@pytest.mark.parametrize("counts", [[[3, 60]], [[3], [60]], [[1, 1], [1, 0]]])
def test_where_nothing_protects_everything_is_hidden(counts: list[list[int]]) -> None:
    assert all(all(line) for line in hide_small(counts))


CELLS = st.lists(st.lists(st.integers(0, 7), min_size=3, max_size=3), min_size=2, max_size=3)


@given(CELLS)
@settings(max_examples=60, deadline=None)
def test_every_hidden_small_count_could_be_another(counts: list[list[int]]) -> None:
    hidden = hide_small(counts)
    if all(all(line) for line in hidden):
        return
    for row, column in product(range(len(counts)), range(3)):
        if 0 < counts[row][column] < 5:
            assert hidden[row][column]
            assert _has_another(counts, hidden, row, column)


def _has_another(
    counts: list[list[int]], hidden: tuple[tuple[bool, ...], ...], row: int, column: int
) -> bool:
    """Whether hidden cells can change, sums kept and none emptied, and this one with them."""
    others = product(range(len(counts)), range(3), (1, -1))
    for other_row, other_column, step in others:
        if other_row == row or other_column == column:
            continue
        changes = {
            (row, column): step,
            (other_row, other_column): step,
            (row, other_column): -step,
            (other_row, column): -step,
        }
        if all(
            hidden[r][c] and counts[r][c] + change >= min(1, counts[r][c])
            for (r, c), change in changes.items()
        ):
            return True
    return False
