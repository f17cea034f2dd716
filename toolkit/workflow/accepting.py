"""Decisions in force on a draft, and accepting all that waits at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from toolkit.domain import EventKind, Review, Workshop
from toolkit.store import State
from toolkit.workflow.decisions import decide
from toolkit.workflow.present import load_state
from toolkit.workflow.reviewing import load_draft, merge_draft


def load_reviews(
    workshop: Workshop,
    *,
    type: str = "julkilausuma",  # noqa: A002
    language: str = "",
) -> tuple[Review, ...]:
    """Return the decisions in force on the paragraphs of a draft; none without a draft."""
    state = load_state(workshop)
    if state.draft(type, language) is None:
        return ()
    return merge_draft(state, type=type, language=language).reviews


def accept_waiting(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    language: str = "",
    actor: str,
) -> int:
    """Accept, in one person's name and as one decision, every paragraph that waits.

    Where a person's words stand although the tool's have changed, those words are accepted.

    Returns
    -------
    int
        How many there were.

    Raises
    ------
    TooEarly
        If there is no draft.
    Conflict
        If the draft or a decision changed meanwhile: nobody accepts what they have not seen.
    """
    state = load_state(workshop)
    load_draft(workshop, type=type, language=language, state=state)
    payload = accept_payload(state, type=type, language=language)
    if payload["block_ids"]:
        decide(
            workshop,
            EventKind.PARAGRAPHS_ACCEPTED,
            payload,
            actor=actor,
            expected_seq=state.seq,
        )
    return len(payload["block_ids"])


def accept_payload(
    state: State,
    *,
    type: str,  # noqa: A002
    language: str = "",
    block_ids: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return what accepting paragraphs that wait puts into the log.

    Parameters
    ----------
    block_ids
        Which ones, those that do not wait passed over; all unless given.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    merged = merge_draft(state, type=type, language=language)
    ids = [block.id for block in merged.waiting if block_ids is None or block.id in block_ids]
    texts = {block_id: merged.standing_text(block_id) for block_id in ids}
    return {
        "type": type,
        "language": merged.draft.language,
        "block_ids": ids,
        "texts": {block_id: text for block_id, text in texts.items() if text},
    }
