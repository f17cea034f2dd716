"""Delimited text as rows of cells, whatever the delimiter and whoever saved it last."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.text import squeeze_spaces

__all__ = ["Dialect", "find_dialect", "header_key", "is_table", "read_table", "title_lines"]

_TITLE_WITHIN = 15

_DELIMITERS = (",", ";", "\t", "|")
_END = "\ue000"  # a private character: lands in a row of its own unless a quotation mark is open


def read_table(text: str, *, name: str) -> list[list[str]]:
    """Return the rows of a CSV; lines without any cell are left out, so ``[0]`` is the header.

    The delimiter is the one of ``, ; TAB |`` with which most rows are as wide as the first; a first
    line ``sep=;``, as Excel writes, decides it.

    Raises
    ------
    UnreadableExport
        If a quoted cell never ends, or a cell is absurdly long.
    """
    text, delimiter = _without_separator_line(text)
    delimiter = delimiter or _best_delimiter(text)[0]
    try:
        rows = [row for row in _rows(text + "\n" + _END, delimiter) if row]
    except csv.Error as error:
        raise UnreadableExport(
            N_("The file is not a proper CSV: {name}. Export it again."), name=name
        ) from error
    if rows.pop() != [_END]:
        raise UnreadableExport(
            N_("The file ends in the middle of a quoted cell: {name}. Export it again."), name=name
        )
    return rows


class Dialect(NamedTuple):
    """How a CSV is written.

    Attributes
    ----------
    header, keys
        Its headings, as they stand and as they are compared; see ``header_key``.
    n_lines
        The lines up to the first row.
    """

    delimiter: str
    header: list[str]
    keys: tuple[str, ...]
    n_lines: int


def find_dialect(text: str) -> Dialect:
    r"""Look at the beginning of a CSV. Never fails: a text that is none has one column.

    >>> find_dialect("sep=;\n\nPid;vote\n7;1")
    Dialect(delimiter=';', header=['Pid', 'vote'], keys=('pid', 'vote'), n_lines=3)
    """
    rest, declared = _without_separator_line(text[:200_000])
    delimiter = declared or _best_delimiter(rest)[0]
    reader = csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter)
    try:
        header: list[str] = next((row for row in reader if row), [])
    except csv.Error:
        header = []
    keys = tuple(map(header_key, header))
    return Dialect(delimiter, header, keys, reader.line_num + bool(declared))


def is_table(text: str) -> bool:
    """Whether the text looks like a delimited table rather than lines of prose."""
    text, delimiter = _without_separator_line(text)
    return bool(delimiter) or _best_delimiter(text)[1] >= 0.8


def title_lines(text: str) -> int:
    r"""Return how many lines of prose stand above a delimited table; 0 when there is none.

    Commas are common in prose, so with them the table must have three columns.

    >>> title_lines("Iltapäivä, Rauma\n\nNro;Asia\n1;Jonot\n2;Ruuhka\n")
    2
    """
    lines = text.split("\n", _TITLE_WITHIN + 60)
    for n in range(1, min(_TITLE_WITHIN, len(lines) - 2)):
        below = [line for line in lines[n : n + 60] if line.strip()]
        for delimiter, least in ((";", 2), ("\t", 2), (",", 3)):
            share, width = _fit("\n".join(below), delimiter)
            if lines[n].strip() and len(below) > 2 and share >= 0.8 and width >= least:
                return n
    return 0


def header_key(cell: str) -> str:
    """Return a column heading as it is compared: small letters, single spaces, no final colon."""
    return squeeze_spaces(cell).casefold().rstrip(" :*")


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _without_separator_line(text: str) -> tuple[str, str]:
    """Return the text below a line ``sep=;`` and the delimiter it names, or the text and ``""``."""
    first, _, rest = text.partition("\n")
    declared = first.strip('" ')
    if len(declared) == 5 and declared.startswith("sep=") and declared[4] in _DELIMITERS:
        return rest, declared[4]
    return text, ""


def _best_delimiter(text: str) -> tuple[str, float]:
    """Return a delimiter and the share of rows as wide as the first; 0.0 if it never splits."""
    head = text[:50_000]
    found = (",", 0.0, 1)
    for delimiter in _DELIMITERS:
        share, width = _fit(head, delimiter)
        if (share, width) > found[1:]:
            found = (delimiter, share, width)
    return found[:2]


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    try:
        rows: Sequence[list[str]] = [row for row in islice(_rows(text, delimiter), 60) if row]
    except csv.Error:
        return 0.0, 1
    width = len(rows[0]) if rows else 1
    if width < 2:
        return 0.0, width
    if len(rows) < 2:
        return 0.5, width
    return sum(len(row) == width for row in rows) / len(rows), width
