"""What a ZIP may hold before anything of it is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_

__all__ = ["MAX_BYTES", "MAX_MEMBERS", "MAX_RATIO", "refuse_unsafe"]

MAX_BYTES = 200_000_000
"""Of a file that is read whole, and of everything in a ZIP."""

MAX_MEMBERS = 2_000
MAX_RATIO = 100


def refuse_unsafe(archive: zipfile.ZipFile, *, name: str) -> None:
    """Look at the table of contents only: nothing is unpacked before it is known to be small.

    Raises
    ------
    UnreadableExport
        If the ZIP could fill the memory, points outside its folder or is encrypted.
    """
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if len(infos) > MAX_MEMBERS or unpacked > MAX_BYTES or unpacked > MAX_RATIO * max(packed, 1):
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
