"""Which columns of a survey hold answers in people's own words, and which ready-made ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from toolkit.domain import ColumnRole
from toolkit.importers.survey_choices import Choices, is_yes, read_number, split_choices
from toolkit.importers.survey_headings import (
    asks_for_choice,
    asks_openly,
    asks_who,
    is_personal,
)
from toolkit.privacy import find_personal_data
from toolkit.text import squeeze_spaces

__all__ = ["Judged", "judge_column"]

_MOST_NUMBERS = 11
"""Different numbers of a scale: from 0 to 10."""

_SCALE_END = 100
_WORDS_OF_LABEL = 6
_WORDS_OF_OPEN = 5
_WORDS_OF_TOLD = 4
_HARDLY = 0.2
_MOSTLY = 0.8
_MANY = 20
_EACH = 5
_MOST_OPTIONS = 40
_SCALE = re.compile(
    r"kyllä|ei|en|en osaa sanoa|eos|ehkä|joskus|usein|harvoin|(?:ei |en )?koskaan|aina|melko usein"
    r"|(?:täysin|osittain|jokseenkin|melko) (?:samaa|eri) mieltä|ei samaa eikä eri mieltä"
    r"|(?:erittäin|melko|hyvin|jokseenkin)? ?(?:tyytyväinen|tyytymätön|hyvin|huonosti|tärkeä)"
    r"|ja|nej|kanske|vet (?:inte|ej)|kan inte säga|ibland|ofta|sällan|aldrig|alltid"
    r"|(?:helt|delvis) (?:av samma|av annan) åsikt|(?:mycket|ganska) (?:nöjd|missnöjd)"
    r"|yes|no|maybe|don'?t know|cannot say|sometimes|often|rarely|never|always"
    r"|(?:strongly |somewhat )?(?:agree|disagree)|neutral|(?:very |fairly )?(?:dis)?satisfied"
)
_TIME = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d.*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:[ ,]+(?:klo|kl\.?)?.*\d.*)?"
    r"|\d{4}/\d\d/\d\d .*|(?:klo )?\d{1,2}[.:]\d\d(?:[.:]\d\d)?"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\[\{.*", re.DOTALL)


class Judged(NamedTuple):
    """What a column probably holds, and whether that needs no person's eye."""

    role: ColumnRole
    is_certain: bool = True


def judge_column(question: str, cells: Sequence[str], *, separators: Sequence[str] = ()) -> Judged:
    """Tell from its cells, and where they leave doubt from its heading, what a column holds.

    Ready-made answers are short, few and given by several people; words of one's own are hardly
    ever the same. Names, contact details, times, addresses and long series of numbers are not read.

    Parameters
    ----------
    cells
        Of every respondent, empty ones among them.
    separators
        What may stand between several answers in a cell.
    """
    filled = list(filter(None, map(squeeze_spaces, cells)))
    if not filled or is_personal(question) or _is_not_read(filled):
        return Judged(ColumnRole.NONE)
    if all(read_number(cell) is not None for cell in filled):
        return _judge_numbers(question, filled)
    if asks_who(question):
        is_label = median(len(cell.split()) for cell in filled) <= _WORDS_OF_LABEL
        return Judged(ColumnRole.BACKGROUND if is_label else ColumnRole.ANSWER, is_label)
    keys = [cell.casefold() for cell in filled]
    if all(_SCALE.fullmatch(key) or is_yes(key) is not None for key in keys):
        return Judged(ColumnRole.CLOSED)
    chosen = split_choices(filled, separators=separators)
    if len(filled) > 1 and ";" in separators and all(cell.endswith(";") for cell in filled):
        return Judged(ColumnRole.NONE if _are_ranked(chosen) else ColumnRole.CLOSED)
    chosen = [[part.casefold() for part in cell] for cell in chosen]
    return _judge_words(question, chosen, is_listed=_may_be_lists(filled, separators))


def _is_not_read(cells: Sequence[str]) -> bool:
    times = sum(bool(_TIME.fullmatch(cell) or _ADDRESS.fullmatch(cell)) for cell in cells)
    details = sum(
        any(span.end - span.start >= len(cell) - 2 for span in find_personal_data(cell))
        for cell in cells
    )
    return times == len(cells) or 2 * details > len(cells)


def _judge_numbers(question: str, cells: Sequence[str]) -> Judged:
    """Few different numbers are a scale; many tell of amounts, years or respondents."""
    n_different = len(set(cells))
    if n_different > _MOST_NUMBERS:
        return Judged(ColumnRole.NONE)
    if asks_who(question):
        return Judged(ColumnRole.BACKGROUND)
    values = [read_number(cell) or 0.0 for cell in cells]
    steps = {after - before for before, after in pairwise(values)}
    is_series = len(values) > 2 and (steps == {1.0} or (min(steps) > 0 and values[-1] > _SCALE_END))
    return Judged(ColumnRole.NONE, is_certain=False) if is_series else Judged(ColumnRole.CLOSED)


def _are_ranked(chosen: Choices) -> bool:
    """Whether everybody has put the same answers in order: counting them would tell nothing."""
    is_same = len({frozenset(cell) for cell in chosen}) == 1 and len(chosen[0]) > 2
    return is_same and len({tuple(cell) for cell in chosen}) > 1


def _may_be_lists(cells: Sequence[str], separators: Sequence[str]) -> bool:
    """Whether some cell has several parts, and all parts begin as ready-made answers do."""
    parts = [part for cell in cells for part in cell.split(", ") if part]
    return ", " in separators and len(parts) > len(cells) and not any(p[0].islower() for p in parts)


def _judge_words(question: str, chosen: Choices, *, is_listed: bool) -> Judged:
    n_of = Counter(part for cell in chosen for part in cell)
    n, n_different = len(chosen), len(n_of)
    lengths = sorted(len(part.split()) for cell in chosen for part in cell)
    repeated = sum(all(n_of[part] > 1 for part in cell) for cell in chosen) / n
    is_open = asks_openly(question)
    is_long = lengths[len(lengths) // 4] >= _WORDS_OF_OPEN
    is_told = is_open and lengths[-1] >= _WORDS_OF_TOLD and not is_listed
    if repeated <= _HARDLY:
        if asks_for_choice(question) and n < _MANY:
            return Judged(ColumnRole.CLOSED, is_certain=False)
        return Judged(ColumnRole.ANSWER, is_told or is_long or n >= _MANY)
    is_varied = is_long or (n_different > n / 2 and (is_told or n >= _MANY))
    if n_different > max(_MOST_OPTIONS, n / _EACH) or (repeated < 0.5 and is_varied):
        return Judged(ColumnRole.ANSWER)
    if repeated >= _MOSTLY and n_different <= max(2, n_of.total() / 2):
        are_lists = n_of.total() > n  # people hardly ever list the same words of their own
        return Judged(ColumnRole.CLOSED, are_lists or not is_open or n >= _EACH * n_different)
    is_choice = repeated >= 0.5 and not is_long and not is_open
    return Judged(ColumnRole.CLOSED if is_choice else ColumnRole.ANSWER, is_certain=False)
