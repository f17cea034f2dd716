"""Round-table notes in LibreOffice, read as those in Word."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.i18n import N_
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.notes_docx import collect_notes
from toolkit.importers.odf import expect_kind, find_kind
from toolkit.importers.opened import OpenedFile
from toolkit.importers.transcripts import is_transcript

__all__ = ["FORMAT"]

_NAME = "notes-odt"


def recognises(file: OpenedFile) -> bool:
    """Whether this is an ODT document that is no transcript of speech."""
    if find_kind(file) != "text":
        return False
    return not is_transcript("\n".join(b.text for b in file.document.blocks if isinstance(b, Line)))


def parse(file: OpenedFile) -> Import:
    """Make one note of every bullet, line and answer below a table or a question, and comment."""
    expect_kind(file, "text")
    collected = Collected()
    collect_notes(file.document, collected)
    return collected.to_import(file, format_name=_NAME, prefix="notes")


FORMAT = Format(
    name=_NAME,
    title=N_("Round-table notes: LibreOffice document"),
    recognises=recognises,
    parse=parse,
)
