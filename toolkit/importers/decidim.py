"""Decidim's exports, old and new, as CSV, Excel or JSON: a table of proposals or of comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.collected import Collected
from toolkit.importers.decidim_rows import Row, are_comments, are_proposals, read_rows
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.sheet_warnings import skip_hidden, warn_of_sheets
from toolkit.importers.tables import header_key
from toolkit.importers.workbooks import is_workbook

__all__ = ["FORMAT", "recognises"]

_NAME = "decidim"


def recognises(file: OpenedFile) -> bool:
    """Whether the columns, or the keys of the JSON, are those of Decidim."""
    if is_workbook(file):
        first = [sheet.rows[0][1] for sheet in file.sheets if sheet.rows]
        return any(_are_known(map(header_key, cells)) for cells in first)
    return _are_known(map(header_key, file.header)) or _are_known(_keys(file.json))


def _are_known(keys: Any) -> bool:  # noqa: ANN401 - any iterable of keys
    listed = frozenset(keys)
    return are_proposals(listed) or are_comments(listed)


def parse(file: OpenedFile) -> Import:
    """Make one note of every proposal or comment that stands; others are skipped with a reason."""
    if not recognises(file):
        raise UnreadableExport(
            N_("The columns are not those of Decidim: {name}. Export proposals or comments again."),
            name=file.name,
        )
    collected = Collected()
    if file.is_archive:
        for sheet in file.sheets:
            if sheet.rows and _are_known(map(header_key, sheet.rows[0][1])):
                read_rows(list(_rows(sheet.rows)), collected)
                skip_hidden(sheet, collected)
        warn_of_sheets(file.sheets, collected)
    elif file.json is not None:
        items = file.json if isinstance(file.json, list) else []
        flat = [(n, dict(_flatten(item))) for n, item in enumerate(items, start=1)]
        read_rows(flat, collected)
    else:
        read_rows(list(_rows([*enumerate(file.table, start=1)])), collected)
    return collected.to_import(file, format_name=_NAME, prefix="decidim")


def _rows(table: Any) -> Iterator[Row]:  # noqa: ANN401 - numbered rows of a sheet or a CSV
    header = [header_key(cell) for cell in table[0][1]]
    for number, cells in table[1:]:
        yield number, dict(zip(header, cells, strict=False))


def _keys(json: object) -> frozenset[str]:
    """Return the keys of the first objects of a list, as a table would have them."""
    items = json[:50] if isinstance(json, list) else []
    return frozenset(key for item in items for key, _cell in _flatten(item))


def _flatten(value: object, key: str = "", *, depth: int = 0) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and depth < 5:
        for name, inner in value.items():
            below = f"{key}/{name}" if key else str(name)
            yield from _flatten(inner, header_key(below), depth=depth + 1)
    elif key and isinstance(value, str | int | float):
        yield key, str(value)


FORMAT = Format(
    name=_NAME, title=N_("Decidim: proposals or comments"), recognises=recognises, parse=parse
)
