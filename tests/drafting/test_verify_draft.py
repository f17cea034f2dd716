"""What the verification catches, and what it lets people say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Draft,
    Findings,
    Gate,
    NumberRun,
    QuoteRun,
    TextRun,
    Unit,
)
from toolkit.drafting import source_notes, verify_draft
from toolkit.findings import collect_findings

Answer = Callable[[str], int]
NOTE = "padlet:0002"
WORDS = "Takaisinsoitto tuli vasta kolmantena päivänä, eikä puhelin silloin ollut kädessä."


def paragraph(*runs: object, origin: str = "template", is_finding: bool = True) -> Block:
    return Block(
        id="s/x/y", kind=BlockKind.PARAGRAPH, runs=runs, origin=origin, is_finding=is_finding
    )


def check(findings: Findings, answer: Answer, block: Block) -> tuple[Gate, ...]:
    draft = Draft(
        type="t", language="fi", title="T", blocks=(block,), sources=source_notes(findings)
    )
    return verify_draft(draft, findings=findings, answer=answer)


CITE = CiteRun(note_ids=(NOTE,))


def number(value: int, query: str, text: str) -> NumberRun:
    return NumberRun(value=value, unit=Unit.NOTE, query=query, text=text)


@pytest.mark.parametrize(
    ("block", "gate", "level"),
    [
        pytest.param(
            paragraph(TextRun(text="Niin.")), "G1", "error", id="a finding without a source"
        ),
        pytest.param(
            paragraph(TextRun(text="Niin."), origin="human"), "G1", "warning", id="a person's own"
        ),
        pytest.param(paragraph(CiteRun(note_ids=("T1-999",))), "G1", "error", id="no such note"),
        pytest.param(
            paragraph(QuoteRun(note_id=NOTE, start=0, end=4, text="Toko")), "G2", "error", id="bent"
        ),
        pytest.param(
            paragraph(QuoteRun(note_id="x", start=0, end=4, text="Taka")), "G2", "error", id="whose"
        ),
        pytest.param(
            paragraph(TextRun(text="”Puhelin oli aina silloin kädessä” "), CITE, origin="human"),
            "G2",
            "error",
            id="a person misquotes",
        ),
        pytest.param(
            paragraph(number(39, "notes()", "39 merkintää"), CITE), "G3", "error", id="miscounted"
        ),
        pytest.param(
            paragraph(number(38, "notes()", "39 merkintää"), CITE), "G3", "error", id="miswritten"
        ),
        pytest.param(
            paragraph(number(38, "kissat()", "38 merkintää"), CITE), "G3", "error", id="uncountable"
        ),
        pytest.param(
            paragraph(TextRun(text="Merkintöjä on 41 "), CITE, origin="human"),
            "G3",
            "warning",
            id="a person counts",
        ),
    ],
)
def test_remarks(findings: Findings, answer: Answer, block: Block, gate: str, level: str) -> None:
    remarks = check(findings, answer, block)
    assert (gate, level) in {(remark.gate, remark.level) for remark in remarks}
    assert all(remark.block_id == "s/x/y" and remark.message for remark in remarks)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(paragraph(TextRun(text="Ohje."), is_finding=False), id="no claim"),
        pytest.param(
            paragraph(QuoteRun(note_id=NOTE, start=0, end=len(WORDS), text=WORDS)), id="quote"
        ),
        pytest.param(
            paragraph(number(38, "notes()", "38\u00a0merkintää"), CITE), id="counted right"
        ),
        pytest.param(
            paragraph(
                TextRun(text="Soitto tuli ”vasta kolmantena päivänä, eikä puhelin” vastannut "),
                CITE,
                origin="human",
            ),
            id="a person quotes right",
        ),
        pytest.param(
            paragraph(
                TextRun(text="”Takaisinsoitto tuli […] eikä puhelin silloin ollut kädessä” "),
                CITE,
                origin="human",
            ),
            id="a person shortens openly",
        ),
        pytest.param(
            paragraph(TextRun(text="Teema ”Yhteydenotto ja neuvonta” on "), CITE, origin="human"),
            id="a theme is no quote",
        ),
        pytest.param(
            paragraph(TextRun(text="Ilta oli 7.10.2026 ja 1. esitys "), CITE, origin="human"),
            id="dates and ordinals",
        ),
        pytest.param(
            paragraph(
                number(38, "notes()", "38 merkintää"),
                TextRun(text=", siis 38 "),
                CITE,
                origin="human",
            ),
            id="a number said twice",
        ),
    ],
)
def test_no_remark(findings: Findings, answer: Answer, block: Block) -> None:
    assert check(findings, answer, block) == ()


def test_a_note_with_personal_data_is_not_published(findings: Findings, answer: Answer) -> None:
    notes = tuple(
        replace(note, text="Soita 040 123 4567.") if note.id == NOTE else note
        for note in findings.notes
    )
    spoiled = collect_findings(notes, findings.themes)
    remarks = check(spoiled, answer, paragraph(CITE))
    assert [(remark.gate, remark.level) for remark in remarks] == [("G6", "error")]


def test_a_citation_must_stand_in_the_appendix(findings: Findings, answer: Answer) -> None:
    draft = Draft(type="t", language="fi", title="T", blocks=(paragraph(CITE),), sources=())
    (remark,) = verify_draft(draft, findings=findings, answer=answer)
    assert remark.gate == "G1"
    assert "T1-002" in remark.message
