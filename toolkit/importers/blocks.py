"""Lines and tables of round-table notes, whatever file they came in."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Comment", "Grid", "Line", "TextDocument"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of notes.

    Attributes
    ----------
    row
        Number of the line or paragraph in the file, from 1.
    level
        Of a heading, from 1; 0 for other lines.
    is_title
        Whether the file marks it as the title of the whole.
    """

    row: int
    text: str
    level: int = 0
    is_title: bool = False
    is_bullet: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table. A cell is its text, bullets as lines with ``- ``; None where a merge covers it."""

    row: int
    rows: tuple[tuple[str | None, ...], ...]


Block = Line | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark in the margin, beside the line or table row ``row``; 0 when it has lost its place.

    Who wrote it is not kept.
    """

    row: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocument:
    """What stands in a document of a word processor.

    Attributes
    ----------
    blocks
        In reading order. Insertions are kept, and deletions, footnotes and hidden text left out.
    comments
        In the order of their places.
    n_hidden
        Places with hidden text.
    has_header
        Whether a header or footer says more than the number of the page.
    """

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    n_footnotes: int = 0
    n_hidden: int = 0
    has_header: bool = False
