"""Tables of notes, from a workbook or a CSV: a header near the top, then one note on a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.i18n import _
from toolkit.importers.collected import Collected
from toolkit.importers.columns import NOT_NOTES, Columns, find_columns, is_survey
from toolkit.importers.grids import answers_of_rows
from toolkit.importers.roundtable import split_table_heading
from toolkit.importers.sheets import Sheet
from toolkit.importers.tables import header_key
from toolkit.text import squeeze_spaces, strip_formula_guard

__all__ = ["NotesTable", "find_notes", "has_survey_header", "read_notes"]

_HEADER_WITHIN = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesTable:
    """A sheet whose header has been found, at ``sheet.rows[header]``."""

    sheet: Sheet
    header: int
    columns: Columns
    read: tuple[int, ...]


def has_survey_header(sheet: Sheet) -> bool:
    """Whether a survey tool wrote the sheet: it then holds respondents, not notes."""
    return any(is_survey(cells) for _number, cells in sheet.rows[:_HEADER_WITHIN])


def find_notes(sheet: Sheet, *, may_guess: bool) -> NotesTable | None:
    """Find the header of a table of notes; None when the sheet has none.

    Parameters
    ----------
    may_guess
        Read the column with the most text when no heading says which one holds the notes, but some
        heading names a question or a group.
    """
    found = list(_headers(sheet, may_guess=may_guess))
    # A title such as "Vastaukset" may stand above the row of headings.
    wide = (table for table in found if _width(sheet, table.header) > 1)
    return next(wide, found[0] if found else None)


def _headers(sheet: Sheet, *, may_guess: bool) -> Iterator[NotesTable]:
    for index, (_number, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns = find_columns(cells)
        if not columns.are_known or (not columns.texts and _width(sheet, index) < 2):
            continue
        read = columns.texts or (_longest(sheet, index, columns) if may_guess else ())
        if read and len(sheet.rows) > index + 1:
            yield NotesTable(sheet=sheet, header=index, columns=columns, read=read)


def _width(sheet: Sheet, index: int) -> int:
    return sum(bool(cell.strip()) for cell in sheet.rows[index][1])


def _longest(sheet: Sheet, header: int, columns: Columns) -> tuple[int, ...]:
    """Return the column with the most text when no heading says which holds the notes.

    A column of single words (names, states) is none, nor is one about who wrote.
    """
    rows = [cells for _number, cells in sheet.rows[header + 1 :]]
    headings = sheet.rows[header][1]
    below = {
        i: [cells[i] for cells in rows if i < len(cells) and cells[i].strip()]
        for i in columns.others
        if header_key(headings[i]) not in NOT_NOTES
    }
    lengths = {i: sum(map(len, cells)) for i, cells in below.items() if _are_words(cells)}
    best = max(lengths, key=lambda i: lengths[i], default=None)
    return () if best is None else (best,)


def _are_words(cells: Sequence[str]) -> bool:
    return 2 * sum(len(cell.split()) > 1 for cell in cells) > len(cells)


def read_notes(notes: NotesTable, collected: Collected, *, many: bool) -> None:
    """Collect the notes of one table; with ``many`` the place names the sheet, too."""
    sheet, columns = notes.sheet, notes.columns
    group = _group_of_sheet(notes)
    at, header = sheet.rows[notes.header]
    for number, _cells in sheet.rows[: notes.header]:
        collected.skip(number, _("above the headings of the table"))
    rows = [
        (number, (*cells, *[""] * (len(header) - len(cells))))
        for number, cells in sheet.rows_below(at, read=notes.read)
    ]
    hidden = sheet.hidden_numbers
    for answer in answers_of_rows(header, rows, columns, read=notes.read):
        if answer.row in hidden:
            collected.skip(answer.row, _("hidden row"))
            continue
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


def _group_of_sheet(notes: NotesTable) -> str:
    """Return the table that the sheet's name or a line above the header names."""
    above = [cell for _n, cells in notes.sheet.rows[: notes.header] for cell in cells]
    for text in [*above, notes.sheet.name]:
        table, people = split_table_heading(text)
        if table:
            return people or table
    return ""
