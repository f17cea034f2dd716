"""How wide the columns of a table are: as much as their words need, none starved."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.domain import Block, CiteRun, Run

_LONGEST_WORD = 14  # a longer one may be hyphenated
_PADDING = 4  # signs that the edges of a cell take
_LONGEST_CELL = 45  # a longer text goes on several lines anyway


def column_shares(block: Block) -> tuple[float, ...]:
    """Return the share of the line for every column of a table; their sum is 1.

    A column needs the longest word in it, and of what is left it gets more the longer its cells
    are on average.
    """
    texts: list[list[str]] = [[name] for name in block.header]
    for row in block.rows:
        texts += [[] for _ in row.cells[len(texts) :]]
        for column, runs in zip(texts, row.cells, strict=False):
            column.append(_text(runs))
    needs = [_need(column) for column in texts]
    return tuple(need / sum(needs) for need in needs)


def _need(cells: list[str]) -> float:
    words = [word for cell in cells for word in cell.split()]
    longest = min(max(map(len, words), default=1), _LONGEST_WORD)
    mean = sum(min(len(cell), _LONGEST_CELL) for cell in cells) / len(cells)
    return max(longest, mean) + _PADDING


def _text(runs: Iterable[Run]) -> str:
    # A citation is shown as the labels of its notes, about so long.
    parts = ["[T1-000]" * len(r.note_ids) if isinstance(r, CiteRun) else r.text for r in runs]
    return "".join(parts)
