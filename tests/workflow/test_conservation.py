"""Nothing is lost between the rows of the files and the published document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importers.exports import every_export
from toolkit import importers, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.paragraphs import cited_ids

TYPE = "tyopajan-yhteenveto"


def number_after(words: str, text: str) -> int:
    found = re.search(rf"{re.escape(words)} (\d+)\.", text)
    assert found, words
    return int(found[1])


@pytest.mark.models
def test_every_row_of_every_format_is_accounted_for_up_to_the_document(
    workshop: Workshop, tmp_path: Path
) -> None:
    paths = []
    for name, data in every_export().items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)

    receipts = [workflow.import_exports(workshop, [path], actor="Aino")[0] for path in paths]

    assert {one.format for one in receipts} == {known.name for known in importers.FORMATS}
    for one in receipts:
        used = one.notes + one.statements + one.merged + one.set_aside
        assert one.rows == used + len(one.skipped), one.name
        assert all(skipped.reason for skipped in one.skipped), one.name
    notes = workflow.load_notes(workshop)
    assert len(notes) == sum(one.notes for one in receipts)
    assert len({note.id for note in notes}) == len({note.ref for note in notes}) == len(notes)

    workflow.update_themes(workshop)
    payload = {"note_id": notes[0].id, "reason": "Kahteen kertaan"}
    workflow.decide(workshop, EventKind.NOTE_SET_ASIDE, payload, actor="Aino")
    present = workflow.load_present(workshop)
    themed = [note_id for theme in present.themes for note_id in theme.note_ids]
    assert sorted([*themed, *present.set_aside]) == sorted(note.id for note in notes)

    workflow.update_draft(workshop, type=TYPE)
    draft = workflow.load_draft(workshop, type=TYPE)
    cited = {key for block in draft.blocks for key in cited_ids(block)}
    in_use = {note.id for note in notes} - set(present.set_aside)
    page = workflow.publish_document(
        workshop, type=TYPE, format="html", working_copy=True, actor="Aino"
    ).read_text(encoding="utf-8")
    left = number_after("Merkintöjä, joita mikään kohta ei mainitse lähteenä:", page)
    assert left + len(cited & in_use) == len(in_use)
    assert number_after("Sivuun jätettyjä merkintöjä:", page) == 1
    rest = [theme for theme in present.themes if theme.is_rest]
    in_rest = sum(len(theme.note_ids) for theme in rest)
    assert number_after("Teemojen ulkopuolelle jääneitä merkintöjä:", page) == in_rest
