"""G3 for tables and figures: a cell that was counted says what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from toolkit.domain import Block, CiteRun, Gate, NumberRun, Run, TableRow
from toolkit.drafting.typed import running_text
from toolkit.drafting.verify.checked import Checked, error
from toolkit.drafting.verify.numbers import NUMBERS
from toolkit.i18n import _
from toolkit.paragraphs import block_runs


def check_tables(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what a person changed in a table or figure that was counted from the material.

    Whole rows may be left out or put in another order. A table without counted numbers, such as a
    plan, is free to fill.
    """
    base = checked.composed(block)
    counted = any(isinstance(run, NumberRun) for run in block_runs(base))
    if not block.has_rows or block.origin == "template" or base is block or not counted:
        return
    if _squeezed("|".join(block.header)) != _squeezed("|".join(base.header)):
        message = _("The headings of the table were changed. Give them back as they were: {text}")
        yield error(NUMBERS, block, message.format(text=" | ".join(base.header)))
    for row in block.rows:
        # Several rows may begin alike: the nearest is the one that was changed.
        alike = [other for other in base.rows if _key(other)[:1] == _key(row)[:1]]
        if not alike:
            message = _(
                "The table has a row that was not counted from the material: {text}. Write its "
                "first cell as it was, or leave the row out."
            )
            text = " | ".join(map(_cell, row.cells))
            yield error(NUMBERS, block, message.format(text=text))
        elif not any(_key(other) == _key(row) for other in alike):
            nearest = max(alike, key=lambda other: _n_same(other, row))
            yield from _changed_cells(block, row, nearest)


def _changed_cells(block: Block, row: TableRow, base: TableRow) -> Iterator[Gate]:
    keys = zip_longest(_key(row), _key(base))
    cells = zip_longest(row.cells, base.cells, fillvalue=())
    for (mine, theirs), (written, counted) in zip(keys, cells, strict=True):
        if mine != theirs:
            message = _(
                "A cell of the table does not match the material: {text}. The material has: "
                "{counted}. Row: {row}."
            ).format(
                text=_cell(written) or "–", counted=_cell(counted) or "–", row=_cell(base.cells[0])
            )
            yield error(NUMBERS, block, message)


def _key(row: TableRow) -> tuple[object, ...]:
    """Return what two rows are compared by: the words of their cells, and what they cite."""
    cited = (tuple(r.note_ids for r in cell if isinstance(r, CiteRun)) for cell in row.cells)
    return tuple(zip(map(_squeezed, map(_cell, row.cells)), cited, strict=True))


def _n_same(one: TableRow, other: TableRow) -> int:
    return sum(mine == theirs for mine, theirs in zip(_key(one), _key(other), strict=False))


def _cell(runs: Sequence[Run]) -> str:
    return " ".join(running_text(runs)[0].replace("[ ]", "").split())


def _squeezed(text: str) -> str:
    marks = "”“„»«\"'"
    kept = (sign for sign in text.casefold() if sign not in marks and not sign.isspace())
    return "".join(kept).rstrip(".")
