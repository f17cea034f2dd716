"""Only what somebody has accepted or written becomes a document."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.material import WORKSHOP, make_findings
from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Decision,
    Draft,
    NumberRun,
    Review,
    TextRun,
)
from toolkit.drafting import compose_draft, source_notes
from toolkit.errors import UnreviewedDraft
from toolkit.paragraphs import block_text, cited_ids
from toolkit.review import apply_edits, apply_reviews, waiting

START = dt.datetime(2026, 10, 20, 9, 0, tzinfo=dt.UTC)
FINDINGS = make_findings()
DRAFT = compose_draft(FINDINGS, workshop=WORKSHOP)
COUNT = "teemat/t-koti/maara"


def decide(
    block_id: str, decision: Decision, *, text: str = "", minutes: int = 0, author: str = "Aino"
) -> Review:
    made_at = START + dt.timedelta(minutes=minutes)
    return Review(block_id=block_id, decision=decision, text=text, author=author, made_at=made_at)


def accept_all(draft: Draft = DRAFT) -> list[Review]:
    return [decide(block_id, Decision.ACCEPT) for block_id in waiting(draft, ())]


def by_id(blocks: tuple[Block, ...], block_id: str) -> Block:
    return next(block for block in blocks if block.id == block_id)


def test_a_draft_nobody_has_read_is_no_document() -> None:
    with pytest.raises(UnreviewedDraft) as error:
        apply_reviews(DRAFT, ())
    assert "“Tiivistelmä”" in str(error.value)
    assert str(len(waiting(DRAFT, ()))) in str(error.value)


def test_one_paragraph_that_waits_is_enough_to_stop() -> None:
    reviews = [review for review in accept_all() if review.block_id != COUNT]
    assert waiting(DRAFT, reviews) == (COUNT,)
    with pytest.raises(UnreviewedDraft, match="Kotihoito arjessa"):
        apply_reviews(DRAFT, reviews)


def test_what_everybody_accepts_stays_as_it_was() -> None:
    document = apply_reviews(DRAFT, [*accept_all(), decide(COUNT, Decision.ACCEPT, author="Eero")])
    assert document.blocks == DRAFT.blocks
    assert document.sources == DRAFT.sources
    assert document.accepted_by == ("Aino", "Eero")


def test_headings_need_no_decision() -> None:
    assert not any(block_id.endswith("/otsikko") for block_id in waiting(DRAFT, ()))


def test_a_rejected_paragraph_takes_its_sources_along() -> None:
    document = apply_reviews(
        DRAFT, [*accept_all(), decide("teemat/muut/maara", Decision.REJECT, minutes=1)]
    )
    assert "teemat/muut/maara" not in {block.id for block in document.blocks}
    assert "T1-035" not in {source.ref for source in document.sources}


def test_a_heading_stays_only_while_something_stands_under_it() -> None:
    section = [b.id for b in DRAFT.blocks if b.id.startswith("teemat/t-koti/") and b.needs_decision]
    rejected = [decide(block_id, Decision.REJECT, minutes=1) for block_id in section]
    ids = {block.id for block in apply_reviews(DRAFT, [*accept_all(), *rejected]).blocks}
    assert "teemat/t-koti/otsikko" not in ids
    assert {"teemat/otsikko", "teemat/t-yhteys/otsikko"} <= ids


def test_a_document_without_a_paragraph_is_none() -> None:
    everything = [decide(block_id, Decision.REJECT) for block_id in waiting(DRAFT, ())]

    with pytest.raises(UnreviewedDraft, match="rejected"):
        apply_reviews(DRAFT, everything)


def test_who_only_rejected_has_not_accepted_the_text() -> None:
    against = decide(COUNT, Decision.REJECT, minutes=5, author="Vastustaja")

    assert "Vastustaja" not in apply_reviews(DRAFT, [*accept_all(), against]).accepted_by


def test_an_edit_says_what_the_person_wrote_and_keeps_what_still_stands() -> None:
    text = "Kotihoidosta kirjoitettiin paljon: 11\u00a0merkintää [T1-014, T1-015]."
    document = apply_reviews(DRAFT, [*accept_all(), decide(COUNT, Decision.EDIT, text=text)])
    block = by_id(document.blocks, COUNT)
    assert block.origin == "human"
    assert block_text(block, refs={s.note_id: s.ref for s in document.sources}) == text
    assert [run.value for run in block.runs if isinstance(run, NumberRun)] == [11]
    assert cited_ids(block) == ("padlet:0014", "padlet:0015")


def test_a_citation_that_the_person_took_away_is_gone() -> None:
    document = apply_reviews(
        DRAFT, [*accept_all(), decide(COUNT, Decision.EDIT, text="Kotihoidosta kirjoitettiin.")]
    )
    block = by_id(document.blocks, COUNT)
    assert block.runs == (TextRun(text="Kotihoidosta kirjoitettiin."),)
    assert block.is_finding


def test_an_edit_may_cite_a_note_that_the_draft_does_not() -> None:
    reviews = [*accept_all(), decide(COUNT, Decision.EDIT, text="Kiitostakin tuli [T1-019].")]
    entries = source_notes(FINDINGS)
    document = apply_reviews(DRAFT, reviews, sources=entries)
    assert CiteRun(note_ids=("padlet:0019",)) in by_id(document.blocks, COUNT).runs
    assert "T1-019" in {source.ref for source in document.sources}
    assert list(document.sources) == [entry for entry in entries if entry in document.sources]


def test_the_latest_decision_stands_whatever_the_order_of_the_lines() -> None:
    late = decide(COUNT, Decision.ACCEPT, minutes=9)
    early = decide(COUNT, Decision.REJECT, minutes=5)
    for lines in ([early, late], [late, early]):
        ids = {block.id for block in apply_edits(DRAFT, lines).blocks}
        assert COUNT in ids
    same = [decide(COUNT, Decision.ACCEPT), decide(COUNT, Decision.REJECT)]
    assert COUNT not in {block.id for block in apply_edits(DRAFT, same).blocks}


def test_a_table_is_edited_line_by_line() -> None:
    table = next(block for block in DRAFT.blocks if block.kind is BlockKind.TABLE)
    refs = {source.note_id: source.ref for source in DRAFT.sources}
    lines = block_text(table, refs=refs).splitlines()
    untouched = apply_edits(DRAFT, [decide(table.id, Decision.EDIT, text="\n".join(lines))])
    assert by_id(untouched.blocks, table.id).rows == table.rows
    shorter = apply_edits(DRAFT, [decide(table.id, Decision.EDIT, text="\n".join(lines[:3]))])
    edited = by_id(shorter.blocks, table.id)
    assert edited.rows == table.rows[:2]
    turned = [lines[0], lines[3], "Uusi väite | – | 3 | 4"]
    moved = apply_edits(DRAFT, [decide(table.id, Decision.EDIT, text="\n".join(turned))])
    first, second = by_id(moved.blocks, table.id).rows
    assert first == table.rows[2]
    assert (second.id, len(second.cells)) == ("rivi-2", 4)
    assert edited.header == table.header
    assert edited.origin == "human"


def test_a_decision_on_a_block_that_is_no_more_decides_nothing() -> None:
    gone = decide("teemat/t-vanha/maara", Decision.EDIT, text="Hei", author="Outi")
    document = apply_reviews(DRAFT, [*accept_all(), gone])
    assert document.blocks == DRAFT.blocks
    assert document.accepted_by == ("Aino",)


@given(st.lists(st.sampled_from(list(Decision)), min_size=1, max_size=12))
def test_decided_and_waiting_make_the_whole_draft(decisions: list[Decision]) -> None:
    all_ids = waiting(DRAFT, ())
    reviews = [
        decide(block_id, decision, text="Uusi")
        for block_id, decision in zip(all_ids, decisions, strict=False)
    ]
    left = waiting(DRAFT, reviews)
    assert {*left, *(review.block_id for review in reviews)} == set(all_ids)
    assert len(left) + len(reviews) == len(all_ids)
