"""Errors of every gate stop the final document; working copies say so and carry the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit import workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import UnreviewedDraft

KIND = "tyopajan-yhteenveto"
pytestmark = pytest.mark.models


def edit(workshop: Workshop, text: str) -> None:
    draft = workflow.load_draft(workshop, type=KIND)
    block = next(block for block in draft.blocks if block.is_finding)
    payload = {"type": KIND, "block_id": block.id, "text": text.format(ref=draft.sources[0].ref)}
    workflow.decide(workshop, EventKind.PARAGRAPH_EDITED, payload, actor="Aino")


def working_copy(workshop: Workshop) -> str:
    path = workflow.publish_document(
        workshop, type=KIND, format="html", working_copy=True, actor="Aino"
    )
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("Jonot ovat pitkiä [T9-999].", "G1"),
        ("Näin sanottiin: ”aikaa ei saa ikinä mistään lainkaan” [{ref}].", "G2"),
        ("Kaksi nuorta toivoi iltoja [{ref}].", "G5"),
        ("Soita 040 123 4567 [{ref}].", "G6"),
    ],
)
def test_an_error_of_any_gate_stops_the_final_document(
    walked_copy: Workshop, text: str, gate: str
) -> None:
    edit(walked_copy, text)
    workflow.accept_waiting(walked_copy, type=KIND, actor="Aino")

    report = workflow.report_on(walked_copy, type=KIND, measure=False)
    assert gate in {found.gate for found in report.gates if found.level == "error"}
    assert not report.ok
    with pytest.raises(UnreviewedDraft):
        workflow.load_document(walked_copy, type=KIND)
    assert "on korjattava ennen hyväksymistä" in working_copy(walked_copy)


def test_a_working_copy_says_how_far_people_have_come(walked_copy: Workshop) -> None:
    unread = "Ihmiset eivät ole vielä tarkastaneet"
    assert unread in working_copy(walked_copy)
    edit(walked_copy, "Jono on laadukas [{ref}].")
    assert "Osasta kappaleita" in working_copy(walked_copy)
    workflow.accept_waiting(walked_copy, type=KIND, actor="Aino")
    html = working_copy(walked_copy)
    assert unread not in html
    assert "Ihmiset ovat päättäneet jokaisesta kappaleesta." in html
    # what was accepted with a remark is still told of
    assert "Huomautus, kappaleesta on päätetty." in html
    assert "Tarkistusraportti" in html
    path = workflow.publish_document(walked_copy, type=KIND, format="html", actor="Aino")
    assert "Tarkistusraportti" not in path.read_text(encoding="utf-8")


def test_coverage_is_measured_with_the_language_model(
    walked_copy: Workshop, tmp_path: Path
) -> None:
    report = workflow.report_on(walked_copy, type=KIND)
    again = workflow.report_on(walked_copy, type=KIND)
    assert report == again
    assert report.coverage is not None
    assert report.coverage.n_notes == len(workflow.load_findings(walked_copy).notes)
    assert {row.by for row in report.coverage.rows} == {"group", "source", "length"}
    path = workflow.write_report(report, tmp_path / "raportti.html")
    assert "Kenen ääni näkyy" in path.read_text(encoding="utf-8")


def test_remarks_in_a_working_copy_are_in_the_language_of_the_document(
    walked_copy: Workshop,
) -> None:
    kind = "julkilausuma"
    workflow.update_draft(walked_copy, type=kind, language="sv")

    html = workflow.publish_document(
        walked_copy, type=kind, format="html", working_copy=True, actor="Aino"
    ).read_text(encoding="utf-8")

    assert "Inget stycke nämner" in html
    assert "Mikään kappale" not in html
