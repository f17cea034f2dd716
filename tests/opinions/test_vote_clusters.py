"""Who is grouped, where k-means ends, and how many groups there are."""

from __future__ import annotations

import numpy as np
import pytest

from tests.opinions.ballots import make_votes
from toolkit.opinions import clusters
from toolkit.opinions.clusters import find_active, group_participants
from toolkit.opinions.matrix import build_matrix
from toolkit.opinions.stability import adjusted_rand


def ballots(*n_votes: int, n_statements: int = 10) -> list[list[int | None]]:
    return [[1] * n + [None] * (n_statements - n) for n in n_votes]


@pytest.mark.parametrize(
    ("table", "active"),
    [
        pytest.param(ballots(*[7] * 15, 6), list(range(15)), id="seven votes"),
        pytest.param(ballots(*[3] * 15, 2, n_statements=3), list(range(15)), id="few statements"),
        pytest.param(ballots(*[7] * 13, 1, 3, 2), [*range(13), 14, 15], id="topped up to 15"),
        pytest.param(ballots(10, 1, 0), [0, 1], id="nobody without votes"),
    ],
)
def test_who_voted_enough(table: list[list[int | None]], active: list[int]) -> None:
    assert find_active(build_matrix(make_votes(table))).tolist() == active


def test_two_heaps_are_two_groups_named_by_first_appearance() -> None:
    heaps = np.array([[9.0, 0], [0, 0], [0, 1], [9, 1], [0.5, 0]])
    assert group_participants(heaps).tolist() == [0, 1, 1, 0, 1]


@pytest.mark.parametrize("n_groups", [1, 2, 3, 4])
def test_as_many_groups_as_asked(n_groups: int) -> None:
    heaps = np.array([[x + step, y] for x in (0, 9) for y in (0, 9) for step in (0.0, 0.1, 0.2)])
    assert set(group_participants(heaps, n_groups=n_groups)) == set(range(n_groups))


@pytest.mark.parametrize("points", [[[1.0, 2]], [[0.0, 0]] * 4], ids=["one", "all in one place"])
def test_one_place_is_one_group(points: list[list[float]]) -> None:
    assert set(group_participants(np.array(points))) == {0}
    assert set(group_participants(np.array(points), n_groups=3)) == {0}


def test_base_clusters_weigh_as_much_as_their_participants() -> None:
    centres = np.array([[0.0, 0], [3, 0], [10, 0]])
    light, middle = clusters._k_means(centres, np.array([1.0, 1, 1]), n_clusters=2, n_rounds=20)
    heavy, weighted = clusters._k_means(centres, np.array([1.0, 9, 1]), n_clusters=2, n_rounds=20)
    # From 0 and 3, which 10 joins: their centre is 6.5, nearer to 0 for the middle; or 3.7.
    assert light.tolist() == [0, 0, 1]
    assert heavy.tolist() == [0, 1, 1]
    assert middle[:, 0] == pytest.approx([1.5, 10])
    assert weighted[:, 0] == pytest.approx([0, 3.7])


def test_silhouette_worked_by_hand() -> None:
    points = np.array([[0.0, 0], [1, 0], [10, 0], [11, 0]])
    score = clusters._silhouette(points, np.array([0, 0, 1, 1]))
    assert score == pytest.approx((9.5 / 10.5 + 8.5 / 9.5) / 2, abs=1e-12)
    alone = clusters._silhouette(points[:3], np.array([0, 0, 1]))
    assert alone == pytest.approx((9 / 10 + 8 / 9 + 0) / 3, abs=1e-12)
    assert clusters._silhouette(points, np.array([0, 0, 0, 0])) == -1


@pytest.mark.parametrize(
    ("one", "other", "index"),
    [
        pytest.param([0, 0, 1, 1], [1, 1, 0, 0], 1.0, id="other names"),
        # 1 pair together in both, 2 in each, 6 in all: (0 − 2/3) / (2 − 2/3).
        pytest.param([0, 0, 1, 1], [0, 1, 0, 1], -0.5, id="crosswise"),
        pytest.param([0, 0, 0], [0, 0, 0], 1.0, id="one group"),
    ],
)
def test_adjusted_rand_index(one: list[int], other: list[int], index: float) -> None:
    assert adjusted_rand(np.array(one), np.array(other)) == pytest.approx(index, abs=1e-12)
