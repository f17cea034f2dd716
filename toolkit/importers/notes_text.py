"""Round-table notes as plain text or Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

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
from toolkit.importers.roundtable import Kind, is_bullet, kind_of
from toolkit.importers.tables import is_table, title_lines
from toolkit.importers.transcripts import is_transcript
from toolkit.text import join_split_words

__all__ = ["FORMAT"]

_NAME = "notes-text"
_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_BOLD = re.compile(r"\s*(\*\*|__)(.+)\1\s*:?\s*")
_ENDS = (".", "!", "?", ":", ";", "…", ")")
_WRAPPED = 45  # a shorter line was ended on purpose, not by the edge of the page


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
        read_discussion(lines, collected, place=_("row {n}"))
    else:
        cells = enumerate(read_quoted_list(file.text), start=1)
        listed = [Line(row=n, text=cell) for n, cell in cells]
        read_list(listed or lines, collected, place=_("row {n}"))
    return collected.to_import(file, format_name=_NAME, prefix="notes")


def _lines(text: str) -> list[Line]:
    """Return the lines of a text, those that the edge of the page broke put together again."""
    lines: list[Line] = []
    after_blank = True
    for line in _plain_lines(text):
        if not line.text.strip():
            after_blank = True
            continue
        if lines and not after_blank and _goes_on(lines[-1], line):
            joined = join_split_words(f"{lines[-1].text.rstrip()}\n{line.text.strip()}")
            lines[-1] = replace(lines[-1], text=joined.replace("\n", " "))
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


def _goes_on(above: Line, line: Line) -> bool:
    """Whether ``line`` is the rest of ``above``: split in a word, indented, or wrapped in prose."""
    if above.level or line.level or line.is_bold or is_bullet(line):
        return False
    if above.text.rstrip().endswith(("-", "\u00ad")) and line.text.lstrip()[:1].islower():
        return True
    if kind_of(above) is not Kind.NOTE:
        return False
    if is_bullet(above) and _indent(line) > _indent(above):
        return True
    starts_small = line.text.lstrip()[:1].islower()
    wrapped = len(above.text.strip()) >= _WRAPPED and not above.text.rstrip().endswith(_ENDS)
    return starts_small and wrapped


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


FORMAT = Format(
    name=_NAME, title=N_("Round-table notes: text or Markdown"), recognises=recognises, parse=parse
)
