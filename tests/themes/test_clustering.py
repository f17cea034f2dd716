"""Grouping of vectors: as many as there are, as many as asked, none from nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.themes.clustering import NoteClusterer


def blobs(n_groups: int, size: int, seed: int = 0) -> np.ndarray:
    chance = np.random.default_rng(seed)
    middles = np.eye(n_groups, n_groups + 20)
    rows = np.repeat(middles, size, axis=0) + chance.normal(
        0, 0.1, (n_groups * size, n_groups + 20)
    )
    return rows - rows.mean(axis=0)


@pytest.mark.parametrize(("n_groups", "size"), [(2, 5), (3, 8), (5, 12), (6, 40)])
def test_clear_groups_are_found(n_groups: int, size: int) -> None:
    labels = NoteClusterer().fit(blobs(n_groups, size)).labels_
    assert labels.tolist() == [group for group in range(n_groups) for _ in range(size)]


@settings(max_examples=20)
@given(n_clusters=st.integers(1, 45), seed=st.integers(0, 3))
def test_exactly_as_many_as_asked(n_clusters: int, seed: int) -> None:
    rows = np.random.default_rng(seed).normal(size=(40, 12))
    labels = NoteClusterer(n_clusters=n_clusters).fit(rows).labels_
    assert set(labels.tolist()) == set(range(min(n_clusters, 40)))


def test_resolution_makes_more_and_fewer() -> None:
    rows = np.random.default_rng(1).normal(size=(80, 12))
    few, usual, many = (
        len(set(NoteClusterer(resolution=r).fit(rows).labels_)) for r in (0.4, 1.0, 3.0)
    )
    assert few < usual < many


def test_thin_rows_join_what_is_near_and_nothing_else() -> None:
    rows = blobs(3, 6)
    far = np.zeros((1, rows.shape[1]))
    far[0, -1] = 1
    vectors = np.vstack([rows, rows[:1], far])
    thin = [False] * len(rows) + [True, True]
    labels = NoteClusterer(thin=thin).fit(vectors).labels_
    assert labels[-2] == labels[0]
    assert labels[-1] == -1


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_few_rows_are_one_group(n: int) -> None:
    assert NoteClusterer().fit(np.eye(3)[:n]).labels_.tolist() == [0] * n


def test_nothing_but_thin_rows_make_no_group() -> None:
    assert NoteClusterer(thin=[True] * 5).fit(np.eye(5)).labels_.tolist() == [-1] * 5


def test_regroup_knows_only_what_is_kept() -> None:
    clusterer = NoteClusterer().fit(blobs(3, 8))
    kept = np.arange(24) % 4 > 0
    assert clusterer.regroup(kept).tolist() == [0] * 6 + [1] * 6 + [2] * 6
