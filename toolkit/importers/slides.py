"""Slides of a PowerPoint file: the words of every box and table, as they are read by eye."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_

__all__ = ["Box", "Slide", "read_slides"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_TITLES = frozenset(("TITLE", "CENTER_TITLE", "VERTICAL_TITLE"))
_NO_NOTES = frozenset(("SLIDE_NUMBER", "DATE", "FOOTER", "HEADER"))
_LARGE = 0.1  # share of a slide from which a picture may be a photograph of notes and not a logo


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Words in one place of a slide.

    Attributes
    ----------
    texts
        Of a sticky one text, of a list one for each item.
    rows
        The cells when it is a table; None where a merge covers one.
    is_subtitle
        Whether the file says that it only explains the title.
    """

    texts: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    is_subtitle: bool = False


@dataclass(slots=True, kw_only=True)
class Slide:
    """One slide.

    Attributes
    ----------
    number
        From 1.
    is_hidden
        Then nothing else of it is read.
    boxes
        From top to bottom and from left to right; what is grouped stays together.
    speaker_notes
        Paragraphs of what is written below the slide.
    has_pictures
        Whether a picture is so large that it may show words.
    has_objects
        Whether there is a chart, a diagram or another thing whose words are not read.
    has_hidden_boxes
        Whether there is one that nobody sees; it is not read.
    """

    number: int
    title: str = ""
    is_hidden: bool = False
    boxes: list[Box] = field(default_factory=list)
    speaker_notes: tuple[str, ...] = ()
    n_comments: int = 0
    has_pictures: bool = False
    has_objects: bool = False
    has_hidden_boxes: bool = False


def read_slides(data: bytes, *, name: str) -> list[Slide]:
    """Read every slide; numbers, dates and footers are left out.

    Raises
    ------
    UnreadableExport
        If it is no PowerPoint file, or a broken one.
    """
    import pptx

    try:
        deck = pptx.Presentation(io.BytesIO(data))
        area = (deck.slide_width or 0) * (deck.slide_height or 0)
        return [_read(slide, number, area) for number, slide in enumerate(deck.slides, start=1)]
    except Exception as error:  # broken XML makes python-pptx raise anything
        raise UnreadableExport(
            N_("The slides are broken: {name}. Open them in PowerPoint and save as .pptx again."),
            name=name,
        ) from error


def _read(slide: Any, number: int, area: int) -> Slide:  # noqa: ANN401 - python-pptx has no types
    if slide.element.get("show") in {"0", "false"}:
        return Slide(number=number, is_hidden=True)
    titles = [shape for shape in slide.shapes if _kind(shape) in _TITLES and shape.has_text_frame]
    found = Slide(number=number, title=" ".join(shape.text_frame.text for shape in titles))
    _look(slide.shapes, found, area=area)
    found.has_objects |= any(
        "".join(other.itertext(f"{_A}t")).strip() for other in slide.element.iter(_ALTERNATE)
    )
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        found.speaker_notes = _paragraphs(slide.notes_slide.notes_text_frame)
    found.n_comments = _count_comments(slide)
    return found


def _look(shapes: Iterable[Any], found: Slide, *, area: int) -> None:
    from pptx.shapes.group import GroupShape
    from pptx.shapes.picture import Picture

    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if next(shape.element.iter("{*}cNvPr")).get("hidden") in {"1", "true"}:
            found.has_hidden_boxes = True
        elif isinstance(shape, GroupShape):
            _look(shape.shapes, found, area=area)
        elif getattr(shape, "has_table", False):
            found.boxes.append(Box(rows=tuple(map(tuple, _rows(shape.table)))))
        elif shape.has_text_frame:
            found.boxes += _box(shape)
        elif isinstance(shape, Picture):
            size = (shape.width or 0) * (shape.height or 0)
            found.has_pictures |= size >= _LARGE * area
        else:
            found.has_objects |= hasattr(shape, "has_chart")


def _box(shape: Any) -> Iterator[Box]:  # noqa: ANN401
    kind = _kind(shape)
    if kind in _TITLES or kind in _NO_NOTES:
        return
    texts = _paragraphs(shape.text_frame)
    is_list = bool(kind) or any(map(_has_bullet, shape.text_frame.paragraphs))
    if texts:
        # A sticky is one thought, however many lines it was typed on.
        yield Box(texts=texts if is_list else ("\n".join(texts),), is_subtitle=kind == "SUBTITLE")


def _kind(shape: Any) -> str:  # noqa: ANN401
    """Return what a placeholder is for; empty for other shapes."""
    return str(shape.placeholder_format.type.name) if shape.is_placeholder else ""


def _paragraphs(frame: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(paragraph.text for paragraph in frame.paragraphs if paragraph.text.strip())


def _has_bullet(paragraph: Any) -> bool:  # noqa: ANN401
    properties = paragraph._p.find(f"{_A}pPr")  # noqa: SLF001 - no public name
    signs = ("buChar", "buAutoNum", "buBlip")
    return properties is not None and any(
        properties.find(f"{_A}{sign}") is not None for sign in signs
    )


def _rows(table: Any) -> Iterator[list[str | None]]:  # noqa: ANN401
    for row in table.rows:
        yield [None if cell.is_spanned else _cell(cell) for cell in row.cells]


def _cell(cell: Any) -> str:  # noqa: ANN401
    return "\n".join(
        f"- {paragraph.text}" if _has_bullet(paragraph) else paragraph.text
        for paragraph in cell.text_frame.paragraphs
        if paragraph.text.strip()
    )


def _count_comments(slide: Any) -> int:  # noqa: ANN401
    from pptx.oxml import parse_xml

    parts = [
        parse_xml(relation.target_part.blob)
        for relation in slide.part.rels.values()
        if relation.reltype.endswith("/comments") and not relation.is_external
    ]
    return sum(1 for part in parts for _ in part.iter("{*}cm"))
