"""What the votes show: statements that unite, divide, are rejected, or leave many undecided.

Shares are of the votes on the statement, passes included. Statements that moderation rejected and
background statements show nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from math import prod
from typing import NamedTuple

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Counts,
    Finding,
    FindingKind,
    Findings,
    OpinionGroups,
    StatementResult,
)
from toolkit.findings.queries import answer_query

_FEWEST_GROUPS = 2
_FEWEST_VOTES = 20
_FEWEST_VOTES_IN_GROUP = 5
_MAJORITY_PERCENT = 60
_PASSES_PERCENT = 30
_CONTRAST_PERCENT = 20
_CONTRAST_PERCENT_IF_FEW = 40


class _View(NamedTuple):
    """Which opinion groups may be looked at, and what counts as a contrast between them.

    Attributes
    ----------
    large
        Groups of five people or more: "every group" means these.
    shown
        Those whose numbers are given; see ``OpinionGroups.shown_groups``.
    fewest, percent
        Votes that both groups of a contrast need, and percentage points between them.
    """

    large: tuple[str, ...]
    shown: tuple[str, ...]
    fewest: int
    percent: int


def find_in_votes(material: Findings) -> Iterator[Finding]:
    """Yield every finding of each kind, strongest first.

    * *Uniting*: at least two groups, at least 20 votes, at least 5 in every group, and at least
      60 % agree in every group and altogether; by the geometric mean over groups of
      (agree + 1) / (n + 2).
    * *Dividing*: the shares of agreement of two groups differ by at least 20 percentage points with
      at least 20 votes in both. If fewer than two groups have 20 people, 5 votes in both suffice,
      but the shares must differ by 40 points: with 5 votes, 20 points are one person. By the
      greatest difference. What unites or is rejected does not divide.
    * *Rejected*: as uniting, with disagreement.
    * *Uncertain*: at least 20 votes, at least 30 % of them passes; by that share.

    "Every group" means those of five people or more: a smaller one is never looked at by itself.
    """
    if material.groups is None:
        return
    view = _make_view(material.groups)
    results = [r for r in material.groups.statements if r.moderated != -1 and not r.is_meta]
    for kind, measure in _STRENGTHS.items():
        strengths = {result.id: measure(result, view) for result in results}
        found = [result for result in results if strengths[result.id] > 0]
        found.sort(key=lambda result: (-strengths[result.id], -result.votes.n))
        for result in found:
            yield _make_finding(kind, result, view, material)


def find_representative(material: Findings) -> Iterator[Finding]:
    """Yield the statements that set each opinion group apart, for the groups that may be shown.

    Group by group, strongest first; ``groups`` of a finding is the group. Nothing when fewer than
    two groups can be looked at side by side.
    """
    if material.groups is None:
        return
    view = _make_view(material.groups)
    shown = {r.id: r for r in material.groups.statements if r.moderated != -1 and not r.is_meta}
    for group_id in view.shown if len(view.large) >= _FEWEST_GROUPS else ():
        for statement_id, _side in material.groups.representative.get(group_id, ()):
            if statement_id in shown:
                result = shown[statement_id]
                found = _make_finding(FindingKind.REPRESENTATIVE, result, view, material)
                yield replace(
                    found, id=f"{found.kind}:{group_id}:{statement_id}", groups=(group_id,)
                )


def _make_view(groups: OpinionGroups) -> _View:
    large = tuple(group.id for group in groups.groups if not group.is_small)
    shown = tuple(group.id for group in groups.shown_groups)
    if sum(group.n >= _FEWEST_VOTES for group in groups.shown_groups) >= _FEWEST_GROUPS:
        return _View(large, shown, _FEWEST_VOTES, _CONTRAST_PERCENT)
    return _View(large, shown, _FEWEST_VOTES_IN_GROUP, _CONTRAST_PERCENT_IF_FEW)


def _uniting(result: StatementResult, view: _View) -> float:
    return _shared(result, view, lambda counts: counts.agree)


def _rejected(result: StatementResult, view: _View) -> float:
    return _shared(result, view, lambda counts: counts.disagree)


def _shared(result: StatementResult, view: _View, side: Callable[[Counts], int]) -> float:
    """Return how strongly every group takes a side; 0 when one does not or too few voted.

    One group alone shares nothing with others, so there must be two.
    """
    groups = [result.by_group[group_id] for group_id in view.large]
    if len(groups) < _FEWEST_GROUPS or result.votes.n < _FEWEST_VOTES:
        return 0.0
    for counts in (result.votes, *groups):
        if counts.n < _FEWEST_VOTES_IN_GROUP or 100 * side(counts) < _MAJORITY_PERCENT * counts.n:
            return 0.0
    return prod((side(counts) + 1) / (counts.n + 2) for counts in groups) ** (1 / len(groups))


def _dividing(result: StatementResult, view: _View) -> float:
    """Return the greatest difference between two groups' shares of agreement, 0 when too small."""
    if _uniting(result, view) or _rejected(result, view):
        return 0.0
    groups = [result.by_group[group_id] for group_id in view.shown]
    enough = [counts for counts in groups if counts.n >= view.fewest]
    greatest = 0.0
    for one, other in combinations(enough, 2):
        # Whole numbers: a difference of exactly 20 points must not be lost to rounding.
        difference = abs(one.agree * other.n - other.agree * one.n)
        if 100 * difference >= view.percent * one.n * other.n:
            greatest = max(greatest, difference / (one.n * other.n))
    return greatest


def _uncertain(result: StatementResult, _view: _View) -> float:
    votes = result.votes
    unsure = votes.n >= _FEWEST_VOTES and 100 * votes.passes >= _PASSES_PERCENT * votes.n
    return votes.share(votes.passes) if unsure else 0.0


_STRENGTHS: Mapping[FindingKind, Callable[[StatementResult, _View], float]] = {
    FindingKind.UNITING: _uniting,
    FindingKind.DIVIDING: _dividing,
    FindingKind.REJECTED: _rejected,
    FindingKind.UNCERTAIN: _uncertain,
}


def _make_finding(
    kind: FindingKind, result: StatementResult, view: _View, material: Findings
) -> Finding:
    queries = ["participants()", "statements()", "votes()", "groups()"]
    queries += [f"participants(group={group_id})" for group_id in view.shown]
    whole = (f"statement={result.id}", result.votes)
    by_group = [
        (f"statement={result.id},group={group_id}", result.by_group[group_id])
        for group_id in view.shown
    ]
    for limits, counts in (whole, *by_group):
        queries += [f"{what}({limits})" for what in ("votes", "agree", "disagree", "passes")]
        if counts.n >= FEWEST_FOR_PERCENT:
            queries += [f"percent({what},{limits})" for what in ("agree", "disagree", "passes")]
    return Finding(
        id=f"{kind}:{result.id}",
        kind=kind,
        subject=result.text,
        statement_id=result.id,
        note_ids=(result.id,),
        numbers={query: answer_query(query, material) for query in queries},
    )
