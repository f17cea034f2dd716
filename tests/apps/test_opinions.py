"""What the screen of opinion groups shows and records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.apps.material import do, make_groups, make_statement, propose_groups
from toolkit import store
from toolkit.apps.opinions_view import groups_view
from toolkit.apps.session import Session
from toolkit.apps.vote_cells import counted
from toolkit.domain import (
    Check,
    Counts,
    EventKind,
    OpinionGroups,
    RoundComparison,
    StatementChange,
    Workshop,
)

Open = Callable[..., Session]


def look(open_screen: Open, workshop: Workshop) -> dict[str, Any]:
    view: dict[str, Any] = do(open_screen("mielipideryhmat", workshop), "nothing")["view"]
    return view


def view_of(groups: OpinionGroups, **background: bool) -> dict[str, Any]:
    return groups_view(groups, (), background)


def without_small(groups: OpinionGroups) -> OpinionGroups:
    """Leave out group C, so that both others may be shown."""
    statements = tuple(
        make_statement(r.id, r.text, {"A": r.by_group["A"].agree, "B": r.by_group["B"].agree})
        for r in groups.statements
    )
    return replace(groups, groups=groups.groups[:2], statements=statements, n_participants=12)


def asked(workshop: Workshop) -> list[dict[str, Any]]:
    jobs = store.load_open_jobs(workshop)
    assert {job.kind for job in jobs} <= {"opinions"}
    return [dict(job.payload) for job in jobs]


# Groups


def test_a_small_group_is_not_shown_by_itself(voted: Workshop, open_screen: Open) -> None:
    view = look(open_screen, voted)

    assert [group["id"] for group in view["groups"]] == ["A", "B"]
    assert [layer["letter"] for layer in view["map"]["layers"]] == ["A", "B"]
    assert [len(layer["points"]) for layer in view["map"]["layers"]] == [6, 6]
    assert view["map"]["left_out"] == "3 osallistujaa ei ole kartalla."
    assert view["n_small"] == 1
    assert "C" not in {column["id"] for column in view["columns"]}


def test_no_participant_is_named_to_the_page(voted: Workshop, open_screen: Open) -> None:
    assert "'o1" not in repr(look(open_screen, voted))


def test_a_group_is_called_what_people_call_it(voted: Workshop, open_screen: Open) -> None:
    session = open_screen("mielipideryhmat", voted)
    seq = store.last_seq(voted)

    view = do(session, "name_group", group_id="A", name="Iltabussin väki", seq=seq)["view"]

    assert view["groups"][0]["title"] == "Ryhmä A: Iltabussin väki"


def test_what_tells_a_group_from_the_others_is_said_with_the_counts_of_both() -> None:
    first, second = view_of(without_small(make_groups()))["groups"]

    assert [line["words"] for line in first["lines"] + second["lines"]] == [
        "samaa mieltä useammin kuin muut:",
        "eri mieltä useammin kuin muut:",
    ]
    assert first["lines"][0]["counts"] == "ryhmä: 6/6, muut: alle 5/6"
    assert first["share"] == "6/12"


def test_counts_of_the_others_are_kept_when_they_would_show_a_small_group() -> None:
    for group in view_of(make_groups())["groups"]:
        assert all("muut:" not in line["counts"] for line in group["lines"])


def test_a_side_the_others_take_as_often_is_not_said_to_tell_the_group_apart() -> None:
    groups = replace(make_groups(), representative={"B": (("s1", "agree"),)})

    assert view_of(groups)["groups"][1]["lines"][0]["words"] == "samaa mieltä niin kuin muutkin:"


def test_what_nearly_all_agree_on_is_not_said_to_be_disagreed_with() -> None:
    groups = without_small(make_groups())
    shared = replace(
        groups.statements[0],
        by_group={
            "A": Counts(agree=95, disagree=3, passes=2),
            "B": Counts(agree=93, disagree=4, passes=3),
        },
    )
    told = replace(
        groups,
        statements=(shared, *groups.statements[1:]),
        representative={"B": ((shared.id, "disagree"),)},
    )

    [line] = view_of(told)["groups"][1]["lines"]

    assert line["words"] == "samaa mieltä niin kuin muutkin:"
    assert line["counts"] == "ryhmä: 93/100 (93\xa0%), muut: 95/100 (95\xa0%)"


def test_of_groups_nobody_is_listed_in_only_the_least_size_is_said() -> None:
    unlisted = tuple(
        replace(group, participant_ids=(), most_votes=n)
        for group, n in zip(make_groups().groups, (7, 6, 3), strict=True)
    )

    view = view_of(replace(make_groups(), groups=unlisted))

    assert [group["count"] for group in view["groups"]] == [
        "vähintään 7 osallistujaa",
        "vähintään 6 osallistujaa",
    ]
    assert [layer["number"] for layer in view["map"]["layers"]] == [-1]
    assert len(view["map"]["layers"][0]["points"]) == 15
    assert view["map"]["layers"][0]["hull"] == []


@pytest.mark.parametrize(
    ("count", "n", "words"),
    [
        pytest.param(5, 29, "5/29", id="too few for a share"),
        pytest.param(4, 60, "alle 5/60", id="few"),
        pytest.param(5, 30, "5/30 (17\xa0%)", id="enough"),
        pytest.param(5, 40, "5/40 (13\xa0%)", id="half is rounded up"),
        pytest.param(1200, 2400, "1\xa0200/2\xa0400 (50\xa0%)", id="thousands"),
    ],
)
def test_a_share_of_few_is_a_count(count: int, n: int, words: str) -> None:
    assert counted(count, n) == words


# How the groups were made


@pytest.mark.parametrize(
    ("similarity", "words", "caution"),
    [
        pytest.param(None, "", False, id="nothing to compare with"),
        pytest.param(0.56, "0,56", True, id="different"),
        pytest.param(0.97, "0,97", False, id="nearly the same"),
        pytest.param(-0.02, "0,00", True, id="unrelated"),
    ],
)
def test_groups_are_called_one_way_of_dividing_when_another_way_differs(
    similarity: float | None, words: str, caution: bool
) -> None:
    made = view_of(replace(make_groups(), similarity=similarity))["made"]

    assert words in "\n".join(made["lines"])
    assert any("yksi tapa jakaa" in line for line in made["lines"]) is caution
    assert made["can_import"] is (similarity is not None)


def test_where_the_groups_come_from_and_how_they_hold_is_said_in_words() -> None:
    made = view_of(replace(make_groups(), mode="imported", stability=0.874))["made"]

    assert made["from"].startswith("Nämä ovat Poliksen ryhmät")
    assert "40\xa0%" in made["lines"][0]
    assert "pysyi yhdessä 87\xa0%" in made["lines"][1]


@pytest.mark.parametrize(
    ("action", "args", "payload"),
    [
        ("compute", {}, {}),
        ("recompute", {"n_groups": 0}, {"recompute": True}),
        ("recompute", {"n_groups": 3}, {"n_groups": 3}),
        ("use_imported", {}, {"imported": True}),
    ],
)
def test_groups_are_computed_as_asked_and_once(
    action: str, args: dict[str, int], payload: object, voted: Workshop, open_screen: Open
) -> None:
    session = open_screen("mielipideryhmat", voted)

    answer = do(session, action, **args)
    do(session, action, **args)

    assert asked(voted) == [payload]
    assert answer["frame"]["jobs"][0]["kind"] == "opinions"


# Statements


def test_statements_stand_from_uniting_to_dividing_and_by_votes() -> None:
    view = view_of(make_groups())

    assert view["uniting_first"] == ["s1", "s3", "s2"]
    assert view["most_voted"] == ["s1", "s2", "s3"]
    assert view["rows"]["s2"]["all"]["n"] == 15
    assert [cell["main"] for cell in view["rows"]["s2"]["by"]] == ["alle 5 samaa mieltä"]


def test_statements_removed_by_moderators_are_counted_and_not_shown() -> None:
    groups = make_groups()
    removed = replace(groups.statements[1], moderated=-1)

    statements = (groups.statements[0], removed)

    view = view_of(replace(groups, statements=statements, uncertain=("s2", "s1")))

    assert list(view["rows"]) == view["most_voted"] == ["s1"]
    assert view["tables"][3]["ids"] == ["s1"]
    assert view["facts"][2:] == ["1 väite käytössä", "moderaattori poisti 1 väitteen"]
    assert all(line["ref"] != removed.ref for g in view["groups"] for line in g["lines"])


def test_statements_many_passed_come_with_a_careful_word() -> None:
    tables = view_of(replace(make_groups(), uncertain=("s3", "s1")))["tables"]

    assert tables[3]["ids"] == ["s3", "s1"]
    assert "Ohita / neutraali" in tables[3]["help"]
    assert "epävarma" not in tables[3]["title"]


# Checks of the import

CHECKS = (
    Check(code="sign", passed=True, message="Etumerkki on oikein."),
    Check(code="counts", passed=False, message="Äänimäärä on eri."),
    Check(code="summary", passed=None, message="Yhteenveto puuttuu."),
)


def test_checks_are_those_of_the_file_the_groups_are_from(
    evening: Workshop, open_screen: Open
) -> None:
    propose_groups(evening, checks=CHECKS)

    checks = look(open_screen, evening)["checks"]

    assert [check["passed"] for check in checks] == [True, False, None]
    assert checks[1]["text"] == "Äänimäärä on eri."


def test_no_checks_are_no_list(voted: Workshop, open_screen: Open) -> None:
    assert look(open_screen, voted)["checks"] == []


# Rounds


def test_the_rounds_that_were_compared_are_shown(voted: Workshop, open_screen: Open) -> None:
    counts = Counts(agree=6, disagree=9, passes=0)
    change = StatementChange(id="s1", text="Bussit", before=counts, after=counts)
    rounds = RoundComparison(
        same_people=False,
        n_before=20,
        n_after=15,
        n_both=0,
        n_votes_before=60,
        n_votes_after=45,
        n_moved=0,
        changes=(change,),
        new=("s2",),
        gone=(),
    )
    payload = {
        "result": store.to_plain(make_groups()),
        "source_id": "polis",
        "rounds": store.to_plain(rounds),
    }
    assert look(open_screen, voted)["rounds"] is None

    store.append_event(voted, EventKind.OPINION_GROUPS_PROPOSED, payload, actor=store.MACHINE)

    assert look(open_screen, voted)["rounds"]["sizes"][0][1:] == ("20", "15")
