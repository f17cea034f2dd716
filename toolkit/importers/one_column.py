"""A CSV with one column has no delimiter: what tells it from lines of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Literal

__all__ = ["read_column", "read_quoted_list"]

_NO_DELIMITER = "\x1f"
_WAYS: tuple[tuple[Literal[0, 1], str], ...] = (
    (csv.QUOTE_ALL, ","),
    *((csv.QUOTE_MINIMAL, delimiter) for delimiter in ",;\t"),
)


def read_column(text: str) -> list[str]:
    r"""Return the rows of a text as the cells of one column, blank rows left out.

    Lines in which quotation marks do not stand as in a CSV are cells as they are.

    >>> read_column('Vastaus\n"Jonot, ja ruuhka"\n')
    ['Vastaus', 'Jonot, ja ruuhka']
    """
    cells = _strict(text)
    return [cell for cell in (text.split("\n") if cells is None else cells) if cell.strip()]


def read_quoted_list(text: str) -> list[str]:
    """Return the cells of one column if quotation marks are those of a CSV writer, else nothing.

    They are when every cell has them, or just the cells that need them; others are what people
    wrote.
    """
    cells = [cell for cell in _strict(text) or () if cell.strip()]
    if '"' not in text or not cells:
        return []
    written = [_without_blanks(_write(cells, *how)) for how in _WAYS]
    return cells if _without_blanks(text) in written else []


def _strict(text: str) -> list[str] | None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_NO_DELIMITER, strict=True)
    try:
        return [_NO_DELIMITER.join(row) for row in reader]
    except csv.Error:
        return None


def _write(cells: Sequence[str], quoting: Literal[0, 1], delimiter: str) -> str:
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=quoting, delimiter=delimiter, lineterminator="\n")
    writer.writerows([cell] for cell in cells)
    return written.getvalue()


def _without_blanks(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip(' "\t')]
