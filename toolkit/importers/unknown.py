"""A file that no importer recognises: what people can do with it."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.errors import ToolkitError, UnknownFormat
from toolkit.i18n import N_, _
from toolkit.importers.format import Format
from toolkit.importers.odf import find_kind
from toolkit.importers.opened import OpenedFile
from toolkit.importers.repairing import broken_words
from toolkit.importers.transcripts import is_transcript

__all__ = ["why_unknown"]


def why_unknown(file: OpenedFile, formats: Sequence[Format]) -> ToolkitError:
    """Return the error that says what can be done with a file that no importer recognises."""
    if file.folder is not None:
        return UnknownFormat(
            N_("The folder is no Polis export: {name}. It needs the CSV files comments and votes."),
            name=file.name,
        )
    is_document = "word/document.xml" in file.names or find_kind(file) == "text"
    if (file.is_text and is_transcript(file.text)) or is_document:
        return UnknownFormat(
            N_(
                "The file looks like a record of speech or chat of a kind that cannot be read: "
                "{name}. Save it as VTT, or write notes of it."
            ),
            name=file.name,
        )
    if words := broken_words(file):
        return UnknownFormat(
            N_(
                "No importer recognises the file, and its letters look broken: {name}, for example "
                "“{word}”. Import it so that they are repaired."
            ),
            name=file.name,
            word=words[0][0],
        )
    return UnknownFormat(
        N_("No importer recognises the file: {name}. These can be read: {formats}."),
        name=file.name,
        formats="; ".join(_(known.title) for known in formats),
    )
