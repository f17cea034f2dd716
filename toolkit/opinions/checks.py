"""What the reader should know about the votes before trusting the groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.domain import ALIKE, OpinionGroup
from toolkit.i18n import _, ngettext

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.opinions.matrix import VoteMatrix
    from toolkit.opinions.stability import Stability

FEW_PARTICIPANTS = 30
_WEAK_AXES = 0.2
_WEAK_GROUPS = 0.5
_FEW_STATEMENTS = 7

Check = tuple[str, str]


def check_votes(
    matrix: VoteMatrix, labels: NDArray[np.intp], *, is_listed: bool, is_imported: bool
) -> list[Check]:
    """Tell if few voted, on few statements, or too few times to be in a group.

    Parameters
    ----------
    labels
        Shape (n_participants,): group of each row of ``matrix``, −1 for none.
    is_listed
        Whether it is known who is in the groups.
    is_imported
        Whether the groups are those of the export.
    """
    checks = []
    n_voters = matrix.n_voters
    if n_voters < FEW_PARTICIPANTS:
        message = ngettext(
            "Only {n} participant voted: a few more votes may change the groups.",
            "Only {n} participants voted: a few more votes may change the groups.",
            n_voters,
        )
        checks.append(("few_participants", message.format(n=n_voters)))
    n_ungrouped = n_voters - int((labels >= 0).sum())
    if is_listed and n_ungrouped:
        message = ngettext(
            "{n} participant voted too few times to be placed in a group.",
            "{n} participants voted too few times to be placed in a group.",
            n_ungrouped,
        )
        if is_imported:
            message = ngettext(
                "{n} participant is in no group of the export; most of such people voted little.",
                "{n} participants are in no group of the export; most of such people voted little.",
                n_ungrouped,
            )
        checks.append(("ungrouped", message.format(n=n_ungrouped)))
    n_statements = int((matrix.votes_on_statements > 0).sum())
    if n_statements < _FEW_STATEMENTS:
        message = ngettext(
            "There is only {n} statement with votes: groups made of so few answers tell little.",
            "There are only {n} statements with votes: groups made of so few answers tell little.",
            n_statements,
        )
        checks.append(("few_statements", message.format(n=n_statements)))
    return checks


def check_stability(stability: Stability | None) -> list[Check]:
    """Tell if the groups fall apart when other people are drawn."""
    if stability is None or stability.beyond_chance >= _WEAK_GROUPS:
        return []
    message = _(
        "The groups are weak: if some other people had voted, they would be different. Pairs that "
        "stayed in the same group: {percent} %."
    )
    return [("weak_groups", message.format(percent=int(stability.share * 100 + 0.5)))]


def check_groups(groups: Sequence[OpinionGroup], n_wanted: int | None) -> list[Check]:
    """Tell if a group is too small to be shown by itself, and if there are fewer than asked."""
    checks = []
    small = [group.id for group in groups if group.is_small]
    if small:
        message = _(
            "Groups with fewer than five people, whose votes are not shown separately: {groups}."
        )
        checks.append(("small_group", message.format(groups=", ".join(small))))
    if len(groups) == 1 and n_wanted is None:
        message = _("The votes do not divide the participants into groups: they voted much alike.")
        checks.append(("one_group", message))
    if n_wanted is not None and len(groups) < n_wanted:
        message = _("The votes do not divide into as many groups as was asked. Groups: {n}.")
        checks.append(("fewer_groups", message.format(n=len(groups))))
    return checks


def check_axes(explained_variance: float, *, any_in_use: bool) -> list[Check]:
    """Tell if the map shows little of the votes, or nothing."""
    if not any_in_use:
        message = _("Every statement was rejected or is a background statement: there is no map.")
        return [("nothing_in_use", message)]
    if explained_variance < _WEAK_AXES:
        message = _("The map shows only a small part of the differences in voting: {percent} %.")
        return [("weak_axes", message.format(percent=int(explained_variance * 100 + 0.5)))]
    return []


def check_origin(
    *, unusable: bool = False, only_counts: bool = False, similarity: float | None = None
) -> list[Check]:
    """Tell if the groups of the export could not be used, or if the votes alone give other ones."""
    if only_counts:
        message = _(
            "The export tells how its groups voted, but not reliably who is in them. So there are "
            "no people on the map, and the size of a group is the least it can be."
        )
        return [("groups_without_people", message)]
    if unusable:
        message = _(
            "The groups of the export leave out many who voted enough, so they were not used. "
            "The groups were computed from the votes."
        )
        return [("groups_unusable", message)]
    if similarity is not None and similarity < ALIKE:
        message = _(
            "The groups of the export and the groups computed from the votes are not the same. "
            "Similarity from 0 to 1: {similarity}."
        )
        return [("groups_differ", message.format(similarity=f"{max(0.0, similarity):.2f}"))]
    return []
