"""Tables of questions and answers: one answer per cell, with the question it stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.importers.columns import Columns, find_columns
from toolkit.importers.roundtable import split_table_heading
from toolkit.text import squeeze_spaces

__all__ = ["Answer", "answers_of_grid", "answers_of_rows", "is_layout"]

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A cell that answers something; ``text`` is empty when a whole row has no answer."""

    row: int
    text: str
    prompt: str = ""
    group: str = ""


def answers_of_grid(rows: Sequence[Row], *, first_row: int) -> tuple[list[Answer], list[str]]:
    """Return the answers of a table in a document, and the headings of columns not read.

    The first row is the header, unless the first column asks on most rows; then it is the question.
    """
    columns = find_columns(rows[0])
    asking = sum(squeeze_spaces(row[0] or "").endswith("?") for row in rows)
    if not columns.are_known and 2 * asking > len(rows):
        width = max(len(row) for row in rows)
        header: Row = [None] * width
        columns = Columns(prompt=0, group=None, texts=(), others=tuple(range(1, width)))
        numbered = list(enumerate(rows, start=first_row))
    else:
        header = rows[0]
        numbered = list(enumerate(rows[1:], start=first_row + 1))
    read = columns.texts or columns.others
    unread = [header[i] or "" for i in columns.others if i not in read]
    return list(answers_of_rows(header, numbered, columns, read=read)), unread


def answers_of_rows(
    header: Row,
    rows: Sequence[tuple[int, Row]],
    columns: Columns,
    *,
    read: Sequence[int],
    fills_down: bool = True,
) -> Iterator[Answer]:
    """Yield the answers in the columns ``read``.

    With ``fills_down`` questions and groups hold until the next one.
    """
    question = group = ""
    for number, row in rows:
        question = _cell(row, columns.prompt) or (question if fills_down else "")
        group = _group(header, row, columns.group) or (group if fills_down else "")
        cells = {i: row[i] for i in read if i < len(row) and row[i] is not None}
        filled = {i: cell for i, cell in cells.items() if cell and cell.strip()}
        for i, text in filled.items():
            heading = "" if i in columns.texts else squeeze_spaces(header[i] or "")
            table, people = split_table_heading(heading)
            asked = [question, "" if table else heading]
            yield Answer(
                row=number,
                text=text,
                prompt=" – ".join(part for part in asked if part),
                group=people or table or group,
            )
        if cells and not filled:
            yield Answer(row=number, text="", prompt=question, group=group)


def _cell(row: Row, index: int | None) -> str:
    return squeeze_spaces(row[index] or "") if index is not None and index < len(row) else ""


def _group(header: Row, row: Row, index: int | None) -> str:
    """Return the group of a row; a bare number gets its heading before it: ``"Pöytä 2"``."""
    value = _cell(row, index)
    return f"{_cell(header, index)} {value}" if value.isdigit() else value


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table only frames text: one row or one column."""
    filled = [row for row in rows if any(cell and cell.strip() for cell in row)]
    return len(filled) < 2 or max(sum(cell is not None for cell in row) for row in filled) < 2
