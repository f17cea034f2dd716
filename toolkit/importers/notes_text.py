"""Round-table notes as plain text or Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.domain import Import
from toolkit.i18n import N_, _
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.discussion import has_structure, read_discussion, read_list
from toolkit.importers.format import Format
from toolkit.importers.notes_csv import recognises as is_notes_csv
from toolkit.importers.one_column import read_quoted_list
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet_markdown import recognises as is_padlet
from toolkit.importers.tables import is_table, title_lines
from toolkit.importers.transcripts import is_transcript
from toolkit.importers.wrapped_lines import goes_on, join

__all__ = ["FORMAT"]

_NAME = "notes-text"
_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_BOLD = re.compile(r"\s*(\*\*|__)(.+)\1\s*:?\s*")


def recognises(file: OpenedFile) -> bool:
    """Whether the file is text of no other kind that the toolkit knows."""
    if not file.is_text or file.text.lstrip().startswith(("{", "[", "<")):
        return False
    if is_table(file.text) or title_lines(file.text):
        return False
    return not (is_padlet(file) or is_notes_csv(file) or is_transcript(file.text))


def parse(file: OpenedFile) -> Import:
    """Make one note of every bullet or line below a table or a question.

    A text with neither tables, questions nor bullets is a list: every line of it is a note.
    """
    collected = Collected()
    lines = _lines(file.text)
    if has_structure(lines):
        read_discussion(lines, collected, place=_place)
    else:
        cells = enumerate(read_quoted_list(file.text), start=1)
        listed = [Line(row=n, text=cell) for n, cell in cells]
        read_list(listed or lines, collected, place=_place)
    return collected.to_import(file, format_name=_NAME, prefix="notes")


def _place(row: int) -> str:
    return _("row {n}").format(n=row)


def _lines(text: str) -> list[Line]:
    """Return the lines of a text, those that the edge of the page broke put together again."""
    lines: list[Line] = []
    after_blank = True
    for line in _plain_lines(text):
        if not line.text.strip():
            after_blank = True
            continue
        if lines and not after_blank and goes_on(lines[-1], line):
            lines[-1] = join(lines[-1], line)
        else:
            lines.append(line)
        after_blank = False
    return lines


def _plain_lines(text: str) -> Iterator[Line]:
    for row, raw in enumerate(text.expandtabs(4).split("\n"), start=1):
        heading, bold = _HEADING.fullmatch(raw), _BOLD.fullmatch(raw)
        if heading:
            yield Line(row=row, text=heading[2], level=len(heading[1]))
        elif bold:
            yield Line(row=row, text=bold[2], is_bold=True)
        elif raw.strip("=-_* ") or not raw.strip():  # a row of signs is only a rule
            yield Line(row=row, text=raw)


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: text or Markdown"), recognises=recognises, parse=parse
)
