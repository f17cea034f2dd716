"""Subtitles of speech: VTT and SRT of Teams, Zoom and others, and the Word files of old Teams."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.domain import Import
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.speech_lines import (
    first_lines,
    likely_names,
    may_be_name,
    names_above,
    speech_lines,
)
from toolkit.importers.turns import Turn, clock, join_turns, notes_of_turns, warn_of_joined

__all__ = ["FORMAT", "has_cues"]

_NAME = "speech-vtt"
_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?\s+([^<>]{0,200})>")
_TAG = re.compile(
    r"</?(?:[a-z]{1,20}(?:\.[^\s<>]{0,100})?(?:\s[^<>]{0,200})?|[\d:.]{1,20})>", re.IGNORECASE
)
_BEFORE_COLON = re.compile(r"([^:]{1,60}):\s+(?=\S)")
_ID = re.compile(r"\d+|\S{8,}/\d+-\d+|[0-9a-fA-F-]{36}")
_DASH = re.compile(r"(?:\A|\n)[-–]\s+")  # another speaker, whose name is not told
_NUMBER = re.compile(r"\b\d+\b")  # "Klo 10: tauko" names nobody
_MOSTLY = 0.6


_Split = Callable[[Sequence[str]], Iterator[tuple[str, str]]]
"""Lines of a cue → pairs of speaker and text."""


@dataclass(slots=True)
class _Cue:
    """What was heard between two times, line by line."""

    row: int
    start: float
    end: float
    lines: list[str] = field(default_factory=list)


def has_cues(lines: Sequence[Line]) -> bool:
    """Whether there is a line with two times, or the file says it is subtitles."""
    first = next((line.text.lstrip() for line in lines if line.text.strip()), "")
    return first.startswith("WEBVTT") or any(_TIMING.fullmatch(line.text) for line in lines)


def recognises(file: OpenedFile) -> bool:
    """Whether the file is subtitles."""
    return has_cues(first_lines(file))


def parse(file: OpenedFile) -> Import:
    """Make one note of every turn; without speakers, of every sentence."""
    collected = Collected()
    cues = _cues(speech_lines(file), collected)
    pieces = list(_pieces(cues))
    turns = join_turns(pieces)
    warn_of_joined(collected, n_pieces=len(pieces), n_turns=len(turns))
    return notes_of_turns(turns, collected, file, format_name=_NAME)


def _cues(lines: Sequence[Line], collected: Collected) -> list[_Cue]:
    cues: list[_Cue] = []
    is_open = in_head = False
    n_comments = 0
    for place, line in enumerate(lines):
        text = line.text.strip()
        timing = _TIMING.fullmatch(line.text)
        if timing:
            if cues and is_open and cues[-1].lines and _ID.fullmatch(cues[-1].lines[-1]):
                cues[-1].lines.pop()  # the number of this one
            cues.append(
                _Cue(line.row, _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:]))
            )
            is_open, in_head = True, False
        elif not text:
            is_open = is_open and not cues[-1].lines
            in_head = False
        elif is_open:
            cues[-1].lines.append(text)
        elif text.startswith(("WEBVTT", "STYLE", "REGION", "NOTE")):
            n_comments += text.startswith("NOTE")
            in_head = True
        elif not in_head and not _ID.fullmatch(text) and not _is_before_times(lines, place):
            collected.skip(line.row, _("not part of what was said"))
    if n_comments:
        message = ngettext(
            "{n} comment in the file was not read.",
            "{n} comments in the file were not read.",
            n_comments,
        )
        collected.warn("comments_not_read", message.format(n=n_comments))
    return cues


def _is_before_times(lines: Sequence[Line], place: int) -> bool:
    return place + 1 < len(lines) and bool(_TIMING.fullmatch(lines[place + 1].text))


def _seconds(groups: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (group or "0" for group in groups)
    return int(hours) * 3600 + int(minutes) * 60 + float(f"{seconds}.{fraction}")


def _pieces(cues: Sequence[_Cue]) -> Iterator[Turn]:
    """Yield what was said, with its speaker: of a tag, on a line of its own, or before a colon."""
    split: _Split
    if any(_VOICE.search(line) for cue in cues for line in cue.lines):
        split = _by_voice
    else:
        above = [cue.lines[0] for cue in cues if len(cue.lines) > 1]
        names = names_above(above)
        if sum(name in names for name in above) >= _MOSTLY * len(cues):
            split = _by_line
        else:
            split = _by_colon(cues)
    for cue in cues:
        for speaker, text in split(cue.lines):
            yield Turn(
                row=cue.row,
                text=_words(text),
                when=clock(cue.start),
                speaker=_words(speaker),
                start=cue.start,
                end=cue.end,
            )


def _words(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()


def _by_voice(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    before, *voices = _VOICE.split("\n".join(lines))
    if _words(before):
        yield "", before
    yield from zip(voices[::2], voices[1::2], strict=True)


def _by_line(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    is_named = len(lines) > 1 and may_be_name(lines[0])
    yield (lines[0], "\n".join(lines[1:])) if is_named else ("", "\n".join(lines))


def _by_colon(cues: Sequence[_Cue]) -> _Split:
    """Return how to find who speaks before a colon: sure names, or any where most have one."""
    found = [match for cue in cues if (match := _BEFORE_COLON.match(_words("\n".join(cue.lines))))]
    names = likely_names(match[1] for match in found)
    times = Counter(match[1] for match in found if may_be_name(match[1]))
    if times.total() >= _MOSTLY * len(cues) and (names or max(times.values(), default=0) > 1):
        names |= {name for name, n in times.items() if n > 1 or not _NUMBER.search(name)}

    def split(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
        words = _words("\n".join(lines))
        match = _BEFORE_COLON.match(words)
        if match and match[1] in names:
            yield match[1], words[match.end() :]
        else:
            yield from (("", text) for text in _DASH.split(words) if text)

    return split


FORMAT = Format(
    name=_NAME,
    title=N_("Transcript of speech with times: VTT, SRT or Word"),
    recognises=recognises,
    parse=parse,
)
