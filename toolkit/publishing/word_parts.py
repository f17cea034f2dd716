"""Pieces of WordprocessingML that python-docx has no words for: bookmarks, links, fields."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx.comments import Comment
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.table import Table
from docx.text.paragraph import Paragraph

_LONGEST_TOOLTIP = 250  # Word shows no more


def element(tag: str, **attributes: object) -> Any:  # noqa: ANN401 - lxml elements of many classes
    """Make an element with attributes of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def add_bookmark(paragraph: Paragraph, name: str, *, number: int) -> None:
    """Put a bookmark round everything in ``paragraph``; ``number`` is its own in the file."""
    start = element("w:bookmarkStart", id=number, name=name)
    properties = paragraph._p.pPr  # noqa: SLF001 - the only way to the XML
    if properties is None:
        paragraph._p.insert(0, start)  # noqa: SLF001
    else:
        properties.addnext(start)
    paragraph._p.append(element("w:bookmarkEnd", id=number))  # noqa: SLF001


def remove_date(comment: Comment) -> None:
    """Take the time of writing out of a comment: the same draft gives the same file."""
    attributes = comment._comment_elm.attrib  # noqa: SLF001 - no other way
    if qn("w:date") in attributes:
        del attributes[qn("w:date")]


def add_link(paragraph: Paragraph, text: str, *, anchor: str, tooltip: str = "") -> None:
    """Add a link to a bookmark of the same file, with the words behind it on hovering."""
    if len(tooltip) > _LONGEST_TOOLTIP:
        tooltip = f"{tooltip[: _LONGEST_TOOLTIP - 1]}…"
    hover = {"tooltip": tooltip} if tooltip else {}
    link = element("w:hyperlink", anchor=anchor, history=1, **hover)
    run = element("w:r")
    properties = element("w:rPr")
    properties.append(element("w:color", val="0B4F8A"))
    properties.append(element("w:u", val="single"))
    words = element("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(properties)
    run.append(words)
    link.append(run)
    paragraph._p.append(link)  # noqa: SLF001


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in, such as ``PAGE``."""
    field = element("w:fldSimple", instr=f" {code} ")
    run, words = element("w:r"), element("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001


def stamp_comment(comment: Comment, made_at: datetime) -> None:
    """Say when a remark was made; python-docx would say now."""
    time = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    comment._comment_elm.set(qn("w:date"), time)  # noqa: SLF001 - the only way to the XML


def describe_picture(shape: InlineShape, text: str) -> None:
    """Say in words what one sees in a picture."""
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no name for it
    properties.set("descr", text)


def describe_table(table: Table, *, caption: str) -> None:
    """Name a table for screen readers and tell them that its first row and column are headers."""
    properties = table._tbl.tblPr  # noqa: SLF001
    for old in properties.findall(qn("w:tblLook")):
        properties.remove(old)
    look = element("w:tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0)
    properties.append(look)
    properties.append(element("w:tblCaption", val=caption))
    for number, row in enumerate(table.rows):
        settings = row._tr.get_or_add_trPr()  # noqa: SLF001
        settings.insert(0, element("w:cantSplit"))  # before a mark that the row is new
        if number == 0:
            settings.insert(1, element("w:tblHeader"))


def border(properties: Any, side: str, *, colour: str) -> None:  # noqa: ANN401
    """Draw a line beside the paragraphs of a style."""
    lines = element("w:pBdr")
    lines.append(element(f"w:{side}", val="single", sz=18, space=8, color=colour))
    properties.insert_element_before(
        lines,
        "w:shd",
        "w:tabs",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
        "w:outlineLvl",
    )


def shade(properties: Any, colour: str) -> None:  # noqa: ANN401
    """Colour the ground of a paragraph style or a table cell."""
    ground = element("w:shd", val="clear", color="auto", fill=colour)
    properties.insert_element_before(
        ground, "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
    )


def set_language(word: WordDocument, locale: str) -> None:
    """Say which language the text is in, as a default that every style inherits."""
    styles = word.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults.find(qn("w:lang")) is None:
        defaults.append(element("w:lang", val=locale))
    settings = word.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), locale)
