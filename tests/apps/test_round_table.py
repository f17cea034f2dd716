"""What the round table is to talk of: the tool's suggestion, as people change it."""

from __future__ import annotations

from typing import Any

from tests.apps.conftest import Open
from tests.apps.material import do
from toolkit import drafting, workflow
from toolkit.domain import Workshop


def talked_of(answer: dict[str, Any]) -> list[str]:
    return list(answer["view"]["talked_of"])


def digest(workshop: Workshop) -> str:
    findings = workflow.load_findings(workshop)
    draft = drafting.compose_draft(findings, outline="polis-kooste", workshop=workshop)
    return "\n".join(
        "".join(getattr(run, "text", "") for run in block.runs)
        for block in draft.blocks
        if block.id.endswith("/taken")
    )


def test_people_take_statements_to_the_table_and_leave_others_out(
    voted: Workshop, open_screen: Open
) -> None:
    session = open_screen("mielipideryhmat", voted)
    first = do(session, "look")["view"]
    assert talked_of({"view": first}) == []  # nothing unites or divides so few

    def choose(key: str, *, taken: bool) -> dict[str, Any]:
        seq = do(session, "look")["view"]["seq"]
        return do(session, "choose_statement", statement_id=key, taken=taken, seq=seq)

    choose("s2", taken=True)
    both = choose("s1", taken=True)
    left = choose("s2", taken=False)

    assert talked_of(both) == ["s1", "s2"]
    assert talked_of(left) == ["s1"]
    assert first["rows"]["s1"]["text"].rstrip(".") in digest(voted)
    assert first["rows"]["s2"]["text"].rstrip(".") not in digest(voted)

    undone = do(session, "undo", event_seq=left["frame"]["undo"]["seq"])
    assert talked_of(undone) == ["s1", "s2"]


def test_a_statement_that_is_not_there_is_said(voted: Workshop, open_screen: Open) -> None:
    session = open_screen("mielipideryhmat", voted)

    answer = do(session, "choose_statement", statement_id="s99", taken=True, seq=5)

    assert answer["refused"]
