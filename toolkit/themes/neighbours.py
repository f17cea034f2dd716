"""Which notes are nearest to which, as a graph: exactly, or nearly so when there are very many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

# Above this the exact table takes longer than the index (benchmarks/themes.py has the curve).
EXACT_UP_TO = 20_000
_BLOCK = 1000
# Likeness in steps of 1e-5: sums come out in another order on another machine.
_STEPS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The nearest rows of every row, nearest first.

    Attributes
    ----------
    rows
        Shape (n_rows, n_neighbours), the numbers of the rows; -1 where there is none.
    likeness
        Shape (n_rows, n_neighbours), their cosines in steps of 0.00001.
    """

    rows: NDArray[np.int64]
    likeness: NDArray[np.float64]

    def graph(self, n_neighbours: int, kept: NDArray[np.bool_] | None = None) -> csr_array:
        """Return who is tied to whom, and how near they are, as a symmetric matrix.

        Two rows are tied when one is among the ``n_neighbours`` nearest of the other. Rows that
        have nothing in common are not.

        Parameters
        ----------
        kept
            For every row, whether it takes part; by default all do. The others are left out before
            neighbours are counted, and the matrix has the rows that are kept, in order.
        """
        import numpy as np
        from scipy.sparse import csr_array

        n = len(self.rows)
        kept = np.ones(n, dtype=bool) if kept is None else kept
        there = (self.rows >= 0) & (self.likeness > 0) & kept[self.rows] & kept[:, None]
        there &= np.cumsum(there, axis=1) <= n_neighbours
        one, column = np.nonzero(there)
        number = np.cumsum(kept) - 1
        shape = (int(kept.sum()), int(kept.sum()))
        ties = (self.likeness[one, column], (number[one], number[self.rows[one, column]]))
        directed = csr_array(ties, shape=shape)
        return csr_array(directed.maximum(directed.T))


def find_neighbours(rows: NDArray[np.float64], n_neighbours: int) -> Neighbours:
    """Return the nearest others of every row.

    Of rows that are equally near the first come first. The answer does not depend on the number
    of threads.

    Parameters
    ----------
    rows
        Shape (n_rows, n_dimensions), of length one or zero. Above ``EXACT_UP_TO`` rows the answer
        is approximate (a navigable small-world graph, Malkov and Yashunin 2020), so that the cost
        grows with n log n.
    n_neighbours
        At most this many.
    """
    import numpy as np
    from threadpoolctl import threadpool_limits

    wanted = min(n_neighbours, max(len(rows) - 1, 0))
    compact = np.ascontiguousarray(rows, dtype=np.float32)
    with threadpool_limits(1):  # with more, sums may come out in another order
        find = _exact if len(rows) <= EXACT_UP_TO else _approximate
        return find(compact, wanted)


def _exact(rows: NDArray[np.float32], wanted: int) -> Neighbours:
    import numpy as np

    n = len(rows)
    # Keys of a larger table would not fit into 32 bits, which are twice as fast.
    whole = np.int32 if n * (_STEPS + 2) < np.iinfo(np.int32).max else np.int64
    places = np.zeros((n, wanted), dtype=np.int64)
    steps = np.zeros((n, wanted), dtype=np.int64)
    for start in range(0, n if wanted else 0, _BLOCK):
        likeness = np.rint(rows[start : start + _BLOCK] @ rows.T * _STEPS).astype(whole)
        block = np.arange(len(likeness))
        likeness[block, block + start] = -_STEPS - 1
        # Every key is another, so that ties are settled alike everywhere: the first row wins.
        keys = np.arange(n, dtype=whole) - likeness * whole(n)
        nearest = np.argpartition(keys, wanted - 1, axis=1)[:, :wanted]
        order = np.argsort(np.take_along_axis(keys, nearest, axis=1), axis=1)
        nearest = np.take_along_axis(nearest, order, axis=1)
        places[start : start + _BLOCK] = nearest
        steps[start : start + _BLOCK] = np.take_along_axis(likeness, nearest, axis=1)
    return Neighbours(rows=places, likeness=steps / _STEPS)


def _approximate(rows: NDArray[np.float32], wanted: int) -> Neighbours:
    import numpy as np
    from usearch.index import Index

    index = Index(ndim=rows.shape[1], metric="ip", dtype="f32", multi=False)
    index.add(np.arange(len(rows)), rows, threads=1)
    found = index.search(rows, wanted + 1, threads=1)
    places = found.keys.astype(np.int64)
    own = places == np.arange(len(rows))[:, None]
    own[:, -1] |= ~own.any(axis=1)  # so many equal rows that a row did not find itself
    likeness = np.rint((1 - found.distances) * _STEPS) / _STEPS
    shape = (len(rows), wanted)
    return Neighbours(rows=places[~own].reshape(shape), likeness=likeness[~own].reshape(shape))
