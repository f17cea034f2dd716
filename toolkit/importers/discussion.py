"""Reads round-table notes from top to bottom: every note gets its table, group and question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from toolkit.i18n import _
from toolkit.importers.blocks import Block, Grid, Line
from toolkit.importers.collected import Collected
from toolkit.importers.grids import answers_of_grid, is_layout
from toolkit.importers.roundtable import (
    Kind,
    is_bullet,
    kind_of,
    question_of,
    split_bullets,
    split_table_heading,
    without_bullet,
)
from toolkit.text import squeeze_spaces

__all__ = ["Places", "has_structure", "read_discussion", "read_list"]

_FIRST_QUESTION_WITHIN = 2  # a title may stand above it


def has_structure(lines: Sequence[Line]) -> bool:
    """Whether lines look like notes of a discussion and not like any other text."""
    kinds = [kind_of(line) for line in lines]
    bullets = [is_bullet(line) for line in lines]
    answers = [
        bullets[i + 1]
        for i, kind in enumerate(kinds[:-1])
        if kind is Kind.QUESTION and kinds[i + 1] is Kind.NOTE
    ]
    mostly_bullets = sum(bullets) >= 3 and 2 * sum(bullets) >= len(lines)
    # People ask in their notes, too: plain questions divide a text only if it begins with one.
    asks_first = Kind.QUESTION in kinds[:_FIRST_QUESTION_WITHIN] and bool(answers)
    has_headings = Kind.TABLE in kinds or any(line.level for line in lines)
    return has_headings or any(answers) or asks_first or mostly_bullets


def read_discussion(
    blocks: Sequence[Block], collected: Collected, *, place: Callable[[int], str]
) -> Places:
    """Collect the notes of a discussion; what stands before it begins is skipped.

    ``place`` names the place of a row, for notes that belong to no table.
    """
    begins = _beginning(blocks)
    for block in blocks[:begins]:
        for line in _lines_of(block):
            collected.skip(line.row, _("before the first table or question"))
    reading = _Reading(collected, place)
    for block in blocks[begins:]:
        reading.read(block)
    reading.finish()
    return reading.places


def read_list(lines: Sequence[Line], collected: Collected, *, place: Callable[[int], str]) -> None:
    """Collect every line as a note, but for what is said about the meeting itself."""
    for line in lines:
        if kind_of(line) is Kind.ASIDE:
            collected.skip(line.row, _("about the meeting, not a note"))
        else:
            collected.add(line.row, without_bullet(line), place=place(line.row))


def _beginning(blocks: Sequence[Block]) -> int:
    """Return where the first table is, or its question just above; else the first sign of notes."""
    kinds = [kind_of(block) if isinstance(block, Line) else Kind.NOTE for block in blocks]
    if Kind.TABLE in kinds:
        begins = kinds.index(Kind.TABLE)
        while begins > 0 and kinds[begins - 1] is Kind.QUESTION:
            begins -= 1
        return begins
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        if kind in (Kind.QUESTION, Kind.PLACE) or isinstance(block, Grid) or is_bullet(block):
            return i
    return len(blocks)


def _lines_of(block: Block) -> list[Line]:
    """Return a table as lines, one for every line of a cell."""
    if isinstance(block, Line):
        return [block]
    return [
        Line(row=block.row + i, text=text)
        for i, row in enumerate(block.rows)
        for cell in row
        for text in (cell or "").split("\n")
        if text.strip()
    ]


@dataclass(frozen=True, slots=True)
class Places:
    """What stands where in a discussion, by the numbers of lines and table rows.

    Attributes
    ----------
    questions
        The question that a line stands under.
    notes
        What ``Collected.add`` returned for the notes of a line.
    """

    questions: dict[int, str] = field(default_factory=dict)
    notes: dict[int, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Where:
    """Where in the discussion the reading is; levels are those of headings, 0 for plain lines."""

    place: str = ""
    place_level: int = 0
    group: str = ""
    question: str = ""
    question_level: int = 0


class _Reading:
    """Carries the table and the question from block to block."""

    def __init__(self, collected: Collected, place: Callable[[int], str]) -> None:
        self.places = Places()
        self._collected = collected
        self._default_place = place
        self._where = _Where()
        self._open_question = ""
        self._unanswered: list[str] = []

    def read(self, block: Block) -> None:
        """Read a line or a table."""
        if isinstance(block, Line):
            self._read_line(block)
        elif is_layout(block.rows):
            for line in _lines_of(block):
                self._read_line(line)
        else:
            self._read_grid(block)

    def finish(self) -> None:
        """Name the questions that nothing was written under: one may have been meant as a note."""
        self._close_question()
        self._collected.warn_unread(
            "question_without_notes", _("Questions without a note: {names}."), self._unanswered
        )

    def _read_line(self, line: Line) -> None:
        kind = kind_of(line)
        if kind is Kind.TABLE:
            self._enter_table(line)
        elif kind is Kind.ASIDE:
            self._collected.skip(line.row, _("about the meeting, not a note"))
        elif kind is Kind.NOTE:
            self._note(line.row, without_bullet(line))
        elif kind is Kind.QUESTION or self._is_below_place(line):
            self._ask(line)
        else:
            self._close_question()
            self._where = _Where(place=squeeze_spaces(line.text), place_level=line.level)
        self.places.questions[line.row] = self._where.question

    def _read_grid(self, grid: Grid) -> None:
        rows = [row for row in grid.rows if any(cell and cell.strip() for cell in row)]
        answers, unread = answers_of_grid(rows, first_row=grid.row)
        for answer in answers:
            for text in split_bullets(answer.text) if answer.text else [""]:
                self._note(answer.row, text, question=answer.prompt, group=answer.group)
        self._collected.warn_of_columns(unread)

    def _is_below_place(self, line: Line) -> bool:
        return bool(self._where.place) and line.level > self._where.place_level

    def _enter_table(self, line: Line) -> None:
        self._close_question()
        table, people = split_table_heading(line.text)
        is_above = 0 < self._where.question_level < line.level
        self._where = _Where(
            place=table,
            place_level=line.level,
            group=people or table,
            question=self._where.question if is_above else "",
            question_level=self._where.question_level if is_above else 0,
        )

    def _ask(self, line: Line) -> None:
        self._close_question()
        self._where.question = question_of(line.text)
        self._where.question_level = line.level
        # A heading may stand above other headings; a plain line that asks waits for answers.
        self._open_question = "" if line.level else self._where.question

    def _close_question(self) -> None:
        if self._open_question:
            self._unanswered.append(self._open_question)
        self._open_question = ""

    def _note(self, row: int, text: str, *, question: str = "", group: str = "") -> None:
        self._open_question = ""
        prompt = question or self._where.question
        note = self._collected.add(
            row,
            text,
            prompt=prompt,
            place=self._where.place or self._default_place(row),
            group=group or self._where.group,
        )
        self.places.questions[row] = prompt
        if note is not None:
            self.places.notes.setdefault(row, []).append(note)
