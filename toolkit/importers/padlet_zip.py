"""Padlet's present CSV export: a ZIP with a table of posts and, beside it, one of comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import Rows, post_columns, read_posts
from toolkit.importers.padlet_comments import comment_columns, read_comments, warn_of_unlinked
from toolkit.importers.tables import find_dialect, read_table
from toolkit.text import decode

__all__ = ["FORMAT", "join_posts"]

_NAME = "padlet-zip"
_FIRST_WORD = re.compile(r"^\W*\w+")
Posts = Mapping[str, Mapping[str, list[int | None]]]


def recognises(file: OpenedFile) -> bool:
    """Whether a table inside the ZIP has the columns of Padlet posts."""
    return file.is_archive and bool(_tables_of_posts(file))


def parse(file: OpenedFile) -> Import:
    """Make one note of every post and of every comment; name what else there is."""
    tables = _tables_of_posts(file)
    if not tables:
        raise UnreadableExport(
            N_("No list of Padlet posts is in the ZIP: {name}. Export the board as CSV."),
            name=file.name,
        )
    collected = Collected()
    comments = [
        name
        for name in _members(file)
        if name not in tables and comment_columns(_header(file, name)) is not None
    ]
    posts = {
        member: read_posts(_rows(file, member), collected, place=_before(member, tables))
        for member in tables
    }
    n_unlinked = sum(
        read_comments(
            _rows(file, member),
            collected,
            posts=join_posts(posts, board=member),
            place=_before(member, tables),
        )
        for member in comments
    )
    warn_of_unlinked(n_unlinked, collected)
    collected.warn_unread(
        "files_not_read",
        _("Files that were not read: {names}."),
        (name for name in _members(file) if name not in {*tables, *comments}),
    )
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def join_posts(posts: Posts, *, board: str) -> dict[str, list[int | None]]:
    """Return the posts that comments in the table ``board`` may be on, by what they are called.

    Tables of one board differ in their first word: ``Posts - Ilta``, ``Comments - Ilta``.
    """
    same = [name for name in posts if _board(name) == _board(board)]
    joined: dict[str, list[int | None]] = {}
    for name in same if len(same) == 1 else posts:
        for called, notes in posts[name].items():
            joined.setdefault(called, []).extend(notes)
    return joined


def _board(name: str) -> str:
    return _FIRST_WORD.sub("", PurePosixPath(name).stem.casefold())


def _before(member: str, tables: list[str]) -> str:
    return f"{PurePosixPath(member).stem}, " if len(tables) > 1 else ""


def _rows(file: OpenedFile, member: str) -> Rows:
    table = read_table(decode(file.read(member)), name=f"{file.name}: {member}")
    return [*enumerate(table, start=1)]


def _members(file: OpenedFile) -> Iterable[str]:
    return [name for name in file.names if not name.startswith("__MACOSX/")]


def _tables_of_posts(file: OpenedFile) -> list[str]:
    return [name for name in _members(file) if post_columns(_header(file, name)) is not None]


def _header(file: OpenedFile, member: str) -> list[str]:
    if not member.casefold().endswith((".csv", ".txt", ".tsv")):
        return []
    return find_dialect(decode(file.read(member))).header


FORMAT = Format(
    name=_NAME, title=N_("Padlet: CSV export (ZIP)"), recognises=recognises, parse=parse
)
