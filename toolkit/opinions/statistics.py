"""What the votes of groups say of statements: shares, tests, representative ones and consensus.

Formulas of Polis (``math/src/polismath/math/repness.clj`` and ``stats.clj``). A statement's votes
include passes: whoever passed has seen it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from toolkit.opinions.matrix import VoteMatrix

# One-sided 90 %. No correction for the number of statements: it ranks, it proves nothing.
SIGNIFICANT = 1.2816
MOST_SHOWN = 5
_MANY_PASS = 0.3


class Tally(NamedTuple):
    """Votes counted by group: integer arrays of shape (n_groups, n_statements)."""

    agree: NDArray[np.intp]
    disagree: NDArray[np.intp]
    seen: NDArray[np.intp]


class Ratings(NamedTuple):
    """How much of a group takes a side, and how that compares with everybody else in a group.

    Attributes
    ----------
    share
        (count + 1) / (seen + 2).
    share_z
        Test of the share against one half.
    ratio
        The share divided by the share of the others.
    ratio_z
        Test of the two proportions.
    """

    share: NDArray[np.float64]
    share_z: NDArray[np.float64]
    ratio: NDArray[np.float64]
    ratio_z: NDArray[np.float64]

    @property
    def metric(self) -> NDArray[np.float64]:
        """The product that representative statements are ranked by."""
        return self.share * self.share_z * self.ratio * self.ratio_z


def count_votes(matrix: VoteMatrix, labels: NDArray[np.intp], n_groups: int) -> Tally:
    """Count the votes of each group on each statement.

    Parameters
    ----------
    labels
        Shape (n_participants,): 0 … n_groups − 1, or −1 for participants in no group.
    """
    shape = (n_groups, len(matrix.statement_ids))
    group_of_vote = np.repeat(labels, matrix.votes_of_participants)
    cells = group_of_vote * shape[1] + matrix.values.indices
    data = matrix.values.data
    if labels.min(initial=0) < 0:
        cells, data = cells[group_of_vote >= 0], data[group_of_vote >= 0]

    def count(chosen: NDArray[np.intp]) -> NDArray[np.intp]:
        return np.bincount(chosen, minlength=shape[0] * shape[1]).reshape(shape)

    return Tally(agree=count(cells[data > 0]), disagree=count(cells[data < 0]), seen=count(cells))


def smoothed_share(count: NDArray[np.intp], seen: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return (count + 1) / (seen + 2): the share, drawn to one half when few have voted."""
    return (count + 1) / (seen + 2)


