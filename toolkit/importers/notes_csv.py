"""Notes in a CSV with headings of its own: one note on a row, in a column that says so."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.domain import Import
from toolkit.i18n import N_
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.columns import find_columns
from toolkit.importers.decidim import recognises as is_decidim
from toolkit.importers.discussion import has_structure
from toolkit.importers.format import Format
from toolkit.importers.notes_tables import NotesTable, find_notes, has_survey_header, read_notes
from toolkit.importers.one_column import read_column
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet_csv import recognises as is_padlet
from toolkit.importers.polis_files import is_polis_part
from toolkit.importers.roundtable import Kind, is_bullet, kind_of
from toolkit.importers.sheets import Sheet
from toolkit.importers.tables import is_table

__all__ = ["FORMAT"]

_NAME = "notes-csv"


def recognises(file: OpenedFile) -> bool:
    """Whether a heading names a column of notes, and no other tool wrote the table."""
    if not file.is_text or is_padlet(file) or is_decidim(file) or is_polis_part(file):
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
    found = file.table if is_table(file.text) else [[cell] for cell in _column(file.text)]
    rows = tuple((n, tuple(cells)) for n, cells in enumerate(found, start=1) if any(cells))
    sheet = Sheet(name=file.name, rows=rows)
    return None if has_survey_header(sheet) else find_notes(sheet, may_guess=False)


def _column(text: str) -> list[str]:
    """Return the only column of a CSV that begins with a heading of notes; else nothing."""
    cells = read_column(text)
    is_headed = bool(find_columns(cells[:1]).texts)
    return cells if is_headed and not _is_discussion(cells[1:]) else []


def _is_discussion(cells: Sequence[str]) -> bool:
    """Whether what stands below the heading begins as notes of a discussion do."""
    lines = [Line(row=n, text=cell) for n, cell in enumerate(cells)]
    kinds = [kind_of(line) for line in lines[:1]]
    if Kind.QUESTION in kinds:  # people ask in their answers, too
        return any(map(is_bullet, lines[1:2]))
    begins = Kind.TABLE in kinds or any(map(is_bullet, lines[:1]))
    return (begins and has_structure(lines)) or any(cell.startswith("#") for cell in cells[:1])


FORMAT = Format(
    name=_NAME, title=N_("Notes with headings (CSV)"), recognises=recognises, parse=parse
)
