"""Stability: whole for themes that stand apart, low where there are none."""

from __future__ import annotations

import numpy as np
import pytest

from tests.themes.test_clustering import blobs
from toolkit.themes.clustering import NoteClusterer
from toolkit.themes.stability import find_stability


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
