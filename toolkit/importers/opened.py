"""A file opened for import: its bytes once, and safe views of them as text, table or archive."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from toolkit.errors import NothingToRead, UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.archives import CUT_OFF, open_archive, read_member, refusing_broken
from toolkit.importers.blocks import TextDocument
from toolkit.importers.limits import read_limits
from toolkit.importers.packages import Package, inspect
from toolkit.importers.sheets import Sheet
from toolkit.importers.tables import Dialect, find_dialect, read_table
from toolkit.importers.text_documents import read_document
from toolkit.importers.workbooks import read_workbook
from toolkit.text import decode

__all__ = ["OpenedFile", "open_file"]

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 2**18
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ARCHIVES = frozenset((".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods"))
_ODD_SIGN = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")

_TOO_LARGE = N_("The file is too large to read safely: {name}. The limit is {limit} MB.")
_NOT_TEXT = N_("The file is not text: {name}. Export it again as CSV, Markdown or text.")
_NOT_ARCHIVE = N_("The file is neither a folder nor a ZIP: {name}. Choose the whole export.")


class OpenedFile:
    """A file, or the CSV files of a folder; read when it is asked for, and then only once.

    Parameters
    ----------
    name
        What people call it; shown in messages and receipts.
    data
        The bytes of a file, or where they are.
    folder
        Name → bytes of the files of a folder, or where they are; then ``data`` is empty.
    vote_sign
        What a person said +1 means in a file of votes: ``"export"`` agree, ``"raw"`` disagree.
    """

    def __init__(
        self,
        name: str,
        data: bytes | Path = b"",
        *,
        folder: Mapping[str, bytes | Path] | None = None,
        vote_sign: str = "",
    ) -> None:
        self.name = name.encode("utf-8", "replace").decode("utf-8")
        self.folder = folder
        self.vote_sign = vote_sign
        self._data = data
        self._dialects: dict[str, Dialect] = {}

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file.

        Raises
        ------
        UnreadableExport
            If there are too many.
        """
        return self._bytes(self._data)

    @property
    def size(self) -> int:
        """Bytes of the file; 0 for a folder."""
        return len(self._data) if isinstance(self._data, bytes) else self._data.stat().st_size

    def _bytes(self, source: bytes | Path) -> bytes:
        if isinstance(source, bytes):
            return source
        limits = read_limits()
        if source.stat().st_size > limits.file_bytes:
            raise UnreadableExport(_TOO_LARGE, name=source.name, limit=limits.file_mb)
        return source.read_bytes()

    @cached_property
    def is_archive(self) -> bool:
        """Whether this is a ZIP; Word and Excel files are, too."""
        return self.head().startswith(_ZIP)

    @property
    def is_pdf(self) -> bool:
        """Whether the file says so."""
        return self.head().lstrip()[:5] == b"%PDF-"

    @cached_property
    def is_text(self) -> bool:
        """Whether people could read the bytes as text: hardly any control codes, no NUL."""
        if not self.head() or self.is_archive or self.is_pdf:
            return False
        sample = decode(self.head())[:50_000]
        odd = len(_ODD_SIGN.findall(sample))
        return "\0" not in sample and odd * 50 <= len(sample)

    @cached_property
    def text(self) -> str:
        r"""The file as text with ``\n`` line ends.

        Raises
        ------
        UnreadableExport
            If it is not text.
        """
        if not self.is_text:
            raise UnreadableExport(_NOT_TEXT, name=self.name)
        return decode(self.data)

    @cached_property
    def header(self) -> list[str]:
        """The first row of a delimited text; empty for any other file."""
        return self.dialect(self.name).header if self.is_text else []

    def dialect(self, name: str) -> Dialect:
        """Return how a CSV in the folder or ZIP is written; a lone file has its own name."""
        if name not in self._dialects:
            self._dialects[name] = find_dialect(decode(self.head(name)))
        return self._dialects[name]

    @cached_property
    def table(self) -> list[list[str]]:
        """The rows of a delimited text, the header first; see ``read_table``."""
        return read_table(self.text, name=self.name)

    @cached_property
    def json(self) -> object:
        """What a JSON text holds; None when the file is none."""
        if not self.is_text or not self.text.lstrip().startswith(("{", "[")):
            return None
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The sheets of a workbook; see ``read_workbook``."""
        return read_workbook(self._as_archive())

    @cached_property
    def document(self) -> TextDocument:
        """A document of Word or LibreOffice; see ``read_document``."""
        return read_document(self._as_archive())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the files inside a folder or a ZIP; empty for any other file.

        Raises
        ------
        UnreadableExport
            If the ZIP is broken, or could fill the memory or reach outside its folder.
        """
        if self.folder is not None:
            return tuple(sorted(self.folder))
        if not self.is_archive:
            return ()
        return tuple(info.filename for info in self._archive.infolist() if not info.is_dir())

    @cached_property
    def package(self) -> Package:
        """What an Office file holds beside its words; nothing is known of any other file.

        Raises
        ------
        UnreadableExport
            If it is not safe to let a parser see the file; see ``inspect``.
        """
        if self.folder is not None or not self.is_archive:
            return Package()
        with refusing_broken(self.name):
            return inspect(self._archive, name=self.name)

    def head(self, name: str = "") -> bytes:
        """Return at most the first 256 KiB of the file, or of one in the folder or ZIP.

        Raises
        ------
        UnreadableExport
            If the ZIP is broken.
        """
        with refusing_broken(self.name), self._opened(name) as stream:
            head = stream.read(_HEAD)
        # Not in the middle of a letter: half a letter is not UTF-8.
        return head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1] or head

    def _opened(self, name: str) -> IO[bytes]:
        if name and self.folder is None and self.is_archive:
            return self._archive.open(name)
        return self.stream(name) if name else _open(self._data)

    def stream(self, name: str) -> BinaryIO:
        """Open one file of the folder or ZIP to be read in pieces; a lone file has its own name."""
        if self.folder is not None:
            return _open(self.folder[name])
        if self.is_archive:
            return _open(self.read(name))
        return _open(self._data)

    def read(self, name: str) -> bytes:
        """Return the bytes of one file of the folder or ZIP; a lone file has its own name.

        Raises
        ------
        UnreadableExport
            If it is cut off, encrypted or larger than it says.
        """
        if self.folder is not None:
            return self._bytes(self.folder[name])
        if not self.is_archive:
            return self.data
        return read_member(self._archive, name, of=self.name)

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return open_archive(self.data, name=self.name)

    def _as_archive(self) -> OpenedFile:
        """Return the file, once it is known that a parser may see it."""
        if not self.names:
            raise UnreadableExport(_NOT_ARCHIVE, name=self.name)
        _ = self.package
        return self


