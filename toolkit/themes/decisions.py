"""What people decided of themes: named, merged, split, locked, notes moved and set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit.domain import REST_ID, Event, EventKind, Offer, Theme
from toolkit.themes.memberships import (
    Themes,
    gather,
    home_of,
    merge,
    place,
    place_statement,
    split,
    without,
)


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


def decided_themes(events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of the themes that ``events`` speak of, *Muut* left out.

    They must be there when themes are found again, or what people decided would not stand.
    """
    named: set[str] = set()
    for event in events:
        payload: Any = event.payload
        match event.kind:
            case EventKind.THEMES_MERGED:
                named |= {payload["into"], *payload["theme_ids"]}
            case EventKind.THEME_SPLIT:
                named |= {payload["theme_id"], *(part["id"] for part in payload["parts"])}
            case _ if "theme_id" in payload:
                named.add(payload["theme_id"])
            case _:
                pass
    return frozenset(named - {REST_ID})


def open_offers(offers: Iterable[Offer], themes: Sequence[Theme]) -> tuple[Offer, ...]:
    """Return the offers on which nobody has decided yet, in order, for ``themes`` as they are.

    An offer falls when a person places its note or sets it aside, or when its themes are gone.
    """
    by_id = {theme.id: theme for theme in themes}
    placed = {note_id for theme in themes for note_id in theme.placed_ids}
    still = []
    for offer in offers:
        home = home_of(by_id, offer.note_id)
        there = [t for t in (offer.theme_id, offer.second_id) if t in by_id]
        first, second = (*there, "", "")[:2]
        if home is not None and first not in ("", home) and offer.note_id not in placed:
            still.append(replace(offer, theme_id=first, second_id=second))
    return tuple(still)


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


def _step(state: Themes, event: Event, merged_into: Mapping[str, str]) -> Themes | None:
    """Return the themes after ``event``; None when it no longer applies."""
    payload: Any = event.payload
    match event.kind:
        case EventKind.THEMES_MERGED:
            merged = merge(state, payload["theme_ids"], payload["into"])
            label = payload.get("label")
            if merged and label:
                return _change(merged, payload["into"], label=label, named_by=event.actor)
            return merged
        case EventKind.THEME_SPLIT:
            return split(state, payload["theme_id"], payload["parts"], event.actor)
        case EventKind.THEME_ADDED:
            wanted = {key: payload[key] for key in ("theme_id", "label", "note_ids")}
            return gather(state, **wanted, actor=event.actor)
        case EventKind.NOTE_MOVED if "statement_id" in payload:
            theme_id = _follow(payload["theme_id"], state, merged_into)
            return place_statement(state, payload["statement_id"], theme_id)
        case EventKind.NOTE_MOVED | EventKind.NOTE_PINNED:
            theme_id = _follow(payload["theme_id"], state, merged_into)
            note_ids = payload["note_ids"] if "note_ids" in payload else [payload["note_id"]]
            return place(state, note_ids, theme_id)
        case EventKind.NOTE_SET_ASIDE:
            return without(state, [payload["note_id"]])
        case _:
            return _say(state, event)


def _say(state: Themes, event: Event) -> Themes | None:
    """Return the themes after a decision that leaves every note where it is."""
    payload: Any = event.payload
    match event.kind:
        case EventKind.THEME_RENAMED:
            new = {"label": payload["label"], "named_by": event.actor}
        case EventKind.THEME_LOCKED:
            new = {"locked": payload["locked"]}
        case EventKind.THEME_DESCRIBED:
            new = {key: payload.get(key, "") for key in ("description", "includes", "near_misses")}
        case _:
            return state
    return _change(state, payload["theme_id"], **new)


def _change(state: Themes, theme_id: str, **new: Any) -> Themes | None:  # noqa: ANN401
    if theme_id not in state:
        return None
    return {**state, theme_id: replace(state[theme_id], **new)}


def _follow(theme_id: str, state: Mapping[str, Theme], merged_into: Mapping[str, str]) -> str:
    """Return where a theme has gone, when somebody merged it away a moment earlier."""
    while theme_id not in state and theme_id in merged_into:
        theme_id = merged_into[theme_id]
    return theme_id
