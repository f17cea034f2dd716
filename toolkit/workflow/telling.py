"""The log in words, with the labels and names that people know in place of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Any

from toolkit import store
from toolkit.domain import REST_ID, Event, Workshop
from toolkit.paragraphs import block_text
from toolkit.store import State
from toolkit.themes.memberships import REST_LABEL
from toolkit.workflow.present import applied_themes


def describe_events(workshop: Workshop, events: Sequence[Event]) -> list[str]:
    """Return a line for every event, in the current language.

    Notes and statements go by their citation labels, themes by their names, those that are gone by
    the last name they had, paragraphs and changes of them by how they begin.
    """
    log = store.load_events(workshop)
    state = store.fold(log)
    names = theme_names(log, state)
    return [store.summarise(replace(e, payload=_named(e.payload, state, names))) for e in events]


def theme_names(log: Iterable[Event], state: State) -> dict[str, str]:
    """Return theme id → the name it has now or had last, of every theme of a log."""
    names = {**_names_given(log), REST_ID: REST_LABEL}
    return names | {theme.id: theme.label for theme in applied_themes(state)}


def _names_given(log: Iterable[Event]) -> dict[str, str]:
    """Return every theme id of the log with the last name that came with it."""
    names: dict[str, str] = {}
    for event in log:
        payload = event.payload
        for theme in (*payload.get("themes", ()), *payload.get("parts", ())):
            names[theme.get("id", "")] = theme.get("label", "")
        if "theme_id" in payload and "label" in payload:
            names[payload["theme_id"]] = payload["label"]
    return names


def _named(payload: Mapping[str, Any], state: State, names: Mapping[str, str]) -> dict[str, Any]:
    named = dict(payload)
    for key in ("note_id", "statement_id", "proposal_id"):
        if named.get(key) in state.labels:
            named[key] = state.labels[named[key]][0]
    for key in ("theme_id", "into"):
        if key in named:
            named[key] = names.get(named[key]) or named[key]
    block_id, kind = named.get("block_id"), named.get("type", "")
    for change in state.returned.get(kind, ()):
        if change.id == named.get("change_id"):
            text = change.comment or change.after or change.before
            named["change_id"] = shorten(text, width=50, placeholder=" …")
    draft = state.draft(kind, named.get("language", ""))
    for block in draft.blocks if draft and block_id else ():
        if draft and block.id == block_id:
            text = block_text(block, refs={}, language=draft.language)
            named["block_id"] = shorten(text, width=50, placeholder=" …")
    return named
