"""Paragraphs, tables and comments of a Word document, insertions kept and deletions left out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.blocks import Block, Comment, Grid, Line, TextDocument
from toolkit.importers.running_heads import says_something

__all__ = ["read_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _R, _TBL, _TR, _TC = (f"{_W}{tag}" for tag in ("p", "r", "tbl", "tr", "tc"))
_BOX = f"{_W}txbxContent"
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _BOX, _FALLBACK))
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


def read_word(data: bytes, *, name: str) -> TextDocument:
    """Read a Word document.

    A soft line break ends a line as a paragraph does. Text boxes follow their paragraph. A table of
    contents repeats the headings and is left out.

    Raises
    ------
    UnreadableExport
        If it is no Word document, or a broken one.
    """
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        styles = {style.style_id: style for style in document.styles}
        reader = _Reader(styles)
        body = document.element.body
        blocks = tuple(reader.blocks(body))
        parts = _parts_beside(document)
        return TextDocument(
            blocks=blocks,
            comments=_comments(parts["comments"], reader.rows_of_comments),
            n_footnotes=sum(map(_count_notes, parts["footnotes"] + parts["endnotes"])),
            n_hidden=sum(_is_hidden(run) and bool(_words(run)) for run in body.iter(_R)),
            has_header=any(
                says_something(_words(part)) for part in parts["header"] + parts["footer"]
            ),
        )
    except Exception as error:  # broken XML makes python-docx raise anything
        raise UnreadableExport(
            N_("The Word document is broken: {name}. Open it in Word and save it again as .docx."),
            name=name,
        ) from error


def _parts_beside(document: Any) -> dict[str, list[Any]]:  # noqa: ANN401
    """Return kind → root elements of the parts that are not the text itself."""
    from docx.oxml import parse_xml

    parts: dict[str, list[Any]] = {
        kind: [] for kind in ("comments", "footnotes", "endnotes", "header", "footer")
    }
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in parts and not relation.is_external:
            parts[kind].append(parse_xml(relation.target_part.blob))
    return parts


def _comments(parts: list[Any], rows: dict[str, int]) -> tuple[Comment, ...]:
    found = []
    for element in chain.from_iterable(part.iter(f"{_W}comment") for part in parts):
        text = "\n".join(_text_of(paragraph) for paragraph in element.iter(_P))
        if text.strip():
            found.append(Comment(row=rows.get(element.get(f"{_W}id"), 0), text=text))
    return tuple(sorted(found, key=lambda comment: comment.row))


def _count_notes(part: Any) -> int:  # noqa: ANN401
    notes = chain(part.iter(f"{_W}footnote"), part.iter(f"{_W}endnote"))
    return sum(note.get(f"{_W}type") in (None, "normal") and bool(_words(note)) for note in notes)


def _words(element: Any) -> str:  # noqa: ANN401
    return "".join(element.itertext(f"{_W}t")).strip()


class _Reader:
    """Walks the elements of a document and numbers its paragraphs and table rows.

    Attributes
    ----------
    rows_of_comments
        Id of a comment → the number of the paragraph or table row where it begins.
    """

    def __init__(self, styles: dict[str, Any]) -> None:
        self._styles = styles
        self._numbers = count(1)
        self.rows_of_comments: dict[str, int] = {}

    def blocks(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml elements
        for element in parent:
            if element.tag == _P:
                yield from self._lines(element)
                for box in _descendants(element, _BOX):
                    yield from self.blocks(box)
            elif element.tag == _TBL:
                yield self._grid(element)
            elif element.tag not in _GONE:  # content controls and tracked insertions wrap blocks
                yield from self.blocks(element)

    def _lines(self, paragraph: Any) -> Iterator[Line]:  # noqa: ANN401
        row = next(self._numbers)
        self._place_comments(paragraph, row)
        names = self._style_names(paragraph)
        if any(name.startswith("toc ") for name in names):
            return
        level = _heading_level(paragraph, names)
        for text in _text_of(paragraph).split("\n"):
            if text.strip():
                yield Line(
                    row=row,
                    text=text,
                    level=level,
                    is_title=bool({"title", "subtitle"}.intersection(names)),
                    is_bullet=not level and _is_bullet(paragraph, names),
                    is_bold=_is_bold(paragraph),
                )

    def _grid(self, table: Any) -> Grid:  # noqa: ANN401
        first = next(self._numbers)
        rows: list[tuple[str | None, ...]] = []
        for row in table.iter(_TR):
            if _nearest(row, _TBL) is table and row.find(f"{_W}trPr/{_W}del") is None:
                self._place_comments(row, first + len(rows))
                rows.append(tuple(self._cells(row)))
        for _ in rows[1:]:
            next(self._numbers)
        return Grid(row=first, rows=tuple(rows))

    def _place_comments(self, element: Any, row: int) -> None:  # noqa: ANN401
        for mark in element.iter(f"{_W}commentRangeStart", f"{_W}commentReference"):
            self.rows_of_comments.setdefault(mark.get(f"{_W}id"), row)

    def _cells(self, row: Any) -> Iterator[str | None]:  # noqa: ANN401
        for cell in row.iter(_TC):
            if _nearest(cell, _TR) is not row:
                continue
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            covered = merge is not None and merge.get(f"{_W}val") != "restart"
            yield None if covered else "\n".join(self._cell_lines(cell))
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            width = int(span.get(f"{_W}val", "1")) if span is not None else 1
            yield from [None] * min(width - 1, 100)

    def _cell_lines(self, cell: Any) -> Iterator[str]:  # noqa: ANN401
        for paragraph in _descendants(cell, _P):
            text = _text_of(paragraph)
            if text.strip():
                bullet = _is_bullet(paragraph, self._style_names(paragraph))
                yield f"- {text}" if bullet else text

    def _style_names(self, paragraph: Any) -> list[str]:  # noqa: ANN401
        """Return the names of the paragraph's style and of those it builds on, small-lettered."""
        style_id = _value(paragraph, f"{_W}pPr/{_W}pStyle")
        names: list[str] = []
        style = self._styles.get(style_id)
        while style is not None and len(names) < 10:
            names.append(str(style.name).casefold())
            style = getattr(style, "base_style", None)
        return names


