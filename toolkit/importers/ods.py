"""Sheets of an ODS workbook as rows of text; nothing is calculated and no macro is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toolkit.importers.limits import read_limits
from toolkit.importers.odf import Styles, name_of, read_part
from toolkit.importers.sheet_marks import Marks, with_marks
from toolkit.importers.sheets import Row, Sheet

if TYPE_CHECKING:
    from toolkit.importers.opened import OpenedFile

__all__ = ["read_ods"]

_TABLE, _ROW, _COLUMN, _CELL, _COVERED = map(
    name_of,
    (
        "table:table",
        "table:table-row",
        "table:table-column",
        "table:table-cell",
        "table:covered-table-cell",
    ),
)
_P, _COMMENT = name_of("text:p"), name_of("office:annotation")
_HIDDEN = frozenset(("collapse", "filter"))


def read_ods(file: OpenedFile) -> list[Sheet]:
    """Read every visible sheet of a workbook, as ``read_sheets`` reads one of Excel.

    Raises
    ------
    UnreadableExport
        If it is broken.
    """
    content = read_part(file, "content.xml")
    styles = Styles(*content.iter(name_of("office:automatic-styles")))
    book = next(content.iter(name_of("office:spreadsheet")), ())
    return [_read_sheet(table, styles) for table in book if table.tag == _TABLE]


def _read_sheet(table: Any, styles: Styles) -> Sheet:  # noqa: ANN401 - lxml elements
    name = table.get(name_of("table:name"), "")
    style = table.get(name_of("table:style-name"), "")
    if styles.value("table", style, "table:display") == "false":
        return Sheet(name=name, is_hidden=True)
    limits = read_limits()
    marks = Marks(columns=set(_hidden_columns(table, limits.columns)))
    marks.n_comments = sum(1 for _ in table.iter(_COMMENT))
    rows: list[Row] = []
    is_cut = False
    number = 1
    for row in table.iter(_ROW):
        n = _repeated(row, "table:number-rows-repeated")
        cells, is_wide = _read_row(row, limits.columns)
        if any(cell.strip() for cell in cells):
            numbers = range(number, min(number + n, limits.rows + 1))
            rows += ((at, cells) for at in numbers)
            if row.get(name_of("table:visibility")) in _HIDDEN:
                marks.rows.update(numbers)
            is_cut = is_cut or number + n > limits.rows + 1
        is_cut = is_cut or is_wide
        number += n
    sheet = with_marks(Sheet(name=name, rows=tuple(rows), is_cut=is_cut), marks)
    formulas = [cell for cell in table.iter(_CELL) if _has_formula(cell)]
    n_open = sum(not cell.get(name_of("office:value-type")) for cell in formulas)
    return replace(sheet, n_formulas=n_open, n_values=len(formulas) - n_open)


def _read_row(row: Any, most: int) -> tuple[tuple[str, ...], bool]:  # noqa: ANN401
    """Return the cells up to the last one with words, and whether there are some too far away."""
    cells: list[str] = []
    for cell in row.iterchildren(_CELL, _COVERED):
        text = _text_of(cell)
        if len(cells) >= most:
            if text:
                return tuple(cells), True
            continue
        n = _repeated(cell, "table:number-columns-repeated")
        cells += [text] * min(n, most - len(cells))
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells), False


def _text_of(cell: Any) -> str:  # noqa: ANN401
    if cell.tag == _COVERED:
        return ""
    kind = cell.get(name_of("office:value-type"), "")
    shown = "\n".join(_words(paragraph) for paragraph in cell.iterchildren(_P))
    if kind in {"float", "currency"}:
        value = str(cell.get(name_of("office:value"), shown))
        return value.removesuffix(".0")
    if kind == "date":
        return str(cell.get(name_of("office:date-value"), shown))
    if not shown and _has_formula(cell):
        return str(cell.get(name_of("table:formula"))).removeprefix("of:")
    return shown


def _words(paragraph: Any) -> str:  # noqa: ANN401
    parts = [paragraph.text or ""]
    for child in paragraph:
        if child.tag in {name_of("text:s"), name_of("text:tab"), name_of("text:line-break")}:
            parts.append(" ")
        elif isinstance(child.tag, str):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _has_formula(cell: Any) -> bool:  # noqa: ANN401
    return bool(cell.get(name_of("table:formula")))


def _hidden_columns(table: Any, most: int) -> Iterator[int]:  # noqa: ANN401
    place = 0
    for column in table.iter(_COLUMN):
        n = _repeated(column, "table:number-columns-repeated")
        if column.get(name_of("table:visibility")) in _HIDDEN:
            yield from range(place, min(place + n, most))
        place += n


def _repeated(element: Any, attribute: str) -> int:  # noqa: ANN401
    value = element.get(name_of(attribute), "1")
    return max(int(value[:9]), 1) if value.isdecimal() else 1
