"""How everybody and each opinion group voted on chosen statements, as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.domain import FEWEST_FOR_PERCENT, Counts, OpinionGroups, StatementResult
from toolkit.figures.wording import (
    Table,
    name_group,
    name_statement,
)
from toolkit.i18n import _, digits

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from toolkit.figures.sheet import Sheet

_AGREE = ("#1f6f8b", "white")
_PASSED = ("#c9d1d8", "#1a2530")
_DISAGREE = ("#b5562a", "white")
_MOST_LABELS = 200.0
_NUMBERS = 70.0
_BAR = 20.0
_ROOM = 4.0


class _Bar(NamedTuple):
    """Votes of everybody or of one group on one statement."""

    who: str
    counts: Counts


def draw_votes(groups: OpinionGroups, statement_ids: Sequence[str]) -> Figure:
    """Draw how everybody and each opinion group voted on statements.

    For each statement its words, and a bar for everybody and for each group that may be shown
    (``groups.shown_groups``; the caption tells if some may not): agree, passed, disagree, and how
    many votes there are, n. From 30 votes on the bars have percentages of n, below that numbers of
    votes. A number that does not fit into its part of the bar is only in ``votes_table``. Without
    statements, a sentence stands instead.

    Parameters
    ----------
    statement_ids
        Drawn in this order, whether or not the statements are in use.

    Raises
    ------
    KeyError
        If no statement has one of the ids.
    """
    from toolkit.figures.sheet import Sheet

    sheet = Sheet()
    sheet.add_title(_("Votes on statements"))
    results = [groups.statement(statement_id) for statement_id in statement_ids]
    if not results:
        sheet.add_caption(_("There are no statements to draw: none was chosen."))
        sheet.finish()
        return sheet
    _write_legend(sheet)
    for result in results:
        _draw_statement(sheet, result, list(_find_bars(result, groups)))
    sheet.add_caption(*_explain(groups, results))
    sheet.finish()
    return sheet


def votes_table(groups: OpinionGroups, statement_ids: Sequence[str]) -> Table:
    """Return what ``draw_votes`` draws as text: a row for each bar.

    Numbers of votes, then the same as percentages; below 30 votes these are empty.

    Raises
    ------
    KeyError
        If no statement has one of the ids.
    """
    sides = (_("Agree"), _("Passed"), _("Disagree"))
    header = (
        _("Statement"),
        _("Text"),
        _("Who"),
        _("Votes"),
        *sides,
        *(f"{side} %" for side in sides),
    )
    rows = []
    for result in map(groups.statement, statement_ids):
        for who, counts in _find_bars(result, groups):
            numbers = (counts.agree, counts.passes, counts.disagree)
            percents = (counts.percent(number) for number in numbers)
            shares = ("" if percent is None else percent for percent in percents)
            rows.append((name_statement(result), result.text, who, counts.n, *numbers, *shares))
    return header, tuple(rows)


def describe_votes(groups: OpinionGroups, statement_ids: Sequence[str]) -> str:
    """Return sentences that stand for the bars where they cannot be seen."""
    results = [groups.statement(statement_id) for statement_id in statement_ids]
    if not results:
        return _("There are no statements to draw: none was chosen.")
    who = [_("Everybody"), *map(name_group, groups.shown_groups)]
    return _(
        "Bars that show how many agreed, passed and disagreed. Statements: {statements}. "
        "Who voted: {who}."
    ).format(statements=", ".join(map(name_statement, results)), who=", ".join(who))


def _explain(groups: OpinionGroups, results: Sequence[StatementResult]) -> Iterator[str]:
    """Yield the sentences of the caption."""
    yield _("n: votes on the statement, passes included.")
    counts = [bar.counts for result in results for bar in _find_bars(result, groups)]
    if any(0 < count.n < FEWEST_FOR_PERCENT for count in counts):
        yield _("Below 30 votes there are numbers of votes, not percentages.")
    if len(groups.shown_groups) < len(groups.groups):
        yield _("Some groups are not shown by themselves, so that nobody can be recognised.")


def _find_bars(result: StatementResult, groups: OpinionGroups) -> Iterator[_Bar]:
    yield _Bar(_("Everybody"), result.votes)
    for group in groups.shown_groups:
        yield _Bar(name_group(group), result.by_group[group.id])


def _write_legend(sheet: Sheet) -> None:
    from matplotlib.patches import Rectangle

    from toolkit.figures.sheet import MARGIN, measure

    x, side = MARGIN, 12.0
    for (fill, _ink), word in zip(
        (_AGREE, _PASSED, _DISAGREE), (_("Agree"), _("Passed"), _("Disagree")), strict=True
    ):
        sheet.paper.add_patch(Rectangle((x, sheet.y + 2), side, side, facecolor=fill))
        sheet.write(x + side + 7, sheet.y + 2 + side / 2, word)
        x += side + 7 + measure(word) + 24
    sheet.y += 30


def _draw_statement(sheet: Sheet, result: StatementResult, bars: Sequence[_Bar]) -> None:
    from toolkit.figures.sheet import MARGIN, WIDTH, measure

    name = name_statement(result)
    indent = measure(name, bold=True, size=12.5) + 10
    sheet.write_lines(MARGIN, sheet.y, name, width=indent, size=12.5, bold=True)
    width = WIDTH - 2 * MARGIN - indent
    sheet.y += 6 + sheet.write_lines(MARGIN + indent, sheet.y, result.text, width=width, size=12.5)
    labels = min(_MOST_LABELS, max(measure(bar.who) for bar in bars))
    for bar in bars:
        _draw_bar(sheet, bar, labels=labels)
    sheet.y += 16


def _draw_bar(sheet: Sheet, bar: _Bar, *, labels: float) -> None:
    """Draw one bar beside what it is of; the label may need more room than the bar."""
    from toolkit.figures.sheet import LEADING, MARGIN, SIZE, SOFT, WIDTH

    top = sheet.y + (_BAR - SIZE * LEADING) / 2
    height = sheet.write_lines(MARGIN, top, bar.who, width=labels, most=3)
    left, right = MARGIN + labels + 12, WIDTH - MARGIN - _NUMBERS
    middle = sheet.y + _BAR / 2
    if bar.counts.n:
        _draw_parts(sheet, bar.counts, left=left, right=right, middle=middle)
        sheet.write(right + 10, middle, f"n = {digits(bar.counts.n)}", color=SOFT)
    else:
        sheet.write(left, middle, _("no votes"), color=SOFT)
    sheet.y += max(_BAR, height) + _ROOM


def _draw_parts(sheet: Sheet, counts: Counts, *, left: float, right: float, middle: float) -> None:
    from matplotlib.patches import Rectangle

    from toolkit.figures.sheet import measure

    x = left
    for number, (fill, ink) in (
        (counts.agree, _AGREE),
        (counts.passes, _PASSED),
        (counts.disagree, _DISAGREE),
    ):
        width = (right - left) * counts.share(number)
        part = Rectangle((x, middle - _BAR / 2), width, _BAR, facecolor=fill, edgecolor="white")
        sheet.paper.add_patch(part)
        percent = counts.percent(number)
        words = digits(number) if percent is None else f"{percent} %"
        if measure(words) + 8 <= width:
            sheet.write(x + width / 2, middle, words, color=ink, side="center")
        x += width
