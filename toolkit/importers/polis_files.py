"""The files of a Polis export, told apart by their headers: browsers change the names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.large_tables import LargeTable
from toolkit.importers.opened import OpenedFile
from toolkit.importers.tables import header_key, read_table
from toolkit.text import decode, squeeze_spaces

__all__ = ["PolisFiles", "Table", "has_polis_files", "is_polis_part", "read_polis_files"]

_ROLES: Mapping[str, frozenset[str]] = {
    "comments": frozenset(("comment-id", "comment-body")),
    "votes": frozenset(("comment-id", "voter-id", "vote")),
    "matrix": frozenset(("participant", "group-id", "n-votes", "n-agree")),
    "groups": frozenset(("comment-id", "total-votes", "total-agrees")),
}
# comment-clusters.csv has the words of the statements, too, and none of these.
_ONLY_IN_COMMENTS = frozenset(("timestamp", "author-id", "agrees"))
_TELLING = ("comments", "votes", "matrix")
# Files that come along and are not needed; each named by columns that only it has.
_SIDE_FILES = (
    frozenset(("n-votes", "n-comments", "n-visitors")),
    frozenset(("participant", "n-important")),
    frozenset(("participant", "xid")),
)
_SUMMARY_KEYS = frozenset(("topic", "url", "voters", "voters-in-conv", "commenters", "groups"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One small CSV of the export: column name → cells, all of one length."""

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
    comments
        The statements.
    votes, matrix
        The log of votes, and one row of votes per participant; they may be large.
    groups
        How each opinion group voted on each statement.
    summary
        Key → value; empty when missing.
    unread, empty
        Names of the other files, and of those with nothing in them.
    """

    comments: Table | None = None
    votes: LargeTable | None = None
    matrix: LargeTable | None = None
    groups: Table | None = None
    summary: Mapping[str, str]
    unread: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def has_polis_files(file: OpenedFile) -> bool:
    """Whether a file, or one in a folder or ZIP, has the header of Polis statements or votes."""
    return any(_role(header) in _TELLING for header in _headers(file).values())


def is_polis_part(file: OpenedFile) -> bool:
    """Whether a lone CSV is any file of a Polis export, also one that is not needed."""
    keys = file.dialect(file.name).keys if file.is_text else ()
    return bool(_role(keys)) or any(needed <= set(keys) for needed in _SIDE_FILES)


def read_polis_files(file: OpenedFile) -> PolisFiles:
    """Find the tables that the import needs, and read the small ones.

    Raises
    ------
    UnreadableExport
        If two different files play one part: a folder holds one conversation.
    """
    parts: dict[str, str] = {}
    unread, empty = [], []
    for name, header in _headers(file).items():
        role = _role(header)
        if not header:
            empty.append(PurePosixPath(name).name)
        elif not role:
            unread.append(PurePosixPath(name).name)
        elif role in parts and file.read(name) != file.read(parts[role]):
            raise UnreadableExport(
                N_('Two conversations are in one export: {name}. See "{first}" and "{second}".'),
                name=file.name,
                first=PurePosixPath(parts[role]).name,
                second=PurePosixPath(name).name,
            )
        else:
            parts.setdefault(role, name)
    small = {role: _read(file, parts[role]) for role in ("comments", "groups") if role in parts}
    large = {role: LargeTable(file, parts[role]) for role in ("votes", "matrix") if role in parts}
    return PolisFiles(
        comments=small.get("comments"),
        votes=large.get("votes"),
        matrix=large.get("matrix"),
        groups=small.get("groups"),
        summary=_summary(file, parts["summary"]) if "summary" in parts else {},
        unread=tuple(unread),
        empty=tuple(empty),
    )


def _headers(file: OpenedFile) -> dict[str, tuple[str, ...]]:
    """Return the headings of every CSV, as they are compared; a lone file is a folder of one."""
    if file.folder is None and not file.is_archive:
        return {file.name: file.dialect(file.name).keys} if file.header else {}
    names = [name for name in file.names if PurePosixPath(name).suffix.casefold() == ".csv"]
    visible = [name for name in names if not PurePosixPath(name).name.startswith(".")]
    return {name: file.dialect(name).keys for name in visible if not name.startswith("__MACOSX/")}


def _role(header: Sequence[str]) -> str:
    keys = set(header)
    for role, needed in _ROLES.items():
        if needed <= keys and (role != "comments" or keys & _ONLY_IN_COMMENTS):
            return role
    # Excel adds empty cells to short rows.
    is_pair = len(header) >= 2 and not any(header[2:])
    return "summary" if is_pair and header[0] in _SUMMARY_KEYS else ""


def _read(file: OpenedFile, name: str) -> Table:
    rows = read_table(decode(file.read(name)), name=f"{file.name}: {PurePosixPath(name).name}")
    keys = [header_key(cell) for cell in rows[0]]
    fitted = [_fit(row, len(keys)) for row in rows[1:]]
    cells = list(zip(*fitted, strict=True)) if fitted else [()] * len(keys)
    return Table(columns=dict(zip(keys, cells, strict=True)))


def _fit(row: list[str], width: int) -> list[str]:
    """Return a row as wide as the header.

    Servers of autumn 2024 wrote the words of a statement, the last cell, without quotation marks:
    what its commas tore off is put back.
    """
    if len(row) > width:
        return [*row[: width - 1], ",".join(row[width - 1 :])]
    return [*row, *[""] * (width - len(row))]


def _summary(file: OpenedFile, name: str) -> dict[str, str]:
    rows = read_table(decode(file.read(name)), name=file.name)
    return {header_key(row[0]): squeeze_spaces(row[1]) for row in rows if len(row) > 1}
