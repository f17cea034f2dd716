"""The codes that coders have handed in, among the themes as they are now."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit import themes
from toolkit.domain import REST_ID, EventKind
from toolkit.store import State
from toolkit.workflow.present import Present, applied_themes

SETTLES = "coding"


def follow_codes(state: State) -> dict[str, dict[str, str]]:
    """Return coder → note id → theme id: where a theme was merged away, the one it went into."""
    merged = _merged(state)
    return {
        coder: {note_id: _follow(code, merged) for note_id, code in codes.items()}
        for coder, codes in state.codings.items()
    }


def themes_compared(present: Present) -> set[str]:
    """Return the ids of the themes whose codes are compared.

    Settling may empty a theme: it takes no code out of what was measured before it.
    """
    state = present.state
    decisions = [e for e in state.theme_decisions if e.payload.get("settles") != SETTLES]
    unsettled = themes.apply_decisions(state.proposed_themes, decisions)
    return {REST_ID, *(theme.id for theme in (*present.themes, *unsettled))}


def settled_themes(state: State) -> dict[str, str]:
    """Return note id → id of the theme that somebody settled on."""
    merged = _merged(state)
    return {
        event.payload["note_id"]: _follow(event.payload["theme_id"], merged)
        for event in state.theme_decisions
        if event.kind is EventKind.NOTE_MOVED and event.payload.get("settles") == SETTLES
    }


def _merged(state: State) -> dict[str, str]:
    """Return theme id → the theme it was merged into, of themes that are no longer there."""
    there = {theme.id for theme in applied_themes(state)}
    return {
        theme_id: event.payload["into"]
        for event in state.theme_decisions
        if event.kind is EventKind.THEMES_MERGED
        for theme_id in event.payload["theme_ids"]
        if theme_id not in there and theme_id != event.payload["into"]
    }


def _follow(theme_id: str, merged: Mapping[str, str]) -> str:
    left = dict(merged)  # each step is taken once, so that no circle is endless
    while theme_id in left:
        theme_id = left.pop(theme_id)
    return theme_id
