"""An edit that falsifies the material never passes; one that only words it anew always does."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drafting.edits import Desk, Edit, falsified
from tests.material import WORKSHOP
from toolkit.domain import Findings
from toolkit.drafting import compose_draft

TYPES = ("tyopajan-yhteenveto", "julkilausuma")
DESKS: dict[str, Desk] = {}


def by_hand(name: str) -> list[tuple[str, Edit]]:
    path = Path(__file__).with_name(name)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        (outline, Edit("by hand", block_id, text))
        for outline, blocks in table.items()
        for block_id, texts in blocks.items()
        for text in texts
    ]


@pytest.fixture
def desk(findings: Findings, answer: Callable[[str], int]) -> Callable[[str], Desk]:
    def make(outline: str) -> Desk:
        if outline not in DESKS:
            draft = compose_draft(findings, outline=outline, workshop=WORKSHOP)
            DESKS[outline] = Desk(draft, findings, answer)
        return DESKS[outline]

    return make


@pytest.mark.parametrize("outline", TYPES)
def test_no_falsified_edit_passes(desk: Callable[[str], Desk], outline: str) -> None:
    made = desk(outline)
    edits = [edit for edit in falsified(made) if edit.text != made.texts[edit.block_id]]
    assert min(Counter(edit.kind for edit in edits).values()) > 0
    assert len(edits) > 200
    assert [edit for edit in edits if made.passes(edit)] == []


@pytest.mark.parametrize(("outline", "edit"), by_hand("false_edits.toml"))
def test_no_false_edit_by_hand_passes(
    desk: Callable[[str], Desk], outline: str, edit: Edit
) -> None:
    assert edit.block_id in desk(outline).texts
    assert not desk(outline).passes(edit)


@pytest.mark.parametrize(("outline", "edit"), by_hand("honest_edits.toml"))
def test_honest_edits_pass(desk: Callable[[str], Desk], outline: str, edit: Edit) -> None:
    assert edit.block_id in desk(outline).texts
    assert [gate for gate in desk(outline).remarks(edit) if gate.level == "error"] == []


@pytest.mark.parametrize("outline", TYPES)
def test_an_edit_that_changes_nothing_has_no_remarks(
    desk: Callable[[str], Desk], outline: str
) -> None:
    made = desk(outline)
    for block_id, text in made.texts.items():
        remarks = made.remarks(Edit("unchanged", block_id, text))
        assert [gate for gate in remarks if gate.gate != "G7"] == []  # of the draft as a whole
