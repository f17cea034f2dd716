"""Stability: whole for themes that stand apart, low where there are none."""

from __future__ import annotations

import numpy as np
import pytest

from tests.themes.test_clustering import blobs
from toolkit.themes.clustering import NoteClusterer
from toolkit.themes.stability import best_shares, find_stability, stability_in_words


def test_clear_groups_always_stay_together() -> None:
    clusterer = NoteClusterer().fit(blobs(4, 15))
    assert find_stability(clusterer, seed=0) == {0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0}


def test_groups_of_noise_fall_apart() -> None:
    rows = np.random.default_rng(1).normal(size=(120, 30))
    shares = find_stability(NoteClusterer().fit(rows), seed=0).values()
    assert np.mean(list(shares)) < 0.5


def test_the_seed_chooses_the_resamples_and_nothing_else() -> None:
    clusterer = NoteClusterer().fit(np.random.default_rng(2).normal(size=(90, 12)))
    assert find_stability(clusterer, seed=1) == find_stability(clusterer, seed=1)
    assert find_stability(clusterer, seed=1) != find_stability(clusterer, seed=2)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_nothing_is_said_of_too_few_rows(n: int) -> None:
    assert find_stability(NoteClusterer().fit(np.eye(3)[:n]), seed=0) == {}


def test_a_group_asked_to_hold_two_matters_is_as_steady_as_they_are() -> None:
    matters = np.eye(8)[:2].repeat(3, axis=0) + np.eye(8)[2:] * 0.8
    noise = np.random.default_rng(3).normal(0, 0.05, (72, 8))
    rows = matters.repeat(12, axis=0) + noise
    clusterer = NoteClusterer(n_clusters=2).fit(rows - rows.mean(axis=0))
    assert find_stability(clusterer, seed=0) == {0: 1.0, 1: 1.0}


def test_shares_are_of_the_rows_in_either_group() -> None:
    before = np.array([0, 0, 0, 1, 1, -1])
    after = np.array([0, 0, 1, 1, 1, 1])
    # Two of three rows in {0, 1, 2}; two of four in {2, 3, 4, 5}.
    assert best_shares(before, after) == {0: 2 / 3, 1: 2 / 4}


@pytest.mark.parametrize(("share", "words"), [(0.8, "Vakaa"), (0.5, "Melko"), (0.45, "Häilyvä")])
def test_steadiness_in_words(share: float, words: str) -> None:
    assert stability_in_words(share).startswith(words)
