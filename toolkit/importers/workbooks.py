"""Workbooks of Excel and LibreOffice as sheets of what people see in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.importers.odf import find_kind
from toolkit.importers.ods import read_ods
from toolkit.importers.sheet_marks import Marks, find_marks, with_marks
from toolkit.importers.sheets import Sheet, broken_workbook, read_sheets

if TYPE_CHECKING:
    from toolkit.importers.opened import OpenedFile

__all__ = ["is_workbook", "read_workbook"]


def is_workbook(file: OpenedFile) -> bool:
    """Whether the file is a workbook of Excel or LibreOffice."""
    return "xl/workbook.xml" in file.names or find_kind(file) == "spreadsheet"


def read_workbook(file: OpenedFile) -> list[Sheet]:
    """Return the sheets of a workbook. What the sender has hidden is not in them, only counted.

    Raises
    ------
    UnreadableExport
        If it is no workbook, is broken or may not be read safely.
    """
    if find_kind(file) == "spreadsheet":
        return read_ods(file)
    sheets = read_sheets(file.data, name=file.name, package=file.package)
    if "xl/workbook.xml" not in file.names:
        return sheets
    from lxml import etree

    try:
        marks = find_marks(file)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken_workbook(file.name) from error
    return [with_marks(sheet, marks.get(sheet.name, Marks())) for sheet in sheets]
