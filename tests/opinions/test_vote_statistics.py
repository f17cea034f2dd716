"""Every statistic of a statement, worked by hand."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.opinions.ballots import make_votes
from toolkit.opinions import statistics
from toolkit.opinions.matrix import build_matrix
from toolkit.opinions.statistics import Tally, count_votes, find_consensus, find_representative

# Group A: 3 agree, 1 disagrees, 1 passes. Group B: 1 agrees, 4 disagree, 1 passes.
AGREE = np.array([[3], [1]])
DISAGREE = np.array([[1], [4]])
SEEN = np.array([[5], [6]])


def column(*values: float) -> object:
    return pytest.approx(np.array(values)[:, None], abs=1e-9)


def test_votes_are_counted_by_group_and_passes_are_seen() -> None:
    matrix = build_matrix(make_votes([[1, 0], [1, None], [-1, -1], [0, 1]], rejected=[1]))
    tally = count_votes(matrix, np.array([0, 0, 1, -1]), 2)
    assert tally.agree.tolist() == [[2, 0], [0, 0]]
    assert tally.disagree.tolist() == [[0, 0], [1, 1]]
    assert tally.seen.tolist() == [[2, 1], [1, 1]]


def test_share_and_its_test() -> None:
    found = statistics.rate(AGREE, SEEN)
    assert found.share == column(4 / 7, 2 / 8)
    assert found.share_z == column(2 * sqrt(6) * (4 / 6 - 1 / 2), 2 * sqrt(7) * (2 / 7 - 1 / 2))
    assert found.share_z[0, 0] == pytest.approx(0.816496580927726, abs=1e-12)


def test_ratio_and_its_test() -> None:
    found = statistics.rate(AGREE, SEEN)
    assert found.ratio == column(16 / 7, 7 / 16)
    # (4/6 − 2/7) / √(6/13 · 7/13 · (1/6 + 1/7)) = 8/21 · √13
    assert found.ratio_z == column(8 / 21 * sqrt(13), -8 / 21 * sqrt(13))
    assert found.metric[0, 0] == pytest.approx(
        4 / 7 * (sqrt(6) / 3) * 16 / 7 * 8 / 21 * sqrt(13), abs=1e-9
    )


def test_ratio_test_is_zero_when_everybody_takes_the_side() -> None:
    assert statistics.rate(np.array([[4], [3]]), np.array([[4], [3]])).ratio_z == column(0, 0)


def test_group_aware_consensus_is_a_product_over_groups() -> None:
    tally = Tally(AGREE, DISAGREE, SEEN)
    assert statistics.group_aware_consensus(tally) == pytest.approx([4 / 7 * 2 / 8], abs=1e-12)


def test_consensus_is_ranked_by_share_times_z_and_leaves_out_what_is_not_in_use() -> None:
    agree = np.array([9, 18, 5, 20, 1, 10, 11, 12, 13])
    seen = np.array([10, 20, 10, 20, 1, 11, 12, 13, 14])
    in_use = np.array([True] * 9)
    in_use[3] = False
    # 2: a half; 4: one vote has z = √2 · 1 = 1.41 and share 2/3, the weakest of those left.
    assert find_consensus(agree, seen, in_use) == [1, 8, 7, 6, 5]
    assert find_consensus(agree[:5], seen[:5], in_use[:5]) == [1, 0, 4]


def test_many_passes_are_ranked_by_share_squared_times_passes() -> None:
    agree = np.array([[0, 4, 5, 20]])
    seen = np.array([[4, 10, 10, 80]])
    # Passes 4 of 4, 6 of 10, 3 of 10 (not over 30 %) and 25 of 80: 4 · 1, 6 · 0.36, 25 · 0.098.
    disagree = np.array([[0, 0, 2, 35]])
    tally = Tally(agree, disagree, seen)
    assert statistics.find_uncertain(tally, np.ones(4, dtype=bool)) == [0, 3, 1]
    assert statistics.find_uncertain(tally, np.array([False, True, True, True])) == [3, 1]


def test_representative_statements_tell_a_group_from_the_others() -> None:
    agree = np.array([[9, 1, 5], [1, 9, 5]])
    disagree = np.array([[1, 9, 5], [9, 1, 5]])
    tally = Tally(agree, disagree, agree + disagree)
    first, second = find_representative(tally, np.array([True, True, True]))
    assert first == [(0, "agree"), (1, "disagree")]
    assert second == [(1, "agree"), (0, "disagree")]
    first, second = find_representative(tally, np.array([True, False, True]))
    assert first == [(0, "agree")]
    assert second == [(0, "disagree")]


def test_the_best_agreed_statement_comes_along_even_if_all_agree() -> None:
    agree, disagree = np.array([[9, 1], [90, 9]]), np.array([[1, 9], [1, 1]])
    tally = Tally(agree, disagree, agree + disagree)
    # The others agree on column 0 still more: the first group stands out by agreeing less.
    found = find_representative(tally, np.ones(2, dtype=bool))[0]
    assert found == [(0, "disagree"), (1, "disagree")]


@pytest.mark.parametrize(
    ("share", "share_z", "ratio", "ratio_z", "best"),
    [
        pytest.param([0.6, 0.9], [2, 3], [1.5, 1.1], [2, 0.1], [0], id="best tells: whole metric"),
        pytest.param([0.6, 0.9], [2, 3], [0.9, 1.1], [2, 0.1], [1], id="best does not: share"),
        pytest.param([0.6, 0.4], [1, 1], [1.1, 1.1], [1, 1], [0], id="a majority more than others"),
        pytest.param([0.5, 0.6], [1, 1], [1.1, 0.9], [1, 1], [], id="nothing worth it"),
    ],
)
def test_the_best_agreed_statement_is_looked_for_in_order(
    share: list[float],
    share_z: list[float],
    ratio: list[float],
    ratio_z: list[float],
    best: list[int],
) -> None:
    ratings = statistics.Ratings(*map(np.array, (share, share_z, ratio, ratio_z)))
    assert statistics._best_agreed(ratings, np.array([0, 1])) == best


def test_without_anything_significant_the_strongest_ratio_stands_alone() -> None:
    agree, seen = np.array([[1, 1], [1, 1]]), np.array([[4, 4], [4, 6]])
    tally = Tally(agree, np.array([[1, 2], [1, 1]]), seen)
    assert find_representative(tally, np.ones(2, dtype=bool))[0] == [(1, "disagree")]
    assert find_representative(tally, np.zeros(2, dtype=bool)) == [[], []]


@given(st.lists(st.tuples(*[st.integers(0, 30)] * 6), min_size=1, max_size=12))
def test_never_more_than_five_and_agreement_first(rows: list[tuple[int, ...]]) -> None:
    table = np.array(rows).T
    agree, disagree = table[:2], table[2:4]
    tally = Tally(agree, disagree, agree + disagree + table[4:])
    for pairs in find_representative(tally, np.ones(table.shape[1], dtype=bool)):
        sides = [side for _column, side in pairs]
        assert 1 <= len(pairs) <= 5
        assert sides == sorted(sides)
        assert len({number for number, _side in pairs}) == len(pairs)
