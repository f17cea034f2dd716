"""Notes on slides: stickies, lists, tables, and what is written below the slides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from toolkit.domain import Import
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.grids import answers_of_grid, is_layout
from toolkit.importers.opened import OpenedFile
from toolkit.importers.roundtable import (
    Kind,
    kind_of,
    question_of,
    split_bullets,
    split_table_heading,
    without_bullet,
)
from toolkit.importers.slides import Box, Slide, read_slides
from toolkit.text import squeeze_spaces

__all__ = ["FORMAT"]

_NAME = "notes-pptx"


def recognises(file: OpenedFile) -> bool:
    """Whether this is a PowerPoint file."""
    return file.is_archive and "ppt/presentation.xml" in file.names


def parse(file: OpenedFile) -> Import:
    """Make one note of every sticky, item of a list and answer; a title is the question.

    Rows in the receipt are texts, counted from the first slide.
    """
    slides = read_slides(file.data, name=file.name)
    collected = Collected()
    numbers = count(1)
    for slide in slides:
        _Reading(slide, collected, numbers).read()
    _warn(slides, collected)
    return collected.to_import(file, format_name=_NAME, prefix="notes")


class _Reading:
    """One slide, whose title asks or names the table that answers."""

    def __init__(self, slide: Slide, collected: Collected, numbers: Iterator[int]) -> None:
        self._slide = slide
        self._collected = collected
        self._numbers = numbers
        self._place = _("slide {n}").format(n=slide.number)
        headings = [slide.title, *(box.texts[0] for box in slide.boxes if _is_table_name(box))]
        tables = [split_table_heading(text) for text in headings if split_table_heading(text)[0]]
        # Of several names on a slide nobody knows which sticky belongs to which.
        self._group = (tables[0][1] or tables[0][0]) if len(tables) == 1 else ""
        self._skips_names = len(tables) > 1
        self._question = "" if split_table_heading(slide.title)[0] else question_of(slide.title)

    def read(self) -> None:
        for box in self._slide.boxes:
            if _is_table_name(box):
                if self._skips_names:
                    self._skip(_("the name of a table, not a note"))
            elif box.rows and not is_layout(box.rows):
                self._table(box.rows)
            else:
                for text in box.texts or _cells(box):
                    self._text(text, is_about=box.is_subtitle)
        place = _("slide {n}, speaker notes").format(n=self._slide.number)
        for text in self._slide.speaker_notes:
            self._text(text, place=place)

    def _text(self, text: str, *, is_about: bool = False, place: str = "") -> None:
        for item in split_bullets(text):
            line = Line(row=0, text=item)
            if is_about or kind_of(line) is Kind.ASIDE:
                self._skip(_("about the meeting, not a note"))
            else:
                self._note(without_bullet(line), place=place)

    def _table(self, rows: Sequence[Sequence[str | None]]) -> None:
        answers, unread = answers_of_grid(rows, first_row=0)
        for answer in answers:
            for text in split_bullets(answer.text) if answer.text else [""]:
                self._note(text, question=answer.prompt, group=answer.group)
        self._collected.warn_of_columns(unread)

    def _note(self, text: str, *, question: str = "", group: str = "", place: str = "") -> None:
        self._collected.add(
            next(self._numbers),
            text,
            prompt=question or self._question,
            place=place or self._place,
            group=group or self._group,
        )

    def _skip(self, reason: str) -> None:
        self._collected.skip(next(self._numbers), f"{self._place}: {reason}")


def _is_table_name(box: Box) -> bool:
    return len(box.texts) == 1 and bool(split_table_heading(box.texts[0])[0])


def _cells(box: Box) -> list[str]:
    return [cell for row in box.rows for cell in row if cell and cell.strip()]


def _warn(slides: Sequence[Slide], collected: Collected) -> None:
    def name(code: str, message: str, is_meant: Callable[[Slide], bool]) -> None:
        collected.warn_unread(code, message, (str(one.number) for one in slides if is_meant(one)))

    name("hidden_slides", _("Hidden slides were not read: {names}."), lambda one: one.is_hidden)
    name(
        "hidden_boxes",
        _("Hidden boxes were not read on the slides: {names}."),
        lambda one: one.has_hidden_boxes,
    )
    name(
        "pictures",
        _("Words in pictures cannot be read. Pictures are on the slides: {names}."),
        lambda one: one.has_pictures,
    )
    name(
        "objects",
        _("Charts, diagrams and other objects were not read on the slides: {names}."),
        lambda one: one.has_objects,
    )
    name("speaker_notes", _("Notes were also read from below the slides: {names}."), _is_noted)
    n_comments = sum(slide.n_comments for slide in slides)
    message = ngettext(
        "{n} comment on a slide was not read.", "{n} comments on slides were not read.", n_comments
    )
    collected.warn_of_some("comments", n_comments, message)
    collected.warn_unread(
        "question_without_notes", _("Questions without a note: {names}."), _unanswered(slides)
    )


def _is_noted(slide: Slide) -> bool:
    return bool(slide.speaker_notes)


def _unanswered(slides: Sequence[Slide]) -> Iterable[str]:
    for slide in slides:
        if not slide.boxes and not slide.speaker_notes and "?" in slide.title:
            yield squeeze_spaces(slide.title)


FORMAT = Format(
    name=_NAME, title=N_("Notes on slides: PowerPoint"), recognises=recognises, parse=parse
)
