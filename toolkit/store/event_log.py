"""The event log: append-only, numbered, and never silently overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from toolkit.codec import to_text
from toolkit.domain import Event, EventKind, Workshop
from toolkit.domain.events import HUMAN_DECISIONS, THEME_DECISIONS
from toolkit.errors import Conflict, NewerWorkshop, TooEarly
from toolkit.i18n import N_
from toolkit.store.database import connect, database_url
from toolkit.store.database import events as table
from toolkit.store.history import summarise

MACHINE = "kone"
_LONGEST_NAME = 200
_CHANGES_TOLD = 3


def append_event(
    workshop: Workshop,
    kind: EventKind,
    payload: Mapping[str, Any],
    *,
    actor: str,
    expected_seq: int | None = None,
) -> Event:
    """Add one line to the log; when this returns, the line is on disk.

    Parameters
    ----------
    expected_seq
        The last line the decision was based on. None appends after whatever is last: for what
        does not depend on the rest, such as a comment.

    Raises
    ------
    Conflict
        If lines were added after ``expected_seq``. The message says what they did.
    """
    (event,) = append_events(workshop, [(kind, payload)], actor=actor, expected_seq=expected_seq)
    return event


def append_events(
    workshop: Workshop,
    lines: Sequence[tuple[EventKind, Mapping[str, Any]]],
    *,
    actor: str,
    expected_seq: int | None = None,
) -> tuple[Event, ...]:
    """Add several lines, all or none; see ``append_event``."""
    at = datetime.now(UTC)
    while True:
        start = last_seq(workshop) if expected_seq is None else expected_seq
        events = tuple(
            Event(
                seq=start + number,
                at=at,
                actor=_storable(actor)[:_LONGEST_NAME],
                kind=kind,
                payload=json.loads(_storable(to_text(payload))),
            )
            for number, (kind, payload) in enumerate(lines, start=1)
        )
        if _write(workshop, events, after=start):
            return events
        if expected_seq is not None:
            raise _conflict(workshop, after=expected_seq)


def _storable(text: str) -> str:
    r"""Return ``text`` as both databases can hold it: no NUL, no half of a character pair."""
    return text.replace("\x00", "").replace("\\u0000", "").encode("utf-8", "replace").decode()


def _write(workshop: Workshop, events: Sequence[Event], *, after: int) -> bool:
    """Write lines unless a number is taken; the database itself decides who was first."""
    last = last_seq(workshop)
    if last > after:
        return False
    if last < after:
        msg = f"the log of {workshop.id} ends at {last}; nothing can be based on {after}"
        raise ValueError(msg)
    rows = [
        {
            "workshop_id": workshop.id,
            "seq": event.seq,
            "at": event.at.isoformat(),
            "actor": event.actor,
            "kind": event.kind.value,
            "payload": to_text(event.payload),
        }
        for event in events
    ]
    try:
        with connect(database_url(workshop)) as connection:
            connection.execute(insert(table), rows)
    except IntegrityError:
        if last_seq(workshop) > after:
            return False
        raise
    return True


def _conflict(workshop: Workshop, *, after: int) -> Conflict:
    events = load_events(workshop, after=after)
    changes = [f"{event.actor}: {summarise(event)}" for event in events[:_CHANGES_TOLD]]
    if len(events) > _CHANGES_TOLD:
        changes.append(f"… (+{len(events) - _CHANGES_TOLD})")
    msg = N_(
        "Somebody else changed the workshop first, so nothing was saved. What changed: {changes}. "
        "Look at the change and try again."
    )
    return Conflict(msg, changes="; ".join(changes))


def last_seq(workshop: Workshop) -> int:
    """Return the number of the last line; 0 for an empty log."""
    query = select(func.max(table.c.seq)).where(table.c.workshop_id == workshop.id)
    with connect(database_url(workshop)) as connection:
        return int(connection.execute(query).scalar() or 0)


def load_events(workshop: Workshop, *, after: int = 0) -> tuple[Event, ...]:
    """Return the lines after number ``after``, in order.

    Raises
    ------
    NewerWorkshop
        If there is a kind of line this version does not know.
    """
    query = (
        select(table)
        .where(table.c.workshop_id == workshop.id, table.c.seq > after)
        .order_by(table.c.seq)
    )
    with connect(database_url(workshop)) as connection:
        rows = connection.execute(query).all()
    unknown = sorted({row.kind for row in rows} - set(EventKind))
    if unknown:
        msg = N_(
            "A newer version of this tool has written into the workshop: {name}. Open it with that "
            "version, or ask whoever looks after the computer to update the tool."
        )
        raise NewerWorkshop(msg, name=workshop.title)
    return tuple(
        Event(
            seq=row.seq,
            at=datetime.fromisoformat(row.at),
            actor=row.actor,
            kind=EventKind(row.kind),
            payload=json.loads(row.payload),
        )
        for row in rows
    )


def events_in_force(events: Iterable[Event]) -> tuple[Event, ...]:
    """Leave out what was undone and not redone, and the undoing and redoing itself.

    Only human decisions are ever undone; whatever a line says, the rest stays in force.
    """
    listed: Sequence[Event] = tuple(events)
    undone: set[int] = set()
    for event in listed:
        if event.kind is EventKind.UNDONE:
            undone.add(event.payload["seq"])
        elif event.kind is EventKind.REDONE:
            undone.discard(event.payload["seq"])
    turns = {EventKind.UNDONE, EventKind.REDONE}
    return tuple(
        e
        for e in listed
        if e.kind not in turns and (e.seq not in undone or e.kind not in HUMAN_DECISIONS)
    )


def last_decision(events: Iterable[Event]) -> Event | None:
    """Return the last human decision in force: what ``undo_last`` takes back.

    None after a signature: it stands for what was decided before, which is changed by deciding
    anew.
    """
    for event in reversed(events_in_force(events)):
        if event.kind is EventKind.DOCUMENT_SIGNED:
            return None
        if event.kind in HUMAN_DECISIONS:
            return event
    return None


def last_undone(events: Iterable[Event]) -> Event | None:
    """Return the decision undone last, if nobody has decided anything since.

    Themes found again since the undoing need not have what a decision on themes was about, so
    such a decision is gone as well.
    """
    by_seq: dict[int, Event] = {}
    undone: list[int] = []
    of_themes: set[int] = set()
    for event in events:
        if event.kind in THEME_DECISIONS:
            of_themes.add(event.seq)
        if event.kind in HUMAN_DECISIONS:
            by_seq[event.seq] = event
            undone.clear()
        elif event.kind is EventKind.THEMES_PROPOSED:
            undone = [seq for seq in undone if seq not in of_themes]
        elif event.kind is EventKind.UNDONE and event.payload["seq"] in by_seq:
            undone.append(event.payload["seq"])
        elif event.kind is EventKind.REDONE:
            undone = [seq for seq in undone if seq != event.payload["seq"]]
    return by_seq.get(undone[-1]) if undone else None


def undo_last(workshop: Workshop, *, actor: str) -> Event:
    """Take back the last human decision that is in force, and return it.

    Raises
    ------
    TooEarly
        If no human decision is in force.
    Conflict
        If somebody changed the workshop meanwhile.
    """
    events = load_events(workshop)
    decision = last_decision(events)
    if decision is None:
        raise TooEarly(N_("There is nothing to undo: nobody has decided anything yet."))
    _turn(workshop, EventKind.UNDONE, decision, after=events, actor=actor)
    return decision


def redo_last(workshop: Workshop, *, actor: str) -> Event:
    """Put back in force the decision that was undone last, and return it.

    Raises
    ------
    TooEarly
        If nothing was undone, or somebody has decided something since; of decisions on themes
        also if themes were found again since.
    Conflict
        If somebody changed the workshop meanwhile.
    """
    events = load_events(workshop)
    decision = last_undone(events)
    if decision is None:
        msg = N_(
            "There is nothing to redo: nothing was undone after the last decision, "
            "or themes were found again after that."
        )
        raise TooEarly(msg)
    _turn(workshop, EventKind.REDONE, decision, after=events, actor=actor)
    return decision


def _turn(
    workshop: Workshop, kind: EventKind, decision: Event, *, after: Sequence[Event], actor: str
) -> None:
    payload = {"seq": decision.seq}
    append_event(workshop, kind, payload, actor=actor, expected_seq=after[-1].seq)
