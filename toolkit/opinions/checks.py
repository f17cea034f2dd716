"""What the reader should know about the votes before trusting the groups."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.domain import OpinionGroup
from toolkit.i18n import _, ngettext

FEW_PARTICIPANTS = 30
SMALL_GROUP = 5
_WEAK_AXES = 0.2
_LOOSE = 0.5

Check = tuple[str, str]


def check_participants(n_participants: int, n_grouped: int) -> list[Check]:
    """Tell if few voted, and if some voted too few times to be in a group."""
    checks = []
    if n_participants < FEW_PARTICIPANTS:
        message = ngettext(
            "Only {n} participant voted: a few more votes may change the groups.",
            "Only {n} participants voted: a few more votes may change the groups.",
            n_participants,
        )
        checks.append(("few_participants", message.format(n=n_participants)))
    if n_ungrouped := n_participants - n_grouped:
        message = ngettext(
            "{n} participant voted too few times to be placed in a group.",
            "{n} participants voted too few times to be placed in a group.",
            n_ungrouped,
        )
        checks.append(("ungrouped", message.format(n=n_ungrouped)))
    return checks


def check_groups(groups: Sequence[OpinionGroup], n_wanted: int | None) -> list[Check]:
    """Tell if a group is too small to be shown by itself, and if there are fewer than asked."""
    checks = []
    small = [group.id for group in groups if group.n < SMALL_GROUP]
    if small:
        message = _(
            "Groups with fewer than five people, whose votes are not shown separately: {groups}."
        )
        checks.append(("small_group", message.format(groups=", ".join(small))))
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


def check_origin(*, unusable: bool, similarity: float | None) -> list[Check]:
    """Tell if the groups of the export could not be used, or if the votes alone give other ones."""
    if unusable:
        message = _(
            "The groups of the export leave out many who voted enough, so they were not used. "
            "The groups were computed from the votes."
        )
        return [("groups_unusable", message)]
    if similarity is not None and similarity < _LOOSE:
        message = _(
            "The groups of the export and the groups computed from the votes are not the same. "
            "Similarity from 0 to 1: {similarity}."
        )
        return [("groups_differ", message.format(similarity=f"{max(0.0, similarity):.2f}"))]
    return []
