"""Work that waits for the worker: a table beside the log, safe for several workers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.engine import Row

from toolkit.domain import Workshop
from toolkit.errors import Cancelled
from toolkit.i18n import N_, current_language
from toolkit.store.codec import to_text
from toolkit.store.database import connect, database_url
from toolkit.store.database import jobs as table

DEAD_AFTER = 30.0
"""Seconds without a heartbeat after which another worker takes the job."""


class JobState(StrEnum):
    """Where a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN_STATES = (JobState.QUEUED.value, JobState.RUNNING.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of work.

    Attributes
    ----------
    progress
        0–1.
    message
        What is being done, or the sentence of the error, in ``language``.
    """

    id: int
    workshop_id: str
    folder: Path
    kind: str
    payload: Mapping[str, Any]
    actor: str
    language: str
    state: JobState
    progress: float
    message: str

    @property
    def is_open(self) -> bool:
        """Whether the job still waits or runs."""
        return self.state.value in OPEN_STATES


def enqueue(workshop: Workshop, kind: str, payload: Mapping[str, Any], *, actor: str) -> Job:
    """Put a job into the queue. The same job waiting already is returned, not doubled."""
    text = to_text(payload)
    with connect(database_url(workshop)) as connection:
        same = and_(
            table.c.workshop_id == workshop.id,
            table.c.kind == kind,
            table.c.payload == text,
            table.c.state.in_(OPEN_STATES),
            table.c.cancel.is_(False),
        )
        row = connection.execute(select(table).where(same)).first()
        if row is None:
            values = {
                "workshop_id": workshop.id,
                "folder": str(Path(workshop.folder).resolve()),
                "kind": kind,
                "payload": text,
                "actor": actor,
                "language": current_language(),
                "state": JobState.QUEUED.value,
                "progress": 0.0,
                "message": "",
                "cancel": False,
                "heartbeat": 0.0,
            }
            key = connection.execute(insert(table).values(values)).inserted_primary_key
            row = connection.execute(select(table).where(table.c.id == key[0])).one()  # type: ignore[index]
        return _job(row)


def load_job(workshop: Workshop, job_id: int) -> Job:
    """Return a job as it is now."""
    with connect(database_url(workshop)) as connection:
        return _job(connection.execute(select(table).where(table.c.id == job_id)).one())


def load_open_jobs(workshop: Workshop) -> tuple[Job, ...]:
    """Return the jobs of the workshop that wait or run, oldest first."""
    query = (
        select(table)
        .where(table.c.workshop_id == workshop.id, table.c.state.in_(OPEN_STATES))
        .order_by(table.c.id)
    )
    with connect(database_url(workshop)) as connection:
        return tuple(_job(row) for row in connection.execute(query))


def cancel(workshop: Workshop, job_id: int) -> None:
    """Ask for a job to be stopped: at once if it waits, at its next sign of life if it runs."""
    with connect(database_url(workshop)) as connection:
        one = table.c.id == job_id
        waiting = and_(one, table.c.state == JobState.QUEUED.value)
        connection.execute(update(table).where(one).values(cancel=True))
        connection.execute(update(table).where(waiting).values(state=JobState.CANCELLED.value))


def claim(url: str, *, now: float) -> Job | None:
    """Take the oldest job that waits, or whose worker died, in the database at ``url``.

    Parameters
    ----------
    now
        Seconds since the epoch.

    Returns
    -------
    Job or None
        None when there is nothing to do. No two workers get the same job.
    """
    dead = and_(table.c.state == JobState.RUNNING.value, table.c.heartbeat < now - DEAD_AFTER)
    free = or_(table.c.state == JobState.QUEUED.value, dead)
    with connect(url) as connection:
        for job_id in connection.execute(select(table.c.id).where(free).order_by(table.c.id)):
            mine = and_(table.c.id == job_id[0], free)
            taken = connection.execute(
                update(table).where(mine).values(state=JobState.RUNNING.value, heartbeat=now)
            )
            if taken.rowcount == 1:
                one = select(table).where(table.c.id == job_id[0])
                return _job(connection.execute(one).one())
    return None


def report(url: str, job_id: int, *, progress: float, message: str, now: float) -> None:
    """Write how far a job is.

    Raises
    ------
    Cancelled
        If somebody asked for it to be stopped.
    """
    values = {"progress": progress, "message": message, "heartbeat": now}
    _write(url, job_id, **values)
    with connect(url) as connection:
        stop = connection.execute(select(table.c.cancel).where(table.c.id == job_id)).scalar()
    if stop:
        raise Cancelled(N_("The work was stopped. Nothing was changed."))


def beat(url: str, job_id: int, *, now: float) -> None:
    """Tell the others that the worker of the job is alive."""
    _write(url, job_id, heartbeat=now)


def finish(url: str, job_id: int, *, state: JobState, message: str = "") -> None:
    """Close a job; ``message`` is the sentence of the error, if there was one."""
    _write(url, job_id, state=state.value, message=message, progress=1.0)


def _write(url: str, job_id: int, **values: object) -> None:
    with connect(url) as connection:
        connection.execute(update(table).where(table.c.id == job_id).values(**values))


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        workshop_id=row.workshop_id,
        folder=Path(row.folder),
        kind=row.kind,
        payload=json.loads(row.payload),
        actor=row.actor,
        language=row.language,
        state=JobState(row.state),
        progress=row.progress,
        message=row.message,
    )
