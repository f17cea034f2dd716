"""Messages of Teams, copied from its window into Word or a text file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.domain import Import
from toolkit.i18n import N_, _
from toolkit.importers.blocks import Line
from toolkit.importers.chat_phone import is_phone_chat
from toolkit.importers.chat_zoom import is_zoom_chat
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.speech_headings import (
    chat_headings,
    speech_headings,
    turn_of,
    turns_below,
)
from toolkit.importers.speech_lines import first_lines, speech_lines
from toolkit.importers.speech_vtt import has_cues
from toolkit.importers.turns import notes_of_turns

__all__ = ["FORMAT", "is_teams_chat"]

_NAME = "chat-teams"
_LETTER = re.compile(r"[^\W\d_]")
_CHANGE = re.compile(
    r"muokattu|edited|redigera[dt]|viimeksi luettu|last read|senast läst", re.IGNORECASE
)
_REACTION = re.compile(
    r"[\d\W]*(?:tykkä|like|gilla|sydän|heart|hjärta|nauru|laugh|skratt|yllätt|surprised|överrask"
    r"|surullinen|sad\b|ledsen|vihainen|angry|arg\b)\w*"
    r"(?:[\s-]*(?:reaktio|reaction|reaktion)\w*)?[\d\W]*",
    re.IGNORECASE,
)


def recognises(file: OpenedFile) -> bool:
    """Whether names of people with the time of day stand above lines."""
    return is_teams_chat(first_lines(file))


def is_teams_chat(lines: Sequence[Line]) -> bool:
    """Whether lines are messages of Teams and no transcript."""
    if has_cues(lines) or is_zoom_chat(lines) or is_phone_chat(lines):
        return False
    return bool(chat_headings(lines)) and not speech_headings(lines)


def parse(file: OpenedFile) -> Import:
    """Make one note of every message."""
    collected = Collected()
    lines = speech_lines(file)
    headings = chat_headings(lines)
    for line in lines[: headings[0].place if headings else None]:
        if line.text.strip():
            collected.skip(line.row, _("not part of what was said"))
    turns = []
    for heading, below in turns_below(lines, headings):
        written: list[Line] = []
        for line in below:
            if _is_mark(line.text.strip(), is_first=not (written or heading.text)):
                collected.skip(line.row, _("a reaction or a mark of the chat, not a note"))
            else:
                written.append(line)
        turns.append(turn_of(heading, lines[heading.place].row, written))
    return notes_of_turns(turns, collected, file, format_name=_NAME)


def _is_mark(text: str, *, is_first: bool) -> bool:
    """Whether a line tells of reactions or changes; a number alone may be a message."""
    has_number = any(map(str.isdigit, text))
    if not _LETTER.search(text):
        return not (is_first and has_number)
    return bool(_CHANGE.fullmatch(text) or (has_number and _REACTION.fullmatch(text)))


FORMAT = Format(
    name=_NAME,
    title=N_("Chat of Teams: copied into Word or text"),
    recognises=recognises,
    parse=parse,
)
