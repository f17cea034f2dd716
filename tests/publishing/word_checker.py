"""What assistive technology needs of a Word file, checked on the file itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMPTY_LINKS = {"tästä", "tässä", "linkki", "lue lisää", "här", "länk", "here", "link", "read more"}


def check_word(path: Path, *, language: str) -> list[str]:
    """Return what is wrong, in words."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
        core = archive.read("docProps/core.xml").decode()
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val").lower()
        for style in styles.iter(f"{W}style")
    }
    return [
        *_properties(core, styles, language),
        *_headings(body, names),
        *_paragraphs(body, names),
        *_tables(body),
        *_pictures(body),
        *_links(body),
    ]


def text_of(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t")).strip()


def _properties(core: str, styles: etree._Element, language: str) -> Iterator[str]:
    if not re.search(r"<dc:title>[^<]+", core):
        yield "no title"
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None or default.get(f"{W}val") != language:
        yield "no language by default"
    others = {mark.get(f"{W}val") for mark in styles.iter(f"{W}lang")} - {language, None}
    if others:
        yield f"other languages: {others}"


def _style(paragraph: etree._Element, names: dict[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return names[style.get(f"{W}val")] if style is not None else "normal"


def _headings(body: etree._Element, names: dict[str, str]) -> Iterator[str]:
    levels = [0]
    for paragraph in body.iter(f"{W}p"):
        found = re.fullmatch(r"heading (\d)", _style(paragraph, names))
        if found:
            levels.append(int(found[1]))
            if not text_of(paragraph):
                yield "an empty heading"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"headings go from {before} to {after}"


def _paragraphs(body: etree._Element, names: dict[str, str]) -> Iterator[str]:
    for paragraph in body.iter(f"{W}p"):
        style, text = _style(paragraph, names), text_of(paragraph)
        in_cell = paragraph.getparent().tag == f"{W}tc"
        if not text and not in_cell and paragraph.find(f".//{W}drawing") is None:
            yield "an empty paragraph"
        runs = [run for run in paragraph.iter(f"{W}r") if text_of(run)]
        bold = runs and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
        if bold and not in_cell and not style.startswith(("heading", "title", "caption")):
            yield f"bold words in place of a heading: {text}"
        if style.startswith("heading") and any(
            run.find(f"{W}rPr/{W}sz") is not None for run in runs
        ):
            yield f"a heading with a size of its own: {text}"


def _tables(body: etree._Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "a table without a header row"
        if not all(text_of(cell) for cell in rows[0].findall(f"{W}tc")):
            yield "a column without a heading"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield "a row that may be split over pages"
        if table.find(f".//{W}vMerge") is not None or table.find(f".//{W}gridSpan") is not None:
            yield "merged cells"


def _pictures(body: etree._Element) -> Iterator[str]:
    for properties in body.iter(f"{DRAWING}docPr"):
        alt = properties.get("descr") or ""
        if len(alt) < 10 or re.search(r"\.(png|jpe?g|svg)$", alt):
            yield "a picture without a text"


def _links(body: etree._Element) -> Iterator[str]:
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    for link in body.iter(f"{W}hyperlink"):
        text = text_of(link).lower()
        if not text or text in EMPTY_LINKS or text.startswith("http"):
            yield f"a link that does not say where: {text}"
        if link.get(f"{W}anchor") not in marks:
            yield f"a link to nowhere: {text}"
