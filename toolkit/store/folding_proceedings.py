"""What people recorded after the workshop, folded from the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from toolkit.codec import from_plain
from toolkit.domain import (
    Amendment,
    Answer,
    Document,
    Event,
    EventKind,
    HeardBody,
    Hearing,
    ProposalDecision,
    ProposalPlan,
    Role,
    Signature,
)
from toolkit.store.state import State

T = TypeVar("T")


def _quote_chosen(state: State, event: Event) -> State:
    choices = {**state.quote_choices, event.payload["note_id"]: event.payload["choice"]}
    kept = {note_id: choice for note_id, choice in choices.items() if choice != "free"}
    return replace(state, quote_choices=kept)


def _statement_chosen(state: State, event: Event) -> State:
    choices = {**state.talk_choices, event.payload["statement_id"]: event.payload["choice"]}
    kept = {key: choice for key, choice in choices.items() if choice != "free"}
    return replace(state, talk_choices=kept)


def _proposal_decided(state: State, event: Event) -> State:
    made = from_plain(ProposalDecision, event.payload)
    kept = _put(state.proceedings.decisions, made, key=lambda one: one.proposal_id)
    return replace(state, proceedings=replace(state.proceedings, decisions=kept))


def _proposal_planned(state: State, event: Event) -> State:
    made = from_plain(ProposalPlan, event.payload)
    kept = _put(state.proceedings.plans, made, key=lambda one: one.proposal_id)
    return replace(state, proceedings=replace(state.proceedings, plans=kept))


def _hearing_opened(state: State, event: Event) -> State:
    return _with_hearing(state, from_plain(Hearing, event.payload["hearing"]))


def _body_heard(state: State, event: Event) -> State:
    hearing = _hearing(state, event)
    made = from_plain(HeardBody, event.payload["body"])
    bodies = _put(hearing.bodies, made, key=lambda one: one.name)
    return _with_hearing(state, replace(hearing, bodies=bodies))


def _amendment_made(state: State, event: Event) -> State:
    hearing = _hearing(state, event)
    made = from_plain(Amendment, event.payload["amendment"])
    amendments = _put(hearing.amendments, made, key=lambda one: one.id)
    return _with_hearing(state, replace(hearing, amendments=amendments))


def _amendment_answered(state: State, event: Event) -> State:
    hearing, payload = _hearing(state, event), event.payload
    answered = tuple(
        replace(
            one,
            answer=Answer(payload["answer"]),
            reason=payload.get("reason", ""),
            changed=payload.get("changed", ""),
        )
        if one.id == payload["amendment_id"]
        else one
        for one in hearing.amendments
    )
    return _with_hearing(state, replace(hearing, amendments=answered))


def _role_given(state: State, event: Event) -> State:
    given = {event.payload["name"]: Role(event.payload["role"])}
    return replace(state, roles={**state.roles, **given})


def _signed(state: State, event: Event) -> State:
    payload = event.payload
    made = Signature(name=event.actor, role=payload["role"], at=event.at, sha256=payload["sha256"])
    kind = payload["type"]
    listed = (*state.signatures.get(kind, ()), made)
    return replace(
        state,
        signatures={**state.signatures, kind: listed},
        signed={**state.signed, kind: from_plain(Document, payload["document"])},
    )


def _hearing(state: State, event: Event) -> Hearing:
    kind = event.payload["type"]
    return state.hearings.get(kind) or Hearing(type=kind)


def _with_hearing(state: State, hearing: Hearing) -> State:
    # The one touched last stands last.
    others = {kind: one for kind, one in state.hearings.items() if kind != hearing.type}
    return replace(state, hearings={**others, hearing.type: hearing})


def _put(items: tuple[T, ...], made: T, *, key: Callable[[T], str]) -> tuple[T, ...]:
    """Put ``made`` in the place of what has its key, or last."""
    by_key = {key(one): one for one in items}
    return tuple({**by_key, key(made): made}.values())


STEPS: Mapping[EventKind, Callable[[State, Event], State]] = {
    EventKind.QUOTE_CHOSEN: _quote_chosen,
    EventKind.STATEMENT_CHOSEN: _statement_chosen,
    EventKind.PROPOSAL_DECIDED: _proposal_decided,
    EventKind.PROPOSAL_PLANNED: _proposal_planned,
    EventKind.HEARING_OPENED: _hearing_opened,
    EventKind.BODY_HEARD: _body_heard,
    EventKind.AMENDMENT_MADE: _amendment_made,
    EventKind.AMENDMENT_ANSWERED: _amendment_answered,
    EventKind.ROLE_GIVEN: _role_given,
    EventKind.DOCUMENT_SIGNED: _signed,
}
