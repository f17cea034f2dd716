"""What findings show of notes and votes, and that every number of theirs can be counted again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.domain import (
    Counts,
    Finding,
    FindingKind,
    Findings,
    Note,
    OpinionGroup,
    OpinionGroups,
    StatementResult,
    Theme,
    Votes,
)
from toolkit.findings import answer_query, collect_findings
from toolkit.findings.themes import looks_like_proposal


def make_notes(n: int) -> tuple[Note, ...]:
    """Return notes n0, n1 … of three tables; every fifth is a proposal."""
    return tuple(
        Note(
            id=f"n{i}",
            text="Vuoroja pitäisi lisätä." if i % 5 == 0 else "Jono on pitkä.",
            group=f"Pöytä {i % 3}",
            prompt="Mikä toimii, mikä ei (ja miksi)?" if i % 2 else "Mitä pitää tehdä?",
        )
        for i in range(n)
    )


def make_theme(name: str, *numbers: int, central: tuple[int, ...] = ()) -> Theme:
    return Theme(
        id=name,
        label=name.capitalize(),
        note_ids=tuple(sorted(f"n{i}" for i in numbers)),
        central_ids=tuple(f"n{i}" for i in central),
    )


def make_groups(
    sizes: Mapping[str, int], *votes: Mapping[str, tuple[int, int, int]], ungrouped: int = 0
) -> OpinionGroups:
    """Return results from (agree, disagree, passes) by group; the group "" is the ungrouped."""
    results = []
    for number, by_group in enumerate(votes):
        total = np.array(list(by_group.values())).sum(axis=0)
        results.append(
            StatementResult(
                id=f"polis:x-{number}",
                text=f"Väite {number}",
                votes=_counts(total),
                by_group={g: _counts(by_group.get(g, (0, 0, 0))) for g in sizes},
                group_aware_consensus=0.5,
                group_aware_consensus_geometric=0.5,
                extremity=0.0,
            )
        )
    return OpinionGroups(
        mode="imported",
        n_participants=sum(sizes.values()) + ungrouped,
        n_votes=sum(result.votes.n for result in results),
        groups=tuple(
            OpinionGroup(id=g, participant_ids=tuple(f"{g}{i}" for i in range(size)))
            for g, size in sizes.items()
        ),
        statements=tuple(results),
        positions={},
        explained_variance=0.5,
    )


def _counts(numbers: object) -> Counts:
    agree, disagree, passes = (int(number) for number in numbers)  # type: ignore[attr-defined]
    return Counts(agree=agree, disagree=disagree, passes=passes)


def of_kind(findings: Findings, kind: FindingKind) -> list[Finding]:
    return [finding for finding in findings.items if finding.kind is kind]


def statements_of(groups: OpinionGroups, kind: FindingKind) -> list[str]:
    found = of_kind(collect_findings((), (), groups), kind)
    return [finding.statement_id.removeprefix("polis:x-") for finding in found]


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


def test_notes_that_are_not_in_use_are_in_no_finding() -> None:
    theme = make_theme("jonot", *range(20), central=(19, 0))
    found = collect_findings(make_notes(10), [theme, make_theme("pois", 11, 12)])
    assert found.themes[0].note_ids == tuple(sorted(f"n{i}" for i in range(10)))
    assert of_kind(found, FindingKind.THEME)[0].note_ids[0] == "n0"
    assert [finding.theme_id for finding in of_kind(found, FindingKind.THEME)] == ["jonot"]


@pytest.mark.parametrize(
    ("text", "is_proposal"),
    [
        ("Pitäisikö vuoroja olla enemmän?", True),
        ("Voisimme kysyä nuorilta.", True),
        ("EHDOTAN iltavastaanottoa", True),
        ("Toivoisin selkeämpää viestintää", True),
        ("Lisää kohtaamispaikkoja!", True),
        ("Jonot pitkiä. Lisää hoitajia.", True),
        ("Järjestettäisiin avoin ilta kerran kuussa", True),
        ("Det borde finnas mera tid.", True),
        ("Mer tid för unga", True),
        ("There should be more buses", True),
        ("Jono on pitkä.", False),
        ("Tämä lisää jonoja.", False),
        ("Asiat hoituivat uusiin tiloihin muuttaessa", False),
        ("Bra bemötande", False),
        ("It could rain", False),
    ],
)
def test_what_reads_as_a_proposal(text: str, is_proposal: bool) -> None:
    assert looks_like_proposal(text) is is_proposal


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
        pytest.param({"A": 25, "B": 4}, {"A": (20, 5, 0), "B": (0, 4, 0)}, "uniting", id="small"),
        pytest.param({"A": 4, "B": 4}, {"A": (20, 0, 0), "B": (20, 0, 0)}, "", id="only small"),
    ],
)
def test_what_a_statement_shows(
    sizes: dict[str, int], votes: dict[str, tuple[int, int, int]], kinds: str
) -> None:
    found = collect_findings((), (), make_groups(sizes, votes))
    assert [str(finding.kind) for finding in found.items] == kinds.split()


def test_six_strongest_of_a_kind() -> None:
    votes = [{"A": (12 + n, 8 - n, 0), "B": (12, 8, 0)} for n in range(8)]
    groups = make_groups(A20, *votes)
    assert statements_of(groups, FindingKind.UNITING) == ["7", "6", "5", "4", "3", "2"]
    divided = [{"A": (10 + n, 10 - n, 0), "B": (1, 10, 9)} for n in range(8)]
    assert statements_of(make_groups(A20, *divided), FindingKind.DIVIDING) == list("765432")


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


def test_groups_of_other_votes_are_refused() -> None:
    groups = make_groups(A20, {"A": (1, 0, 0)})
    none = np.array([], dtype=np.int32)
    votes = Votes(
        statements=(), participant_ids=(), participant=none, statement=none, value=none.astype("i1")
    )
    with pytest.raises(ValueError, match="0 votes"):
        collect_findings((), (), groups, votes)


SPLITS = st.lists(st.integers(0, 4), max_size=40)
VOTES = st.dictionaries(
    st.sampled_from(["A", "B", "C", ""]), st.tuples(*[st.integers(0, 40)] * 3), min_size=1
)


@settings(deadline=None)
@given(
    split=SPLITS,
    sizes=st.dictionaries(st.sampled_from("ABC"), st.integers(1, 45), min_size=1),
    votes=st.lists(VOTES, max_size=8),
)
def test_every_number_can_be_counted_again(
    split: list[int], sizes: dict[str, int], votes: list[dict[str, tuple[int, int, int]]]
) -> None:
    themes = [
        make_theme(name, *(i for i, theme in enumerate(split) if theme == number))
        for number, name in enumerate(["t-1", "t-2", "t-3", "muut"])
    ]
    found = collect_findings(make_notes(len(split)), themes, make_groups(sizes, *votes))
    blind = replace(found, items=())
    for finding in found.items:
        for query, number in finding.numbers.items():
            assert answer_query(query, blind) == number
    assert len({finding.id for finding in found.items}) == len(found.items)
    mirrored = collect_findings(make_notes(len(split)), themes[::-1], make_groups(sizes, *votes))
    assert mirrored == found


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("notes()", 40),
        ("notes(theme=jonot)", 10),
        ("notes(theme=muut)", 0),
        ("notes(prompt=Mikä toimii, mikä ei (ja miksi)?)", 20),
        ("notes(prompt=Mikä toimii, mikä ei (ja miksi)?,group=Pöytä 1)", 7),
        ("notes(theme=jonot, group=Pöytä 0)", 4),
        ("notes(group=Pöytä 9)", 0),
        ("tables()", 3),
        ("tables(theme=jonot)", 3),
        ("themes()", 1),
        ("percent(notes,theme=jonot)", 25),
        ("participants()", 66),
        ("participants(group=A)", 40),
        ("groups()", 3),
        ("statements()", 2),
        ("statements(moderated=0)", 2),
        ("statements(moderated=-1)", 0),
        ("votes()", 96),
        ("votes(statement=polis:x-0)", 60),
        ("passes(statement=polis:x-0,group=B)", 1),
        ("percent(agree,statement=polis:x-0)", 68),
        ("percent(agree,statement=polis:x-0,group=A)", 83),
    ],
)
def test_queries(query: str, answer: int) -> None:
    assert answer_query(query, MATERIAL) == answer


@pytest.mark.parametrize(
    "query",
    [
        "",
        "notes",
        "notes()x",
        "people()",
        "notes(theme=t-9)",
        "notes(statement=polis:x-0)",
        "notes(theme=jonot,theme=muut)",
        "notes(jonot)",
        "votes(statement=polis:x-9)",
        "agree()",
        "agree(group=A)",
        "agree(statement=polis:x-0,group=D)",
        "statements(moderated=-1,group=A)",
        "percent(notes)",
        "percent(votes,statement=polis:x-0)",
        "percent(agree)",
        "percent()",
    ],
)
def test_unknown_queries(query: str) -> None:
    with pytest.raises(ValueError, match="no answer"):
        answer_query(query, MATERIAL)


def test_shares_of_few_and_groups_of_few_have_no_answer() -> None:
    with pytest.raises(ValueError, match="share of 20"):
        answer_query("percent(agree,statement=polis:x-0,group=B)", MATERIAL)
    for query in ("participants(group=C)", "agree(statement=polis:x-0,group=C)"):
        with pytest.raises(ValueError, match="no answer"):
            answer_query(query, MATERIAL)


def test_nobody_voted() -> None:
    found = collect_findings(make_notes(3), [])
    assert found.items == ()
    assert answer_query("notes()", found) == 3
    with pytest.raises(ValueError, match="no answer"):
        answer_query("votes()", found)


MATERIAL = collect_findings(
    make_notes(40),
    [make_theme("jonot", *range(10)), make_theme("muut")],
    make_groups(
        {"A": 40, "B": 20, "C": 4},
        {"A": (33, 5, 2), "B": (8, 11, 1)},
        {"A": (30, 0, 0), "B": (0, 6, 0)},
        ungrouped=2,
    ),
)
