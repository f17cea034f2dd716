"""Lines and tables of round-table notes, whatever file they came in."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Grid", "Line"]


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
