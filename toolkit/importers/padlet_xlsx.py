"""Padlet's list of posts as an Excel workbook, with the same columns as in CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import Rows, post_columns, read_posts
from toolkit.importers.padlet_comments import comment_columns, read_comments, warn_of_unlinked
from toolkit.importers.padlet_zip import join_posts
from toolkit.importers.sheet_warnings import skip_hidden, warn_of_sheets
from toolkit.importers.sheets import Sheet
from toolkit.importers.workbooks import is_workbook
from toolkit.text import squeeze_spaces

__all__ = ["FORMAT", "recognises"]

_NAME = "padlet-xlsx"
_HEADER_WITHIN = 15


def recognises(file: OpenedFile) -> bool:
    """Whether a visible sheet has the columns of Padlet posts."""
    if not is_workbook(file):
        return False
    return any(_table(sheet, post_columns) for sheet in file.sheets)


def parse(file: OpenedFile) -> Import:
    """Make one note of every post and of every comment; other sheets are named."""
    tables = {s.name: rows for s in file.sheets if (rows := _table(s, post_columns))}
    if not tables:
        raise UnreadableExport(
            N_("No sheet has the columns of Padlet: {name}. Needed: Subject, Body and Author."),
            name=file.name,
        )
    collected = Collected()
    for sheet in file.sheets:
        skip_hidden(sheet, collected)
        above = sheet.rows[: len(sheet.rows) - len(tables.get(sheet.name) or sheet.rows)]
        for number, _cells in above:
            collected.skip(number, _("above the headings of the table"))
    rest = [sheet for sheet in file.sheets if sheet.name not in tables]
    comments = {sheet.name: rows for sheet in rest if (rows := _table(sheet, comment_columns))}
    many = len(tables) > 1
    posts = {
        name: read_posts(rows, collected, place=_before(name, many=many))
        for name, rows in tables.items()
    }
    n_unlinked = sum(
        read_comments(
            rows,
            collected,
            posts=join_posts(posts, board=name),
            place=_before(name, many=many),
        )
        for name, rows in comments.items()
    )
    warn_of_unlinked(n_unlinked, collected)
    warn_of_sheets(file.sheets, collected)
    collected.warn_unread(
        "sheets_not_read",
        _("Sheets without posts or comments, not read: {names}."),
        (sheet.name for sheet in rest if sheet.rows and sheet.name not in comments),
    )
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def _table(sheet: Sheet, columns: Callable[[Sequence[str]], dict[str, int] | None]) -> Rows | None:
    """Return the rows from the headings on; None when no row near the top holds them."""
    for index, (_number, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
        if columns(cells) is not None:
            return sheet.rows[index:]
    return None


def _before(name: str, *, many: bool) -> str:
    return f"{squeeze_spaces(name)}, " if many else ""


FORMAT = Format(
    name=_NAME, title=N_("Padlet: list of posts (Excel)"), recognises=recognises, parse=parse
)
