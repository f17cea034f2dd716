"""Notes that try to be formulas, markup and more than they are, and what people made of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Counts,
    Note,
    QuoteRun,
    Source,
    Statement,
    StatementResult,
    TextRun,
    Theme,
)
from toolkit.publishing import DataSet, collect_data

MADE = dt.datetime(2026, 10, 6, 12, tzinfo=dt.UTC)
TEXTS = (
    "=1+1 bussivuoroa lisää",
    "Soita 040 123 4567 illalla!",
    "Nuotio 🔥 ja 🧑‍🚒 kuuluvat leirille 𝄞",
    "</PlainTextSelection> & <b>lihava</b>",
    "Rivi\r\nvaihtuu\rkahdesti",
    "Jono on pitkä.",
    "Sivuun jätetty",
    "Uusi, vielä ryhmittelemätön",
)
NOTES = tuple(
    Note(
        id=f"padlet:{number}",
        ref=f"T1-{number:03}",
        text=text,
        prompt="Mitä pitää muuttaa?",
        source_id="aa" if number % 2 else "bb",
        group="Nuoret" if number < 6 else "Kaksi äitiä",
        language="fi",
    )
    for number, text in enumerate(TEXTS, start=1)
)
THEMES = (
    Theme(
        id="t-1",
        label="=Kyydit",
        note_ids=("padlet:1", "padlet:2", "padlet:3"),
        named_by="Aino",
        placed_ids=("padlet:1",),
        description="Miten perille pääsee",
        keywords=("bussi", "kyyti"),
    ),
    Theme(id="t-2", label="huoli", note_ids=("padlet:4", "padlet:5", "padlet:6")),
)
SOURCES = tuple(
    Source(
        id=source_id,
        name=name,
        format="padlet-csv",
        sha256=source_id * 32,
        file=f"exports/{source_id}.csv",
        imported_at=MADE,
        board="T1",
    )
    for source_id, name in (("aa", "lauta/1.csv"), ("bb", "lauta/1.csv"))
)
STATEMENTS = (
    Statement(id="p:1", ref="P1-v1", text="Bussi iltaan.", source_id="aa", moderated=1),
    Statement(id="p:2", ref="P1-v2", text="Törkeys", source_id="aa", moderated=-1),
)
BLOCKS = (
    Block(id="a/otsikko", kind=BlockKind.HEADING, level=1, runs=(TextRun(text="Kyydit"),)),
    Block(
        id="a/teksti",
        kind=BlockKind.PARAGRAPH,
        runs=(
            QuoteRun(note_id="padlet:1", start=0, end=4, text="=1+1"),
            CiteRun(note_ids=("padlet:1", "padlet:6")),
        ),
    ),
    Block(id="b/otsikko", kind=BlockKind.HEADING, level=1, runs=(TextRun(text="Muuta"),)),
    Block(id="b/teksti", kind=BlockKind.ITEM, runs=(CiteRun(note_ids=("padlet:1",)),)),
)


def make_data(*, texts: tuple[str, ...] = TEXTS, is_draft: bool = False) -> DataSet:
    votes = Counts(agree=7, disagree=2, passes=1)
    result = StatementResult(
        id="p:1",
        text="Bussi iltaan.",
        votes=votes,
        by_group={},
        group_aware_consensus=0.5,
        group_aware_consensus_geometric=0.5,
        extremity=0.1,
    )
    return collect_data(
        language="fi",
        is_draft=is_draft,
        sources=SOURCES,
        notes=[replace(note, text=text) for note, text in zip(NOTES, texts, strict=True)],
        themes=THEMES,
        blocks=BLOCKS,
        set_aside=("padlet:7",),
        kinds={"padlet:1": "ehdotus", "padlet:6": "huoli"},
        decided_kinds=("padlet:6",),
        statements=STATEMENTS,
        results=(result,),
    )
