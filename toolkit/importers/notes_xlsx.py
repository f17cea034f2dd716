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

__all__ = ["FORMAT", "warn_of_sheets"]

_NAME = "notes-xlsx"


def recognises(file: OpenedFile) -> bool:
    """Whether a visible sheet has the headings of a table of notes, and no survey tool's."""
    if not file.is_archive or "xl/workbook.xml" not in file.names:
        return False
    found = (find_notes(sheet, may_guess=True) for sheet in file.sheets)
    return not any(map(has_survey_header, file.sheets)) and any(found)


def parse(file: OpenedFile) -> Import:
    """Make one note of every cell of a column of notes; hidden sheets are named, not read."""
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
    return collected.to_import(file, format_name=_NAME, prefix="notes")


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
