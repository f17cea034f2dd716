"""How wide the columns of a table are: as much as their words need, none starved."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.domain import Block, CiteRun, Run

_LINE = 95  # signs that fit on a line of a table
_LONGEST_WORD = 18  # a longer one may be hyphenated
_LONGEST_WHOLE = 5  # a word so short, or one with a number in it, stays in one piece
_PADDING = 4  # signs that the edges of a cell take
_LONGEST_CELL = 45  # a longer text goes on several lines anyway


def column_shares(block: Block) -> tuple[float, ...]:
    """Return the share of the line for every column of a table; their sum is 1.

    A column gets its longest word, and of what is left more the longer its cells are on average.
    Where the line is too short for that, words that can be hyphenated give way to those that
    cannot.
    """
    texts: list[list[str]] = [[name] for name in block.header]
    for row in block.rows:
        texts += [[] for _ in row.cells[len(texts) :]]
        for column, runs in zip(texts, row.cells, strict=False):
            column.append(_text(runs))
    words = [_longest_word(column, whole=False) for column in texts]
    whole = [_longest_word(column, whole=True) for column in texts]
    means = [_mean(column) for column in texts]
    widths = _between(words, [max(pair) for pair in zip(words, means, strict=True)])
    if sum(words) > _LINE:
        widths = _between(whole, words)
    return tuple(width / sum(widths) for width in widths)


def _between(least: list[float], most: list[float]) -> list[float]:
    """Return widths from ``least`` towards ``most``, as far as the line goes."""
    room, asked = _LINE - sum(least), sum(most) - sum(least)
    part = min(max(room / asked, 0), 1) if asked else 0
    return [low + part * (high - low) for low, high in zip(least, most, strict=True)]


def _longest_word(cells: list[str], *, whole: bool) -> float:
    """Return how wide the longest word is; with ``whole``, the longest that stays in one piece."""
    words = [word for cell in cells for word in cell.split()]
    if whole:
        words = [w for w in words if len(w) <= _LONGEST_WHOLE or any(map(str.isdigit, w))]
    return min(max(map(len, words), default=1), _LONGEST_WORD) + _PADDING


def _mean(cells: list[str]) -> float:
    return sum(min(len(cell), _LONGEST_CELL) for cell in cells) / len(cells) + _PADDING


def _text(runs: Iterable[Run]) -> str:
    # A citation is shown as the labels of its notes, about so long.
    parts = [" [T1-000]" * len(r.note_ids) if isinstance(r, CiteRun) else r.text for r in runs]
    return "".join(parts)
