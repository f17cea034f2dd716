"""Office files without the time they were written: the same document is the same file."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP file can hold
_TIMES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_PROPERTIES = "docProps/core.xml"


def without_times(content: bytes) -> bytes:
    """Return an office file whose bytes depend on what is in it and on nothing else.

    The times of creation and change are left out of its properties, and every part has the same
    time in the archive.
    """
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == _PROPERTIES:
                data = _TIMES.sub(b"", data)
            info = ZipInfo(part.filename, _LONG_AGO)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            new.writestr(info, data)
    return made.getvalue()
