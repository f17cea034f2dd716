"""Files that come from the browser in pieces: counted, measured and named again here."""

from __future__ import annotations

import re
import secrets
import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.i18n import N_

PIECE_BYTES = 512 * 1024
MAX_BYTES = 200 * 2**20
MAX_FILES = 20
DAY = 24 * 3600.0
SUFFIXES = (
    ".csv", ".docx", ".json", ".md", ".ods", ".odt", ".pdf", ".pptx", ".tsv", ".txt", ".vtt",
    ".srt", ".xlsx", ".zip",
)  # fmt: skip


class BadUpload(ToolkitError):
    """A file cannot be taken in as it comes."""


@dataclass(slots=True)
class _Coming:
    path: Path
    size: int
    got: int = 0
    pieces: int = 0


class Uploads:
    """Where files of one page are put together.

    Parameters
    ----------
    folder
        Made when the first file comes; every file gets a folder of its own in it.
    suffixes
        Of the files that are taken in.
    """

    def __init__(self, folder: Path, *, suffixes: Sequence[str] = SUFFIXES) -> None:
        self.folder = folder
        self._suffixes = suffixes
        self._coming: dict[str, _Coming] = {}

    def take(self, *, key: str, name: str, size: int, number: int, data: bytes) -> Path | None:
        """Take the next piece of a file.

        Parameters
        ----------
        key
            What the browser calls the file; never used as a path.
        number
            0, 1, 2 …; pieces come in order.

        Returns
        -------
        Path or None
            The whole file, when this was its last piece.

        Raises
        ------
        BadUpload
            If the file is of a kind nobody reads, too large, or not what was announced.
        """
        if number == 0:
            self._begin(key, name, size)
        coming = self._coming.get(key)
        if coming is None or number != coming.pieces or not 0 < len(data) <= PIECE_BYTES:
            self.drop(key)
            msg = N_("The file did not come whole: {name}. Send it again.")
            raise BadUpload(msg, name=safe_name(name))
        with coming.path.open("ab") as file:
            file.write(data)
        coming.got += len(data)
        coming.pieces += 1
        if coming.got < coming.size:
            return None
        if coming.got > coming.size:
            self.drop(key)
            msg = N_("The file did not come whole: {name}. Send it again.")
            raise BadUpload(msg, name=safe_name(name))
        return self._coming.pop(key).path

    def _begin(self, key: str, name: str, size: int) -> None:
        safe = safe_name(name)
        if Path(safe).suffix.lower() not in self._suffixes:
            msg = N_("This kind of file cannot be read: {name}. Choose one of these: {suffixes}")
            raise BadUpload(msg, name=safe, suffixes=" ".join(self._suffixes))
        if size <= 0:
            raise BadUpload(N_("The file is empty: {name}. Export it again."), name=safe)
        if size > MAX_BYTES:
            msg = N_("The file is too large: {name}. The limit is {limit} MB.")
            raise BadUpload(msg, name=safe, limit=MAX_BYTES // 2**20)
        if len(self._coming) >= MAX_FILES:
            msg = N_("Too many files at once. Send at most {limit} files at a time.")
            raise BadUpload(msg, limit=MAX_FILES)
        folder = self.folder / secrets.token_hex(8)
        folder.mkdir(parents=True)
        self._coming[key] = _Coming(path=folder / safe, size=size)

    def drop(self, key: str) -> None:
        """Remove what has come of a file that is no longer sent."""
        coming = self._coming.pop(key, None)
        if coming is not None:
            self.forget(coming.path)

    def forget(self, path: Path) -> None:
        """Remove a file that came here, once it has been read."""
        if path.resolve().is_relative_to(self.folder.resolve()):
            shutil.rmtree(path.parent, ignore_errors=True)

    def sweep(self, *, now: float) -> None:
        """Remove what came over a day ago: pages that were closed leave files behind.

        Parameters
        ----------
        now
            Seconds since the epoch.
        """
        for folder in self.folder.glob("*"):
            if folder.stat().st_mtime < now - DAY:
                shutil.rmtree(folder, ignore_errors=True)


def safe_name(name: str) -> str:
    """Return the last part of a name with only letters, digits, spaces and ``.-_()``.

    >>> safe_name("../../etc/Pöytä 2 (äänet).csv")
    'Pöytä 2 (äänet).csv'
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = re.sub(r"[^\w .()-]", "_", last).strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:80]}{dot}{suffix[:10]}" if stem else kept[:80] or "tiedosto"
