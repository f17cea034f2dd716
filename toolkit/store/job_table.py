"""Work that waits for the worker: a table beside the log, safe for several workers."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update
from sqlalchemy.engine import Row
from sqlalchemy.exc import IntegrityError

from toolkit.codec import to_text
from toolkit.domain import Workshop
from toolkit.errors import Cancelled
from toolkit.i18n import N_, current_language
from toolkit.store.database import Address, connect, database_url
from toolkit.store.database import jobs as table

DEAD_AFTER = 30.0
"""Seconds without a heartbeat after which another worker takes the job."""

MAX_ATTEMPTS = 3
"""How often a job is started; one that ends its worker each time is not worth a fourth."""


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
    owner
        Token of whoever claimed the job last; empty before anybody has.
    attempts
        How many times it has been claimed.
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
    owner: str = ""
    attempts: int = 0

    @property
    def is_hopeless(self) -> bool:
        """Whether the job was started as often as allowed and never came to an end."""
        return self.attempts > MAX_ATTEMPTS

    @property
    def is_open(self) -> bool:
        """Whether the job still waits or runs."""
        return self.state.value in OPEN_STATES


def enqueue(workshop: Workshop, kind: str, payload: Mapping[str, Any], *, actor: str) -> Job:
    """Put a job into the queue. The same job waiting already is returned, not doubled."""
    text = to_text(payload)
    key = hashlib.sha256(text.encode()).hexdigest()
    values = {
        "workshop_id": workshop.id,
        "folder": str(Path(workshop.folder).resolve()),
        "kind": kind,
        "payload": text,
        "key": key,
        "actor": actor,
        "language": current_language(),
        "state": JobState.QUEUED.value,
        "progress": 0.0,
        "message": "",
        "cancel": False,
        "heartbeat": 0.0,
        "owner": "",
        "attempts": 0,
    }
    while True:
        try:
            with connect(database_url(workshop)) as connection:
                return _job(connection.execute(insert(table).values(values).returning(table)).one())
        except IntegrityError:
            same = _same_open(workshop, kind, key)
            if same is not None:  # otherwise it ended this very moment
                return same


def _same_open(workshop: Workshop, kind: str, key: str) -> Job | None:
    same = select(table).where(
        table.c.workshop_id == workshop.id,
        table.c.kind == kind,
        table.c.key == key,
        table.c.state.in_(OPEN_STATES),
        table.c.cancel.is_(False),
    )
    with connect(database_url(workshop)) as connection:
        row = connection.execute(same).first()
    return None if row is None else _job(row)


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


def claim(url: Address, *, now: float, root: Path | None = None) -> Job | None:
    """Take the oldest job that waits, or whose worker died, in the database at ``url``.

    Parameters
    ----------
    now
        Seconds since the epoch.
    root
        Take only jobs of workshops somewhere under this folder.

    Returns
    -------
    Job or None
        None when there is nothing to do. No two workers get the same job.
    """
    dead = and_(table.c.state == JobState.RUNNING.value, table.c.heartbeat < now - DEAD_AFTER)
    free = or_(table.c.state == JobState.QUEUED.value, dead)
    if root is not None:
        free = and_(free, _is_under(root))
    oldest = select(table.c.id).where(free).order_by(table.c.id).limit(1).correlate(None)
    # One statement: SQLite would refuse to write after a read that others have overtaken.
    take = (
        update(table)
        .where(table.c.id == oldest.with_for_update(skip_locked=True).scalar_subquery(), free)
        .values(
            state=JobState.RUNNING.value,
            heartbeat=now,
            owner=secrets.token_hex(16),
            attempts=table.c.attempts + 1,
        )
        .returning(table)
    )
    with connect(url) as connection:
        row = connection.execute(take).one_or_none()
    return None if row is None else _job(row)


def _is_under(root: Path) -> ColumnElement[bool]:
    start = str(root.resolve()).rstrip(os.sep) + os.sep
    # Not LIKE: in SQLite it does not tell small letters from capitals.
    return func.substr(table.c.folder, 1, len(start)) == start


def report(
    url: Address, job_id: int, *, progress: float, message: str, now: float, owner: str = ""
) -> None:
    """Write how far a job is.

    Parameters
    ----------
    owner
        ``Job.owner`` as claimed. Whoever lost the job to another worker writes nothing.

    Raises
    ------
    Cancelled
        If somebody asked for it to be stopped, or another worker has taken it.
    """
    values = {"progress": progress, "message": message, "heartbeat": now}
    query = update(table).where(_owned(job_id, owner)).values(values).returning(table.c.cancel)
    with connect(url) as connection:
        stop = connection.execute(query).scalar_one_or_none()
    if stop is None or stop:
        raise Cancelled(N_("The work was stopped. What was finished before is kept."))


def beat(url: Address, job_id: int, *, now: float, owner: str = "") -> None:
    """Tell the others that the worker of the job is alive, unless another has taken it."""
    _write(url, job_id, owner=owner, heartbeat=now)


def finish(
    url: Address, job_id: int, *, state: JobState, message: str = "", owner: str = ""
) -> None:
    """Close a job, unless another worker has taken it.

    Parameters
    ----------
    message
        The sentence of the error, if there was one.
    owner
        ``Job.owner`` as claimed; empty closes a job that nobody has claimed.
    """
    _write(url, job_id, owner=owner, state=state.value, message=message, progress=1.0)


def _write(url: Address, job_id: int, *, owner: str, **values: object) -> None:
    with connect(url) as connection:
        connection.execute(update(table).where(_owned(job_id, owner)).values(**values))


def _owned(job_id: int, owner: str) -> ColumnElement[bool]:
    return and_(table.c.id == job_id, table.c.owner == owner)


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
        owner=row.owner,
        attempts=row.attempts,
    )
