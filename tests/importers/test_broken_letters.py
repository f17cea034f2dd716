"""Files whose letters were broken before they came: left alone unless a person says otherwise."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.importers.conftest import Write
from tests.importers.exports import to_csv, to_docx, to_xlsx, to_zip
from toolkit.domain import ColumnMapping, ColumnRole
from toolkit.errors import UnknownFormat
from toolkit.importers import find_broken, read_file

BROKEN = "Palvelujen kehittÃ¤minen pÃ¥ svenska"
WHOLE = "Palvelujen kehittäminen på svenska"
CSV = to_csv([["Subject", "Body", "Author"], ["", BROKEN, "A"], ["", "Ehjä ääni", "B"]])


def _book(book: openpyxl.Workbook) -> None:
    assert book.active is not None
    for row in (["Vastaus"], [BROKEN], ["Ehjä ääni"]):
        book.active.append(row)


FILES = {
    "csv": CSV.encode(),
    "zip": to_zip({"Posts.csv": CSV, "kuva.jpg": b"\xff\xd8"}),
    "xlsx": to_xlsx(_book),
    "docx": to_docx(
        lambda document: [
            document.add_paragraph(text)
            for text in ("Pöytä 1", "Mikä toimii?", f"- {BROKEN}", "- Ehjä ääni")
        ]
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_letters_are_repaired_when_a_person_says_so_and_else_told_of(
    kind: str, write: Write
) -> None:
    path = write(f"ilta.{kind}", FILES[kind])

    as_it_is, repaired = read_file(path), read_file(path, repairs_text=True)

    assert [note.text for note in as_it_is.notes] == [BROKEN, "Ehjä ääni"]
    [said] = [w.message for w in as_it_is.receipt.warnings if w.code == "broken_text"]
    assert "kehittÃ¤minen" in said
    assert "kehittäminen" in said
    assert [note.text for note in repaired.notes] == [WHOLE, "Ehjä ääni"]
    assert "broken_text" not in [warn.code for warn in repaired.receipt.warnings]


def test_repaired_words_get_the_ids_of_whole_words(write: Write) -> None:
    broken = read_file(write("a.csv", CSV), repairs_text=True)
    whole = read_file(write("b.csv", CSV.replace(BROKEN, WHOLE)))

    assert broken.notes == whole.notes


def test_headings_that_are_broken_are_said_to_be(write: Write) -> None:
    path = write("ilta.csv", "Otsikko,SisÃ¤ltÃ¶,TekijÃ¤\nKyydit,Bussi,A\n")

    with pytest.raises(UnknownFormat, match=r"SisÃ¤ltÃ¶.*repaired"):
        read_file(path)
    assert find_broken(path)[0][1].startswith("Otsikko,Sisältö")
    assert [note.text for note in read_file(path, repairs_text=True).notes] == ["Kyydit. Bussi"]


def test_a_table_that_a_person_named_is_repaired_too(write: Write) -> None:
    path = write("ilta.csv", f"Nro;Kuvaus\n1;{BROKEN}\n")
    mapping = ColumnMapping(header=1, roles=(ColumnRole.NONE, ColumnRole.NOTE))

    assert read_file(path, mapping=mapping, repairs_text=True).notes[0].text == WHOLE


def test_nothing_is_broken_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert find_broken(tmp_path / "poissa.csv") == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("declared", [False, True])
def test_a_table_is_read_however_it_was_saved(
    delimiter: str, end: str, code: str, *, declared: bool, write: Write
) -> None:
    rows = [["Pöytä", "Kysymys", "Vastaus"], ["A", "Mikä toimii?", f"Ääni{delimiter} yö"]]
    text = (f"sep={delimiter}\n" if declared else "") + to_csv(rows, delimiter=delimiter)

    [note] = read_file(write("ilta.csv", text.replace("\n", end).encode(code))).notes

    text = f"Ääni{delimiter} yö".replace("\t", "")
    assert (note.text, note.prompt, note.group) == (text, "Mikä toimii?", "A")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "cp1252", "cp850"])
def test_one_column_is_read_however_it_was_saved(end: str, code: str, write: Write) -> None:
    text = 'Vastaus\nJonot, ja ääni; yö\n"Köer, ""nu"""\n'

    imported = read_file(write("ilta.csv", text.replace("\n", end).encode(code)))

    assert [note.text for note in imported.notes] == ["Jonot, ja ääni; yö", 'Köer, "nu"']
