"""Word and LibreOffice documents: the same notes, and what stands beside the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml

from tests.importers.conftest import Write
from tests.importers.exports import to_docx
from tests.importers.odf_files import BOLD, DISCUSSION, ENCRYPTED, SPACES, h, items, odf, odt, p
from tests.importers.odf_files import style as odf_style
from tests.importers.readings import pairs, rows, skipped, told
from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.importers import read_file

FILES = Path(__file__).parent / "files"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def read(write: Write) -> Callable[[str, bytes], Import]:
    return lambda name, data: read_file(write(name, data))


def meeting(document: Any) -> None:
    document.add_heading("Pöytä 1: Nuoret", 1)
    document.add_paragraph("Mikä toimii?")
    note = document.add_paragraph("Chat auki", style="List Bullet")
    document.add_comment(note.runs, text="Vain arkisin!", author="Kaisa Kirjuri", initials="KK")
    document.add_comment(note.runs, text="Samaa\nmieltä", author="Kaisa Kirjuri", initials="KK")
    document.add_paragraph().add_run("Mitä muuttaisit").bold = True
    document.add_paragraph("jonot pois")
    table = document.add_table(rows=2, cols=2)
    for n, texts in enumerate([("Kysymys", "Vastaus"), ("Entä etänä?", "toimii")]):
        for m, text in enumerate(texts):
            table.cell(n, m).text = text
    asked = table.cell(1, 0).paragraphs[0]
    document.add_comment(asked.runs, text="hyvä kysymys", author="Kaisa Kirjuri", initials="KK")


def test_a_comment_in_the_margin_is_a_note_of_its_own(read: Any) -> None:
    imported = read("muistio.docx", to_docx(meeting))

    assert rows(imported) == [
        ("Pöytä 1", "Nuoret", "Mikä toimii?", "Chat auki"),
        ("Pöytä 1", "Nuoret", "Mitä muuttaisit", "jonot pois"),
        ("Pöytä 1", "Nuoret", "Entä etänä?", "toimii"),
        ("comment, paragraph 3", "", "Mikä toimii?", "Vain arkisin!"),
        ("comment, paragraph 3", "", "Mikä toimii?", "Samaa mieltä"),
        ("comment, paragraph 7", "", "Entä etänä?", "hyvä kysymys"),
    ]
    chat, _jonot, etana = (note.id for note in imported.notes[:3])
    assert [note.reply_to for note in imported.notes] == ["", "", "", chat, chat, etana]
    assert told(imported)["comments"].startswith("3 comments in the margin became notes")
    assert "Kaisa" not in repr(imported)


def test_a_comment_beside_several_notes_belongs_to_none_of_them(read: Any) -> None:
    def build(document: Any) -> None:
        document.add_heading("Mikä toimii?", 1)
        lines = document.add_paragraph("bussi\njuna")
        document.add_comment(lines.runs, text="Kumpi?", author="K", initials="K")

    comment = read("muistio.docx", to_docx(build)).notes[-1]

    assert (comment.text, comment.prompt, comment.reply_to) == ("Kumpi?", "Mikä toimii?", "")


def test_a_comment_whose_place_is_gone_is_still_a_note(read: Any) -> None:
    def build(document: Any) -> None:
        meeting(document)
        for mark in list(document.element.body.iter("{*}commentReference", "{*}commentRangeStart")):
            mark.getparent().remove(mark)

    assert rows(read("muistio.docx", to_docx(build)))[-3:] == [
        ("comment", "", "", "Vain arkisin!"),
        ("comment", "", "", "Samaa mieltä"),
        ("comment", "", "", "hyvä kysymys"),
    ]


def add_part(document: Any, kind: str, xml: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = Part(
        PackURI(f"/word/{kind}.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
        xml.encode(),
        document.part.package,
    )
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.part.relate_to(part, f"{base}/{kind}")


def test_footnotes_headers_and_hidden_text_are_told_of_and_not_read(read: Any) -> None:
    def build(document: Any) -> None:
        meeting(document)
        notes = "".join(
            f'<w:footnote w:id="{n}" {kind}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
            for n, kind, text in [
                (0, 'w:type="separator"', "viiva"), (1, "", "alaviite"), (2, "", "toinen"),
            ]
        )  # fmt: skip
        add_part(document, "footnotes", f"<w:footnotes {WORD}>{notes}</w:footnotes>")
        document.sections[0].header.paragraphs[0].text = "Luottamuksellinen"
        hidden = document.add_paragraph("näkyvä ").add_run("salattu")
        hidden.font.hidden = True

    imported = read("muistio.docx", to_docx(build))

    assert imported.notes[3].text == "näkyvä"
    assert told(imported)["footnotes"] == "2 footnotes were not read."
    assert told(imported)["hidden_text"] == "Hidden text was not read: it stands in 1 place."
    assert "header or footer" in told(imported)["header"]
    assert not any(word in repr(imported) for word in ("alaviite", "Luottamuks", "salattu"))


def test_a_page_number_in_the_footer_is_nothing_to_tell_of(read: Any) -> None:
    def build(document: Any) -> None:
        meeting(document)
        document.sections[0].footer.paragraphs[0].text = "Sivu 1 / 3"

    assert "header" not in told(read("muistio.docx", to_docx(build)))


def test_a_table_of_contents_is_not_read_twice(read: Any) -> None:
    def build(document: Any) -> None:
        document.styles.add_style("toc 1", 1)
        document.add_paragraph("Pöytä 1: Nuoret", style="toc 1")
        document.add_paragraph("Toiveet\t2", style="toc 1")
        meeting(document)

    assert len(read("muistio.docx", to_docx(build)).notes) == 6


def test_nested_tables_and_text_boxes_of_word(read: Any) -> None:
    def build(document: Any) -> None:
        document.add_heading("Pöytä 1: Nuoret", 1)
        frame = document.add_table(rows=1, cols=1).cell(0, 0)
        frame.text = "Mikä toimii?"
        inner = frame.add_table(rows=2, cols=1)
        inner.cell(0, 0).text, inner.cell(1, 0).text = "neuvola", "kerho"
        v = "urn:schemas-microsoft-com:vml"
        box = parse_xml(
            f'<w:p {WORD} xmlns:v="{v}"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>'
            "<w:p><w:r><w:t>laatikossa</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
            "</w:pict></w:r></w:p>"
        )
        document.element.body.insert(-1, box)

    assert pairs(read("muistio.docx", to_docx(build))) == [
        ("Mikä toimii?", "neuvola"),
        ("Mikä toimii?", "kerho"),
        ("Mikä toimii?", "laatikossa"),
    ]


SAME = [
    ("Pöytä 1", "Nuoret", "Mikä toimii?", "Chat auki iltaisin"),
    ("Pöytä 1", "Nuoret", "Mikä toimii?", "Kuraattori tavoitettavissa"),
    ("Pöytä 1", "Nuoret", "Mikä toimii?", "Alakohta tästä"),
    ("Pöytä 1", "Nuoret", "Mikä toimii?", "Ensimmäinen"),
    ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa", "jonot pois"),
    ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa", "lisää aikoja"),
    ("Pöytä 2", "Vanhemmat", "Läheisen tuki", "Vertaistukea isille"),
    ("Pöytä 2", "Vanhemmat", "Saako tieto kulkea?", "Luvalla kyllä"),
    ("Pöytä 2", "Vanhemmat", "Saako tieto kulkea?", "ei aina"),
    ("Pöytä 2", "Vanhemmat", "Saako tieto kulkea?", "Vain pyynnöstä"),
    ("Pöytä 2", "Vanhemmat", "Entä etänä?", "toimii"),
    ("Pöytä 2", "Vanhemmat", "Entä etänä?", "ei toimi"),
    ("Pöytä 2", "Vanhemmat", "Entä etänä?", "sama kaikille"),
    ("comment, paragraph 6", "", "Mikä toimii?", "Vain arkisin!"),
]


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_the_same_document_gives_the_same_notes_whichever_program_saved_it(suffix: str) -> None:
    imported = read_file(FILES / f"keskustelu.{suffix}")

    assert rows(imported) == SAME
    assert [reason for _row, reason in skipped(imported)] == [
        "before the first table or question",
        "before the first table or question",
        "about the meeting, not a note",
    ]
    assert set(told(imported)) == {"comments", "header"}


def test_an_odt_written_by_hand(read: Any) -> None:
    imported = read("muistio.odt", DISCUSSION)

    assert rows(imported) == [
        ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa?", "jonot pois"),
        ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa?", "myös illalla"),
        ("Pöytä 1", "Nuoret", "Mitä pitää muuttaa?", "lisää aikoja"),
        ("Pöytä 1", "Nuoret", "Mikä toimii", "neuvola"),
        ("Pöytä 1", "Nuoret", "Mikä toimii", "kerho"),
        ("Pöytä 1", "Nuoret", "Mikä toimii", "laatikossa"),
        ("Pöytä 2", "Vanhemmat", "Entä etänä?", "toimii"),
        ("Pöytä 2", "Vanhemmat", "Entä etänä?", "a"),
        ("Pöytä 2", "Vanhemmat", "Entä etänä?", "b"),
        ("comment, paragraph 5", "", "Mitä pitää muuttaa?", "Kaikki mukana"),
        ("comment, paragraph 15", "", "Entä etänä?", "solussa"),
    ]
    assert set(told(imported)) == {"comments", "footnotes", "hidden_text"}
    assert not any(word in repr(imported) for word in ("Kaisa", "poistettu", "salaa", "alaviite"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            h("Ryhmä A") + p('<text:span text:style-name="B">Toiveet</text:span>') + p("bussi"),
            [("Toiveet", "bussi")],
            id="a bold line asks",
        ),
        pytest.param(
            h("Ryhmä A") + p('<text:span text:style-name="B">tärkeä</text:span> bussi'),
            [("", "tärkeä bussi")],
            id="a bold word does not",
        ),
        pytest.param(
            h("Mikä toimii?", 1) + h("Ryhmä A", 2) + items(p("a")) + h("Ryhmä B", 2) + p("b"),
            [("Mikä toimii?", "a"), ("Mikä toimii?", "b")],
            id="a question above the tables",
        ),
        pytest.param(
            "<text:section>" + h("Mikä?") + items(p("Miksi ei?")) + "</text:section>",
            [("Mikä?", "Miksi ei?")],
            id="a section, and a bullet that asks",
        ),
        pytest.param(
            h("Ryhmä A") + p("Muistio", "Title") + p("bussi"), [("", "bussi")], id="a title"
        ),
        pytest.param(
            h("Mikä?") + p("a &lt;b&gt; &amp; c\n   d<text:tab/>e"),
            [("Mikä?", "a <b> & c d e")],
            id="signs and spaces",
        ),
    ],
)
def test_the_grammar_of_discussions_in_odt(
    body: str, expected: list[tuple[str, str]], read: Any
) -> None:
    data = odt(body, styles=odf_style("B", BOLD, family="text") + odf_style("Title", ""))

    assert pairs(read("muistio.odt", data)) == expected


def test_the_footer_of_an_odt_is_told_of(read: Any) -> None:
    master = f"<style:master-page><style:footer>{p('Luonnos')}</style:footer></style:master-page>"
    common = f"<office:master-styles>{master}</office:master-styles>"

    imported = read("muistio.odt", odt(h("Mikä?") + p("a"), common=common))

    assert set(told(imported)) == {"header"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(odf("text", "<office:"), "is broken", id="broken"),
        pytest.param(odf("spreadsheet", ""), "is broken", id="empty"),
        pytest.param(
            odf("text", "x", parts={"META-INF/manifest.xml": ENCRYPTED}), "password", id="encrypted"
        ),
        pytest.param(
            odf("text", f'<!DOCTYPE a [<!ENTITY e "x">]><office:document-content {SPACES}/>'),
            "do not belong",
            id="entities",
        ),
    ],
)
def test_bad_files_of_libreoffice_get_one_clear_sentence(
    data: bytes, words: str, read: Any
) -> None:
    with pytest.raises(UnreadableExport, match=words):
        read("muistio.xyz", data)
