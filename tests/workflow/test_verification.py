"""What people edit is held against the draft as composed, all the way to publishing."""

from __future__ import annotations

import pytest

from toolkit import workflow
from toolkit.domain import EventKind, NumberRun, Workshop
from toolkit.errors import UnreviewedDraft
from toolkit.paragraphs import block_text


def test_numbers_changed_by_hand_stop_publishing(walked_copy: Workshop) -> None:
    kind = "tyopajan-yhteenveto"
    draft = workflow.load_draft(walked_copy, type=kind)
    refs = {source.note_id: source.ref for source in draft.sources}
    block = next(b for b in draft.blocks if b.id.startswith("teemat/") and b.id.endswith("/maara"))
    number = next(run for run in block.runs if isinstance(run, NumberRun))
    text = block_text(block, refs=refs).replace(number.text, "99\u00a0merkintää", 1)
    workflow.accept_waiting(walked_copy, type=kind, actor="Aino")

    edit = {"type": kind, "block_id": block.id, "text": text}
    workflow.decide(walked_copy, EventKind.PARAGRAPH_EDITED, edit, actor="Aino")

    (remark,) = [g for g in workflow.verify_present(walked_copy, type=kind) if g.level == "error"]
    assert (remark.gate, remark.block_id) == ("G3", block.id)
    assert f"99. Aineistossa: {number.value}" in remark.message
    with pytest.raises(UnreviewedDraft, match="99"):
        workflow.load_document(walked_copy, type=kind)
