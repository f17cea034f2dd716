"""The table of a survey tool: what the tool wrote is left out, the rest is read as a survey."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toolkit.domain import ColumnRole, Import
from toolkit.errors import DoubtfulColumns, UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.opened import OpenedFile
from toolkit.importers.sheet_warnings import warn_of_sheets
from toolkit.importers.sheets import Sheet
from toolkit.importers.survey import PREFIX, judge_columns, read_survey
from toolkit.importers.survey_headings import question_of
from toolkit.importers.tables import header_key, is_table
from toolkit.importers.workbooks import is_workbook

__all__ = ["DOUBTFUL", "SurveyTable", "find_survey", "import_survey", "refuse_doubt"]

DOUBTFUL = "doubtful_columns"
"""The code of a warning that a person should say what some columns hold."""

_HEADER_WITHIN = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTable:
    """A sheet whose headings have been found, at ``sheet.rows[header]``."""

    sheet: Sheet
    header: int

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings as they stand."""
        return self.sheet.rows[self.header][1]


def _sheets_of(file: OpenedFile) -> list[Sheet]:
    """Return the sheets of a workbook, or the rows of a CSV as one; none of another file."""
    if is_workbook(file):
        return file.sheets
    if file.folder is not None or not file.is_text or not is_table(file.text):
        return []
    rows = tuple((n, tuple(cells)) for n, cells in enumerate(file.table, start=1) if any(cells))
    return [Sheet(name="", rows=rows)]


def find_survey(file: OpenedFile, is_header: Callable[[Sequence[str]], bool]) -> SurveyTable | None:
    """Return the first table with such headings near its top and a respondent below them.

    Parameters
    ----------
    is_header
        Asked with the headings of a row as they are compared; see ``header_key``.
    """
    for sheet in _sheets_of(file):
        for at, (_number, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
            if len(sheet.rows) > at + 1 and is_header([header_key(cell) for cell in cells]):
                return SurveyTable(sheet=sheet, header=at)
    return None


def import_survey(
    file: OpenedFile,
    table: SurveyTable | None,
    *,
    name: str,
    is_fixed: Callable[[Sequence[str], int], bool],
    separators: Sequence[str],
) -> Import:
    """Read a survey whose tool is known.

    Parameters
    ----------
    name
        Of the format.
    is_fixed
        Whether the tool itself wrote the column at this place of the headings.
    separators
        What stands between several answers in a cell.

    Returns
    -------
    Import
        With a warning ``DOUBTFUL`` when it is not clear what some columns hold.
    """
    if table is None:
        msg = N_("The file is not an export of this survey tool: {name}. Export it again.")
        raise UnreadableExport(msg, name=file.name)
    headings = table.headings
    keys = [header_key(cell) for cell in headings]
    rows = table.sheet.rows[table.header + 1 :]
    roles, doubtful = judge_columns(headings, rows, separators=separators)
    fixed = {place for place in range(len(keys)) if is_fixed(keys, place)}
    roles = [ColumnRole.NONE if at in fixed else role for at, role in enumerate(roles)]
    asked = [question_of(headings[at]) for at in doubtful if at < len(keys) and at not in fixed]
    collected = Collected()
    for number, _cells in table.sheet.rows[: table.header]:
        collected.skip(number, _("above the headings of the table"))
    for number in sorted(table.sheet.hidden_numbers):
        collected.skip(number, _("hidden row"))
    read_survey(collected, headings, rows, roles, separators=separators)
    message = _(
        "It is not certain whether these questions were answered in people's own words: {names}"
    )
    collected.warn_unread(DOUBTFUL, message, asked)
    _warn(file, collected, table, roles, rows)
    return collected.to_import(file, format_name=name, prefix=PREFIX)


def refuse_doubt(imported: Import) -> None:
    """Ask a person instead of guessing what columns hold.

    Raises
    ------
    DoubtfulColumns
        If the receipt has a warning ``DOUBTFUL``.
    """
    for warn in imported.receipt.warnings:
        if warn.code == DOUBTFUL:
            raise DoubtfulColumns(
                N_(
                    "Say on the screen Import what the columns hold, or take what the tool "
                    "suggests with --as {format}. {doubt}"
                ),
                doubt=warn.message,
                format=imported.receipt.format,
            )


def _warn(
    file: OpenedFile,
    collected: Collected,
    table: SurveyTable,
    roles: Sequence[ColumnRole],
    rows: Sequence[tuple[int, Sequence[str]]],
) -> None:
    sheets = file.sheets if file.is_archive else [table.sheet]
    warn_of_sheets(sheets, collected)
    others = [sheet.name for sheet in sheets if sheet.rows and sheet is not table.sheet]
    collected.warn_unread("sheets_not_read", _("Other sheets were not read: {names}."), others)
    unread = [
        table.headings[at]
        for at, role in enumerate(roles[: len(table.headings)])
        if not role and any(at < len(cells) and cells[at].strip() for _number, cells in rows)
    ]
    collected.warn_of_columns(unread)
