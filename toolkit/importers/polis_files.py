"""The files of a Polis export, told apart by their headers: browsers change the names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.opened import OpenedFile
from toolkit.importers.tables import header_key, read_header, read_table
from toolkit.text import decode, squeeze_spaces

__all__ = ["PolisFiles", "Table", "has_polis_files", "is_polis_part", "read_polis_files"]

_ROLES: Mapping[str, frozenset[str]] = {
    "comments": frozenset(("comment-id", "comment-body", "agrees", "disagrees")),
    "votes": frozenset(("comment-id", "voter-id", "vote")),
    "matrix": frozenset(("participant", "group-id", "n-votes", "n-agree")),
}
# Files that come along and are not needed; each named by columns that only it has.
_SIDE_FILES = (
    frozenset(("n-votes", "n-comments", "n-visitors")),
    frozenset(("comment-id", "total-votes", "total-agrees")),
    frozenset(("participant", "n-important")),
    frozenset(("participant", "xid")),
)
_SUMMARY_KEYS = frozenset(("topic", "url", "voters", "voters-in-conv", "commenters", "groups"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One CSV of the export: column name → cells, all of one length."""

    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def n_rows(self) -> int:
        """Number of rows below the header."""
        return len(next(iter(self.columns.values()), ()))

    def column(self, name: str) -> Sequence[str]:
        """Return a column; empty cells when the export has none of that name."""
        return self.columns.get(name, ("",) * self.n_rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolisFiles:
    """What an export holds.

    Attributes
    ----------
    comments, votes, matrix
        The statements, the log of votes, and one row of votes per participant; any may be missing.
    summary
        Key → value; empty when missing.
    unread
        Names of the other files.
    """

    comments: Table | None = None
    votes: Table | None = None
    matrix: Table | None = None
    summary: Mapping[str, str]
    unread: tuple[str, ...]


def has_polis_files(file: OpenedFile) -> bool:
    """Whether a file, or one in a folder or ZIP, has the header of Polis statements or votes."""
    return any(_role(header) in _ROLES for header in _headers(file).values())


def is_polis_part(file: OpenedFile) -> bool:
    """Whether a lone CSV is any file of a Polis export, also one that is not needed."""
    header = file.header
    keys = {header_key(cell) for cell in header}
    return bool(_role(header)) or any(needed <= keys for needed in _SIDE_FILES)


def read_polis_files(file: OpenedFile) -> PolisFiles:
    """Read every table that the import needs.

    Raises
    ------
    UnreadableExport
        If two different files play one part: a folder holds one conversation.
    """
    parts: dict[str, str] = {}
    unread = []
    for name, header in _headers(file).items():
        role = _role(header)
        if not role:
            unread.append(PurePosixPath(name).name)
        elif role in parts and _bytes(file, name) != _bytes(file, parts[role]):
            raise UnreadableExport(
                N_('Two conversations are in one export: {name}. See "{first}" and "{second}".'),
                name=file.name,
                first=PurePosixPath(parts[role]).name,
                second=PurePosixPath(name).name,
            )
        else:
            parts.setdefault(role, name)
    tables = {role: _read(file, name) for role, name in parts.items() if role != "summary"}
    return PolisFiles(
        comments=tables.get("comments"),
        votes=tables.get("votes"),
        matrix=tables.get("matrix"),
        summary=_summary(file, parts["summary"]) if "summary" in parts else {},
        unread=tuple(unread),
    )


def _headers(file: OpenedFile) -> dict[str, list[str]]:
    """Return the first row of every CSV; a lone file is a folder of one."""
    if file.folder is None and not file.is_archive:
        return {file.name: file.header} if file.header else {}
    names = [name for name in file.names if PurePosixPath(name).suffix.casefold() == ".csv"]
    visible = [name for name in names if not PurePosixPath(name).name.startswith(".")]
    return {
        name: read_header(decode(file.read(name)))
        for name in visible
        if not name.startswith("__MACOSX/")
    }


def _role(header: Sequence[str]) -> str:
    keys = {header_key(cell) for cell in header}
    for role, needed in _ROLES.items():
        if needed <= keys:
            return role
    first = header_key(header[0]) if header else ""
    return "summary" if first in _SUMMARY_KEYS and len(header) == 2 else ""


def _bytes(file: OpenedFile, name: str) -> bytes:
    return file.data if name == file.name and not file.names else file.read(name)


def _read(file: OpenedFile, name: str) -> Table:
    rows = read_table(decode(_bytes(file, name)), name=f"{file.name}: {PurePosixPath(name).name}")
    width = len(rows[0])
    ragged = [row if len(row) == width else [*row, *[""] * width][:width] for row in rows[1:]]
    cells = list(zip(*ragged, strict=True)) if ragged else [()] * width
    return Table(columns=dict(zip(map(header_key, rows[0]), cells, strict=True)))


def _summary(file: OpenedFile, name: str) -> dict[str, str]:
    rows = read_table(decode(_bytes(file, name)), name=file.name)
    return {header_key(row[0]): squeeze_spaces(row[1]) for row in rows if len(row) > 1}
