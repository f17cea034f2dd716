"""What stakeholder groups share, where they differ, what one says alone; counted again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.drafting.stakeholders import notes_of, recount
from tests.findings.material import of_kind
from toolkit.domain import FindingKind
from toolkit.findings import answer_query

A, B, C, D = "Nuoret", "Vanhemmat", "Järjestöt", "Koulut"


def found(counts: Mapping[str, Mapping[str, int]], kind: FindingKind) -> list[tuple[str, ...]]:
    return [(item.theme_id, *item.groups) for item in of_kind(notes_of(counts), kind)]


def test_a_theme_in_three_groups_is_shared_with_those_who_say_most_of_it_first() -> None:
    counts = {"t-jonot": {A: 5, B: 6, C: 7, "": 9}, "t-kyydit": {A: 1, B: 1}, "muut": {C: 1, D: 5}}
    assert found(counts, FindingKind.SHARED) == [("t-jonot", C, B, A)]


def test_a_group_of_few_notes_shares_nothing_by_name() -> None:
    counts = {"t-jonot": {A: 5, B: 6, C: 4}, "t-kyydit": {A: 5, B: 6}}
    assert found(counts, FindingKind.SHARED) == []


@pytest.mark.parametrize(
    ("a", "b", "pair"),
    [
        pytest.param((8, 20), (4, 20), [("t-x", A, B)], id="exactly 20 points of 20 notes"),
        pytest.param((7, 20), (4, 20), [], id="15 points"),
        pytest.param((8, 20), (0, 19), [], id="one group has too few"),
        pytest.param((0, 30), (20, 40), [("t-x", B, A)], id="the other way"),
    ],
)
def test_a_contrast_needs_20_notes_of_both_and_20_points(
    a: tuple[int, int], b: tuple[int, int], pair: list[tuple[str, ...]]
) -> None:
    counts = {
        "t-x": {A: a[0], B: b[0]},
        "muut": {A: a[1] - a[0], B: b[1] - b[0]},
    }
    assert found(counts, FindingKind.CONTRAST) == pair


def test_what_one_group_alone_says_is_found_also_beside_notes_of_unknown_groups() -> None:
    counts = {
        "t-yhden": {A: 2, "": 3},
        "t-kahden": {A: 1, B: 1},
        "t-ei-kenenkaan": {"": 2},
        "muut": {A: 5, B: 5},
    }
    assert found(counts, FindingKind.LONE) == [("t-yhden", A)]


def test_with_one_group_nobody_is_alone() -> None:
    assert found({"t-x": {A: 6, "": 3}}, FindingKind.LONE) == []


def test_what_only_small_groups_say_is_found_without_their_names() -> None:
    counts = {"t-pienet": {C: 3, D: 2}, "t-suuret": {A: 6, B: 6}}
    assert found(counts, FindingKind.LONE) == [("t-pienet",)]


def test_every_number_can_be_counted_again() -> None:
    material = notes_of({"t-x": {A: 12, B: 3, C: 2, "": 1}, "t-y": {A: 20, B: 30, D: 4}})
    assert of_kind(material, FindingKind.CONTRAST)
    assert recount(material)


@pytest.mark.parametrize(
    ("query", "n"),
    [
        ("notes(row=small)", 5),
        ("notes(row=unknown)", 7),
        ("notes(theme=t-x,row=small)", 3),
        ("notes(theme=t-x,row=unknown)", 0),
        ("stakeholder_groups()", 2),
        ("stakeholder_groups(theme=t-x)", 1),
        ("notes(board=)", 26),
        ("notes(board=T9)", 0),
    ],
)
def test_rows_without_a_name_are_counted_together(query: str, n: int) -> None:
    counts = {"t-x": {A: 6, C: 3}, "t-y": {A: 2, B: 6, D: 2, "": 7}}
    assert answer_query(query, notes_of(counts)) == n
