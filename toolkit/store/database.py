"""The database behind the log: SQLite beside the exports, or a shared PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlalchemy import (
    URL,
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    and_,
    create_engine,
    event,
    inspect,
    make_url,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from toolkit.domain import Workshop
from toolkit.errors import ToolkitError
from toolkit.i18n import N_

DATABASE_URL = "OSALLISUUS_DATABASE_URL"

Address = URL | str
"""Where a database is."""

_PATIENCE = 15.0
"""How long one waits for others who write, in seconds."""

_TABLES_LOCK = 7_011_300
"""Number of the PostgreSQL advisory lock under which the tables are made."""

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
    Column("key", String(64), nullable=False),
    Column("owner", String(32), nullable=False),
    Column("attempts", Integer, nullable=False),
)

# The database itself keeps a double click from making two jobs.
_open = and_(jobs.c.state.in_(("queued", "running")), jobs.c.cancel.is_(False))
Index(
    "one_open_job",
    jobs.c.workshop_id,
    jobs.c.kind,
    jobs.c.key,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)


class DatabaseError(ToolkitError):
    """The database does not answer."""


def shared_database_url() -> str | None:
    """Return the address of the shared database with its driver, or None when there is none.

    Raises
    ------
    DatabaseError
        If ``OSALLISUUS_DATABASE_URL`` is not the address of a PostgreSQL database.
    """
    text = os.environ.get(DATABASE_URL, "").strip()
    if not text:
        return None
    # The value may hold a password, so no message shows it.
    bad = DatabaseError(
        N_(
            "The setting OSALLISUUS_DATABASE_URL is not the address of a PostgreSQL database. "
            "Write it like this, with nothing after it: "
            "postgresql://name:password@server:5432/database"
        )
    )
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise bad from error
    known = url.get_backend_name() in {"postgres", "postgresql"}
    if not (known and url.username and url.host) or url.query:
        raise bad
    return url.set(drivername="postgresql+pg8000").render_as_string(hide_password=False)


def database_url(workshop: Workshop) -> Address:
    """Return the address of the database that holds the log of ``workshop``."""
    return shared_database_url() or file_url(Path(workshop.folder) / "workshop.db")


def file_url(path: Path) -> URL:
    """Return the address of an SQLite file, whatever signs its path has."""
    return URL.create("sqlite", database=str(path))


@contextmanager
def connect(url: Address) -> Iterator[Connection]:
    """Open a transaction: committed at the end, rolled back on any exception.

    Raises
    ------
    DatabaseError
        If the database cannot be reached, read or written.
    """
    try:
        with _ready_engine(url).begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        # Damage is a plain DatabaseError of the driver; our own mistakes are its subclasses.
        own_trouble = {sqlite3.OperationalError, sqlite3.DatabaseError}
        if type(getattr(error, "orig", None)) in own_trouble or not _alive(url):
            name = make_url(url).render_as_string(hide_password=True)
            msg = N_(
                "The database does not answer: {name}. Check that it is running, the disk is not "
                "full and the folder can be written, then try again."
            )
            raise DatabaseError(msg, name=name) from error
        raise


def _alive(url: Address) -> bool:
    try:
        inspect(_ready_engine(url)).get_table_names()
    except SQLAlchemyError:
        return False
    return True


def _ready_engine(url: Address) -> Engine:
    address = make_url(url)
    is_gone = _is_file(address) and not Path(address.database or "").exists()
    if is_gone:
        _open_to_group(Path(address.database or ""))
    engine = _engine(address)
    if is_gone:  # a file that was taken away and comes again needs its tables again
        _make_tables(engine)
    return engine


def _open_to_group(path: Path) -> None:
    """Make the file with the rights of any new file: SQLite itself gives the group no writing."""
    try:
        path.touch(0o660, exist_ok=True)
    except OSError:
        return  # SQLite says what is wrong


def _is_file(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


@lru_cache(maxsize=1024)
def _engine(url: URL) -> Engine:
    if _is_file(url):
        # A connection per transaction: kernels, worker and command line share the file.
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _PATIENCE})
        event.listen(engine, "connect", _set_pragmas)
    else:
        engine = create_engine(url, pool_pre_ping=True)
    _make_tables(engine)
    return engine


def _make_tables(engine: Engine) -> None:
    if metadata.tables.keys() <= set(inspect(engine).get_table_names()):
        return
    lock = f"SELECT pg_advisory_xact_lock({_TABLES_LOCK})"  # two processes may come at once
    with engine.begin() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_file(engine.url) else lock)
        metadata.create_all(connection)


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    _turn_write_ahead_on(connection)
    connection.execute("PRAGMA synchronous = FULL").close()


def _turn_write_ahead_on(connection: sqlite3.Connection) -> None:
    # The first to come changes the file; SQLite refuses the others at once instead of waiting.
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return
