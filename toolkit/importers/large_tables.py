"""Numbers of a large CSV, read in pieces so that memory holds only what was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.opened import OpenedFile
from toolkit.importers.tables import Dialect
from toolkit.importers.vote_grids import Cells, read_grid
from toolkit.text import decode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pandas import DataFrame

__all__ = ["LargeTable", "numbers"]

T = TypeVar("T")

# The minus sign and the dash that spreadsheets write, as the bytes of UTF-8 and Windows look here.
_MINUS = re.compile("^(?:â\x88\x92|â\x80\x93|\x96)")

_CELLS = 2_000_000
_MOST_ROWS = 65_536
_MOST_BYTES = 2**26


class LargeTable:
    """One CSV of an export, opened only when its columns are asked for.

    Parameters
    ----------
    file, name
        The export and the name of the CSV in it.
    """

    def __init__(self, file: OpenedFile, name: str) -> None:
        self._file = file
        self._name = name

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings as they are compared; see ``header_key``."""
        return self._dialect.keys

    @property
    def _dialect(self) -> Dialect:
        return self._file.dialect(self._name)

    def read(
        self, columns: Sequence[str], cells: Sequence[str] = ()
    ) -> tuple[dict[str, NDArray[np.float64]], Cells]:
        """Return whole columns, and of other columns only the cells that hold something.

        Infinity stands for what is no number.

        Parameters
        ----------
        columns
            Headings; one that the table has not gives NaN.
        cells
            Headings that the table has.

        Returns
        -------
        dict of str to array
            Each of shape (n_rows,); NaN for an empty cell.
        Cells
            In an order that depends only on the file; ``column`` is an index into ``cells``.

        Raises
        ------
        UnreadableExport
            If a quoted cell never ends.
        """
        plain = self._read_plainly(columns, cells) if cells else None
        return plain or self._read_in_pieces(columns, cells)

    def _read_plainly(
        self, columns: Sequence[str], cells: Sequence[str]
    ) -> tuple[dict[str, NDArray[np.float64]], Cells] | None:
        """Read a table of bare whole numbers; None when it is not so plain."""
        import numpy as np

        if len(set(self.keys)) < len(self.keys):
            return None
        place_of = {key: place for place, key in enumerate(self.keys)}
        narrow = {key: place_of[key] for key in columns if key in place_of}
        wide = [place_of[key] for key in cells]
        body = self._body()
        if body is None:
            return None
        grid = read_grid(
            body,
            n_columns=len(self.keys),
            delimiter=self._dialect.delimiter,
            columns={*narrow.values(), *wide},
        )
        if grid is None:
            return None
        n_rows, found = grid
        read = {key: np.full(n_rows, np.nan) for key in columns}
        for key, place in narrow.items():
            here = found.column == place
            read[key][found.row[here]] = found.value[here]
        index = np.full(len(self.keys), -1)
        index[wide] = np.arange(len(wide))
        column = index[found.column]
        here = column >= 0
        return read, Cells(found.row[here], column[here], found.value[here])

    def _body(self) -> bytes | None:
        """Return what is below the heading; None when there is too much, or no line ends."""
        with self._file.stream(self._name) as stream:
            lines = [stream.readline() for _ in range(self._dialect.n_lines)]
            body = stream.read(_MOST_BYTES + 1)
        is_plain = all(line.endswith(b"\n") for line in lines) and len(body) <= _MOST_BYTES
        return body if is_plain else None

    def _read_in_pieces(
        self, columns: Sequence[str], cells: Sequence[str]
    ) -> tuple[dict[str, NDArray[np.float64]], Cells]:
        import numpy as np

        known = [key for key in columns if key in self.keys]
        asked = {*known, *cells}
        places = {key: at for at, key in enumerate(key for key in self.keys if key in asked)}
        narrow = [places[key] for key in known]
        wide = _as_slice([places[key] for key in cells])

        def digest(piece: NDArray[np.float64]) -> tuple[int, list[NDArray[np.float64]], Cells]:
            columns = [piece[:, place].copy() for place in narrow]
            return len(piece), columns, _filled_cells(piece.T[wide])

        pieces = self._read(list(places), digest)
        starts = np.cumsum([0, *(n_rows for n_rows, _columns, _cells in pieces)])
        found = {
            key: np.concatenate([np.empty(0), *(columns[at] for _n, columns, _cells in pieces)])
            for at, key in enumerate(known)
        }
        nothing = np.full(starts[-1], np.nan)
        return (
            {key: found.get(key, nothing) for key in columns},
            _join([part for _n, _columns, part in pieces], starts),
        )

    def holds(self, key: str) -> bool:
        """Whether there is a column of that name with anything in it."""
        frames = self._frames([key], kind=object) if key in self.keys else iter(())
        return any(bool(frame.notna().to_numpy().any()) for frame in frames)

    def _read(self, keys: Sequence[str], digest: Callable[[NDArray[np.float64]], T]) -> list[T]:
        """Return what ``digest`` makes of each piece: (n_rows, len(keys)), as the file has them."""
        import numpy as np
        from pandas.errors import ParserError

        if not keys:
            return []
        try:
            try:
                strict = self._frames(keys, kind=np.float64)
                return [digest(frame.to_numpy()) for frame in strict]
            except ParserError:
                raise
            except ValueError:  # some cell is no number
                comma = self._dialect.delimiter != ","  # then it may be that of a decimal
                frames = self._frames(keys, kind=object)
                return [digest(_to_numbers(frame, comma=comma)) for frame in frames]
        except ParserError as error:
            raise UnreadableExport(
                N_("The file is not a proper CSV: {name}. Export it again."),
                name=f"{self._file.name}: {self._name}",
            ) from error

    def _frames(self, keys: Sequence[str], *, kind: type) -> Iterator[DataFrame]:
        """Yield the columns in the order of the file, some thousands of rows at a time."""
        import pandas as pd

        asked = set(keys)
        chosen = [place for place, key in enumerate(self.keys) if key in asked]
        with self._stream() as stream:
            yield from pd.read_csv(
                stream,
                sep=self._dialect.delimiter,
                header=None,
                names=range(len(self.keys)),
                index_col=False,
                usecols=chosen,
                skiprows=self._dialect.n_lines,
                # Digits are the same bytes in every code that is left here.
                encoding="latin-1",
                dtype=kind,
                low_memory=False,
                chunksize=max(1, min(_MOST_ROWS, _CELLS // len(self.keys))),
            )

    def _stream(self) -> BinaryIO:
        """Open the bytes; what is not in a code of one byte for a digit is turned into one."""
        import io

        if b"\0" in self._file.head(self._name):
            return io.BytesIO(decode(self._file.read(self._name)).encode())
        return self._file.stream(self._name)


def _as_slice(places: list[int]) -> list[int] | slice:
    """Return neighbours as a slice, which copies nothing."""
    if places and places == list(range(places[0], places[-1] + 1)):
        return slice(places[0], places[-1] + 1)
    return places


def _filled_cells(columns: NDArray[np.float64]) -> Cells:
    """Return what a piece holds; it lies in memory column by column, so it is read that way."""
    import numpy as np

    filled = ~np.isnan(columns)
    column, row = np.nonzero(filled)
    return Cells(row, column, columns[filled])


def _join(parts: Sequence[Cells], starts: NDArray[np.intp]) -> Cells:
    import numpy as np

    rows = [part.row + start for part, start in zip(parts, starts, strict=False)]
    return Cells(
        np.concatenate([np.empty(0, np.intp), *rows]),
        np.concatenate([np.empty(0, np.intp), *(part.column for part in parts)]),
        np.concatenate([np.empty(0), *(part.value for part in parts)]),
    )


def _to_numbers(frame: DataFrame, *, comma: bool) -> NDArray[np.float64]:
    import numpy as np

    columns = [_to_column(frame[name].tolist(), comma=comma) for name in frame.columns]
    return np.column_stack(columns)


def _to_column(cells: list[object], *, comma: bool) -> NDArray[np.float64]:
    import numpy as np

    filled = [_MINUS.sub("-", cell.strip()) if isinstance(cell, str) else "" for cell in cells]
    if comma:
        filled = [cell.replace(",", ".") for cell in filled]
    values = numbers(filled)
    values[np.isnan(values) & np.array([bool(cell) for cell in filled])] = np.inf
    return values


def numbers(cells: Sequence[str]) -> NDArray[np.float64]:
    """Return cells as float64 of the same length; NaN for what is no number or beyond 2**53."""
    import numpy as np

    try:
        values = np.array(cells, dtype=np.float64)
    except ValueError:
        values = np.array([_number(cell) for cell in cells], dtype=np.float64)
    values[~(np.abs(values) < 2**53)] = np.nan
    return values


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return float("nan")
