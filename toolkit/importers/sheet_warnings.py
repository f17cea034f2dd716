"""What is said of a workbook whichever importer reads it."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.limits import read_limits
from toolkit.importers.sheets import Sheet

__all__ = ["warn_of_sheets"]


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
    n_formulas = sum(sheet.n_formulas for sheet in sheets)
    if n_formulas:
        message = ngettext(
            "{n} cell holds a formula; it was read as text and nothing was calculated.",
            "{n} cells hold a formula; they were read as text and nothing was calculated.",
            n_formulas,
        )
        collected.warn("formulas", message.format(n=n_formulas))
