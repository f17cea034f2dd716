"""The grammar of round-table notes: what a line is, a table, a question, a note or none of them."""

from __future__ import annotations

import re
from enum import Enum, auto

from toolkit.importers.blocks import Block, Line
from toolkit.text import squeeze_spaces

__all__ = [
    "Kind",
    "is_bullet",
    "kind_of",
    "question_of",
    "split_bullets",
    "split_table_heading",
    "without_bullet",
]

_TABLE = re.compile(
    r"((?:Pöytä|Pöytäryhmä|Ryhmä|Pienryhmä|Työryhmä|Bord|Grupp|Table|Group) ?(?:\d{1,3}|[A-ZÅÄÖ]))"
    r"(?:\s*[:/.,|–—-]\s*|\s+(?=\()|$)(.*)",
    re.IGNORECASE,
)
_RECORDER = re.compile(
    r"\s*\((?:kirjuri|kirjaaja|vetäjä|fasilitaattori|puheenjohtaja|pj|sihteeri|siht|sekreterare|"
    r"ordförande|facilitator|recorder|scribe|chair)\b[^)]*\)",
    re.IGNORECASE,
)
_NAMED_QUESTION = re.compile(
    r"(?:Teema|Aihe|Kysymys|Tema|Fråga|Theme|Question) ?\d{0,3}\s*[:.–—-]\s*(\S.*)", re.IGNORECASE
)
_ABOUT_MEETING = re.compile(
    r"(?:kirjuri|kirjaaja|vetäjä|fasilitaattori|puheenjohtaja|pj|sihteeri|osallistujat|läsnä|"
    r"sekreterare|ordförande|deltagare|närvarande|facilitator|recorder|participants|present)\s*:.*"
    r"|(?:aika|päivämäärä|pvm|tid|datum|date|time)\s*:.*\d.*"
    r"|(?:\w{2,11}\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\w+kuuta)\s?\d{4}"
    r"(?:,?\s+(?:klo|kl\.?|at)\s?[\d.:–\s-]+)?(?:,.{0,60})?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…] +[A-ZÅÄÖ]")
_LONGEST_QUESTION = 200
# "o" is how Word writes its bullets of the second level as text: at the beginning of a line only.
_BULLET = re.compile(r"\A\s*(?:[-•–—*·▪‣◦●○+\uf0b7]|o|\d{1,2}[.)])\s+(?=\S)")


class Kind(Enum):
    """What a line of a discussion is."""

    TABLE = auto()
    QUESTION = auto()
    PLACE = auto()
    NOTE = auto()
    ASIDE = auto()


def kind_of(line: Line) -> Kind:
    """Tell what a line is by itself; a heading that asks nothing is a place."""
    text = squeeze_spaces(line.text)
    if line.is_title:
        return Kind.ASIDE
    if split_table_heading(text)[0] and not line.is_bullet:
        return Kind.TABLE
    if line.level:
        return Kind.QUESTION if _asks(text) else Kind.PLACE
    if is_bullet(line):
        return Kind.NOTE
    if _ABOUT_MEETING.fullmatch(text):
        return Kind.ASIDE
    if line.is_bold and len(text) < 2 * _LONGEST_QUESTION:
        return Kind.QUESTION
    # Several sentences of which the last one asks are somebody's thought.
    is_one_sentence = len(text) < _LONGEST_QUESTION and not _SENTENCE_END.search(text)
    return Kind.QUESTION if _asks(text) and is_one_sentence else Kind.NOTE


def _asks(text: str) -> bool:
    return text.rstrip("*: ").endswith("?") or _NAMED_QUESTION.fullmatch(text) is not None


def is_bullet(block: Block) -> bool:
    """Whether the block is an item of a list, by its style or by its first sign."""
    return isinstance(block, Line) and (block.is_bullet or bool(_BULLET.match(block.text)))


def without_bullet(line: Line) -> str:
    """Return the words of a line without the sign or number of a list."""
    return line.text if line.is_bullet else _BULLET.sub("", line.text, count=1)


def split_bullets(cell: str) -> list[str]:
    """Return the items of a cell that is a list, or the whole cell as one."""
    lines = [line for line in cell.split("\n") if line.strip()]
    if len(lines) > 1 and all(_BULLET.match(line) for line in lines):
        return [_BULLET.sub("", line, count=1) for line in lines]
    return [_BULLET.sub("", " ".join(lines), count=1) if len(lines) == 1 else " ".join(lines)]


def question_of(text: str) -> str:
    """Return the question or theme without the word that announces it.

    >>> question_of("Kysymys 2: Mikä toimii?")
    'Mikä toimii?'
    """
    words = squeeze_spaces(text).strip("*: ")
    named = _NAMED_QUESTION.fullmatch(words)
    return named[1] if named else words


def split_table_heading(text: str) -> tuple[str, str]:
    """Return a table and its people; two empty strings when the text is no such heading.

    >>> split_table_heading("Pöytä 1: Nuoret (kirjuri Kirsi)")
    ('Pöytä 1', 'Nuoret')
    """
    found = _TABLE.fullmatch(squeeze_spaces(text).strip("#* "))
    if found is None or len(found[2]) > 100:
        return "", ""
    return found[1], _RECORDER.sub("", found[2]).strip(" :–-*")
