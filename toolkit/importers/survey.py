"""Surveys: a row is a respondent, a column a question; words become notes, choices are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.domain import SMALL_GROUP, ColumnRole
from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.survey_choices import (
    Choices,
    count_choices,
    is_own_answer,
    is_yes,
    split_choices,
)
from toolkit.importers.survey_columns import judge_column
from toolkit.importers.survey_headings import question_of, split_option
from toolkit.text import squeeze_spaces, strip_formula_guard

__all__ = ["PREFIX", "SEPARATORS", "judge_columns", "read_survey"]

PREFIX = "survey"
"""What the ids of the notes of a survey begin with, whatever tool made it."""

SEPARATORS = (";", ", ")
"""What may stand between several answers in a cell when the tool is not known."""

_NONE = "N/A"
_OPEN = frozenset({ColumnRole.NOTE, ColumnRole.ANSWER})
_OTHER = re.compile(r"(?:jokin )?muut?\b|other\b|anna[tn]\b|övrigt\b", re.IGNORECASE)

Rows = Sequence[tuple[int, Sequence[str]]]


def judge_columns(
    headings: Sequence[str], rows: Rows, *, separators: Sequence[str] = SEPARATORS
) -> tuple[list[ColumnRole], list[int]]:
    """Return what each column probably holds, and the places of those that leave doubt."""
    width = max([len(headings), *(len(cells) for _number, cells in rows)])
    judged = [
        judge_column(
            question_of(headings[place]) if place < len(headings) else "",
            [_cell(cells, place) for _number, cells in rows],
            separators=separators,
        )
        for place in range(width)
    ]
    doubtful = [place for place, one in enumerate(judged) if not one.is_certain]
    return [one.role for one in judged], doubtful


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A column that is read; ``cells`` are those of the respondents, in their order."""

    role: ColumnRole
    question: str
    cells: tuple[str, ...]


def read_survey(
    collected: Collected,
    headings: Sequence[str],
    rows: Rows,
    roles: Sequence[ColumnRole],
    *,
    separators: Sequence[str] = SEPARATORS,
) -> None:
    """Collect the answers of every respondent, and count the choices.

    An answer that somebody wrote among ready-made ones is a note, too. The group of a note is what
    the columns of background say of its respondent, unless fewer than five say the same: then it is
    left out, and the receipt says so. Respondents who wrote nothing are in the receipt; a row
    without any answer is no respondent.

    Parameters
    ----------
    rows
        Number and cells of each respondent.
    roles
        What the columns hold. A column of groups is read as background.
    """
    columns = [
        _Column(
            role=role,
            question=question_of(headings[place]) if place < len(headings) else "",
            cells=tuple(_cell(cells, place) for _number, cells in rows),
        )
        for place, role in enumerate(roles)
        if role
    ]
    own = _count(collected, columns, separators)
    groups = _groups(collected, columns)
    prompts = [column.cells for column in columns if column.role is ColumnRole.PROMPT]
    n_respondents = len(rows)
    open_places = [at for at, role in enumerate(roles) if role in _OPEN]
    for at, (number, cells) in enumerate(rows):
        asked = " – ".join(filter(None, (prompt[at] for prompt in prompts)))
        written = [*_written(columns, at, asked), *own.get(at, ())]
        n_wordless = sum(_is_wordless(cells, place) for place in open_places)
        for _answer in range(n_wordless):
            collected.skip(number, _("an answer without words"))
        for prompt, text in written:
            place = _("row {n}").format(n=number)
            collected.add(number, text, prompt=prompt, place=place, group=groups[at])
        if not written and not n_wordless:
            chose = any(column.cells[at] for column in columns)
            n_respondents -= not chose
            reason = _("no open answers; choices are counted") if chose else _("no answers")
            collected.skip(number, reason)
    collected.count_respondents(n_respondents)


def _cell(cells: Sequence[str], place: int) -> str:
    """Return an answer; a dash or a dot alone is none, nor what some tools write for none."""
    text = strip_formula_guard(squeeze_spaces(cells[place] if place < len(cells) else ""))
    return text if any(map(str.isalnum, text)) and text != _NONE else ""


def _is_wordless(cells: Sequence[str], place: int) -> bool:
    text = squeeze_spaces(cells[place]) if place < len(cells) else ""
    return text not in {"", _NONE} and not _cell(cells, place)


