"""Vectors laid out on a plane so that near ones stand near each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from toolkit.themes.neighbours import find_neighbours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NEIGHBOURS = 12
_ROUNDS = 300
# Strangers that push a row away, for every neighbour that pulls it.
_STRANGERS = 5
# How hard a stranger pushes beside what a neighbour pulls.
_PUSH = 0.12
_LONGEST_STEP = 4.0
_DECIMALS = 6
_SEED = 0


def lay_out(
    rows: NDArray[np.float64], *, tick: Callable[[float], None] = lambda _share: None
) -> NDArray[np.float64]:
    """Return places for rows on a plane, neighbours together.

    From the first two principal components on, every row is pulled by its nearest neighbours and
    pushed by strangers drawn at random, as in LargeVis (Tang, J. et al. (2016), Visualizing
    Large-scale and High-dimensional Data, WWW '16, 287–297), with all rows moving at once. Draws
    are seeded: the same rows give the same places.

    Parameters
    ----------
    rows
        Shape (n_rows, n_dimensions), of length one.
    tick
        Called with the share of the work that is done; may raise to stop it.

    Returns
    -------
    array of shape (n_rows, 2)
        Between 0 and 1, one scale for both directions, rounded to six decimals. Directions mean
        nothing, and of distances only the shorter ones do.
    """
    import numpy as np
    from threadpoolctl import threadpool_limits

    if len(rows) < 2:
        return np.full((len(rows), 2), 0.5)
    chance = np.random.default_rng(_SEED)
    found = find_neighbours(rows, _NEIGHBOURS)
    one, other = np.nonzero((found.rows >= 0) & (found.likeness > 0))
    ties = np.stack([one, found.rows[one, other]])
    with threadpool_limits(1):  # with more, sums may come out in another order
        places = _principal(rows)
        for done in range(_ROUNDS):
            if done % 10 == 0:
                tick(done / _ROUNDS)
            step = 1 - done / _ROUNDS
            places = np.round(places + step * _forces(places, ties, chance), _DECIMALS)
    places -= places.min(axis=0)
    widest = float(places.max()) or 1.0
    return np.asarray(np.round(places / widest, _DECIMALS))


def _principal(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the first two principal components, each with its largest value positive."""
    import numpy as np

    centred = rows - rows.mean(axis=0)
    _values, directions = np.linalg.eigh(centred.T @ centred)
    places = np.zeros((len(rows), 2))
    found = centred @ directions[:, ::-1][:, :2]
    found *= np.sign(found[np.abs(found).argmax(axis=0), np.arange(found.shape[1])])
    places[:, : found.shape[1]] = np.round(found, _DECIMALS)
    return 10 * places / (np.abs(places).max() or 1.0)


def _forces(
    places: NDArray[np.float64], ties: NDArray[np.int64], chance: np.random.Generator
) -> NDArray[np.float64]:
    """Return how far each row is moved by what ties it to others and by strangers."""
    import numpy as np

    n = len(places)
    one, other = ties
    apart = places[other] - places[one]
    pull = apart / (1 + (apart**2).sum(axis=1, keepdims=True))
    strangers = chance.integers(n, size=(n, _STRANGERS * _NEIGHBOURS))
    away = places[:, None, :] - places[strangers]
    squares = (away**2).sum(axis=2, keepdims=True)
    push = _PUSH * (away / ((0.1 + squares) * (1 + squares))).sum(axis=1)
    moved = np.stack(
        [
            np.bincount(one, pull[:, axis], n) - np.bincount(other, pull[:, axis], n)
            for axis in (0, 1)
        ],
        axis=1,
    )
    total = 0.1 * moved + push
    lengths = np.linalg.norm(total, axis=1, keepdims=True)
    return np.asarray(total * np.minimum(1, _LONGEST_STEP / np.where(lengths == 0, 1, lengths)))
