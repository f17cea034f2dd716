"""Nearest neighbours: the same as by hand, whatever the number of threads."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from toolkit.rows import unit
from toolkit.themes import neighbours
from toolkit.themes.neighbours import find_neighbours


def some_rows(n: int, seed: int = 0) -> np.ndarray:
    return unit(np.random.default_rng(seed).normal(size=(n, 24)))


def by_hand(rows: np.ndarray, row: int, n: int) -> list[int]:
    near = {other: round(float(rows[row] @ rows[other]), 4) for other in range(len(rows))}
    del near[row]
    return sorted(near, key=lambda other: (-near[other], other))[:n]


@settings(max_examples=20)
@given(n=st.integers(2, 40), wanted=st.integers(1, 12), seed=st.integers(0, 9))
def test_nearest_first(n: int, wanted: int, seed: int) -> None:
    rows = np.round(some_rows(n, seed), 1)  # coarse, so that many are equally near
    found = find_neighbours(rows, wanted)
    assert found.rows.tolist() == [by_hand(rows, row, wanted) for row in range(n)]


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_has_no_neighbours(n: int) -> None:
    assert find_neighbours(some_rows(n), 5).graph(5).shape == (n, n)


def test_threads_change_nothing() -> None:
    rows = some_rows(2500)
    with threadpool_limits(1):
        one = find_neighbours(rows, 15)
    with threadpool_limits(2):
        two = find_neighbours(rows, 15)
    assert (one.rows == two.rows).all()
    assert (one.likeness == two.likeness).all()


def test_approximate_neighbours_are_nearly_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = np.vstack([some_rows(1500), np.repeat(some_rows(1, 7), 40, axis=0)])
    exact = find_neighbours(rows, 10)
    monkeypatch.setattr(neighbours, "EXACT_UP_TO", 100)
    found = find_neighbours(rows, 10)
    same = [len(set(a) & set(b)) for a, b in zip(exact.rows[:1500], found.rows[:1500], strict=True)]
    assert np.mean(same) > 9.5
    assert not (found.rows == np.arange(len(rows))[:, None]).any()
    assert (find_neighbours(rows, 10).rows == found.rows).all()


def test_graph_ties_both_ways_and_nothing_without_likeness() -> None:
    rows = np.eye(4)[[0, 0, 1, 1]]
    graph = find_neighbours(rows, 2).graph(2)
    assert graph.toarray().tolist() == [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]


def test_graph_of_some_rows_is_that_of_these_rows_alone() -> None:
    rows = some_rows(60)
    kept = np.arange(60) % 5 > 0
    ours = find_neighbours(rows, 20).graph(5, kept).toarray()
    assert np.allclose(ours, find_neighbours(rows[kept], 5).graph(5).toarray())
