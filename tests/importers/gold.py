"""How the notes of a file are compared with those that a person has written out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from toolkit.importers import read_file


class Gold(NamedTuple):
    """A note as a person reads it in the file; ``on`` is the text of the note it comments on."""

    text: str
    prompt: str = ""
    weight: int = 0
    on: str = ""


def check_gold(
    path: Path,
    *,
    format: str,  # noqa: A002
    notes: list[Gold],
    skipped: list[int] | None = None,
) -> None:
    """Expect the notes in their order, every one once, and every other row with a reason."""
    imported = read_file(path)
    texts = {note.id: note.text for note in imported.notes}

    found = [
        Gold(note.text, note.prompt, note.weight, texts.get(note.reply_to, ""))
        for note in imported.notes
    ]

    assert found == notes
    assert len(texts) == len(imported.notes)
    assert imported.receipt.format == format
    assert [one.row for one in imported.receipt.skipped] == (skipped or [])
    assert imported.receipt.rows == len(notes) + len(skipped or [])
    assert all(one.reason for one in imported.receipt.skipped)
