"""The event log: append-only, numbered, and never silently overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from toolkit.domain import Event, EventKind, Workshop
from toolkit.domain.events import HUMAN_DECISIONS
from toolkit.errors import Conflict, TooEarly
from toolkit.i18n import N_
from toolkit.store.codec import to_text
from toolkit.store.database import connect, database_url
from toolkit.store.database import events as table
from toolkit.store.history import summarise

MACHINE = "kone"


def append_event(
    workshop: Workshop,
    kind: EventKind,
    payload: Mapping[str, Any],
    *,
    actor: str,
    expected_seq: int | None = None,
    at: datetime | None = None,
) -> Event:
    """Add one line to the log; when this returns, the line is on disk.

    Parameters
    ----------
    expected_seq
        The last line the decision was based on. None appends after whatever is last: for what
        does not depend on the rest, such as an import.
    at
        When it happened; now by default.

    Raises
    ------
    Conflict
        If lines were added after ``expected_seq``. The message says what they did.
    """
    at = at or datetime.now(UTC)
    while True:
        seq = (last_seq(workshop) if expected_seq is None else expected_seq) + 1
        event = Event(seq=seq, at=at, actor=actor, kind=kind, payload=payload)
        if _write(workshop, event):
            return event
        if expected_seq is not None:
            raise _conflict(workshop, after=expected_seq)


def _write(workshop: Workshop, event: Event) -> bool:
    """Write a line unless its number is taken; the database itself decides who was first."""
    last = last_seq(workshop)
    if last >= event.seq:
        return False
    if last < event.seq - 1:
        msg = f"the log of {workshop.id} ends at {last}; nothing can be based on {event.seq - 1}"
        raise ValueError(msg)
    row = {
        "workshop_id": workshop.id,
        "seq": event.seq,
        "at": event.at.astimezone(UTC).isoformat(),
        "actor": event.actor,
        "kind": event.kind.value,
        "payload": to_text(event.payload),
    }
    try:
        with connect(database_url(workshop)) as connection:
            connection.execute(insert(table).values(row))
    except IntegrityError:
        return False
    return True


def _conflict(workshop: Workshop, *, after: int) -> Conflict:
    changes = "; ".join(
        f"{event.actor}: {summarise(event)}" for event in load_events(workshop, after=after)
    )
    msg = N_(
        "Somebody else changed the workshop first, so nothing was saved. What changed: {changes}. "
        "Look at the change and try again."
    )
    return Conflict(msg, changes=changes)


def last_seq(workshop: Workshop) -> int:
    """Return the number of the last line; 0 for an empty log."""
    query = select(func.max(table.c.seq)).where(table.c.workshop_id == workshop.id)
    with connect(database_url(workshop)) as connection:
        return int(connection.execute(query).scalar() or 0)


def load_events(workshop: Workshop, *, after: int = 0) -> tuple[Event, ...]:
    """Return the lines after number ``after``, in order."""
    query = (
        select(table)
        .where(table.c.workshop_id == workshop.id, table.c.seq > after)
        .order_by(table.c.seq)
    )
    with connect(database_url(workshop)) as connection:
        rows = connection.execute(query).all()
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
    """Leave out what was undone, and the undoing itself."""
    listed: Sequence[Event] = tuple(events)
    undone = {e.payload["seq"] for e in listed if e.kind is EventKind.UNDONE}
    return tuple(e for e in listed if e.kind is not EventKind.UNDONE and e.seq not in undone)


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
    human = [event for event in events_in_force(events) if event.kind in HUMAN_DECISIONS]
    if not human:
        raise TooEarly(N_("There is nothing to undo: nobody has decided anything yet."))
    append_event(
        workshop,
        EventKind.UNDONE,
        {"seq": human[-1].seq},
        actor=actor,
        expected_seq=events[-1].seq,
    )
    return human[-1]