def share_z(count: NDArray[np.intp], seen: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return 2·√(seen + 1)·((count + 1)/(seen + 1) − ½)."""
    return 2 * np.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5)


def ratio_z(
    count: NDArray[np.intp],
    seen: NDArray[np.intp],
    other_count: NDArray[np.intp],
    other_seen: NDArray[np.intp],
) -> NDArray[np.float64]:
    """Return the pooled two-proportion z with 1 added to each count; 0 when all took the side."""
    n, m = seen + 1, other_seen + 1
    pooled = (count + other_count + 2) / (n + m)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    difference = (count + 1) / n - (other_count + 1) / m
    return np.where(pooled == 1, 0.0, difference / np.where(spread == 0, 1.0, spread))


def rate(count: NDArray[np.intp], seen: NDArray[np.intp]) -> Ratings:
    """Rate one side, agree or disagree; every array has shape (n_groups, n_statements)."""
    others = count.sum(axis=0) - count, seen.sum(axis=0) - seen
    share = smoothed_share(count, seen)
    return Ratings(
        share=share,
        share_z=share_z(count, seen),
        ratio=share / smoothed_share(*others),
        ratio_z=ratio_z(count, seen, *others),
    )


def group_aware_consensus(tally: Tally) -> NDArray[np.float64]:
    """Return for each statement the product over groups of (agree + 1) / (seen + 2).

    Falls with the number of groups; the n_groups-th root of it does not.
    """
    product: NDArray[np.float64] = smoothed_share(tally.agree, tally.seen).prod(axis=0)
    return product


def find_consensus(
    count: NDArray[np.intp], seen: NDArray[np.intp], in_use: NDArray[np.bool_]
) -> list[int]:
    """Return at most five columns on which everybody together takes the side, strongest first.

    A share significantly above one half, ranked by share times z. Groups play no part.
    Arrays have shape (n_statements,).
    """
    share, z = smoothed_share(count, seen), share_z(count, seen)
    chosen = np.flatnonzero(in_use & (z > SIGNIFICANT))
    strongest = np.argsort(-(share * z)[chosen], kind="stable")
    return [int(column) for column in chosen[strongest][:MOST_SHOWN]]


def find_uncertain(everyone: Tally, in_use: NDArray[np.bool_]) -> list[int]:
    """Return at most five columns that many passed: over 30 %, by share squared times passes.

    As the report of Polis has it (``client-report/src/components/app.js``). In Finland pass is
    offered as *Ohita / neutraali*: passing is not the same as being unsure.

    Parameters
    ----------
    everyone
        All participants as one group.
    """
    seen = everyone.seen[0]
    passes = seen - everyone.agree[0] - everyone.disagree[0]
    share = passes / np.maximum(seen, 1)
    chosen = np.flatnonzero(in_use & (share > _MANY_PASS))
    strongest = np.argsort(-(share**2 * passes)[chosen], kind="stable")
    return [int(column) for column in chosen[strongest][:MOST_SHOWN]]


def find_representative(tally: Tally, in_use: NDArray[np.bool_]) -> list[list[tuple[int, str]]]:
    """Return for each group at most five statements that tell it from the others.

    Pairs of column and ``"agree"`` or ``"disagree"``: the statement the group agrees on most comes
    along even if others agree too, then those with significant shares and ratios by their metric;
    what the group agrees on stands first. The side is the one on which the group stands out from
    the others, as in Polis: it takes that side more often than they do, and its majority may still
    be on the other.
    """
    agree, disagree = rate(tally.agree, tally.seen), rate(tally.disagree, tally.seen)
    sides = np.where(agree.ratio_z > disagree.ratio_z, "agree", "disagree")
    metric = np.where(sides == "agree", agree.metric, disagree.metric)
    telling = in_use & (
        ((agree.ratio_z > SIGNIFICANT) & (agree.share_z > SIGNIFICANT))
        | ((disagree.ratio_z > SIGNIFICANT) & (disagree.share_z > SIGNIFICANT))
    )
    answer = []
    for group in range(len(tally.seen)):
        voted = in_use & (tally.agree[group] + tally.disagree[group] > 0)
        best = _best_agreed(Ratings(*(side[group] for side in agree)), np.flatnonzero(voted))
        columns = np.flatnonzero(telling[group])
        columns = columns[np.argsort(-metric[group][columns], kind="stable")]
        chosen = best + [int(column) for column in columns if column not in best]
        if not chosen and in_use.any():
            strongest = np.maximum(agree.ratio_z[group], disagree.ratio_z[group])
            chosen = [int(np.argmax(np.where(in_use, strongest, -np.inf)))]
        pairs = [(column, str(sides[group, column])) for column in chosen[:MOST_SHOWN]]
        answer.append(sorted(pairs, key=lambda pair: pair[1] != "agree"))
    return answer


def _best_agreed(agree: Ratings, columns: NDArray[np.intp]) -> list[int]:
    """Return the column the group agrees on most, if any is worth it, as a list of at most one.

    Each column is compared with the best so far: by the whole metric if the group agrees with the
    best more than others do, else by share times z. So the order of columns matters, as in Polis.
    """
    best: int | None = None
    for column in columns.tolist():
        if best is None:
            better = agree.share_z[column] > SIGNIFICANT or (
                agree.ratio[column] > 1 and agree.share[column] > 0.5
            )
        elif agree.ratio[best] > 1:
            better = agree.metric[column] > agree.metric[best]
        else:
            plain = agree.share * agree.share_z
            better = plain[column] > plain[best]
        if better:
            best = column
    return [] if best is None else [best]
