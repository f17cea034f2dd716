"""What people recorded can be counted again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.drafting.proceedings import CASES, MIXED, PROPOSING
from tests.material import make_findings
from toolkit.domain import NoteKind
from toolkit.findings import answer_query

COUNTS = {
    "proposals()": 11,
    "proposals(decided=no)": 7,
    "proposals(planned=no)": 9,
    "decisions()": 4,
    "decisions(outcome=adopted)": 2,
    "decisions(outcome=not_advancing)": 1,
    "bodies()": 4,
    "bodies(way=submission)": 1,
    "bodies(way=none)": 1,
    "amendments()": 4,
    "amendments(answer=taken)": 1,
    "amendments(answer=none)": 1,
    "amendments(section=arvot)": 1,
    "amendments(section=)": 1,
}


@pytest.mark.parametrize(("query", "n"), COUNTS.items())
def test_a_record_is_counted(query: str, n: int) -> None:
    assert answer_query(query, replace(make_findings(), proceedings=MIXED)) == n


@pytest.mark.parametrize("query", COUNTS)
def test_nothing_recorded_counts_nothing_but_proposals(query: str) -> None:
    is_proposal = query.startswith("proposals(")
    assert answer_query(query, make_findings()) == (len(PROPOSING) if is_proposal else 0)


@pytest.mark.parametrize(
    "query",
    ["decisions(outcome=maybe)", "bodies(way=letter)", "proposals(decided=yes)", "bodies(theme=x)"],
)
def test_an_unknown_limit_has_no_answer(query: str) -> None:
    with pytest.raises(ValueError, match=r"no answer|is not a valid"):
        answer_query(query, make_findings())


def test_what_is_out_of_use_is_not_counted_and_a_kind_is_believed() -> None:
    gone = replace(make_findings(), proceedings=CASES["of things that are gone"])
    assert answer_query("decisions()", gone) == 0
    kinds = {PROPOSING[0]: NoteKind.WORRY, "padlet:0002": NoteKind.PROPOSAL}
    found = replace(make_findings(), kinds=kinds)
    assert answer_query("proposals()", found) == len(PROPOSING)
    assert answer_query("proposals()", replace(found, kinds={PROPOSING[0]: NoteKind.WORRY})) == 9
