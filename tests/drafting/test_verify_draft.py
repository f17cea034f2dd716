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
from toolkit.drafting.typed import claims_how_many
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


OWN_WORDS = {"origin": "human", "is_finding": False}


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
            "error",
            id="a person counts",
        ),
        pytest.param(
            paragraph(TextRun(text="Lähes kaikki olivat tyytyväisiä."), **OWN_WORDS),
            "G1",
            "warning",
            id="a person says how large a part",
        ),
        pytest.param(
            paragraph(TextRun(text="Tyytyväisiä oli 80 %."), **OWN_WORDS),
            "G1",
            "warning",
            id="a person gives a share",
        ),
        pytest.param(paragraph(origin="human"), "G1", "error", id="an empty edit"),
        pytest.param(
            paragraph(TextRun(text="Jonot kasvoivat [t9–999] "), CITE, origin="human"),
            "G1",
            "error",
            id="a citation mistyped",
        ),
        pytest.param(
            paragraph(TextRun(text="Tätä sanottiin: ”Aivan turhaa” "), CITE, origin="human"),
            "G2",
            "warning",
            id="a short quote nobody wrote",
        ),
        pytest.param(
            paragraph(TextRun(text=" "), **OWN_WORDS), "G1", "error", id="an edit of spaces"
        ),
        pytest.param(
            paragraph(TextRun(text="Kysy: 040 123 4567 "), CITE, origin="human"),
            "G6",
            "error",
            id="a person types a telephone",
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
            paragraph(TextRun(text="Ilta pidettiin 7.10.2026 kirjastossa."), **OWN_WORDS),
            id="a person's own words without a claim",
        ),
        pytest.param(
            paragraph(number(38, "notes()", "38\u00a0merkintää"), **OWN_WORDS),
            id="a number that is counted needs no citation",
        ),
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


def spoil(findings: Findings) -> Findings:
    notes = tuple(
        replace(note, text="Soita iltaisin numeroon 040 123 4567.") if note.id == NOTE else note
        for note in findings.notes
    )
    return collect_findings(notes, findings.themes)


def test_a_masked_note_is_a_warning(findings: Findings, answer: Answer) -> None:
    (remark,) = check(spoil(findings), answer, paragraph(CITE))
    assert (remark.gate, remark.level) == ("G6", "warning")
    assert "T1-002" in remark.message


def test_personal_data_that_can_be_read_is_an_error(findings: Findings, answer: Answer) -> None:
    spoiled = spoil(findings)
    text = "numeroon 040 123 4567"
    quote = QuoteRun(note_id=NOTE, start=14, end=14 + len(text), text=text)
    remarks = check(spoiled, answer, paragraph(quote))
    assert ("G6", "error") in {(remark.gate, remark.level) for remark in remarks}
    bare = replace(source_notes(findings)[1], note_id=NOTE, text="Soita 040 123 4567.")
    draft = Draft(type="t", language="fi", title="T", blocks=(paragraph(CITE),), sources=(bare,))
    (remark,) = verify_draft(draft, findings=spoiled, answer=answer)
    assert (remark.gate, remark.level) == ("G6", "error")


def test_a_person_may_quote_a_note_as_the_appendix_shows_it(
    findings: Findings, answer: Answer
) -> None:
    words = TextRun(text="”Soita iltaisin numeroon [henkilötieto poistettu]” ")
    remarks = check(spoil(findings), answer, paragraph(words, CITE, origin="human"))
    assert {remark.level for remark in remarks} == {"warning"}


def test_a_note_that_is_no_more_is_named_by_its_label(findings: Findings, answer: Answer) -> None:
    gone = collect_findings(
        tuple(note for note in findings.notes if note.id != NOTE), findings.themes
    )
    draft = Draft(
        type="t",
        language="fi",
        title="T",
        blocks=(paragraph(CITE),),
        sources=source_notes(findings),
    )
    (remark,) = verify_draft(draft, findings=gone, answer=answer)
    assert "T1-002" in remark.message
    assert NOTE not in remark.message


@pytest.mark.parametrize(
    ("text", "is_claim"),
    [
        ("Enemmistö toivoi iltoja.", True),
        ("Suurin osa toivoi iltoja.", True),
        ("Ilta oli 7.10.2026, ks. ”kaikki mukaan” [T1-001].", False),
        ("De flesta ville ha kvällar.", True),
        ("Många ville ha kvällar.", False),
        ("Almost all wished for evenings.", True),
        ("Some wished for evenings.", False),
    ],
)
def test_words_that_claim_how_many(text: str, *, is_claim: bool) -> None:
    assert claims_how_many(text) is is_claim


def test_a_citation_must_stand_in_the_appendix(findings: Findings, answer: Answer) -> None:
    draft = Draft(type="t", language="fi", title="T", blocks=(paragraph(CITE),), sources=())
    (remark,) = verify_draft(draft, findings=findings, answer=answer)
    assert remark.gate == "G1"
    assert "T1-002" in remark.message
