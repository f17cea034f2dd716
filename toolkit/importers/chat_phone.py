"""Chats saved from a telephone, such as WhatsApp: date, time, name and message on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from toolkit.domain import Import
from toolkit.i18n import N_, _
from toolkit.importers.blocks import Line
from toolkit.importers.chat_zoom import is_zoom_chat
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.speech_lines import first_lines, speech_lines
from toolkit.importers.speech_vtt import has_cues
from toolkit.importers.turns import Turn, notes_of_turns

__all__ = ["FORMAT", "is_phone_chat"]

_NAME = "chat-phone"
_STAMP = (
    r"(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}),?\s+(?:klo\s+|kl\.?\s*)?"
    r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_START = re.compile(rf"[\u200e\u200f]*(?:\[({_STAMP})\]|({_STAMP})\s+[-–])\s+(.*)")
_SAID = re.compile(r"([^:]{1,60}):\s+(.*)")
_ADDED = re.compile(r"\([^)]*\)")
_NAME_WORDS = 4
_LEFT_OUT = re.compile(r"[\u200e\u200f].*|<[^<>]*>")


def recognises(file: OpenedFile) -> bool:
    """Whether at least two lines begin with a date, a time and a name."""
    return is_phone_chat(first_lines(file))


def is_phone_chat(lines: Sequence[Line]) -> bool:
    """Whether lines are a chat saved from a telephone."""
    starts = (match for line in lines if (match := _START.fullmatch(line.text)) and _said(match))
    return len(list(islice(starts, 2))) == 2 and not (has_cues(lines) or is_zoom_chat(lines))


def _said(start: re.Match[str] | None) -> re.Match[str] | None:
    """Return who and what; None for what the program says."""
    found = _SAID.fullmatch(start[3]) if start else None
    is_named = found and len(_ADDED.sub("", found[1]).split()) <= _NAME_WORDS
    return found if is_named else None


def parse(file: OpenedFile) -> Import:
    """Make one note of every message."""
    collected = Collected()
    turns: list[Turn] = []
    is_open = False
    for line in speech_lines(file):
        start = _START.fullmatch(line.text)
        said = _said(start)
        if start and said and not _LEFT_OUT.fullmatch(said[2]):
            speaker, when = said[1].lstrip("~ \u202f"), start[1] or start[2]
            turns.append(Turn(row=line.row, text=said[2], when=when, speaker=speaker))
        elif start and said:
            collected.skip(line.row, _("a picture or another attachment"))
        elif start:
            collected.skip(line.row, _("of the program, not of people"))
        elif is_open:
            turns[-1] = replace(turns[-1], text=f"{turns[-1].text}\n{line.text}")
        elif line.text.strip():
            collected.skip(line.row, _("not part of what was said"))
        if start:
            is_open = bool(said and not _LEFT_OUT.fullmatch(said[2]))
    return notes_of_turns(turns, collected, file, format_name=_NAME)


FORMAT = Format(
    name=_NAME,
    title=N_("Chat saved from a telephone: text"),
    recognises=recognises,
    parse=parse,
)
