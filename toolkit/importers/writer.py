"""ODT as DOCX, through the reader's own LibreOffice."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.libreoffice import convert, find_libreoffice

__all__ = ["as_docx"]

_SECONDS = 180


def as_docx(path: Path) -> bytes:
    """Return an ODT converted to DOCX; tracked changes and comments come along.

    Raises
    ------
    UnreadableExport
        If LibreOffice is not installed or cannot read the file.
    """
    program = find_libreoffice()
    if program is None:
        raise UnreadableExport(
            N_("An ODT can be read only where LibreOffice is installed: {name}. Save it as DOCX."),
            name=path.name,
        )
    made = convert(program, path.read_bytes(), suffix=".odt", to="docx", seconds=_SECONDS)
    if made is None:
        raise UnreadableExport(
            N_("LibreOffice cannot read the file: {name}. Open it there and save it as DOCX."),
            name=path.name,
        )
    return made
