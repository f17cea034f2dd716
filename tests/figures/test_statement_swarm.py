"""The swarm of statements, from the least to the most dividing."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from tests.figures.material import (
    lines,
    make_opinions,
    make_statement,
    marks,
    overlapping_texts,
    places,
    save,
    texts_outside,
    words,
)
from toolkit.domain import OpinionGroups
from toolkit.figures import describe_statements, draw_statements, statements_table
from toolkit.figures.callouts import _place, _uncross
from toolkit.figures.sheet import MARGIN, WIDTH, measure
from toolkit.figures.swarm import spread

LAYERS = ("statements", "statements-named")


def many(n: int, *, seed: int = 0) -> OpinionGroups:
    chance = np.random.default_rng(seed)
    extremities = chance.exponential(size=n)
    votes = chance.integers(5, 300, size=n)
    statements = [
        make_statement(number, (int(count), 2, 3), extremity=float(extremity))
        for number, (extremity, count) in enumerate(zip(extremities, votes, strict=True))
    ]
    return make_opinions({"A": 9}, *statements)


def circles(figure: Figure) -> np.ndarray:
    """Return x, y and radius of every mark."""
    rows = []
    for name in LAYERS:
        drawn = marks(figure, name)
        assert drawn is not None
        rows += [
            (x, y, np.sqrt(size) / 2)
            for (x, y), size in zip(places(figure, name), drawn.get_sizes(), strict=True)
        ]
    return np.array(rows)


def test_only_statements_in_use_with_votes_are_drawn() -> None:
    groups = make_opinions(
        {"A": 9},
        make_statement(1, extremity=1),
        make_statement(2, extremity=2, moderated=-1),
        make_statement(3, extremity=3, is_meta=True),
        make_statement(4, (0, 0, 0), extremity=4),
        make_statement(5, extremity=5, moderated=1),
        make_statement(6, extremity=6),
    )

    figure = draw_statements(groups)

    assert len(circles(figure)) == 3
    assert [row[0] for row in statements_table(groups)[1]] == ["1", "5", "6"]
    assert "Väite numero 3." not in words(figure)


def test_the_more_it_divides_the_further_right() -> None:
    groups = make_opinions({"A": 9}, *(make_statement(n, extremity=n**2) for n in (3, 1, 4, 2)))

    across = np.sort(circles(draw_statements(groups))[:, 0])

    steps = np.diff(across)
    assert np.allclose(steps / steps[0], [1, 5 / 3, 7 / 3])
    assert across[0] > MARGIN
    assert across[-1] < WIDTH - MARGIN


def test_area_tells_the_votes() -> None:
    groups = make_opinions(
        {"A": 9},
        make_statement(1, (10, 10, 5), extremity=1),
        make_statement(2, (90, 5, 5), extremity=9),
    )

    radii = sorted(circles(draw_statements(groups))[:, 2])

    assert radii[1] ** 2 == pytest.approx(4 * radii[0] ** 2)


def test_too_few_votes_make_a_hollow_mark_without_a_name() -> None:
    sure = [make_statement(n, extremity=n) for n in range(2, 8)]
    groups = make_opinions({"A": 9}, make_statement(1, extremity=1, enough_votes=False), *sure)

    figure = draw_statements(groups)

    drawn = marks(figure, "statements")
    assert drawn is not None
    assert drawn.get_facecolor().tolist() == [list(to_rgba("white"))]
    assert drawn.get_linewidths()[0] > 0
    named = marks(figure, "statements-named")
    assert named is not None
    assert len(named.get_offsets()) == 6
    assert list(to_rgba("white")) not in named.get_facecolor().tolist()
    assert "A hollow mark" in words(figure)
    assert "A hollow mark" not in words(draw_statements(make_opinions({"A": 9}, *sure)))


def test_the_ends_are_named_with_their_words_and_votes() -> None:
    statements = [make_statement(n, extremity=n, ref=f"P1-{n:03d}") for n in range(9)]

    figure = draw_statements(make_opinions({"A": 9}, *statements))

    for n in (0, 1, 2, 6, 7, 8):
        # Once above the swarm, once before its words.
        assert lines(figure).count(f"P1-{n:03d}") == 2
        assert f"Väite numero {n}." in lines(figure)
    assert "P1-004" not in words(figure)
    assert "agree 50 %, disagree 38 %, pass 13 %," in words(figure)


def test_below_thirty_votes_there_are_no_percentages() -> None:
    statements = [make_statement(n, (9, 10, 10), extremity=n) for n in range(2)]

    written = words(draw_statements(make_opinions({"A": 9}, *statements)))

    assert "agree 9, disagree 10, pass 10, voters 29" in written
    assert "%" not in written


@pytest.mark.parametrize("n", [2, 40, 400])
def test_marks_do_not_cover_one_another(n: int) -> None:
    figure = draw_statements(many(n))

    found = circles(figure)
    assert len(found) == n
    apart = np.linalg.norm(found[:, None, :2] - found[None, :, :2], axis=2)
    touching = found[:, None, 2] + found[None, :, 2]
    assert (apart + 1e-6 >= touching)[~np.eye(n, dtype=bool)].all()
    assert overlapping_texts(figure) == []
    assert texts_outside(figure) == []


def test_the_order_of_statements_and_the_settings_change_nothing() -> None:
    groups = many(60)
    turned = make_opinions({"A": 9}, *reversed(groups.statements))

    once = save(draw_statements(groups), "svg")

    with mpl.rc_context({"font.size": 30, "lines.linewidth": 9}):
        assert save(draw_statements(turned), "svg") == once


def test_a_sentence_stands_where_nothing_is_in_use() -> None:
    groups = make_opinions({"A": 9}, make_statement(1, moderated=-1))

    figure = draw_statements(groups)

    assert "There are no statements to draw" in words(figure)
    assert "There are no statements to draw" in describe_statements(groups)
    assert statements_table(groups)[1] == ()
    assert save(figure, "png")


@pytest.mark.parametrize("n", [1, 3])
def test_statements_that_divide_alike_have_no_ends(n: int) -> None:
    groups = make_opinions({"A": 9}, *(make_statement(number) for number in range(n)))

    figure = draw_statements(groups)

    assert len(places(figure, "statements")) == n
    assert "Divide most" not in words(figure)
    assert "No statement with enough votes divides more than another." in words(figure)
    assert save(figure, "png")


def test_the_table_holds_the_results() -> None:
    groups = make_opinions(
        {"A": 9},
        make_statement(7, (20, 5, 15), extremity=2.345, enough_votes=False),
        make_statement(8, (1, 0, 2), extremity=0.5),
    )

    header, rows = statements_table(groups)

    assert rows == (
        ("8", "Väite numero 8.", 0.5, 3, 1, 0, 2, "yes"),
        ("7", "Väite numero 7.", 2.35, 40, 20, 5, 15, "no"),
    )
    assert header[3:7] == ("Votes", "Agree", "Passed", "Disagree")


def test_the_description_names_the_ends() -> None:
    described = describe_statements(
        make_opinions({"A": 9}, *(make_statement(n, extremity=n) for n in range(1, 6)))
    )

    assert "Statements: 5. Least dividing: 1, 2. Most dividing: 5, 4." in described


circle = st.tuples(st.floats(0, 100), st.floats(1, 9))


@given(st.lists(circle, max_size=30))
def test_spread_circles_never_overlap_whatever_their_order(given_circles: list) -> None:
    places_, radii = [c[0] for c in given_circles], [c[1] for c in given_circles]

    heights = spread(places_, radii, gap=0)

    for one in range(len(radii)):
        for other in range(one):
            apart = np.hypot(places_[one] - places_[other], heights[one] - heights[other])
            assert apart >= radii[one] + radii[other] - 1e-6
    laid = sorted(zip(places_, radii, heights, strict=True))
    turned = spread(places_[::-1], radii[::-1], gap=0)
    assert sorted(zip(places_[::-1], radii[::-1], turned, strict=True)) == laid


points = st.tuples(st.floats(MARGIN, WIDTH - MARGIN), st.floats(150, 400))


@given(st.lists(points, max_size=6))
def test_names_above_the_swarm_stand_apart_on_the_sheet(given_points: list) -> None:
    ordered = _uncross([(f"P1-{n:03d}", point) for n, point in enumerate(given_points)], row=100)
    middles = _place(ordered)

    half = measure("P1-000", bold=True) / 2
    assert all(x - half >= MARGIN and x + half <= WIDTH - MARGIN for x in middles)
    assert all(step >= 2 * half for step in np.diff(middles))


@pytest.mark.parametrize(("across", "order"), [(MARGIN + 9, "abc"), (WIDTH - MARGIN - 9, "cba")])
def test_lines_to_marks_above_one_another_do_not_cross(across: float, order: str) -> None:
    stacked = {"b": 300.0, "c": 400.0, "a": 200.0}

    ordered = _uncross([(name, (across, y)) for name, y in stacked.items()], row=100)

    assert "".join(name for name, _point in ordered) == order
