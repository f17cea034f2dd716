"""Names in a row above a picture, each with a line to what it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.figures.sheet import Sheet

Callout = tuple[str, tuple[float, float]]
"""A name, and the point on the sheet that it names, below the row."""

_DROP = 9.0


def call_out(sheet: Sheet, callouts: Sequence[Callout], *, row: float, colour: str) -> None:
    """Write names at height ``row``, as near above their points as there is room.

    Names do not overlap; their order keeps the lines of neighbours apart where it can.
    """
    from matplotlib.patheffects import Normal, Stroke

    casing = [Stroke(linewidth=3, foreground="white"), Normal()]
    ordered = _uncross(callouts, row=row)
    for (name, (x, y)), place in zip(ordered, _place(ordered), strict=True):
        sheet.paper.plot(
            (place, x), (row + _DROP, y), color=colour, lw=1, path_effects=casing, zorder=2.5
        )
        sheet.write(place, row, name, bold=True, color=colour, side="center")


def _uncross(callouts: Sequence[Callout], *, row: float) -> list[Callout]:
    """Return callouts from left to right; neighbours change places if that parts their lines."""
    ordered = sorted(callouts, key=lambda callout: callout[1])
    for end in range(len(ordered) - 1, 0, -1):
        for number in range(end):
            pair = slice(number, number + 2)
            turned = [*ordered]
            turned[pair] = ordered[pair][::-1]
            now, then = (
                _gap(order[pair], _place(order)[pair], row=row) for order in (ordered, turned)
            )
            if then > now:
                ordered = turned
    return ordered


def _gap(callouts: Sequence[Callout], places: Sequence[float], *, row: float) -> float:
    """Return how far apart two lines are where the shorter one ends; below 0 if they crossed."""
    depth = min(y for _name, (_x, y) in callouts)
    left, right = (
        place + (x - place) * (depth - row) / (y - row)
        for (_name, (x, y)), place in zip(callouts, places, strict=True)
    )
    return right - left


def _place(callouts: Sequence[Callout]) -> list[float]:
    """Return the middles of names, moved no further than it takes not to overlap."""
    from toolkit.figures.sheet import MARGIN, WIDTH, measure

    half = [measure(name, bold=True) / 2 + 5 for name, _point in callouts]
    middles = [x for _name, (x, _y) in callouts]
    edge = MARGIN
    for number, room in enumerate(half):
        middles[number] = max(middles[number], edge + room)
        edge = middles[number] + room
    edge = WIDTH - MARGIN
    for number, room in reversed(list(enumerate(half))):
        middles[number] = min(middles[number], edge - room)
        edge = middles[number] - room
    return middles
