"""Tells records of speech and chat from notes, so that none is read as the other."""

from __future__ import annotations

import re

__all__ = ["is_transcript"]

_MARKS = re.compile(
    r"^WEBVTT\b"
    r"|^(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3} --> "
    r"|^\d{1,2}:\d{2}:\d{2}[ \t]+\S"  # a chat saved from a meeting
    r"|^\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? (?:klo |kl\. ?)?\d{1,2}[.:]\d{2}"  # a telephone's chat
    r"|\S {2,}\d{1,2}:\d{2}(?::\d{2})?[ \t]*$",  # a name and a time, as Teams writes
    re.MULTILINE,
)


def is_transcript(text: str) -> bool:
    """Whether at least two lines name a moment of speech, or the file says it is subtitles."""
    if text.lstrip().startswith("WEBVTT"):
        return True
    return sum(1 for _ in zip(range(2), _MARKS.finditer(text), strict=False)) == 2
