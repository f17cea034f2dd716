"""Votes in the tables: as much as the documents tell, and nothing that tells of a few people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.apps.material import make_groups, make_statement
from toolkit.apps.vote_cells import vote_cells
from toolkit.domain import Counts, OpinionGroup, StatementResult

GROUP = OpinionGroup(id="A", participant_ids=tuple(f"o{n}" for n in range(200)))


def result_of(agree: int, disagree: int, passes: int, *, more: int = 0) -> StatementResult:
    own = Counts(agree=agree, disagree=disagree, passes=passes)
    plain = make_statement("s1", "Bussit", {"A": 0})
    everybody = Counts(agree=agree + more, disagree=disagree, passes=passes)
    fields = {f: getattr(plain, f) for f in plain.__dataclass_fields__}
    return StatementResult(**{**fields, "votes": everybody, "by_group": {"A": own}})


def words(agree: int, disagree: int, passes: int) -> tuple[str, str]:
    _everybody, [cell] = vote_cells(result_of(agree, disagree, passes), [GROUP])
    return cell["main"], cell["more"]


@pytest.mark.parametrize(
    ("votes", "main", "more"),
    [
        pytest.param(
            (50, 30, 20),
            "50\xa0% samaa mieltä",
            "eri mieltä 30\xa0%, ohitti 20\xa0%, äänestäjiä 100",
            id="percentages",
        ),
        pytest.param(
            (10, 5, 5),
            "10/20 samaa mieltä",
            "eri mieltä 5, ohitti 5, äänestäjiä 20",
            id="counts below 30",
        ),
        pytest.param(
            (18, 0, 2),
            "18/20 samaa mieltä",
            "eri mieltä tai ohitti alle 5, äänestäjiä 20",
            id="few others",
        ),
        pytest.param(
            (10, 7, 3),
            "10/20 samaa mieltä",
            "eri mieltä tai ohitti 10, äänestäjiä 20",
            id="the one that would tell the few goes with them",
        ),
        pytest.param(
            (2, 30, 8),
            "alle 5 samaa mieltä",
            "eri mieltä 75\xa0%, äänestäjiä 40",
            id="few agree",
        ),
        pytest.param((2, 2, 2), "alle 5 samaa mieltä", "äänestäjiä 6", id="few of each"),
        pytest.param((2, 1, 1), "ei esitetä: alle viisi ääntä", "", id="few votes"),
        pytest.param((0, 0, 0), "ei ääniä", "", id="none"),
    ],
)
def test_votes_are_told_as_documents_tell_them(
    votes: tuple[int, int, int], main: str, more: str
) -> None:
    assert words(*votes) == (main, more)


few_or_many = st.one_of(st.integers(0, 6), st.integers(0, 80))


@given(few_or_many, few_or_many, few_or_many)
def test_no_count_of_a_few_is_told_or_left_over(agree: int, disagree: int, passes: int) -> None:
    _everybody, [cell] = vote_cells(result_of(agree, disagree, passes), [GROUP])
    text = re.sub(r"eri mieltä tai ohitti \d+", "", f"{cell['main']}, {cell['more']}")
    sides = [
        int(n)
        for n in re.findall(r"(\d+)/\d+ samaa|(?:mieltä|ohitti) (\d+)(?!\d|.%)", text)
        for n in n
        if n
    ]
    assert all(count >= 5 for count in sides)
    assert agree + disagree + passes >= 30 or len(sides) in (0, 1, 3)
    assert sum(cell["bar"]) in (0, 100)


def test_everybody_does_not_tell_by_subtraction_what_a_group_keeps() -> None:
    everybody, [cell] = vote_cells(result_of(2, 10, 8, more=7), [GROUP])

    assert cell["main"] == "alle 5 samaa mieltä"
    assert everybody["main"] == "samaa mieltä olleiden määrää ei esitetä"


def test_only_groups_that_may_be_shown_have_votes() -> None:
    groups = make_groups()
    everybody, cells = vote_cells(groups.statements[0], groups.shown_groups)

    assert everybody["n"] == 15
    assert len(cells) == len(groups.shown_groups)
