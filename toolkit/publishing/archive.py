"""A package for a case-management system: a document, what it rests on, and how it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from toolkit.publishing.zipped import pack_again, pack_files

SCHEMA_VERSION = 1
"""Of ``manifest.json``: goes up when a key changes its meaning or is taken away."""

_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
}
_BAG = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def render_archive(name: str, files: Mapping[str, bytes], *, record: Mapping[str, Any]) -> bytes:
    """Return a ZIP that holds a bag of files (BagIt 1.0, RFC 8493).

    Parameters
    ----------
    name
        Of the one folder in it.
    files
        Path in the bag's ``data`` → bytes.
    record
        What ``manifest.json`` tells besides the list of files.
    """
    payload = {f"data/{path}": pack_again(content) for path, content in files.items()}
    manifest = {
        "schema_version": SCHEMA_VERSION,
        **record,
        "files": [
            {
                "path": path,
                "sha256": hashlib.sha256(content).hexdigest(),
                "size": len(content),
                "media_type": _MEDIA_TYPES.get(
                    PurePosixPath(path).suffix, "application/octet-stream"
                ),
            }
            for path, content in sorted(payload.items())
        ],
    }
    tags = {
        "bagit.txt": _BAG,
        "manifest-sha256.txt": _digests(payload),
        "manifest.json": (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode(),
    }
    whole = {**payload, **tags, "tagmanifest-sha256.txt": _digests(tags)}
    return pack_files({f"{name}/{path}": content for path, content in whole.items()})


def _digests(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()
