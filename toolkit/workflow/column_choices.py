"""Tables whose columns a person has to name: what is seen of them, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from toolkit import importers
from toolkit.domain import ColumnMapping, ColumnRole, Import, Source, Warn
from toolkit.errors import NothingToRead, UnknownFormat, UnreadableExport
from toolkit.i18n import _
from toolkit.importers.column_roles import fit_mapping, suggest_mapping
from toolkit.importers.grids import Answer
from toolkit.importers.isolated import no_telling
from toolkit.importers.mapped import mapped_answers, read_tables
from toolkit.importers.sheets import Sheet

_ROWS_SEEN = 40
_CELL_SEEN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTable:
    """The top of a table.

    Attributes
    ----------
    name
        Of the sheet; empty for a CSV.
    rows
        Pairs of row number and cells, long cells cut off.
    n_rows
        How many the table has.
    suggested
        What its columns probably hold, or what a person has said they do.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    n_rows: int
    suggested: ColumnMapping


def read_export(
    path: Path,
    *,
    sources: Sequence[Source],
    as_format: str | None = None,
    vote_sign: str = "",
    mapping: ColumnMapping | None = None,
    tell: Callable[[], None] = no_telling,
) -> tuple[Import, ColumnMapping | None]:
    """Read an export, and return with it how its columns were read, if a person named them.

    A table that no importer knows, and a survey, is read as one of ``sources`` with the same
    headings was; its receipt says so.

    Parameters
    ----------
    sources
        The exports that the workshop has.
    as_format, vote_sign, mapping, tell
        See ``importers.read_file``.

    Raises
    ------
    ToolkitError
        If it cannot be read.
    """
    try:
        imported = importers.read_file(
            path, as_format=as_format, vote_sign=vote_sign, mapping=mapping, tell=tell
        )
    except UnknownFormat:
        found = None if as_format else _read_before(path, sources, tell)
        if found is None:
            raise
    else:
        is_survey = imported.receipt.format.startswith("survey-")
        may_ask = as_format is None and mapping is None and is_survey
        found = _read_before(path, sources, tell) if may_ask else None
    if found is not None:
        name, mapping = found
        imported = importers.read_file(path, mapping=mapping, tell=tell)
        message = _("The columns were read as people chose for the file: {name}.")
        warn = Warn(code="columns_as_before", message=message.format(name=name))
        receipt = replace(imported.receipt, warnings=(*imported.receipt.warnings, warn))
        imported = replace(imported, receipt=receipt)
    return imported, mapping


def _read_before(
    path: Path, sources: Sequence[Source], tell: Callable[[], None]
) -> tuple[str, ColumnMapping] | None:
    """Return the newest export with the same headings, and its mapping as it fits here."""
    known = [(source.name, source.mapping) for source in sources if source.mapping is not None]
    if not known:
        return None
    sheets = read_tables(path, tell=tell)
    for name, mapping in reversed(known):
        fitted = fit_mapping(sheets, mapping)
        if fitted is not None:
            return name, fitted
    return None


def see_tables(
    path: Path, *, read_as: ColumnMapping | None = None, tell: Callable[[], None] = no_telling
) -> tuple[SeenTable, ...]:
    """Return the tops of the tables of a file, with what ``read_as`` says of one of them.

    None when the file has no table, or is broken. ``tell`` is that of ``importers.read_file``.
    """
    try:
        sheets = read_tables(path, tell=tell)
    except (UnreadableExport, NothingToRead):
        return ()
    seen = []
    for sheet in sheets:
        rows = tuple(
            (number, tuple(map(_cut, _trimmed(cells)))) for number, cells in sheet.rows[:_ROWS_SEEN]
        )
        if any(len(cells) > 1 for _number, cells in rows):
            is_read = read_as is not None and read_as.sheet == sheet.name
            suggested = suggest_mapping(Sheet(name=sheet.name, rows=rows))
            seen.append(
                SeenTable(
                    name=sheet.name,
                    rows=rows,
                    n_rows=len(sheet.rows),
                    suggested=read_as if is_read and read_as else suggested,
                )
            )
    return tuple(seen)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Return cells without the empty ones at the end."""
    last = max((place for place, cell in enumerate(cells) if cell.strip()), default=-1)
    return list(cells[: last + 1])


def _cut(cell: str) -> str:
    return cell if len(cell) <= _CELL_SEEN else f"{cell[:_CELL_SEEN]}…"


def choose_header(table: SeenTable, number: int) -> ColumnMapping:
    """Return what the columns probably hold when row ``number`` has the headings; 0 for none."""
    return suggest_mapping(Sheet(name=table.name, rows=table.rows), header=number)


def choose_options(table: SeenTable, mapping: ColumnMapping, *, has_options: bool) -> ColumnMapping:
    """Return what the columns probably hold when the next row names answers, or does not."""
    sheet = Sheet(name=table.name, rows=table.rows)
    return suggest_mapping(sheet, header=mapping.header, has_options=has_options)


def choose_role(mapping: ColumnMapping, place: int, role: ColumnRole) -> ColumnMapping:
    """Give a column another role; the one that had it before loses it where there may be one."""
    is_one = role in {ColumnRole.PROMPT, ColumnRole.GROUP}
    roles = [ColumnRole.NONE if is_one and other is role else other for other in mapping.roles]
    roles += [ColumnRole.NONE] * (place + 1 - len(roles))
    roles[place] = role
    return replace(mapping, roles=tuple(roles))


def first_answers(table: SeenTable, mapping: ColumnMapping, *, n: int) -> list[Answer]:
    """Return the first notes there would be, long ones cut off.

    Who wrote an answer to a survey is not told before all of them are counted.
    """
    filled = (answer for answer in mapped_answers(table.rows, mapping) if answer.text.strip())
    found = list(islice(filled, n))
    return [replace(answer, group="") for answer in found] if mapping.is_survey else found
