"""Round-table notes in a workbook of LibreOffice, read as those in Excel."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.i18n import N_
from toolkit.importers.format import Format
from toolkit.importers.notes_xlsx import has_notes, read_sheets_of_notes
from toolkit.importers.odf import expect_kind, find_kind
from toolkit.importers.opened import OpenedFile

__all__ = ["FORMAT"]

_NAME = "notes-ods"


def recognises(file: OpenedFile) -> bool:
    """Whether a visible sheet has the headings of a table of notes, and no survey tool's."""
    return find_kind(file) == "spreadsheet" and has_notes(file)


def parse(file: OpenedFile) -> Import:
    """Make one note of every cell of a column of notes; what is hidden is told of, not read."""
    expect_kind(file, "spreadsheet")
    return read_sheets_of_notes(file, format_name=_NAME)


FORMAT = Format(
    name=_NAME,
    title=N_("Round-table notes: LibreOffice workbook"),
    recognises=recognises,
    parse=parse,
)
