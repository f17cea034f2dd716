"""A working copy as Word saves it after people have worked on it: written by hand, part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from toolkit.paragraphs import bookmark_name, row_bookmark

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
SPACES = f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:w15="{W15}"'
BY = 'w:id="90" w:author="Eero Ek" w:date="2026-11-20T10:00:00Z"'


def rewrite(source: Path, target: Path, parts: Mapping[str, bytes | Callable[[bytes], bytes]]):
    """Copy a file with some parts replaced or added."""
    with zipfile.ZipFile(source) as archive:
        old = {name: archive.read(name) for name in archive.namelist()}
    made = {n: p(old[n]) if callable(p) else p for n, p in parts.items()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**old, **made}.items():
            archive.writestr(name, content)
    return target


class Body:
    """The paragraphs of a document by their blocks."""

    def __init__(self, document: bytes) -> None:
        self.root = etree.fromstring(document)

    def paragraph(self, block_id: str, *, row: str | None = None) -> etree._Element:
        name = bookmark_name(block_id) if row is None else row_bookmark(block_id, row)
        (mark,) = self.root.xpath("//w:bookmarkStart[@w:name=$n]", namespaces={"w": W}, n=name)
        return next(mark.iterancestors(f"{{{W}}}p"))

    def inside(self, block_id: str, xml: str) -> None:
        """Write a paragraph anew, its properties and its bookmark kept."""
        paragraph = self.paragraph(block_id)
        for child in list(paragraph):
            if not child.tag.endswith(("}pPr", "}bookmarkStart", "}bookmarkEnd")):
                paragraph.remove(child)
        end = paragraph.find(f"{{{W}}}bookmarkEnd")
        for child in parse(f"<w:p>{xml}</w:p>"):
            end.addprevious(child)

    def mark(self, block_id: str, xml: str) -> None:
        """Say that the end of a paragraph was inserted, deleted or moved."""
        paragraph = self.paragraph(block_id)
        properties = paragraph.find(f"{{{W}}}pPr")
        if properties is None:
            properties = parse("<w:pPr/>")
            paragraph.insert(0, properties)
        properties.append(parse(f"<w:rPr>{xml}</w:rPr>"))

    def after(self, block_id: str, xml: str) -> None:
        paragraph = self.paragraph(block_id)
        for child in reversed(parse(f"<w:body>{xml}</w:body>")):
            paragraph.addnext(child)

    def bytes(self) -> bytes:
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parse(xml: str) -> etree._Element:
    start, rest = xml.split(">", 1) if not xml.split(">", 1)[0].endswith("/") else (xml[:-2], "")
    return etree.fromstring(f"{start} {SPACES}>{rest}" if rest else f"{start} {SPACES}/>")


def run(text: str, properties: str = "") -> str:
    return f'<w:r w:rsidR="00A1">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text: str) -> str:
    bold = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    return f"<w:ins {BY}>{run(text, bold)}</w:ins>"


def deleted(text: str) -> str:
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def comment(number: int, author: str, text: str, paragraph: str) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-11-20T10:0{number}:00Z">'
        f'<w:p w14:paraId="{paragraph}"><w:r><w:annotationRef/></w:r>{run(text)}</w:p></w:comment>'
    )
