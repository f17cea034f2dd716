"""Tells records of speech and chat from notes, so that none is read as the other."""

from __future__ import annotations

import re
from itertools import islice

from toolkit.importers.speech_headings import chat_headings
from toolkit.importers.speech_lines import split_lines

__all__ = ["is_transcript"]

_MARKS = re.compile(
    r"^WEBVTT\b"
    r"|^(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3} --> "
    r"|^\d{1,2}:\d{2}:\d{2}[ \t]+\S"  # a chat saved from a meeting
    r"|^[\u200e\u200f]*\[?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}),?\s+"
    r"(?:klo\s+|kl\.?\s*)?\d{1,2}[.:]\d{2}"  # a telephone's chat
    r"|\S {2,}\d{1,2}:\d{2}(?::\d{2})?[ \t]*$",  # a name and a time, as Teams writes
    re.MULTILINE,
)


def is_transcript(text: str) -> bool:
    """Whether at least two lines name a moment of speech, or the file says it is subtitles.

    Some that are cannot be read: nobody knows their shape.
    """
    if text.lstrip().startswith("WEBVTT"):
        return True
    return len(list(islice(_MARKS.finditer(text), 2))) == 2 or bool(
        chat_headings(split_lines(text))
    )
