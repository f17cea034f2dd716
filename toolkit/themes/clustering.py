"""Groups of near notes: communities of a nearest-neighbour graph, without outliers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from toolkit.rows import unit
from toolkit.themes.neighbours import Neighbours, find_neighbours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

# Chosen by ARI on draws of answers by Finnish candidates (Helsingin Sanomat 2003) and of SIB-200.
_FEW = 150
_NEIGHBOURS_FEW, _RESOLUTION_FEW = 7, 1.0
_NEIGHBOURS, _RESOLUTION = 15, 1.5
# Cosine from which a short note belongs to a group.
NEAR_ENOUGH = 0.3
# Fewer notes than this are not worth grouping.
_TINY = 4
_BISECTIONS = 12
# Several tries make groups of few rows steadier; of many rows they take long.
_TRIALS = 10
_ROWS_TRIED = 2000
# Leiden asks for one. It is not for the caller to choose: other groups would be no better.
_SEED = 0
_DECIMALS = 6


class NoteClusterer:
    """Groups rows of vectors; fits where BERTopic expects HDBSCAN.

    Leiden communities (Traag et al. 2019) of the graph of nearest neighbours by cosine. They find
    their own number, leave few rows alone, and hold from four notes to a hundred thousand.

    Parameters
    ----------
    n_clusters
        How many groups; by default as many as there seem to be.
    resolution
        Above 1.0 for more and smaller groups, below for fewer.
    thin
        For every row, whether it says too little to make a group. Such a row, and a row that
        stands alone, joins the nearest group if that is near enough, and otherwise none.

    Attributes
    ----------
    labels_
        After ``fit``: the group of every row, from 0 without gaps; -1 for none.
    own_labels_
        The same of the rows that are not thin, before the others joined.
    """

    def __init__(
        self,
        *,
        n_clusters: int | None = None,
        resolution: float | None = None,
        thin: Sequence[bool] | None = None,
    ) -> None:
        self.n_clusters = n_clusters
        self.resolution = resolution or 1.0
        self.thin = thin

    def fit(self, vectors: NDArray[np.float64], _y: object = None) -> Self:
        """Group the rows of ``vectors``, shape (n_rows, n_dimensions)."""
        import numpy as np

        rows = unit(vectors)
        full = np.array([not thin for thin in self.thin or [False] * len(rows)], dtype=bool)
        self.labels_ = np.full(len(rows), -1)
        self.own_labels_ = _number(self._group(rows[full]), alone_is_none=not self.n_clusters)
        self.labels_[full] = self.own_labels_
        found = range(self.labels_.max() + 1) if len(rows) else ()
        middles = [rows[self.labels_ == label].mean(axis=0) for label in found]
        self._middles = unit(np.array(middles).reshape(-1, rows.shape[1]))
        left = np.flatnonzero(self.labels_ == -1)
        if len(left) and middles:
            self.labels_[left] = self.predict(rows[left])
        return self

    def predict(self, vectors: NDArray[np.float64]) -> NDArray[np.int_]:
        """Return the nearest group of every row of ``vectors``; -1 where none is near."""
        import numpy as np

        near = np.round(unit(vectors) @ self._middles.T, _DECIMALS)
        return np.where(near.max(axis=1) >= NEAR_ENOUGH, near.argmax(axis=1), -1)

    @property
    def can_regroup(self) -> bool:
        """Whether there were enough rows to group parts of them."""
        return self._neighbours is not None

    def regroup(self, kept: NDArray[np.bool_]) -> NDArray[np.int_]:
        """Return the groups that some of the rows would make without the others.

        Parameters
        ----------
        kept
            For every row that ``fit`` was given and that is not thin, whether it takes part.

        Returns
        -------
        array of shape (n_kept,)
            -1 for rows that would stand alone.
        """
        assert self._neighbours is not None  # noqa: S101
        graph = self._neighbours.graph(self._n_neighbours, kept)
        labels = self._communities(graph, self._used)
        if self.n_clusters is not None:
            labels = _merge(self._rows[kept], labels, self.n_clusters)
        return _number(labels, alone_is_none=True)

    def _group(self, rows: NDArray[np.float64]) -> NDArray[np.int_]:
        import numpy as np

        n = len(rows)
        self._rows = rows
        self._neighbours: Neighbours | None = None
        if self.n_clusters is not None and self.n_clusters >= n:
            return np.arange(n)
        if n < _TINY:
            return np.zeros(n, dtype=int)
        few = n <= _FEW
        self._n_neighbours = _NEIGHBOURS_FEW if few else _NEIGHBOURS
        self._used = self.resolution * (_RESOLUTION_FEW if few else _RESOLUTION)
        self._neighbours = find_neighbours(rows, 2 * self._n_neighbours)
        graph = self._neighbours.graph(self._n_neighbours)
        if self.n_clusters is None:
            return self._communities(graph, self._used)
        return _merge(rows, self._at_least(self.n_clusters, graph), self.n_clusters)

    def _communities(self, graph: csr_array, resolution: float) -> NDArray[np.int_]:
        import numpy as np
        from graspologic_native import leiden_csr

        n = graph.shape[0]
        if not graph.nnz:
            return np.arange(n)
        _, found = leiden_csr(
            graph.indptr.astype(np.int64),
            graph.indices.astype(np.int32),
            graph.data.astype(np.float64),
            n,
            resolution=resolution,
            seed=_SEED,
            trials=max(1, min(_TRIALS, _ROWS_TRIED // n)),
        )
        alone = n  # a row without ties is in no community
        return np.array([found.get(row, alone + row) for row in range(n)])

    def _at_least(self, n: int, graph: csr_array) -> NDArray[np.int_]:
        """Return the coarsest communities found that are at least ``n``."""
        low, high = 0.0, self._used
        while _count(best := self._communities(graph, high)) < n and high < 1e4:
            low, high = high, high * 2
        for _ in range(_BISECTIONS):
            if _count(best) == n:
                break
            middle = (low + high) / 2
            groups = self._communities(graph, middle)
            if _count(groups) < n:
                low = middle
            else:
                high, best = middle, min(groups, best, key=_count)
        self._used = high
        return best


def _merge(rows: NDArray[np.float64], labels: NDArray[np.int_], n: int) -> NDArray[np.int_]:
    """Join the groups whose middles are nearest until ``n`` are left."""
    import numpy as np

    labels = _number(labels)
    while (count := _count(labels)) > n:
        middles = unit(np.array([rows[labels == label].mean(axis=0) for label in range(count)]))
        near = np.round(middles @ middles.T, _DECIMALS)
        np.fill_diagonal(near, -2)
        first, second = sorted(divmod(int(near.argmax()), count))
        labels[labels == second] = first
        labels = _number(labels)
    return labels


def _number(labels: NDArray[np.int_], *, alone_is_none: bool = False) -> NDArray[np.int_]:
    """Return groups numbered from 0 in the order of their first rows; rows alone as -1 if asked."""
    import numpy as np

    _, first, which, sizes = np.unique(
        labels, return_index=True, return_inverse=True, return_counts=True
    )
    counts = sizes > 1 if alone_is_none and (sizes > 1).any() else sizes > 0
    order = np.argsort(np.where(counts, first, len(labels)), kind="stable")
    numbers = np.full(len(sizes), -1)
    numbers[order[: counts.sum()]] = np.arange(counts.sum())
    return numbers[which]


def _count(labels: NDArray[np.int_]) -> int:
    return len(set(labels.tolist()))
