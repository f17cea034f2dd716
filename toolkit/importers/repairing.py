"""A file whose letters were broken before it came, as it was before that."""

from __future__ import annotations

import io
import re
import zipfile

from toolkit.importers.opened import OpenedFile
from toolkit.mojibake import find_broken_words, repair_text
from toolkit.text import decode

__all__ = ["broken_words", "repair_file"]

_LETTER = re.compile(rb"&#(1[3-9]\d|[2-9]\d\d|[1-5]\d{4}|\d{4});")
"""Beyond ASCII and not half of a pair."""

_TEXTS = (".csv", ".tsv", ".txt", ".md", ".json", ".xml")


def repair_file(file: OpenedFile) -> OpenedFile:
    """Return a file with its broken letters repaired, also inside a ZIP, Excel or Word file.

    Raises
    ------
    UnreadableExport
        If the file is broken in other ways.
    """
    if file.folder is not None:
        parts = {name: _repaired(file.read(name)) for name in file.names}
        return OpenedFile(file.name, folder=parts, vote_sign=file.vote_sign)
    data = file.data
    if file.is_archive:
        data = _repaired_archive(file)
    elif file.is_text:
        data = _repaired(data)
    return OpenedFile(file.name, data, vote_sign=file.vote_sign)


def _repaired(data: bytes) -> bytes:
    return repair_text(decode(data)).encode("utf-8")


def _repaired_archive(file: OpenedFile) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in dict.fromkeys(file.names):
            data = file.read(name)
            if name.casefold().endswith(".xml"):
                data = _LETTER.sub(lambda found: chr(int(found[1])).encode(), data)
            is_text = name.casefold().endswith(_TEXTS)
            archive.writestr(name, _repaired(data) if is_text else data)
    return packed.getvalue()


def broken_words(file: OpenedFile) -> tuple[tuple[str, str], ...]:
    """Return some words of a text file with broken letters, and what they would be."""
    return find_broken_words(decode(file.head())) if file.is_text else ()
