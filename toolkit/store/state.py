"""The present state of a workshop: the fold of its log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.domain import (
    Comment,
    Decision,
    Draft,
    Event,
    EventKind,
    OpinionGroups,
    Receipt,
    Review,
    Source,
    Theme,
)
from toolkit.store.codec import from_plain
from toolkit.store.event_log import events_in_force

THEME_DECISIONS = frozenset(
    {
        EventKind.THEME_RENAMED,
        EventKind.THEMES_MERGED,
        EventKind.NOTE_MOVED,
        EventKind.NOTE_SET_ASIDE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the log says now. Theme decisions are listed, not yet applied.

    Attributes
    ----------
    seq
        The last line of the log; what decisions on this state are based on.
    labels
        Note id → pair of citation label and language, given at import.
    proposed_themes
        The machine's last proposal; empty before the first.
    theme_input
        What the proposal was computed from; see ``workflow``.
    theme_decisions
        Events that ``themes.apply_decisions`` applies, in order.
    votes_id
        Id of the source the opinion groups were computed from.
    drafts, reviews, stale_reviews, comments
        By document type. A review is stale when the words it was made on have changed since.
    """

    seq: int = 0
    sources: tuple[Source, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    proposed_themes: tuple[Theme, ...] = ()
    theme_input: str = ""
    theme_decisions: tuple[Event, ...] = ()
    opinion_groups: OpinionGroups | None = None
    votes_id: str = ""
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    draft_inputs: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    stale_reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    published: tuple[str, ...] = ()


def fold(events: Iterable[Event]) -> State:
    """Return the state that a whole log leads to."""
    listed = tuple(events)
    state = State(seq=listed[-1].seq if listed else 0)
    for event in events_in_force(listed):
        state = _step(state, event)
    return _with_group_names(state, listed)


def _step(state: State, event: Event) -> State:
    payload = event.payload
    match event.kind:
        case EventKind.SOURCE_IMPORTED:
            labels = {key: (ref, language) for key, (ref, language) in payload["labels"].items()}
            return replace(
                state,
                sources=(*state.sources, from_plain(Source, payload["source"])),
                receipts=(*state.receipts, from_plain(Receipt, payload["receipt"])),
                labels={**state.labels, **labels},
            )
        case EventKind.THEMES_PROPOSED:
            themes = tuple(from_plain(Theme, theme) for theme in payload["themes"])
            return replace(state, proposed_themes=themes, theme_input=payload["input"])
        case kind if kind in THEME_DECISIONS:
            return replace(state, theme_decisions=(*state.theme_decisions, event))
        case EventKind.OPINION_GROUPS_PROPOSED:
            groups = from_plain(OpinionGroups, payload["result"])
            return replace(state, opinion_groups=groups, votes_id=payload["source_id"])
        case EventKind.DRAFT_COMPOSED:
            return _with_draft(state, payload)
        case EventKind.PARAGRAPH_DECIDED | EventKind.PARAGRAPH_EDITED:
            return _with_review(state, event)
        case EventKind.COMMENT_ADDED:
            comment = Comment(
                block_id=payload["block_id"],
                text=payload["text"],
                author=event.actor,
                made_at=event.at,
            )
            kind = payload["type"]
            listed = (*state.comments.get(kind, ()), comment)
            return replace(state, comments={**state.comments, kind: listed})
        case EventKind.DOCUMENT_PUBLISHED:
            return replace(state, published=(*state.published, payload["file"]))
        case _:
            return state


def _with_draft(state: State, payload: Mapping[str, Any]) -> State:
    """Take the new draft; decisions on words that changed become stale, never lost."""
    draft = from_plain(Draft, payload["draft"])
    old = state.drafts.get(draft.type)
    unchanged = set()
    if old is not None:
        before = {block.id: block for block in old.blocks}
        unchanged = {block.id for block in draft.blocks if before.get(block.id) == block}
    reviews = state.reviews.get(draft.type, ())
    kept = tuple(review for review in reviews if review.block_id in unchanged)
    stale = tuple(review for review in reviews if review.block_id not in unchanged)
    stale = (*state.stale_reviews.get(draft.type, ()), *stale)
    return replace(
        state,
        drafts={**state.drafts, draft.type: draft},
        draft_inputs={**state.draft_inputs, draft.type: payload["input"]},
        reviews={**state.reviews, draft.type: kept},
        stale_reviews={**state.stale_reviews, draft.type: stale},
    )


def _with_review(state: State, event: Event) -> State:
    payload = event.payload
    edited = event.kind is EventKind.PARAGRAPH_EDITED
    review = Review(
        block_id=payload["block_id"],
        decision=Decision.EDIT if edited else Decision(payload["decision"]),
        text=payload["text"] if edited else "",
        author=event.actor,
        made_at=event.at,
    )
    kind = payload["type"]
    others = tuple(r for r in state.reviews.get(kind, ()) if r.block_id != review.block_id)
    return replace(state, reviews={**state.reviews, kind: (*others, review)})


def _with_group_names(state: State, events: tuple[Event, ...]) -> State:
    """Names people gave stand over any new computation."""
    if state.opinion_groups is None:
        return state
    names = {
        event.payload["group_id"]: event.payload["name"]
        for event in events_in_force(events)
        if event.kind is EventKind.GROUP_NAMED
    }
    groups = tuple(
        replace(group, name=names.get(group.id, group.name))
        for group in state.opinion_groups.groups
    )
    return replace(state, opinion_groups=replace(state.opinion_groups, groups=groups))
