"""Which groups may be shown, and when a share may be given as a percentage."""

from __future__ import annotations

import pytest

from tests.findings.material import make_groups
from toolkit.domain import Counts, OpinionGroup


@pytest.mark.parametrize(
    ("sizes", "ungrouped", "shown"),
    [
        pytest.param({"A": 30, "B": 25}, 0, "AB", id="all large"),
        pytest.param({"A": 30, "B": 25}, 2, "AB", id="a handful in no group"),
        pytest.param({"A": 30, "B": 5}, 0, "AB", id="five are enough"),
        pytest.param({"A": 30, "B": 25, "C": 4}, 0, "A", id="a handful outside"),
        pytest.param({"A": 30, "B": 25, "C": 4}, 1, "AB", id="five outside"),
        pytest.param({"A": 30, "B": 25, "C": 2, "D": 3}, 0, "AB", id="two small groups"),
        pytest.param({"A": 30, "B": 4}, 0, "", id="one large group"),
        pytest.param({"A": 1}, 0, "", id="one person"),
        pytest.param({}, 3, "", id="no groups"),
    ],
)
def test_groups_that_may_be_shown(sizes: dict[str, int], ungrouped: int, shown: str) -> None:
    groups = make_groups(sizes, ungrouped=ungrouped)

    assert "".join(group.id for group in groups.shown_groups) == shown


def test_a_group_of_unknown_people_is_as_large_as_its_most_votes() -> None:
    assert OpinionGroup(id="A", participant_ids=(), most_votes=4).is_small
    assert not OpinionGroup(id="A", participant_ids=(), most_votes=5).is_small


@pytest.mark.parametrize(
    ("agree", "disagree", "percent"),
    [
        pytest.param(29, 0, None, id="29 votes carry no percentage"),
        pytest.param(30, 0, 100, id="30 votes do"),
        pytest.param(35, 5, 88, id="87.5 is rounded up"),
        pytest.param(0, 0, None, id="no votes"),
    ],
)
def test_percent(agree: int, disagree: int, percent: int | None) -> None:
    assert Counts(agree=agree, disagree=disagree, passes=0).percent(agree) == percent
