"""Tables as files: what people wrote is text, whatever a spreadsheet would make of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from toolkit.errors import NoSuchThing
from toolkit.publishing import publish_table

NASTY = ["=1+1", "+358", "-lisää", "@SUM(A1)", "\t=2", "＝3", '=HYPERLINK("http://x")', 'ä;ö\n"x"']


def test_a_csv_holds_no_formula_and_every_word(tmp_path: Path) -> None:
    path = publish_table([["Esimerkki"], *([text] for text in NASTY)], tmp_path / "k.csv")

    data = path.read_bytes()
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    cells = [cell for (cell,) in rows[1:]]
    assert data.startswith(b"\xef\xbb\xbf")
    assert cells == [*("'" + text for text in NASTY[:-1]), NASTY[-1]]


def test_a_workbook_holds_no_formula_and_every_word(tmp_path: Path) -> None:
    path = publish_table([["Esimerkki"], *([text] for text in NASTY)], tmp_path / "k.xlsx")

    sheet = load_workbook(path).worksheets[0]
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == NASTY


def test_control_codes_do_not_break_a_workbook(tmp_path: Path) -> None:
    path = publish_table([["a\x00b\x0bc"]], tmp_path / "k.xlsx")

    assert load_workbook(path).worksheets[0]["A1"].value == "abc"


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchThing, match="xlsx"):
        publish_table([["a"]], tmp_path / "k.ods")
