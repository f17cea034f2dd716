"""The map of those who voted: only what is drawn, without ids, in an order that tells nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from toolkit.domain import OpinionGroup, OpinionGroups
from toolkit.i18n import _, digits, ngettext

WIDTH = 1000
LOWEST, TALLEST = 420, 760
EDGE = 24

Place = tuple[float, float]
Point = tuple[int, int]


def make_map(groups: OpinionGroups, large: Iterable[OpinionGroup]) -> dict[str, Any]:
    """Return the places of people as whole numbers on a sheet ``WIDTH`` wide.

    Parameters
    ----------
    large
        The groups that may be shown by themselves; people of the others, and of none, are left out.
        When it is not known who is in the groups, everybody is drawn, in no group.

    Returns
    -------
    dict
        ``layers``, each with the ``number`` of its group among all groups (−1 for none), sorted
        ``points``, ``hull`` and ``centre``; ``height`` of the sheet, and two sentences.
    """
    unknown = not any(group.is_listed for group in groups.groups)
    listed = [group for group in large if group.is_listed]
    drawn = {person for group in listed for person in group.participant_ids}
    drawn = set(groups.positions) if unknown else drawn & groups.positions.keys()
    place, height = _sheet([groups.positions[person] for person in drawn])

    def layer(people: Iterable[str], number: int = -1, letter: str = "") -> dict[str, Any]:
        points = sorted(place(groups.positions[person]) for person in drawn.intersection(people))
        outline = hull(points) if letter else []
        middle = centre(outline) if outline else None
        shape = {"letter": letter, "hull": outline, "centre": middle}
        return {"number": number, "points": points, **shape}

    left_out = len(groups.positions) - len(drawn)
    return {
        "height": height,
        "layers": [layer(drawn)]
        if unknown
        else [layer(g.participant_ids, groups.groups.index(g), g.id) for g in listed],
        "left_out": ngettext(
            "{n} participant is not on the map.", "{n} participants are not on the map.", left_out
        ).format(n=digits(left_out))
        if left_out
        else "",
        "unknown": _("It is not known who is in which group, so all marks are alike.")
        if unknown and drawn
        else "",
    }


def _sheet(places: Sequence[Place]) -> tuple[Callable[[Place], Point], int]:
    """Return how a place becomes a point of the sheet, and how tall the sheet is.

    Both directions have one scale, so that near is near whichever way one looks.
    """
    xs, ys = [x for x, _y in places] or [0.0], [y for _x, y in places] or [0.0]
    left, top = min(xs), max(ys)
    wide, tall = max(xs) - left, top - min(ys)
    room = WIDTH - 2 * EDGE
    scale = min(room / wide if wide else 1.0, (TALLEST - 2 * EDGE) / tall if tall else 1.0)
    height = max(LOWEST, round(tall * scale) + 2 * EDGE)
    aside, down = (WIDTH - wide * scale) / 2, (height - tall * scale) / 2

    def place(at: Place) -> Point:
        return round(aside + (at[0] - left) * scale), round(down + (top - at[1]) * scale)

    return place, height


def hull(points: Iterable[Point]) -> list[Point]:
    """Return the corners of the smallest convex shape round the points, clockwise on a screen.

    By Andrew's monotone chain; of points on one line, the two ends.

    >>> hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    [(0, 0), (2, 0), (2, 2), (0, 2)]
    """
    corners = sorted(set(points))
    if len(corners) < 3:
        return corners
    return _chain(corners)[:-1] + _chain(corners[::-1])[:-1]


def _chain(points: Iterable[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: Point, b: Point, c: Point) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def centre(corners: Sequence[Point]) -> Point:
    """Return the centroid of a polygon; of a line or a point, the middle.

    >>> centre([(0, 0), (4, 0), (4, 2), (0, 2)])
    (2, 1)
    """
    sides = list(pairwise([*corners, corners[0]]))
    area = sum(x * y2 - x2 * y for (x, y), (x2, y2) in sides)
    if not area:
        return (
            round(sum(x for x, _y in corners) / len(corners)),
            round(sum(y for _x, y in corners) / len(corners)),
        )
    return (
        round(sum((x + x2) * (x * y2 - x2 * y) for (x, y), (x2, y2) in sides) / (3 * area)),
        round(sum((y + y2) * (x * y2 - x2 * y) for (x, y), (x2, y2) in sides) / (3 * area)),
    )
