"""Tables beside a document: every note once, nobody recognised, nothing a formula."""

from __future__ import annotations

import csv
import io

from openpyxl import load_workbook

from tests.publishing.data_material import NOTES, make_data
from toolkit.publishing import render_csv, render_xlsx


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_note_has_exactly_one_row_and_says_what_became_of_it() -> None:
    rows = read_csv(render_csv(make_data()))

    assert [row["Tunnus"] for row in rows] == [note.ref for note in NOTES]
    assert [row["Tila"] for row in rows] == [
        *["käytössä"] * 6,
        "jätetty sivuun",
        "ei vielä ryhmitelty",
    ]


def test_a_row_tells_who_decided_and_where_the_document_cites_it() -> None:
    first, second = read_csv(render_csv(make_data()))[:2]

    assert (first["Teema"], first["Teemaan sijoitti"]) == ("'=Kyydit", "ihminen")
    assert (first["Merkinnän laji"], first["Lajin määritti"]) == ("ehdotus", "kone")
    assert first["Viitattu asiakirjassa"] == "Kyydit; Muuta"
    assert (second["Teemaan sijoitti"], second["Viitattu asiakirjassa"]) == ("kone", "")


def test_formulas_personal_data_and_small_groups_do_not_get_out() -> None:
    rows = read_csv(render_csv(make_data()))

    assert rows[0]["Merkintä"] == "'=1+1 bussivuoroa lisää"
    assert rows[1]["Merkintä"] == "Soita [henkilötieto poistettu] illalla!"
    assert {row["Ryhmä"] for row in rows} == {"Nuoret", ""}
    assert "äitiä" not in render_csv(make_data()).decode()


def test_a_draft_says_so_in_the_heading() -> None:
    rows = read_csv(render_csv(make_data(is_draft=True)))

    assert "Viitattu luonnoksessa" in rows[0]


def test_a_workbook_has_a_sheet_for_each_thing_and_no_formula() -> None:
    book = load_workbook(io.BytesIO(render_xlsx(make_data())))

    assert book.sheetnames == ["Teemat", "Merkinnät", "Viittaukset", "Väitteet"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    cited = list(book["Viittaukset"].iter_rows(min_row=2, values_only=True))
    assert cited == [
        ("T1-001", "Kyydit", "a/teksti", "lainaus"),
        ("T1-006", "Kyydit", "a/teksti", "viittaus"),
        ("T1-001", "Muuta", "b/teksti", "viittaus"),
    ]


def test_a_statement_left_out_in_moderation_is_listed_without_its_words() -> None:
    data = render_xlsx(make_data())

    rows = list(load_workbook(io.BytesIO(data))["Väitteet"].iter_rows(min_row=2, values_only=True))
    assert rows[0][:8] == ("P1-v1", "Bussi iltaan.", "käytössä", None, "10", "7", "1", "2")
    assert rows[1][:3] == ("P1-v2", None, "jätetty pois moderoinnissa")


def test_the_same_material_gives_the_same_bytes() -> None:
    assert render_xlsx(make_data()) == render_xlsx(make_data())
