"""Where a table begins: its headings, in one row or two, and the rows below them."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.importers.survey_choices import read_number
from toolkit.text import squeeze_spaces

__all__ = ["seem_options", "split_head"]

Rows = Sequence[tuple[int, Sequence[str]]]

_LONGEST_OPTION = 150


def split_head(
    rows: Rows, *, header: int, has_options: bool
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the headings of a table, and the rows below them; all are as wide as the widest.

    Parameters
    ----------
    header, has_options
        See ``ColumnMapping``. With options a heading is its question with the answer in brackets,
        such as ``"Mitä palveluja käytät? [Neuvola]"``.
    """
    width = max((len(cells) for _number, cells in rows), default=0)
    padded = [(number, [*cells, *[""] * (width - len(cells))]) for number, cells in rows]
    headings = dict(padded).get(header, [""] * width)
    below = [(number, cells) for number, cells in padded if number > header]
    if has_options and below:
        headings = _span(headings, below[0][1])
        below = below[1:]
    return headings, below


def _span(headings: Sequence[str], options: Sequence[str]) -> list[str]:
    spanned = []
    question = ""
    for place, (heading, option) in enumerate(zip(headings, options, strict=True)):
        named = squeeze_spaces(option)
        question = heading if heading.strip() or not named else question
        takes_several = place + 1 < len(headings) and not headings[place + 1].strip()
        is_part = named and (not heading.strip() or takes_several)
        spanned.append(f"{question} [{named}]" if is_part and question.strip() else question)
    return spanned


def seem_options(headings: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether the first row below the headings probably names answers, as some survey tools do.

    It does when it fills gaps between the headings and holds no numbers and no long texts.
    """
    if len(below) < 2:
        return False
    options = [*below[0], *[""] * (len(headings) - len(below[0]))]
    gaps = [
        option
        for at, option in enumerate(options)
        if at and option.strip() and not (headings[at].strip() if at < len(headings) else "")
    ]
    filled = [option for option in map(squeeze_spaces, options) if option]
    is_plain = all(len(cell) <= _LONGEST_OPTION and read_number(cell) is None for cell in filled)
    return len(gaps) > 1 and is_plain
