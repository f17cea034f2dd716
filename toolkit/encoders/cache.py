"""Vectors that have been computed before, in one SQLite file that may be deleted at any time."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FILE = "embeddings.sqlite"
_BATCH = 500  # SQLite allows a limited number of values in a query


class VectorCache:
    """Vectors by text, for one model.

    Parameters
    ----------
    folder
        Made if missing. The texts themselves are not stored, only their digests.
    model
        Fingerprint of the model.
    """

    def __init__(self, folder: Path, model: str) -> None:
        self._path = folder / _FILE
        self._model = model

    def read(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the vectors of those ``texts`` that have one."""
        import numpy as np

        by_key = {self._key(text): text for text in texts}
        keys = list(by_key)
        found: dict[str, NDArray[np.float32]] = {}
        with self._open() as database:
            for start in range(0, len(keys), _BATCH):
                batch = keys[start : start + _BATCH]
                marks = ",".join("?" * len(batch))
                query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"  # noqa: S608
                for key, vector in database.execute(query, batch):
                    found[by_key[key]] = np.frombuffer(vector, dtype="<f4")
        return found

    def write(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep ``vectors``, all or, if the process is killed, none of them."""
        rows = [(self._key(text), row.astype("<f4").tobytes()) for text, row in vectors.items()]
        with self._open() as database, database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self._model}\0{text}".encode(), digest_size=16).digest()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            database = self._connect()
        except sqlite3.DatabaseError as broken:
            if isinstance(broken, sqlite3.OperationalError):
                raise
            self._path.unlink()  # only a cache: an unreadable one is made anew
            database = self._connect()
        with closing(database):
            yield database

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=30)
        try:
            with database:
                database.execute(
                    "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB)"
                    " WITHOUT ROWID"
                )
        except sqlite3.DatabaseError:
            database.close()
            raise
        return database
