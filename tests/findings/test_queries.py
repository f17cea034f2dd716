"""Every number of a finding can be counted again from the material."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.findings.material import (
    make_groups,
    make_notes,
    make_theme,
)
from toolkit.domain import (
    Votes,
)
from toolkit.findings import answer_query, collect_findings


def test_groups_of_other_votes_are_refused() -> None:
    groups = make_groups({"A": 20, "B": 20}, {"A": (1, 0, 0)})
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
