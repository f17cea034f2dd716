"""Round-table notes in Excel: a header somewhere near the top, then one note on a row."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.columns import Columns, find_columns, is_survey
from toolkit.importers.format import Format
from toolkit.importers.grids import answers_of_rows
from toolkit.importers.opened import OpenedFile
from toolkit.importers.roundtable import split_table_heading
from toolkit.importers.sheets import MAX_ROWS, Sheet
from toolkit.text import squeeze_spaces, strip_formula_guard

__all__ = ["FORMAT"]

_NAME = "notes-xlsx"
_HEADER_WITHIN = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notes:
    """A sheet whose header has been found, at ``sheet.rows[header]``."""

    sheet: Sheet
    header: int
    columns: Columns
    read: tuple[int, ...]


def recognises(file: OpenedFile) -> bool:
    """Whether a visible sheet has the headings of a table of notes, and no survey tool's."""
    if not file.is_archive or "xl/workbook.xml" not in file.names:
        return False
    headers = [cells for sheet in file.sheets for _n, cells in sheet.rows[:_HEADER_WITHIN]]
    return not any(map(is_survey, headers)) and any(map(_find_notes, file.sheets))


def parse(file: OpenedFile) -> Import:
    """Make one note of every cell of a column of notes; hidden sheets are named, not read."""
    found = {sheet.name: _find_notes(sheet) for sheet in file.sheets}
    tables = [notes for notes in found.values() if notes]
    if not tables:
        raise UnreadableExport(
            N_(
                "No column of notes was found in the workbook: {name}. "
                "Give the column a heading such as Vastaus, Huomio or Kommentti."
            ),
            name=file.name,
        )
    collected = Collected()
    for notes in tables:
        _read(notes, collected, many=len(tables) > 1)
    visible = [sheet for sheet in file.sheets if not sheet.is_hidden]
    _warn(file.sheets, collected)
    collected.warn_unread(
        "sheets_not_read",
        _("Sheets without a column of notes, not read: {names}."),
        (sheet.name for sheet in visible if sheet.rows and not found[sheet.name]),
    )
    return collected.to_import(file, format_name=_NAME, prefix="notes")


def _find_notes(sheet: Sheet) -> _Notes | None:
    for index, (_number, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns = find_columns(cells)
        n_filled = sum(bool(cell.strip()) for cell in cells)
        if not columns.are_known or (not columns.texts and n_filled < 2):
            continue
        read = columns.texts or _longest(sheet, index, columns)
        if read and len(sheet.rows) > index + 1:
            return _Notes(sheet=sheet, header=index, columns=columns, read=read)
    return None


def _longest(sheet: Sheet, header: int, columns: Columns) -> tuple[int, ...]:
    """Return the column with the most text when no heading says which holds the notes."""
    rows = [cells for _number, cells in sheet.rows[header + 1 :]]
    lengths = {i: sum(len(cells[i]) for cells in rows if i < len(cells)) for i in columns.others}
    best = max(lengths, key=lambda i: lengths[i], default=None)
    return () if best is None or not lengths[best] else (best,)


def _read(notes: _Notes, collected: Collected, *, many: bool) -> None:
    sheet, columns = notes.sheet, notes.columns
    group = _group_of_sheet(notes)
    for number, _cells in sheet.rows[: notes.header]:
        collected.skip(number, _("above the headings of the table"))
    rows = sheet.rows[notes.header + 1 :]
    header = sheet.rows[notes.header][1]
    for answer in answers_of_rows(header, rows, columns, read=notes.read):
        place = _("row {n}").format(n=answer.row)
        collected.add(
            answer.row,
            strip_formula_guard(answer.text),
            prompt=answer.prompt,
            place=f"{squeeze_spaces(sheet.name)}, {place}" if many else place,
            group=answer.group or group,
        )
    others = [i for i in columns.others if i not in notes.read]
    filled = [i for i in others if any(i < len(cells) and cells[i].strip() for _n, cells in rows)]
    collected.warn_of_columns(header[i] for i in filled)


def _group_of_sheet(notes: _Notes) -> str:
    """Return the table that the sheet's name or a line above the header names."""
    above = [cell for _n, cells in notes.sheet.rows[: notes.header] for cell in cells]
    for text in [*above, notes.sheet.name]:
        table, people = split_table_heading(text)
        if table:
            return people or table
    return ""


def _warn(sheets: list[Sheet], collected: Collected) -> None:
    collected.warn_unread(
        "hidden_sheets",
        _("Hidden sheets were not read: {names}."),
        (sheet.name for sheet in sheets if sheet.is_hidden),
    )
    collected.warn_unread(
        "sheets_cut",
        _("Only the first {limit} rows were read of the sheets: {names}."),
        (sheet.name for sheet in sheets if sheet.is_cut),
        limit=MAX_ROWS,
    )
    n_formulas = sum(sheet.n_formulas for sheet in sheets)
    if n_formulas:
        message = ngettext(
            "{n} cell holds a formula; it was read as text and nothing was calculated.",
            "{n} cells hold a formula; they were read as text and nothing was calculated.",
            n_formulas,
        )
        collected.warn("formulas", message.format(n=n_formulas))


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: Excel workbook"), recognises=recognises, parse=parse
)
