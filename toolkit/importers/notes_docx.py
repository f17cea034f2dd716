"""Round-table notes in Word: headings, questions, bullets and tables of answers."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.blocks import Line, TextDocument
from toolkit.importers.collected import Collected
from toolkit.importers.discussion import read_discussion
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.transcripts import is_transcript

__all__ = ["FORMAT", "collect_notes"]

_NAME = "notes-docx"


def recognises(file: OpenedFile) -> bool:
    """Whether this is a Word document that is no transcript of speech."""
    if not file.is_archive or "word/document.xml" not in file.names:
        return False
    return not is_transcript("\n".join(b.text for b in file.document.blocks if isinstance(b, Line)))


def parse(file: OpenedFile) -> Import:
    """Make one note of every bullet, line and answer below a table or a question, and comment."""
    collected = Collected()
    collect_notes(file.document, collected)
    return collected.to_import(file, format_name=_NAME, prefix="notes")


def collect_notes(document: TextDocument, collected: Collected) -> None:
    """Collect the notes of a document, and its comments as notes of their own.

    A comment answers the question that it stands under, and comments on the note beside it when
    there is only one. It has no group: who wrote it need not have sat at that table.
    """
    places = read_discussion(document.blocks, collected, place=_place)
    for comment in document.comments:
        place = _("comment, paragraph {n}") if comment.row else _("comment")
        beside = places.notes.get(comment.row, [])
        collected.add(
            comment.row,
            comment.text,
            prompt=places.questions.get(comment.row, ""),
            place=place.format(n=comment.row),
            reply_to=beside[0] if len(beside) == 1 else None,
        )
    _warn(document, collected)


def _place(row: int) -> str:
    return _("paragraph {n}").format(n=row)


def _warn(document: TextDocument, collected: Collected) -> None:
    n_comments = len(document.comments)
    collected.warn_of_some(
        "comments",
        n_comments,
        ngettext(
            "{n} comment in the margin became a note of its own; its place says that it is a "
            "comment. The name of its writer was not read. Set it aside if no participant wrote "
            "it.",
            "{n} comments in the margin became notes of their own; their places say that they are "
            "comments. The names of their writers were not read. Set aside those that no "
            "participant wrote.",
            n_comments,
        ),
    )
    collected.warn_of_some(
        "footnotes",
        document.n_footnotes,
        ngettext(
            "{n} footnote was not read.",
            "{n} footnotes were not read.",
            document.n_footnotes,
        ),
    )
    collected.warn_of_some(
        "hidden_text",
        document.n_hidden,
        ngettext(
            "Hidden text was not read: it stands in {n} place.",
            "Hidden text was not read: it stands in {n} places.",
            document.n_hidden,
        ),
    )
    if document.has_header:
        collected.warn("header", _("What the header or footer of the pages says was not read."))


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: Word document"), recognises=recognises, parse=parse
)
