"""The map of opinions: two principal axes of the votes and everybody's place on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from toolkit.opinions.matrix import VoteMatrix

# Below this many cells a full decomposition takes a few milliseconds and cannot fail.
_SMALL = 20_000
# The share of an axis that an iteration may leave to its neighbours is the square of this.
_PRECISE = 1e-8


class Centred(NamedTuple):
    """Votes as differences from what everybody thinks.

    Attributes
    ----------
    deviations
        Sparse CSR array, shape (n_participants, n_statements): vote minus the mean of its column;
        zero where the statement is out of use. Cells that were not seen are not stored: Polis fills
        them with the mean, which leaves no difference.
    means
        Shape (n_statements,): mean vote, zero for statements out of use.
    scale
        Shape (n_participants,): what a place on the map is stretched by, because who has voted
        little would otherwise stand in the middle.
    n_columns
        Statements with votes, out of use or not.
    """

    deviations: csr_array
    means: NDArray[np.float64]
    scale: NDArray[np.float64]
    n_columns: int


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


def centre(matrix: VoteMatrix) -> Centred:
    """Subtract column means and find the scale of each row, as Polis does (``pca.clj``).

    With C columns that have votes and v_i non-missing cells of participant i, the scale is
    ``sqrt(C / max(1, v_i))``. A column out of use is zero for everybody, and zero is not missing:
    it counts in both C and v_i.
    """
    values, used = matrix.values, matrix.in_use
    seen = matrix.votes_on_statements
    in_use = used[values.indices]
    sums = np.bincount(values.indices, weights=values.data, minlength=len(seen))
    means = np.where(used, sums / np.maximum(seen, 1), 0.0)
    deviations = values.copy()
    deviations.data = np.where(in_use, values.data - means[values.indices], 0.0)
    n_columns = int(np.count_nonzero(seen))
    n_zeroed = np.count_nonzero((seen > 0) & ~used)
    before = np.concatenate([[0], np.cumsum(in_use)])
    n_seen = before[values.indptr[1:]] - before[values.indptr[:-1]] + n_zeroed
    return Centred(deviations, means, np.sqrt(n_columns / np.maximum(1, n_seen)), n_columns)


def project(matrix: VoteMatrix, *, seed: int) -> Projection:
    """Project participants and statements on the two axes that divide them most.

    As Polis does: with c_j the mean of column j, the place of participant i is
    ``sqrt(C / max(1, v_i)) · Σ_j (x_ij − c_j) · axis_j`` over the seen cells, and that of statement
    j, which somebody would have who only agreed with it, is ``sqrt(C) · (1 − c_j) · axis_j``.

    Only seen cells are stored, so memory grows with the votes, not with participants × statements.
    The seed starts an iteration that ends in the same place whatever the seed.
    """
    centred = centre(matrix)
    axes, explained = principal_axes(centred.deviations, n_axes=2, seed=seed)
    axes[~matrix.in_use] = 0  # where the decomposition leaves rounding dust
    reach = np.abs(1 - centred.means) * np.linalg.norm(axes, axis=1)
    return Projection(
        positions=centred.scale[:, None] * (centred.deviations @ axes),
        extremity=np.sqrt(centred.n_columns) * reach,
        explained_variance=explained,
    )


def principal_axes(
    deviations: csr_array, *, n_axes: int, seed: int, tolerance: float = _PRECISE
) -> tuple[NDArray[np.float64], float]:
    """Return axes, shape (n_statements, n_axes), and the share of variance they explain.

    An axis along which nothing varies is zero. The largest component of an axis is positive.

    Parameters
    ----------
    tolerance
        Relative precision at which the iteration over a large matrix ends.
    """
    axes = np.zeros((deviations.shape[1], n_axes))
    total = float(np.square(deviations.data).sum())
    if total < 1e-12:
        return axes, 0.0
    n_cells = deviations.shape[0] * deviations.shape[1]
    if n_cells <= _SMALL or min(deviations.shape) <= n_axes + 1:
        _, strengths, rows = np.linalg.svd(deviations.toarray(), full_matrices=False)
    else:
        strengths, rows = _iterate(deviations, n_axes=n_axes, seed=seed, tolerance=tolerance)
    strengths, rows = strengths[:n_axes], rows[:n_axes]
    for number, (strength, row) in enumerate(zip(strengths, rows, strict=True)):
        if strength > 1e-9 * strengths[0]:
            # Rounded, so that components of equal size do not change places with the platform.
            largest = np.argmax(np.abs(row).round(9))
            axes[:, number] = row * np.sign(row[largest])
    return axes, float(np.square(strengths).sum() / total)


def _iterate(
    deviations: csr_array, *, n_axes: int, seed: int, tolerance: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the greatest singular values and their right vectors, as rows, by Lanczos iteration.

    The products of rows or columns, whichever are fewer, are never multiplied out.
    """
    from scipy.sparse.linalg import LinearOperator, eigsh

    across = deviations.T
    is_tall = deviations.shape[0] >= deviations.shape[1]
    first, second = (deviations, across) if is_tall else (across, deviations)
    n = min(deviations.shape)
    products = LinearOperator((n, n), matvec=lambda x: second @ (first @ x), dtype=np.float64)
    start = np.random.default_rng(seed).standard_normal(n)
    values, vectors = eigsh(products, k=n_axes, v0=start, tol=tolerance)
    strengths = np.sqrt(np.maximum(values[::-1], 0))
    vectors = vectors[:, ::-1]
    if not is_tall:
        vectors = across @ vectors
    lengths = np.linalg.norm(vectors, axis=0)
    return strengths, (vectors / np.where(lengths > 0, lengths, 1)).T
