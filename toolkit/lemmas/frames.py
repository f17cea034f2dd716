"""Openings of notes that say how something is meant: Toivon että, Jag hoppas att, I hope that."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def strip_frame(text: str) -> str:
    """Return ``text`` without the frame it begins with; as it is if nothing else would be left.

    For the models: notes with one frame look alike to them. What people read keeps its frame.

    >>> strip_frame("Toivoisin, että jonot lyhenevät")
    'jonot lyhenevät'
    >>> strip_frame("Toivon.")
    'Toivon.'
    """
    rest = text
    while frame := _frames().match(rest.lstrip()):
        shorter = rest.lstrip()[frame.end() :]
        if not any(character.isalpha() for character in shorter):
            break
        rest = shorter
    return rest


@cache
def _frames() -> re.Pattern[str]:
    folder = files("toolkit") / "resources" / "frames"
    lines = [
        line
        for language in ("fi", "sv", "en")
        for line in (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return re.compile(rf"\A(?:{'|'.join(lines)})(?!\w)[\s,:–-]*", re.IGNORECASE)
