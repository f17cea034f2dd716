"""The map of opinions: two principal axes of the votes and everybody's place on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from toolkit.opinions.matrix import VoteMatrix

# Below this many cells a full decomposition takes a few hundredths of a second and cannot fail.
_SMALL = 250_000


class Projection(NamedTuple):
    """Where participants and statements stand.

    Attributes
    ----------
    positions
        Shape (n_participants, 2).
    extremity
        Shape (n_statements,): length of each statement's own projection.
    explained_variance
        Share of the variance that the two axes explain, 0–1; 0 when nobody differs.
    """

    positions: NDArray[np.float64]
    extremity: NDArray[np.float64]
    explained_variance: float


def project(matrix: VoteMatrix, *, seed: int) -> Projection:
    """Project participants and statements on the two axes that divide them most.

    As Polis does (``math/src/polismath/math/pca.clj``): a cell that was not seen counts as the mean
    of its column, columns are centred, and statements out of use are zero for everybody. With C
    columns that have votes, v_i the number of non-missing cells of participant i and c_j the mean
    of column j, the place of i is ``sqrt(C / max(1, v_i)) · Σ_j (x_ij − c_j) · axis_j`` over the
    seen cells, and that of statement j is ``sqrt(C) · (1 − c_j) · axis_j``.

    Only seen cells are stored, so memory grows with the votes, not with participants × statements.
    The seed starts an iteration that ends in the same place whatever the seed.
    """
    values, used = matrix.values, matrix.in_use
    seen = matrix.votes_on_statements
    sums = np.bincount(values.indices, weights=values.data, minlength=len(seen))
    means = np.where(used, sums / np.maximum(seen, 1), 0.0)
    deviations = values.copy()
    deviations.data = np.where(used[values.indices], values.data - means[values.indices], 0.0)
    axes, explained = _principal_axes(deviations, seed=seed)
    axes[~used] = 0  # where the decomposition leaves rounding dust

    n_columns = np.count_nonzero(seen)
    # A column out of use is zero for everybody, and zero is not missing: it counts as a vote.
    n_zeroed = np.count_nonzero((seen > 0) & ~used)
    n_seen = _row_counts(matrix, used) + n_zeroed
    scale = np.sqrt(n_columns / np.maximum(1, n_seen))
    return Projection(
        positions=scale[:, None] * (deviations @ axes),
        extremity=np.sqrt(n_columns) * np.abs(1 - means) * np.linalg.norm(axes, axis=1),
        explained_variance=explained,
    )


def _row_counts(matrix: VoteMatrix, used: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return how many statements in use each participant voted on."""
    rows = np.repeat(np.arange(len(matrix.participant_ids)), matrix.votes_of_participants)
    return np.bincount(rows[used[matrix.values.indices]], minlength=len(matrix.participant_ids))


def _principal_axes(deviations: csr_array, *, seed: int) -> tuple[NDArray[np.float64], float]:
    """Return two axes, shape (n_statements, 2), and the share of variance they explain.

    An axis along which nothing varies is zero. The largest component of an axis is positive.
    """
    from scipy.sparse.linalg import svds

    axes = np.zeros((deviations.shape[1], 2))
    total = float(np.square(deviations.data).sum())
    if total < 1e-12:
        return axes, 0.0
    if deviations.shape[0] * deviations.shape[1] <= _SMALL or min(deviations.shape) <= 3:
        _, strengths, rows = np.linalg.svd(deviations.toarray(), full_matrices=False)
    else:
        start = np.random.default_rng(seed).standard_normal(min(deviations.shape))
        _, strengths, rows = svds(deviations, k=2, v0=start)
        strengths, rows = strengths[::-1], rows[::-1]
    for number, (strength, row) in enumerate(zip(strengths[:2], rows[:2], strict=True)):
        if strength > 1e-9 * strengths[0]:
            # Rounded, so that components of equal size do not change places with the platform.
            largest = np.argmax(np.abs(row).round(9))
            axes[:, number] = row * np.sign(row[largest])
    return axes, float(np.square(strengths[:2]).sum() / total)
