"""Paragraphs, tables and comments of an ODT; insertions kept and deletions left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from toolkit.importers.blocks import Block, Comment, Grid, Line, TextDocument
from toolkit.importers.odf import Styles, name_of, read_part
from toolkit.importers.running_heads import says_something

if TYPE_CHECKING:
    from toolkit.importers.opened import OpenedFile

__all__ = ["read_odt"]

_P, _H, _LIST, _SPAN = map(name_of, ("text:p", "text:h", "text:list", "text:span"))
_TABLE, _ROW, _CELL, _COVERED = map(
    name_of,
    ("table:table", "table:table-row", "table:table-cell", "table:covered-table-cell"),
)
_NOTE, _COMMENT = name_of("text:note"), name_of("office:annotation")
_DRAWN = name_of("draw:*")
# What is deleted, beside the text, made by the program or never shown.
_APART = frozenset((
    _NOTE, _COMMENT, *map(name_of, (
        "text:tracked-changes", "text:table-of-content", "text:illustration-index",
        "text:table-index", "text:alphabetical-index", "text:bibliography", "text:ruby-text",
        "text:script", "text:hidden-text", "text:note-citation", "office:forms",
        "office:event-listeners", "office:scripts",
    )),
))  # fmt: skip
_WHITE = re.compile(r"\s+")
_BOLD = frozenset(("bold", "600", "700", "800", "900"))


def read_odt(file: OpenedFile) -> TextDocument:
    """Read an ODT document, as ``read_word`` reads one of Word.

    Raises
    ------
    UnreadableExport
        If it is broken.
    """
    content = read_part(file, "content.xml")
    common = read_part(file, "styles.xml") if "styles.xml" in file.names else None
    groups = [*content.iter(name_of("office:automatic-styles"))]
    if common is not None:
        groups += common.iter(name_of("office:styles"))
    reader = _Reader(Styles(*groups))
    body = next(content.iter(name_of("office:text")), ())
    blocks = tuple(reader.blocks(body))
    return TextDocument(
        blocks=blocks,
        comments=tuple(reader.comments),
        n_footnotes=sum(1 for _ in content.iter(_NOTE)),
        n_hidden=reader.n_hidden,
        has_header=common is not None and any(map(says_something, _heads(common))),
    )


def _heads(common: Any) -> Iterator[str]:  # noqa: ANN401 - lxml elements
    """Yield the lines of headers and footers."""
    for page in common.iter(name_of("style:master-page")):
        for paragraph in page.iter(_P, _H):
            yield "".join(paragraph.itertext())


class _Reader:
    """Walks the elements of a document and numbers its paragraphs and table rows."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._numbers = count(1)
        self.comments: list[Comment] = []
        self.n_hidden = 0

    def blocks(self, parent: Iterable[Any], *, in_list: bool = False) -> Iterator[Block]:
        for element in parent:
            if element.tag in {_P, _H}:
                yield from self._lines(element, in_list=in_list)
                for drawn in _outermost_drawn(element):
                    yield from self.blocks(drawn)
            elif element.tag == _TABLE:
                yield self._grid(element)
            elif element.get(name_of("text:display")) == "none":  # a hidden section
                self.n_hidden += 1
            elif element.tag not in _APART:
                yield from self.blocks(element, in_list=in_list or element.tag == _LIST)

    def _lines(self, paragraph: Any, *, in_list: bool) -> Iterator[Line]:  # noqa: ANN401
        row = next(self._numbers)
        self._take_comments(paragraph, row)
        level = 0
        if paragraph.tag == _H:
            outline = paragraph.get(name_of("text:outline-level"), "1")
            level = int(outline) if outline.isdecimal() else 1
        style = paragraph.get(name_of("text:style-name"), "")
        names = self._styles.names("paragraph", style)
        pieces = self._pieces_of(paragraph)
        is_bold = all(bold for text, bold in pieces if text.strip())
        for text in "".join(text for text, _bold in pieces).split("\n"):
            if text.strip():
                yield Line(
                    row=row,
                    text=text,
                    level=level,
                    is_title=not {"Title", "Subtitle"}.isdisjoint(names),
                    is_bullet=in_list and not level,
                    is_bold=is_bold,
                )

    def _pieces_of(self, paragraph: Any) -> list[tuple[str, bool]]:  # noqa: ANN401
        """Return the words of a paragraph as they are seen now, and whether they are bold."""
        style = paragraph.get(name_of("text:style-name"), "")
        if self._is_hidden("paragraph", style):
            self.n_hidden += 1
            return []
        weight = self._styles.value("paragraph", style, "fo:font-weight")
        return list(self._pieces(paragraph, bold=weight in _BOLD))

    def _pieces(self, element: Any, *, bold: bool) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
        yield _WHITE.sub(" ", element.text or ""), bold
        for child in element:
            yield from self._piece(child, bold=bold)
            yield _WHITE.sub(" ", child.tail or ""), bold

    def _piece(self, child: Any, *, bold: bool) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
        if child.tag == name_of("text:line-break"):
            yield "\n", bold
        elif child.tag in {name_of("text:tab"), name_of("text:s")}:
            yield " ", bold
        elif child.tag == _SPAN:
            style = child.get(name_of("text:style-name"), "")
            if self._is_hidden("text", style):
                self.n_hidden += 1
                return
            weight = self._styles.value("text", style, "fo:font-weight")
            yield from self._pieces(child, bold=weight in _BOLD if weight else bold)
        elif isinstance(child.tag, str) and child.tag not in _APART and not _is_drawn(child):
            yield from self._pieces(child, bold=bold)

    def _is_hidden(self, family: str, style: str) -> bool:
        return self._styles.value(family, style, "text:display") == "none"

    def _grid(self, table: Any) -> Grid:  # noqa: ANN401
        first = next(self._numbers)
        rows: list[tuple[str | None, ...]] = []
        for row in table.iter(_ROW):
            if _nearest(row, _TABLE) is table:
                self._take_comments(row, first + len(rows))
                rows.append(tuple(self._cells(row)))
        for _ in rows[1:]:
            next(self._numbers)
        return Grid(row=first, rows=tuple(rows))

    def _cells(self, row: Any) -> Iterator[str | None]:  # noqa: ANN401
        for cell in row.iterchildren(_CELL, _COVERED):
            text = "\n".join(self._cell_lines(cell)) if cell.tag == _CELL else None
            repeated = cell.get(name_of("table:number-columns-repeated"), "1")
            yield from [text] * (min(int(repeated), 100) if repeated.isdecimal() else 1)

    def _cell_lines(self, cell: Any) -> Iterator[str]:  # noqa: ANN401
        for paragraph in cell.iter(_P, _H):
            above = [element.tag for element in _ancestors_within(paragraph, cell)]
            if _APART.isdisjoint(above):
                text = "".join(text for text, _bold in self._pieces_of(paragraph))
                if text.strip():
                    yield f"- {text}" if _LIST in above else text

    def _take_comments(self, element: Any, row: int) -> None:  # noqa: ANN401
        for comment in element.iter(_COMMENT):
            lines = ("".join(p.itertext()) for p in comment.iter(_P, _H))
            text = "\n".join(lines)
            if text.strip():
                self.comments.append(Comment(row=row, text=text))


def _is_drawn(element: Any) -> bool:  # noqa: ANN401
    return str(element.tag).startswith(_DRAWN[:-1])


def _outermost_drawn(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the frames and shapes of a paragraph, but not those inside them."""
    for drawn in paragraph.iter(_DRAWN):
        if not any(map(_is_drawn, _ancestors_within(drawn, paragraph))):
            yield [drawn]


def _ancestors_within(element: Any, whole: Any) -> Iterator[Any]:  # noqa: ANN401
    for ancestor in element.iterancestors():
        if ancestor is whole:
            return
        yield ancestor


def _nearest(element: Any, tag: str) -> Any:  # noqa: ANN401
    return next(element.iterancestors(tag), None)
