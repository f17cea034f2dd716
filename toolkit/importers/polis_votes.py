"""Polis votes as arrays: the log or the matrix read, and the latest vote of each kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from toolkit.importers.large_tables import LargeTable, numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Ballots", "Cast", "Latest", "Matrix", "find_latest", "ranks", "read_log", "read_matrix"]


_MILLISECONDS = 1e11
"""Later than this no time in seconds is: it would be the year 5138."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ballots:
    """Votes as they were cast, re-votes included. All arrays have shape (n,).

    Attributes
    ----------
    participant, statement
        Numbers of the export, int64.
    value
        +1 agree, 0 pass, −1 disagree as the export says it, int8.
    time
        Seconds, whatever the file has; zero where it has none.
    n_bad
        Rows left out because a number is missing or the vote is none of the three.
    each_once
        Whether it is known that nobody's vote on a statement is there twice.
    """

    participant: NDArray[np.int64]
    statement: NDArray[np.int64]
    value: NDArray[np.int8]
    time: NDArray[np.float64]
    n_bad: int = 0
    each_once: bool = False

    def only(self, keep: NDArray[np.bool_]) -> Ballots:
        """Return the votes that a mask keeps, in the same order."""
        return replace(
            self,
            participant=self.participant[keep],
            statement=self.statement[keep],
            value=self.value[keep],
            time=self.time[keep],
        )


class Latest(NamedTuple):
    """One vote for each participant and statement.

    By statement and then by participant, as logs are, or in the order of a matrix.

    Attributes
    ----------
    participants, statements
        Numbers of those who voted and of what was voted on, ascending.
    participant, statement
        Shape (n,): indexes into them.
    value, first
        Shape (n,), int8: the latest and the earliest vote of each.
    tied
        Shape (n,): whether the last two votes carry the same time and differ. Then the later row
        of the file stands.
    """

    participants: NDArray[np.int64]
    statements: NDArray[np.int64]
    participant: NDArray[np.intp]
    statement: NDArray[np.intp]
    value: NDArray[np.int8]
    first: NDArray[np.int8]
    tied: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cast:
    """The votes of an export on the statements it names.

    Attributes
    ----------
    log
        Every vote, re-votes included.
    latest
        What is left when each person votes on each statement once.
    n_unknown
        Votes left out because no statement has their number.
    is_log
        Whether re-votes are among them; False when they come from the matrix.
    """

    log: Ballots
    latest: Latest
    n_unknown: int = 0
    is_log: bool = True

    def turned(self) -> Cast:
        """Return the same with agree and disagree in each other's place."""
        latest = self.latest._replace(value=-self.latest.value, first=-self.latest.first)
        return replace(self, log=replace(self.log, value=-self.log.value), latest=latest)


def find_latest(ballots: Ballots) -> Latest:
    """Keep the latest vote of each participant on each statement."""
    import numpy as np

    people, who = ranks(ballots.participant)
    things, what = ranks(ballots.statement)
    if ballots.each_once:
        order = np.arange(len(who))
        again = np.empty(0, dtype=np.intp)
    else:
        cell = what * len(people) + who
        # Logs list the votes by statement and participant: sorting what is sorted costs little.
        order = np.argsort(cell, kind="stable")
        cell = cell[order]
        again = np.flatnonzero(cell[1:] == cell[:-1])
    if len(again):
        revoted = np.union1d(again, again + 1)
        rows = order[revoted]
        order[revoted] = rows[np.lexsort((rows, ballots.time[rows], who[rows], what[rows]))]
    is_last = np.ones(len(order), dtype=np.bool_)
    is_last[again] = False
    is_first = np.ones(len(order), dtype=np.bool_)
    is_first[again + 1] = False
    last = order[is_last]
    before = order[np.maximum(np.flatnonzero(is_last) - 1, 0)]
    return Latest(
        participants=people,
        statements=things,
        participant=who[last],
        statement=what[last],
        value=ballots.value[last],
        first=ballots.value[order[is_first]],
        tied=~is_first[is_last]
        & (ballots.time[before] == ballots.time[last])
        & (ballots.value[before] != ballots.value[last]),
    )


def ranks(values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Return the distinct values, ascending, and for each value its place among them."""
    import numpy as np

    if not len(values):
        return values, np.empty(0, dtype=np.intp)
    low, high = int(values.min()), int(values.max())
    if high - low > 4 * len(values) + 1_000_000:
        distinct, place = np.unique(values, return_inverse=True)
        return distinct, place
    # Numbers of a conversation lie close together: a table of them is quicker than sorting.
    seen = np.zeros(high - low + 1, dtype=np.bool_)
    seen[values - low] = True
    return np.flatnonzero(seen) + low, (np.cumsum(seen) - 1)[values - low]


def read_log(table: LargeTable) -> Ballots:
    """Read votes.csv; seconds and milliseconds are told by their size."""
    import numpy as np

    columns, _cells = table.read(("timestamp", "voter-id", "comment-id", "vote"))
    time = columns["timestamp"]
    time = np.where(np.isfinite(time), time, 0.0)
    return _ballots(
        columns["voter-id"],
        columns["comment-id"],
        columns["vote"],
        time=np.where(time > _MILLISECONDS, time / 1000, time),
    )


class Matrix(NamedTuple):
    """What participants-votes.csv holds.

    Attributes
    ----------
    participants
        Numbers in the order of the rows; NaN where there is none.
    groups
        Their groups, 0, 1 …, same shape; NaN where there is none.
    ballots
        The votes of the columns that were asked for.
    """

    participants: NDArray[np.float64]
    groups: NDArray[np.float64]
    ballots: Ballots


def read_matrix(
    table: LargeTable, *, wanted: Callable[[int], bool] = lambda _number: True
) -> Matrix:
    """Read participants-votes.csv: a column per statement, blank where it was not seen.

    Parameters
    ----------
    wanted
        Whether to read the votes on the statement of a number; all of them by default.
    """
    import numpy as np

    named = zip(table.keys, numbers(table.keys).tolist(), strict=True)
    statements = {key: n for key, n in named if np.isfinite(n) and wanted(int(n))}
    columns, cells = table.read(("participant", "group-id"), list(statements))
    participants = columns["participant"]
    ballots = _ballots(
        participants[cells.row], np.array(list(statements.values()))[cells.column], cells.value
    )
    n_distinct = len(np.unique(participants))
    ballots = replace(ballots, each_once=n_distinct == len(participants))
    return Matrix(participants, columns["group-id"], ballots)


def _ballots(
    participant: NDArray[np.float64],
    statement: NDArray[np.float64],
    value: NDArray[np.float64],
    *,
    time: NDArray[np.float64] | None = None,
) -> Ballots:
    import numpy as np

    good = (value == 1) | (value == 0) | (value == -1)
    for ids in (participant, statement):
        # Larger numbers are not whole in a float: two people would become one.
        good &= (np.abs(ids) < 2**53) & (ids == np.floor(ids))
    return Ballots(
        participant=participant[good].astype(np.int64),
        statement=statement[good].astype(np.int64),
        value=value[good].astype(np.int8),
        time=np.zeros(int(good.sum())) if time is None else time[good],
        n_bad=int(np.count_nonzero(~good)),
    )