def _heading_level(paragraph: Any, names: list[str]) -> int:  # noqa: ANN401
    for name in names:
        if found := _HEADING.fullmatch(name):
            return int(found[1])
    outline = _value(paragraph, f"{_W}pPr/{_W}outlineLvl")
    return int(outline) + 1 if outline in tuple("012345678") else 0


def _is_bullet(paragraph: Any, names: list[str]) -> bool:  # noqa: ANN401
    numbering = _value(paragraph, f"{_W}pPr/{_W}numPr/{_W}numId")
    return numbering not in ("", "0") or any(name.startswith("list") for name in names)


def _is_bold(paragraph: Any) -> bool:  # noqa: ANN401
    runs = [run for run in paragraph.iter(_R) if _words(run)]
    return bool(runs) and all(_is_on(run, "b") for run in runs)


def _is_hidden(run: Any) -> bool:  # noqa: ANN401
    return _is_on(run, "vanish")


def _is_on(run: Any, mark: str) -> bool:  # noqa: ANN401
    found = run.find(f"{_W}rPr/{_W}{mark}")
    return found is not None and found.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _text_of(element: Any) -> str:  # noqa: ANN401
    """Return the words of an element as they are seen now, without those of text boxes."""
    parts = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif child.tag not in _GONE and not (child.tag == _R and _is_hidden(child)):
            parts.append(_text_of(child))
    return "".join(parts)


def _descendants(element: Any, tag: str) -> list[Any]:  # noqa: ANN401
    """Return descendants that are in use: the copies kept for old versions of Word are not."""
    return [child for child in element.iter(tag) if _nearest(child, _FALLBACK) is None]


def _nearest(element: Any, tag: str) -> Any:  # noqa: ANN401
    return next(element.iterancestors(tag), None)


def _value(paragraph: Any, path: str) -> str:  # noqa: ANN401
    found = paragraph.find(path)
    return "" if found is None else str(found.get(f"{_W}val", ""))
