"""Exports in, notes and votes out: one file per format, and a receipt for every row."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from toolkit.codec import to_plain
from toolkit.domain import ColumnMapping, Import
from toolkit.errors import NoSuchThing, ToolkitError
from toolkit.i18n import N_
from toolkit.import_parts import join_import
from toolkit.importers import (
    chat_phone,
    chat_teams,
    chat_zoom,
    decidim,
    google_forms,
    kerrokantasi,
    kerrokantasi_json,
    limesurvey,
    microsoft_forms,
    notes_csv,
    notes_docx,
    notes_ods,
    notes_odt,
    notes_pdf,
    notes_pptx,
    notes_text,
    notes_xlsx,
    padlet_csv,
    padlet_json,
    padlet_markdown,
    padlet_xlsx,
    padlet_zip,
    polis,
    speech_teams,
    speech_vtt,
)
from toolkit.importers.exports import group_exports
from toolkit.importers.file_warnings import (
    warn_of_broken_text,
    warn_of_package,
    warn_of_personal_data,
)
from toolkit.importers.format import Format
from toolkit.importers.isolated import ask, foreseeing, is_read_here, no_telling
from toolkit.importers.mapped import read_mapped
from toolkit.importers.opened import OpenedFile, open_file
from toolkit.importers.polis_sign import asks_for_sign
from toolkit.importers.repairing import broken_words, repair_file
from toolkit.importers.review_copy import RECORD, read_review_copy
from toolkit.importers.survey_tables import refuse_doubt
from toolkit.importers.unknown import why_unknown

__all__ = [
    "FORMATS",
    "RECORD",
    "VOTE_SIGNS",
    "Format",
    "asks_for_sign",
    "find_broken",
    "group_exports",
    "merge_known",
    "read_file",
    "read_opened",
    "read_review_copy",
    "warn_of_personal_data",
]

FORMATS = (
    padlet_csv.FORMAT,
    padlet_zip.FORMAT,
    padlet_markdown.FORMAT,
    padlet_json.FORMAT,
    padlet_xlsx.FORMAT,
    decidim.FORMAT,
    kerrokantasi.FORMAT,
    kerrokantasi_json.FORMAT,
    polis.FORMAT,
    microsoft_forms.FORMAT,
    google_forms.FORMAT,
    limesurvey.FORMAT,
    speech_vtt.FORMAT,
    speech_teams.FORMAT,
    chat_zoom.FORMAT,
    chat_teams.FORMAT,
    chat_phone.FORMAT,
    notes_docx.FORMAT,
    notes_odt.FORMAT,
    notes_xlsx.FORMAT,
    notes_ods.FORMAT,
    notes_pptx.FORMAT,
    notes_pdf.FORMAT,
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
    repairs_text: bool = False,
    tell: Callable[[], None] = no_telling,
) -> Import:
    """Read one export, whatever its format; what foreign parsers read, in a process of its own.

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
    repairs_text
        Whether letters that were broken before the file came, such as "KehittÃ¤minen", are read as
        what they were. By default they stay, and the receipt says so.
    tell
        Called a few times a second while another process reads; may raise to stop it.

    Returns
    -------
    Import
        Notes and statements in the order of the file, without language, citation label and
        source. Every row is in the receipt.

    Raises
    ------
    UnreadableExport
        If the file is missing, broken, unsafe, not what it claims to be, or beyond ``Limits``.
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
    if as_format is not None:
        _format_called(as_format)
    file = open_file(path)
    if is_read_here(file):
        with foreseeing(file.name):
            imported = read_opened(
                file,
                as_format=as_format,
                vote_sign=vote_sign,
                mapping=mapping,
                repairs_text=repairs_text,
            )
    else:
        imported = _read_apart(
            path,
            mapping,
            tell,
            as_format=as_format,
            vote_sign=vote_sign,
            repairs_text=repairs_text,
        )
    if as_format is None:
        refuse_doubt(imported)
    return warn_of_personal_data(warn_of_broken_text(imported))


def find_broken(path: Path) -> tuple[tuple[str, str], ...]:
    """Return some words of a text file whose letters look broken, with what they would be.

    None of a file that cannot be opened.
    """
    try:
        return broken_words(open_file(path))
    except ToolkitError:
        return ()


def _read_apart(
    path: Path, mapping: ColumnMapping | None, tell: Callable[[], None], **options: object
) -> Import:
    import numpy as np

    plain_mapping = None if mapping is None else to_plain(mapping)
    plain, votes = ask("import", path, tell=tell, mapping=plain_mapping, **options)
    with foreseeing(path.name):  # the process may have been made to say anything
        numbers = np.frombuffer(votes, np.int32).reshape(3, -1) if plain["votes"] else None
        return join_import(plain, numbers)


def read_opened(
    file: OpenedFile,
    *,
    as_format: str | None = None,
    vote_sign: str = "",
    mapping: ColumnMapping | None = None,
    repairs_text: bool = False,
) -> Import:
    """Read an export in this very process; see ``read_file``."""
    package = file.package  # refused, if at all, before any parser sees it
    if repairs_text:
        file = repair_file(file)
    file.vote_sign = vote_sign
    if mapping is not None:
        imported = read_mapped(file, mapping)
    else:
        known = _format_called(as_format) if as_format is not None else _recognise(file)
        imported = known.parse(file)
    return warn_of_package(imported, package)


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
    raise why_unknown(file, FORMATS)