def _open(source: bytes | Path) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def open_file(path: Path) -> OpenedFile:
    """Read a file once, or the CSV files of a folder.

    Raises
    ------
    UnreadableExport
        If there is no such file, or it is too large, or an encrypted or old Office file.
    NothingToRead
        If the file is empty.
    """
    try:
        if path.is_dir():
            return OpenedFile(path.resolve().name, folder=_list_folder(path))
        if not path.is_file():
            raise UnreadableExport(
                N_("There is no such file: {name}. Check the name and the folder."), name=path.name
            )
        file = OpenedFile(path.name, path)
        limits = read_limits()
        limit = limits.table_mb if path.suffix.casefold() == ".csv" else limits.file_mb
        if path.stat().st_size > limit * 10**6:
            raise UnreadableExport(_TOO_LARGE, name=path.name, limit=limit)
        file.head()
    except (OSError, ValueError) as error:
        raise UnreadableExport(
            N_("The file cannot be opened: {name}. Check that you may read it."), name=path.name
        ) from error
    return _accept(file)


def _list_folder(path: Path) -> dict[str, Path]:
    files = [file for file in path.iterdir() if file.suffix.casefold() == ".csv" and file.is_file()]
    size = sum(file.stat().st_size for file in files)
    limits = read_limits()
    if len(files) > limits.members or size > limits.table_bytes:
        raise UnreadableExport(_TOO_LARGE, name=path.name, limit=limits.table_mb)
    return {file.name: file for file in files if not file.name.startswith(".")}


def _accept(file: OpenedFile) -> OpenedFile:
    head = file.head()
    if not head.strip() and not file.data.strip():
        raise NothingToRead(N_("The file is empty: {name}. Export it again."), name=file.name)
    if head.startswith(_OLE2):
        raise UnreadableExport(
            N_(
                "The Office file is encrypted or in an old format: {name}. "
                "Save it as .docx, .xlsx or .pptx without a password."
            ),
            name=file.name,
        )
    if PurePosixPath(file.name).suffix.casefold() in _ARCHIVES and not file.is_archive:
        raise UnreadableExport(CUT_OFF, name=file.name)
    return file
