"""Notes in a CSV with headings of its own: one note on a row, in a column that says so."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.i18n import N_
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.notes_tables import NotesTable, find_notes, has_survey_header, read_notes
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet_csv import recognises as is_padlet
from toolkit.importers.polis_files import is_polis_part
from toolkit.importers.sheets import Sheet
from toolkit.importers.tables import is_table

__all__ = ["FORMAT"]

_NAME = "notes-csv"


def recognises(file: OpenedFile) -> bool:
    """Whether a heading names a column of notes, and no other tool wrote the table."""
    if not file.is_text or not is_table(file.text) or is_padlet(file) or is_polis_part(file):
        return False
    return _table(file) is not None


def parse(file: OpenedFile) -> Import:
    """Make one note of every cell of the columns of notes."""
    collected = Collected()
    table = _table(file)
    if table is not None:
        read_notes(table, collected, many=False)
    return collected.to_import(file, format_name=_NAME, prefix="notes")


def _table(file: OpenedFile) -> NotesTable | None:
    rows = tuple((n, tuple(cells)) for n, cells in enumerate(file.table, start=1) if any(cells))
    sheet = Sheet(name=file.name, rows=rows)
    return None if has_survey_header(sheet) else find_notes(sheet, may_guess=False)


FORMAT = Format(
    name=_NAME, title=N_("Notes with headings (CSV)"), recognises=recognises, parse=parse
)
