"""From votes to opinion groups and to what each statement's votes say of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
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
    check_stability,
    check_votes,
)

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

    from toolkit.opinions.projection import Projection
    from toolkit.opinions.statistics import Tally


_FEWEST_VOTES = 5
"""Of a group on a statement, for the measures of consensus to mean anything."""


def find_opinion_groups(
    votes: Votes,
    *,
    n_groups: int | None = None,
    recompute: bool = False,
    n_resamples: int = 20,
    seed: int = 0,
) -> OpinionGroups:
    """Find who voted alike, and what unites and divides them.

    The groups of the export are used when it has them; Polis makes them from the whole history of
    the conversation, so they cannot always be computed again from the votes. Otherwise the groups
    are computed the way Polis would from a cold start. Everything else is computed from the votes
    on those groups. ``mode`` says which, and ``similarity`` how alike the two are.

    Parameters
    ----------
    votes
        At least one vote.
    n_groups
        Compute this many groups, also when the export has groups.
    recompute
        Compute the groups, also when the export has them.
    n_resamples, seed
        Of the resamples behind ``stability``; with none of them it is None.

    Returns
    -------
    OpinionGroups
        The same whatever the order in which the votes are listed. The order of
        ``votes.participant_ids`` matters: Polis starts from the first of them. Participants who
        voted too little are in no group, but their votes count in ``StatementResult.votes``, and
        everybody has a position.

    Raises
    ------
    TooEarly
        If there are no votes.
    ValueError
        If ``n_groups`` is not from 1 to 26, the number of letters.
    """
    if n_groups is not None and not 1 <= n_groups <= 26:
        msg = f"participants cannot be divided into {n_groups} groups"
        raise ValueError(msg)
    if not len(votes.value):
        raise TooEarly(N_("There are no votes yet. Import the votes of the conversation first."))
    # Sums split over threads are rounded differently; and the arrays are too small to gain by it.
    with _linear_algebra().limit(limits=1, user_api="blas"):
        return _find(
            votes, n_groups=n_groups, recompute=recompute, n_resamples=n_resamples, seed=seed
        )


@cache
def _linear_algebra() -> ThreadpoolController:
    import scipy.sparse.linalg  # noqa: F401 - what is to be limited must have been loaded
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _find(
    votes: Votes, *, n_groups: int | None, recompute: bool, n_resamples: int, seed: int
) -> OpinionGroups:
    from toolkit.opinions.division import divide
    from toolkit.opinions.matrix import build_matrix
    from toolkit.opinions.projection import project
    from toolkit.opinions.stability import measure_stability
    from toolkit.opinions.statistics import (
        count_votes,
        find_consensus,
        find_representative,
        find_uncertain,
    )

    matrix = build_matrix(votes)
    projection = project(matrix, seed=seed)
    division = divide(matrix, projection, votes, n_groups=n_groups, recompute=recompute)
    stability = measure_stability(matrix, division.labels, n_resamples=n_resamples, seed=seed)
    groups, tally, in_use = division.groups, division.tally, matrix.in_use
    everyone = count_votes(matrix, division.labels * 0, 1)
    agree, disagree = (
        find_consensus(count[0], everyone.seen[0], in_use)
        for count in (everyone.agree, everyone.disagree)
    )
    representative = find_representative(tally, in_use) if len(groups) > 1 else ()
    ids = matrix.statement_ids
    return OpinionGroups(
        mode=division.mode,
        n_participants=matrix.n_voters,
        n_votes=len(votes.value),
        groups=groups,
        statements=_make_results(votes.statements, projection, groups, tally, everyone),
        positions={
            name: (x, y)
            for name, (x, y) in zip(
                matrix.participant_ids, projection.positions.tolist(), strict=True
            )
        },
        explained_variance=projection.explained_variance,
        stability=stability.share if stability else None,
        similarity=division.similarity,
        uncertain=tuple(ids[column] for column in find_uncertain(everyone, in_use)),
        consensus_agree=tuple(ids[column] for column in agree),
        consensus_disagree=tuple(ids[column] for column in disagree),
        representative={
            group.id: tuple((ids[column], side) for column, side in pairs)
            for group, pairs in zip(groups, representative, strict=False)
        },
        checks=(
            *check_votes(
                matrix,
                division.labels,
                is_listed=groups[0].is_listed,
                is_imported=division.mode == "imported",
            ),
            *check_groups(groups, n_groups),
            *check_axes(projection.explained_variance, any_in_use=matrix.any_in_use),
            *check_stability(stability),
            *division.checks,
        ),
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

    consensus = group_aware_consensus(tally).tolist()
    large = [number for number, group in enumerate(groups) if not group.is_small]
    fewest = tally.seen[large].min(axis=0) if large else everyone.seen[0]
    extremity = projection.extremity.tolist()
    agrees, disagrees, seen = (table.T.tolist() for table in tally)
    of_all = [table[0].tolist() for table in everyone]
    return tuple(
        StatementResult(
            id=statement.id,
            text=statement.text,
            ref=statement.ref,
            moderated=statement.moderated,
            is_meta=statement.is_meta,
            votes=_counts(*(table[column] for table in of_all)),
            by_group={
                group.id: _counts(*counts)
                for group, *counts in zip(
                    groups, agrees[column], disagrees[column], seen[column], strict=True
                )
            },
            enough_votes=bool(fewest[column] >= _FEWEST_VOTES),
            group_aware_consensus=consensus[column],
            group_aware_consensus_geometric=consensus[column] ** (1 / len(groups)),
            extremity=extremity[column],
        )
        for column, statement in enumerate(statements)
    )


def _counts(agree: int, disagree: int, seen: int) -> Counts:
    return Counts(agree=agree, disagree=disagree, passes=seen - agree - disagree)
