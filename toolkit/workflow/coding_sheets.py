"""Coding sheets: a file that a coder fills in, and what they filled in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from toolkit import store
from toolkit.errors import BadName, UnreadableExport
from toolkit.i18n import N_, _
from toolkit.publishing import fill_sheet, table_as_csv
from toolkit.workflow.filled_sheets import Row, read_cell, read_filled_sheet

_REF, _TEXT, _THEME = N_("Label"), N_("Note"), N_("Theme")
_WIDTHS = (12, 30, 80, 30)


class Given(NamedTuple):
    """A row somebody filled in.

    Attributes
    ----------
    row
        Its number in the file.
    ref, theme
        Label of the note, name of the theme.
    text
        Of the note, as it is on the sheet; None when the sheet has no such column.
    """

    row: int
    ref: str
    theme: str
    text: str | None


def write_coding_sheet(path: Path, notes: Sequence[Row], themes: Sequence[str]) -> Path:
    """Write a sheet to be coded, in the format of its suffix, ``.csv`` or ``.xlsx``.

    Parameters
    ----------
    notes
        Label, question and text of every note.
    themes
        Names to choose from; beside the notes in a CSV, in a list of every cell in a workbook.

    Raises
    ------
    BadName
        If no format goes by that suffix.
    """
    writers = {".csv": _write_csv, ".xlsx": _write_workbook}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise BadName(
            N_("A coding sheet ends in .csv or .xlsx, not like this: {name}."), name=path.name
        )
    header = (_(_REF), _("Question"), _(_TEXT), _(_THEME))
    store.write_bytes(path, writer(header, notes, (_("Themes to choose from"), *themes)))
    return path


def _write_csv(header: Row, notes: Sequence[Row], themes: Row) -> bytes:
    left = [header, *((*note, "") for note in notes)]
    rows = zip_longest(left, themes)
    return table_as_csv([(*(row or ("",) * 4), "", theme or "") for row, theme in rows])


def _write_workbook(header: Row, notes: Sequence[Row], themes: Row) -> bytes:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet, listed = book.worksheets[0], book.create_sheet(_("Themes"))
    sheet.title = _("Coding")
    fill_sheet(sheet, [header, *((*note, "") for note in notes)])
    fill_sheet(listed, [(theme,) for theme in themes])
    choice = DataValidation("list", f"'{listed.title}'!$A$2:$A${len(themes)}", allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"D2:D{max(2, len(notes) + 1)}")
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_coding_sheet(path: Path) -> tuple[Given, ...]:
    """Return the rows of a sheet that have a theme, in any of the languages of the screens.

    Raises
    ------
    UnreadableExport
        If it is no such sheet, or a row has a theme but no label.
    NothingToRead
        If the file is empty.
    """
    sheet = read_filled_sheet(path)
    ref_at, text_at, theme_at = (sheet.column(name) for name in (_REF, _TEXT, _THEME))
    if ref_at is None or theme_at is None:
        msg = N_("This is no coding sheet: {name}. It needs the columns {ref} and {theme}.")
        raise UnreadableExport(msg, name=sheet.name, ref=_(_REF), theme=_(_THEME))
    given = []
    for number, cells in sheet.rows:
        ref, theme = read_cell(cells, ref_at), read_cell(cells, theme_at)
        if theme and not ref:
            msg = N_("Row {row} has a theme but no label of a note: {name}.")
            raise UnreadableExport(msg, row=number, name=sheet.name)
        if theme:
            text = None if text_at is None else read_cell(cells, text_at)
            given.append(Given(number, ref, theme, text))
    return tuple(given)
