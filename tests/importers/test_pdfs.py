"""PDFs with text: notes by where the words stand, and a receipt that says how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst

from tests.importers.conftest import Write
from tests.importers.pdf_files import PAGES, At, filled, locked, pdf, remarked
from tests.importers.readings import pairs, rows, skipped, told
from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.importers import notes_pdf, pdf_pages, read_file
from toolkit.importers.opened import OpenedFile

FILE = Path(__file__).parent / "files" / "keskustelu.pdf"


@pytest.fixture
def read(write: Write) -> Callable[[bytes], Import]:
    return lambda data: read_file(write("muistio.pdf", data))


def test_pages_that_libreoffice_made() -> None:
    imported = read_file(FILE)

    good, change = "Mikä palveluissa toimii hyvin?", "Mitä pitäisi muuttaa?"
    assert rows(imported) == [
        ("Pöytä 1", "Nuoret", good, ("Kuraattorin luo pääsee nopeasti, mutta terveydenhoitajaa saa "
         "odottaa viikkoja ja puhelinpalvelu on tukossa")),
        ("Pöytä 1", "Nuoret", good, "Chat"),
        ("Pöytä 1", "Nuoret", good, ("Ohjaamo auttaa työn ja opiskelupaikan etsimisessä myös "
         "niitä, jotka eivät osaa pyytää apua")),
        ("Pöytä 1", "Nuoret", change, "Lisää aikoja"),
        ("Pöytä 1", "Nuoret", change, ("Etäpalvelut sopivat monelle, mutta eivät kaikille. Siksi "
         "lähipalvelut pitää turvata kaikissa kunnissa, myös pienimmissä.")),
        ("Pöytä 2", "Vanhemmat", "Saako tieto kulkea?", "Luvalla kyllä"),
        ("Pöytä 2", "Vanhemmat", "Saako tieto kulkea?", "Vain pyynnöstä"),
        ("Pöytä 2", "Vanhemmat", "Entä etänä?", "toimii"),
        ("Pöytä 2", "Vanhemmat", "Entä etänä?", "ei toimi"),
    ]  # fmt: skip
    assert [reason for _row, reason in skipped(imported)] == [
        "repeated on every page",
        "before the first table or question",
        "the number of a page",
        "repeated on every page",
        "the number of a page",
    ]
    assert told(imported)["low_confidence"].startswith("Low confidence: ")


def test_pages_written_by_hand(read: Any) -> None:
    imported = read(PAGES)

    assert rows(imported) == [
        ("Pöytä 1", "Nuoret", "Mikä toimii?", ("Neuvolan ja kouluterveydenhuollon yhteistyö on "
         "toiminut meidän kunnassa oikein Virtasen aikana hyvin ja terveydenhuolto myös")),
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Jonot, koti- ja etäpalvelut"),
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Miksi bussi ei kulje?"),
        ("Pöytä 2", "Vanhemmat", "Mikä toimii?", "Chat auki"),
        ("Pöytä 2", "Vanhemmat", "Mikä toimii?", "Kerho"),
    ]  # fmt: skip
    assert [reason for _row, reason in skipped(imported)] == [
        "repeated on every page",
        "before the first table or question",
        "the number of a page",
        "repeated on every page",
        "the number of a page",
    ]


COLUMNS = """
#set page(width: 29.7cm, height: 21cm, margin: 1.5cm, header: align(right)[Osallisuusilta],
  footer: context align(center)[Sivu #counter(page).display() / 2])
#set text(size: 11pt, lang: "fi", hyphenate: true)
= Mikä toimii?
#grid(columns: 3, gutter: 8mm, ..range(6).map(i => rect(width: 100%, height: 3cm)[Lappu #i:
  neuvolan ja kouluterveydenhuollon yhteistyö on toiminut meidän kunnassa oikein hyvin]))
