"""The filled cells of a wide CSV of whole numbers, found from where its delimiters stand.

Nine in ten cells of a matrix of votes are empty, and making a number of each takes most of the time
of reading it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Cells", "read_grid"]

_BLOCK = 2**22
_MOST_DIGITS = 9
_NEWLINE, _RETURN, _MINUS, _ZERO = b"\n\r-0"


class Cells(NamedTuple):
    """The cells of a table that hold something; all arrays of shape (n,).

    Attributes
    ----------
    row, column
        Where: indexes of the row and of the column.
    value
        The number; infinity for what is none.
    """

    row: NDArray[np.intp]
    column: NDArray[np.intp]
    value: NDArray[np.float64]


def read_grid(
    body: bytes, *, n_columns: int, delimiter: str, columns: Collection[int]
) -> tuple[int, Cells] | None:
    """Return the number of rows and the filled cells of some columns, row by row.

    Parameters
    ----------
    body
        The lines below the heading.
    n_columns
        Cells that every row must have.
    columns
        Places of the columns to read, from 0.

    Returns
    -------
    tuple of int and Cells, or None
        None when the text is not so plain: a quotation mark, a row of another width, or a cell of
        these columns that is no whole number of at most nine digits.
    """
    import numpy as np

    if b'"' in body or b"\0" in body:
        return None
    n_rows, parts = 0, []
    for block in _blocks(body):
        found = _read_block(block, n_columns, ord(delimiter), columns)
        if found is None:
            return None
        rows, cells = found
        parts.append(cells._replace(row=cells.row + n_rows))
        n_rows += rows
    if not parts:
        return 0, Cells(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))
    return n_rows, Cells(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def _blocks(body: bytes) -> Iterator[NDArray[np.uint8]]:
    """Yield whole lines, some megabytes at a time; the last one ends in a newline, too."""
    import numpy as np

    start = 0
    while start < len(body):
        end = body.rfind(b"\n", start, start + _BLOCK) + 1 or body.find(b"\n", start) + 1
        part = body[start : end or len(body)]
        start += len(part)
        part = part if part.endswith(b"\n") else part + b"\n"
        yield np.frombuffer(part, dtype=np.uint8)


def _read_block(
    text: NDArray[np.uint8], n_columns: int, delimiter: int, columns: Collection[int]
) -> tuple[int, Cells] | None:
    import numpy as np

    if _RETURN in text:
        text = text[text != _RETURN]
    ends = np.flatnonzero((text == delimiter) | (text == _NEWLINE))
    if len(ends) % n_columns or not (text[ends[n_columns - 1 :: n_columns]] == _NEWLINE).all():
        return None
    if np.count_nonzero(text == _NEWLINE) * n_columns != len(ends):
        return None
    starts = np.concatenate([[0], ends[:-1] + 1])
    cells = np.flatnonzero(ends > starts)
    wanted = np.zeros(n_columns, dtype=np.bool_)
    wanted[list(columns)] = True
    cells = cells[wanted[cells % n_columns]]
    values = _to_whole_numbers(text, starts[cells], ends[cells])
    if values is None:
        return None
    return len(ends) // n_columns, Cells(cells // n_columns, cells % n_columns, values)


def _to_whole_numbers(
    text: NDArray[np.uint8], starts: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.float64] | None:
    """Return what stands between starts and ends; None when anything there is no whole number."""
    import numpy as np

    negative = text[starts] == _MINUS
    starts = starts + negative
    lengths = ends - starts
    if len(lengths) and not 0 < lengths.min() <= lengths.max() <= _MOST_DIGITS:
        return None
    values = np.zeros(len(starts))
    for place in range(int(lengths.max(initial=0))):
        here = np.flatnonzero(lengths > place)
        digits = text[starts[here] + place] - np.uint8(_ZERO)  # wraps round for signs below zero
        if (digits > 9).any():
            return None
        values[here] = 10 * values[here] + digits
    return np.where(negative, -values, values)
