"""Tables as CSV and Excel files in which nothing is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.publishing.files import write_whole

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[str]]

_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]")  # an Asian Excel reads the wide signs too
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTHS = (12, 60)
_LONGEST_CELL = 32_767  # of a workbook


def publish_table(rows: Rows, path: Path) -> Path:
    """Write rows of texts to ``path``, the headings first, as CSV or Excel by its suffix.

    In a CSV an apostrophe stands before what a spreadsheet would take for a formula; in a workbook
    every cell is text. Control codes are left out.

    Raises
    ------
    NoSuchThing
        If no format goes by that suffix.
    """
    render = _FORMATS.get(path.suffix.lower())
    if render is None:
        raise NoSuchThing(
            N_("Tables are not written in this format: “{suffix}”. Choose from: {known}."),
            suffix=path.suffix,
            known=", ".join(_FORMATS),
        )
    return write_whole(path, render(rows))


def table_as_csv(rows: Rows) -> bytes:
    """Return rows of texts as a CSV, guarded like ``publish_table``."""
    # Semicolons and the mark of UTF-8: what a Finnish Excel opens as a table with its ä and ö.
    text = io.StringIO(newline="")
    cells = ([_CONTROL.sub("", cell) for cell in row] for row in rows)
    guarded = [["'" + c if _FORMULA.match(c) else c for c in row] for row in cells]
    csv.writer(text, delimiter=";").writerows(guarded)
    return text.getvalue().encode("utf-8-sig")


def fill_sheet(sheet: Worksheet, rows: Rows) -> None:
    """Fill an empty sheet of a workbook with rows of texts, guarded like ``publish_table``."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place, _CONTROL.sub("", text)[:_LONGEST_CELL] or None)
            if cell.value:
                cell.data_type = "s"  # or a text that begins with = would be a formula
                cell.quotePrefix = True
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for place, column in enumerate(zip_longest(*rows, fillvalue=""), 1):
        longest = max((len(line) for cell in column for line in cell.splitlines()), default=0)
        width = min(max(longest, _WIDTHS[0]), _WIDTHS[1])
        sheet.column_dimensions[get_column_letter(place)].width = width


def _xlsx(rows: Rows) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    fill_sheet(book.worksheets[0], rows)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


_FORMATS: Mapping[str, Callable[[Rows], bytes]] = {".csv": table_as_csv, ".xlsx": _xlsx}
