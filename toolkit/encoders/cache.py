"""Vectors that have been computed before, in one SQLite file that may be deleted at any time."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger(__name__)

_FILE = "embeddings.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
_BATCH = 500  # SQLite allows a limited number of values in a query
_WAIT_SECONDS = 5.0
_NORM_ERROR = 1e-3

# The file is not to blame: deleting it would help nobody.
_OUTSIDE_CODES = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


class VectorCache:
    """Vectors by text, for one model.

    No trouble with the file ever reaches the caller: a damaged file is begun anew, and where
    nothing can be written, nothing is kept.

    Parameters
    ----------
    folder
        Made if missing. The texts themselves are not stored, only their digests.
    model
        Fingerprint of the model.
    dimensions
        Length of a vector; 0 when it is not known.
    """

    def __init__(self, folder: Path, model: str, *, dimensions: int = 0) -> None:
        self._path = folder / _FILE
        self._model = model
        self._dimensions = dimensions
        self._keeps = True

    def read(self, texts: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Return the vectors of those ``texts`` that have a whole one, of length one."""
        by_key = {self._key(text): text for text in texts}
        keys = list(by_key)
        found: dict[str, NDArray[np.float32]] = {}

        def select(database: sqlite3.Connection) -> None:
            for start in range(0, len(keys), _BATCH):
                batch = keys[start : start + _BATCH]
                marks = ",".join("?" * len(batch))
                query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"  # noqa: S608
                for key, stored in database.execute(query, batch):
                    vector = self._vector(stored)
                    if key in by_key and vector is not None:  # a damaged file answers at random
                        found[by_key[key]] = vector

        self._use(select)
        return found

    def write(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep ``vectors``, all or, if the process is killed or nothing can be kept, none."""
        rows = [(self._key(text), row.astype("<f4").tobytes()) for text, row in vectors.items()]
        if self._keeps:
            query = "INSERT OR REPLACE INTO vectors VALUES (?, ?)"
            self._keeps = self._use(lambda database: database.executemany(query, rows))

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self._model}\0{text}".encode(), digest_size=16).digest()

    def _vector(self, stored: object) -> NDArray[np.float32] | None:
        """Return what was stored as a vector, or None if it cannot be one of this model."""
        import numpy as np

        if not isinstance(stored, bytes) or len(stored) % 4:
            return None
        if self._dimensions and len(stored) != 4 * self._dimensions:
            return None
        vector = np.frombuffer(stored, dtype="<f4")
        with np.errstate(all="ignore"):
            norm = float(np.linalg.norm(vector.astype(np.float64)))
        return vector if abs(norm - 1) < _NORM_ERROR else None

    def _use(self, work: Callable[[sqlite3.Connection], object]) -> bool:
        """Do ``work`` on the file, or on a new one if it is damaged; say whether it was done."""
        for _attempt in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                opened = sqlite3.connect(self._path, timeout=_WAIT_SECONDS)
                with closing(opened) as database, database:
                    database.execute(_TABLE)
                    work(database)
            except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
                log.warning("computed vectors cannot be kept in %s: %s", self._path, error)
                if not (_is_damage(error) and self._delete()):
                    return False
            else:
                return True
        return False

    def _delete(self) -> bool:
        # The file goes last: an old journal would be played into a new file.
        try:
            for end in ("-journal", "-wal", "-shm", ""):
                self._path.with_name(_FILE + end).unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be deleted: %s", self._path, error)
            return False
        return True


def _is_damage(error: Exception) -> bool:
    """Whether a new file would mend it.

    Errors without a code come from what was read; so does a message of SQLite that is no text,
    because it quotes the file.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return not isinstance(error, OSError) and code & 0xFF not in _OUTSIDE_CODES
