"""How well a division into groups holds: against another division, and when people are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from toolkit.opinions.clusters import group_participants
from toolkit.opinions.projection import project

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from toolkit.opinions.matrix import VoteMatrix

_N_RESAMPLES = 20
_SHARE_KEPT = 0.8
# Above this many votes the resamples would take longer than everything else together.
_MOST_VOTES = 50_000


def adjusted_rand(one: NDArray[np.intp], other: NDArray[np.intp]) -> float:
    """Return how alike two divisions of the same people are, corrected for chance.

    1 for the same division, about 0 for unrelated ones (Hubert and Arabie 1985).
    """
    both, rows, columns, pairs = _pairs(one, other)
    expected = rows * columns / pairs if pairs else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))


def measure_stability(matrix: VoteMatrix, labels: NDArray[np.intp], *, seed: int) -> float | None:
    """Return the share of pairs in the same group that stay together when people are left out.

    Groups are computed again from the votes of a random 80 % of the grouped participants, 20 times,
    with as many groups. None when there is one group or so many votes that it would take long.

    Parameters
    ----------
    labels
        Shape (n_participants,): group of each row of ``matrix``, −1 for none.
    """
    grouped = np.flatnonzero(labels >= 0)
    n_groups = len(np.unique(labels[grouped]))
    if n_groups < 2 or matrix.values.nnz > _MOST_VOTES:
        return None
    chance = np.random.default_rng(seed)
    stayed = together = 0.0
    for _ in range(_N_RESAMPLES):
        n_kept = max(2, round(_SHARE_KEPT * len(grouped)))
        kept = np.sort(chance.choice(grouped, size=n_kept, replace=False))
        positions = project(matrix.rows(kept), seed=seed).positions
        again = group_participants(positions, n_groups=n_groups)
        both, rows, _columns, _all = _pairs(labels[kept], again)
        stayed, together = stayed + both, together + rows
    return stayed / together if together else None


def _pairs(one: NDArray[np.intp], other: NDArray[np.intp]) -> tuple[float, float, float, float]:
    """Return how many pairs are together in both, in the first, in the second, and in all."""
    table = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(table, (one, other), 1)
    both, rows, columns = (
        float((counts * (counts - 1) / 2).sum())
        for counts in (table, table.sum(axis=1), table.sum(axis=0))
    )
    return both, rows, columns, len(one) * (len(one) - 1) / 2
