"""A whole log at once: copied to another workshop, or taken away with the work that waits."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from toolkit.domain import Workshop
from toolkit.store.database import connect, database_url, events, jobs


def copy_log(source: Workshop, target: Workshop) -> int:
    """Copy every line of a log, with who and when, and return how many there were.

    Parameters
    ----------
    target
        A workshop whose log is empty.
    """
    query = select(events).where(events.c.workshop_id == source.id).order_by(events.c.seq)
    with connect(database_url(source)) as connection:
        rows = [dict(row) for row in connection.execute(query).mappings()]
    with connect(database_url(target)) as connection:
        if rows:
            copies = [{**row, "workshop_id": target.id} for row in rows]
            connection.execute(insert(events), copies)
    return len(rows)


def remove_log(workshop: Workshop) -> None:
    """Take away the log of a workshop and its jobs, open and ended."""
    with connect(database_url(workshop)) as connection:
        for table in (events, jobs):
            connection.execute(delete(table).where(table.c.workshop_id == workshop.id))
