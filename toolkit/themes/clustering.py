"""Groups of near notes: communities of a nearest-neighbour graph, without outliers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import numpy as np
    from networkx import Graph
    from numpy.typing import NDArray

# Chosen by ARI on draws of 60 to 200 answers by Finnish candidates (Helsingin Sanomat, 2003).
_FEW = 30
_NEIGHBOURS = 10
_RESOLUTION_FEW, _RESOLUTION = 1.0, 1.5
# Cosine from which a short note belongs to a group.
NEAR_ENOUGH = 0.3
# Fewer notes than this are not worth grouping.
_TINY = 4
_BISECTIONS = 12
_DECIMALS = 6


class NoteClusterer:
    """Groups rows of vectors; fits where BERTopic expects HDBSCAN.

    Louvain communities of the graph of nearest neighbours by cosine (Blondel et al. 2008). They
    find their own number, leave few rows alone, and hold from eight notes to thousands.

    Parameters
    ----------
    n_clusters
        How many groups; by default as many as there seem to be.
    resolution
        Above 1.0 for more and smaller groups, below for fewer.
    seed
        Of the Louvain method.
    thin
        For every row, whether it says too little to make a group. Such a row, and a row that
        stands alone, joins the nearest group if that is near enough, and otherwise none.

    Attributes
    ----------
    labels_
        After ``fit``: the group of every row, from 0 without gaps; -1 for none.
    """

    def __init__(
        self,
        *,
        n_clusters: int | None = None,
        resolution: float | None = None,
        seed: int = 0,
        thin: Sequence[bool] | None = None,
    ) -> None:
        self.n_clusters = n_clusters
        self.resolution = resolution or 1.0
        self.seed = seed
        self.thin = thin

    def fit(self, vectors: NDArray[np.float64], _y: object = None) -> Self:
        """Group the rows of ``vectors``, shape (n_rows, n_dimensions)."""
        import numpy as np

        rows = _unit(vectors)
        full = np.array([not thin for thin in self.thin or [False] * len(rows)], dtype=bool)
        places = np.flatnonzero(full)
        groups = [[int(places[row]) for row in group] for group in self._group(rows[full])]
        if self.n_clusters is None:
            groups = [group for group in groups if len(group) > 1] or groups
        self.labels_ = np.full(len(rows), -1)
        for label, group in enumerate(sorted(map(sorted, groups))):
            self.labels_[group] = label
        self._middles = _unit(np.array([rows[group].mean(axis=0) for group in sorted(groups)]))
        left = np.flatnonzero(self.labels_ == -1)
        if len(left) and groups:
            self.labels_[left] = self.predict(rows[left])
        return self

    def predict(self, vectors: NDArray[np.float64]) -> NDArray[np.int_]:
        """Return the nearest group of every row of ``vectors``; -1 where none is near."""
        import numpy as np

        near = np.round(_unit(vectors) @ self._middles.T, _DECIMALS)
        return np.where(near.max(axis=1) >= NEAR_ENOUGH, near.argmax(axis=1), -1)

    def _group(self, rows: NDArray[np.float64]) -> list[list[int]]:
        n = len(rows)
        if self.n_clusters is not None and self.n_clusters >= n:
            return [[row] for row in range(n)]
        if n < _TINY:
            return [list(range(n))] if n else []
        return self._louvain(rows)

    def _louvain(self, rows: NDArray[np.float64]) -> list[list[int]]:
        graph = nearest_neighbours(rows, _NEIGHBOURS)
        resolution = self.resolution * (_RESOLUTION_FEW if len(rows) < _FEW else _RESOLUTION)
        if self.n_clusters is None:
            return self._communities(graph, resolution)
        groups = self._at_least(graph, self.n_clusters, resolution)
        return _merge(rows, groups, self.n_clusters)

    def _communities(self, graph: Graph[int], resolution: float) -> list[list[int]]:
        from networkx.algorithms.community import louvain_communities

        found = louvain_communities(graph, resolution=resolution, seed=self.seed)
        return [sorted(group) for group in found]

    def _at_least(self, graph: Graph[int], n: int, resolution: float) -> list[list[int]]:
        """Return the coarsest communities found that are at least ``n``."""
        low, high = 0.0, resolution
        while len(best := self._communities(graph, high)) < n and high < 1e4:
            low, high = high, high * 2
        for _ in range(_BISECTIONS):
            if len(best) == n:
                return best
            middle = (low + high) / 2
            groups = self._communities(graph, middle)
            if len(groups) < n:
                low = middle
            else:
                high, best = middle, min(groups, best, key=len)
        return best


def _merge(rows: NDArray[np.float64], groups: list[list[int]], n: int) -> list[list[int]]:
    """Join the groups whose middles are nearest until ``n`` are left."""
    import numpy as np

    groups = sorted(groups)
    while len(groups) > n:
        near = _similarities(_unit(np.array([rows[group].mean(axis=0) for group in groups])))
        np.fill_diagonal(near, -2)
        first, second = sorted(divmod(int(near.argmax()), len(groups)))
        groups[first] = sorted(groups[first] + groups.pop(second))
    return groups


def nearest_neighbours(rows: NDArray[np.float64], n_neighbours: int) -> Graph[int]:
    """Return the graph in which every row is tied to its nearest rows by their cosine.

    Rows are of length one. Of rows equally near the first come first, and ties without any
    likeness are left out.
    """
    import networkx as nx
    import numpy as np

    graph: Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(rows)))
    edges: dict[tuple[int, int], float] = {}
    for start in range(0, len(rows), 1000):  # the whole table would not fit for 20,000 rows
        near = np.round(rows[start : start + 1000] @ rows.T, _DECIMALS)
        near[np.arange(len(near)), np.arange(start, start + len(near))] = -2
        order = np.argsort(-near, axis=1, kind="stable")[:, :n_neighbours]
        for offset, others in enumerate(order):
            for other in others:
                if near[offset, other] > 0:
                    one, two = sorted((start + offset, int(other)))
                    edges[one, two] = float(near[offset, other])
    graph.add_weighted_edges_from((*edge, weight) for edge, weight in sorted(edges.items()))
    return graph


def _similarities(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    return np.asarray(np.round(rows @ rows.T, _DECIMALS))


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float64)
