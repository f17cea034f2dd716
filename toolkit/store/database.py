"""The database behind the log: SQLite beside the exports, or a shared PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    inspect,
    make_url,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from toolkit.domain import Workshop
from toolkit.errors import ToolkitError
from toolkit.i18n import N_

DATABASE_URL = "OSALLISUUS_DATABASE_URL"

metadata = MetaData()

# Times are ISO 8601 texts in UTC, so that both databases give back the same value.
events = Table(
    "events",
    metadata,
    Column("workshop_id", String(80), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("payload", Text, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("workshop_id", String(80), nullable=False, index=True),
    Column("folder", Text, nullable=False),
    Column("kind", String(60), nullable=False),
    Column("payload", Text, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("language", String(2), nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("progress", Float, nullable=False),
    Column("message", Text, nullable=False),
    Column("cancel", Boolean, nullable=False),
    Column("heartbeat", Float, nullable=False),
)


class DatabaseError(ToolkitError):
    """The database does not answer."""


def shared_database_url() -> str | None:
    """Return the address of the shared database with its driver, or None when there is none."""
    text = os.environ.get(DATABASE_URL, "").strip()
    if not text:
        return None
    url = make_url(text)
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+pg8000")
    return url.render_as_string(hide_password=False)


def database_url(workshop: Workshop) -> str:
    """Return the address of the database that holds the log of ``workshop``."""
    return shared_database_url() or f"sqlite:///{workshop.folder / 'workshop.db'}"


@contextmanager
def connect(url: str) -> Iterator[Connection]:
    """Open a transaction: committed at the end, rolled back on any exception.

    Raises
    ------
    DatabaseError
        If the database cannot be reached or written.
    """
    try:
        with _engine(url).begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        if isinstance(getattr(error, "orig", None), sqlite3.OperationalError) or not _alive(url):
            name = make_url(url).render_as_string(hide_password=True)
            msg = N_(
                "The database does not answer: {name}. Check that it is running, the disk is not "
                "full and the folder can be written, then try again."
            )
            raise DatabaseError(msg, name=name) from error
        raise


def _alive(url: str) -> bool:
    try:
        inspect(_engine(url)).get_table_names()
    except SQLAlchemyError:
        return False
    return True


@lru_cache(maxsize=64)
def _engine(url: str) -> Engine:
    if url.startswith("sqlite"):
        # A connection per transaction: kernels, worker and command line share the file.
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 15})
        event.listen(engine, "connect", _set_pragmas)
    else:
        engine = create_engine(url, pool_pre_ping=True)
    metadata.create_all(engine)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").close()
