"""How far groups can be trusted: against another division, and when other people had voted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from toolkit.opinions.clusters import group_participants
from toolkit.opinions.projection import centre, principal_axes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from toolkit.opinions.matrix import VoteMatrix

_N_AXES = 8
_MOST_PEOPLE = 1_000
_MOST_DRAWN = 300


class Stability(NamedTuple):
    """How often people of one group stay together.

    Attributes
    ----------
    share
        Of the pairs in the same group, those that stay together, 0–1.
    beyond_chance
        The same with 0 for what a division at random into groups as large would keep, 1 for all.
    """

    share: float
    beyond_chance: float


def adjusted_rand(one: NDArray[np.intp], other: NDArray[np.intp]) -> float:
    """Return how alike two divisions of the same people are, corrected for chance.

    1 for the same division, about 0 for unrelated ones (Hubert and Arabie 1985).
    """
    both, rows, columns, pairs = _pairs(one, other)
    expected = rows * columns / pairs if pairs else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))


def measure_stability(
    matrix: VoteMatrix, labels: NDArray[np.intp], *, n_resamples: int, seed: int
) -> Stability | None:
    """Measure how often pairs of a group stay together over bootstrap resamples of participants.

    Each time as many grouped participants are drawn with replacement, the axes of the map are found
    anew, and the people are grouped anew into as many groups by the whole procedure. The axes turn
    within the eight that divide all of them most (Fisher, Caffo, Schwartz and Zipunnikov 2016),
    which costs a hundredth of decomposing every resample; ``benchmarks/opinions.py`` holds the two
    against each other. Of the new column means only what lies on those axes is followed. Of large
    conversations 1,000 participants stand for all and 300 are drawn at a time, so the figure is
    rather too low than too high.

    Parameters
    ----------
    labels
        Shape (n_participants,): group of each row of ``matrix``, −1 for none.

    Returns
    -------
    Stability or None
        None when there are fewer than two groups, or no resamples.
    """
    grouped = np.flatnonzero(labels >= 0)
    n_groups = len(np.unique(labels[grouped]))
    if n_groups < 2 or not n_resamples:
        return None
    chance = np.random.default_rng(seed)
    if len(grouped) > _MOST_PEOPLE:
        grouped = np.sort(chance.choice(grouped, size=_MOST_PEOPLE, replace=False))
    labels = labels[grouped]
    places, scale = _leading_places(matrix.rows(grouped), seed=seed)
    counts = np.zeros(4)
    for _ in range(n_resamples):
        n_drawn = min(len(grouped), _MOST_DRAWN)
        times = np.bincount(chance.integers(0, len(grouped), size=n_drawn))
        people = np.flatnonzero(times)
        weights = times[people].astype(np.float64)
        turned = _turn(places[people], scale[people], weights)
        again = group_participants(turned, n_groups=n_groups, weights=weights)
        counts += _pairs(labels[people], again)
    both, together, again_together, pairs = counts
    if not together:
        return None
    share, by_chance = both / together, again_together / pairs
    return Stability(share, (share - by_chance) / (1 - by_chance) if by_chance < 1 else 0.0)


def _leading_places(
    matrix: VoteMatrix, *, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return places on the leading axes, shape (n, 8), not yet stretched, and the scales, (n,)."""
    centred = centre(matrix)
    axes, _ = principal_axes(centred.deviations, n_axes=_N_AXES, seed=seed, tolerance=1e-3)
    return centred.deviations @ axes, centred.scale


def _turn(
    places: NDArray[np.float64], scale: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the places on the two axes that divide these people most, shape (n, 2)."""
    centred = places - weights @ places / weights.sum()
    _, turns = np.linalg.eigh(centred.T @ (weights[:, None] * centred))
    turned: NDArray[np.float64] = scale[:, None] * (centred @ turns[:, [-1, -2]])
    return turned


def _pairs(one: NDArray[np.intp], other: NDArray[np.intp]) -> tuple[float, float, float, float]:
    """Return how many pairs are together in both, in the first, in the second, and in all."""
    table = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(table, (one, other), 1)
    both, rows, columns = (
        float((counts * (counts - 1) / 2).sum())
        for counts in (table, table.sum(axis=1), table.sum(axis=0))
    )
    return both, rows, columns, len(one) * (len(one) - 1) / 2
