"""Round-table notes in Excel: a header somewhere near the top, then one note on a row."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.decidim import recognises as is_decidim
from toolkit.importers.format import Format
from toolkit.importers.kerrokantasi import recognises as is_kerrokantasi
from toolkit.importers.notes_tables import find_notes, has_survey_header, read_notes
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet_xlsx import recognises as is_padlet
from toolkit.importers.sheet_warnings import warn_of_sheets

__all__ = ["FORMAT", "has_notes", "read_sheets_of_notes"]

_NAME = "notes-xlsx"


def recognises(file: OpenedFile) -> bool:
    """Whether a visible sheet has the headings of a table of notes, and no survey tool's."""
    return file.is_archive and "xl/workbook.xml" in file.names and has_notes(file)


def has_notes(file: OpenedFile) -> bool:
    """Whether a workbook has a table of notes, and none of a tool with an importer of its own."""
    if is_padlet(file) or is_decidim(file) or is_kerrokantasi(file):
        return False
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


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: Excel workbook"), recognises=recognises, parse=parse
)
