"""The procedure of Polis again, slowly, with plain loops over a table: written from its formulas.

A row for each participant, a column for each statement, None where nothing was seen. Nothing of
``toolkit.opinions`` is used. Names are those of the formulas: A, D and S are agrees, disagrees and
seen, p a share, r a ratio, z a test.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import dist, prod, sqrt
from typing import NamedTuple

import numpy as np

from tests.opinions.ballots import Table

Z90 = 1.2816
Points = list[tuple[float, float]]


def count(table: Table, rows: Collection[int], column: int) -> tuple[int, int, int]:
    """A, D and S of some participants on a statement."""
    seen = [table[row][column] for row in rows if table[row][column] is not None]
    return seen.count(1), seen.count(-1), len(seen)


def p(n: int, s: int) -> float:
    return (n + 1) / (s + 2)


def p_test(n: int, s: int) -> float:
    return 2 * sqrt(s + 1) * ((n + 1) / (s + 1) - 0.5)


def r_test(n: int, s: int, n_rest: int, s_rest: int) -> float:
    pi1, pi2 = (n + 1) / (s + 1), (n_rest + 1) / (s_rest + 1)
    pi = (n + n_rest + 2) / (s + s_rest + 2)
    if pi == 1:
        return 0.0
    return (pi1 - pi2) / sqrt(pi * (1 - pi) * (1 / (s + 1) + 1 / (s_rest + 1)))


class Side(NamedTuple):
    p: float
    p_test: float
    r: float
    r_test: float

    @property
    def metric(self) -> float:
        return self.r * self.r_test * self.p * self.p_test

    @property
    def significant(self) -> bool:
        return self.r_test > Z90 and self.p_test > Z90


def sides(
    table: Table, groups: Sequence[Collection[int]], group: int, column: int
) -> tuple[Side, Side]:
    """What a group's agreeing and its disagreeing look like beside everybody else's."""
    a, d, s = count(table, groups[group], column)
    rest = [row for number, rows in enumerate(groups) if number != group for row in rows]
    a_rest, d_rest, s_rest = count(table, rest, column)
    return (
        Side(p(a, s), p_test(a, s), p(a, s) / p(a_rest, s_rest), r_test(a, s, a_rest, s_rest)),
        Side(p(d, s), p_test(d, s), p(d, s) / p(d_rest, s_rest), r_test(d, s, d_rest, s_rest)),
    )


def representative(
    table: Table, groups: Sequence[Collection[int]], used: Sequence[int]
) -> list[list[tuple[int, str]]]:
    return [_representative(table, groups, number, used) for number in range(len(groups))]


def _representative(
    table: Table, groups: Sequence[Collection[int]], group: int, used: Sequence[int]
) -> list[tuple[int, str]]:
    both = {column: sides(table, groups, group, column) for column in used}
    best: int | None = None
    for column in used:
        a, d, _s = count(table, groups[group], column)
        agree = both[column][0]
        if a == d == 0:
            continue
        if best is None:
            takes = agree.p_test > Z90 or (agree.r > 1 and agree.p > 0.5)
        elif both[best][0].r > 1:
            takes = agree.metric > both[best][0].metric
        else:
            takes = agree.p * agree.p_test > both[best][0].p * both[best][0].p_test
        best = column if takes else best
    sufficient = [column for column in used if any(side.significant for side in both[column])]

    def side_of(column: int) -> str:
        agree, disagree = both[column]
        return "agree" if agree.r_test > disagree.r_test else "disagree"

    sufficient.sort(key=lambda column: -both[column][side_of(column) == "disagree"].metric)
    chosen = [] if best is None else [best]
    chosen += [column for column in sufficient if column != best]
    if not chosen and used:
        chosen = [max(used, key=lambda column: max(side.r_test for side in both[column]))]
    pairs = [(column, side_of(column)) for column in chosen[:5]]
    return [pair for side in ("agree", "disagree") for pair in pairs if pair[1] == side]


def consensus(table: Table, used: Sequence[int], *, agree: bool) -> list[int]:
    everyone = range(len(table))
    scores = {}
    for column in used:
        a, d, s = count(table, everyone, column)
        n = a if agree else d
        if p(n, s) > 0.5 and p_test(n, s) > Z90:
            scores[column] = p(n, s) * p_test(n, s)
    return sorted(scores, key=lambda column: -scores[column])[:5]


def group_aware_consensus(
    table: Table, groups: Sequence[Collection[int]], column: int
) -> tuple[float, float]:
    """The product over groups, and its geometric mean."""
    shares = [p(a, s) for a, _d, s in (count(table, rows, column) for rows in groups)]
    return prod(shares), prod(shares) ** (1 / len(groups))


def uncertain(table: Table, used: Sequence[int]) -> list[int]:
    scores = {}
    for column in used:
        a, d, s = count(table, range(len(table)), column)
        if s and (s - a - d) / s > 0.3:
            scores[column] = ((s - a - d) / s) ** 2 * (s - a - d)
    return sorted(scores, key=lambda column: -scores[column])[:5]


class Map(NamedTuple):
    places: np.ndarray
    extremity: np.ndarray


def project(table: Table, zeroed: Collection[int]) -> Map:
    """Fill, centre, decompose and stretch, densely."""
    n, c = len(table), len(table[0])
    x = np.array([[np.nan if v is None else v for v in row] for row in table], dtype=float)
    x[:, list(zeroed)] = 0
    voted = [j for j in range(c) if any(row[j] is not None for row in table)]
    means = np.array([np.nanmean(x[:, j]) if j in voted else 0 for j in range(c)])
    filled = np.where(np.isnan(x), means, x)
    filled[:, [j for j in range(c) if j not in voted]] = 0
    _u, strengths, axes = np.linalg.svd(filled - filled.mean(axis=0), full_matrices=False)
    axes = axes[:2] * (strengths[:2] > 1e-9)[:, None]
    places = np.zeros((n, len(axes)))
    for i in range(n):
        seen = [j for j in voted if not np.isnan(x[i, j])]
        total = sum((x[i, j] - means[j]) * axes[:, j] for j in seen)
        places[i] = sqrt(len(voted) / max(1, len(seen))) * total
    reach = [sqrt(len(voted)) * (1 - means[j]) * np.linalg.norm(axes[:, j]) for j in range(c)]
    return Map(places, np.abs(reach))


def in_conversation(table: Table) -> list[int]:
    n_votes = [sum(v is not None for v in row) for row in table]
    n_voted = sum(any(row[j] is not None for row in table) for j in range(len(table[0])))
    chosen = {i for i, n in enumerate(n_votes) if n >= max(1, min(7, n_voted))}
    most_active = sorted(range(len(table)), key=lambda i: -n_votes[i])
    if len(chosen) < 15:
        chosen |= {i for i in most_active[:15] if n_votes[i]}
    return sorted(chosen)


class Clusters(NamedTuple):
    labels: list[int]
    centres: Points
    tied: bool  # whether some point was as near to two centres: rounding may decide either way


def k_means(points: Points, weights: Sequence[float], k: int, rounds: int) -> Clusters:
    centres = list(dict.fromkeys(points))[:k]
    labels = [0] * len(points)
    tied = False
    for _ in range(rounds):
        distances = [[dist(point, centre) for centre in centres] for point in points]
        labels = [row.index(min(row)) for row in distances]
        tied |= any(sum(d < min(row) + 1e-7 for d in row) > 1 for row in distances)
        kept = sorted(set(labels))
        moved = []
        for c in kept:
            mine = [i for i, label in enumerate(labels) if label == c]
            mass = sum(weights[i] for i in mine)
            x, y = (sum(weights[i] * points[i][axis] for i in mine) / mass for axis in (0, 1))
            moved.append((x, y))
        still = all(dist(new, centres[c]) < 0.01 for new, c in zip(moved, kept, strict=True))
        labels = [kept.index(label) for label in labels]
        ended = still and len(kept) == len(centres)
        centres = moved
        if ended:
            break
    return Clusters(labels, centres, tied)


def silhouette(points: Points, labels: Sequence[int]) -> float:
    """Mean over points of (b − a) / max(a, b); 0 for a point alone; −1 for one cluster."""
    if len(set(labels)) < 2:
        return -1.0
    scores = []
    for i, point in enumerate(points):
        mean = {}
        for label in set(labels):
            others = [points[j] for j in range(len(points)) if labels[j] == label and j != i]
            mean[label] = sum(dist(point, o) for o in others) / len(others) if others else None
        a = mean.pop(labels[i])
        b = min(value for value in mean.values() if value is not None)
        scores.append(0.0 if a is None or max(a, b) == 0 else (b - a) / max(a, b))
    return sum(scores) / len(scores)


def groups(places: Points) -> list[int]:
    """Base clusters, then two to five groups of them by the greatest silhouette."""
    base, centres, _tied = k_means(places, [1.0] * len(places), 100, 100)
    sizes = [float(base.count(c)) for c in range(len(centres))]
    tried = [
        k_means(centres, sizes, k, 20).labels for k in range(2, min(5, 2 + len(centres) // 12) + 1)
    ]
    best = max(tried, key=lambda labels: silhouette(centres, labels))
    labels = [best[c] for c in base]
    order = list(dict.fromkeys(labels))
    return [order.index(label) for label in labels]
