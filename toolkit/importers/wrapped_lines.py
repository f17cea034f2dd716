"""Lines that the edge of the page broke, put together again."""

from __future__ import annotations

from dataclasses import replace

from toolkit.importers.blocks import Line
from toolkit.importers.roundtable import Kind, is_bullet, kind_of
from toolkit.text import join_split_words

__all__ = ["goes_on", "join"]

_ENDS = (".", "!", "?", ":", ";", "…", ")")
_WRAPPED = 45  # a shorter line was ended on purpose, not by the edge of the page
_SEAM = 20  # what a split word can touch
_LONGEST = 5_000  # no thought is longer, and looking at all of it for every line takes for ever


def join(above: Line, line: Line) -> Line:
    """Return two lines as one; a word that was split is whole again."""
    text = above.text.rstrip()
    joined = join_split_words(f"{text[-_SEAM:]}\n{line.text.strip()}")
    return replace(above, text=text[:-_SEAM] + joined.replace("\n", " "))


def goes_on(above: Line, line: Line) -> bool:
    """Whether ``line`` is the rest of ``above``: split in a word, indented, or wrapped in prose."""
    if len(above.text) > _LONGEST or above.level or line.level or line.is_bold or is_bullet(line):
        return False
    if above.text.rstrip().endswith(("-", "\u00ad")) and line.text.lstrip()[:1].islower():
        return True
    if kind_of(above) is not Kind.NOTE:
        return False
    if is_bullet(above) and _indent(line) > _indent(above):
        return True
    starts_small = line.text.lstrip()[:1].islower()
    wrapped = len(above.text.strip()) >= _WRAPPED and not above.text.rstrip().endswith(_ENDS)
    return starts_small and wrapped


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())