def _written(columns: Sequence[_Column], at: int, asked: str) -> Iterator[tuple[str, str]]:
    for column in columns:
        if column.cells[at] and column.role in _OPEN:
            question = column.question if column.role is ColumnRole.ANSWER else ""
            stem, option = split_option(question)
            question = stem if _OTHER.match(option) else question
            yield " – ".join(filter(None, (asked, question))), column.cells[at]


def _groups(collected: Collected, columns: Sequence[_Column]) -> list[str]:
    """Return who each respondent is, as far as that may be told.

    The last columns are left out until at least half of the respondents keep a group.
    """
    roles = {ColumnRole.BACKGROUND, ColumnRole.GROUP}
    asked = [column for column in columns if column.role in roles]
    told = [column.cells for column in asked]
    if not told:
        return [""] * len(columns[0].cells) if columns else []
    while True:
        groups = [", ".join(filter(None, cells)) for cells in zip(*told, strict=True)]
        n_of = Counter(groups)
        n_hidden = sum(n for group, n in n_of.items() if group and n < SMALL_GROUP)
        if len(told) == 1 or 2 * n_hidden <= len(groups) - n_of[""]:
            break
        told.pop()
    unsaid = [column.question for column in asked[len(told) :]]
    message = _(
        "These are not told beside the answers, because with them too few respondents would share "
        "a background: {names}."
    )
    collected.warn_unread("background_left_out", message, unsaid)
    if n_hidden:
        message = ngettext(
            "The background of {n} respondent is not told beside the answers, because fewer than "
            "five respondents share it.",
            "The background of {n} respondents is not told beside the answers, because fewer than "
            "five respondents share it.",
            n_hidden,
        )
        collected.warn("small_groups", message.format(n=n_hidden))
    return [group if n_of[group] >= SMALL_GROUP else "" for group in groups]


def _count(
    collected: Collected, columns: Sequence[_Column], separators: Sequence[str]
) -> dict[int, list[tuple[str, str]]]:
    """Count the choices, and return the answers people wrote themselves, by respondent."""
    own: dict[int, list[tuple[str, str]]] = {}
    counted = []
    together = _together(columns)
    for place, column in enumerate(columns):
        if column.role is ColumnRole.CLOSED and place in together:
            question, parts = together[place]
            if parts:
                counted.append(count_choices(question, _chosen_parts(parts)))
        elif column.role is ColumnRole.CLOSED:
            chosen = split_choices(column.cells, separators=separators)
            counted.append(count_choices(column.question, _ready(chosen, column, own)))
        elif column.role is ColumnRole.BACKGROUND:
            chosen = split_choices(column.cells, separators=separators)
            counted.append(count_choices(column.question, chosen, is_background=True))
    for one in counted:
        if one.n_respondents:
            collected.add_closed(one)
    return own


def _ready(
    chosen: Choices, column: _Column, own: dict[int, list[tuple[str, str]]]
) -> Iterator[list[str]]:
    """Yield the ready-made answers; put the others into ``own``."""
    n_of = Counter(answer for cell in chosen for answer in cell)
    n_chosen = sum(map(bool, chosen))
    for at, cell in enumerate(chosen):
        wrote = [answer for answer in cell if is_own_answer(answer, n_of, n_chosen=n_chosen)]
        if wrote:
            own.setdefault(at, []).extend((column.question, answer) for answer in wrote)
        yield [answer for answer in cell if answer not in wrote]


Part = tuple[str, _Column]


def _together(columns: Sequence[_Column]) -> dict[int, tuple[str, list[Part]]]:
    """Return the columns that are each one answer of a question, by place.

    The parts of a question stand at its first column.
    """
    stems: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        stem, option = split_option(column.question)
        is_part = option and all(_is_part(cell, option) for cell in column.cells)
        if column.role is ColumnRole.CLOSED and is_part:
            stems.setdefault(stem, []).append(place)
    found: dict[int, tuple[str, list[Part]]] = {}
    for stem, places in stems.items():
        if len(places) > 1:
            parts = [(split_option(columns[place].question)[1], columns[place]) for place in places]
            found |= {place: (stem, []) for place in places[1:]} | {places[0]: (stem, parts)}
    return found


def _is_part(cell: str, option: str) -> bool:
    return is_yes(cell) is not None or cell == option


def _chosen_parts(parts: Sequence[Part]) -> Iterator[list[str]]:
    n = len(parts[0][1].cells)
    for at in range(n):
        cells = ((option, column.cells[at]) for option, column in parts)
        yield [option for option, cell in cells if is_yes(cell) or cell == option]
