"""A document of signs that mean something to some program or other."""

from __future__ import annotations

from dataclasses import replace

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Document,
    NumberRun,
    QuoteRun,
    RefRun,
    SourceNote,
    TableRow,
    TextRun,
    Unit,
)

TEXTS = (
    '#set text(red) #panic("x") #sys.inputs',
    r"$x^2$ *b* _i_ @ref <lab> [ ] ] \ \u{41} `raw` // c /* d */ = h - i + j",
    '"suora" \'heitto\' -- --- ... " }], "x": 1',
    "</script><b>lihava</b> &amp; <svg onload=alert(1)>",
    "Sápmi ŋ š ž đ č ŧ ǥ ǩ ǯ – — ”’ 5 × 3 − 2 € …",
    "Привет Ελλάδα שלום",
)


def number(value: int, unit: Unit = Unit.NOTE) -> NumberRun:
    return NumberRun(value=value, unit=unit, query="notes()", text=f"{value} kpl")


def paragraph(block_id: str, text: str, *, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(id=block_id, kind=kind, runs=(TextRun(text=text),))


def figure(*labels: str, numbers: tuple[int, ...]) -> Block:
    rows = tuple(
        TableRow(id=f"r{place}", cells=((TextRun(text=label),), (number(value),)))
        for place, (label, value) in enumerate(zip(labels, numbers, strict=True))
    )
    return Block(
        id="kuva",
        kind=BlockKind.FIGURE,
        caption="Merkinnät teemoittain",
        alt="Vaakapalkit, pisin ensin.",
        header=("Teema", "Merkintöjä"),
        rows=rows,
    )


def hostile_document() -> Document:
    """Make a document in which every text everywhere tries to be a program."""
    quoted = TEXTS[1]
    blocks = [
        Block(id="luku", kind=BlockKind.HEADING, level=1, runs=(TextRun(text=f"Luku {TEXTS[0]}"),)),
        *(paragraph(f"p{place}", text) for place, text in enumerate(TEXTS)),
        *(paragraph(f"i{n}", text, kind=BlockKind.ITEM) for n, text in enumerate(TEXTS)),
        paragraph("laatikko", quoted, kind=BlockKind.BOX),
        Block(
            id="lainaus",
            kind=BlockKind.PARAGRAPH,
            runs=(
                QuoteRun(note_id="n1", start=0, end=len(quoted), text=quoted),
                TextRun(text=" "),
                CiteRun(note_ids=("n1",)),
            ),
        ),
        Block(
            id="viite",
            kind=BlockKind.PARAGRAPH,
            runs=(
                TextRun(text="Katso "),
                RefRun(block_id="luku", text="luku 1"),
                TextRun(text=" ja "),
                RefRun(block_id="poissa", text="luku 9"),
            ),
        ),
        Block(
            id="taulukko",
            kind=BlockKind.TABLE,
            caption=TEXTS[2],
            header=TEXTS[:2],
            rows=tuple(
                TableRow(id=f"r{n}", cells=((TextRun(text=text),), (TextRun(text=text),)))
                for n, text in enumerate(TEXTS)
            ),
        ),
        replace(figure(*TEXTS, numbers=(6, 5, 4, 3, 2, 1)), alt=TEXTS[0]),
    ]
    return Document(
        type="koe",
        language="fi",
        title=TEXTS[1],
        meta={"Järjestäjä": TEXTS[2]},
        blocks=tuple(blocks),
        sources=(SourceNote(note_id="n1", ref="T1-001", text=quoted, where=TEXTS[0]),),
        accepted_by=("Aino #Ahti",),
    )
