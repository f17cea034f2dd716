"""The map: hand-worked places, and the same map as from a filled-in dense matrix."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.opinions.ballots import Table, make_votes
from toolkit.opinions import projection as module
from toolkit.opinions.matrix import build_matrix
from toolkit.opinions.projection import project

CLOSE = {"abs": 1e-9}


def test_matrix_keeps_passes_apart_from_what_was_not_seen() -> None:
    matrix = build_matrix(make_votes([[1, 0, None], [None, -1, 0]], rejected=[1], meta=[2]))
    assert matrix.votes_of_participants.tolist() == [2, 2]
    assert matrix.votes_on_statements.tolist() == [1, 2, 1]
    assert matrix.in_use.tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("table", "rejected", "positions", "extremity", "explained"),
    [
        # Means 0; the axis is (1, 1)/√2; everybody saw everything, so the scale is 1.
        pytest.param([[1, 1], [-1, -1]], [], [sqrt(2), -sqrt(2)], [1, 1], 1, id="all seen"),
        # Means 0 and 1; the axis is (1, 0); the first saw 1 of 2, the scale is √2.
        pytest.param([[1, None], [-1, 1]], [], [sqrt(2), -1], [sqrt(2), 0], 1, id="unseen"),
        # The third column is zero for all: it counts in C = 3 and as a vote of everybody.
        pytest.param(
            [[1, None, None], [-1, 1, 1]], [2], [sqrt(3 / 2), -1], [sqrt(3), 0, 0], 1, id="rejected"
        ),
        pytest.param([[1, 0], [1, 0]], [], [0, 0], [0, 0], 0, id="all alike"),
        pytest.param([[1, 0]], [], [0], [0, 0], 0, id="one participant"),
        pytest.param([[1], [-1]], [0], [0, 0], [0], 0, id="everything rejected"),
        # A column nobody voted on is no column of the matrix: C stays 1.
        pytest.param([[1, None], [-1, None]], [], [1, -1], [1, 0], 1, id="no votes on one"),
    ],
)
def test_places_worked_by_hand(
    table: Table,
    rejected: list[int],
    positions: list[float],
    extremity: list[float],
    explained: float,
) -> None:
    found = project(build_matrix(make_votes(table, rejected=rejected)), seed=0)
    assert found.positions[:, 0] == pytest.approx(positions, **CLOSE)
    assert found.positions[:, 1] == pytest.approx(0, **CLOSE)
    assert found.extremity == pytest.approx(extremity, **CLOSE)
    assert found.explained_variance == pytest.approx(explained, **CLOSE)


TABLES = arrays(
    np.int8, st.tuples(st.integers(2, 9), st.integers(2, 6)), elements=st.integers(-1, 2)
)


@given(TABLES)
def test_same_map_as_from_a_filled_in_matrix(codes: np.ndarray) -> None:
    codes[0, :] = np.where(codes[0] == 2, 1, codes[0])  # every column has a vote
    table = [[None if code == 2 else int(code) for code in row] for row in codes]
    found = project(build_matrix(make_votes(table)), seed=0)

    full = np.where(codes == 2, np.nan, codes)
    filled = np.where(codes == 2, np.nanmean(full, axis=0), codes)
    centred = filled - filled.mean(axis=0)
    variance = np.square(np.linalg.svd(centred, compute_uv=False))
    total = variance.sum()
    share = variance[:2].sum() / total if total > 1e-9 else 0
    assert found.explained_variance == pytest.approx(share, abs=1e-9)
    # Undoing the scale leaves a projection that keeps as much of the variance as possible.
    scale = np.sqrt(codes.shape[1] / np.maximum(1, (codes != 2).sum(axis=1)))
    kept = np.square(found.positions / scale[:, None]).sum()
    assert kept == pytest.approx(variance[:2].sum(), abs=1e-8)


def test_large_and_small_matrices_take_the_same_axes(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(1)
    camp = np.repeat([1, -1], 20)[:, None] * chance.choice([-1, 1], 15)
    other = np.tile([1, -1], 20)[:, None] * (np.arange(15) < 6)
    codes = np.sign(camp + 2 * other + chance.integers(-1, 2, (40, 15))).astype(int)
    matrix = build_matrix(make_votes(codes.tolist()))
    small = project(matrix, seed=0)
    monkeypatch.setattr(module, "_SMALL", 0)
    for seed in (0, 7):
        large = project(matrix, seed=seed)
        assert large.positions == pytest.approx(small.positions, abs=1e-8)
        assert large.explained_variance == pytest.approx(small.explained_variance, abs=1e-9)
