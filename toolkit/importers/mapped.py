"""Tables whose columns a person has named: read the same way whenever they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from toolkit.codec import from_plain
from toolkit.domain import ColumnMapping, ColumnRole, Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.columns import Columns
from toolkit.importers.grids import Answer, answers_of_rows
from toolkit.importers.isolated import ask, foreseeing, is_read_here, no_telling
from toolkit.importers.one_column import read_column
from toolkit.importers.opened import OpenedFile, open_file
from toolkit.importers.repairing import repair_file
from toolkit.importers.sheet_warnings import warn_of_sheets
from toolkit.importers.sheets import Sheet
from toolkit.importers.support import count_of
from toolkit.importers.survey import PREFIX, read_survey
from toolkit.importers.table_heads import split_head
from toolkit.importers.tables import is_table, read_table, title_lines
from toolkit.importers.workbooks import is_workbook
from toolkit.text import squeeze_spaces, strip_formula_guard

__all__ = [
    "NAME",
    "SURVEY_NAME",
    "column_letters",
    "column_name",
    "mapped_answers",
    "read_mapped",
    "read_tables",
    "tables_of",
]

NAME = "notes-table"
"""The name of the format, for receipts."""

SURVEY_NAME = "survey-table"
"""The name of the format when each row is a respondent."""


def read_tables(
    path: Path, *, repairs_text: bool = False, tell: Callable[[], None] = no_telling
) -> list[Sheet]:
    """Return the sheets of a workbook, or a CSV as one sheet without a name; none of another file.

    Parameters
    ----------
    repairs_text, tell
        See ``read_file``.

    Raises
    ------
    UnreadableExport
        If the file is broken.
    """
    file = open_file(path)
    if is_read_here(file):
        return tables_of(repair_file(file) if repairs_text else file)
    plain, _numbers = ask("tables", path, tell=tell, repairs_text=repairs_text)
    with foreseeing(path.name):
        return from_plain(list[Sheet], plain)


def read_mapped(file: OpenedFile, mapping: ColumnMapping) -> Import:
    """Read the notes of a table as its columns have been named.

    Every cell of a column of notes is a note. In the receipt is every row but that of the headings.
    Where a column holds background or ready-made answers, the table is read as a survey.

    Raises
    ------
    UnreadableExport
        If the file is broken, or has no such sheet, row of headings or column to read.
    NothingToRead
        If there is not one note, and no choice.
    """
    sheets = tables_of(file)
    chosen = [sheet for sheet in sheets if sheet.name == mapping.sheet and not sheet.is_hidden]
    rows = chosen[0].rows if chosen else ()
    is_there = mapping.header in {0, *(number for number, _cells in rows)}
    if not rows or not is_there or not (mapping.has_notes or mapping.is_survey):
        msg = N_("The columns that were chosen are not in the file: {name}. Choose them again.")
        raise UnreadableExport(msg, name=file.name)
    collected = Collected()
    for number, _cells in rows:
        if number < mapping.header:
            collected.skip(number, _("above the headings of the table"))
    _warn(collected, sheets, mapping, rows)
    if mapping.is_survey:
        headings, respondents = _split(rows, mapping)
        read_survey(collected, headings, respondents, mapping.roles)
        for number in sorted(chosen[0].hidden_numbers):
            collected.skip(number, _("hidden row"))
        return collected.to_import(file, format_name=SURVEY_NAME, prefix=PREFIX)
    read = _places(mapping.roles, ColumnRole.NOTE, ColumnRole.ANSWER)
    above = [row for row in rows if row[0] <= mapping.header]
    below = chosen[0].rows_below(mapping.header, read=read)
    hidden = chosen[0].hidden_numbers
    answers = list(mapped_answers([*above, *below], mapping))
    weights = _weights(collected, rows, mapping, answers)
    for answer in answers:
        if answer.row in hidden:
            collected.skip(answer.row, _("hidden row"))
            continue
        collected.add(
            answer.row,
            strip_formula_guard(answer.text),
            prompt=answer.prompt,
            place=_("row {n}").format(n=answer.row),
            group=answer.group,
            weight=weights.get(answer.row, 0),
        )
    return collected.to_import(file, format_name=NAME, prefix="notes")


def _weights(
    collected: Collected,
    rows: Sequence[tuple[int, Sequence[str]]],
    mapping: ColumnMapping,
    answers: Sequence[Answer],
) -> dict[int, int]:
    """Return row → marks of support; what cannot be counted, or is of several notes, is told."""
    places = _places(mapping.roles, ColumnRole.WEIGHT)
    weights: dict[int, int] = {}
    n_notes = Counter(answer.row for answer in answers if answer.text.strip())
    n_unread = 0
    for number, cells in rows:
        given = [cells[i] for i in places if i < len(cells) and cells[i].strip()]
        if number <= mapping.header or not given:
            continue
        counts = [count_of(cell) for cell in given]
        if None in counts or n_notes[number] > 1:
            n_unread += 1
        else:
            weights[number] = sum(filter(None, counts))
    if n_unread:
        message = ngettext(
            "On {n} row the support was not read: it is no whole number, or the row has several "
            "notes.",
            "On {n} rows the support was not read: it is no whole number, or the row has several "
            "notes.",
            n_unread,
        )
        collected.warn("support_not_read", message.format(n=n_unread))
    return weights


def mapped_answers(
    rows: Sequence[tuple[int, Sequence[str]]], mapping: ColumnMapping
) -> Iterator[Answer]:
    """Yield the cells that are notes, and an empty text for a row without any."""
    roles = mapping.roles
    headings, below = _split(rows, mapping)
    columns = Columns(
        prompt=_only(roles, ColumnRole.PROMPT),
        group=_only(roles, ColumnRole.GROUP),
        texts=_places(roles, ColumnRole.NOTE),
        others=(),
    )
    return answers_of_rows(
        [*headings, *[""] * (len(roles) - len(headings))],
        below,
        columns,
        read=_places(roles, ColumnRole.NOTE, ColumnRole.ANSWER),
        fills_down=mapping.fills_down,
    )


def _split(
    rows: Sequence[tuple[int, Sequence[str]]], mapping: ColumnMapping
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    return split_head(rows, header=mapping.header, has_options=mapping.has_options)


def _places(roles: Sequence[ColumnRole], *wanted: ColumnRole) -> tuple[int, ...]:
    return tuple(place for place, role in enumerate(roles) if role in wanted)


def _only(roles: Sequence[ColumnRole], role: ColumnRole) -> int | None:
    return roles.index(role) if role in roles else None


def tables_of(file: OpenedFile) -> list[Sheet]:
    """Return what ``read_tables`` does, in this very process."""
    if is_workbook(file):
        return file.sheets
    if not file.is_text or file.folder is not None:
        return []
    found = _rows_of_text(file)
    rows = tuple((n, tuple(cells)) for n, cells in enumerate(found, start=1) if any(cells))
    return [Sheet(name="", rows=rows)]


def _rows_of_text(file: OpenedFile) -> list[list[str]]:
    """Return the rows of a CSV, which may stand below a title of some lines."""
    if is_table(file.text):
        return file.table
    n = title_lines(file.text)
    if n:
        *title, rest = file.text.split("\n", n)
        return [*([line] for line in title if line), *read_table(rest, name=file.name)]
    return [[cell] for cell in read_column(file.text)]


def _warn(
    collected: Collected,
    sheets: list[Sheet],
    mapping: ColumnMapping,
    rows: Sequence[tuple[int, Sequence[str]]],
) -> None:
    warn_of_sheets(sheets, collected)
    others = [sheet for sheet in sheets if sheet.rows and sheet.name != mapping.sheet]
    message = _("Sheets that were not chosen were not read: {names}.")
    collected.warn_unread("sheets_not_read", message, (sheet.name for sheet in others))
    headings, below = _split(rows, mapping)
    unread = (
        place
        for place in range(len(headings))
        if (mapping.roles[place] if place < len(mapping.roles) else ColumnRole.NONE) == ""
        and any(cells[place].strip() for _number, cells in below)
    )
    collected.warn_of_columns(column_name(headings, place) for place in unread)


def column_name(headings: Sequence[str], place: int) -> str:
    """Return the heading of a column, or its letters as in a spreadsheet when it has none."""
    heading = squeeze_spaces(headings[place]) if place < len(headings) else ""
    return heading or _("column {letters}").format(letters=column_letters(place))


def column_letters(place: int) -> str:
    """Return what a spreadsheet calls a column.

    >>> [column_letters(place) for place in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    place, last = divmod(place, 26)
    return (column_letters(place - 1) if place else "") + chr(ord("A") + last)
