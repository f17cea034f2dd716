"""Names with times that stand above what was said or written, as Teams shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.importers.blocks import Line
from toolkit.importers.speech_lines import is_name, may_be_name, names_above
from toolkit.importers.turns import Turn

__all__ = ["Heading", "chat_headings", "speech_headings", "turn_of", "turns_below"]

_CLOCK = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:[^\W\d_]+\.?|\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?|\d{4}-\d{2}-\d{2})"
_STAMP = rf"(?:{_DAY},?\s+){{0,4}}{_CLOCK}"
_SPOKEN = re.compile(r"(?P<name>\S[^\t]*?)(?: {2,}|\t\s*)(?P<when>\d{1,2}:\d{2}(?::\d{2})?)")
_ON_ONE_LINE = re.compile(rf"(?P<name>\S[^\t]*?)(?: {{2,}}|\t\s*)(?P<when>{_STAMP})")
_IN_BRACKETS = re.compile(rf"\[(?P<when>{_STAMP})\]\s+(?P<name>[^:]{{1,100}})(?::\s*(?P<text>.*))?")
_LONGEST = 200
_ONLY_WHEN = re.compile(_STAMP)


class Heading(NamedTuple):
    """Who and when; ``place`` and ``below`` are where its lines begin and end in the file."""

    place: int
    below: int
    name: str
    when: str
    text: str = ""


def speech_headings(lines: Sequence[Line]) -> list[Heading]:
    """Return headings such as ``Etunimi Sukunimi   0:10``; none when they are no names."""
    found = [
        Heading(place, place + 1, match["name"], match["when"])
        for place, line in enumerate(lines)
        if len(line.text) <= _LONGEST
        and (match := _SPOKEN.fullmatch(line.text.strip()))
        and may_be_name(match["name"])
    ]
    return found if _are_of_people(found, lines) else []


def chat_headings(lines: Sequence[Line]) -> list[Heading]:
    """Return headings of pasted messages, on one line or two; none when they are no names."""
    found = list(_chat_headings(lines))
    return found if _are_of_people(found, lines) else []


def _chat_headings(lines: Sequence[Line]) -> Iterator[Heading]:
    for place, line in enumerate(lines):
        text = line.text.strip()
        if len(line.text) > _LONGEST and not text.startswith("["):
            continue
        one = _IN_BRACKETS.fullmatch(text) or _ON_ONE_LINE.fullmatch(text)
        if one and may_be_name(one["name"]):
            said = one.groupdict().get("text") or ""
            yield Heading(place, place + 1, one["name"], one["when"], said)
            continue
        below = next((n for n in (place + 1, place + 2) if _text(lines, n)), place + 1)
        if is_name(text) and _ONLY_WHEN.fullmatch(_text(lines, below)):
            yield Heading(place, below + 1, text, _text(lines, below))


def _text(lines: Sequence[Line], place: int) -> str:
    return lines[place].text.strip() if place < len(lines) else ""


def _are_of_people(found: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Whether most headings are names with something below: a list of who came has nothing."""
    names = names_above(heading.name for heading in found)
    n_named = sum(heading.name in names for heading in found)
    n_filled = sum(bool(heading.text or below) for heading, below in turns_below(lines, found))
    return len(found) > 1 and 2 * min(n_named, n_filled) >= len(found)


def turns_below(
    lines: Sequence[Line], headings: Sequence[Heading]
) -> Iterator[tuple[Heading, list[Line]]]:
    """Yield headings with the lines that are not empty between them and the next."""
    ends = [heading.place for heading in headings[1:]] + [len(lines)]
    for heading, end in zip(headings, ends, strict=False):  # without headings there is one end
        yield heading, [line for line in lines[heading.below : end] if line.text.strip()]


def turn_of(heading: Heading, row: int, lines: Sequence[Line]) -> Turn:
    """Return what stands below a heading as a turn."""
    texts = (heading.text, *(line.text.strip() for line in lines))
    return Turn(
        row=row, text="\n".join(filter(None, texts)), when=heading.when, speaker=heading.name
    )
