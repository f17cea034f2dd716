"""Decisions on paragraphs, folded from the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.domain import Decision, Event, Review
from toolkit.store.state import State


def with_reviews(
    state: State, event: Event, block_ids: Iterable[str], decision: Decision, *, text: str = ""
) -> State:
    """Add a person's decision on blocks of a document, with the words they have now.

    Parameters
    ----------
    text
        The new wording of an edit; by default what the event says.
    """
    kind = event.payload["type"]
    made = []
    for block_id in block_ids:
        added = state.added(kind, block_id)
        if added and decision is Decision.ACCEPT:
            continue  # whoever added it has accepted it
        review = Review(
            block_id=block_id,
            decision=decision,
            text=text or event.payload.get("text", "") if decision is Decision.EDIT else "",
            author=event.actor,
            made_at=event.at,
            after=added.after if added else None,
            place=added.place if added else 0,
        )
        made.append((review, state.block(kind, block_id)))
    return replace(state, decided={**state.decided, kind: (*state.decided.get(kind, ()), *made)})
