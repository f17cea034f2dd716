"""What the columns of an unknown table probably hold: suggestions for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

from toolkit.domain import ColumnMapping, ColumnRole
from toolkit.importers import google_forms, limesurvey, microsoft_forms
from toolkit.importers.columns import NOT_NOTES, find_columns, is_survey
from toolkit.importers.sheets import Sheet
from toolkit.importers.support import count_of, is_support
from toolkit.importers.survey import judge_columns
from toolkit.importers.table_heads import seem_options, split_head
from toolkit.importers.tables import header_key

__all__ = ["HEADER_WITHIN", "find_header", "fit_mapping", "suggest_mapping"]

HEADER_WITHIN = 15
"""Rows at the top of a table among which its headings are looked for."""

_LONGEST_HEADING = 300
_NUMBER = re.compile(r"[\d\s.,:/+%-]+")
_WORDS_OF_A_NOTE = 4
_WORDS_OF_A_QUESTION = 3
# Headings that no importer reads: of the people who answered, or written by the tool.
_GROUPS = frozenset((
    "ikä", "ikäryhmä", "kunta", "kotikunta", "rooli", "taustaryhmä", "vastaajaryhmä", "alue",
    "ålder", "åldersgrupp", "kommun", "hemkommun", "roll", "område", "age", "age group",
    "municipality", "role", "area",
))  # fmt: skip

Rows = Sequence[tuple[int, tuple[str, ...]]]


def find_header(rows: Rows) -> int:
    """Return the number of the row that holds the headings; 0 when none looks like it.

    It is the first row that is nearly as full as any, if its cells are all different and short, and
    no numbers. A title above the table has one cell.
    """
    top = rows[:HEADER_WITHIN]
    fullest = max((len(_filled(cells)) for _number, cells in rows), default=0)
    for number, cells in top:
        filled = _filled(cells)
        if is_survey(cells):
            return number
        if filled and 10 * len(filled) >= 6 * fullest:
            return number if _are_headings(filled) else 0
    return 0


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells if cell.strip()]


def _are_headings(cells: Sequence[str]) -> bool:
    different = len({header_key(cell) for cell in cells}) == len(cells)
    return different and not any(
        _NUMBER.fullmatch(cell) or len(cell) > _LONGEST_HEADING for cell in cells
    )


def suggest_mapping(
    sheet: Sheet, *, header: int | None = None, has_options: bool | None = None
) -> ColumnMapping:
    """Return what the headings and the cells of a table suggest.

    Parameters
    ----------
    header
        Number of the row with the headings, 0 for none; by default it is looked for.
    has_options
        Whether the row below it names answers; by default it is judged by its cells.
    """
    number = find_header(sheet.rows) if header is None else header
    own = dict(sheet.rows).get(number, ())
    if has_options is None:
        has_options = bool(number) and seem_options(
            own, [c for row, c in sheet.rows if row > number]
        )
    headings, rows = split_head(sheet.rows, header=number, has_options=has_options)
    below = [cells for _row, cells in rows]
    mapping = ColumnMapping(
        sheet=sheet.name, header=number, headings=own, roles=(), has_options=has_options
    )
    if has_options or is_survey(headings) or _tools(headings):
        return replace(mapping, roles=_survey_roles(headings, rows))
    columns = find_columns(headings)
    roles = [ColumnRole.NONE] * len(headings)
    for place, heading in enumerate(headings):
        cells = _filled([cells[place] for cells in below])
        if place in columns.texts and cells:
            roles[place] = ColumnRole.NOTE
        elif is_support(heading) and cells and all(count_of(cell) is not None for cell in cells):
            roles[place] = ColumnRole.WEIGHT
        elif _hold_notes(cells) and header_key(heading) not in NOT_NOTES | _GROUPS:
            roles[place] = ColumnRole.ANSWER if _asks(heading) else ColumnRole.NOTE
    group = columns.group if columns.group is not None else _place_of_group(headings)
    for named, role in ((columns.prompt, ColumnRole.PROMPT), (group, ColumnRole.GROUP)):
        if named is not None and named not in columns.texts:
            roles[named] = role
    mapping = replace(mapping, roles=tuple(roles))
    return replace(mapping, fills_down=_is_merged(mapping, below))


def _tools(headings: Sequence[str]) -> list[ModuleType]:
    keys = [header_key(heading) for heading in headings]
    return [tool for tool in (microsoft_forms, google_forms, limesurvey) if tool.is_header(keys)]


def _survey_roles(
    headings: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]
) -> tuple[ColumnRole, ...]:
    """Return what the columns of a survey probably hold; nothing that the tool itself wrote."""
    keys = [header_key(heading) for heading in headings]
    tools = _tools(headings)
    roles, _doubtful = judge_columns(headings, rows)
    for place in range(len(keys)):
        if any(tool.is_fixed(keys, place) for tool in tools):
            roles[place] = ColumnRole.NONE
    return tuple(roles)


def _hold_notes(cells: Sequence[str]) -> bool:
    """Whether most cells are several words, and hardly any the same."""
    n_long = sum(len(cell.split()) >= _WORDS_OF_A_NOTE for cell in cells)
    return 2 * n_long > len(cells) and 2 * len(set(cells)) > len(cells)


def _asks(heading: str) -> bool:
    words = heading.split()
    return heading.rstrip().endswith("?") or len(words) >= _WORDS_OF_A_QUESTION


def _place_of_group(headings: Sequence[str]) -> int | None:
    keys = [header_key(heading) for heading in headings]
    return next((place for place, key in enumerate(keys) if key in _GROUPS), None)


def _is_merged(mapping: ColumnMapping, below: Sequence[Sequence[str]]) -> bool:
    """Whether questions or groups stand once each, with empty cells below, as merged cells do."""
    places = [
        place
        for place, role in enumerate(mapping.roles)
        if role in {ColumnRole.PROMPT, ColumnRole.GROUP}
    ]
    columns = [[cells[at].strip() if at < len(cells) else "" for cells in below] for at in places]
    return any(
        cells[0] and 2 <= len(filled) <= len(cells) / 2 and len(set(filled)) == len(filled)
        for cells in columns
        if (filled := list(filter(None, cells)))
    )


def fit_mapping(sheets: Sequence[Sheet], known: ColumnMapping) -> ColumnMapping | None:
    """Return a mapping of another file with the same headings, moved to where they are here.

    None when they are nowhere, and when ``known`` has no headings to go by.
    """
    wanted = _keys(known.headings)
    for sheet in sheets:
        for number, cells in sheet.rows[:HEADER_WITHIN]:
            if any(wanted) and _keys(cells) == wanted:
                return replace(known, sheet=sheet.name, header=number, headings=cells)
    return None


def _keys(cells: Sequence[str]) -> list[str]:
    keys = [header_key(cell) for cell in cells]
    while keys and not keys[-1]:
        keys.pop()
    return keys
