"""ZIPs: judged before anything is unpacked, and their members read whole or not at all."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.limits import read_limits

__all__ = ["CUT_OFF", "open_archive", "read_member", "refuse_unsafe", "refusing_broken"]

CUT_OFF = N_("The file is broken or cut off: {name}. Export or copy it again.")

_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError,
    ValueError, IndexError, OverflowError,
)  # fmt: skip


@contextmanager
def refusing_broken(name: str) -> Iterator[None]:
    """Turn whatever a broken ZIP raises into ``UnreadableExport``."""
    try:
        yield
    except _BROKEN as error:
        raise UnreadableExport(CUT_OFF, name=name) from error


def open_archive(data: bytes, *, name: str) -> zipfile.ZipFile:
    """Open a ZIP.

    Raises
    ------
    UnreadableExport
        If it is broken, or ``refuse_unsafe`` refuses it.
    """
    with refusing_broken(name):
        archive = zipfile.ZipFile(io.BytesIO(data))
    refuse_unsafe(archive, name=name)
    return archive


def read_member(archive: zipfile.ZipFile, member: str, *, of: str) -> bytes:
    """Return the bytes of one member of the ZIP called ``of``.

    Raises
    ------
    UnreadableExport
        If it is cut off, encrypted or larger than it says.
    """
    with refusing_broken(of):
        info = archive.getinfo(member)
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
            complete = len(data) == info.file_size and not stream.read(1)
    if not complete:
        raise UnreadableExport(CUT_OFF, name=of)
    return data


def refuse_unsafe(archive: zipfile.ZipFile, *, name: str) -> None:
    """Look at the table of contents only: nothing is unpacked before it is known to be small.

    Raises
    ------
    UnreadableExport
        If the ZIP could fill the memory, points outside its folder or is encrypted.
    """
    limits = read_limits()
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    is_bomb = unpacked > limits.ratio * max(packed, 1)
    if len(infos) > limits.members or unpacked > limits.file_bytes or is_bomb:
        raise UnreadableExport(
            N_(
                "The ZIP holds too much to be unpacked safely: {name}. Import its files one by one."
            ),
            name=name,
        )
    for info in infos:
        path = PurePosixPath(info.orig_filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in info.orig_filename[:2]:
            raise UnreadableExport(
                N_("The ZIP points outside its own folder: {name}. Pack the export again."),
                name=name,
            )
        if info.flag_bits & 1:
            raise UnreadableExport(
                N_("The ZIP is protected by a password: {name}. Save it without one."), name=name
            )
