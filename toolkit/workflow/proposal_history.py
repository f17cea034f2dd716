"""What has been recorded of each proposal, the present and what it was before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from toolkit import store
from toolkit.domain import EventKind, ProposalDecision, ProposalPlan, Workshop

T = TypeVar("T")


class Recorded(NamedTuple, Generic[T]):
    """A decision or a plan as somebody recorded it."""

    what: T
    author: str
    at: dt.datetime


class ProposalHistory(NamedTuple):
    """What has been recorded of a proposal, newest first; what was undone is left out."""

    decisions: tuple[Recorded[ProposalDecision], ...] = ()
    plans: tuple[Recorded[ProposalPlan], ...] = ()


def load_proposal_history(workshop: Workshop) -> Mapping[str, ProposalHistory]:
    """Return the history of every proposal something has been recorded of, by its id."""
    found: dict[str, ProposalHistory] = {}
    for event in store.events_in_force(store.load_events(workshop)):
        if event.kind not in {EventKind.PROPOSAL_DECIDED, EventKind.PROPOSAL_PLANNED}:
            continue
        key = event.payload["proposal_id"]
        before = found.get(key, ProposalHistory())
        if event.kind is EventKind.PROPOSAL_DECIDED:
            decision = store.from_plain(ProposalDecision, event.payload)
            made = Recorded(decision, event.actor, event.at)
            found[key] = before._replace(decisions=(made, *before.decisions))
        else:
            plan = store.from_plain(ProposalPlan, event.payload)
            planned = Recorded(plan, event.actor, event.at)
            found[key] = before._replace(plans=(planned, *before.plans))
    return found
