"""Two rounds of a conversation as the page shows them side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit.apps.opinions_view import group_name
from toolkit.apps.vote_cells import counted
from toolkit.domain import SMALL_GROUP, Counts, OpinionGroups, RoundComparison, StatementChange
from toolkit.i18n import _, digits, ngettext
from toolkit.opinions import hide_small

MOST_SHOWN = 10
FEWEST_VOTES = 20
"""Votes a statement needs in both rounds before its support is said to have moved."""


def rounds_view(found: tuple[RoundComparison, OpinionGroups] | None) -> dict[str, Any] | None:
    """Return what changed from one round to the next, ready for JSON; None for one round only.

    Groups of fewer than five people are left out. How many went from one group to another is not
    told of fewer than five people, nor where such a number could be computed from the others.

    Parameters
    ----------
    found
        The comparison, and the groups of the later round.
    """
    if found is None:
        return None
    rounds, groups = found
    texts = {result.id: (result.ref, result.text) for result in groups.statements}
    new = [texts[key] for key in rounds.new if key in texts]
    return {
        "about": _about(rounds),
        "sizes": _sizes(rounds),
        "new_title": ngettext(
            "{n} statement is new", "{n} statements are new", len(rounds.new)
        ).format(n=digits(len(rounds.new))),
        "new": [{"ref": ref, "text": text} for ref, text in new],
        "gone": ngettext(
            "{n} statement of the earlier round is not in the later one.",
            "{n} statements of the earlier round are not in the later one.",
            len(rounds.gone),
        ).format(n=digits(len(rounds.gone)))
        if rounds.gone
        else "",
        "moves": [_move(change, texts) for change in _most_moved(rounds.changes)],
        "crossings": _crossings(rounds, groups)
        if rounds.same_people and rounds.crossings
        else None,
    }


def _about(rounds: RoundComparison) -> list[str]:
    if not rounds.same_people:
        return [
            _(
                "The rounds are different conversations, so people cannot be followed from one to "
                "the other: only the statements that both have are compared."
            )
        ]
    both = ngettext(
        "{n} participant voted in both rounds.",
        "{n} participants voted in both rounds.",
        rounds.n_both,
    ).format(n=digits(rounds.n_both))
    moved = ngettext(
        "{n} vote of theirs is no longer what it was.",
        "{n} votes of theirs are no longer what they were.",
        rounds.n_moved,
    ).format(n=digits(rounds.n_moved))
    return [both, moved] if rounds.n_both else [both]


def _sizes(rounds: RoundComparison) -> list[tuple[str, str, str]]:
    return [
        (_("Participants who voted"), digits(rounds.n_before), digits(rounds.n_after)),
        (_("Votes"), digits(rounds.n_votes_before), digits(rounds.n_votes_after)),
    ]


def _most_moved(changes: Iterable[StatementChange]) -> list[StatementChange]:
    """Return the statements whose share of agreement changed most, the greatest change first."""
    enough = [c for c in changes if min(c.before.n, c.after.n) >= FEWEST_VOTES and _distance(c)]
    return sorted(enough, key=lambda change: -_distance(change))[:MOST_SHOWN]


def _distance(change: StatementChange) -> float:
    return abs(_support(change.after) - _support(change.before))


def _support(counts: Counts) -> float:
    return counts.share(counts.agree)


def _move(change: StatementChange, texts: dict[str, tuple[str, str]]) -> dict[str, Any]:
    rose = _support(change.after) > _support(change.before)
    return {
        "ref": texts.get(change.id, ("", ""))[0],
        "text": change.text,
        "before": _agreed(change.before),
        "after": _agreed(change.after),
        "direction": _("support grew") if rose else _("support fell"),
        "rose": rose,
        "moved": "" if change.moved is None else _few(change.moved),
    }


def _agreed(counts: Counts) -> dict[str, Any]:
    plain = (counts.agree, counts.passes, counts.disagree)
    return {"votes": plain, "words": counted(counts.agree, counts.n)}


def _few(people: int) -> str:
    """Return a number of people as it may be shown."""
    return _("under 5") if 0 < people < SMALL_GROUP else digits(people)


def _crossings(rounds: RoundComparison, groups: OpinionGroups) -> dict[str, Any] | None:
    """Return who went where as a table: groups before down, groups after across."""
    names = {group.id: group_name(group) for group in groups.groups}
    small = {group.id for group in groups.groups if group.is_small}
    went = {(crossing.before, crossing.after): crossing.n for crossing in rounds.crossings}
    befores, afters = (sorted(set(side), key=_in_order) for side in zip(*went, strict=True))
    counts = [[went.get((before, after), 0) for after in afters] for before in befores]
    rows = [row for row, line in enumerate(counts) if sum(line) >= SMALL_GROUP]
    columns = [
        column
        for column, line in enumerate(zip(*counts, strict=True))
        if sum(line) >= SMALL_GROUP and afters[column] not in small
    ]
    if not rows or not columns:
        return None
    hidden = hide_small(
        counts,
        rows=[row for row in range(len(befores)) if row not in rows],
        columns=[column for column in range(len(afters)) if column not in columns],
    )
    nowhere = _("in no group")
    return {
        "columns": [names.get(afters[column], afters[column]) or nowhere for column in columns],
        "rows": [
            {
                "name": _("Group {letter}").format(letter=befores[row])
                if befores[row]
                else nowhere,
                "cells": [
                    _("not shown") if hidden[row][column] else digits(counts[row][column])
                    for column in columns
                ],
            }
            for row in rows
        ],
    }


def _in_order(group_id: str) -> tuple[bool, str]:
    """Return a key that puts "no group" last."""
    return not group_id, group_id
