"""Round-table notes in Excel: a header somewhere near the top, then one note on a row."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.limits import read_limits
from toolkit.importers.notes_tables import find_notes, has_survey_header, read_notes
from toolkit.importers.opened import OpenedFile
from toolkit.importers.sheets import Sheet

__all__ = ["FORMAT", "has_notes", "read_sheets_of_notes", "warn_of_sheets"]

_NAME = "notes-xlsx"


def recognises(file: OpenedFile) -> bool:
    """Whether a visible sheet has the headings of a table of notes, and no survey tool's."""
    return file.is_archive and "xl/workbook.xml" in file.names and has_notes(file)


def has_notes(file: OpenedFile) -> bool:
    """Whether a workbook has a table of notes and none of a survey tool."""
    found = (find_notes(sheet, may_guess=True) for sheet in file.sheets)
    return not any(map(has_survey_header, file.sheets)) and any(found)


def parse(file: OpenedFile) -> Import:
    """Make one note of every cell of a column of notes; what is hidden is told of, not read."""
    return read_sheets_of_notes(file, format_name=_NAME)


def read_sheets_of_notes(file: OpenedFile, *, format_name: str) -> Import:
    """Read the notes of a workbook, whichever program wrote it.

    Raises
    ------
    UnreadableExport
        If no sheet has a column of notes.
    NothingToRead
        If there is not one note.
    """
    found = {sheet.name: find_notes(sheet, may_guess=True) for sheet in file.sheets}
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
        read_notes(notes, collected, many=len(tables) > 1)
    visible = [sheet for sheet in file.sheets if not sheet.is_hidden]
    warn_of_sheets(file.sheets, collected)
    collected.warn_unread(
        "sheets_not_read",
        _("Sheets without a column of notes, not read: {names}."),
        (sheet.name for sheet in visible if sheet.rows and not found[sheet.name]),
    )
    return collected.to_import(file, format_name=format_name, prefix="notes")


def warn_of_sheets(sheets: list[Sheet], collected: Collected) -> None:
    """Say which sheets are hidden or cut, and how many cells hold a formula."""
    limits = read_limits()
    collected.warn_unread(
        "hidden_sheets",
        _("Hidden sheets were not read: {names}."),
        (sheet.name for sheet in sheets if sheet.is_hidden),
    )
    collected.warn_unread(
        "sheets_cut",
        _("Only the first {rows} rows and {columns} columns were read of the sheets: {names}."),
        (sheet.name for sheet in sheets if sheet.is_cut),
        rows=limits.rows,
        columns=limits.columns,
    )
    n_rows = sum(len(sheet.hidden_rows) for sheet in sheets)
    collected.warn_of_some(
        "hidden_rows",
        n_rows,
        ngettext(
            "{n} hidden row was not read. If it belongs here, show it and import the file again.",
            "{n} hidden rows were not read. If they belong here, show them and import the file "
            "again.",
            n_rows,
        ),
    )
    n_columns = sum(sheet.n_hidden_columns for sheet in sheets)
    collected.warn_of_some(
        "hidden_columns",
        n_columns,
        ngettext(
            "{n} hidden column was not read. If it belongs here, show it and import the file "
            "again.",
            "{n} hidden columns were not read. If they belong here, show them and import the file "
            "again.",
            n_columns,
        ),
    )
    _warn_of_cells(sheets, collected)


def _warn_of_cells(sheets: list[Sheet], collected: Collected) -> None:
    n_open = sum(sheet.n_formulas for sheet in sheets)
    collected.warn_of_some(
        "formulas",
        n_open,
        ngettext(
            "{n} cell holds a formula without a value; it was read as text and nothing was "
            "calculated.",
            "{n} cells hold a formula without a value; they were read as text and nothing was "
            "calculated.",
            n_open,
        ),
    )
    n_values = sum(sheet.n_values for sheet in sheets)
    collected.warn_of_some(
        "formula_values",
        n_values,
        ngettext(
            "{n} cell holds a formula; the value saved with it was read and nothing was "
            "calculated.",
            "{n} cells hold a formula; the values saved with them were read and nothing was "
            "calculated.",
            n_values,
        ),
    )
    n_comments = sum(sheet.n_comments for sheet in sheets)
    collected.warn_of_some(
        "cell_comments",
        n_comments,
        ngettext(
            "{n} comment on a cell was not read.",
            "{n} comments on cells were not read.",
            n_comments,
        ),
    )


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: Excel workbook"), recognises=recognises, parse=parse
)
