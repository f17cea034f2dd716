"""Two rounds side by side: what moved, who went where, and what is not told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.apps.material import make_groups
from toolkit.apps.rounds_view import rounds_view
from toolkit.domain import Counts, Crossing, RoundComparison, StatementChange


def counts(agree: int, n: int) -> Counts:
    return Counts(agree=agree, disagree=n - agree, passes=0)


def change(key: str, before: Counts, after: Counts, moved: int | None = 9) -> StatementChange:
    return StatementChange(id=key, text=f"Väite {key}", before=before, after=after, moved=moved)


ROUNDS = RoundComparison(
    same_people=True,
    n_before=120,
    n_after=1500,
    n_both=110,
    n_votes_before=2000,
    n_votes_after=3000,
    n_moved=41,
    changes=(
        change("s1", counts(20, 40), counts(24, 40)),
        change("s2", counts(30, 40), counts(6, 24), moved=3),
        change("s3", counts(0, 19), counts(40, 40)),
        change("s4", counts(20, 40), counts(10, 20)),
    ),
    new=("s3", "unknown"),
    gone=("s9",),
    crossings=(
        Crossing(before="A", after="A", n=50),
        Crossing(before="A", after="B", n=4),
        Crossing(before="B", after="B", n=41),
        Crossing(before="", after="A", n=7),
        Crossing(before="C", after="A", n=4),
        Crossing(before="A", after="", n=5),
        Crossing(before="B", after="C", n=5),
    ),
)


def view(**changes: Any) -> dict[str, Any]:
    shown = rounds_view((replace(ROUNDS, **changes), make_groups()))
    assert shown is not None
    return shown


def test_one_round_has_nothing_to_compare() -> None:
    assert rounds_view(None) is None


def test_participants_and_votes_are_counted_apart() -> None:
    assert view()["sizes"] == [
        ("Äänestäneitä osallistujia", "120", "1\xa0500"),
        ("Ääniä", "2\xa0000", "3\xa0000"),
    ]
    assert view()["about"] == [
        "110 osallistujaa äänesti molemmilla kierroksilla.",
        "Heidän äänistään 41 on muuttunut.",
    ]


def test_the_support_that_moved_most_comes_first_and_few_votes_do_not_count() -> None:
    moves = view()["moves"]

    assert [move["text"] for move in moves] == ["Väite s2", "Väite s1"]
    assert [move["direction"] for move in moves] == ["kannatus laski", "kannatus kasvoi"]
    assert moves[0]["before"]["words"] == "30/40 (75\xa0%)"
    assert moves[0]["after"]["words"] == "6/24"
    assert [move["moved"] for move in moves] == ["alle 5", "9"]


def test_new_statements_are_named_and_gone_ones_counted() -> None:
    shown = view()

    assert shown["new_title"] == "2 uutta väitettä"
    assert [row["ref"] for row in shown["new"]] == ["P1-s3"]
    assert shown["gone"] == "1 aiemman kierroksen väite puuttuu uudemmasta kierroksesta."
    assert view(gone=())["gone"] == ""


def test_small_groups_and_small_numbers_are_not_told() -> None:
    crossings = view()["crossings"]

    assert crossings["columns"] == ["Ryhmä A", "Ryhmä B", "ei ryhmässä"]
    assert {row["name"]: row["cells"] for row in crossings["rows"]} == {
        "Ryhmä A": ["50", "ei näytetä", "5"],
        "Ryhmä B": ["0", "ei näytetä", "0"],
        "ei ryhmässä": ["7", "0", "0"],
    }


def test_without_groups_to_follow_there_is_no_table_of_crossings() -> None:
    assert view(crossings=(Crossing(before="A", after="B", n=4),))["crossings"] is None


def test_different_people_are_not_followed() -> None:
    shown = view(same_people=False, changes=(change("s1", counts(9, 30), counts(21, 30), None),))

    assert shown["crossings"] is None
    assert len(shown["about"]) == 1
    assert "ei voi seurata" in shown["about"][0]
    assert shown["moves"][0]["moved"] == ""
