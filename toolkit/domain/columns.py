"""What a person says that the columns of a table hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ColumnRole(StrEnum):
    """What becomes of the cells of a column."""

    NOTE = "note"
    """Each is a note."""
    ANSWER = "answer"
    """Each is a note, and the heading of the column is its question."""
    PROMPT = "prompt"
    """The question of the notes of the row."""
    GROUP = "group"
    """The group of those who wrote the notes of the row."""
    WEIGHT = "weight"
    """A count of marks of support for the note of the row."""
    BACKGROUND = "background"
    """Who answered: part of the group of the notes of the row, and counted."""
    CLOSED = "closed"
    """Ready-made answers, which are counted."""
    NONE = ""
    """Nothing: it is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """How to read a table whose headings no importer knows. The same file gives the same notes.

    Attributes
    ----------
    sheet
        Name of the sheet of a workbook; empty for a CSV.
    header
        Number of the row with the headings, as the file counts, from 1; 0 when there is none, and
        every row is read.
    headings
        Its cells; by them the same mapping is found for a later file.
    roles
        One for each column. At most one is ``PROMPT`` and one ``GROUP``.
    has_options
        Whether the row below the headings names answers: a question that takes a column for each
        of its answers stands only above the first of them.
    fills_down
        Whether a question or a group holds for the rows below, until the next one: so it is where
        cells are merged, and not where people have left a cell empty.
    """

    sheet: str = ""
    header: int = 0
    headings: tuple[str, ...] = ()
    roles: tuple[ColumnRole, ...]
    has_options: bool = False
    fills_down: bool = False

    def __post_init__(self) -> None:
        for role in (ColumnRole.PROMPT, ColumnRole.GROUP):
            if self.roles.count(role) > 1:
                msg = f"two columns are said to hold the {role} of a row"
                raise ValueError(msg)

    @property
    def has_notes(self) -> bool:
        """Whether any column holds notes."""
        return ColumnRole.NOTE in self.roles or ColumnRole.ANSWER in self.roles

    @property
    def is_survey(self) -> bool:
        """Whether a row is a respondent: some column says who answered, or what they chose."""
        return ColumnRole.BACKGROUND in self.roles or ColumnRole.CLOSED in self.roles
