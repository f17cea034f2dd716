"""Bars of votes: whose are drawn, and what is written on them."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tests.figures.material import (
    lines,
    make_opinions,
    make_statement,
    overlapping_texts,
    save,
    texts_outside,
    words,
)
from toolkit.domain import OpinionGroups
from toolkit.figures import describe_votes, draw_votes, votes_table

X1 = "polis:x-1"


def voted(sizes: dict[str, int], ungrouped: int = 0, **fields: object) -> OpinionGroups:
    """Return groups that all agreed on one statement; those in no group disagreed."""
    by_group = {letter: (size, 0, 0) for letter, size in sizes.items()}
    everybody = (sum(sizes.values()), 0, ungrouped)
    statement = make_statement(1, everybody, by_group=by_group)
    return make_opinions(sizes, statement, ungrouped=ungrouped, **fields)


def widths(figure: Figure) -> list[float]:
    """Return the widths of the parts of bars, from the top, left to right."""
    parts = [p for p in figure.axes[0].patches if isinstance(p, Rectangle) and p.get_height() == 20]
    return [part.get_width() for part in parts]


def test_bars_of_everybody_and_of_every_group() -> None:
    groups = voted({"A": 40, "B": 30}, 2, names={"B": "Uudet"})

    written = lines(draw_votes(groups, [X1]))

    assert "Väite numero 1." in written
    for who, n in (("Everybody", 72), ("Group A", 40), ("Group B: Uudet", 30)):
        assert who in written
        assert f"n = {n}" in written
    assert not any("not shown by themselves" in line for line in written)


@pytest.mark.parametrize(
    ("sizes", "ungrouped", "shown"),
    [
        pytest.param({"A": 30, "B": 25, "C": 4}, 3, {"A", "B"}, id="a small group"),
        pytest.param({"A": 30, "B": 25, "C": 4}, 0, {"A"}, id="found by subtraction"),
        pytest.param({"A": 30, "B": 4}, 0, set(), id="one large group"),
    ],
)
def test_nobody_can_be_recognised(sizes: dict[str, int], ungrouped: int, shown: set[str]) -> None:
    groups = voted(sizes, ungrouped)

    written = words(draw_votes(groups, [X1]))

    for letter in sizes:
        assert (f"Group {letter}" in written) == (letter in shown)
        assert (f"Group {letter}" in describe_votes(groups, [X1])) == (letter in shown)
    assert "Some groups are not shown by themselves" in written
    assert {row[2] for row in votes_table(groups, [X1])[1]} == {
        "Everybody",
        *(f"Group {letter}" for letter in shown),
    }


@pytest.mark.parametrize(("n", "words_of_bar"), [(30, "100 %"), (29, "29")])
def test_percentages_only_of_thirty_votes_or_more(n: int, words_of_bar: str) -> None:
    figure = draw_votes(voted({"A": n}), [X1])

    written = lines(figure)
    assert written.count(words_of_bar) == 2
    assert any("Below 30 votes" in line for line in written) == (n < 30)


def test_parts_of_a_bar_are_shares() -> None:
    statement = make_statement(1, (25, 50, 25))

    figure = draw_votes(make_opinions({}, statement), [X1])

    agree, passed, disagree = widths(figure)
    assert agree == disagree == pytest.approx(passed / 2)
    assert [line for line in lines(figure) if line.endswith(" %")] == ["25 %", "50 %", "25 %"]


def test_nothing_is_written_on_a_part_too_narrow_for_it() -> None:
    figure = draw_votes(make_opinions({}, make_statement(1, (990, 1, 9))), [X1])

    assert [line for line in lines(figure) if line.endswith(" %")] == ["99 %"]


def test_a_group_that_did_not_vote_has_no_bar() -> None:
    statement = make_statement(1, (9, 0, 0), by_group={"A": (9, 0, 0), "B": (0, 0, 0)})

    figure = draw_votes(make_opinions({"A": 9, "B": 9}, statement), [X1])

    assert lines(figure).count("no votes") == 1
    assert len(widths(figure)) == 6


def test_statements_stand_in_the_order_asked() -> None:
    groups = make_opinions({}, *(make_statement(number) for number in range(3)))

    written = words(draw_votes(groups, ["polis:x-2", "polis:x-0"]))

    assert written.index("Väite numero 2.") < written.index("Väite numero 0.")
    assert "Väite numero 1." not in written


def test_long_names_and_texts_do_not_overlap() -> None:
    names = {"A": "Hyvin pitkä nimi " * 9, "B": "W" * 80}
    statement = make_statement(
        1, by_group={"A": (9, 0, 0), "B": (9, 0, 0)}, text="Sana " * 120, ref="P1-001"
    )

    figure = draw_votes(make_opinions({"A": 9, "B": 9}, statement, names=names), [X1, X1])

    assert overlapping_texts(figure) == []
    assert texts_outside(figure) == []


def test_without_statements_there_is_a_sentence() -> None:
    groups = make_opinions({"A": 9})

    figure = draw_votes(groups, [])

    assert "There are no statements to draw" in words(figure)
    assert "There are no statements to draw" in describe_votes(groups, [])
    assert votes_table(groups, [])[1] == ()
    assert save(figure, "png")


@pytest.mark.parametrize("make", [draw_votes, votes_table, describe_votes])
def test_an_unknown_statement_is_an_error(make: object) -> None:
    with pytest.raises(KeyError):
        make(make_opinions({"A": 9}), ["polis:x-9"])  # type: ignore[operator]


def test_the_table_holds_the_results() -> None:
    statement = make_statement(1, (30, 4, 6), by_group={"A": (25, 1, 4), "B": (5, 3, 2)})

    header, rows = votes_table(make_opinions({"A": 30, "B": 10}, statement), [X1])

    assert header[3:] == (
        "Votes",
        "Agree",
        "Passed",
        "Disagree",
        "Agree %",
        "Passed %",
        "Disagree %",
    )
    assert rows == (
        ("1", "Väite numero 1.", "Everybody", 40, 30, 4, 6, 75, 10, 15),
        ("1", "Väite numero 1.", "Group A", 30, 25, 1, 4, 83, 3, 13),
        ("1", "Väite numero 1.", "Group B", 10, 5, 3, 2, "", "", ""),
    )


def test_same_votes_same_bytes() -> None:
    groups = voted({"A": 40, "B": 30}, 2)

    assert save(draw_votes(groups, [X1]), "svg") == save(draw_votes(groups, [X1]), "svg")
