"""Whether a decision on themes means something now, and leaves locked themes alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from toolkit import themes as themes_room
from toolkit.domain import REST_ID, Event, EventKind, Theme
from toolkit.errors import BadName, NoSuchThing, TooEarly
from toolkit.i18n import N_
from toolkit.store import State
from toolkit.themes.memberships import REST_LABEL
from toolkit.workflow.present import applied_themes

# A lock is opened by a lock decision, and confirming a place changes nothing.
_LEAVES_AS_IT_IS = {EventKind.THEME_LOCKED, EventKind.NOTE_PINNED}
# Muut is what is left over, another set of notes each time: these could not stand.
_NOT_OF_THE_REST = {
    EventKind.THEME_RENAMED,
    EventKind.THEMES_MERGED,
    EventKind.THEME_SPLIT,
    EventKind.THEME_LOCKED,
    EventKind.THEME_DESCRIBED,
}


def check_theme_decision(kind: EventKind, payload: Mapping[str, Any], state: State) -> None:
    """Refuse a decision that would do nothing, or change a locked theme.

    Raises
    ------
    BadName
        If something of the decision is empty, an id or a name is in use, or nothing would come of
        it.
    NoSuchThing
        If it speaks of a theme or a note that is not there.
    TooEarly
        If somebody has locked a theme that it would change.
    """
    themes = {theme.id: theme for theme in applied_themes(state)}
    named = _themes_in(kind, payload)
    known = {*themes, REST_ID} if kind not in _NOT_OF_THE_REST else {*themes} - {REST_ID}
    check_known("theme_id", named, known)
    homes = {key: t.id for t in themes.values() for key in (*t.note_ids, *t.statement_ids)}
    note_ids = _notes_in(payload)
    statements = {key for theme in themes.values() for key in theme.statement_ids}
    loose = set(note_ids) if kind is EventKind.NOTE_SET_ASIDE else set()
    check_known("note_id", note_ids, (homes.keys() | loose) - statements)
    if kind is EventKind.THEMES_MERGED and set(payload["theme_ids"]) <= {payload["into"]}:
        raise BadName(N_("A theme cannot be merged with itself. Choose another theme."))
    _check_new(_new_ids(kind, payload), {*themes, *(theme.id for theme in state.proposed_themes)})
    if kind is EventKind.THEME_SPLIT:
        _check_parts(payload["parts"], themes[payload["theme_id"]])
    _check_names(kind, payload, themes.values())
    if kind is EventKind.THEME_LOCKED and not isinstance(payload.get("locked"), bool):
        raise _lacks("locked")
    if kind not in _LEAVES_AS_IT_IS:
        spoken_of = {*note_ids, payload.get("statement_id", "")}
        changed = {*named, *(home for key, home in homes.items() if key in spoken_of)}
        _check_open(theme for theme in themes.values() if theme.id in changed)
    _check_applies(kind, payload, state)


def _check_applies(kind: EventKind, payload: Mapping[str, Any], state: State) -> None:
    """Refuse a decision that the themes would pass over from the start."""
    made = Event(seq=state.seq + 1, at=datetime.now(UTC), actor="", kind=kind, payload=payload)
    decisions = (*state.theme_decisions, made)
    if made in themes_room.stale_decisions(state.proposed_themes, decisions):
        msg = N_("Nothing would come of the decision with the themes as they are. Look again.")
        raise BadName(msg)


def _themes_in(kind: EventKind, payload: Mapping[str, Any]) -> list[str]:
    """Return the themes that should be there already."""
    if kind is EventKind.THEME_ADDED:
        return []
    single = [payload[key] for key in ("theme_id", "into") if key in payload]
    return [*single, *payload.get("theme_ids", ())]


def _new_ids(kind: EventKind, payload: Mapping[str, Any]) -> list[str]:
    if kind is EventKind.THEME_ADDED:
        return [payload["theme_id"]]
    return [part.get("id", "") for part in payload.get("parts", ())]


def _notes_in(payload: Mapping[str, Any]) -> list[str]:
    single = [payload["note_id"]] if "note_id" in payload else []
    parts = [note_id for part in payload.get("parts", ()) for note_id in part.get("note_ids", ())]
    return [*single, *payload.get("note_ids", ()), *parts]


def _check_new(ids: Sequence[str], taken: Collection[str]) -> None:
    if len(set(ids)) < len(ids) or not all(ids) or set(ids) & set(taken):
        raise BadName(N_("A new theme needs an id that no other theme has."))


def _check_parts(parts: Sequence[Mapping[str, Any]], theme: Theme) -> None:
    note_ids = [note_id for part in parts for note_id in part.get("note_ids", ())]
    if not all(str(part.get("label", "")).strip() and part.get("note_ids") for part in parts):
        raise _lacks("label, note_ids")
    if len(set(note_ids)) < len(note_ids):
        raise BadName(N_("A note can be in one part only. Look at the parts and try again."))
    check_known("note_id", note_ids, theme.note_ids)
    if len(parts) == 1 and set(note_ids) == set(theme.note_ids):
        msg = N_("All the notes were chosen, so nothing would be split. Leave some of them out.")
        raise BadName(msg)


def _check_names(kind: EventKind, payload: Mapping[str, Any], themes: Iterable[Theme]) -> None:
    """Refuse a name that another theme has: people could not tell the two apart."""
    if kind is EventKind.THEME_DESCRIBED:
        return
    parts = payload.get("parts", ())
    names = [_name(one["label"]) for one in (payload, *parts) if one.get("label")]
    gone = {payload.get("theme_id"), *payload.get("theme_ids", ())}
    if kind is EventKind.THEME_SPLIT:  # it keeps its name while something of it is left
        cut = {note_id for part in parts for note_id in part["note_ids"]}
        left = {t.id for t in themes if t.statement_ids or not set(t.note_ids) <= cut}
        gone -= left
    taken = {_name(theme.label): theme.label for theme in themes if theme.id not in gone}
    for n, name in enumerate(names):
        if name == _name(REST_LABEL):
            msg = N_("“{label}” is the name of notes that fit no theme. Choose another name.")
            raise BadName(msg, label=REST_LABEL)
        if name in taken:
            msg = N_(
                "There is already a theme called “{label}”. Choose another name, "
                "or merge the themes."
            )
            raise BadName(msg, label=taken[name])
        if name in names[:n]:
            raise BadName(N_("Two parts have the same name. Give each a name of its own."))


def _name(label: str) -> str:
    """Return a name as people tell names apart: without capitals and extra spaces."""
    return " ".join(label.split()).casefold()


def _check_open(themes: Iterable[Theme]) -> None:
    for theme in themes:
        if theme.locked:
            msg = N_("The theme is locked: {label}. Unlock it first if you want to change it.")
            raise TooEarly(msg, label=theme.label)


def _lacks(names: str) -> BadName:
    msg = N_("Something is missing from the decision: {names}. Fill it in and try again.")
    return BadName(msg, names=names)


def check_known(name: str, values: Iterable[str], known: Collection[str]) -> None:
    """Refuse a decision that speaks of something that is not there.

    Raises
    ------
    NoSuchThing
        If one of ``values`` is none of ``known``.
    """
    for value in values:
        if value not in known:
            raise missing(name, value)


def missing(name: str, value: object) -> NoSuchThing:
    """Return the error that says what is not there."""
    msg = N_("This is not in the workshop: {name} {value}. Somebody may have changed it.")
    return NoSuchThing(msg, name=name, value=value)
