"""ZIP files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

# The earliest time that a ZIP file can hold.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def pack_files(files: Mapping[str, bytes]) -> bytes:
    """Pack files, in the order of their names, without the time of packing."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name in sorted(files):
            _add(packed, name, files[name], zipfile.ZIP_DEFLATED)
    return data.getvalue()


def pack_again(data: bytes) -> bytes:
    """Return an office document with the same parts in the same order, without times of writing.

    What is no ZIP file comes back as it is.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(again, "w") as packed:
        for part in given.infolist():
            content = given.read(part)
            if part.filename == _PROPERTIES:
                content = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            _add(packed, part.filename, content, part.compress_type)
    return again.getvalue()


def _add(packed: zipfile.ZipFile, name: str, content: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = compression
    entry.create_system = 3  # the same on every machine
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, content)
