"""The present state of a workshop: the fold of its log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from toolkit.domain import (
    Block,
    Comment,
    Decision,
    Draft,
    Event,
    EventKind,
    OpinionGroups,
    Receipt,
    Review,
    RoundComparison,
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
        Digest of the notes the proposal was computed from, and its settings.
    theme_decisions
        Events that ``themes.apply_decisions`` applies, in order.
    placements
        Notes that people have placed in frameworks; ``frameworks.apply_placements`` applies them.
    rounds
        The last round of votes beside the one before it; None when there is only one.
    votes_id
        Id of the source the opinion groups were computed from.
    group_input
        Everything they and the rounds were computed from, and with what settings.
    background
        Statement id → whether people say that it is a background statement.
    drafts, comments
        By document type.
    decided
        Document type → every review in force, oldest first, with the block it was made on.
    group_names
        Triples of the id of a group, the people it had when it was named, and the name; oldest
        first.
    """

    seq: int = 0
    sources: tuple[Source, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    proposed_themes: tuple[Theme, ...] = ()
    theme_input: Mapping[str, Any] = field(default_factory=dict)
    theme_decisions: tuple[Event, ...] = ()
    placements: tuple[Event, ...] = ()
    opinion_groups: OpinionGroups | None = None
    rounds: RoundComparison | None = None
    votes_id: str = ""
    group_input: Mapping[str, Any] = field(default_factory=dict)
    background: Mapping[str, bool] = field(default_factory=dict)
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    decided: Mapping[str, tuple[tuple[Review, Block | None], ...]] = field(default_factory=dict)
    group_names: tuple[tuple[str, frozenset[str], str], ...] = ()
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    published: tuple[str, ...] = ()

    @property
    def votes_receipt(self) -> Receipt | None:
        """The receipt of the export that the opinion groups were computed from."""
        pairs = zip(self.sources, self.receipts, strict=True)
        return next((receipt for source, receipt in pairs if source.id == self.votes_id), None)

    @property
    def reviews(self) -> Mapping[str, tuple[Review, ...]]:
        """By document type: the latest review of each block, made on the words it has now."""
        return {
            kind: tuple(
                {
                    review.block_id: review
                    for review, block in pairs
                    if block is not None and block == self.block(kind, review.block_id)
                }.values()
            )
            for kind, pairs in self.decided.items()
        }

    @property
    def stale_reviews(self) -> Mapping[str, tuple[Review, ...]]:
        """By document type: the latest review of each block whose words have changed since.

        It comes into force again when the words come back.
        """
        stale = {}
        for kind, pairs in self.decided.items():
            decided = {review.block_id for review in self.reviews[kind]}
            latest = {review.block_id: review for review, _block in pairs}
            stale[kind] = tuple(r for r in latest.values() if r.block_id not in decided)
        return stale

    def block(self, kind: str, block_id: str) -> Block | None:
        """Return a block of the draft of a type; None when there is none."""
        blocks = self.drafts[kind].blocks if kind in self.drafts else ()
        return next((block for block in blocks if block.id == block_id), None)


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


def _themes_proposed(state: State, event: Event) -> State:
    themes = tuple(from_plain(Theme, theme) for theme in event.payload["themes"])
    return replace(state, proposed_themes=themes, theme_input=event.payload["input"])


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


def _draft_composed(state: State, event: Event) -> State:
    draft = from_plain(Draft, event.payload["draft"])
    return replace(state, drafts={**state.drafts, draft.type: draft})


def _paragraph_decided(state: State, event: Event) -> State:
    decision = Decision(event.payload["decision"])
    return _with_reviews(state, event, [event.payload["block_id"]], decision)


def _paragraphs_accepted(state: State, event: Event) -> State:
    return _with_reviews(state, event, event.payload["block_ids"], Decision.ACCEPT)


def _paragraph_edited(state: State, event: Event) -> State:
    return _with_reviews(state, event, [event.payload["block_id"]], Decision.EDIT)


def _with_reviews(
    state: State, event: Event, block_ids: Iterable[str], decision: Decision
) -> State:
    kind = event.payload["type"]
    made = tuple(
        (
            Review(
                block_id=block_id,
                decision=decision,
                text=event.payload["text"] if decision is Decision.EDIT else "",
                author=event.actor,
                made_at=event.at,
            ),
            state.block(kind, block_id),
        )
        for block_id in block_ids
    )
    return replace(state, decided={**state.decided, kind: (*state.decided.get(kind, ()), *made)})


def _comment_added(state: State, event: Event) -> State:
    payload = event.payload
    comment = Comment(
        block_id=payload["block_id"], text=payload["text"], author=event.actor, made_at=event.at
    )
    kind = payload["type"]
    listed = (*state.comments.get(kind, ()), comment)
    return replace(state, comments={**state.comments, kind: listed})


def _published(state: State, event: Event) -> State:
    return replace(state, published=(*state.published, event.payload["file"]))


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
    EventKind.SOURCE_IMPORTED: _imported,
    EventKind.THEMES_PROPOSED: _themes_proposed,
    EventKind.OPINION_GROUPS_PROPOSED: _groups_proposed,
    EventKind.GROUP_NAMED: _group_named,
    EventKind.STATEMENT_MARKED: _statement_marked,
    EventKind.DRAFT_COMPOSED: _draft_composed,
    EventKind.PARAGRAPH_DECIDED: _paragraph_decided,
    EventKind.PARAGRAPHS_ACCEPTED: _paragraphs_accepted,
    EventKind.PARAGRAPH_EDITED: _paragraph_edited,
    EventKind.COMMENT_ADDED: _comment_added,
    EventKind.DOCUMENT_PUBLISHED: _published,
}
