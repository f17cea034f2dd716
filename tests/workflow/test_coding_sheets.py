"""Coding sheets: through a spreadsheet and back, and what is wrong with a file."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.workflow.conftest import refs
from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import (
    BadName,
    NothingToRead,
    TooEarly,
    ToolkitError,
    UnreadableExport,
)
from toolkit.workflow.coding_sheets import write_coding_sheet


def test_a_csv_sheet_goes_through_excel_and_back(coded: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "arkki.csv"
    assert workflow.make_coding_sheet(coded, path, coder="Aino") == 5
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))

    assert rows[0] == ["Tunnus", "Kysymys", "Merkintä", "Teema", "", "Valittavat teemat"]
    assert sorted(row[0] for row in rows[1:]) == sorted(refs(coded))
    assert {row[3] for row in rows[1:]} == {""}
    assert [row[5] for row in rows[1:4]] == ["Kyydit", "'=Chat ja jonot", "Muut"]
    assert not any(cell.startswith(("=", "@", "+", "-")) for row in rows for cell in row)

    for row in rows[1:]:
        row[3] = "kyydit" if "bussi" in row[2].casefold() else "'=Chat ja jonot"
    saved = "\r\n".join(";".join(f'"{c.replace(chr(34), chr(34) * 2)}"' for c in r) for r in rows)
    path.write_bytes(saved.encode("cp1252"))
    done = workflow.hand_in_codes(coded, path, coder="Aino")

    assert done == ("Aino", 5, 0)
    assert sorted(workflow.load_state(coded).codings["Aino"].values()) == [
        "t-1", "t-1", "t-2", "t-2", "t-2",
    ]  # fmt: skip


def test_a_workbook_holds_words_and_a_list_of_themes(coded: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "arkki.xlsx"
    workflow.make_coding_sheet(coded, path, coder="Veikko")
    book = openpyxl.load_workbook(path)
    sheet, themes = book.worksheets

    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert [cell.value for cell in themes["A"]][1:] == ["Kyydit", "=Chat ja jonot", "Muut"]
    assert themes["A3"].data_type == "s"
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("D2:D6", "'Teemat'!$A$2:$A$4")

    sheet["D2"] = "Muut"
    book.save(path)
    assert workflow.hand_in_codes(coded, path, coder="Veikko") == ("Veikko", 1, 4)


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        pytest.param(
            ["Tunnus;Teema", "{0};Kyydit", "{1};Kyyti"],
            UnreadableExport,
            ("Rivi 3", "Kyyti", "Kyydit; =Chat ja jonot; Muut"),
            id="unknown theme",
        ),
        pytest.param(
            ["Label;Theme", "X9-1;Kyydit"], UnreadableExport, ("Rivi 2", "X9-1"), id="ref"
        ),
        pytest.param(["Tunnus;Teema", ";Kyydit"], UnreadableExport, ("Rivillä 2",), id="no ref"),
        pytest.param(
            ["Tunnus;Teema", "{0};Kyydit", "{0};Muut"], UnreadableExport, ("Rivi 3",), id="twice"
        ),
        pytest.param(["Tunnus;Teema", "{0};"], NothingToRead, ("teemaa",), id="nothing coded"),
        pytest.param(["Tunnus;Vastaus", "{0};x"], UnreadableExport, ("Teema",), id="no column"),
        pytest.param(
            ["Tunnus;Teema", "{0};=KYYDIT()"], UnreadableExport, ("Rivi 2",), id="formula"
        ),
        pytest.param(["Tunnus;Teema"], NothingToRead, ("teemaa",), id="header only"),
        pytest.param([""], NothingToRead, ("Tiedosto on tyhjä",), id="empty"),
        pytest.param(
            ["Hei vaan.", "Tämä ei ole taulukko."], UnreadableExport, ("koodausarkki",), id="prose"
        ),
        pytest.param(
            ["Tunnus;Merkintä;Teema", "{0};Kahvila kiinni;Muut", "{1};Lisää kahvia;Muut"],
            UnreadableExport,
            ("muita merkintöjä", "arkki.csv"),
            id="another workshop",
        ),
    ],
)
def test_what_is_wrong_with_a_sheet_is_one_sentence(
    coded: Workshop, tmp_path: Path, rows: list[str], error: type[ToolkitError], words: list[str]
) -> None:
    path = tmp_path / "arkki.csv"
    path.write_text("\n".join(rows).format(*refs(coded)), encoding="utf-8")
    seq = store.last_seq(coded)

    with pytest.raises(error) as raised:
        workflow.hand_in_codes(coded, path, coder="Aino")

    sentence = raised.value.for_reader()
    assert all(word in sentence for word in words)
    assert "\n" not in sentence
    assert store.last_seq(coded) == seq


@pytest.mark.parametrize("kind", ["document", "archive", "picture", "folder", "blank workbook"])
def test_another_file_is_no_coding_sheet(coded: Workshop, tmp_path: Path, kind: str) -> None:
    path = tmp_path / {"document": "a.docx", "blank workbook": "a.xlsx"}.get(kind, "a.zip")
    match kind:
        case "document":
            docx.Document().save(str(path))
        case "archive":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a.csv", "Tunnus;Teema\nT1-1;Muut")
        case "picture":
            path = tmp_path / "a.csv"
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        case "folder":
            path.mkdir()
            (path / "a.csv").write_text("Tunnus;Teema\nT1-1;Muut", encoding="utf-8")
        case _:
            openpyxl.Workbook().save(path)
    expected = "ei ole tekstiä" if kind == "picture" else "ei ole koodausarkki"

    with pytest.raises(UnreadableExport) as raised:
        workflow.hand_in_codes(coded, path, coder="Aino")

    assert expected in raised.value.for_reader()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_holds_no_formula_and_no_control_code(tmp_path: Path, suffix: str) -> None:
    texts = [" =1+1", "\r=1+1", "bussi\x0b kulkee\x01", "a\x00b"]
    rows = [(f"T1-{n}", "", text) for n, text in enumerate(texts)]
    path = write_coding_sheet(tmp_path / f"a{suffix}", rows, ("Kyydit",))

    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = [row[2] for row in csv.reader(file, delimiter=";")][1:]
        assert read == ["' =1+1", "'\r=1+1", "bussi kulkee", "ab"]
    else:
        cells = openpyxl.load_workbook(path).worksheets[0]["C"][1:]
        assert {cell.data_type for cell in cells} == {"s"}
        assert [cell.value for cell in cells][2:] == ["bussi kulkee", "ab"]


def test_what_a_sheet_needs(workshop: Workshop, coded: Workshop, tmp_path: Path) -> None:
    with pytest.raises(BadName):
        workflow.make_coding_sheet(coded, tmp_path / "arkki.pdf", coder="Aino")
    with pytest.raises(BadName):
        workflow.make_coding_sheet(coded, tmp_path / "arkki.csv", coder=" ")
    empty = store.create_workshop(tmp_path / "tyhjä", title="Tyhjä")
    with pytest.raises(TooEarly):
        workflow.make_coding_sheet(empty, tmp_path / "arkki.csv", coder="Aino")
