"""Slides made with python-pptx, and what it has no words for."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pptx
from docx.oxml import parse_xml
from pptx.util import Cm

TITLE_SLIDE, LIST_SLIDE, TITLE_ONLY = 0, 1, 5


def to_pptx(build: Callable[[Any], None]) -> bytes:
    deck = pptx.Presentation()
    build(deck)
    data = BytesIO()
    deck.save(data)
    return data.getvalue()


def add_slide(deck: Any, layout: int, title: str) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    return slide


def sticky(shapes: Any, left: float, top: float, text: str) -> Any:
    shape = shapes.add_shape(1, Cm(left), Cm(top), Cm(5), Cm(3))
    shape.text_frame.text = text
    return shape


def bullets(slide: Any, left: float, top: float, *texts: str) -> Any:
    box = slide.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(4))
    box.text_frame.text = texts[0]
    for text in texts[1:]:
        box.text_frame.add_paragraph().text = text
    for paragraph in box.text_frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        space = "http://schemas.openxmlformats.org/drawingml/2006/main"
        properties.append(parse_xml(f'<a:buChar xmlns:a="{space}" char="•"/>'))
    return box


def add_table(slide: Any, *rows: tuple[str, ...]) -> Any:
    frame = slide.shapes.add_table(len(rows), len(rows[0]), Cm(2), Cm(6), Cm(20), Cm(5))
    for n, texts in enumerate(rows):
        for m, text in enumerate(texts):
            frame.table.cell(n, m).text = text
    return frame.table


def stickies(deck: Any) -> None:
    front = add_slide(deck, TITLE_SLIDE, "Osallisuusilta")
    front.placeholders[1].text = "Lehtosalin väki koolla"
    wall = add_slide(deck, TITLE_ONLY, "Kysymys 1: Mikä toimii?")
    sticky(wall.shapes, 14, 6, "Oikealla\nkahdella rivillä")
    sticky(wall.shapes, 2, 6, "Vasemmalla")
    group = wall.shapes.add_group_shape()
    sticky(group.shapes, 2, 14, "Ryhmässä toisena")
    sticky(group.shapes, 2, 11, "Ryhmässä ensin")
    sticky(wall.shapes, 20, 16, "Miksi bussi ei kulje?")
    listed = add_slide(deck, LIST_SLIDE, "Mitä pitäisi muuttaa?")
    listed.placeholders[1].text = "Lisää aikoja\nChat auki"
    listed.notes_slide.notes_text_frame.text = "Hiljaiset kaipasivat kerhoa"
    answers = add_slide(deck, TITLE_ONLY, "Pöytä 2: Vanhemmat")
    table = add_table(
        answers, ("Kysymys", "Vastaus"), ("Entä etänä?", "toimii"), ("", "ei toimi kaikille")
    )
    table.cell(1, 0).merge(table.cell(2, 0))
    hidden = add_slide(deck, TITLE_ONLY, "Varalla")
    sticky(hidden.shapes, 2, 6, "ei saa lukea")
    hidden.element.set("show", "0")
