"""What findings are collected: themes, proposals, and what statements show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.findings.material import (
    make_groups,
    make_notes,
    make_theme,
    of_kind,
    statements_of,
)
from toolkit.domain import FindingKind, NoteKind
from toolkit.findings import collect_findings


def test_themes_come_largest_first_and_the_rest_is_only_counted() -> None:
    themes = [
        make_theme("muut", 10, 11, 12, 13, 14, 15, 16),
        make_theme("pieni", 8, 9),
        make_theme("suuri", *range(6), central=(3, 1)),
        make_theme("sama", 20, 21),
    ]
    found = collect_findings(make_notes(40), themes)
    assert [theme.id for theme in found.themes] == ["suuri", "pieni", "sama", "muut"]
    first, *others = of_kind(found, FindingKind.THEME)
    assert first.id == "theme:suuri"
    assert first.note_ids == ("n3", "n1", "n0", "n2", "n4", "n5")
    assert [finding.theme_id for finding in others] == ["pieni", "sama"]
    assert first.numbers["notes(theme=suuri)"] == 6
    assert first.numbers["tables(theme=suuri)"] == 3
    assert first.numbers["notes()"] == 40
    assert first.numbers["notes(theme=muut)"] == 7
    assert first.numbers["themes()"] == 3
    assert first.numbers["percent(notes,theme=suuri)"] == 15


def test_small_themes_are_flagged_so_that_they_do_not_vanish() -> None:
    themes = [make_theme("suuri", *range(5)), make_theme("pieni", 5, 6, 7, 8)]
    found = collect_findings(make_notes(9), themes)
    assert [finding.id for finding in of_kind(found, FindingKind.MINORITY)] == ["minority:pieni"]
    # Where all are small, none is a minority.
    alike = collect_findings(make_notes(4), [make_theme("a", 0, 1), make_theme("b", 2, 3)])
    assert of_kind(alike, FindingKind.MINORITY) == []


def test_proposals_are_found_in_every_theme_also_in_the_rest() -> None:
    themes = [make_theme("jonot", 0, 1, 5, 6, central=(5,)), make_theme("muut", 10, 11)]
    found = of_kind(collect_findings(make_notes(12), themes), FindingKind.PROPOSAL)
    assert [(finding.id, finding.note_ids) for finding in found] == [
        ("proposal:jonot", ("n5", "n0")),
        ("proposal:muut", ("n10",)),
    ]


def test_a_note_whose_kind_is_known_is_a_proposal_by_its_kind() -> None:
    theme = make_theme("a", 0, 1, 2)
    kinds = {"n0": NoteKind.QUESTION, "n2": NoteKind.PROPOSAL}
    [found] = of_kind(collect_findings(make_notes(3), [theme], kinds=kinds), FindingKind.PROPOSAL)

    assert found.note_ids == ("n2",)


def test_notes_that_are_not_in_use_are_in_no_finding() -> None:
    theme = make_theme("jonot", *range(20), central=(19, 0))
    found = collect_findings(make_notes(10), [theme, make_theme("pois", 11, 12)])
    assert found.themes[0].note_ids == tuple(sorted(f"n{i}" for i in range(10)))
    assert of_kind(found, FindingKind.THEME)[0].note_ids[0] == "n0"
    assert [finding.theme_id for finding in of_kind(found, FindingKind.THEME)] == ["jonot"]


A20, B20 = {"A": 20, "B": 20}, {"A": 20, "B": 12}


@pytest.mark.parametrize(
    ("sizes", "votes", "kinds"),
    [
        pytest.param(A20, {"A": (12, 4, 4), "B": (18, 1, 1)}, "uniting", id="60 % in every group"),
        pytest.param(A20, {"A": (11, 4, 5), "B": (14, 3, 3)}, "", id="55 % in one group"),
        pytest.param(A20, {"A": (15, 0, 0), "B": (4, 0, 0)}, "", id="19 votes"),
        pytest.param(A20, {"A": (18, 0, 0), "B": (4, 0, 0)}, "", id="4 votes in a group"),
        pytest.param(A20, {"A": (15, 0, 0), "B": (5, 0, 0)}, "uniting", id="5 votes, 20 in all"),
        pytest.param(
            A20, {"A": (12, 8, 0), "B": (12, 8, 0), "": (0, 9, 0)}, "", id="not altogether"
        ),
        pytest.param(A20, {"A": (4, 12, 4), "B": (1, 18, 1)}, "rejected", id="rejected"),
        pytest.param(A20, {"A": (14, 6, 0), "B": (10, 10, 0)}, "dividing", id="exactly 20 points"),
        pytest.param(A20, {"A": (13, 7, 0), "B": (10, 10, 0)}, "", id="15 points"),
        pytest.param(A20, {"A": (19, 0, 0), "B": (0, 20, 0)}, "", id="19 votes in a group"),
        pytest.param(A20, {"A": (20, 0, 0), "B": (13, 7, 0)}, "uniting", id="unites, so no divide"),
        pytest.param(B20, {"A": (9, 1, 0), "B": (3, 3, 0)}, "dividing", id="few people, 40 points"),
        pytest.param(B20, {"A": (17, 3, 0), "B": (6, 6, 0)}, "", id="few people, 35 points"),
        pytest.param(A20, {"A": (6, 8, 6), "B": (6, 8, 6)}, "uncertain", id="30 % pass"),
        pytest.param(A20, {"A": (3, 3, 13)}, "", id="19 votes, most pass"),
        pytest.param({"A": 25, "B": 4}, {"A": (20, 5, 0), "B": (0, 4, 0)}, "", id="one group"),
        pytest.param(
            {"A": 25, "B": 4}, {"A": (5, 20, 0), "B": (0, 4, 0)}, "", id="one group rejects"
        ),
        pytest.param(
            {"A": 25, "B": 20, "C": 4},
            {"A": (20, 5, 0), "B": (20, 0, 0), "C": (0, 4, 0)},
            "uniting",
            id="two groups and a small one",
        ),
        pytest.param({"A": 4, "B": 4}, {"A": (20, 0, 0), "B": (20, 0, 0)}, "", id="only small"),
    ],
)
def test_what_a_statement_shows(
    sizes: dict[str, int], votes: dict[str, tuple[int, int, int]], kinds: str
) -> None:
    found = collect_findings((), (), make_groups(sizes, votes))
    assert [str(finding.kind) for finding in found.items] == kinds.split()


def test_every_statement_of_a_kind_is_found_strongest_first() -> None:
    votes = [{"A": (12 + n, 8 - n, 0), "B": (12, 8, 0)} for n in range(8)]
    groups = make_groups(A20, *votes)
    assert statements_of(groups, FindingKind.UNITING) == list("76543210")
    divided = [{"A": (10 + n, 10 - n, 0), "B": (1, 10, 9)} for n in range(8)]
    assert statements_of(make_groups(A20, *divided), FindingKind.DIVIDING) == list("76543210")


def test_rejected_and_background_statements_show_nothing() -> None:
    groups = make_groups(A20, *[{"A": (20, 0, 0), "B": (20, 0, 0)}] * 3)
    rejected, meta, kept = groups.statements
    statements = (replace(rejected, moderated=-1), replace(meta, is_meta=True), kept)
    assert statements_of(replace(groups, statements=statements), FindingKind.UNITING) == ["2"]


def test_small_groups_are_never_shown_nor_found_by_subtraction() -> None:
    sizes = {"A": 30, "B": 25, "C": 3}
    votes = {"A": (30, 0, 0), "B": (20, 5, 0), "C": (0, 3, 0)}
    [alone] = collect_findings((), (), make_groups(sizes, votes)).items
    assert "agree(statement=polis:x-0)" in alone.numbers
    assert "agree(statement=polis:x-0,group=A)" in alone.numbers
    # Everybody minus A and B would be the three of C, so B is not given either.
    assert not [query for query in alone.numbers if "group=B" in query or "group=C" in query]
    [hidden] = collect_findings((), (), make_groups(sizes, votes, ungrouped=6)).items
    assert "agree(statement=polis:x-0,group=B)" in hidden.numbers
    assert not [query for query in hidden.numbers if "group=C" in query]


@pytest.mark.parametrize(
    ("sizes", "ungrouped", "shown"),
    [
        pytest.param({"A": 30, "B": 25}, 0, ("A", "B"), id="all large"),
        pytest.param({"A": 30, "B": 25, "C": 3}, 0, ("A",), id="a handful outside"),
        pytest.param({"A": 30, "B": 25, "C": 3}, 6, ("A", "B"), id="more outside"),
        pytest.param({"A": 30, "B": 3}, 0, (), id="one large group"),
    ],
)
def test_groups_that_may_be_shown(
    sizes: dict[str, int], ungrouped: int, shown: tuple[str, ...]
) -> None:
    groups = make_groups(sizes, ungrouped=ungrouped)
    assert tuple(group.id for group in groups.shown_groups) == shown


def test_numbers_of_a_statement() -> None:
    votes = {"A": (35, 2, 3), "B": (24, 5, 0), "": (1, 0, 0)}
    groups = make_groups({"A": 40, "B": 30}, votes, ungrouped=2)
    [finding] = collect_findings((), (), groups).items
    assert finding.note_ids == (finding.statement_id,) == ("polis:x-0",)
    numbers = {q.replace("polis:x-0", "x"): number for q, number in finding.numbers.items()}
    assert numbers == {
        "participants()": 72,
        "statements()": 1,
        "votes()": 70,
        "groups()": 2,
        "participants(group=A)": 40,
        "participants(group=B)": 30,
        "votes(statement=x)": 70,
        "agree(statement=x)": 60,
        "disagree(statement=x)": 7,
        "passes(statement=x)": 3,
        "percent(agree,statement=x)": 86,
        "percent(disagree,statement=x)": 10,
        "percent(passes,statement=x)": 4,
        "votes(statement=x,group=A)": 40,
        "agree(statement=x,group=A)": 35,
        "disagree(statement=x,group=A)": 2,
        "passes(statement=x,group=A)": 3,
        "percent(agree,statement=x,group=A)": 88,  # 87.5 is rounded up
        "percent(disagree,statement=x,group=A)": 5,
        "percent(passes,statement=x,group=A)": 8,
        "votes(statement=x,group=B)": 29,  # too few for percentages
        "agree(statement=x,group=B)": 24,
        "disagree(statement=x,group=B)": 5,
        "passes(statement=x,group=B)": 0,
    }
