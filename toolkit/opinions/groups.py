"""From votes to opinion groups and to what each statement's votes say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.domain import (
    Counts,
    OpinionGroup,
    OpinionGroups,
    Statement,
    StatementResult,
    Votes,
)
from toolkit.errors import TooEarly
from toolkit.i18n import N_
from toolkit.opinions.checks import (
    check_axes,
    check_groups,
    check_participants,
)

if TYPE_CHECKING:
    from toolkit.opinions.projection import Projection
    from toolkit.opinions.statistics import Tally


def find_opinion_groups(
    votes: Votes, *, n_groups: int | None = None, recompute: bool = False, seed: int = 0
) -> OpinionGroups:
    """Find who voted alike, and what unites and divides them.

    The groups of the export are used when it has them; Polis makes them from the whole history of
    the conversation, so they cannot always be computed again from the votes. Otherwise the groups
    are computed the way Polis would from a cold start.

    Parameters
    ----------
    votes
        At least one vote.
    n_groups
        Compute this many groups, also when the export has groups.
    recompute
        Compute the groups, also when the export has them.
    seed
        For the resamples behind ``stability``.

    Returns
    -------
    OpinionGroups
        The same whatever the order in which the votes are listed. Participants who voted too
        little are in no group, but their votes count in ``StatementResult.votes``, and everybody
        has a position.

    Raises
    ------
    TooEarly
        If there are no votes.
    ValueError
        If ``n_groups`` is not from 1 to 26, the number of letters.
    """
    from toolkit.opinions.division import divide
    from toolkit.opinions.matrix import build_matrix
    from toolkit.opinions.projection import project
    from toolkit.opinions.stability import measure_stability
    from toolkit.opinions.statistics import count_votes, find_consensus, find_representative

    if n_groups is not None and not 1 <= n_groups <= 26:
        msg = f"participants cannot be divided into {n_groups} groups"
        raise ValueError(msg)
    if not len(votes.value):
        raise TooEarly(N_("There are no votes yet. Import the votes of the conversation first."))
    matrix = build_matrix(votes)
    projection = project(matrix, seed=seed)
    division = divide(matrix, projection, votes.group_ids, n_groups=n_groups, recompute=recompute)
    groups, labels = division.groups, division.labels
    n_voters = int((matrix.votes_of_participants > 0).sum())
    any_in_use = bool((matrix.in_use & (matrix.votes_on_statements > 0)).any())
    checks = (
        *check_participants(n_voters, int((labels >= 0).sum())),
        *check_groups(groups, n_groups),
        *check_axes(projection.explained_variance, any_in_use=any_in_use),
        *division.checks,
    )
    tally = count_votes(matrix, labels, len(groups))
    everyone = count_votes(matrix, labels * 0, 1)
    agree, disagree = (
        find_consensus(count[0], everyone.seen[0], matrix.in_use)
        for count in (everyone.agree, everyone.disagree)
    )
    representative = find_representative(tally, matrix.in_use) if len(groups) > 1 else ()
    ids = matrix.statement_ids
    return OpinionGroups(
        mode=division.mode,
        n_participants=n_voters,
        n_votes=len(votes.value),
        groups=groups,
        statements=_make_results(votes.statements, projection, groups, tally, everyone),
        positions={
            name: (float(x), float(y))
            for name, (x, y) in zip(matrix.participant_ids, projection.positions, strict=True)
        },
        explained_variance=projection.explained_variance,
        stability=measure_stability(matrix, labels, seed=seed),
        consensus_agree=tuple(ids[column] for column in agree),
        consensus_disagree=tuple(ids[column] for column in disagree),
        representative={
            group.id: tuple((ids[column], side) for column, side in pairs)
            for group, pairs in zip(groups, representative, strict=False)
        },
        checks=checks,
    )


def _make_results(
    statements: Sequence[Statement],
    projection: Projection,
    groups: Sequence[OpinionGroup],
    tally: Tally,
    everyone: Tally,
) -> tuple[StatementResult, ...]:
    """Put together what is known of each statement, in the order of the statements."""
    from toolkit.opinions.statistics import group_aware_consensus

    consensus = group_aware_consensus(tally)
    return tuple(
        StatementResult(
            id=statement.id,
            text=statement.text,
            ref=statement.ref,
            moderated=statement.moderated,
            is_meta=statement.is_meta,
            votes=_counts(everyone, 0, column),
            by_group={
                group.id: _counts(tally, number, column) for number, group in enumerate(groups)
            },
            group_aware_consensus=float(consensus[column]),
            group_aware_consensus_geometric=float(consensus[column] ** (1 / len(groups))),
            extremity=float(projection.extremity[column]),
        )
        for column, statement in enumerate(statements)
    )


def _counts(tally: Tally, group: int, column: int) -> Counts:
    agree, disagree, seen = (int(table[group, column]) for table in tally)
    return Counts(agree=agree, disagree=disagree, passes=seen - agree - disagree)
