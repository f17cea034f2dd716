"""Sheets of an Excel workbook as rows of text; nothing is calculated and no macro is run."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.xml_parts import Part

__all__ = ["Sheet", "read_sheets"]

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
    n_formulas
        Cells that hold a formula; the cell is then the formula as text.
    is_cut
        Whether the sheet goes on beyond ``Limits.rows`` or ``Limits.columns``.
    """

    name: str
    is_hidden: bool = False
    rows: tuple[Row, ...] = ()
    n_formulas: int = 0
    is_cut: bool = False


def read_sheets(data: bytes, *, name: str, extents: Mapping[str, Part]) -> list[Sheet]:
    """Read every visible sheet of a workbook.

    Parameters
    ----------
    extents
        How far its sheets go, as a look at the stream has shown.

    Raises
    ------
    UnreadableExport
        If it is no workbook, or a broken one.
    """
    try:
        if _is_large_and_plain(extents.values()):
            return _read_large(data)
        return _read(data, extents)
    except Exception as error:  # broken XML makes the readers raise anything
        raise UnreadableExport(
            N_("The workbook is broken: {name}. Open it in Excel and save it again as .xlsx."),
            name=name,
        ) from error


def _is_large_and_plain(parts: Iterable[Part]) -> bool:
    """Whether the quick reader may see the workbook, and reads all that there is to read."""
    sheets = list(parts)
    n_cells = sum(part.last_row * part.last_column for part in sheets)
    is_plain = not any(
        part.is_cut or part.n_formulas or part.has_errors or part.hides for part in sheets
    )
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
