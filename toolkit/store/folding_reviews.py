"""Drafts and what people decided of them, folded from the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from toolkit.codec import from_plain
from toolkit.domain import Decision, Draft, Event, EventKind, Review
from toolkit.standing import Decided
from toolkit.store.state import State


def _draft_composed(state: State, event: Event) -> State:
    draft = from_plain(Draft, event.payload["draft"])
    return replace(
        state,
        drafts={**state.drafts, draft.type: draft},
        written={**state.written, (draft.type, draft.language): draft},
    )


def _paragraph_decided(state: State, event: Event) -> State:
    decision = Decision(event.payload["decision"])
    return with_reviews(state, event, [event.payload["block_id"]], decision)


def _paragraphs_accepted(state: State, event: Event) -> State:
    return with_reviews(state, event, event.payload["block_ids"], Decision.ACCEPT)


def _paragraph_edited(state: State, event: Event) -> State:
    return with_reviews(state, event, [event.payload["block_id"]], Decision.EDIT)


def _paragraph_locked(state: State, event: Event) -> State:
    block_id, key = event.payload["block_id"], key_of(state, event)
    pairs = list(state.decided.get(key, ()))
    for place, (review, block) in reversed(list(enumerate(pairs))):
        if review.block_id == block_id:
            pairs[place] = replace(review, locked=bool(event.payload["locked"])), block
            break
    return replace(state, decided={**state.decided, key: tuple(pairs)})


def with_reviews(
    state: State,
    event: Event,
    block_ids: Iterable[str],
    decision: Decision,
    *,
    texts: Mapping[str, str] | None = None,
) -> State:
    """Add a person's decision on blocks of a document, with the words they have now.

    Parameters
    ----------
    texts
        Block id → the words decided on; by default what the event says.
    """
    key, payload = key_of(state, event), event.payload
    earlier = state.decided.get(key, ())
    locked = {review.block_id: review.locked for review, _block in earlier}
    # Who accepts words that are not the tool's own accepts them word for word.
    texts = texts or payload.get("texts") or {i: payload.get("text", "") for i in block_ids}
    made: list[Decided] = []
    for block_id in block_ids:
        added = state.added(key[0], block_id, language=key[1])
        if added and decision is Decision.ACCEPT:
            continue  # whoever added it has accepted it
        text = texts.get(block_id, "") if decision is not Decision.REJECT else ""
        review = Review(
            block_id=block_id,
            decision=Decision.EDIT if text else decision,
            text=text,
            author=event.actor,
            made_at=event.at,
            locked=locked.get(block_id, False),
            after=added.after if added else None,
            place=added.place if added else 0,
        )
        made.append((review, state.block(key[0], block_id, language=key[1])))
    return replace(state, decided={**state.decided, key: (*earlier, *made)})


def key_of(state: State, event: Event) -> tuple[str, str]:
    """Return the type and the language of the draft that a decision was made on."""
    kind: str = event.payload["type"]
    newest = state.drafts.get(kind)
    return kind, event.payload.get("language") or (newest.language if newest else "")


STEPS: Mapping[EventKind, Callable[[State, Event], State]] = {
    EventKind.DRAFT_COMPOSED: _draft_composed,
    EventKind.PARAGRAPH_DECIDED: _paragraph_decided,
    EventKind.PARAGRAPHS_ACCEPTED: _paragraphs_accepted,
    EventKind.PARAGRAPH_EDITED: _paragraph_edited,
    EventKind.PARAGRAPH_LOCKED: _paragraph_locked,
}