#pagebreak()
= Mitä muuttaisit?
#columns(2)[
- ensimmäinen ajatus on sen verran pitkä, että se jatkuu ainakin kahdelle riville
- toinen
#colbreak()
- kolmas ajatus mielenterveyspalveluista ja vanhustenhuollosta kirjattiin kokonaan
]
"""


def test_stickies_and_columns_are_read_one_by_one(read: Any) -> None:
    imported = read(typst.compile(COLUMNS.encode()))

    sticky = "neuvolan ja kouluterveydenhuollon yhteistyö on toiminut meidän kunnassa oikein hyvin"
    assert sorted(note.text for note in imported.notes[:6]) == [
        f"Lappu {n}: {sticky}" for n in range(6)
    ]
    assert rows(imported)[6:] == [
        ("page 2", "", "Mitä muuttaisit?", ("ensimmäinen ajatus on sen verran pitkä, että se "
         "jatkuu ainakin kahdelle riville")),
        ("page 2", "", "Mitä muuttaisit?", "toinen"),
        ("page 2", "", "Mitä muuttaisit?", ("kolmas ajatus mielenterveyspalveluista ja "
         "vanhustenhuollosta kirjattiin kokonaan")),
    ]  # fmt: skip
    assert len(imported.receipt.skipped) == 4


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            [At(60, "Jonot pois"), At(74, "Lisää väkeä"), At(88, "Chat auki")],
            [("", "Jonot pois"), ("", "Lisää väkeä"), ("", "Chat auki")],
            id="a list without questions",
        ),
        pytest.param(
            [At(60, "Mikä toimii?", bold=True), At(80, "Bussi ei kulje."), At(94, "Eikä taksi.")],
            [("Mikä toimii?", "Bussi ei kulje."), ("Mikä toimii?", "Eikä taksi.")],
            id="short lines are notes of their own",
        ),
        pytest.param(
            [At(60, "Mikä toimii?"), At(80, "1) neuvola (hyvä)"), At(94, "2) \\kerho")],
            [("Mikä toimii?", "neuvola (hyvä)"), ("Mikä toimii?", "\\kerho")],
            id="numbers",
        ),
        pytest.param(
            [At(60, "Mikä toimii?"), At(80, "- <script>alert(1)</script>"), At(94, "- =1+1")],
            [("Mikä toimii?", "<script>alert(1)</script>"), ("Mikä toimii?", "=1+1")],
            id="code is words",
        ),
    ],
)
def test_lines_of_a_page(page: list[At], expected: list[tuple[str, str]], read: Any) -> None:
    assert pairs(read(pdf(page))) == expected


def test_larger_letters_are_a_heading(read: Any) -> None:
    page = [At(60, "Toiveet", size=15), At(85, "- bussi"), At(105, "- juna")]

    assert [note.place for note in read(pdf(page)).notes] == ["Toiveet", "Toiveet"]


def test_a_question_at_the_top_of_every_page_is_asked_again(read: Any) -> None:
    page = [At(40, "Mikä toimii?", bold=True)]

    imported = read(pdf([*page, At(60, "neuvola")], [*page, At(60, "kerho")]))

    assert pairs(imported) == [("Mikä toimii?", "neuvola"), ("Mikä toimii?", "kerho")]


def test_what_a_pdf_hides_from_reading_is_told_of(read: Any) -> None:
    imported = read(remarked(pdf([At(60, "Jonot pois"), At(80, "Chat")], []), "ei luettu"))

    assert told(imported)["comments"] == "1 comment added to the PDF was not read."
    assert told(imported)["pages_without_text"].endswith("not read: 2.")
    assert "ei luettu" not in repr(imported)


def test_a_filled_form_is_told_of(read: Any) -> None:
    imported = read(filled(pdf([At(60, "Jonot pois"), At(80, "Chat")]), "ei luettu"))

    assert told(imported)["form_fields"] == "1 filled field of a form was not read."
    assert "ei luettu" not in repr(imported)


def test_a_page_of_too_many_pieces_to_find_columns_is_read_from_the_top(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_pages, "_MANY_PIECES", 4)
    places = [(60, 60), (80, 60), (60, 300), (80, 300)]

    data = pdf([At(top, f"{top}, {left}", left=left) for top, left in places])
    imported = notes_pdf.FORMAT.parse(OpenedFile("muistio.pdf", data))

    assert [note.text for note in imported.notes] == ["60, 60", "60, 300", "80, 60", "80, 300"]


def test_words_without_spaces_between_them_are_parted_by_gaps(read: Any) -> None:
    line = [At(60, "Lyhyt", left=60), At(60, "vain", left=88.9)]  # the gap is 2.6 points

    first, _second = read(pdf([*line, At(80, "Toinen")])).notes

    assert first.text == "Lyhyt vain"


def test_words_of_a_damaged_pdf_do_not_land_in_the_log(
    read: Any, caplog: pytest.LogCaptureFixture
) -> None:
    page = pdf([At(60, "Jonot pois"), At(80, "Chat"), At(100, "salainen")])

    imported = read(page.replace(b"(salainen) Tj", b"/salainen Tj   "))

    assert [note.text for note in imported.notes] == ["Jonot pois", "Chat"]
    assert told(imported)["pages_damaged"].endswith("may be missing: 1.")
    assert caplog.records == []


def test_a_long_pdf_is_cut_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pdf_pages, notes_pdf):
        monkeypatch.setattr(module, "MAX_PAGES", 1)

    data = pdf([At(60, "Jonot pois"), At(80, "Chat")], [At(60, "liikaa")])
    imported = notes_pdf.FORMAT.parse(OpenedFile("muistio.pdf", data))

    assert [note.text for note in imported.notes] == ["Jonot pois", "Chat"]
    assert told(imported)["pages_cut"] == "Only the first 1 pages were read."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(pdf([]), "no text, only pictures", id="only pictures"),
        pytest.param(locked(PAGES, password="salasana"), "protected by a password", id="locked"),
        pytest.param(PAGES[:600], "is broken|no text", id="cut off"),
        pytest.param(b"%PDF-1.7 ...", "is broken", id="no PDF at all"),
    ],
)
def test_a_pdf_that_cannot_be_read_gets_one_clear_sentence(
    data: bytes, words: str, read: Any
) -> None:
    with pytest.raises(UnreadableExport, match=words) as raised:
        read(data)

    assert "muistio.pdf" in str(raised.value)


@pytest.mark.parametrize(
    "lines",
    [
        ["Maija Mäkelä 0:03", "Tervetuloa.", "Matti Meikäläinen 0:41", "Mikä toimii?"],
        ["00:00:10.087 --> 00:00:13.130", "Maija", "00:00:14.000 --> 00:00:15.000", "Matti"],
    ],
)
def test_a_record_of_speech_is_not_read_as_notes(lines: list[str], read: Any) -> None:
    with pytest.raises(UnreadableExport, match="record of speech"):
        read(pdf([At(60 + 20 * n, line) for n, line in enumerate(lines)]))


def test_the_hour_of_printing_on_every_page_makes_no_record_of_speech(read: Any) -> None:
    pages = [[At(20, "25.11.2026 klo 23.02"), At(60, f"bussi {name}")] for name in "abc"]

    assert [note.text for note in read(pdf(*pages)).notes] == ["bussi a", "bussi b", "bussi c"]


def test_a_programme_is_no_record_of_speech(read: Any) -> None:
    page = [
        At(60, "Kahvi 14:30"),
        At(80, "Mikä toimii?"),
        At(100, "- bussi"),
        At(120, "Loppu 16:00"),
    ]

    assert "bussi" in [note.text for note in read(pdf(page)).notes]


def test_a_pdf_that_only_forbids_changes_is_read(read: Any) -> None:
    assert len(read(locked(PAGES, password="")).notes) == 5
