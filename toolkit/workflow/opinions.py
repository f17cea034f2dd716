"""Opinion groups of a workshop, computed when the votes or what people say of them have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from toolkit import store
from toolkit.domain import EventKind, OpinionGroups, RoundComparison, Workshop
from toolkit.errors import TooEarly
from toolkit.i18n import N_, _
from toolkit.opinions import compare_rounds, find_opinion_groups
from toolkit.store import State
from toolkit.workflow.present import VoteRound, load_state, load_vote_rounds
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.proposals import propose

_FROM_EXPORT = {"n_groups": None, "recompute": False}


def update_opinions(
    workshop: Workshop,
    *,
    n_groups: int | None = None,
    recompute: bool = False,
    imported: bool = False,
    progress: Progress = no_progress,
) -> OpinionGroups:
    """Find opinion groups if the votes, the background statements or the settings have changed.

    When there is an earlier round of votes, the two are compared as well; see ``load_rounds``.

    Parameters
    ----------
    n_groups, recompute
        Compute the groups from the votes. Stays so until something else is asked for.
    imported
        Go back to the groups of the export.

    Raises
    ------
    TooEarly
        If the workshop has no votes.
    """

    def find(state: State) -> Mapping[str, Any] | None:
        progress(0.1, _("Reading the votes"))
        rounds = load_vote_rounds(workshop, state=state)
        if not rounds:
            msg = N_("There are no votes. Import the export of a Polis conversation first.")
            raise TooEarly(msg)
        settings = state.group_input.get("settings", _FROM_EXPORT)
        if imported:
            settings = _FROM_EXPORT
        elif recompute or n_groups is not None:
            settings = {"n_groups": n_groups, "recompute": True}
        wanted = _input(state, rounds, settings)
        if state.opinion_groups is not None and _same(state.group_input, wanted):
            return None
        progress(0.4, _("Computing the opinion groups"))
        groups = find_opinion_groups(rounds[-1].votes, **settings)
        return {
            "result": store.to_plain(groups),
            "source_id": rounds[-1].source.id,
            "rounds": store.to_plain(_compare(rounds, groups)) if len(rounds) > 1 else None,
            "input": wanted,
        }

    propose(workshop, EventKind.OPINION_GROUPS_PROPOSED, find, rests_on=_what_groups_rest_on)
    found = load_state(workshop).opinion_groups
    assert found is not None  # noqa: S101 - it was there or was appended above
    return found


def _what_groups_rest_on(state: State) -> object:
    return [source.id for source in state.sources], state.background, state.group_input


def opinions_are_current(workshop: Workshop, *, state: State) -> bool:
    """Whether the groups of a state are of its votes and of what people say of them."""
    rounds = load_vote_rounds(workshop, state=state)
    settings = state.group_input.get("settings", _FROM_EXPORT)
    return not rounds or _same(state.group_input, _input(state, rounds, settings))


def _input(
    state: State, rounds: Sequence[VoteRound], settings: Mapping[str, Any]
) -> Mapping[str, Any]:
    return {
        "sources": [one.source.id for one in rounds],
        "background": sorted(state.background.items()),
        "settings": settings,
    }


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two inputs are equal as the log would have them."""
    return store.to_text(one) == store.to_text(other)


def _compare(rounds: tuple[VoteRound, ...], groups: OpinionGroups) -> RoundComparison:
    before, after = rounds
    earlier = find_opinion_groups(before.votes)
    same_people = before.source.board == after.source.board
    return compare_rounds((before.votes, earlier), (after.votes, groups), same_people=same_people)


def load_rounds(
    workshop: Workshop, *, state: State | None = None
) -> tuple[RoundComparison, OpinionGroups] | None:
    """Return the last two rounds of votes compared, and the groups of the later one.

    None when there is only one round, or the groups have not been computed.
    """
    state = state or load_state(workshop)
    if state.rounds is None or state.opinion_groups is None:
        return None
    return state.rounds, state.opinion_groups
