"""Round-table notes in a PDF with text: read by where the words stand, so with low confidence."""

from __future__ import annotations

import re

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.blocks import Grid, Line
from toolkit.importers.collected import Collected
from toolkit.importers.discussion import has_structure, read_discussion, read_list
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.pdf_blocks import find_blocks
from toolkit.importers.pdf_pages import MAX_PAGES, Page, read_pages
from toolkit.importers.transcripts import is_transcript

__all__ = ["FORMAT"]

_NAME = "notes-pdf"
# A name and a moment near the beginning, as Teams writes them; a programme has later hours.
_MOMENT = re.compile(r"^[^\W\d].* 0{1,2}:\d{2}(?::\d{2})?$", re.MULTILINE)


def recognises(file: OpenedFile) -> bool:
    """Whether this is a PDF."""
    return file.folder is None and file.is_pdf


def parse(file: OpenedFile) -> Import:
    """Make notes as of a text; what is repeated on every page is left out.

    Rows in the receipt are lines from the beginning of the file.
    """
    pages = read_pages(file.data, name=file.name)
    is_cut = len(pages) > MAX_PAGES
    found = find_blocks(pages[:MAX_PAGES])
    collected = Collected()
    for row in found.heads:
        collected.skip(row, _("repeated on every page"))
    for row in found.page_numbers:
        collected.skip(row, _("the number of a page"))

    def place(row: int) -> str:
        return _("page {n}").format(n=found.pages[row])

    lines = [block for block in found.blocks if isinstance(block, Line)]
    _refuse_speech(lines, name=file.name)
    if has_structure(lines) or any(isinstance(block, Grid) for block in found.blocks):
        read_discussion(found.blocks, collected, place=place)
    else:
        read_list(lines, collected, place=place)
    _warn(pages[:MAX_PAGES], collected, is_cut=is_cut)
    return collected.to_import(file, format_name=_NAME, prefix="notes")


def _refuse_speech(lines: list[Line], *, name: str) -> None:
    """Refuse a record of speech: in a PDF nobody can tell for sure who is a speaker.

    Raises
    ------
    UnreadableExport
        If it is one.
    """
    text = "\n".join(line.text for line in lines)
    if is_transcript(text) or len(_MOMENT.findall(text)) > 1:
        raise UnreadableExport(
            N_(
                "The PDF looks like a record of speech or chat: {name}. Export the record as VTT "
                "or Word, so that the names of the speakers are left out."
            ),
            name=name,
        )


def _warn(pages: list[Page], collected: Collected, *, is_cut: bool) -> None:
    collected.warn(
        "low_confidence",
        _(
            "Low confidence: a PDF does not say where a note begins and ends. Check the notes "
            "against the file, or ask for the original, such as Word."
        ),
    )
    collected.warn_unread(
        "pages_without_text",
        _("Pages without text, which may be pictures, were not read: {names}."),
        (str(page.number) for page in pages if not page.pieces and not page.tables),
    )
    collected.warn_unread(
        "pages_damaged",
        _("Pages that are damaged, so that words may be missing: {names}."),
        (str(page.number) for page in pages if page.is_damaged),
    )
    if is_cut:
        collected.warn(
            "pages_cut", _("Only the first {limit} pages were read.").format(limit=MAX_PAGES)
        )
    n_remarks = sum(page.n_remarks for page in pages)
    message = ngettext(
        "{n} comment added to the PDF was not read.",
        "{n} comments added to the PDF were not read.",
        n_remarks,
    )
    collected.warn_of_some("comments", n_remarks, message)
    n_fields = sum(page.n_fields for page in pages)
    message = ngettext(
        "{n} filled field of a form was not read.",
        "{n} filled fields of a form were not read.",
        n_fields,
    )
    collected.warn_of_some("form_fields", n_fields, message)


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: PDF with text"), recognises=recognises, parse=parse
)
