"""The map: who is on it and who is not."""

from __future__ import annotations

from dataclasses import replace

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from scipy.spatial.distance import pdist

from tests.figures.material import (
    make_opinions,
    marks,
    overlapping_texts,
    places,
    save,
    texts_outside,
    words,
)
from toolkit.figures import describe_map, draw_map, map_table
from toolkit.figures.opinion_map import MOST_VECTORS

SMALL = "Groups of fewer than five people are not shown by themselves"


def outlines(figure: Figure) -> set[str]:
    return {item.get_gid() for item in figure.findobj(Polygon) if item.get_gid()}


def test_everybody_has_a_mark() -> None:
    figure = draw_map(make_opinions({"A": 12, "B": 7}, ungrouped=3))

    assert len(places(figure, "group-A")) == 12
    assert len(places(figure, "group-B")) == 7
    assert len(places(figure, "no-group")) == 3
    assert outlines(figure) == {"outline-A", "outline-B"}


def test_near_on_the_map_is_near_in_the_votes() -> None:
    groups = make_opinions({"A": 12})

    drawn = pdist(places(draw_map(groups), "group-A"))

    meant = pdist(sorted(groups.positions.values()))
    assert np.ptp(drawn / meant) < 1e-9 * drawn.max()


def test_legend_has_names_and_numbers() -> None:
    written = words(draw_map(make_opinions({"A": 12, "B": 7}, ungrouped=1, names={"B": "Uudet"})))

    assert "Group A 12 participants Group B: Uudet 7 participants" in written
    assert "In no group 1 participant" in written


def test_caption_says_how_much_the_map_shows_and_what_nearness_means() -> None:
    written = words(draw_map(make_opinions({"A": 12})))

    assert "near each other are those who voted alike" in written
    assert "42 %" in written
    assert SMALL not in written


def test_axes_have_no_numbers() -> None:
    figure = draw_map(make_opinions({"A": 12}))

    assert [axes.axison for axes in figure.axes] == [False]


@pytest.mark.parametrize(("size", "is_shown"), [(4, False), (5, True)])
def test_groups_of_fewer_than_five_are_left_out(size: int, is_shown: bool) -> None:
    figure = draw_map(make_opinions({"A": 12, "B": size}, ungrouped=2))

    assert len(places(figure, "group-B")) == (5 if is_shown else 0)
    assert ("outline-B" in outlines(figure)) == is_shown
    assert ("Group B" in words(figure)) == is_shown
    assert (SMALL in words(figure)) != is_shown
    # Neither are they hidden among those who are in no group.
    assert len(places(figure, "no-group")) == 2
    assert ("4 participants are not on the map" in words(figure)) != is_shown


def test_groups_of_unknown_people_have_nobody_on_the_map() -> None:
    groups = make_opinions({}, ungrouped=20, unlisted={"A": 9, "B": 6})

    figure = draw_map(groups)

    assert len(places(figure, "no-group")) == 20
    assert "Group not known 20 participants" in words(figure)
    assert "it is not known who is in them: Group A, Group B." in words(figure)
    assert outlines(figure) == set()
    assert map_table(groups)[1] == (
        ("Group A", "at least 9", 0),
        ("Group B", "at least 6", 0),
        ("Group not known", 20, 20),
    )


def test_every_group_looks_different() -> None:
    letters = [chr(ord("A") + number) for number in range(26)]
    figure = draw_map(make_opinions(dict.fromkeys(letters, 5)))

    looks = set()
    for letter in letters:
        drawn = marks(figure, f"group-{letter}")
        assert drawn is not None
        looks.add((drawn.get_facecolor().tobytes(), drawn.get_paths()[0].vertices.tobytes()))
    assert len(looks) == 26


def test_letters_of_groups_in_one_place_stand_apart() -> None:
    groups = make_opinions({"A": 8, "B": 8, "C": 8})
    same = {person: groups.positions[f"A{person[1:]}"] for person in groups.positions}

    figure = draw_map(replace(groups, positions=same))

    assert overlapping_texts(figure) == []


