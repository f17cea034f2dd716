"""Padlet's present CSV export: a ZIP with a table of posts and, beside it, one of comments."""

from __future__ import annotations

from pathlib import PurePosixPath

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import post_columns, read_posts, warn_comments
from toolkit.importers.tables import find_dialect, header_key, read_table
from toolkit.text import decode

__all__ = ["FORMAT"]

_NAME = "padlet-zip"
_COMMENT_HEADINGS = frozenset(("comment", "comments", "kommentti", "kommentit", "kommentar"))


def recognises(file: OpenedFile) -> bool:
    """Whether a table inside the ZIP has the columns of Padlet posts."""
    return file.is_archive and bool(_tables_of_posts(file))


def parse(file: OpenedFile) -> Import:
    """Make one note of every post; count the comments; name what else there is."""
    posts = _tables_of_posts(file)
    if not posts:
        raise UnreadableExport(
            N_("No list of Padlet posts is in the ZIP: {name}. Export the board as CSV."),
            name=file.name,
        )
    collected = Collected()
    for member in posts:
        place = f"{PurePosixPath(member).stem}, " if len(posts) > 1 else ""
        table = read_table(decode(file.read(member)), name=f"{file.name}: {member}")
        read_posts(table, collected, place=place)
    others = [name for name in _members(file) if name not in posts]
    comments = [name for name in others if _is_comments(file, name)]
    warn_comments(
        sum(len(read_table(decode(file.read(name)), name=name)) - 1 for name in comments), collected
    )
    collected.warn_unread(
        "files_not_read",
        _("Files that were not read: {names}."),
        (name for name in others if name not in comments),
    )
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def _members(file: OpenedFile) -> list[str]:
    return [name for name in file.names if not name.startswith("__MACOSX/")]


def _tables_of_posts(file: OpenedFile) -> list[str]:
    return [name for name in _members(file) if post_columns(_header(file, name)) is not None]


def _is_comments(file: OpenedFile, member: str) -> bool:
    headings = {header_key(cell) for cell in _header(file, member)}
    return not headings.isdisjoint(_COMMENT_HEADINGS)


def _header(file: OpenedFile, member: str) -> list[str]:
    if not member.casefold().endswith((".csv", ".txt", ".tsv")):
        return []
    return find_dialect(decode(file.read(member))).header


FORMAT = Format(
    name=_NAME, title=N_("Padlet: CSV export (ZIP)"), recognises=recognises, parse=parse
)
