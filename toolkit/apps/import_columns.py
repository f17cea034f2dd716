"""What the import screen shows of a table whose columns a person has to name."""

from __future__ import annotations

from typing import Any

from toolkit.domain import ColumnMapping, ColumnRole
from toolkit.importers.column_roles import HEADER_WITHIN
from toolkit.importers.mapped import column_letters, column_name
from toolkit.importers.table_heads import split_head
from toolkit.text import squeeze_spaces
from toolkit.workflow.column_choices import SeenTable, choose_options, first_answers
from toolkit.workflow.waiting import Waiting

_ROWS_SHOWN = 6
_NOTES_SHOWN = 5
_EXAMPLES = 2
_SHORT = 80


def chosen_columns(waiting: Waiting) -> tuple[SeenTable, ColumnMapping] | None:
    """Return the table that is being looked at and its mapping as chosen or suggested so far."""
    if not waiting.tables:
        return None
    mapping = waiting.mapping
    for table in waiting.tables:
        if mapping is not None and mapping.sheet == table.name:
            return table, mapping
    best = max(waiting.tables, key=lambda table: (table.suggested.has_notes, table.n_rows))
    return best, best.suggested


def show_columns(waiting: Waiting) -> dict[str, Any] | None:
    """Return the questions about the columns of a table, ready for JSON."""
    chosen = chosen_columns(waiting)
    if chosen is None:
        return None
    table, mapping = chosen
    suggested = choose_options(table, mapping, has_options=mapping.has_options).roles
    headings, rows = split_head(table.rows, header=mapping.header, has_options=mapping.has_options)
    below = [cells for _number, cells in rows]
    width = len(headings)
    filled = [[cells[at] for cells in below if cells[at].strip()] for at in range(width)]
    asked = [place for place in range(width) if filled[place]]
    return {
        "doubt": waiting.look.doubt if waiting.look else "",
        "problem": waiting.look.problem if waiting.look and waiting.is_mapped else "",
        "profile": table.profile,
        "is_proven": table.is_proven,
        "title": waiting.path.stem,
        "sheet": table.name,
        "sheets": [one.name for one in waiting.tables],
        "n_rows": table.n_rows - (len(table.rows) - len(below)),
        "header": mapping.header,
        "headers": [
            {"row": number, "text": _short(" | ".join(filter(None, map(squeeze_spaces, cells))))}
            for number, cells in table.rows[:HEADER_WITHIN]
        ],
        "names": [column_name(headings, place) for place in range(width)],
        "letters": [column_letters(place) for place in range(width)],
        "rows": [
            {"row": number, "cells": [*map(_short, cells)]} for number, cells in rows[:_ROWS_SHOWN]
        ],
        "asked": [
            {
                "place": place,
                "name": column_name(headings, place),
                "examples": [_short(squeeze_spaces(cell)) for cell in filled[place][:_EXAMPLES]],
                "role": mapping.roles[place] if place < len(mapping.roles) else ColumnRole.NONE,
                "suggested": suggested[place] if place < len(suggested) else ColumnRole.NONE,
            }
            for place in asked
        ],
        "n_empty": width - len(asked),
        "has_options": mapping.has_options,
        "asks_fill": _has_gaps(mapping, filled, n_rows=len(below)),
        "fills_down": mapping.fills_down,
        "has_notes": mapping.has_notes,
        "is_survey": mapping.is_survey,
        "notes": [
            {"text": answer.text, "prompt": answer.prompt, "group": answer.group}
            for answer in first_answers(table, mapping, n=_NOTES_SHOWN)
        ],
    }


def _has_gaps(mapping: ColumnMapping, filled: list[list[str]], *, n_rows: int) -> bool:
    """Whether a question or a group is missing on some rows."""
    return any(
        0 < len(cells) < n_rows
        for cells, role in zip(filled, mapping.roles, strict=False)
        if role in {ColumnRole.PROMPT, ColumnRole.GROUP}
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
