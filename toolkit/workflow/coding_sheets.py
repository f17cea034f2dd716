"""Coding sheets: a file that a coder fills in, and what they filled in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from toolkit import store
from toolkit.errors import BadName, UnreadableExport
from toolkit.i18n import N_, _, in_every_language
from toolkit.importers.opened import open_file
from toolkit.importers.tables import header_key
from toolkit.text import squeeze_spaces, strip_formula_guard

Row = Sequence[str]

_REF, _THEME = N_("Label"), N_("Theme")
_WIDTHS = (12, 30, 80, 30)
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


class Given(NamedTuple):
    """A row somebody filled in: its number in the file, the label of the note, the theme."""

    row: int
    ref: str
    theme: str


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
    header = (_(_REF), _("Question"), _("Note"), _(_THEME))
    store.write_bytes(path, writer(header, notes, (_("Themes to choose from"), *themes)))
    return path


def _write_csv(header: Row, notes: Sequence[Row], themes: Row) -> bytes:
    file = io.StringIO()
    # As Excel in Finnish reads it: semicolons, a mark for UTF-8.
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    left = [header, *((*note, "") for note in notes)]
    for place in range(max(len(left), len(themes))):
        cells = left[place] if place < len(left) else [""] * len(header)
        theme = themes[place] if place < len(themes) else ""
        writer.writerow([_as_words(cell) for cell in (*cells, "", theme)])
    return file.getvalue().encode("utf-8-sig")


def _as_words(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _write_workbook(header: Row, notes: Sequence[Row], themes: Row) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet: Any = book.active
    sheet.title, sheet.freeze_panes = _("Coding"), "A2"
    _fill(sheet, [header, *((*note, "") for note in notes)])
    listed = book.create_sheet(_("Themes"))
    _fill(listed, [(theme,) for theme in themes])
    choice = DataValidation("list", f"'{listed.title}'!$A$2:$A${len(themes)}", allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"D2:D{max(2, len(notes) + 1)}")
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    listed.column_dimensions["A"].width = 60
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Any, rows: Sequence[Row]) -> None:  # noqa: ANN401 - openpyxl has no type for it
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, column, text)
                cell.data_type = "s"  # words, whatever they begin with
                cell.quotePrefix = text.startswith(_FORMULA)


def read_coding_sheet(path: Path) -> tuple[Given, ...]:
    """Return the rows of a sheet that have a theme, in any of the languages of the screens.

    Raises
    ------
    UnreadableExport
        If it is no such sheet, or a row has a theme but no label.
    NothingToRead
        If the file is empty.
    """
    file = open_file(path)
    rows = dict(_rows_of_workbook(file) if file.is_archive else enumerate(file.table, start=1))
    columns = _find_columns(rows)
    if columns is None:
        msg = N_("This is no coding sheet: {name}. It needs the columns {ref} and {theme}.")
        raise UnreadableExport(msg, name=file.name, ref=_(_REF), theme=_(_THEME))
    given = []
    for number, cells in list(rows.items())[1:]:
        ref, theme = (_cell(cells, column) for column in columns)
        if theme and not ref:
            msg = N_("Row {row} has a theme but no label of a note: {name}.")
            raise UnreadableExport(msg, row=number, name=file.name)
        if theme:
            given.append(Given(number, ref, theme))
    return tuple(given)


def _rows_of_workbook(file: Any) -> Iterator[tuple[int, Row]]:  # noqa: ANN401 - OpenedFile
    first = next((sheet for sheet in file.sheets if sheet.rows), None)
    return iter(first.rows if first else ())


def _find_columns(rows: Mapping[int, Row]) -> tuple[int, int] | None:
    header = [header_key(cell) for cell in next(iter(rows.values()), ())]
    found = []
    for message in (_REF, _THEME):
        names = {header_key(name) for name in in_every_language(message)}
        found += [place for place, key in enumerate(header) if key in names][:1]
    return (found[0], found[1]) if len(found) == 2 else None


def _cell(cells: Row, column: int) -> str:
    return squeeze_spaces(strip_formula_guard(cells[column])) if column < len(cells) else ""
