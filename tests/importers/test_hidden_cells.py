"""Workbooks of Excel and LibreOffice: what is hidden, calculated or written beside the cells."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl.comments import Comment

from tests.importers.conftest import Write
from tests.importers.exports import to_xlsx, to_zip
from tests.importers.odf_files import COVERED, ENCRYPTED, WORKBOOK, cell, odf, ods, row, table
from tests.importers.readings import pairs, rows, skipped, told
from toolkit.domain import ColumnMapping, ColumnRole, Import
from toolkit.errors import UnreadableExport
from toolkit.importers import read_file
from toolkit.importers.opened import OpenedFile
from toolkit.importers.sheets import _is_large_and_plain

FILES = Path(__file__).parent / "files"
GOOD, CHANGE = "Mikä toimii?", "Mitä muuttaisit?"


@pytest.fixture
def read(write: Write) -> Callable[[str, bytes], Import]:
    return lambda name, data: read_file(write(name, data))


def by_xlsxwriter(*, value: str = "Neuvola ja kerho") -> bytes:
    data = BytesIO()
    book = xlsxwriter.Workbook(data)
    sheet = book.add_worksheet("Pöytä 1")
    sheet.write_row(0, 0, ["Vastaukset"])
    sheet.write_row(2, 0, ["Kysymys", "Vastaus", "Kirjaaja"])
    sheet.merge_range("A4:A5", GOOD)
    sheet.write_row(3, 1, ["Neuvola", "Kirsi"])
    sheet.write_row(4, 1, ["Kerho"])
    sheet.write_row(5, 0, [CHANGE, "piilossa"])
    sheet.write_formula(6, 1, '=B4&" ja "&B5', None, value)
    sheet.write_row(7, 1, ["Jonot"])
    sheet.write_comment(7, 1, "liian pitkät", {"author": "Kaisa"})
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.set_column("C:XFD", None, None, {"hidden": True})
    book.add_worksheet("Piilo").hide()
    book.close()
    return data.getvalue()


def test_excel_what_is_hidden_is_told_of_and_not_read(read: Any) -> None:
    imported = read("kirjaukset.xlsx", by_xlsxwriter())

    assert rows(imported) == [
        ("row 4", "Pöytä 1", GOOD, "Neuvola"),
        ("row 5", "Pöytä 1", GOOD, "Kerho"),
        ("row 7", "Pöytä 1", CHANGE, "Neuvola ja kerho"),
        ("row 8", "Pöytä 1", CHANGE, "Jonot"),
    ]
    assert skipped(imported) == [(1, "above the headings of the table"), (6, "hidden row")]
    assert {code: message.split()[0] for code, message in told(imported).items()} == {
        "hidden_sheets": "Hidden",
        "hidden_rows": "1",
        "hidden_columns": "1",
        "formula_values": "1",
        "cell_comments": "1",
    }
    assert not any(word in repr(imported) for word in ("piilossa", "Kirsi", "Kaisa", "pitkät"))


def test_what_is_hidden_in_a_large_workbook_is_not_read_either() -> None:
    def build(book: Any) -> None:
        sheet = book.active
        sheet.append(["Vastaus", *map(str, range(99))])
        sheet["A2"], sheet["A3"], sheet["B3"] = "piilossa", "Neuvola", "piilossa"
        sheet.cell(1_100, 1, "Kerho")
        sheet.row_dimensions[2].hidden = sheet.column_dimensions["B"].hidden = True
        sheet["A3"].comment = Comment("Tarkista", "Aino")

    file = OpenedFile("iso.xlsx", to_xlsx(build))
    (sheet,) = file.sheets

    assert _is_large_and_plain(file.package)
    assert [(number, cells[:2]) for number, cells in sheet.rows[1:]] == [
        (3, ("Neuvola", "")),
        (1_100, ("Kerho", "")),
    ]
    assert (sheet.hidden_numbers, sheet.n_hidden_columns, sheet.n_comments) == ({2}, 1, 1)


def test_a_formula_without_a_value_is_text_and_that_is_told(read: Any) -> None:
    def build(book: Any) -> None:
        for cells in [["Vastaus"], ['=A3&" "&A3'], ["Jonot"], ["=1+1"]]:
            book.active.append(cells)

    imported = read("kaavat.xlsx", to_xlsx(build))

    assert [note.text for note in imported.notes] == ['=A3&" "&A3', "Jonot", "=1+1"]
    assert told(imported)["formulas"].startswith("2 cells hold a formula without a value")


def test_libreoffice_the_same_by_hand(read: Any) -> None:
    imported = read("kirjaukset.ods", WORKBOOK)

    assert rows(imported) == [
        ("row 4", "Pöytä 1", GOOD, "Neuvola"),
        ("row 5", "Pöytä 1", GOOD, "Kerho"),
        ("row 7", "Pöytä 1", CHANGE, "Jonot"),
        ("row 8", "Pöytä 1", CHANGE, "=[.A1]"),
        ("row 9", "Pöytä 1", CHANGE, "7"),
    ]
    assert skipped(imported) == [(1, "above the headings of the table"), (6, "hidden row")]
    assert set(told(imported)) == {
        "hidden_sheets", "sheets_cut", "hidden_rows", "hidden_columns", "formulas",
        "formula_values", "cell_comments",
    }  # fmt: skip
    assert "miksi?" not in repr(imported)


def test_libreoffice_the_same_by_its_library() -> None:
    imported = read_file(FILES / "kirjaukset.ods")

    assert rows(imported) == [
        ("row 4", "Pöytä 1", GOOD, "Neuvola"),
        ("row 5", "Pöytä 1", GOOD, "Kerho"),
        ("row 7", "Pöytä 1", CHANGE, "Neuvola Kerho"),
        ("row 8", "Pöytä 1", CHANGE, "=[.B4]"),
        ("row 9", "Pöytä 1", CHANGE, "7"),
    ]
    assert set(told(imported)) == {
        "hidden_sheets", "hidden_rows", "hidden_columns", "formulas", "formula_values",
        "cell_comments",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["kirjaukset.xlsx", "kirjaukset.ods"])
def test_a_person_who_names_the_columns_sees_no_hidden_rows_either(name: str, write: Write) -> None:
    data = by_xlsxwriter() if name.endswith("xlsx") else WORKBOOK
    roles = (ColumnRole.PROMPT, ColumnRole.NOTE)
    headings = ("Kysymys", "Vastaus")
    mapping = ColumnMapping(
        sheet="Pöytä 1", header=3, headings=headings, roles=roles, fills_down=True
    )

    imported = read_file(write(name, data), mapping=mapping)

    assert pairs(imported)[:3] == [
        (GOOD, "Neuvola"),
        (GOOD, "Kerho"),
        (CHANGE, "Neuvola ja kerho" if name.endswith("xlsx") else "Jonot"),
    ]
    assert (6, "hidden row") in skipped(imported)
    assert "piilossa" not in repr(imported)


def test_repeated_and_merged_cells_of_libreoffice(read: Any) -> None:
    data = ods(
        table(
            "Taul1",
            row(cell("Kysymys"), cell("Ryhmä"), cell("Vastaus")),
            row(cell("Mikä?"), cell("A", 'table:number-columns-repeated="2"')),
            row(cell(), cell(), cell("b"), attributes='table:number-rows-repeated="2"'),
            row(cell("Entä?", 'table:number-columns-spanned="2"'), COVERED, cell("&lt;b&gt; =1")),
            row(cell("Miten?"), cell(), cell("c").replace("table-cell", "covered-table-cell")),
        )
    )

    assert [(n.place, n.prompt, n.group, n.text) for n in read("x.ods", data).notes] == [
        ("row 2", "Mikä?", "A", "A"),
        ("row 3", "Mikä?", "A", "b"),
        ("row 4", "Mikä?", "A", "b"),
        ("row 5", "Entä?", "A", "<b> =1"),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(odf("spreadsheet", "<office:"), "is broken", id="broken"),
        pytest.param(
            odf("spreadsheet", "x", parts={"META-INF/manifest.xml": ENCRYPTED}),
            "password",
            id="encrypted",
        ),
        pytest.param(
            to_zip({"xl/workbook.xml": "<workbook", "[Content_Types].xml": "<Types/>"}),
            "workbook is broken",
            id="broken Excel",
        ),
    ],
)
def test_bad_workbooks_get_one_clear_sentence(data: bytes, words: str, read: Any) -> None:
    with pytest.raises(UnreadableExport, match=words):
        read("taulukko.xyz", data)


def test_a_title_that_is_also_a_heading_is_not_taken_for_one(read: Any) -> None:
    def build(book: Any) -> None:
        for cells in [["Kommentit"], ["Ryhmä", "Vastaus"], ["Nuoret", "Chat"]]:
            book.active.append(cells)

    assert [(n.group, n.text) for n in read("x.xlsx", to_xlsx(build)).notes] == [("Nuoret", "Chat")]
