"""What a sheet of Excel says beside its words: what is hidden, and what came of its formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, Any

from toolkit.importers.sheets import Sheet

if TYPE_CHECKING:
    from toolkit.importers.opened import OpenedFile

__all__ = ["Marks", "find_marks", "with_marks"]

_BOOK = "xl/workbook.xml"
_LETTERS = re.compile(r"[A-Z]{1,3}")
_ON = frozenset(("1", "true"))


@dataclass(slots=True, kw_only=True)
class Marks:
    """Attributes of one sheet.

    Attributes
    ----------
    rows, columns
        Those that are hidden; rows from 1, columns from 0.
    values
        Row and column of a cell with a formula → the value saved with it.
    n_open
        Formulas without a value.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    values: dict[tuple[int, int], str] = field(default_factory=dict)
    n_open: int = 0
    n_comments: int = 0


def with_marks(sheet: Sheet, marks: Marks) -> Sheet:
    """Leave out of a sheet what is hidden, and put values in place of formulas."""
    columns = {
        at for _n, cells in sheet.rows for at in marks.columns if "".join(cells[at : at + 1])
    }
    rows = []
    for number, cells in sheet.rows:
        seen = tuple(
            "" if at in columns else marks.values.get((number, at), cell)
            for at, cell in enumerate(cells)
        )
        if any(cell.strip() for cell in seen):
            rows.append((number, seen))
    return replace(
        sheet,
        rows=tuple(row for row in rows if row[0] not in marks.rows),
        hidden_rows=tuple(row for row in rows if row[0] in marks.rows),
        n_hidden_columns=len(columns),
        n_formulas=marks.n_open,
        n_values=len(marks.values),
        n_comments=marks.n_comments,
    )


def find_marks(file: OpenedFile) -> dict[str, Marks]:
    """Return name → marks of the sheets of an Excel workbook that is known not to be broken."""
    parts = {key: target for key, _kind, target in _relations(file, _BOOK)}
    found = {}
    for _event, sheet in _elements(file.read(_BOOK), "{*}sheet"):
        ids = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
        part = parts.get(ids[0], "") if ids else ""
        if part in file.names:
            seen = file.package.sheets.get(part)
            # Most sheets have neither, and large ones take long to walk.
            is_marked = seen is None or seen.hides or seen.n_formulas > 0
            marks = _marks_of(file.read(part)) if is_marked else Marks()
            for _key, kind, target in _relations(file, part):
                if kind == "comments" and target in file.names:
                    comments = _elements(file.read(target), "{*}comment")
                    marks.n_comments += sum(1 for _ in comments)
            found[sheet.get("name", "")] = marks
    return found


def _marks_of(data: bytes) -> Marks:
    marks = Marks()
    number = 0
    for _event, element in _elements(data, "{*}row", "{*}col"):
        is_hidden = element.get("hidden") in _ON
        if element.tag.endswith("}col"):
            if is_hidden:
                first, last = int(element.get("min", "1")), int(element.get("max", "1"))
                marks.columns.update(range(first - 1, min(last, 20_000)))
            continue
        said = element.get("r", "")
        number = int(said) if said.isdecimal() else number + 1
        if is_hidden:
            marks.rows.add(number)
        for formula in element.iter("{*}f"):
            _take_value(formula.getparent(), number, marks)
        element.clear(keep_tail=True)
    return marks


def _take_value(cell: Any, row: int, marks: Marks) -> None:  # noqa: ANN401 - an lxml element
    value = cell.findtext("{*}v")
    letters = _LETTERS.match(cell.get("r", ""))
    if not value or not letters or cell.get("t") == "e":
        marks.n_open += 1
        return
    column = 0
    for letter in letters[0]:
        column = column * 26 + ord(letter) - 64
    is_text = cell.get("t") == "str"
    marks.values[row, column - 1] = value if is_text else value.removesuffix(".0")


def _relations(file: OpenedFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, kind and part of everything in the file that a part refers to."""
    path = PurePosixPath(part)
    name = str(path.parent / "_rels" / f"{path.name}.rels")
    if name not in file.names:
        return
    for _event, relation in _elements(file.read(name), "{*}Relationship"):
        if relation.get("TargetMode") != "External":
            target = normpath(path.parent / relation.get("Target", ""))
            kind = relation.get("Type", "").rpartition("/")[2]
            yield relation.get("Id", ""), kind, target.lstrip("/")


def _elements(data: bytes, *tags: str) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    yield from etree.iterparse(
        io.BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    )
