"""What a reader of the opinion groups was promised."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.opinions.ballots import Table, make_camps, make_votes, to_table
from toolkit.domain import Counts, OpinionGroups
from toolkit.errors import TooEarly
from toolkit.opinions import find_opinion_groups


def codes(groups: OpinionGroups) -> set[str]:
    return {code for code, _message in groups.checks}


def members(groups: OpinionGroups) -> dict[str, set[str]]:
    return {group.id: set(group.participant_ids) for group in groups.groups}


def test_two_camps_are_two_groups_lettered_by_first_appearance() -> None:
    found = find_opinion_groups(make_camps(12, 20))
    assert found.mode == "recomputed"
    assert members(found) == {
        "A": {f"p{row}" for row in range(12)},
        "B": {f"p{row}" for row in range(12, 32)},
    }
    assert found.n_participants == 32
    assert found.stability is not None
    assert found.stability > 0.9
    assert codes(found) == set()


def test_results_of_a_statement_worked_by_hand() -> None:
    table = [[1, 1, -1], [1, 0, -1], [-1, -1, 1], [-1, None, 1]]
    groups = {"p0": "A", "p1": "A", "p2": "B", "p3": "B"}
    found = find_opinion_groups(make_votes(table, groups=groups))
    result = found.statement("s1")
    assert result.votes == Counts(agree=1, disagree=1, passes=1)
    assert result.by_group == {
        "A": Counts(agree=1, disagree=0, passes=1),
        "B": Counts(agree=0, disagree=1, passes=0),
    }
    assert result.group_aware_consensus == pytest.approx(2 / 4 * 1 / 3, abs=1e-9)
    assert result.group_aware_consensus_geometric == pytest.approx((1 / 6) ** 0.5, abs=1e-9)
    assert found.n_votes == 11


def test_groups_of_the_export_are_kept_unless_refused() -> None:
    votes = make_camps(10, 10)
    crossed = {name: "AB"[row % 2] for row, name in enumerate(votes.participant_ids)}
    votes = replace(votes, group_ids=crossed)
    imported = find_opinion_groups(votes)
    assert imported.mode == "imported"
    assert members(imported)["A"] == {name for name, letter in crossed.items() if letter == "A"}
    assert "groups_differ" in codes(imported)
    assert imported.stability is not None
    assert imported.stability < 0.7
    assert find_opinion_groups(votes, recompute=True).mode == "recomputed"
    assert len(find_opinion_groups(votes, n_groups=3).groups) == 3


def test_groups_of_the_export_that_leave_out_many_are_not_used() -> None:
    votes = make_camps(15, 15)
    found = find_opinion_groups(replace(votes, group_ids={"p0": "A", "p16": "B"}))
    assert found.mode == "recomputed"
    assert "groups_unusable" in codes(found)
    assert len(found.groups) == 2


def test_who_voted_little_counts_in_the_total_but_in_no_group() -> None:
    votes = make_camps(15, 15)
    few = [1, 1, *[None] * 10]
    table = [list(row) for row in to_table(votes)] + [few]
    found = find_opinion_groups(make_votes(table))
    result = found.statement("s0")
    assert "p30" not in set().union(*members(found).values())
    assert result.votes.n == sum(counts.n for counts in result.by_group.values()) + 1
    assert "p30" in found.positions
    assert "ungrouped" in codes(found)


def test_rejected_and_background_statements_are_counted_but_decide_nothing() -> None:
    votes = make_camps(12, 20)
    statements = [replace(s, moderated=-1) if s.id == "s0" else s for s in votes.statements]
    statements[1] = replace(statements[1], is_meta=True)
    found = find_opinion_groups(replace(votes, statements=tuple(statements)))
    out = {"s0", "s1"}
    assert found.statement("s0").votes.n > 0
    assert found.statement("s0").extremity == found.statement("s1").extremity == 0
    assert out.isdisjoint({*found.consensus_agree, *found.consensus_disagree})
    for pairs in found.representative.values():
        assert out.isdisjoint({statement_id for statement_id, _side in pairs})


def test_consensus_is_what_everybody_thinks() -> None:
    table = [[1, -1, vote, -vote] for vote in (1, -1) for _ in range(10)]
    found = find_opinion_groups(make_votes(table))
    assert found.consensus_agree == ("s0",)
    assert found.consensus_disagree == ("s1",)


def test_small_groups_and_few_people_are_told() -> None:
    found = find_opinion_groups(make_camps(3, 14))
    assert members(found)["A"] == {"p0", "p1", "p2"}
    assert {"small_group", "few_participants"} <= codes(found)
    [message] = [text for code, text in found.checks if code == "small_group"]
    assert message.endswith(": A.")


def test_votes_without_a_pattern_make_a_weak_map() -> None:
    chance = np.random.default_rng(0)
    found = find_opinion_groups(make_votes(chance.integers(-1, 2, (60, 40)).tolist()))
    assert "weak_axes" in codes(found)


def test_fewer_groups_than_asked_are_told() -> None:
    found = find_opinion_groups(make_votes([[1, 1], [1, 1], [-1, -1]]), n_groups=5)
    assert len(found.groups) == 2
    assert "fewer_groups" in codes(found)


@pytest.mark.parametrize("n_groups", [0, -1, 27])
def test_impossible_numbers_of_groups(n_groups: int) -> None:
    with pytest.raises(ValueError, match="groups"):
        find_opinion_groups(make_camps(5, 5), n_groups=n_groups)


def test_no_votes_is_a_sentence_for_the_reader() -> None:
    with pytest.raises(TooEarly, match="no votes"):
        find_opinion_groups(make_votes([[None, None]]))


@pytest.mark.parametrize(
    ("table", "rejected"),
    [
        pytest.param([[1, -1, 0]], [], id="one participant"),
        pytest.param([[1]], [], id="one vote"),
        pytest.param([[1, 1, 1]] * 20, [], id="all votes equal"),
        pytest.param([[0, 0]] * 20, [], id="all pass"),
        pytest.param([[1, -1], [-1, 1], [1, 1]] * 4, [], id="two statements"),
        pytest.param([[1, -1], [-1, 1]] * 4, [0, 1], id="everything rejected"),
        pytest.param([[1, -1, 1], [1, -1, 1], [-1, 1, 1]], [], id="two identical rows"),
        pytest.param([[1, None], [None, 1]], [], id="nobody saw the same"),
        pytest.param([[1, None], [None, None]], [], id="one did not vote"),
    ],
)
def test_degenerate_votes_have_an_answer(table: Table, rejected: list[int]) -> None:
    found = find_opinion_groups(make_votes(table, rejected=rejected))
    grouped = [name for group in found.groups for name in group.participant_ids]
    assert len(grouped) == len(set(grouped)) == found.n_participants
    assert np.isfinite(list(found.positions.values())).all()
    assert 0 <= found.explained_variance <= 1 + 1e-9
    assert all(np.isfinite(result.extremity) for result in found.statements)
    assert ("nothing_in_use" in codes(found)) == (len(rejected) == len(table[0]))


@pytest.mark.parametrize(
    ("table", "rejected", "code", "words"),
    [
        pytest.param([[1, -1, 0]], [], "few_participants", "Only 1 participant", id="one"),
        pytest.param([[1, 1, 1]] * 20, [], "one_group", "voted much alike", id="all equal"),
        pytest.param([[1, -1], [-1, 1]] * 9, [], "few_statements", "only 2 statements", id="two"),
        pytest.param([[1, -1], [-1, 1]] * 4, [0, 1], "nothing_in_use", "no map", id="rejected"),
        pytest.param([[1, -1], [1, -1]], [], "one_group", "voted much alike", id="two alike"),
    ],
)
def test_degenerate_votes_are_told_in_a_sentence(
    table: Table, rejected: list[int], code: str, words: str
) -> None:
    found = find_opinion_groups(make_votes(table, rejected=rejected))
    assert words in dict(found.checks)[code]


def test_groups_of_which_only_votes_are_known() -> None:
    votes = make_camps(12, 20)
    half = Counts(agree=7, disagree=2, passes=1)
    other = Counts(agree=1, disagree=15, passes=2)
    n = len(votes.statements)
    counted = replace(votes, group_votes={"A": (half,) * n, "B": (other,) * n})

    found = find_opinion_groups(counted)

    assert found.mode == "imported"
    assert [(g.id, g.n, g.is_listed) for g in found.groups] == [("A", 10, False), ("B", 18, False)]
    assert found.statement("s3").by_group == {"A": half, "B": other}
    assert found.statement("s3").group_aware_consensus == pytest.approx(8 / 12 * 2 / 20)
    assert {side for _id, side in found.representative["A"]} == {"agree"}
    assert (found.stability, found.similarity) == (None, None)
    assert len(found.positions) == 32
    assert "groups_without_people" in codes(found)
    assert "ungrouped" not in codes(found)
    assert find_opinion_groups(counted, recompute=True).mode == "recomputed"


def test_a_statement_that_a_group_hardly_saw_has_not_enough_votes() -> None:
    table = [[1, 1, 1 if row < 4 else None] for row in range(8)]
    table += [[-1, 1 if row < 5 else None, -1] for row in range(8)]
    groups = {f"p{row}": "AB"[row // 8] for row in range(16)}
    found = find_opinion_groups(make_votes(table, groups=groups))
    assert [result.enough_votes for result in found.statements] == [True, True, False]


def test_how_alike_the_two_divisions_are_is_given_as_a_figure() -> None:
    votes = make_camps(15, 15)
    own = find_opinion_groups(votes)
    named = {name: group.id for group in own.groups for name in group.participant_ids}
    same = find_opinion_groups(replace(votes, group_ids=named))
    moved = find_opinion_groups(replace(votes, group_ids={**named, "p0": "B", "p1": "B"}))
    assert own.similarity is None
    assert same.similarity == 1
    assert "groups_differ" not in codes(same)
    assert moved.similarity is not None
    assert 0.5 < moved.similarity < 0.95
    assert dict(moved.checks)["groups_differ"].endswith(f": {moved.similarity:.2f}.")
