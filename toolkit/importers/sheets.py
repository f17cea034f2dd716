"""Sheets of a workbook as rows of text; nothing is calculated and no macro is run."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Row", "Sheet", "broken_workbook", "read_sheets"]

Row = tuple[int, tuple[str, ...]]

MAX_ROWS = 20_000
MAX_COLUMNS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet.

    Attributes
    ----------
    is_hidden
        Then ``rows`` is empty: what the sender has hidden is not read.
    rows
        Pairs of row number and cells; rows without any cell are left out.
    hidden_rows
        Rows with words that the sender has hidden; they are not in ``rows``.
    n_hidden_columns
        Columns with words that the sender has hidden; their cells are empty in ``rows``.
    n_formulas
        Cells that hold a formula without a value; the cell is then the formula as text.
    n_values
        Cells whose text is the value that was saved with a formula.
    n_comments
        Comments on cells; they are not read.
    is_cut
        Whether the sheet goes on beyond ``MAX_ROWS`` or ``MAX_COLUMNS``.
    """

    name: str
    is_hidden: bool = False
    rows: tuple[Row, ...] = ()
    hidden_rows: tuple[Row, ...] = ()
    n_hidden_columns: int = 0
    n_formulas: int = 0
    n_values: int = 0
    n_comments: int = 0
    is_cut: bool = False

    def rows_below(self, header: int, *, read: Collection[int]) -> list[Row]:
        """Return the rows after row ``header``, hidden ones among them with empty cells ``read``.

        A question or a group in a hidden row holds for the rows below it, as it does in the file.
        """
        hidden = (
            (number, tuple("" if at in read else cell for at, cell in enumerate(cells)))
            for number, cells in self.hidden_rows
        )
        return sorted(row for row in (*self.rows, *hidden) if row[0] > header)

    @property
    def hidden_numbers(self) -> frozenset[int]:
        """The numbers of ``hidden_rows``."""
        return frozenset(number for number, _cells in self.hidden_rows)


def read_sheets(data: bytes, *, name: str) -> list[Sheet]:
    """Read every visible sheet of an Excel workbook.

    Raises
    ------
    UnreadableExport
        If it is no workbook, or a broken one.
    """
    import openpyxl

    try:
        with warnings.catch_warnings():  # openpyxl tells of styles and charts it leaves out
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            try:
                return [_read_sheet(sheet) for sheet in book.worksheets]
            finally:
                book.close()
    except Exception as error:  # broken XML makes openpyxl raise anything
        raise broken_workbook(name) from error


def broken_workbook(name: str) -> UnreadableExport:
    """Return the error that says so."""
    return UnreadableExport(
        N_("The workbook is broken: {name}. Open it in Excel and save it again as .xlsx."),
        name=name,
    )


def _read_sheet(sheet: Any) -> Sheet:  # noqa: ANN401 - no public type for read-only sheets
    if sheet.sheet_state != "visible":
        return Sheet(name=sheet.title, is_hidden=True)
    # A lone cell far away would otherwise be reached through a million made-up empty rows.
    height, width = sheet.max_row or 0, sheet.max_column or 0
    rows, n_formulas = _read_rows(sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS))
    return Sheet(
        name=sheet.title,
        rows=rows,
        n_formulas=n_formulas,
        is_cut=height > MAX_ROWS or width > MAX_COLUMNS,
    )


def _read_rows(cells: Iterable[Any]) -> tuple[tuple[tuple[int, tuple[str, ...]], ...], int]:
    rows = []
    n_formulas = 0
    for number, row in enumerate(cells, start=1):
        texts = tuple(_as_text(cell.value) for cell in row)
        if any(text.strip() for text in texts):
            rows.append((number, texts))
            n_formulas += sum(1 for cell in row if cell.data_type == "f")
    return tuple(rows), n_formulas


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value)
