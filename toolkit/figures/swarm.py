"""Laying circles along a line so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[float], radii: Sequence[float], *, gap: float = 0.8) -> list[float]:
    """Return how far above (+) or below (−) the line each circle goes.

    The largest circles are laid first, each as near the line as it can be without coming nearer
    than ``gap`` to those that lie there; ties go by place, then above the line. The order in which
    the circles are given changes nothing.

    Parameters
    ----------
    places, radii
        Where on the line each circle belongs, and how large it is, in the same unit.

    >>> spread([0, 0, 9], [2, 2, 2], gap=0)
    [0.0, 4.0, 0.0]
    """
    import numpy as np

    along, size = np.asarray(places, dtype=np.float64), np.asarray(radii, dtype=np.float64)
    height = np.zeros(len(along))
    laid = np.zeros(len(along), dtype=np.bool_)
    for circle in np.lexsort((along, -size)):
        reach = size + size[circle] + gap
        near = laid & (np.abs(along - along[circle]) < reach)
        # Where the circle would touch a neighbour, above it or below it.
        rise = np.sqrt(reach[near] ** 2 - (along[near] - along[circle]) ** 2)
        tries = np.concatenate(([0.0], height[near] + rise, height[near] - rise))
        tries = tries[np.lexsort((-tries, np.abs(tries).round(6)))]
        free = (np.abs(tries[:, None] - height[near]) >= rise - 1e-9).all(axis=1)
        height[circle] = tries[np.argmax(free)]
        laid[circle] = True
    return [float(h) for h in height]
