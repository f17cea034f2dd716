"""Round-table notes in Word: headings, questions, bullets and tables of answers."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.i18n import N_, _
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.discussion import read_discussion
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.transcripts import is_transcript

__all__ = ["FORMAT"]

_NAME = "notes-docx"


def recognises(file: OpenedFile) -> bool:
    """Whether this is a Word document that is no transcript of speech."""
    if not file.is_archive or "word/document.xml" not in file.names:
        return False
    return not is_transcript("\n".join(b.text for b in file.blocks if isinstance(b, Line)))


def parse(file: OpenedFile) -> Import:
    """Make one note of every bullet, line and answer below a table, a heading or a question."""
    collected = Collected()
    read_discussion(file.blocks, collected, place=_("paragraph {n}"))
    return collected.to_import(file, format_name=_NAME, prefix="notes")


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: Word document"), recognises=recognises, parse=parse
)
