"""Working copies that came back, folded from the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from toolkit.codec import from_plain
from toolkit.domain import (
    Comment,
    Decision,
    Event,
    EventKind,
    LinePart,
    ReturnedChange,
    Review,
)
from toolkit.domain.returned import ChangeKind
from toolkit.store.folding_reviews import key_of, with_reviews
from toolkit.store.state import State


def _changes_returned(state: State, event: Event) -> State:
    kind = event.payload["type"]
    listed = {change.id: change for change in state.returned.get(kind, ())}
    for plain in event.payload["changes"]:
        change = from_plain(ReturnedChange, plain)
        listed.setdefault(change.id, change)  # the same change of another file is no other change
    return replace(state, returned={**state.returned, kind: tuple(listed.values())})


def _wording_proposed(state: State, event: Event) -> State:
    """Fold a wording that somebody proposes here: a change that came without a file."""
    payload, kind = event.payload, event.payload["type"]
    change = ReturnedChange(
        id=f"ehdotus-{event.seq}",
        block_id=payload["block_id"],
        part=LinePart.TEXT,
        kind=ChangeKind.EDITED,
        before=payload["before"],
        after=payload["text"],
        author=event.actor,
        at=event.at,
        language=payload["language"],
    )
    listed = (*state.returned.get(kind, ()), change)
    return replace(state, returned={**state.returned, kind: listed})


def _change_decided(state: State, event: Event) -> State:
    """Fold what taking or leaving a change did, as it was worked out when it was decided."""
    payload, kind = event.payload, event.payload["type"]
    settled = {**state.settled.get(kind, {}), payload["change_id"]: payload["decision"]}
    state = replace(state, settled={**state.settled, kind: settled})
    for block_id, text in payload.get("edits", {}).items():
        state = with_reviews(state, event, [block_id], Decision.EDIT, texts={block_id: text})
    state = with_reviews(state, event, payload.get("rejected", ()), Decision.REJECT)
    for added in payload.get("added", ()):
        state = _with_added(state, event, added)
    comments = tuple(
        Comment(
            id=f"{event.seq}-{number}",
            block_id=comment["block_id"],
            text=comment["text"],
            author=comment["author"],
            made_at=event.at,
            brought_by=event.actor,
        )
        for number, comment in enumerate(payload.get("comments", ()))
    )
    listed = (*state.comments.get(kind, ()), *comments)
    return replace(state, comments={**state.comments, kind: listed}) if comments else state


def _with_added(state: State, event: Event, added: Mapping[str, object]) -> State:
    key = key_of(state, event)
    review = Review(
        block_id=str(added["block_id"]),
        decision=Decision.EDIT,
        text=str(added["text"]),
        author=event.actor,
        made_at=event.at,
        after=str(added["after"]),
        place=int(str(added["place"])),
    )
    listed = (*state.decided.get(key, ()), (review, None))
    return replace(state, decided={**state.decided, key: listed})


STEPS: Mapping[EventKind, Callable[[State, Event], State]] = {
    EventKind.CHANGES_RETURNED: _changes_returned,
    EventKind.WORDING_PROPOSED: _wording_proposed,
    EventKind.CHANGE_DECIDED: _change_decided,
}
