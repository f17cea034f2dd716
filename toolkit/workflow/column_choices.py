"""Tables whose columns a person has to name: what is seen of them, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from toolkit import importers
from toolkit.domain import ColumnMapping, ColumnRole, Import, Profile, Source, Warn
from toolkit.errors import NothingToRead, UnknownFormat, UnreadableExport
from toolkit.i18n import _
from toolkit.importers.column_roles import fit_mapping, suggest_mapping
from toolkit.importers.grids import Answer
from toolkit.importers.isolated import no_telling
from toolkit.importers.mapped import mapped_answers, read_tables
from toolkit.importers.profiles import best_profile
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
    profile
        Title of the profile that suggests so; empty when none does.
    is_proven
        Whether the layout of that profile is known from a file or from documentation.
    """

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    n_rows: int
    suggested: ColumnMapping
    profile: str = ""
    is_proven: bool = False


def read_export(
    path: Path,
    *,
    sources: Sequence[Source],
    as_format: str | None = None,
    vote_sign: str = "",
    mapping: ColumnMapping | None = None,
    repairs_text: bool = False,
    tell: Callable[[], None] = no_telling,
) -> tuple[Import, ColumnMapping | None]:
    """Read an export, and return with it how its columns were read, if a person named them.

    A table that no importer knows, and a survey, is read as one of ``sources`` with the same
    headings was; its receipt says so.

    Parameters
    ----------
    sources
        The exports that the workshop has.
    as_format, vote_sign, mapping, repairs_text, tell
        See ``importers.read_file``.

    Raises
    ------
    ToolkitError
        If it cannot be read.
    """
    try:
        imported = importers.read_file(
            path,
            as_format=as_format,
            vote_sign=vote_sign,
            mapping=mapping,
            repairs_text=repairs_text,
            tell=tell,
        )
    except UnknownFormat:
        tables = [] if as_format else read_tables(path, repairs_text=repairs_text, tell=tell)
        found = _read_before(tables, sources)
        if found is None:
            raise
    else:
        is_survey = imported.receipt.format.startswith("survey-")
        may_differ = is_survey and as_format is None and mapping is None
        may_differ = may_differ and any(source.mapping is not None for source in sources)
        tables = read_tables(path, repairs_text=repairs_text, tell=tell) if may_differ else []
        found = _read_before(tables, sources)
    if found is not None:
        name, mapping = found
        imported = importers.read_file(path, mapping=mapping, repairs_text=repairs_text, tell=tell)
        message = _("The columns were read as people chose for the file: {name}.")
        warn = Warn(code="columns_as_before", message=message.format(name=name))
        receipt = replace(imported.receipt, warnings=(*imported.receipt.warnings, warn))
        imported = replace(imported, receipt=receipt)
    return imported, mapping


def _read_before(
    sheets: Sequence[Sheet], sources: Sequence[Source]
) -> tuple[str, ColumnMapping] | None:
    """Return the newest export with the same headings, and its mapping as it fits here."""
    known = [(source.name, source.mapping) for source in sources if source.mapping is not None]
    for name, mapping in reversed(known):
        fitted = fit_mapping(sheets, mapping)
        if fitted is not None:
            return name, fitted
    return None


def see_tables(
    path: Path,
    *,
    read_as: ColumnMapping | None = None,
    repairs_text: bool = False,
    profiles: Sequence[Profile] = (),
    tell: Callable[[], None] = no_telling,
) -> tuple[SeenTable, ...]:
    """Return the tops of the tables of a file, with what ``read_as`` says of one of them.

    Of the others a profile that knows their headings says what they probably hold. None when the
    file has no table, or is broken. ``repairs_text`` and ``tell`` are those of
    ``importers.read_file``.
    """
    try:
        sheets = read_tables(path, repairs_text=repairs_text, tell=tell)
    except (UnreadableExport, NothingToRead):
        return ()
    seen = []
    for sheet in sheets:
        rows = tuple(
            (number, tuple(map(_cut, _trimmed(cells)))) for number, cells in sheet.rows[:_ROWS_SEEN]
        )
        if any(len(cells) > 1 for _number, cells in rows):
            is_read = read_as is not None and read_as.sheet == sheet.name
            top = Sheet(name=sheet.name, rows=rows)
            seen_table = SeenTable(
                name=sheet.name,
                rows=rows,
                n_rows=len(sheet.rows),
                suggested=suggest_mapping(top),
            )
            if is_read and read_as:
                seen_table = replace(seen_table, suggested=read_as)
            elif known := best_profile(top, profiles):
                profile, mapping = known
                seen_table = replace(
                    seen_table,
                    suggested=mapping,
                    profile=profile.title,
                    is_proven=profile.proven != "profile",
                )
            seen.append(seen_table)
    return tuple(seen)


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Return cells without the empty ones at the end."""
    last = max((place for place, cell in enumerate(cells) if cell.strip()), default=-1)
    return list(cells[: last + 1])


def _cut(cell: str) -> str:
    return cell if len(cell) <= _CELL_SEEN else f"{cell[:_CELL_SEEN]}…"


def choose_header(table: SeenTable, number: int) -> ColumnMapping:
    """Return what the columns probably hold when row ``number`` has the headings; 0 for none."""
    if table.profile and number == table.suggested.header:
        return table.suggested
    return suggest_mapping(Sheet(name=table.name, rows=table.rows), header=number)


def choose_options(table: SeenTable, mapping: ColumnMapping, *, has_options: bool) -> ColumnMapping:
    """Return what the columns probably hold when the next row names answers, or does not."""
    usual = choose_header(table, mapping.header)
    if usual.has_options == has_options:
        return usual
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
