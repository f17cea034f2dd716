"""Plain tables of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.domain import Block, BlockKind, TableRow, TextRun


def make_table(
    block_id: str, caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]
) -> Block:
    """Make a table of texts."""
    return Block(
        id=block_id,
        kind=BlockKind.TABLE,
        caption=caption,
        header=tuple(header),
        rows=tuple(
            TableRow(id=f"{number}", cells=tuple((TextRun(text=cell),) for cell in row))
            for number, row in enumerate(rows, start=1)
        ),
    )
