"""G3 for tables and figures: a cell that was counted says what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.domain import Block, Gate, NumberRun, Run, TableRow
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
    known = {row.id: row for row in base.rows}
    for row in block.rows:
        if row.id in known:
            yield from _changed_cells(block, row, known[row.id])
        else:
            message = _(
                "The table has a row that was not counted from the material: {text}. Write its "
                "first cell as it was, or leave the row out."
            )
            yield error(NUMBERS, block, message.format(text=" | ".join(map(_cell, row.cells))))


def _changed_cells(block: Block, row: TableRow, base: TableRow) -> Iterator[Gate]:
    written, counted = list(map(_cell, row.cells)), list(map(_cell, base.cells))
    written += [""] * (len(counted) - len(written))
    for place, cell in enumerate(written):
        right = counted[place] if place < len(counted) else ""
        if _squeezed(cell) != _squeezed(right):
            message = _(
                "A cell of the table does not match the material: {text}. The material has: "
                "{counted}. Row: {row}."
            )
            yield error(
                NUMBERS,
                block,
                message.format(text=cell or "–", counted=right or "–", row=counted[0]),
            )


def _cell(runs: Sequence[Run]) -> str:
    return " ".join(running_text(runs)[0].replace("[ ]", "").split())


def _squeezed(text: str) -> str:
    marks = "”“„»«\"'"
    kept = (sign for sign in text.casefold() if sign not in marks and not sign.isspace())
    return "".join(kept).rstrip(".")
