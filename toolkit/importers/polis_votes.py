"""Polis votes as arrays: the log or the matrix read, and the latest vote of each kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.importers.polis_files import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Ballots", "numbers", "read_log", "read_matrix"]

_FIXED = frozenset(
    ("participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree")
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ballots:
    """Votes in the order they were cast, re-votes included. All arrays have shape (n,).

    Attributes
    ----------
    participant, statement
        Numbers of the export, int64.
    value
        +1 agree, 0 pass, −1 disagree as the export says it, int8.
    n_bad
        Rows left out because a number is missing or the vote is none of the three.
    """

    participant: NDArray[np.int64]
    statement: NDArray[np.int64]
    value: NDArray[np.int8]
    n_bad: int = 0

    def only(self, keep: NDArray[np.bool_]) -> Ballots:
        """Return the votes that a mask keeps, in the same order."""
        return Ballots(
            participant=self.participant[keep],
            statement=self.statement[keep],
            value=self.value[keep],
            n_bad=self.n_bad,
        )

    def latest(self) -> Ballots:
        """Return one vote for each participant and statement, the last one cast."""
        return self._ends(last=True)

    def earliest(self) -> Ballots:
        """Return one vote for each participant and statement, the first one cast."""
        return self._ends(last=False)

    def _ends(self, *, last: bool) -> Ballots:
        import numpy as np

        order = np.lexsort((self.statement, self.participant))  # stable: keeps the order of time
        who, what = self.participant[order], self.statement[order]
        changes = (who[1:] != who[:-1]) | (what[1:] != what[:-1])
        edge = np.ones(min(len(order), 1), dtype=np.bool_)
        keep = np.concatenate([changes, edge]) if last else np.concatenate([edge, changes])
        return self.only(order[keep])


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


def read_log(table: Table) -> Ballots:
    """Read votes.csv, sorted by time; seconds and milliseconds are told by their size."""
    import numpy as np

    time = np.nan_to_num(numbers(table.column("timestamp")))
    time = np.where(time > 1e11, time / 1000, time)
    columns = ("voter-id", "comment-id", "vote")
    participant, statement, value = (numbers(table.column(name)) for name in columns)
    order = np.argsort(time, kind="stable")
    return _ballots(participant[order], statement[order], value[order])


def read_matrix(table: Table) -> Ballots:
    """Read participants-votes.csv: a column per statement, blank where it was not seen."""
    import numpy as np

    participants = numbers(table.column("participant"))
    parts = []
    for name, cells in table.columns.items():
        if name in _FIXED:
            continue
        seen = np.array([bool(cell and cell.strip()) for cell in cells], dtype=np.bool_)
        values = numbers([cell for cell in cells if cell and cell.strip()])
        parts.append((participants[seen], np.full(len(values), _number(name)), values))
    if not parts:
        return _ballots(*(np.zeros(0) for _ in range(3)))
    return _ballots(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def _ballots(
    participant: NDArray[np.float64], statement: NDArray[np.float64], value: NDArray[np.float64]
) -> Ballots:
    import numpy as np

    good = np.isin(value, (-1, 0, 1))
    for ids in (participant, statement):
        good &= np.isfinite(ids) & (ids == np.floor(ids))
    return Ballots(
        participant=participant[good].astype(np.int64),
        statement=statement[good].astype(np.int64),
        value=value[good].astype(np.int8),
        n_bad=int(len(good) - good.sum()),
    )
