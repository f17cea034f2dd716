"""Measure how long it takes to write a long document in every format.

Usage: python benchmarks/publishing.py [--runs 5]

The document is invented: some 90 blocks with tables and a figure, 60 source notes, twelve A4 pages
as a PDF. A first run loads the libraries and is shown apart; then the least and the middle of the
runs. Prints Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Document,
    NumberRun,
    QuoteRun,
    SourceNote,
    TableRow,
    TextRun,
    Unit,
)
from toolkit.publishing import count_pages, publish, writable_formats

SENTENCE = (
    "Työpajassa toivottiin, että palautteeseen vastataan kuukauden kuluessa ja että vastauksesta"
    " selviää, kuka asiaa hoitaa ja milloin se etenee seuraavan kerran. "
)
N_SOURCES = 60


def make_document() -> Document:
    """Make eleven chapters of a heading, paragraphs, quotes and items; tables and a figure."""
    blocks: list[Block] = []
    for chapter in range(11):
        place = f"luku-{chapter}"
        cite = CiteRun(note_ids=tuple(f"n{(chapter * 7 + i) % N_SOURCES}" for i in range(5)))
        heading = (TextRun(text=f"Luku {chapter + 1}"),)
        blocks.append(Block(id=place, kind=BlockKind.HEADING, level=1, runs=heading))
        for number in range(4):
            runs = (TextRun(text=SENTENCE * 4), cite, TextRun(text="."))
            blocks.append(Block(id=f"{place}/p{number}", kind=BlockKind.PARAGRAPH, runs=runs))
        quote = QuoteRun(note_id="n1", start=0, end=len(SENTENCE), text=SENTENCE.strip())
        blocks.append(Block(id=f"{place}/q", kind=BlockKind.PARAGRAPH, runs=(quote, cite)))
        for number in range(2):
            item = (TextRun(text=SENTENCE), cite)
            blocks.append(Block(id=f"{place}/i{number}", kind=BlockKind.ITEM, runs=item))
    blocks += [_table("taulukko-1"), _table("taulukko-2"), _figure()]
    sources = tuple(
        SourceNote(note_id=f"n{n}", ref=f"T1-{n + 1:03}", text=SENTENCE.strip(), where="Pöytä 1")
        for n in range(N_SOURCES)
    )
    return Document(
        type="tyopajan-yhteenveto",
        language="fi",
        title="Mittaus",
        blocks=tuple(blocks),
        sources=sources,
        accepted_by=("Aino Ahti",),
    )


def _rows(n: int) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            id=f"r{place}",
            cells=(
                (TextRun(text=f"Rivi {place}"),),
                (NumberRun(value=place, unit=Unit.NOTE, query="notes()", text=f"{place}"),),
            ),
        )
        for place in range(1, n + 1)
    )


def _table(block_id: str) -> Block:
    return Block(
        id=block_id,
        kind=BlockKind.TABLE,
        caption="Merkintöjä",
        header=("Teema", "Merkintöjä"),
        rows=_rows(12),
    )


def _figure() -> Block:
    return Block(
        id="kuva",
        kind=BlockKind.FIGURE,
        caption="Merkintöjä",
        alt="Vaakapalkit, pisin viimeisenä.",
        header=("Teema", "Merkintöjä"),
        rows=_rows(8),
    )


def measure(document: Document, path: Path, *, runs: int) -> list[float]:
    """Return the seconds of every run, the first one first."""
    seconds = []
    for _run in range(1 + runs):
        start = time.perf_counter()
        publish(document, path)
        seconds.append(time.perf_counter() - start)
    return seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    document = make_document()
    n_blocks, pages = len(document.blocks), count_pages(document)
    print(f"{n_blocks} blocks, {N_SOURCES} source notes, {pages} pages before the appendix\n")
    print("| format | first, s | least, s | middle, s | kB |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in writable_formats():
            path = Path(folder) / f"mittaus.{name}"
            first, *rest = measure(document, path, runs=runs)
            size = path.stat().st_size // 1024
            middle = statistics.median(rest)
            print(f"| {name} | {first:.2f} | {min(rest):.3f} | {middle:.3f} | {size} |")


if __name__ == "__main__":
    main()
