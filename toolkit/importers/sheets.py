"""Sheets of a workbook as rows of text; nothing is calculated and no macro is run."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.packages import Package
from toolkit.importers.xml_parts import Part

__all__ = ["Row", "Sheet", "broken_workbook", "read_sheets"]

Row = tuple[int, tuple[str, ...]]

_LARGE = 100_000
"""Cells from which a workbook is read by the quick reader; it keeps every empty cell in memory."""
_TOO_SPARSE = 10_000_000


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
        Whether the sheet goes on beyond ``Limits.rows`` or ``Limits.columns``.
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


def read_sheets(data: bytes, *, name: str, package: Package) -> list[Sheet]:
    """Read every visible sheet of an Excel workbook.

    Parameters
    ----------
    package
        What a look at the stream has shown of it.

    Raises
    ------
    UnreadableExport
        If it is no workbook, or a broken one.
    """
    try:
        if _is_large_and_plain(package):
            return _read_large(data)
        return _read(data, package.sheets)
    except Exception as error:  # broken XML makes the readers raise anything
        raise broken_workbook(name) from error


def broken_workbook(name: str) -> UnreadableExport:
    """Return the error that says so."""
    return UnreadableExport(
        N_("The workbook is broken: {name}. Open it in Excel and save it again as .xlsx."),
        name=name,
    )


def _is_large_and_plain(package: Package) -> bool:
    """Whether the quick reader may see the workbook, and reads all that there is to read.

    What is hidden, and the comments, neither reader sees; see ``sheet_marks``.
    """
    sheets = package.sheets.values()
    n_cells = sum(part.last_row * part.last_column for part in sheets)
    is_plain = not any(part.is_cut or part.n_formulas or part.has_errors for part in sheets)
    return is_plain and _LARGE < n_cells < _TOO_SPARSE


def _read_large(data: bytes) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for known in book.sheets_metadata:
        if known.typ != SheetTypeEnum.WorkSheet:
            continue
        if known.visible != SheetVisibleEnum.Visible:
            sheets.append(Sheet(name=known.name, is_hidden=True))
            continue
        cells = book.get_sheet_by_name(known.name).to_python(skip_empty_area=False)
        rows = ((number, map(_as_text, row)) for number, row in enumerate(cells, start=1))
        sheets.append(Sheet(name=known.name, rows=_filled(rows)))
    return sheets


def _filled(rows: Iterable[tuple[int, Iterable[str]]]) -> tuple[Row, ...]:
    texts = ((number, tuple(cells)) for number, cells in rows)
    return tuple(row for row in texts if any(cell.strip() for cell in row[1]))


def _read(data: bytes, extents: Mapping[str, Part]) -> list[Sheet]:
    import openpyxl

    with warnings.catch_warnings():  # openpyxl tells of styles and charts it leaves out
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        try:
            return [_read_sheet(sheet, extents) for sheet in book.worksheets]
        finally:
            book.close()


def _read_sheet(
    sheet: Any,  # noqa: ANN401 - no public type for read-only sheets
    extents: Mapping[str, Part],
) -> Sheet:
    if sheet.sheet_state != "visible":
        return Sheet(name=sheet.title, is_hidden=True)
    part = extents.get(str(sheet._worksheet_path).lstrip("/"), Part())  # noqa: SLF001 - no public name
    # A lone cell far away would otherwise be reached through a million made-up empty rows.
    rows, n_formulas = _read_rows(
        sheet.iter_rows(max_row=max(part.last_row, 1), max_col=max(part.last_column, 1))
    )
    return Sheet(
        name=sheet.title,
        rows=rows,
        n_formulas=n_formulas,
        is_cut=part.is_cut,
    )


def _read_rows(cells: Iterable[Any]) -> tuple[tuple[Row, ...], int]:
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
    if isinstance(value, dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, dt.date):  # the quick reader leaves out the midnight that the other gives
        return f"{value.isoformat()}T00:00:00"
    return str(value)