def test_long_names_stay_on_the_sheet() -> None:
    names = {"A": "Hyvin pitkä nimi " * 10, "B": "W" * 80}

    figure = draw_map(make_opinions({"A": 12, "B": 12}, ungrouped=3, names=names))

    assert texts_outside(figure) == []
    assert overlapping_texts(figure) == []


@pytest.mark.parametrize(("n", "is_picture"), [(MOST_VECTORS, False), (MOST_VECTORS + 1, True)])
def test_many_marks_are_rasterised(n: int, is_picture: bool) -> None:
    figure = draw_map(make_opinions({"A": n - 100, "B": 60}, ungrouped=40))

    for name in ("group-A", "group-B", "no-group"):
        drawn = marks(figure, name)
        assert drawn is not None
        assert drawn.get_rasterized() == is_picture


@pytest.mark.parametrize(("kind", "most"), [("svg", 600_000), ("pdf", 400_000)])
def test_ten_thousand_participants_make_a_small_file(kind: str, most: int) -> None:
    figure = draw_map(make_opinions({"A": 6000, "B": 3000}, ungrouped=1000))

    assert len(save(figure, kind)) < most


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_same_people_same_bytes_whatever_their_order_and_the_settings(kind: str) -> None:
    groups = make_opinions({"A": 30, "B": 20}, ungrouped=4)
    turned = replace(
        groups,
        positions=dict(reversed(groups.positions.items())),
        groups=tuple(
            replace(group, participant_ids=group.participant_ids[::-1]) for group in groups.groups
        ),
    )
    settings = {
        "font.size": 30,
        "font.family": "serif",
        "text.color": "red",
        "figure.facecolor": "black",
    }

    once = save(draw_map(groups), kind)

    with mpl.rc_context(settings):
        assert save(draw_map(turned), kind) == once


@pytest.mark.parametrize(
    ("sizes", "explained_variance", "reason"),
    [
        pytest.param({}, 0.4, "nobody can be shown", id="nobody"),
        pytest.param({"A": 1}, 0.0, "nobody can be shown", id="one participant"),
        pytest.param({"A": 4, "B": 3}, 0.4, "nobody can be shown", id="small groups only"),
        pytest.param({"A": 9}, 0.0, "the votes show no differences", id="nothing in use"),
    ],
)
def test_a_sentence_stands_where_no_map_can(
    sizes: dict[str, int], explained_variance: float, reason: str
) -> None:
    groups = make_opinions(sizes, explained_variance=explained_variance)

    figure = draw_map(groups)

    assert reason in words(figure)
    assert reason in describe_map(groups)
    assert all(marks(figure, f"group-{letter}") is None for letter in sizes)
    assert save(figure, "png")


def test_everybody_in_one_place_or_on_one_line() -> None:
    groups = make_opinions({"A": 9})
    line = {person: (float(n), 2.0) for n, person in enumerate(groups.positions)}
    spot = dict.fromkeys(groups.positions, (1.0, 1.0))

    on_line = draw_map(replace(groups, positions=line))

    assert len(places(on_line, "group-A")) == 9
    assert outlines(on_line) == set()
    assert "the votes show no differences" in words(draw_map(replace(groups, positions=spot)))


def test_the_table_adds_up() -> None:
    groups = make_opinions({"A": 12, "B": 3, "C": 2, "D": 7}, ungrouped=5, names={"A": "Vanhat"})

    header, rows = map_table(groups)

    assert header == ("Group", "Participants", "On the map")
    assert rows == (
        ("Group A: Vanhat", 12, 12),
        ("Group D", 7, 7),
        ("Groups of fewer than five people", 5, 0),
        ("In no group", 5, 5),
    )
    assert sum(row[1] for row in rows) == groups.n_participants


def test_the_description_counts_who_is_shown() -> None:
    described = describe_map(make_opinions({"A": 12, "B": 3}, ungrouped=1))

    assert described.endswith("Group A: 12 participants, In no group: 1 participant.")
