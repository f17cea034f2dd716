"""What people decided of themes: renamed, merged, notes moved and set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit.domain import REST_ID, Event, EventKind, Theme

REST_LABEL = "Muut"
MAX_KEYWORDS = 8
MAX_CENTRAL = 5


def apply_decisions(themes: Sequence[Theme], events: Iterable[Event]) -> tuple[Theme, ...]:
    """Return ``themes`` as people have decided them to be.

    Parameters
    ----------
    themes
        As the machine proposed them.
    events
        In order, without undone ones. Other kinds of event are passed over, and so are decisions
        about themes or notes that are no longer there (``stale_decisions`` lists them).

    Returns
    -------
    tuple of Theme
        In the order given, the rest last. A note stands in one theme, or in none if it was set
        aside. An emptied theme is gone.
    """
    return _decide(themes, events)[0]


def stale_decisions(themes: Sequence[Theme], events: Iterable[Event]) -> tuple[Event, ...]:
    """Return those decisions among ``events`` that no longer apply to ``themes``, in order."""
    return _decide(themes, events)[1]


def _decide(
    themes: Sequence[Theme], events: Iterable[Event]
) -> tuple[tuple[Theme, ...], tuple[Event, ...]]:
    state = {theme.id: theme for theme in themes}
    stale = []
    merged_into: dict[str, str] = {}
    for event in events:
        decided = _step(state, event, merged_into)
        if decided is None:
            stale.append(event)
            continue
        state = decided
        if event.kind is EventKind.THEMES_MERGED:
            into = event.payload["into"]
            merged_into |= {key: into for key in event.payload["theme_ids"] if key != into}
    return tuple(sorted(state.values(), key=lambda theme: theme.is_rest)), tuple(stale)


def _step(
    state: dict[str, Theme], event: Event, merged_into: Mapping[str, str]
) -> dict[str, Theme] | None:
    """Return the themes after ``event``; None when it no longer applies."""
    payload: Any = event.payload
    match event.kind:
        case EventKind.THEME_RENAMED:
            return _rename(state, payload["theme_id"], payload["label"], event.actor)
        case EventKind.THEMES_MERGED:
            merged = _merge(state, payload["theme_ids"], payload["into"])
            label = payload.get("label")
            if merged and label:
                return _rename(merged, payload["into"], label, event.actor)
            return merged
        case EventKind.NOTE_MOVED:
            theme_id = _follow(payload["theme_id"], state, merged_into)
            return _move(state, payload["note_id"], theme_id)
        case EventKind.NOTE_SET_ASIDE:
            return _without(state, payload["note_id"])
        case _:
            return state


def _follow(theme_id: str, state: Mapping[str, Theme], merged_into: Mapping[str, str]) -> str:
    """Return where a theme has gone, when somebody merged it away a moment earlier."""
    while theme_id not in state and theme_id in merged_into:
        theme_id = merged_into[theme_id]
    return theme_id


def _rename(
    state: dict[str, Theme], theme_id: str, label: str, actor: str
) -> dict[str, Theme] | None:
    if theme_id not in state:
        return None
    return {**state, theme_id: replace(state[theme_id], label=label, named_by=actor)}


def _merge(state: dict[str, Theme], theme_ids: Sequence[str], into: str) -> dict[str, Theme] | None:
    others = [state[other] for other in theme_ids if other in state and other != into]
    if into not in state or not others:
        return None
    parts = (state[into], *others)
    merged = replace(
        state[into],
        note_ids=tuple(sorted({note_id for part in parts for note_id in part.note_ids})),
        keywords=_take_turns([part.keywords for part in parts], MAX_KEYWORDS),
        central_ids=_take_turns([part.central_ids for part in parts], MAX_CENTRAL),
        stability=None,
    )
    gone = {other.id for other in others}
    return {
        theme_id: merged if theme_id == into else theme
        for theme_id, theme in state.items()
        if theme_id not in gone
    }


def _move(state: dict[str, Theme], note_id: str, theme_id: str) -> dict[str, Theme] | None:
    home = _home(state, note_id)
    if home is None or (theme_id not in state and theme_id != REST_ID):
        return None
    if home == theme_id:
        return state
    state = _without(state, note_id)
    target = state.get(theme_id) or Theme(id=REST_ID, label=REST_LABEL, note_ids=())
    note_ids = tuple(sorted((*target.note_ids, note_id)))
    return {**state, theme_id: replace(target, note_ids=note_ids)}


def _without(state: dict[str, Theme], note_id: str) -> dict[str, Theme]:
    """Return the themes without a note; as they are when no theme holds it."""
    home = _home(state, note_id)
    if home is None:
        return state
    theme = state[home]
    note_ids = tuple(other for other in theme.note_ids if other != note_id)
    if not note_ids:
        return {theme_id: theme for theme_id, theme in state.items() if theme_id != home}
    central_ids = tuple(other for other in theme.central_ids if other != note_id)
    # A theme that lost its middle is still quoted by something it holds.
    central_ids = central_ids or (() if theme.is_rest else note_ids[:1])
    return {**state, home: replace(theme, note_ids=note_ids, central_ids=central_ids)}


def _home(state: dict[str, Theme], note_id: str) -> str | None:
    return next((theme.id for theme in state.values() if note_id in theme.note_ids), None)


def _take_turns(rows: Sequence[tuple[str, ...]], n: int) -> tuple[str, ...]:
    """Return the first ``n`` different items, one from every row in turn."""
    longest = max(map(len, rows))
    turns = (row[place] for place in range(longest) for row in rows if place < len(row))
    return tuple(dict.fromkeys(turns))[:n]
