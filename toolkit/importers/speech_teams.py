"""Transcripts of Teams: a line with a name and a time above what was said, in Word or as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from toolkit.domain import Import
from toolkit.i18n import N_, _
from toolkit.importers.blocks import Line
from toolkit.importers.chat_phone import is_phone_chat
from toolkit.importers.chat_zoom import is_zoom_chat
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.speech_headings import speech_headings, turn_of, turns_below
from toolkit.importers.speech_lines import first_lines, is_name, speech_lines
from toolkit.importers.speech_vtt import has_cues
from toolkit.importers.turns import join_turns, notes_of_turns, warn_of_joined

__all__ = ["FORMAT", "is_teams_speech"]

_NAME = "speech-teams"
_ABOUT_TRANSCRIPT = re.compile(r"\b(?:litteroin|transcri|transkri)", re.IGNORECASE)
_FEW_WORDS = 6


def recognises(file: OpenedFile) -> bool:
    """Whether names with the time of the recording stand above lines."""
    return is_teams_speech(first_lines(file))


def is_teams_speech(lines: Sequence[Line]) -> bool:
    """Whether lines are a transcript of Teams."""
    if has_cues(lines) or is_zoom_chat(lines) or is_phone_chat(lines):
        return False
    return bool(speech_headings(lines))


def parse(file: OpenedFile) -> Import:
    """Make one note of every turn."""
    collected = Collected()
    lines = speech_lines(file)
    headings = speech_headings(lines)
    for line in lines[: headings[0].place if headings else None]:
        if line.text.strip():
            collected.skip(line.row, _("not part of what was said"))
    pieces = []
    for heading, below in turns_below(lines, headings):
        row = lines[heading.place].row
        said = _said(row, below, is_word=file.is_archive)
        pieces.append(turn_of(heading, row, said))
        for line in below:
            if line not in said:
                collected.skip(line.row, _("not part of what was said"))
    turns = join_turns(pieces)
    warn_of_joined(collected, n_pieces=len(pieces), n_turns=len(turns))
    return notes_of_turns(turns, collected, file, format_name=_NAME)


def _said(row: int, below: Iterable[Line], *, is_word: bool) -> list[Line]:
    """Return the lines of a turn: of its own paragraph, if there are any, or of the next ones.

    Who started and stopped the transcript stands in a paragraph, or a line, without a heading.
    """
    own = [line for line in below if line.row == row] if is_word else []
    return own or [line for line in below if not _is_about_transcript(line.text)]


def _is_about_transcript(text: str) -> bool:
    words = text.split()
    is_named = len(words) <= _FEW_WORDS and is_name(" ".join(words[:2]))
    return is_named and bool(_ABOUT_TRANSCRIPT.search(text))


FORMAT = Format(
    name=_NAME,
    title=N_("Transcript of Teams: Word or text"),
    recognises=recognises,
    parse=parse,
)
