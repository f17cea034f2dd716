"""Lines of a record of speech or chat, whether it came as text or was pasted into Word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from toolkit.importers.blocks import Line
from toolkit.importers.opened import OpenedFile
from toolkit.text import decode

__all__ = [
    "first_lines",
    "is_name",
    "likely_names",
    "may_be_name",
    "names_above",
    "speech_lines",
    "split_lines",
]

_LONGEST = 100
_MOST_WORDS = 6
_NAME_WORDS = 4
_PARTICLES = frozenset(("af", "al", "bin", "da", "de", "der", "di", "el", "la", "van", "von"))
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-'’.])*")
_STOP = re.compile(r"\w{4,}[.…]$")  # a shorter word may be an initial
_ADDED = re.compile(r"\s*[(\[][^)\]]*[)\]]")


def speech_lines(file: OpenedFile) -> list[Line]:
    """Return the lines of a text, or of a Word document: there an empty line ends a paragraph.

    Tables of a Word document are left out.

    Raises
    ------
    UnreadableExport
        If the file is neither, or broken.
    """
    return split_lines(file.text) if not file.is_archive else _lines_of_word(file)


def first_lines(file: OpenedFile) -> list[Line]:
    """Return enough lines to tell what the file is; none when it is neither text nor Word."""
    if file.folder is not None:
        return []
    if file.is_archive:
        return _lines_of_word(file) if "word/document.xml" in file.names else []
    return split_lines(decode(file.head())) if file.is_text else []


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text, numbered from 1."""
    return [Line(row=n, text=line) for n, line in enumerate(text.split("\n"), start=1)]


def _lines_of_word(file: OpenedFile) -> list[Line]:
    lines: list[Line] = []
    for block in file.document.blocks:
        if not isinstance(block, Line):
            continue
        if lines and lines[-1].row != block.row:
            lines.append(Line(row=lines[-1].row, text=""))
        lines.append(block)
    return lines


def is_name(text: str) -> bool:
    """Whether words are written like the name of a person: at most four, each with a capital.

    >>> is_name("Åsa-Maria von Öberg (vieras)"), is_name("Klo 10")
    (True, False)
    """
    words = _ADDED.sub("", text[:_LONGEST]).replace(",", " ").split()
    if len(text) > _LONGEST or not 0 < len(words) <= _NAME_WORDS or words[0] in _PARTICLES:
        return False
    return all(
        _NAME_WORD.fullmatch(word) and (word[0].isupper() or word in _PARTICLES) for word in words
    )


def may_be_name(text: str) -> bool:
    """Whether words could be a name where one must stand: a few, and no sentence."""
    words = text.split()
    is_sentence = text.endswith(("!", "?", ":", ",")) or (words and _STOP.search(words[-1]))
    return 0 < len(words) <= _MOST_WORDS and not is_sentence


def likely_names(found: Iterable[str]) -> frozenset[str]:
    """Return which of the words before texts are names: of two words or more, or there twice."""
    times = Counter(text for text in found if is_name(text))
    return frozenset(text for text, n in times.items() if n > 1 or len(text.split()) > 1)


def names_above(found: Iterable[str]) -> frozenset[str]:
    """Return which of the lines above texts are names: likely ones, and any that is there twice."""
    times = Counter(found)
    twice = frozenset(text for text, n in times.items() if n > 1 and may_be_name(text))
    return twice | likely_names(times)
