"""Every stage and every figure against an independent, slow reading of the formulas."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.opinions import slow_polis as slow
from tests.opinions.ballots import Table, make_camps, make_votes, to_table
from toolkit.opinions import clusters, find_opinion_groups
from toolkit.opinions.matrix import build_matrix
from toolkit.opinions.projection import project

CELLS = st.sampled_from([1, 1, -1, -1, 0, None])
TABLES = st.integers(2, 9).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width), min_size=6, max_size=30
    ).filter(lambda table: all(any(v is not None for v in row) for row in table))
)
CLOSE = 1e-9


def divided(table: Table, *, n_groups: int) -> tuple[object, list[list[int]]]:
    """Results with people dealt to groups in turn, whatever they voted, and who is in which."""
    letters = "ABC"[:n_groups]
    named = {f"p{row}": letters[row % n_groups] for row in range(len(table))}
    rows = [list(range(number, len(table), n_groups)) for number in range(n_groups)]
    return find_opinion_groups(make_votes(table, groups=named, rejected=[0], meta=[1])), rows


@settings(max_examples=60)
@given(table=TABLES, n_groups=st.integers(1, 3))
def test_figures_of_statements(table: Table, n_groups: int) -> None:
    found, rows = divided(table, n_groups=n_groups)
    used = list(range(2, len(table[0])))

    for column, result in enumerate(found.statements):
        for number, letter in enumerate("ABC"[:n_groups]):
            counts = result.by_group[letter]
            assert (counts.agree, counts.disagree, counts.n) == slow.count(
                table, rows[number], column
            )
        product, mean = slow.group_aware_consensus(table, rows, column)
        assert result.group_aware_consensus == pytest.approx(product, abs=CLOSE)
        assert result.group_aware_consensus_geometric == pytest.approx(mean, abs=CLOSE)
    ids = [f"s{column}" for column in range(len(table[0]))]
    assert found.consensus_agree == tuple(
        ids[column] for column in slow.consensus(table, used, agree=True)
    )
    assert found.consensus_disagree == tuple(
        ids[column] for column in slow.consensus(table, used, agree=False)
    )
    assert found.uncertain == tuple(ids[column] for column in slow.uncertain(table, used))
    if n_groups > 1:
        chosen = slow.representative(table, rows, used)
        assert [list(pairs) for pairs in found.representative.values()] == [
            [(ids[column], side) for column, side in pairs] for pairs in chosen
        ]


@settings(max_examples=60)
@given(table=TABLES)
def test_the_map(table: Table) -> None:
    found = project(build_matrix(make_votes(table, rejected=[0])), seed=0)

    expected = slow.project(table, [0])

    # Axes of equal strength may turn into each other; what no turning changes is the same.
    assume(is_settled(table))
    distances = np.linalg.norm(expected.places, axis=1)
    assert np.linalg.norm(found.positions, axis=1) == pytest.approx(distances, abs=1e-7)
    assert found.extremity == pytest.approx(expected.extremity, abs=1e-7)


def is_settled(table: Table) -> bool:
    """Whether the second axis is clearly stronger than the third, so that the plane is one."""
    x = np.array([[np.nan if v is None else v for v in row] for row in table], dtype=float)
    x[:, 0] = 0
    means = np.array([0 if np.isnan(c).all() else np.nanmean(c) for c in x.T])
    filled = np.where(np.isnan(x), means, x)
    strengths = np.linalg.svd(filled - filled.mean(axis=0), compute_uv=False)
    return len(strengths) < 3 or bool(strengths[1] - strengths[2] > 1e-3)


COORDINATES = st.floats(-9, 9, allow_nan=False).map(lambda x: round(x, 4))
POINTS = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=1, max_size=40)


@settings(max_examples=150)
@given(points=POINTS, k=st.integers(1, 12), seed=st.integers(0, 9))
def test_k_means_with_weights(points: slow.Points, k: int, seed: int) -> None:
    weights = np.random.default_rng(seed).integers(1, 9, len(points)).astype(float)

    expected = slow.k_means(points, weights.tolist(), k, 20)
    assume(not expected.tied)
    labels, centres = clusters._k_means(np.array(points), weights, n_clusters=k, n_rounds=20)

    assert labels.tolist() == expected.labels
    assert centres == pytest.approx(np.array(expected.centres), abs=CLOSE)


@settings(max_examples=100)
@given(points=POINTS, seed=st.integers(0, 9), k=st.integers(1, 4))
def test_silhouette(points: slow.Points, seed: int, k: int) -> None:
    labels = np.random.default_rng(seed).integers(0, k, len(points))
    _names, labels = np.unique(labels, return_inverse=True)

    found = clusters._silhouette(np.array(points), labels)

    assert found == pytest.approx(slow.silhouette(points, labels.tolist()), abs=CLOSE)


@pytest.mark.parametrize("sizes", [(14, 22), (9, 12, 15), (40, 8), (16,)], ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_the_whole_way_to_groups(sizes: tuple[int, ...], seed: int) -> None:
    votes = make_camps(*sizes, n_statements=14, seed=seed)
    table = to_table(votes)

    found = find_opinion_groups(votes)

    active = slow.in_conversation(table)
    places = slow.project(table, []).places
    labels = slow.groups([tuple(places[i]) for i in active])
    members = [
        tuple(f"p{row}" for row, label in zip(active, labels, strict=True) if label == number)
        for number in range(max(labels) + 1)
    ]
    assert [group.participant_ids for group in found.groups] == members
