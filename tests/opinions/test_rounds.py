"""Two rounds side by side: what is new, what moved, who went where."""

from __future__ import annotations

from dataclasses import replace

from tests.opinions.ballots import Table, make_votes
from toolkit.domain import Counts, Crossing, RoundComparison, Votes
from toolkit.opinions import compare_rounds, find_opinion_groups

SPRING: Table = [[1, -1, 0], [1, 1, None], [-1, -1, 1], [None, -1, 1]]
# p0 changes the first vote; s0 is there no longer; p4 and a statement are new.
AUTUMN: Table = [[1, 0, 1], [1, None, None], [-1, 1, 1], [-1, 1, None], [1, 1, 1]]


def spring() -> Votes:
    return make_votes(SPRING, groups={"p0": "A", "p1": "A", "p2": "B", "p3": "B"})


def autumn() -> Votes:
    votes = make_votes(AUTUMN, groups={"p0": "B", "p1": "A", "p2": "B", "p3": "B", "p4": "A"})
    names = {"s0": "s1", "s1": "s2", "s2": "s3"}
    statements = tuple(
        replace(s, id=names[s.id], text=f"Väite {names[s.id][1]}") for s in votes.statements
    )
    return replace(votes, statements=statements)


def compare(before: Votes, after: Votes, *, same_people: bool = True) -> RoundComparison:
    return compare_rounds(
        (before, find_opinion_groups(before)),
        (after, find_opinion_groups(after)),
        same_people=same_people,
    )


def test_rounds_of_one_conversation_worked_by_hand() -> None:
    found = compare(spring(), autumn())

    assert (found.n_before, found.n_after, found.n_both) == (4, 5, 4)
    assert (found.n_votes_before, found.n_votes_after) == (10, 12)
    assert (found.new, found.gone) == (("s3",), ("s0",))
    # On s1: p0 from −1 to 1, p1 1 and 1, p2 −1 and −1, p3 −1 and −1. On s2: p0 0 and 0, p2 and p3
    # 1 and 1, p1 only after.
    assert [(change.id, change.moved) for change in found.changes] == [("s1", 1), ("s2", 0)]
    assert found.n_moved == 1
    change = found.changes[0]
    assert change.before == Counts(agree=1, disagree=3, passes=0)
    assert change.after == Counts(agree=3, disagree=2, passes=0)


def test_people_are_followed_from_group_to_group() -> None:
    assert compare(spring(), autumn()).crossings == (
        Crossing(before="A", after="A", n=1),
        Crossing(before="A", after="B", n=1),
        Crossing(before="B", after="B", n=2),
    )


def test_in_another_conversation_only_words_are_followed() -> None:
    words = tuple(replace(s, id=f"toinen-{s.id}") for s in autumn().statements)
    other = replace(autumn(), statements=words)

    found = compare(spring(), other, same_people=False)

    assert [(change.id, change.moved) for change in found.changes] == [
        ("toinen-s1", None), ("toinen-s2", None),
    ]  # fmt: skip
    assert (found.new, found.gone) == (("toinen-s3",), ("s0",))
    assert (found.n_both, found.n_moved, found.crossings) == (0, 0, ())


def test_a_round_beside_itself_shows_no_change() -> None:
    found = compare(spring(), spring())

    assert (found.new, found.gone, found.n_moved) == ((), (), 0)
    assert all(change.before == change.after for change in found.changes)
    assert all(crossing.before == crossing.after for crossing in found.crossings)


def test_the_order_of_rows_and_columns_changes_nothing() -> None:
    votes = autumn()
    turned = replace(
        votes,
        participant_ids=votes.participant_ids[::-1],
        participant=(len(votes.participant_ids) - 1 - votes.participant),
        statements=votes.statements[::-1],
        statement=(len(votes.statements) - 1 - votes.statement),
    )
    straight, other = compare(spring(), votes), compare(spring(), turned)

    assert other.crossings == straight.crossings
    assert {c.id: c for c in other.changes} == {c.id: c for c in straight.changes}
