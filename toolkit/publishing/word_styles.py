"""The look and the language of Word files: styles, page, header."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from toolkit.publishing.page import LOCALES, Page, printable
from toolkit.publishing.word_parts import add_field, border, element, set_language, shade
from toolkit.publishing.word_template import copy_missing_styles

QUOTE_STYLE = "Aineistolainaus"
BOX_STYLE = "Nosto"
CELL_STYLE = "Taulukkoteksti"
SOURCE_STYLE = "Lähdemerkintä"
HEADING_SIZES = {1: 16, 2: 13, 3: 11.5}
_ACCENT = RGBColor(0x12, 0x36, 0x5B)
_FONT = "Arial"
_NEEDED = (
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Caption",
    "List Bullet",
    "Header",
    "Table Grid",
    QUOTE_STYLE,
    BOX_STYLE,
    CELL_STYLE,
    SOURCE_STYLE,
)


def set_up(word: WordDocument, page: Page, *, is_own: bool = False) -> None:
    """Give an empty document its styles, language, paper and header.

    Parameters
    ----------
    is_own
        Whether the document is the organisation's template: what it has stays as it is.
    """
    _set_properties(word, page)
    set_language(word, LOCALES[page.language])
    if is_own:
        copy_missing_styles(word, _dressed(), _NEEDED)
        _add_to_headers(word, page)
    else:
        _hyphenate(word)
        _set_paper(word, tight=page.is_brief)
        _set_styles(word, tight=page.is_brief)
        _set_header(word, page)


def text_width(word: WordDocument) -> int:
    """Return how wide a line of text can be, in the units of python-docx."""
    section = word.sections[0]
    paper = section.page_width or Cm(21)
    return paper - (section.left_margin or 0) - (section.right_margin or 0)


def _dressed() -> WordDocument:
    import docx

    word = docx.Document()
    _set_styles(word, tight=False)
    return word


def _hyphenate(word: WordDocument) -> None:
    # Long Finnish words would otherwise be cut anywhere in the narrow columns of tables.
    tabs = word.settings.element.find(qn("w:defaultTabStop"))  # python-docx's template has it
    if tabs is not None:
        tabs.addnext(element("w:autoHyphenation"))


def _set_properties(word: WordDocument, page: Page) -> None:
    core = word.core_properties
    core.title = printable(page.title)
    core.language = LOCALES[page.language]
    core.author = printable(page.organiser)
    core.last_modified_by = ""
    core.comments = ""
    core.content_status = page.status


def _set_paper(word: WordDocument, *, tight: bool) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8 if tight else 2.3)
    section.top_margin, section.bottom_margin = Cm(2.0 if tight else 2.6), Cm(1.4 if tight else 2.2)
    section.header_distance = Cm(1.0 if tight else 1.2)


def _set_styles(word: WordDocument, *, tight: bool) -> None:
    normal = word.styles["Normal"]
    _set_font(normal, size=9.5 if tight else 11)
    normal.paragraph_format.space_after = Pt(4 if tight else 8)
    normal.paragraph_format.line_spacing = 1.05 if tight else 1.15
    normal.paragraph_format.widow_control = True
    _set_font(word.styles["Title"], size=22, bold=True, accent=True)
    title = word.styles["Title"].element
    for line in title.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    word.styles["Title"].paragraph_format.space_after = Pt(6)
    for level, size in HEADING_SIZES.items():
        heading = word.styles[f"Heading {level}"]
        _set_font(heading, size=size, bold=True, accent=True)
        heading.paragraph_format.space_before = Pt(18 if level == 1 else 12)
        heading.paragraph_format.space_after = Pt(4)
        heading.paragraph_format.keep_with_next = True
    _set_font(word.styles["Caption"], size=11, bold=True)
    word.styles["Caption"].paragraph_format.keep_with_next = True
    word.styles["List Bullet"].paragraph_format.space_after = Pt(8)
    word.styles["Header"].font.size = Pt(9)
    _add_styles(word)


def _add_styles(word: WordDocument) -> None:
    quote = word.styles.add_style(QUOTE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    quote.base_style = word.styles["Normal"]
    quote.paragraph_format.left_indent = Cm(0.8)
    quote.paragraph_format.keep_together = True
    border(quote.element.get_or_add_pPr(), "left", colour="12365B")
    box = word.styles.add_style(BOX_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    box.base_style = word.styles["Normal"]
    box.paragraph_format.keep_together = True
    border(box.element.get_or_add_pPr(), "left", colour="12365B")
    shade(box.element.get_or_add_pPr(), "EEF3F8")
    cell = word.styles.add_style(CELL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = word.styles["Normal"]
    cell.font.size = Pt(10)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    cell.paragraph_format.line_spacing = 1
    source = word.styles.add_style(SOURCE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = word.styles["Normal"]
    source.font.size = Pt(10)
    source.paragraph_format.space_after = Pt(4)
    source.paragraph_format.left_indent = Cm(1.8)
    source.paragraph_format.first_line_indent = Cm(-1.8)
    source.paragraph_format.tab_stops.add_tab_stop(Cm(1.8))
    source.paragraph_format.keep_together = True


def _set_font(style: Any, *, size: float, bold: bool = False, accent: bool = False) -> None:  # noqa: ANN401 - python-docx names no common type
    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.color.rgb = _ACCENT if accent else RGBColor(0, 0, 0)
    style.font.italic = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The template names its fonts by theme, and a theme font wins over a named one.
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), _FONT)
    for extra in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(extra)


def _set_header(word: WordDocument, page: Page) -> None:
    paragraph = word.sections[0].header.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(text_width(word), WD_TAB_ALIGNMENT.RIGHT)
    # The template's own stops at other widths would catch the tab first.
    for position in (4680, 9360, 4320, 8640):
        tabs = paragraph.paragraph_format.element.get_or_add_pPr().find(qn("w:tabs"))
        tabs.insert(0, element("w:tab", val="clear", pos=position))
    if page.organiser:
        paragraph.add_run(f"{printable(page.organiser)} · ")
    paragraph.add_run(page.status).bold = page.is_draft
    paragraph.add_run("\t")
    _add_page_number(paragraph, page)


def _add_to_headers(word: WordDocument, page: Page) -> None:
    # Under the logo of every header that the template shows, the first page's own included.
    section = word.sections[0]
    headers = [section.header]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
    if word.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
    for header in headers:
        paragraph = header.add_paragraph(style="Header")
        paragraph.add_run(page.status).bold = page.is_draft
        if not _is_numbered(section):
            paragraph.add_run(" · ")
            _add_page_number(paragraph, page)


def _is_numbered(section: Section) -> bool:
    codes = (
        part.get(qn("w:instr"), part.text or "")
        for band in (section.header, section.footer)
        for part in band._element.iter(qn("w:instrText"), qn("w:fldSimple"))  # noqa: SLF001
    )
    return any("PAGE" in code.split() for code in codes)


def _add_page_number(paragraph: Paragraph, page: Page) -> None:
    paragraph.add_run(f"{page.labels['page']} ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" (")
    add_field(paragraph, "NUMPAGES")
    paragraph.add_run(")")
