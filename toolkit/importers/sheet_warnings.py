"""What is said of a workbook whichever importer reads it."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.limits import read_limits
from toolkit.importers.sheets import Sheet

__all__ = ["skip_hidden", "warn_of_sheets"]


def skip_hidden(sheet: Sheet, collected: Collected) -> None:
    """Skip the rows of a sheet that the sender has hidden."""
    for number, _cells in sheet.hidden_rows:
        collected.skip(number, _("hidden row"))


def warn_of_sheets(sheets: Sequence[Sheet], collected: Collected) -> None:
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


def _warn_of_cells(sheets: Sequence[Sheet], collected: Collected) -> None:
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
