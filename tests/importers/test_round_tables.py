"""Round-table notes in Word and text: whose words, to which question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml import parse_xml

from tests.importers.exports import ROUNDTABLE, roundtable_docx, to_docx
from toolkit.domain import Import
from toolkit.errors import NothingToRead
from toolkit.importers import notes_docx, notes_text
from toolkit.importers.opened import OpenedFile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read_text(text: str) -> Import:
    return notes_text.FORMAT.parse(OpenedFile("muistio.txt", text.encode()))


def read_docx(build: Callable[[Any], None]) -> Import:
    return notes_docx.FORMAT.parse(OpenedFile("muistio.docx", to_docx(build)))


def rows(imported: Import) -> list[tuple[str, str, str, str]]:
    return [(note.place, note.group, note.prompt, note.text) for note in imported.notes]


def pairs(imported: Import) -> list[tuple[str, str]]:
    return [(note.prompt, note.text) for note in imported.notes]


def reasons(imported: Import) -> list[str]:
    return [skipped.reason for skipped in imported.receipt.skipped]


def codes(imported: Import) -> list[str]:
    return [warn.code for warn in imported.receipt.warnings]


def test_a_text_of_tables_questions_and_bullets() -> None:
    imported = read_text(ROUNDTABLE)

    assert rows(imported) == [
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "kuraattori tavoitettavissa"),
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "myös WhatsAppilla"),
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Ohjaamo"),
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Chat"),
        ("Pöytä 1", "Nuoret", "Mitä pitäisi muuttaa?", "jonot pois!! (++)"),
        ("Pöytä 2", "Perheet", "Mikä toimii?", "neuvola"),
    ]
    assert reasons(imported) == ["before the first table or question"]


@pytest.mark.parametrize("sign", ["-", "•", "–", "o", "*", "1)", "12.", "·", "\uf0b7"])
def test_bullets_of_every_kind(sign: str) -> None:
    assert pairs(read_text(f"Mikä toimii?\n{sign} neuvola\n  {sign} kerho\n")) == [
        ("Mikä toimii?", "neuvola"),
        ("Mikä toimii?", "kerho"),
    ]


@pytest.mark.parametrize(
    ("heading", "place", "group"),
    [
        ("Pöytä 1: Nuoret", "Pöytä 1", "Nuoret"),
        ("PÖYTÄ 1 – NUORET", "PÖYTÄ 1", "NUORET"),
        ("Ryhmä B", "Ryhmä B", "Ryhmä B"),
        ("Pöytä 3. Järjestöt (pj. Aino Esimerkki)", "Pöytä 3", "Järjestöt"),
        ("Pöytä 3 (vanhemmat)", "Pöytä 3", "(vanhemmat)"),
        ("Bord 2: Unga", "Bord 2", "Unga"),
        ("## Table 4: Parents", "Table 4", "Parents"),
        ("**Pöytä 5: Koulut**", "Pöytä 5", "Koulut"),
    ],
)
def test_headings_of_tables(heading: str, place: str, group: str) -> None:
    [note] = read_text(f"{heading}\n- neuvola\n").notes

    assert (note.place, note.group) == (place, group)


@pytest.mark.parametrize(
    "line", ["Pöytä 10 oli täynnä nuoria", "Ryhmä toimii hyvin", "Pöytä, jonka ääressä istuttiin"]
)
def test_a_sentence_about_a_table_is_no_heading(line: str) -> None:
    assert pairs(read_text(f"Pöytä 1: Nuoret\n- a\n{line}\n"))[-1][1] == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mikä toimii?\n- terveyden-\n  huollon ajat",
            [("Mikä toimii?", "terveydenhuollon ajat")],
            id="word split at the end of a line",
        ),
        pytest.param(
            "Mikä toimii?\n- pitkä ajatus jatkuu\n  seuraavalla rivillä\n- toinen",
            [
                ("Mikä toimii?", "pitkä ajatus jatkuu seuraavalla rivillä"),
                ("Mikä toimii?", "toinen"),
            ],
            id="indented continuation",
        ),
        pytest.param(
            "Mikä toimii?\nNuorisotalon ohjaaja huomasi asian ennen muita\nvaikka en sanonut.\n",
            [("Mikä toimii?", "Nuorisotalon ohjaaja huomasi asian ennen muita vaikka en sanonut.")],
            id="wrapped prose",
        ),
        pytest.param(
            "Mikä toimii?\njonot\nkyydit",
            [("Mikä toimii?", "jonot"), ("Mikä toimii?", "kyydit")],
            id="short lines are notes of their own",
        ),
        pytest.param(
            "Mikä toimii?\n- Miksi ei?\n",
            [("Mikä toimii?", "Miksi ei?")],
            id="a bullet that asks is a note",
        ),
        pytest.param("Kysymys 1: Nykytila\n- a\n", [("Nykytila", "a")], id="named question"),
        pytest.param(
            "# Ilta\n## Mikä toimii\n- a\n", [("Mikä toimii", "a")], id="markdown sub-heading"
        ),
        pytest.param("**Mikä toimii**\n- a\n", [("Mikä toimii", "a")], id="markdown bold"),
    ],
)
def test_lines_belong_together_as_they_were_meant(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(read_text(text)) == expected


def test_a_plain_question_without_answers_is_told_of() -> None:
    imported = read_text("Pöytä 1: Nuoret\nMikä toimii?\n- chat\nMiksi bussi ei kulje?\n")

    assert codes(imported) == ["question_without_notes"]
    assert "Miksi bussi ei kulje?" in imported.receipt.warnings[0].message


def test_a_word_document() -> None:
    imported = read_docx(roundtable_docx)

    assert rows(imported) == [
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Chat"),
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Miksi kukaan ei vastaa?"),
        ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa", "jonot pois"),
        ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa", "lisää aikoja"),
        ("Pöytä 2", "Vanhemmat", "Läheisen tuki", "Vertaistukea isille"),
        ("Pöytä 2", "Vanhemmat", "Saako tieto kulkea?", "Luvalla kyllä"),
    ]
    assert reasons(imported) == [
        "before the first table or question",
        "before the first table or question",
        "about the meeting, not a note",
        "no text",
    ]


def test_a_question_above_the_tables_stays() -> None:
    def build(document: Any) -> None:
        document.add_heading("Mikä toimii?", level=1)
        for table in ("Pöytä 1: Nuoret", "Pöytä 2: Vanhemmat"):
            document.add_heading(table, level=2)
            document.add_paragraph(f"{table[-3:]} ajatus", style="List Bullet")

    assert [note.prompt for note in read_docx(build).notes] == ["Mikä toimii?", "Mikä toimii?"]


def test_a_document_without_headings_or_bullets_has_no_notes() -> None:
    with pytest.raises(NothingToRead, match=r"not one note in the file: muistio\.docx"):
        read_docx(lambda document: document.add_paragraph("Hyvinvointialue järjestää palvelut."))


def table_of(*cells: tuple[str, ...]) -> Callable[[Any], None]:
    def build(document: Any) -> None:
        table = document.add_table(rows=len(cells), cols=len(cells[0]))
        for row, texts in zip(table.rows, cells, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return build


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            [("Kysymys", "Vastaus"), ("Mikä?", "a"), ("", "b")],
            [("Mikä?", "a"), ("Mikä?", "b")],
            id="question and answer, filled down",
        ),
        pytest.param(
            [("MUUTOKSET", "KEINOT"), ("a", "b")],
            [("MUUTOKSET", "a"), ("KEINOT", "b")],
            id="a heading for each column",
        ),
        pytest.param(
            [("Kysymys", "Toimii", "Ei toimi"), ("Jonot?", "a", "b")],
            [("Jonot? – Toimii", "a"), ("Jonot? – Ei toimi", "b")],
            id="what an answer means is kept",
        ),
        pytest.param(
            [("Mikä toimii?", "a"), ("Mitä puuttuu?", "b")],
            [("Mikä toimii?", "a"), ("Mitä puuttuu?", "b")],
            id="no header",
        ),
        pytest.param(
            [("Kysymys", "Vastaus"), ("Mikä?", "- a\n- b")],
            [("Mikä?", "a"), ("Mikä?", "b")],
            id="bullets in a cell",
        ),
    ],
)
def test_tables_of_word(cells: list[tuple[str, ...]], expected: list[tuple[str, str]]) -> None:
    assert pairs(read_docx(table_of(*cells))) == expected


def test_columns_of_tables_and_groups() -> None:
    header = ("Kysymys", "Pöytä 1: Nuoret", "Pöytä 2")

    imported = read_docx(table_of(header, ("Jonot?", "a", "b")))

    assert [(note.group, note.prompt, note.text) for note in imported.notes] == [
        ("Nuoret", "Jonot?", "a"),
        ("Pöytä 2", "Jonot?", "b"),
    ]


def test_merged_cells_are_read_once() -> None:
    def build(document: Any) -> None:
        table_of(("Kysymys", "Vastaus"), ("Mikä?", "a"), ("", "b"), ("Entä?", "c"))(document)
        table = document.tables[0]
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(2, 1).merge(table.cell(3, 1))

    imported = read_docx(build)

    assert pairs(imported) == [("Mikä?", "a"), ("Mikä?", "b c")]
    assert reasons(imported) == []


def test_insertions_are_kept_and_deletions_are_not() -> None:
    def build(document: Any) -> None:
        document.add_heading("Pöytä 1: Nuoret", level=1)
        body = document.element.body
        run = "<w:r><w:t>{}</w:t></w:r>"
        body.insert(1, parse_xml(
            f"<w:p {WORD}><w:r><w:t>jonot </w:t></w:r><w:ins>{run.format('pois')}</w:ins>"
            "<w:del><w:r><w:delText>jäävät</w:delText></w:r></w:del>"
            f"<w:moveFrom>{run.format('siirretty')}</w:moveFrom></w:p>"
        ))  # fmt: skip
        body.insert(2, parse_xml(
            f"<w:sdt {WORD}><w:sdtContent><w:p>{run.format('säädin')}</w:p></w:sdtContent></w:sdt>"
        ))  # fmt: skip

    assert [note.text for note in read_docx(build).notes] == ["jonot pois", "säädin"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Jonot pois\nMiksi kukaan ei vastaa? Olen soittanut.\nEikö apua saa?\nLisää väkeä\nHei",
            ["Jonot pois", "Miksi kukaan ei vastaa? Olen soittanut.", "Eikö apua saa?"],
            id="a note on each line",
        ),
        pytest.param(
            "Neuvola toimii meillä hyvin.", ["Neuvola toimii meillä hyvin."], id="one note"
        ),
        pytest.param("Kirjuri: Pöllö\nNeuvola", ["Neuvola"], id="who wrote is not a note"),
    ],
)
def test_a_text_without_structure_is_a_list(text: str, expected: list[str]) -> None:
    assert [words for prompt, words in pairs(read_text(text)) if not prompt][: len(expected)] == (
        expected
    )
