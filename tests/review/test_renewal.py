"""A draft composed again: what becomes of every decision people made on the one before."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Decision,
    Draft,
    NumberRun,
    Review,
    SourceNote,
    TextRun,
    Unit,
)
from toolkit.paragraphs import block_text
from toolkit.review import Merged, apply_edits, apply_reviews, merge_reviews
from toolkit.standing import Decided

AT = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
SOURCES = (SourceNote(note_id="n:1", ref="T1-001", text="Jonot pois.", where=""),)
REFS = {"n:1": "T1-001", "n:2": "T1-002"}
ACCEPT, EDIT, REJECT = Decision.ACCEPT, Decision.EDIT, Decision.REJECT


def block(block_id: str = "teemat/t-1/maara", n: int = 14, *, cite: str = "n:1") -> Block:
    runs = (
        TextRun(text="Teemaan ”Jonot” liittyy "),
        NumberRun(value=n, unit=Unit.NOTE, query="notes(theme=t-1)", text=f"{n}\u00a0merkintää"),
        TextRun(text=" "),
        CiteRun(note_ids=(cite,)),
        TextRun(text=". Aihe nousi esiin monessa pöydässä."),
    )
    return Block(id=block_id, kind=BlockKind.PARAGRAPH, runs=runs, is_finding=True)


def plain(block_id: str, text: str) -> Block:
    return Block(id=block_id, kind=BlockKind.ITEM, runs=(TextRun(text=text),))


def draft(*blocks: Block) -> Draft:
    return Draft(type="koe", language="fi", title="Koe", blocks=blocks, sources=SOURCES)


def decide(
    one: Block | None, decision: Decision, text: str = "", *, key: str = "", locked: bool = False
) -> Decided:
    review = Review(
        block_id=one.id if one else key,
        decision=decision,
        text=text,
        author="Aino",
        made_at=AT,
        locked=locked,
    )
    return review, one


def texts(merged: Merged) -> dict[str, str]:
    edited = apply_edits(merged.draft, merged.wordings, sources=SOURCES)
    return {b.id: block_text(b, refs=REFS) for b in edited.blocks}


OLD, NEW = block(), block(n=17)
WAS, NOW = (block_text(one, refs=REFS) for one in (OLD, NEW))
MINE = WAS.replace("monessa pöydässä", "lähes joka pöydässä")
BOTH = NOW.replace("monessa pöydässä", "lähes joka pöydässä")
REWRITTEN = "Jonoista puhuttiin illan aikana eniten [T1-001]."

CASES = [
    pytest.param(decide(OLD, ACCEPT), NOW, False, (WAS, NOW), id="accepted words wait again"),
    pytest.param(decide(OLD, EDIT, MINE), BOTH, False, (MINE, BOTH), id="edited elsewhere: merged"),
    pytest.param(
        decide(OLD, EDIT, REWRITTEN),
        REWRITTEN,
        False,
        (REWRITTEN, NOW),
        id="rewritten: the person's words stand, the tool's are offered",
    ),
    pytest.param(decide(OLD, REJECT), None, True, (WAS, NOW), id="rejected stays rejected"),
    pytest.param(decide(OLD, ACCEPT, locked=True), WAS, True, (WAS, WAS), id="accepted and locked"),
    pytest.param(
        decide(OLD, EDIT, MINE, locked=True), MINE, True, (MINE, MINE), id="edited and locked"
    ),
    pytest.param(decide(OLD, EDIT, NOW), NOW, True, (NOW, NOW), id="the person was first"),
    pytest.param(decide(NEW, EDIT, BOTH), BOTH, True, (BOTH, BOTH), id="the tool's words stayed"),
]


@pytest.mark.parametrize(("decided", "text", "holds", "offer"), CASES)
def test_what_becomes_of_a_decision(
    decided: Decided, text: str | None, holds: bool, offer: tuple[str, str]
) -> None:
    merged = merge_reviews(draft(NEW), [decided], refs=REFS)

    (one,) = merged.renewed
    assert texts(merged).get(NEW.id) == text
    assert one.holds is holds
    assert not merged.waiting if holds else merged.waiting == (NEW,)
    assert (one.before, one.after) == offer


def test_accepting_what_was_merged_keeps_it_and_the_number_is_counted_again() -> None:
    first = merge_reviews(draft(NEW), [decide(OLD, EDIT, MINE)], refs=REFS)
    accepted = decide(NEW, EDIT, first.standing_text(NEW.id))

    again = merge_reviews(draft(NEW), [decide(OLD, EDIT, MINE), accepted], refs=REFS)

    assert again.waiting == ()
    document = apply_reviews(again.draft, again.reviews, sources=SOURCES)
    assert block_text(document.blocks[0], refs=REFS) == BOTH
    assert [run.value for run in document.blocks[0].runs if isinstance(run, NumberRun)] == [17]


def test_words_that_come_back_bring_their_decision_back() -> None:
    decided = [decide(OLD, EDIT, MINE), decide(NEW, ACCEPT)]

    back = merge_reviews(draft(OLD), decided, refs=REFS)

    assert (texts(back)[OLD.id], back.waiting) == (MINE, ())


def test_later_words_of_a_person_are_not_lost_when_earlier_words_of_the_tool_come_back() -> None:
    decided = [decide(OLD, ACCEPT), decide(NEW, EDIT, BOTH)]

    back = merge_reviews(draft(OLD), decided, refs=REFS)

    assert texts(back)[OLD.id] == MINE
    assert [b.id for b in back.waiting] == [OLD.id]


def test_an_edited_paragraph_whose_theme_is_gone_is_kept_apart_until_somebody_decides() -> None:
    other = plain("teemat/muut/maara", "Muuta ei ole.")
    decided = [decide(OLD, EDIT, MINE), decide(block("teemat/t-2/maara"), ACCEPT)]

    merged = merge_reviews(draft(other), [*decided, decide(other, ACCEPT)], refs=REFS)

    assert [b.id for b in merged.draft.blocks] == [other.id, "irralliset/otsikko", OLD.id]
    assert texts(merged)["irralliset/otsikko"] == "Irralliset kappaleet"
    assert texts(merged)[OLD.id] == MINE
    assert [b.id for b in merged.waiting] == [OLD.id]
    words = merged.standing_text(OLD.id)
    kept = merge_reviews(
        draft(other), [*decided, decide(other, ACCEPT), decide(None, EDIT, words, key=OLD.id)]
    )
    document = apply_reviews(kept.draft, kept.reviews, sources=SOURCES)
    assert block_text(document.blocks[-1], refs=REFS) == MINE
    assert not [run for run in document.blocks[-1].runs if isinstance(run, NumberRun)]
    dropped = [*decided, decide(other, ACCEPT), decide(None, REJECT, key=OLD.id)]
    assert merge_reviews(draft(other), dropped).draft.blocks == (other,)


def test_a_loose_paragraph_goes_home_when_its_block_comes_back() -> None:
    decided = [decide(OLD, EDIT, MINE), decide(None, EDIT, MINE + " Näin on.", key=OLD.id)]

    back = merge_reviews(draft(NEW), decided, refs=REFS)

    assert back.draft.blocks == (NEW,)
    assert texts(back)[NEW.id] == BOTH + " Näin on."


def test_labels_of_notes_that_are_no_longer_cited_are_known() -> None:
    old = block(cite="n:2")

    merged = merge_reviews(draft(NEW), [decide(old, ACCEPT)], refs=REFS)

    assert "[T1-002]" in merged.renewed[0].before


CLAIM = plain("esitykset/n:1/esitys", "”Jonot pois” [T1-001]")
REASON = plain("miksi/n:1/perustelu", "Samaa mieltä oli 90 prosenttia.")
OTHER = plain("miksi/n:2/perustelu", "Tästä oltiin yhtä mieltä.")


@pytest.mark.parametrize(
    ("decided", "left", "waits"),
    [
        pytest.param([], {CLAIM, REASON, OTHER}, 3, id="nothing decided"),
        pytest.param([decide(CLAIM, REJECT)], {OTHER}, 1, id="the grounds go with the claim"),
        pytest.param(
            [decide(REASON, ACCEPT), decide(CLAIM, REJECT)], {OTHER}, 1, id="accepted before"
        ),
        pytest.param(
            [decide(CLAIM, REJECT), decide(REASON, ACCEPT)], {REASON, OTHER}, 1, id="accepted after"
        ),
        pytest.param(
            [decide(CLAIM, REJECT), decide(CLAIM, ACCEPT)],
            {CLAIM, REASON, OTHER},
            2,
            id="the claim was taken back in",
        ),
    ],
)
def test_grounds_of_a_rejected_claim(decided: list[Decided], left: set[Block], waits: int) -> None:
    merged = merge_reviews(draft(CLAIM, REASON, OTHER), decided)

    assert set(texts(merged)) == {one.id for one in left}
    assert len(merged.waiting) == waits


words = st.lists(st.sampled_from(["jono", "on", "14", "pitkä", ".", "[T1-001]"]), max_size=6)
own = st.lists(st.sampled_from(["jono", "on", "omat", "sanat", "."]), min_size=1, max_size=6)
keys = st.sampled_from(["a", "b", "c", "d"])
drafts = st.dictionaries(keys, words.map(" ".join), max_size=4).map(
    lambda parts: draft(*(plain(key, text) for key, text in parts.items()))
)


@st.composite
def histories(drawn: st.DrawFn) -> tuple[Draft, list[Decided]]:
    """Three drafts one after the other, each with a few decisions before the next one comes."""
    decided: list[Decided] = []
    for now in drawn(st.lists(drafts, min_size=2, max_size=3)):
        for one in now.blocks:
            text = drawn(st.one_of(st.none(), own.map(" ".join)))
            kind = EDIT if text else drawn(st.sampled_from([None, ACCEPT, REJECT]))
            decided += [decide(one, kind, text or "")] if kind else []
    return drawn(drafts), decided


@settings(max_examples=60)
@given(histories())
def test_what_a_person_wrote_last_stands_or_is_named(history: tuple[Draft, list[Decided]]) -> None:
    now, decided = history
    merged = merge_reviews(now, decided)
    last = {review.block_id: (review, base) for review, base in decided}

    for block_id, (review, base) in last.items():
        if review.decision is EDIT and base is not None:
            standing = texts(merged).get(block_id, "")
            added = set(review.text.split()) - set(block_text(base, refs={}).split())
            assert added <= set(standing.split())


@settings(max_examples=60)
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_the_blocks_changes_no_outcome(
    history: tuple[Draft, list[Decided]], chance: random.Random
) -> None:
    now, decided = history
    blocks = list(now.blocks)
    chance.shuffle(blocks)
    turned = replace(now, blocks=tuple(blocks))

    assert merge_reviews(now, decided).by_block == merge_reviews(turned, decided).by_block
