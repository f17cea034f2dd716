"""Blocks as text that a person edits, and back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.material import WORKSHOP, make_findings
from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Draft,
    NumberRun,
    QuoteRun,
    SourceNote,
    TextRun,
    Unit,
)
from toolkit.drafting import compose_draft, outline_names
from toolkit.paragraphs import block_text, bookmark_name, parse_text

SOURCES = (
    SourceNote(note_id="padlet:1", ref="T1-031", text="Jonot pois.", where=""),
    SourceNote(note_id="padlet:2", ref="K1-08", text="Aikoja lisää.", where=""),
)
REFS = {source.note_id: source.ref for source in SOURCES}
FOURTEEN = NumberRun(value=14, unit=Unit.NOTE, query="notes()", text="14\u00a0merkintää")
QUOTE = QuoteRun(note_id="padlet:1", start=0, end=10, text="Jonot pois")
BASE = (
    TextRun(text="Aiheesta on "),
    FOURTEEN,
    TextRun(text=", kuten "),
    QUOTE,
    TextRun(text=" "),
    CiteRun(note_ids=("padlet:1", "padlet:2")),
    TextRun(text="."),
)


def test_a_block_reads_as_a_sentence_with_its_citations() -> None:
    block = Block(id="b", kind=BlockKind.PARAGRAPH, runs=BASE)
    text = "Aiheesta on 14\u00a0merkintää, kuten ”Jonot pois” [T1-031, K1-08]."
    assert block_text(block, refs=REFS) == text
    assert block_text(block, refs=REFS, language="en").count("“") == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("On 14 merkintää ”Jonot pois” [T1-031].", {FOURTEEN, QUOTE}, id="all stand"),
        pytest.param("On 15 merkintää ”Jonot pois” [T1-031].", {QUOTE}, id="number changed"),
        pytest.param("On 14 merkintää ”Jonot heti pois”.", {FOURTEEN}, id="quote changed"),
        pytest.param("On 114 merkintää.", set(), id="another number ends alike"),
        pytest.param("On 2 14 merkintää.", set(), id="part of a larger number"),
        pytest.param("Jonot pois", set(), id="no quotation marks, no quote"),
    ],
)
def test_numbers_and_quotes_stay_bound_only_while_they_stand(text: str, kept: set[object]) -> None:
    runs = parse_text(text, SOURCES, base=BASE)
    assert {run for run in runs if isinstance(run, NumberRun | QuoteRun)} == kept


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        pytest.param("Niin [T1-031].", ("padlet:1",), id="one"),
        pytest.param("Niin [K1-08,  t1-031].", ("padlet:2", "padlet:1"), id="two, any case"),
        pytest.param("Niin [T9-999].", ("T9-999",), id="unknown but looks like one"),
        pytest.param("Niin [suora lainaus].", (), id="a remark in brackets"),
        pytest.param("Niin […] näin.", (), id="an omission"),
        pytest.param("Niin [].", (), id="empty"),
    ],
)
def test_citations(text: str, cited: tuple[str, ...]) -> None:
    runs = parse_text(text, SOURCES)
    assert tuple(i for run in runs if isinstance(run, CiteRun) for i in run.note_ids) == cited


@given(st.text())
def test_no_word_of_a_person_is_lost(text: str) -> None:
    runs = parse_text(text, SOURCES, base=BASE)
    block = Block(id="b", kind=BlockKind.PARAGRAPH, runs=runs)
    assert block_text(block, refs=REFS).casefold().split() == text.casefold().split()


@pytest.mark.parametrize("outline", outline_names())
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_text_that_nobody_touched_reads_back_as_it_was(outline: str, language: str) -> None:
    draft: Draft = compose_draft(
        make_findings(), outline=outline, workshop=WORKSHOP, language=language
    )
    refs = {source.note_id: source.ref for source in draft.sources}
    for block in draft.blocks:
        if not block.has_rows:
            text = block_text(block, refs=refs, language=language)
            assert parse_text(text, draft.sources, base=block.runs) == block.runs


@given(st.text())
def test_a_bookmark_is_a_name_word_takes(block_id: str) -> None:
    assert re.fullmatch(r"_[A-Za-z0-9_]{1,39}", bookmark_name(block_id))
