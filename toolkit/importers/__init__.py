"""Exports in, notes and votes out: one file per format, and a receipt for every row."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from toolkit.domain import ColumnMapping, Import, Warn
from toolkit.errors import DoubtfulColumns, NoSuchThing, ToolkitError, UnknownFormat
from toolkit.i18n import N_, _, ngettext
from toolkit.importers import (
    google_forms,
    limesurvey,
    microsoft_forms,
    notes_csv,
    notes_docx,
    notes_text,
    notes_xlsx,
    padlet_csv,
    padlet_json,
    padlet_markdown,
    padlet_zip,
    polis,
)
from toolkit.importers.exports import group_exports
from toolkit.importers.format import Format
from toolkit.importers.mapped import read_mapped
from toolkit.importers.opened import OpenedFile, open_file
from toolkit.importers.polis_sign import asks_for_sign
from toolkit.importers.review_copy import RECORD, read_review_copy
from toolkit.importers.survey_tables import DOUBTFUL
from toolkit.importers.transcripts import is_transcript
from toolkit.privacy import find_personal_data

__all__ = [
    "FORMATS",
    "RECORD",
    "VOTE_SIGNS",
    "Format",
    "asks_for_sign",
    "group_exports",
    "merge_known",
    "read_file",
    "read_review_copy",
    "warn_of_personal_data",
]

FORMATS = (
    padlet_csv.FORMAT,
    padlet_zip.FORMAT,
    padlet_markdown.FORMAT,
    padlet_json.FORMAT,
    polis.FORMAT,
    microsoft_forms.FORMAT,
    google_forms.FORMAT,
    limesurvey.FORMAT,
    notes_docx.FORMAT,
    notes_xlsx.FORMAT,
    notes_csv.FORMAT,
    notes_text.FORMAT,
)


VOTE_SIGNS = ("export", "raw")


def read_file(
    path: Path,
    *,
    as_format: str | None = None,
    vote_sign: str = "",
    mapping: ColumnMapping | None = None,
) -> Import:
    """Read one export, whatever its format.

    Parameters
    ----------
    path
        A file, or the folder of a Polis export.
    as_format
        Name of one of ``FORMATS``; by default the content decides. Columns of a survey that leave
        doubt are then read as they probably are.
    vote_sign
        What +1 means in a Polis export, one of ``VOTE_SIGNS``: ``"export"`` agree, ``"raw"``
        disagree. By default the export's own evidence decides, and doubt stops the reading.
    mapping
        What the columns of a table hold; then it is read so, whatever its format.

    Returns
    -------
    Import
        Notes and statements in the order of the file, without language, citation label and
        source. Every row is in the receipt.

    Raises
    ------
    UnreadableExport
        If the file is missing, broken, unsafe, or not what it claims to be.
    UnknownFormat
        If no importer recognises the content.
    NothingToRead
        If there is not one note or vote.
    DoubtfulSign
        If it is not clear which votes agree.
    DoubtfulColumns
        If it is not clear what some columns of a survey hold.
    NoSuchThing
        If no format is called ``as_format``, or no sign ``vote_sign``.
    """
    if vote_sign and vote_sign not in VOTE_SIGNS:
        raise NoSuchThing(
            N_('There is no vote sign called "{name}". Choose one of: {names}.'),
            name=vote_sign,
            names=", ".join(VOTE_SIGNS),
        )
    if mapping is not None:
        return warn_of_personal_data(read_mapped(path, mapping))
    known = _format_called(as_format) if as_format is not None else None
    file = open_file(path)
    file.vote_sign = vote_sign
    imported = (known or _recognise(file)).parse(file)
    if known is None:
        _refuse_doubt(imported)
    return warn_of_personal_data(imported)


def _refuse_doubt(imported: Import) -> None:
    """Ask a person instead of guessing what columns hold."""
    for warn in imported.receipt.warnings:
        if warn.code == DOUBTFUL:
            raise DoubtfulColumns(
                N_(
                    "Say on the screen Import what the columns hold, or take what the tool "
                    "suggests with --as {format}. {doubt}"
                ),
                doubt=warn.message,
                format=imported.receipt.format,
            )


def merge_known(imported: Import, *, known_ids: AbstractSet[str]) -> Import:
    """Leave out the notes that the workshop already has, and count them as merged.

    Statements stay in ``votes``, whose arrays point to them: the newest export's votes are the
    votes. Statements known before are only counted as merged.
    """
    fresh = tuple(note for note in imported.notes if note.id not in known_ids)
    statements = imported.votes.statements if imported.votes else ()
    n_known_statements = sum(statement.id in known_ids for statement in statements)
    receipt = imported.receipt
    n_known_notes = len(imported.notes) - len(fresh)
    return replace(
        imported,
        notes=fresh,
        receipt=replace(
            receipt,
            notes=receipt.notes - n_known_notes,
            statements=receipt.statements - n_known_statements,
            merged=receipt.merged + n_known_notes + n_known_statements,
        ),
    )


def _format_called(name: str) -> Format:
    for known in FORMATS:
        if known.name == name:
            return known
    raise NoSuchThing(
        N_('There is no format called "{name}". Choose one of: {names}.'),
        name=name,
        names=", ".join(known.name for known in FORMATS),
    )


def _recognise(file: OpenedFile) -> Format:
    for known in FORMATS:
        if known.recognises(file):
            return known
    raise _unknown(file)


def _unknown(file: OpenedFile) -> ToolkitError:
    if file.folder is not None:
        return UnknownFormat(
            N_("The folder is no Polis export: {name}. It needs the CSV files comments and votes."),
            name=file.name,
        )
    if (file.is_text and is_transcript(file.text)) or "word/document.xml" in file.names:
        return UnknownFormat(
            N_("The file is a record of speech or chat, not notes: {name}. Write the notes first."),
            name=file.name,
        )
    return UnknownFormat(
        N_("No importer recognises the file: {name}. These can be read: {formats}."),
        name=file.name,
        formats="; ".join(_(known.title) for known in FORMATS),
    )


def warn_of_personal_data(imported: Import) -> Import:
    """Say in the receipt how many notes hold what is certainly personal data, if any."""
    statements = imported.votes.statements if imported.votes else ()
    n_found = sum(bool(find_personal_data(note.text)) for note in (*imported.notes, *statements))
    receipt = imported.receipt
    warnings = [warn for warn in receipt.warnings if warn.code != "personal_data"]
    if n_found:
        message = ngettext(
            "{n} note holds personal data such as a telephone number or an e-mail address.",
            "{n} notes hold personal data such as telephone numbers or e-mail addresses.",
            n_found,
        )
        warnings.append(Warn(code="personal_data", message=message.format(n=n_found)))
    return replace(imported, receipt=replace(receipt, warnings=tuple(warnings)))
