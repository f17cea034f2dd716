"""A document of 120 blocks, sent out as a working copy."""

from __future__ import annotations

from pathlib import Path

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Draft,
    SentCopy,
    SourceNote,
    TableRow,
    TextRun,
    Workshop,
)
from toolkit.publishing import publish_working_copy
from toolkit.workflow.sent_copies import remember_copy

NOTE = SourceNote(note_id="n-1", ref="T1-001", text="Oikeasti sanottu lause", where="Työpaja")
WORKSHOP = Workshop(id="ilta", title="Ilta", folder=Path("ilta"))


def words(n: int) -> str:
    """The words of a paragraph, each with its own number to be found by."""
    return (
        f"Kappale {n:03} kertoo palveluista, jotka ovat hidas{n:03} ja tärkeä sana{n:03} "
        f"asukkaille. Toinen virke {n:03} jatkaa ajatusta jonoista."
    )


def block(n: int) -> Block:
    if n % 10 == 0 and n != 10 and n % 20 == 10 and n in {70, 90, 110}:
        kind, text = BlockKind.HEADING, f"Otsikko {n:03}"
    elif 84 <= n < 90:
        kind, text = BlockKind.ITEM, f"Kohta {n:03} luettelossa, jossa on monta asiaa."
    else:
        kind, text = BlockKind.PARAGRAPH, words(n)
    runs = (TextRun(text=f"{text} "), CiteRun(note_ids=("n-1",))) if n % 3 == 0 else ()
    is_heading = kind is BlockKind.HEADING
    return Block(
        id=f"osa/{n:03}",
        kind=kind,
        runs=(TextRun(text=text),) if is_heading or not runs else runs,
        level=1 if is_heading else 0,
    )


def table() -> Block:
    rows = tuple(
        TableRow(
            id=f"rivi-{row}",
            cells=tuple((TextRun(text=f"solu-{column}{row}"),) for column in "abc"),
        )
        for row in range(1, 5)
    )
    return Block(
        id="osa/taulukko",
        kind=BlockKind.TABLE,
        caption="Taulukko luvuista",
        header=("Asia", "Määrä", "Huomio"),
        rows=rows,
    )


def make_draft() -> Draft:
    first = Block(
        id="osa/alku",
        kind=BlockKind.PARAGRAPH,
        runs=(TextRun(text="Kalpea kirjain", strong=True), TextRun(text=" ja muut sanat alussa.")),
    )
    blocks = [first, *(block(n) for n in range(1, 119))]
    return Draft(
        type="julkilausuma",
        language="fi",
        title="Palautteeseen on vastattava",
        blocks=(*blocks[:80], table(), *blocks[80:]),
        sources=(NOTE,),
    )


def send(path: Path) -> SentCopy:
    """Write the working copy."""
    sent = remember_copy(WORKSHOP, make_draft(), publish_working_copy(make_draft(), path))
    assert sent is not None
    return sent
