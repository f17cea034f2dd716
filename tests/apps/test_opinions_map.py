"""The map of those who voted: true to the distances, and nothing but what is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.apps.material import make_groups
from toolkit.apps.opinions_map import LOWEST, TALLEST, WIDTH, centre, hull, make_map

POINTS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=60)


def turns(corners: list[tuple[int, int]], at: tuple[int, int]) -> list[int]:
    """Return on which side of each edge a point is; all of one sign inside."""
    return [
        (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])
        for a, b in pairwise([*corners, corners[0]])
    ]


@given(POINTS)
def test_a_hull_holds_every_point_and_has_only_points_as_corners(
    points: list[tuple[int, int]],
) -> None:
    corners = hull(points)

    assert set(corners) <= set(points)
    if len(corners) > 2:
        assert all(turn >= 0 for point in points for turn in turns(corners, point))


@given(POINTS)
def test_a_hull_of_a_hull_is_the_same_and_has_no_needless_corner(
    points: list[tuple[int, int]],
) -> None:
    corners = hull(points)

    assert hull(corners) == corners
    if len(corners) > 2:
        ring = [*corners, *corners[:2]]
        assert all(
            turns([a, b], c)[0] > 0 for a, b, c in zip(ring, ring[1:], ring[2:], strict=False)
        )


@given(POINTS)
def test_the_centre_is_among_the_corners(points: list[tuple[int, int]]) -> None:
    corners = hull(points)
    x, y = centre(corners)

    assert min(c[0] for c in corners) <= x <= max(c[0] for c in corners)
    assert min(c[1] for c in corners) <= y <= max(c[1] for c in corners)


COORDINATE = st.floats(-50, 50, allow_nan=False)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=15, max_size=15))
def test_every_place_is_a_whole_number_on_the_sheet(places: list[tuple[float, float]]) -> None:
    groups = make_groups()
    groups = replace(groups, positions={f"o{n}": place for n, place in enumerate(places)})

    sheet = make_map(groups, groups.groups)

    assert LOWEST <= sheet["height"] <= TALLEST
    for layer in sheet["layers"]:
        assert layer["points"] == sorted(layer["points"])
        for x, y in layer["points"]:
            assert isinstance(x, int)
            assert 0 <= x <= WIDTH
            assert 0 <= y <= sheet["height"]


@pytest.mark.parametrize("factor", [1, 10])
def test_both_directions_have_one_scale(factor: int) -> None:
    """Two people twice as far apart sideways as two others are up and down are drawn so."""
    places = {"o0": (0.0, 0.0), "o1": (2.0 * factor, 0.0), "o2": (0.0, 1.0 * factor)}
    groups = replace(make_groups(), positions=places)

    [layer] = make_map(groups, groups.groups[:1])["layers"]

    corner, up, right = sorted(layer["points"], key=lambda point: (point[0], -point[1]))
    assert right[0] - corner[0] == pytest.approx(2 * (corner[1] - up[1]), abs=1)
    assert up[1] < corner[1]
