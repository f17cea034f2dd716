"""The log folded line by line into the present state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from toolkit.codec import from_plain
from toolkit.domain import (
    Comment,
    Event,
    EventKind,
    KindSuggestion,
    NoteKind,
    Offer,
    OpinionGroups,
    Receipt,
    Redaction,
    RoundComparison,
    Source,
    Theme,
    ThemeChanges,
)
from toolkit.domain.events import THEME_DECISIONS
from toolkit.store.event_log import events_in_force
from toolkit.store.folding_proceedings import STEPS as PROCEEDINGS_STEPS
from toolkit.store.folding_returned import STEPS as RETURNED_STEPS
from toolkit.store.folding_reviews import STEPS as REVIEW_STEPS
from toolkit.store.state import State


def fold(events: Iterable[Event]) -> State:
    """Return the state that a whole log leads to."""
    listed = tuple(events)
    state = State(seq=listed[-1].seq if listed else 0)
    for event in events_in_force(listed):
        state = _step(state, event)
    return _with_group_names(state)


def _step(state: State, event: Event) -> State:
    if event.kind in THEME_DECISIONS:
        return replace(state, theme_decisions=(*state.theme_decisions, event))
    if event.kind is EventKind.NOTE_PLACED:
        return replace(state, placements=(*state.placements, event))
    step = _STEPS.get(event.kind)
    return step(state, event) if step else state


def _imported(state: State, event: Event) -> State:
    payload = event.payload
    labels = {key: (ref, language) for key, (ref, language) in payload["labels"].items()}
    return replace(
        state,
        sources=(*state.sources, from_plain(Source, payload["source"])),
        receipts=(*state.receipts, from_plain(Receipt, payload["receipt"])),
        labels={**state.labels, **labels},
    )


def _words_masked(state: State, event: Event) -> State:
    """Add decisions on personal data to those made when the exports came in."""
    decided = {
        source_id: tuple(from_plain(Redaction, one) for one in listed)
        for source_id, listed in event.payload["redactions"].items()
    }
    sources = (
        replace(source, redactions=(*source.redactions, *decided.get(source.id, ())))
        for source in state.sources
    )
    return replace(state, sources=tuple(sources))


def _archived(state: State, event: Event) -> State:
    return replace(state, is_archived=bool(event.payload["archived"]))


def _themes_proposed(state: State, event: Event) -> State:
    payload = event.payload
    changes = payload.get("changes")
    return replace(
        state,
        proposed_themes=tuple(from_plain(Theme, theme) for theme in payload["themes"]),
        theme_offers=tuple(from_plain(Offer, offer) for offer in payload.get("offers", ())),
        theme_changes=changes and from_plain(ThemeChanges, changes),
        theme_input=payload["input"],
    )


def _kinds_proposed(state: State, event: Event) -> State:
    kinds = tuple(from_plain(KindSuggestion, one) for one in event.payload["kinds"])
    return replace(state, proposed_kinds=kinds, kind_input=event.payload["input"])


def _kind_decided(state: State, event: Event) -> State:
    decided = {event.payload["note_id"]: NoteKind(event.payload["kind"])}
    return replace(state, decided_kinds={**state.decided_kinds, **decided})


def _groups_proposed(state: State, event: Event) -> State:
    groups = from_plain(OpinionGroups, event.payload["result"])
    rounds = event.payload.get("rounds")
    return replace(
        state,
        opinion_groups=groups,
        rounds=rounds and from_plain(RoundComparison, rounds),
        votes_id=event.payload["source_id"],
        group_input=event.payload.get("input", {}),
    )


def _statement_marked(state: State, event: Event) -> State:
    marked = {event.payload["statement_id"]: bool(event.payload["is_meta"])}
    return replace(state, background={**state.background, **marked})


def _group_named(state: State, event: Event) -> State:
    groups = state.opinion_groups.groups if state.opinion_groups else ()
    people = {group.id: frozenset(group.participant_ids) for group in groups}
    group_id = event.payload["group_id"]
    named = (group_id, people.get(group_id, frozenset()), event.payload["name"])
    return replace(state, group_names=(*state.group_names, named))


def _coded(state: State, event: Event) -> State:
    codes = {**state.codings.get(event.actor, {}), **event.payload["codes"]}
    return replace(state, codings={**state.codings, event.actor: codes})


def _comment_added(state: State, event: Event) -> State:
    payload = event.payload
    comment = Comment(
        id=str(event.seq),
        block_id=payload["block_id"],
        text=payload["text"],
        author=event.actor,
        made_at=event.at,
    )
    kind = payload["type"]
    listed = (*state.comments.get(kind, ()), comment)
    return replace(state, comments={**state.comments, kind: listed})


def _comment_handled(state: State, event: Event) -> State:
    payload, kind = event.payload, event.payload["type"]
    done = {"handled_by": event.actor, "answer": payload.get("answer", "")}
    listed = tuple(
        replace(one, **done) if one.id == payload["comment_id"] else one
        for one in state.comments.get(kind, ())
    )
    return replace(state, comments={**state.comments, kind: listed})


def _published(state: State, event: Event) -> State:
    sent, file = event.payload.get("sent"), event.payload["file"]
    is_copy = event.payload.get("working_copy", False)
    return replace(
        state,
        published=(*state.published, file),
        finished=state.finished if is_copy else (*state.finished, file),
        sent={**state.sent, sent["id"]: sent} if sent else state.sent,
    )


def _with_group_names(state: State) -> State:
    """Give a group the name that people gave to it: to at least half of the same people.

    Where nobody knows who is in the groups, the letter has to do.
    """
    if state.opinion_groups is None:
        return state
    named = []
    for group in state.opinion_groups.groups:
        here = group.id, frozenset(group.participant_ids)
        names = [name for key, people, name in state.group_names if _same(here, (key, people))]
        named.append(replace(group, name=names[-1] if names else ""))
    return replace(state, opinion_groups=replace(state.opinion_groups, groups=tuple(named)))


def _same(one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> bool:
    if not one[1] and not other[1]:
        return one[0] == other[0]
    return len(one[1] & other[1]) * 2 > len(one[1] | other[1])


_STEPS: Mapping[EventKind, Callable[[State, Event], State]] = {
    EventKind.WORKSHOP_ARCHIVED: _archived,
    EventKind.SOURCE_IMPORTED: _imported,
    EventKind.WORDS_MASKED: _words_masked,
    EventKind.THEMES_PROPOSED: _themes_proposed,
    EventKind.KINDS_PROPOSED: _kinds_proposed,
    EventKind.KIND_DECIDED: _kind_decided,
    EventKind.OPINION_GROUPS_PROPOSED: _groups_proposed,
    EventKind.GROUP_NAMED: _group_named,
    EventKind.STATEMENT_MARKED: _statement_marked,
    EventKind.SHEET_CODED: _coded,
    EventKind.COMMENT_ADDED: _comment_added,
    EventKind.COMMENT_HANDLED: _comment_handled,
    EventKind.DOCUMENT_PUBLISHED: _published,
    **PROCEEDINGS_STEPS,
    **RETURNED_STEPS,
    **REVIEW_STEPS,
}
