"""Slides: stickies, lists, tables and speaker notes, in the order in which people look at them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from tests.importers.conftest import Write
from tests.importers.exports import to_zip
from tests.importers.readings import pairs, rows, skipped, told
from tests.importers.slide_files import (
    LIST_SLIDE,
    TITLE_ONLY,
    add_slide,
    add_table,
    bullets,
    stickies,
    sticky,
    to_pptx,
)
from toolkit.domain import Import
from toolkit.errors import NothingToRead, UnreadableExport
from toolkit.importers import read_file


@pytest.fixture
def read(write: Write) -> Callable[[Callable[[Any], None]], Import]:
    return lambda build: read_file(write("seinä.pptx", to_pptx(build)))


def test_a_wall_of_stickies_a_list_a_table_and_speaker_notes(read: Any) -> None:
    imported = read(stickies)

    assert rows(imported) == [
        ("slide 2", "", "Mikä toimii?", "Vasemmalla"),
        ("slide 2", "", "Mikä toimii?", "Oikealla kahdella rivillä"),
        ("slide 2", "", "Mikä toimii?", "Ryhmässä ensin"),
        ("slide 2", "", "Mikä toimii?", "Ryhmässä toisena"),
        ("slide 2", "", "Mikä toimii?", "Miksi bussi ei kulje?"),
        ("slide 3", "", "Mitä pitäisi muuttaa?", "Lisää aikoja"),
        ("slide 3", "", "Mitä pitäisi muuttaa?", "Chat auki"),
        ("slide 3, speaker notes", "", "Mitä pitäisi muuttaa?", "Hiljaiset kaipasivat kerhoa"),
        ("slide 4", "Vanhemmat", "Entä etänä?", "toimii"),
        ("slide 4", "Vanhemmat", "Entä etänä?", "ei toimi kaikille"),
    ]
    assert skipped(imported) == [(1, "slide 1: about the meeting, not a note")]
    assert told(imported)["hidden_slides"] == "Hidden slides were not read: 5."
    assert told(imported)["speaker_notes"].endswith(": 3.")
    assert "ei saa lukea" not in repr(imported)


A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PML = "http://schemas.openxmlformats.org/presentationml/2006/main"
HAND = f"""<p:sld xmlns:p="{PML}" xmlns:a="{A}"><p:cSld><p:spTree>
<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>
{{}}</p:spTree></p:cSld></p:sld>"""


def by_hand(number: int, kind: str, text: str, *, at: tuple[int, int] = (0, 0)) -> str:
    paragraphs = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("|"))
    holder = f'<p:ph type="{kind}"/>' if kind else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="x"/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="9" cy="9"/>'
        f"</a:xfrm></p:spPr><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
    )


def replaced(data: bytes, parts: dict[str, str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return to_zip({**members, **parts})


def test_a_slide_written_by_hand(write: Write) -> None:
    shapes = [
        by_hand(2, "", "neljäs|rivi", at=(500, 900)),
        by_hand(3, "dt", "6.10.2026"),
        by_hand(4, "ftr", "Hyvinvointialue"),
        by_hand(5, "sldNum", "1"),
        by_hand(6, "", "toinen", at=(500, 100)),
        by_hand(7, "", "ensin &lt;script&gt;alert(1)&lt;/script&gt;", at=(10, 100)),
        by_hand(8, "", "Pöytä 3: Perheet", at=(10, 20)),
        by_hand(9, "", "- kolmas|- vielä", at=(10, 500)),
        by_hand(10, "title", "Toiveet"),
        by_hand(11, "", "=1+1", at=(10, 950)),
    ]
    deck = to_pptx(lambda deck: add_slide(deck, TITLE_ONLY, "x"))
    data = replaced(deck, {"ppt/slides/slide1.xml": HAND.format("".join(shapes))})

    imported = read_file(write("käsin.pptx", data))

    assert rows(imported) == [
        ("slide 1", "Perheet", "Toiveet", "ensin <script>alert(1)</script>"),
        ("slide 1", "Perheet", "Toiveet", "toinen"),
        ("slide 1", "Perheet", "Toiveet", "kolmas"),
        ("slide 1", "Perheet", "Toiveet", "vielä"),
        ("slide 1", "Perheet", "Toiveet", "neljäs rivi"),
        ("slide 1", "Perheet", "Toiveet", "=1+1"),
    ]
    assert imported.receipt.skipped == ()


def test_a_list_in_a_box_is_several_notes_and_a_sticky_is_one(read: Any) -> None:
    def build(deck: Any) -> None:
        slide = add_slide(deck, TITLE_ONLY, "Mikä toimii?")
        bullets(slide, 2, 5, "neuvola", "kerho")
        sticky(slide.shapes, 2, 12, "yksi\najatus")

    assert pairs(read(build)) == [
        ("Mikä toimii?", "neuvola"),
        ("Mikä toimii?", "kerho"),
        ("Mikä toimii?", "yksi ajatus"),
    ]


def test_a_merged_cell_of_answers_is_one_note(read: Any) -> None:
    def build(deck: Any) -> None:
        slide = add_slide(deck, TITLE_ONLY, "Tiedot")
        table = add_table(slide, ("Kysymys", "Vastaus"), ("Mikä?", "sama"), ("Entä?", ""))
        table.cell(1, 1).merge(table.cell(2, 1))

    imported = read(build)

    assert (pairs(imported), skipped(imported)) == ([("Mikä?", "sama")], [])


def test_of_several_tables_on_a_slide_nobody_knows_whose_a_sticky_is(read: Any) -> None:
    def build(deck: Any) -> None:
        slide = add_slide(deck, TITLE_ONLY, "Mikä toimii?")
        for n in (1, 2):
            sticky(slide.shapes, 10 * n, 4, f"Pöytä {n}")
            sticky(slide.shapes, 10 * n, 8, f"ajatus {n}")

    imported = read(build)

    assert [(note.group, note.text) for note in imported.notes] == [
        ("", "ajatus 1"),
        ("", "ajatus 2"),
    ]
    assert skipped(imported) == [
        (1, "slide 1: the name of a table, not a note"),
        (2, "slide 1: the name of a table, not a note"),
    ]


def test_what_has_no_words_to_read_is_told_of(read: Any) -> None:
    def build(deck: Any) -> None:
        slide = add_slide(deck, TITLE_ONLY, "Mikä toimii?")
        sticky(slide.shapes, 2, 5, "neuvola")
        gone = sticky(slide.shapes, 2, 9, "ei näy")
        next(gone.element.iter("{*}cNvPr")).set("hidden", "1")
        picture = BytesIO()
        Image.new("RGB", (4, 3)).save(picture, "PNG")
        add_slide(deck, TITLE_ONLY, "Valokuva").shapes.add_picture(picture, 0, 0, Cm(20), Cm(15))
        slide.shapes.add_picture(picture, 0, 0, Cm(1), Cm(1))
        chart = CategoryChartData()
        chart.categories = ["a"]
        chart.add_series("b", (1,))
        kind = XL_CHART_TYPE.PIE
        add_slide(deck, TITLE_ONLY, "Entä?").shapes.add_chart(kind, 0, 0, Cm(5), Cm(5), chart)
        add_slide(deck, LIST_SLIDE, "Mitä puuttuu?")

    imported = read(build)

    assert pairs(imported) == [("Mikä toimii?", "neuvola")]
    assert {
        "pictures": "2.",
        "objects": "3.",
        "hidden_boxes": "1.",
        "question_without_notes": "Entä?, Mitä puuttuu?.",
    }.items() <= {
        code: message.rpartition(": ")[2] for code, message in told(imported).items()
    }.items()


def test_comments_on_slides_are_told_of(read: Any) -> None:
    def build(deck: Any) -> None:
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        slide = add_slide(deck, TITLE_ONLY, "Mikä toimii?")
        sticky(slide.shapes, 2, 5, "neuvola")
        xml = f'<p:cmLst xmlns:p="{PML}"><p:cm><p:text>Kaisan huomio</p:text></p:cm></p:cmLst>'
        kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
        uri = PackURI("/ppt/comments/comment1.xml")
        part = Part(uri, kind, slide.part.package, xml.encode())
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        slide.part.relate_to(part, f"{base}/comments")

    imported = read(build)

    assert told(imported) == {"comments": "1 comment on a slide was not read."}
    assert "Kaisan" not in repr(imported)


def test_slides_without_words_have_no_notes(read: Any) -> None:
    with pytest.raises(NothingToRead, match="not one note"):
        read(lambda deck: add_slide(deck, TITLE_ONLY, "Kiitos!"))


@pytest.mark.parametrize(
    "parts", [{"ppt/presentation.xml": "<p:"}, {"ppt/slides/slide1.xml": "<p:sld"}]
)
def test_broken_slides_get_one_clear_sentence(parts: dict[str, str], write: Write) -> None:
    data = replaced(to_pptx(stickies), parts)

    with pytest.raises(UnreadableExport, match=r"slides are broken: rikki\.pptx"):
        read_file(write("rikki.pptx", data))


def test_code_in_every_field_of_a_slide_is_words(read: Any) -> None:
    code = "<script>alert(1)</script>"

    def build(deck: Any) -> None:
        slide = add_slide(deck, LIST_SLIDE, code)
        slide.placeholders[1].text = code
        slide.notes_slide.notes_text_frame.text = code

    imported = read(build)

    assert pairs(imported) == [(code, code), (code, code)]
