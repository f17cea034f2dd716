"""Statements in a row, from the one that divides least to the one that divides most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.domain import OpinionGroups, StatementResult
from toolkit.figures.callouts import call_out
from toolkit.figures.swarm import spread
from toolkit.figures.wording import (
    Table,
    find_used,
    name_statement,
    write_counts,
)
from toolkit.i18n import _, digits

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from toolkit.figures.sheet import Sheet

MOST_NAMED = 3
"""Statements at each end whose words are written below the swarm."""

_COLOUR = "#8fb4c9"
_NAMED = "#00508f"
_EDGE = "#4c7f9b"
_LARGEST = 11.0
_SMALLEST = 2.5
_MOST_HEIGHT = 110.0


class _Mark(NamedTuple):
    """One statement on the sheet."""

    result: StatementResult
    x: float
    y: float
    radius: float


def draw_statements(groups: OpinionGroups) -> Figure:
    """Draw how much each statement divides the participants.

    A mark for each statement that was voted on, from the least dividing on the left to the most
    dividing on the right, by ``extremity``; the larger, the more votes. Not drawn: statements that
    moderation rejected, and background statements. A mark is hollow where the votes of some group
    are too few (``enough_votes``). The three statements at each end that have enough votes are
    named, with their words and votes below. If nothing was voted on, a sentence stands instead.
    """
    from toolkit.figures.sheet import Sheet

    sheet = Sheet()
    sheet.add_title(_("Statements from the least to the most dividing"))
    used = _find_ordered(groups)
    if not used:
        sheet.add_caption(_("There are no statements to draw: none in use has votes."))
        sheet.finish()
        return sheet
    least, most = _find_ends(used)
    _draw_swarm(sheet, used, [*least, *most])
    _write_ends(sheet, least, most)
    sheet.add_caption(*_explain(used, any_named=bool(least)))
    sheet.finish()
    return sheet


def statements_table(groups: OpinionGroups) -> Table:
    """Return what ``draw_statements`` draws as text: the least dividing statement first.

    Agree, pass and disagree are numbers of votes.
    """
    header = (
        _("Statement"),
        _("Text"),
        _("How much it divides"),
        _("Votes"),
        _("Agree"),
        _("Passed"),
        _("Disagree"),
        _("Enough votes in every group"),
    )
    rows = tuple(
        (
            name_statement(result),
            result.text,
            round(result.extremity, 2),
            result.votes.n,
            result.votes.agree,
            result.votes.passes,
            result.votes.disagree,
            _("yes") if result.enough_votes else _("no"),
        )
        for result in _find_ordered(groups)
    )
    return header, rows


def describe_statements(groups: OpinionGroups) -> str:
    """Return sentences that stand for the figure where it cannot be seen."""
    used = _find_ordered(groups)
    if not used:
        return _("There are no statements to draw: none in use has votes.")
    least, most = ([name_statement(result) for result in end] for end in _find_ends(used))
    return _(
        "Statements from the least to the most dividing. Statements: {n}. Least dividing: {least}. "
        "Most dividing: {most}."
    ).format(n=digits(len(used)), least=", ".join(least), most=", ".join(most))


def _find_ordered(groups: OpinionGroups) -> list[StatementResult]:
    return sorted(find_used(groups), key=lambda result: (result.extremity, result.id))


def _find_ends(
    used: Sequence[StatementResult],
) -> tuple[list[StatementResult], list[StatementResult]]:
    """Return the least and the most dividing statements with enough votes, the strongest first.

    None if all of them divide equally much.
    """
    sure = [result for result in used if result.enough_votes]
    if not sure or sure[0].extremity == sure[-1].extremity:
        return [], []
    n = min(MOST_NAMED, len(sure) // 2)
    return sure[:n], sure[::-1][:n]


def _explain(used: Sequence[StatementResult], *, any_named: bool) -> Iterator[str]:
    """Yield the sentences of the caption."""
    yield _("Each mark is one statement; the larger it is, the more votes it has.")
    yield _(
        "What divides little may be agreed on or rejected together, or divide every group in the "
        "same way."
    )
    if not all(result.enough_votes for result in used):
        yield _("A hollow mark: some group gave the statement fewer than five votes.")
    if not any_named:
        yield _("No statement with enough votes divides more than another.")


def _draw_swarm(
    sheet: Sheet, used: Sequence[StatementResult], named: Sequence[StatementResult]
) -> None:
    from toolkit.figures.sheet import LINE, MARGIN, SOFT, WIDTH

    marks = _lay_marks(used, left=MARGIN, right=WIDTH - MARGIN)
    top = min(mark.y - mark.radius for mark in marks)
    bottom = max(mark.y + mark.radius for mark in marks)
    row = sheet.y + 12
    middle = row + 24 - top
    sheet.paper.plot((MARGIN, WIDTH - MARGIN), (middle, middle), color=LINE, lw=1, zorder=0)
    marks = [mark._replace(y=middle + mark.y) for mark in marks]
    ours = [mark for mark in marks if mark.result in named]
    _draw_marks(sheet, [mark for mark in marks if mark not in ours], colour=_COLOUR)
    call_out(
        sheet,
        [(name_statement(mark.result), (mark.x, mark.y)) for mark in ours],
        row=row,
        colour=_NAMED,
    )
    _draw_marks(sheet, ours, colour=_NAMED)
    ends = middle + bottom + 16
    sheet.write(MARGIN, ends, _("← Divides least"), color=SOFT)
    sheet.write(WIDTH - MARGIN, ends, _("Divides most →"), color=SOFT, side="right")
    sheet.y = ends + 24


def _lay_marks(used: Sequence[StatementResult], *, left: float, right: float) -> list[_Mark]:
    """Return marks around a line at y 0, made smaller until they fit the height."""
    most_votes = max(result.votes.n for result in used)
    low, high = used[0].extremity, used[-1].extremity
    room = right - left - 2 * _LARGEST
    places = [
        left + _LARGEST + room * ((r.extremity - low) / (high - low) if high > low else 0.5)
        for r in used
    ]
    for largest in (_LARGEST * 0.85**step for step in range(20)):
        radii = [
            max(min(_SMALLEST, largest), largest * (r.votes.n / most_votes) ** 0.5) for r in used
        ]
        heights = spread(places, radii)
        if max(map(abs, heights)) < _MOST_HEIGHT:
            break
    return [
        _Mark(result, x, -y, radius)
        for result, x, y, radius in zip(used, places, heights, radii, strict=True)
    ]


def _draw_marks(sheet: Sheet, marks: Sequence[_Mark], *, colour: str) -> None:
    """Draw circles whose area tells the votes, hollow where those are too few."""
    enough = [mark.result.enough_votes for mark in marks]
    sheet.paper.scatter(
        [mark.x for mark in marks],
        [mark.y for mark in marks],
        s=[(2 * mark.radius) ** 2 for mark in marks],
        c=[colour if filled else "white" for filled in enough],
        edgecolors=[colour if filled else _EDGE for filled in enough],
        linewidths=[0 if filled else 1.2 for filled in enough],
        zorder=3 if colour == _NAMED else 2,
        gid="statements-named" if colour == _NAMED else "statements",
    )


def _write_ends(
    sheet: Sheet, least: Sequence[StatementResult], most: Sequence[StatementResult]
) -> None:
    """Write the words of the named statements in two columns."""
    from toolkit.figures.sheet import MARGIN, WIDTH

    gap = 28.0
    width = (WIDTH - 2 * MARGIN - gap) / 2
    columns = (
        (MARGIN, _("Divide least"), least),
        (MARGIN + width + gap, _("Divide most"), most),
    )
    ends = [
        _write_column(sheet, left, title, results, width=width)
        for left, title, results in columns
        if results
    ]
    sheet.y = max(ends, default=sheet.y) + 12


def _write_column(
    sheet: Sheet, left: float, title: str, results: Sequence[StatementResult], *, width: float
) -> float:
    from toolkit.figures.sheet import SOFT, measure

    y = sheet.y
    y += sheet.write_lines(left, y, title, width=width, size=13, bold=True) + 4
    indent = 10 + max(measure(name_statement(result), bold=True) for result in results)
    for result in results:
        name = name_statement(result)
        sheet.write_lines(left, y, name, width=indent, bold=True, color=_NAMED)
        y += sheet.write_lines(left + indent, y, result.text, width=width - indent, most=4)
        counts = write_counts(result.votes)
        y += sheet.write_lines(left + indent, y, counts, width=width - indent, color=SOFT) + 8
    return y
