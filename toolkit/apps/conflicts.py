"""Whether two people who decided at the same time decided on the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from toolkit.domain import Event, EventKind

_THEME_KEYS = {"theme_id", "theme_ids", "into", "note_id", "note_ids"}
_QUIET = {
    EventKind.WORKSHOP_CREATED,
    EventKind.WORKSHOP_DESCRIBED,
    EventKind.WORKSHOP_ARCHIVED,
    EventKind.WORKSHOP_COPIED,
    EventKind.SOURCE_IMPORTED,
    EventKind.COMMENT_ADDED,
    EventKind.COMMENT_HANDLED,
    EventKind.WORDING_PROPOSED,
    EventKind.DOCUMENT_PUBLISHED,
}


def clashes(payload: Mapping[str, Any], later: Iterable[Event]) -> tuple[Event, ...]:
    """Return what happened meanwhile that touches what somebody is deciding on.

    Parameters
    ----------
    payload
        Of the decision about to be recorded.
    later
        The lines added to the log after the person last saw it.
    """
    return tuple(event for event in later if _touches(event, payload))


def _touches(event: Event, payload: Mapping[str, Any]) -> bool:
    match event.kind:
        case kind if kind in _QUIET:
            return False
        case EventKind.UNDONE | EventKind.REDONE:  # it may have put anything back
            return True
        case EventKind.THEMES_PROPOSED:
            return not _THEME_KEYS.isdisjoint(payload)
        case EventKind.OPINION_GROUPS_PROPOSED:
            return "group_id" in payload
        case EventKind.DRAFT_COMPOSED:
            return bool(event.payload["type"] == payload.get("type"))
        case _:
            return not _subjects(event.payload).isdisjoint(_subjects(payload))


def _subjects(payload: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return what a decision is about, each id with the kind of thing it names."""
    if "note_id" in payload:  # where it goes is not changed by its coming
        return {("note", payload["note_id"])}
    if "proposal_id" in payload:  # a plan is in no decision's way
        return {("decision" if "outcome" in payload else "plan", payload["proposal_id"])}
    if "type" in payload:
        blocks = {*payload.get("block_ids", [payload.get("block_id")])}
        blocks |= {*payload.get("edits", ()), *payload.get("rejected", ())}  # of a change taken
        return {(payload["type"], block_id) for block_id in blocks}
    if "group_id" in payload:
        return {("group", payload["group_id"])}
    if "statement_id" in payload:
        return {("statement", payload["statement_id"])}
    if "note_ids" in payload and "label" not in payload:  # a move: the theme does not change by it
        return {("note", note_id) for note_id in payload["note_ids"]}
    parts = [note_id for part in payload.get("parts", ()) for note_id in part["note_ids"]]
    notes = {("note", note_id) for note_id in (*payload.get("note_ids", ()), *parts)}
    themes = (payload.get("theme_id"), *payload.get("theme_ids", ()))
    return notes | {("theme", theme_id) for theme_id in themes if theme_id}
