"""What groups, statements and counts are called in figures and in their tables."""

from __future__ import annotations

from toolkit.domain import Counts, OpinionGroup, OpinionGroups, StatementResult
from toolkit.i18n import _, digits, ngettext
from toolkit.text import squeeze_spaces

Table = tuple[tuple[str, ...], tuple[tuple[str | int | float, ...], ...]]
"""A header and rows, each as long as the header."""


def name_group(group: OpinionGroup) -> str:
    """Return the letter of a group and what people call it."""
    letter = _("Group {letter}").format(letter=group.id)
    name = squeeze_spaces(group.name)
    return f"{letter}: {name}" if name else letter


def count_participants(n: int) -> str:
    """Return a number of participants in words."""
    return ngettext("{n} participant", "{n} participants", n).format(n=digits(n))


def name_statement(result: StatementResult) -> str:
    """Return the citation label of a statement, or its number in the export: 17 of polis:x-17."""
    return result.ref or result.id.rpartition("-")[2]


def find_used(groups: OpinionGroups) -> list[StatementResult]:
    """Return the statements that count: voted on, not rejected, not about the voters themselves."""
    return [r for r in groups.statements if r.moderated != -1 and not r.is_meta and r.votes.n]


def write_counts(counts: Counts) -> str:
    """Return votes in words: percentages where there are enough of them, else numbers."""
    sides = (counts.agree, counts.disagree, counts.passes)
    agree, disagree, passes = (counts.percent(side) for side in sides)
    if agree is None:
        words = _("agree {agree}, disagree {disagree}, pass {passes}, voters {n}")
        agree, disagree, passes = sides
    else:
        words = _("agree {agree} %, disagree {disagree} %, pass {passes} %, voters {n}")
    words = words.format(agree=agree, disagree=disagree, passes=passes, n=digits(counts.n))
    # The last number stays with its word at the end of a line.
    return "\N{NO-BREAK SPACE}".join(words.rsplit(" ", 1))
