"""Who votes alike: base clusters of participants, and opinion groups of base clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from toolkit.opinions.matrix import VoteMatrix

ENOUGH_VOTES = 7
ENOUGH_PARTICIPANTS = 15
MOST_GROUPS = 5
_BASE_CLUSTERS = 100
_STILL = 0.01
_AT_ONCE = 16_384


def find_active(matrix: VoteMatrix) -> NDArray[np.intp]:
    """Return the rows of the participants who voted enough to be grouped, ascending.

    Polis asks for 7 votes, or for all statements when there are fewer, and tops up with the most
    active until there are 15 participants (``conversation.clj``, in-conv).
    """
    n_votes = matrix.votes_of_participants
    enough = min(ENOUGH_VOTES, int(np.count_nonzero(matrix.votes_on_statements)))
    active = np.flatnonzero(n_votes >= max(1, enough))
    if len(active) < ENOUGH_PARTICIPANTS:
        most_active_first = np.argsort(-n_votes, kind="stable")[:ENOUGH_PARTICIPANTS]
        active = np.union1d(active, most_active_first[n_votes[most_active_first] > 0])
    return active


def group_participants(
    positions: NDArray[np.float64],
    *,
    n_groups: int | None = None,
    weights: NDArray[np.float64] | None = None,
) -> NDArray[np.intp]:
    """Group places on the map the way Polis does from a cold start (``clusters.clj``).

    First up to 100 base clusters by k-means from the first distinct places, then k-means over the
    base clusters, weighted by their sizes, from the first distinct centres; k from 2 to
    min(5, 2 + n_base / 12) with the greatest mean silhouette over base clusters.

    Parameters
    ----------
    positions
        Shape (n, 2), n ≥ 1, in the order of the export: the start depends on it.
    n_groups
        Fixes k; fewer come back when there are not as many distinct places.
    weights
        Shape (n,), all positive: how many participants stand in each place; one by default.

    Returns
    -------
    Shape (n,): 0, 1, 2 … by first appearance.
    """
    if weights is None:
        weights = np.ones(len(positions))
    base, centres = _k_means(positions, weights, n_clusters=_BASE_CLUSTERS, n_rounds=100)
    sizes = np.bincount(base, weights=weights).astype(np.float64)
    if n_groups is None:
        choices = range(2, min(MOST_GROUPS, 2 + len(centres) // 12) + 1)
    else:
        choices = range(n_groups, n_groups + 1)
    candidates = [_k_means(centres, sizes, n_clusters=k, n_rounds=20)[0] for k in choices]
    best = candidates[0]
    if len(candidates) > 1:
        best = max(candidates, key=lambda labels: _silhouette(centres, labels))
    return _by_first_appearance(best[base])


def _k_means(
    points: NDArray[np.float64], weights: NDArray[np.float64], *, n_clusters: int, n_rounds: int
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return labels and centres of k-means that starts from the first distinct points.

    Clusters that lose every point disappear; it ends when no centre moves by 0.01. A point is
    measured again only when the centres have moved so far that its nearest may have changed, which
    gives the labels that measuring them all would (Hamerly 2010).
    """
    centres = _first_distinct(points, n_clusters)
    labels = np.zeros(len(points), dtype=np.intp)
    margin = np.full(len(points), -np.inf)
    pulls = [weights * axis for axis in points.T]
    for _ in range(n_rounds):
        unsure = np.flatnonzero(margin <= 1e-9)
        labels[unsure], margin[unsure] = _nearest(points[unsure], centres)
        mass = np.bincount(labels, weights=weights, minlength=len(centres))
        kept = mass > 0
        if lost := not kept.all():
            labels, mass, centres = (np.cumsum(kept) - 1)[labels], mass[kept], centres[kept]
        sums = [np.bincount(labels, weights=pull).astype(np.float64) for pull in pulls]
        moved = np.stack(sums, axis=1) / mass[:, None]
        steps = np.linalg.norm(moved - centres, axis=1)
        farthest = float(steps.max())
        centres = moved
        if not lost and farthest < _STILL:
            break
        margin -= (steps + farthest)[labels]
    return labels, centres


def _first_distinct(points: NDArray[np.float64], n: int) -> NDArray[np.float64]:
    """Return the first ``n`` distinct rows, or all of them when there are fewer."""
    n_looked_at = n
    while True:
        # As complex numbers, pairs are compared at once.
        pairs = np.ascontiguousarray(points[:n_looked_at]).view(np.complex128).ravel()
        _, first = np.unique(pairs, return_index=True)
        if len(first) >= n or n_looked_at >= len(points):
            return points[np.sort(first)[:n]]
        n_looked_at *= 4


def _nearest(
    points: NDArray[np.float64], centres: NDArray[np.float64]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return for each point the nearest centre, and by how much the next one is farther."""
    from scipy.spatial.distance import cdist

    labels = np.empty(len(points), dtype=np.intp)
    margin = np.empty(len(points))
    for start in range(0, len(points), _AT_ONCE):
        squares = cdist(points[start : start + _AT_ONCE], centres, "sqeuclidean")
        rows = np.arange(len(squares))
        best = squares.argmin(axis=1)
        least = squares[rows, best]
        squares[rows, best] = np.inf
        labels[start : start + _AT_ONCE] = best
        margin[start : start + _AT_ONCE] = np.sqrt(squares.min(axis=1)) - np.sqrt(least)
    return labels, margin


def _silhouette(points: NDArray[np.float64], labels: NDArray[np.intp]) -> float:
    """Return the mean silhouette, where a point alone in its cluster counts as 0 (Rousseeuw 1987).

    −1 when there is only one cluster.
    """
    from scipy.spatial.distance import cdist

    sizes = np.bincount(labels)
    if len(sizes) < 2:
        return -1.0
    membership = np.eye(len(sizes))[labels]
    sums = cdist(points, points) @ membership
    own = sums[np.arange(len(labels)), labels] / np.maximum(1, sizes[labels] - 1)
    nearest = np.where(membership > 0, np.inf, sums / sizes).min(axis=1)
    widest = np.maximum(own, nearest)
    alone = (sizes[labels] == 1) | (widest == 0)
    scores = np.where(alone, 0.0, (nearest - own) / np.where(alone, 1.0, widest))
    return float(scores.mean())


def _by_first_appearance(labels: NDArray[np.intp]) -> NDArray[np.intp]:
    """Renumber labels so that the first point is in cluster 0, and so on."""
    _, first, numbers = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[numbers]
