"""Tables of notes in Excel and CSV: the header wherever it is, and nothing that was hidden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.importers.exports import notes_xlsx as notes_workbook
from tests.importers.exports import to_xlsx
from toolkit.domain import Import
from toolkit.importers import notes_xlsx, read_file
from toolkit.importers.opened import OpenedFile


def read_xlsx(build: Callable[[Any], None]) -> Import:
    return notes_xlsx.FORMAT.parse(OpenedFile("muistio.xlsx", to_xlsx(build)))


def rows(imported: Import) -> list[tuple[str, str, str, str]]:
    return [(note.place, note.group, note.prompt, note.text) for note in imported.notes]


def pairs(imported: Import) -> list[tuple[str, str]]:
    return [(note.prompt, note.text) for note in imported.notes]


def codes(imported: Import) -> list[str]:
    return [warn.code for warn in imported.receipt.warnings]


def test_a_workbook_with_the_header_lower_and_hidden_sheets() -> None:
    imported = read_xlsx(notes_workbook)

    assert rows(imported) == [
        ("row 4", "Pöytä 1", "Mikä toimii?", "Neuvola"),
        ("row 5", "Pöytä 1", "Mikä toimii?", "- kerho"),
        ("row 6", "Pöytä 2", "Mitä muuttaisit?", "Jonot"),
    ]
    assert [(s.row, s.reason) for s in imported.receipt.skipped] == [
        (1, "above the headings of the table"),
        (7, "no text"),
    ]
    assert {warn.code: warn.message.split(": ")[1] for warn in imported.receipt.warnings} == {
        "columns_not_read": "Kirjaaja.",
        "hidden_sheets": "Piilossa.",
    }
    assert "ei saa lukea" not in repr(imported)


def sheet_of(*cells: tuple[object, ...], title: str = "Taul1") -> Callable[[Any], None]:
    def build(book: Any) -> None:
        book.active.title = title
        for row in cells:
            book.active.append(row)

    return build


@pytest.mark.parametrize(
    "heading", ["Vastaus", "Kommentti", "Huomio ", "TEKSTI", "Note", "Svar", "Anteckning"]
)
def test_headings_of_notes_in_three_languages(heading: str) -> None:
    assert pairs(read_xlsx(sheet_of((heading,), ("Neuvola",)))) == [("", "Neuvola")]


def test_without_such_a_heading_the_longest_column_holds_the_notes() -> None:
    table = sheet_of(("Ryhmä", "Nro", "Asukkaan toive"), ("Nuoret", 1, "Chat auki iltaisin"))

    assert rows(read_xlsx(table)) == [("row 2", "Nuoret", "Asukkaan toive", "Chat auki iltaisin")]


def test_formulas_are_text_and_never_calculated() -> None:
    imported = read_xlsx(sheet_of(("Vastaus",), ("=1+1",), ("- pois",)))

    assert [note.text for note in imported.notes] == ["=1+1", "- pois"]
    assert codes(imported) == ["formulas"]


def test_every_sheet_is_a_table_of_people() -> None:
    def build(book: Any) -> None:
        sheet_of(("Vastaus",), ("a",), title="Pöytä 1")(book)
        other = book.create_sheet("Pöytä 2")
        other.append(["Pöytä 2: Vanhemmat"])
        other.append(["Vastaus"])
        other.append(["b"])
        book.create_sheet("Ohje").append(["Kirjoita tähän"])

    imported = read_xlsx(build)

    assert rows(imported) == [
        ("Pöytä 1, row 2", "Pöytä 1", "", "a"),
        ("Pöytä 2, row 3", "Vanhemmat", "", "b"),
    ]
    assert codes(imported) == ["sheets_not_read"]


def test_a_csv_of_notes_keeps_question_and_table_until_the_next(tmp_path: Path) -> None:
    path = tmp_path / "vastaukset.csv"
    path.write_text(
        "id,teksti,kysymys,paikka\n1,Neuvola,Mikä toimii?,x\n2,=1+1,,x\n3,,,x\n", encoding="utf-8"
    )

    imported = read_file(path)

    assert [(n.prompt, n.text, n.place) for n in imported.notes] == [
        ("Mikä toimii?", "Neuvola", "row 2"),
        ("Mikä toimii?", "=1+1", "row 3"),
    ]
    assert [item.row for item in imported.receipt.skipped] == [4]
    assert [warning.code for warning in imported.receipt.warnings] == ["columns_not_read"]
