"""Messages in English, and a way to put a file on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.i18n import set_language

Write = Callable[[str, str | bytes], Path]


@pytest.fixture(autouse=True)
def english(finnish: None) -> None:
    set_language("en")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file and return its path; text is UTF-8."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
