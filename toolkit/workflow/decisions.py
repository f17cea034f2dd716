"""What people decide, as lines of the log; a line that means nothing is refused."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from toolkit import store
from toolkit.domain import REST_ID, EventKind, Workshop
from toolkit.errors import BadName, Conflict, NoSuchThing
from toolkit.i18n import N_
from toolkit.store import State, append_event
from toolkit.workflow.present import applied_themes, load_state

_NEEDED: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.THEME_RENAMED: ("theme_id", "label"),
    EventKind.THEMES_MERGED: ("theme_ids", "into"),
    EventKind.NOTE_MOVED: ("note_id", "theme_id"),
    EventKind.NOTE_SET_ASIDE: ("note_id",),
    EventKind.NOTE_PLACED: ("framework_id", "note_id"),
    EventKind.GROUP_NAMED: ("group_id",),
    EventKind.STATEMENT_MARKED: ("statement_id",),
    EventKind.PARAGRAPH_DECIDED: ("type", "block_id", "decision"),
    EventKind.PARAGRAPH_EDITED: ("type", "block_id", "text"),
    EventKind.COMMENT_ADDED: ("type", "block_id", "text"),
    EventKind.UNDONE: ("seq",),
}


def create_workshop(folder: Path, *, title: str, actor: str, **details: Any) -> Workshop:  # noqa: ANN401
    """Make a new workshop and open its log.

    Raises
    ------
    BadName
        If the folder or the title cannot be used, or a shared database has the id already.
    """
    workshop = store.create_workshop(folder, title=title, **details)
    try:
        append_event(
            workshop,
            EventKind.WORKSHOP_CREATED,
            {"title": title},
            actor=actor,
            expected_seq=0,
        )
    except Conflict as error:
        store.remove_workshop(workshop)
        msg = N_("The database already has a workshop of this name: {name}. Choose another name.")
        raise BadName(msg, name=workshop.id) from error
    except BaseException:
        store.remove_workshop(workshop)
        raise
    return workshop


def decide(
    workshop: Workshop,
    kind: EventKind,
    payload: Mapping[str, Any],
    *,
    actor: str,
    expected_seq: int | None = None,
) -> None:
    """Record what a person decided.

    Raises
    ------
    BadName
        If a name or a text that the decision needs is empty.
    NoSuchThing
        If what it is about is not in the workshop.
    Conflict
        If somebody changed the workshop after ``expected_seq``.
    """
    empty = [key for key in _NEEDED.get(kind, ()) if not _says_something(payload.get(key))]
    if empty:
        msg = N_("Something is missing from the decision: {names}. Fill it in and try again.")
        raise BadName(msg, names=", ".join(empty))
    state = load_state(workshop)
    _check("decision", [payload.get("decision", "accept")], ("accept", "reject"))
    _check("theme_id", _themes_in(payload), _theme_ids(state))
    groups = state.opinion_groups.groups if state.opinion_groups else ()
    for key, known in (
        ("note_id", state.labels),
        ("statement_id", state.labels),
        ("group_id", [group.id for group in groups]),
    ):
        if key in payload:
            _check(key, [payload[key]], known)
    if "block_id" in payload and state.block(payload["type"], payload["block_id"]) is None:
        raise _missing("block_id", payload["block_id"])
    append_event(workshop, kind, payload, actor=actor, expected_seq=expected_seq)


def _says_something(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _themes_in(payload: Mapping[str, Any]) -> list[str]:
    single = [payload[key] for key in ("theme_id", "into") if key in payload]
    return [*single, *payload.get("theme_ids", ())]


def _theme_ids(state: State) -> set[str]:
    return {REST_ID, *(theme.id for theme in applied_themes(state))}


def _check(name: str, values: Collection[str], known: Collection[str]) -> None:
    for value in values:
        if value not in known:
            raise _missing(name, value)


def _missing(name: str, value: object) -> NoSuchThing:
    msg = N_("This is not in the workshop: {name} {value}. Somebody may have changed it.")
    return NoSuchThing(msg, name=name, value=value)
