"""Sheets that the toolkit wrote and people filled in: rows with columns found by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.i18n import in_every_language
from toolkit.importers.mapped import read_tables
from toolkit.importers.opened import OpenedFile, open_file
from toolkit.importers.tables import header_key
from toolkit.text import squeeze_spaces, strip_formula_guard

Row = Sequence[str]

_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSheet:
    """A CSV, or the first sheet of a workbook that has rows.

    Attributes
    ----------
    name
        Of the file.
    rows
        Number in the file and cells of every row under the header.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]

    def column(self, message: str) -> int | None:
        """Return the place of the column called ``message`` in any language of the screens."""
        names = {header_key(name) for name in in_every_language(message)}
        return next((place for place, key in enumerate(self.header) if key in names), None)


def read_filled_sheet(path: Path) -> FilledSheet:
    """Read a sheet.

    Raises
    ------
    UnreadableExport
        If the file cannot be read.
    NothingToRead
        If it is empty.
    """
    file = open_file(path)
    header, *rows = _rows(file, path) or [(0, ())]
    return FilledSheet(
        name=file.name, header=tuple(header_key(cell) for cell in header[1]), rows=tuple(rows)
    )


def read_cell(cells: Row, column: int | None) -> str:
    """Return what a cell says, without the guard against formulas; empty if it is not there."""
    if column is None or column >= len(cells):
        return ""
    return squeeze_spaces(strip_formula_guard(cells[column]))


def _rows(file: OpenedFile, path: Path) -> list[tuple[int, Row]]:
    if not file.is_archive and file.folder is None:
        return list(enumerate(file.table, start=1))
    if not file.name.casefold().endswith(_WORKBOOKS):
        return []
    return next((list(sheet.rows) for sheet in read_tables(path) if sheet.rows), [])
