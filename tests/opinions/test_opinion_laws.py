"""What holds for any votes: order, names and empty columns change nothing; everybody adds up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.opinions.ballots import Table, make_votes
from tests.opinions.test_opinion_groups import members
from toolkit.domain import OpinionGroups
from toolkit.opinions import find_opinion_groups

CELLS = st.sampled_from([1, 1, -1, -1, 0, None])
TABLES = (
    st.integers(2, 8)
    .flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=24
        )
    )
    .filter(lambda table: any(vote is not None for row in table for vote in row))
)


def answer(groups: OpinionGroups) -> tuple[object, ...]:
    """Everything of a result, comparable: ``Votes`` are not, results are."""
    return tuple(getattr(groups, name) for name in groups.__dataclass_fields__)


@settings(max_examples=40)
@given(table=TABLES, order=st.randoms(use_true_random=False))
def test_order_of_votes_changes_nothing(table: Table, order: object) -> None:
    votes = make_votes(table)
    shuffled = list(range(len(votes.value)))
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    other = replace(
        votes,
        participant=votes.participant[shuffled],
        statement=votes.statement[shuffled],
        value=votes.value[shuffled],
    )
    assert answer(find_opinion_groups(votes)) == answer(find_opinion_groups(other))


@settings(max_examples=40)
@given(table=TABLES, order=st.randoms(use_true_random=False))
def test_order_of_statements_changes_nothing(table: Table, order: object) -> None:
    votes = make_votes(table)
    places = list(range(len(votes.statements)))
    order.shuffle(places)  # type: ignore[attr-defined]
    turned = replace(
        votes,
        statements=tuple(votes.statements[place] for place in places),
        statement=np.argsort(places)[votes.statement].astype(np.int32),
    )
    named = {"p0": "A", "p1": "B"} | {f"p{row}": "AB"[row % 2] for row in range(2, len(table))}
    found = find_opinion_groups(replace(votes, group_ids=named))
    other = find_opinion_groups(replace(turned, group_ids=named))
    for result in found.statements:
        there = other.statement(result.id)
        assert (there.votes, there.by_group) == (result.votes, result.by_group)
        assert there.group_aware_consensus == pytest.approx(result.group_aware_consensus)
    assert other.explained_variance == pytest.approx(found.explained_variance, abs=1e-9)


@settings(max_examples=40)
@given(table=TABLES)
def test_a_statement_nobody_voted_on_changes_nothing_else(table: Table) -> None:
    named = {f"p{row}": "AB"[row % 2] for row in range(len(table))}
    found = find_opinion_groups(make_votes(table, groups=named))
    other = find_opinion_groups(make_votes([[*row, None] for row in table], groups=named))
    assert other.representative == found.representative
    for one, two in zip(found.statements, other.statements, strict=False):
        # Axes of equal strength may turn into each other, so places are not compared.
        assert replace(two, extremity=0) == replace(one, extremity=0)
    assert other.statements[-1].votes.n == 0


@settings(max_examples=40)
@given(table=TABLES)
def test_names_of_participants_change_nothing(table: Table) -> None:
    found = find_opinion_groups(make_votes(table))
    other = find_opinion_groups(make_votes(table, name="toinen-{}"))
    assert other.statements == found.statements
    assert list(other.positions.values()) == list(found.positions.values())
    renamed = {
        letter: {name.replace("p", "toinen-") for name in names}
        for letter, names in members(found).items()
    }
    assert members(other) == renamed


@settings(max_examples=40)
@given(table=TABLES)
def test_groups_and_the_ungrouped_add_up_to_everybody(table: Table) -> None:
    found = find_opinion_groups(make_votes(table))
    grouped = set().union(*members(found).values())
    for column, result in enumerate(found.statements):
        rest = [
            row[column]
            for number, row in enumerate(table)
            if f"p{number}" not in grouped and row[column] is not None
        ]
        assert result.votes.n == len(rest) + sum(c.n for c in result.by_group.values())
        assert result.votes.agree == rest.count(1) + sum(c.agree for c in result.by_group.values())
