"""A document type with several tables of contents keeps the one that people chose."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit import workflow
from toolkit.domain import BlockKind, Workshop
from toolkit.errors import NoSuchThing
from toolkit.workflow.outlines import OUTLINES

TYPE = "osallisuusohjelma"


def test_recomposing_keeps_the_preset_and_another_can_be_chosen(walked_copy: Workshop) -> None:
    draft, _gates = workflow.update_draft(walked_copy, type=TYPE)
    assert draft.preset == "popsote-2021"
    chosen, _gates = workflow.update_draft(walked_copy, type=TYPE, preset="satakunta-2024")
    assert chosen.preset == "satakunta-2024" != draft.preset
    again, gates = workflow.update_draft(walked_copy, type=TYPE)
    assert again == chosen == workflow.load_draft(walked_copy, type=TYPE)
    assert [gate for gate in gates if gate.level == "error"] == []

    workflow.accept_waiting(walked_copy, type=TYPE, actor="Aino")
    assert workflow.load_document(walked_copy, type=TYPE).type == TYPE
    back, _gates = workflow.update_draft(walked_copy, type=TYPE, preset="popsote-2021")
    assert back == draft


def test_an_unknown_preset_is_named_with_the_known_ones(walked_copy: Workshop) -> None:
    with pytest.raises(NoSuchThing, match=r"lappi.*popsote-2021, satakunta-2024"):
        workflow.update_draft(walked_copy, type=TYPE, preset="lappi")
    with pytest.raises(NoSuchThing, match="--preset"):
        workflow.update_draft(walked_copy, type="julkilausuma", preset="selko")


def test_an_outline_of_ones_own_takes_the_place_of_the_usual_contents_only(
    walked_copy: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = (
        'title = "Oma ohjelma"\n[[sections]]\nid = "alku"\nheading = "Alku"\nslots = ["dissent"]\n'
        '[[sections]]\nid = "loppu"\nheading = "Loppu"\nlevel = 2\nslots = ["next_steps"]\n'
    )
    (tmp_path / f"{TYPE}.toml").write_text(own, encoding="utf-8")
    workflow.update_draft(walked_copy, type=TYPE)
    monkeypatch.setenv(OUTLINES, str(tmp_path))
    mine, _gates = workflow.update_draft(walked_copy, type=TYPE)
    assert (mine.title, mine.preset) == ("Oma ohjelma", "")
    levels = [block.level for block in mine.blocks if block.kind is BlockKind.HEADING]
    assert levels == [1, 2]
    other, _gates = workflow.update_draft(walked_copy, type=TYPE, preset="satakunta-2024")
    assert other.preset == "satakunta-2024"
