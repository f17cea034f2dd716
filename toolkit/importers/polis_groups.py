"""The opinion groups a Polis export names: who is in them, or at least how they voted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.domain import Counts
from toolkit.importers.large_tables import numbers
from toolkit.importers.polis_files import PolisFiles, Table
from toolkit.importers.polis_votes import Latest, Matrix

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ExportGroups", "read_groups"]

_GROUP_COLUMN = re.compile("group-([a-z])-votes")
_CLOSE = 0.05
"""A conversation that is still open may differ by this share between two files of its export."""

GroupVotes = Mapping[str, "NDArray[np.float64]"]


class ExportGroups(NamedTuple):
    """What an export says of its groups, and what of it can be used.

    Attributes
    ----------
    group_ids
        Participant → ``"A"``, ``"B"`` …, lettered as on the screen of Polis; empty when the export
        names none or contradicts itself.
    group_votes
        Group → votes on each statement, when there are no ``group_ids`` to use and the export
        counts them soundly.
    n_listed
        Participants that the matrix puts into a group.
    n_expected
        As many as the summary says; None when it does not tell.
    adds_up
        Whether the votes of the listed participants are those that comment-groups.csv counts; None
        without both.
    counts_are_sound
        Whether comment-groups.csv agrees with itself; None without it.
    """

    group_ids: Mapping[str, str]
    group_votes: Mapping[str, tuple[Counts, ...]]
    n_listed: int
    n_expected: int | None
    adds_up: bool | None
    counts_are_sound: bool | None

    @property
    def has_expected_number(self) -> bool | None:
        """Whether about as many are listed as the summary says; None when it does not tell."""
        if self.n_expected is None or not self.n_listed:
            return None
        return abs(self.n_listed - self.n_expected) <= _CLOSE * self.n_expected


def read_groups(
    files: PolisFiles, matrix: Matrix | None, latest: Latest, statements: Sequence[int]
) -> ExportGroups:
    """Read the groups of an export and hold its files against one another.

    Servers of 2024–25 put wrong numbers of groups beside the participants (Polis issue 1930), while
    the counts of comment-groups.csv were right.

    Parameters
    ----------
    statements
        Numbers of the statements, in the order that ``group_votes`` is to have.
    """
    listed = _read_ids(matrix)
    counted = _read_votes(files.groups, statements)
    sound = None if files.groups is None else bool(counted)
    adds_up = _adds_up(listed, counted, latest, statements) if listed and counted else None
    found = ExportGroups({}, {}, len(listed), _expected(files.summary), adds_up, sound)
    if listed and adds_up is not False and found.has_expected_number is not False:
        voted = set(map(str, latest.participants.tolist()))
        return found._replace(
            group_ids={who: letter for who, letter in listed.items() if who in voted}
        )
    return found._replace(
        group_votes={
            letter: tuple(
                Counts(agree=int(agree), disagree=int(disagree), passes=int(passes))
                for agree, disagree, passes in table.tolist()
            )
            for letter, table in counted.items()
        }
    )


def _expected(summary: Mapping[str, str]) -> int | None:
    """Return the number of grouped people; old exports, which have ``views``, count all rows."""
    n = numbers([summary.get("voters-in-conv", "")])[0]
    return int(n) if n >= 0 and "views" not in summary else None


def _read_ids(matrix: Matrix | None) -> dict[str, str]:
    if matrix is None:
        return {}
    return {
        str(int(who)): chr(ord("A") + int(group))
        for who, group in zip(matrix.participants.tolist(), matrix.groups.tolist(), strict=True)
        if 0 <= who < 2**53 and 0 <= group < 26 and group == int(group)
    }


def _read_votes(table: Table | None, statements: Sequence[int]) -> GroupVotes:
    """Return group → array (n_statements, 3) of agrees, disagrees, passes; empty when unsound.

    Sound: every total is the sum over groups, and votes are the sum of the three kinds.
    """
    import numpy as np

    if table is None:
        return {}
    letters = sorted(m[1] for key in table.columns if (m := _GROUP_COLUMN.fullmatch(key)))
    kinds = ("agrees", "disagrees", "passes")
    ids = numbers(table.column("comment-id"))
    is_row = ids >= 0  # spreadsheets add empty lines

    def column(name: str) -> NDArray[np.float64]:
        return numbers(table.column(name))[is_row]

    read = {
        letter: np.stack([column(f"group-{letter}-{kind}") for kind in kinds], 1)
        for letter in letters
    }
    votes = {letter: column(f"group-{letter}-votes") for letter in letters}
    totals = np.stack([column(f"total-{kind}") for kind in kinds], 1)
    sound = all(np.array_equal(read[letter].sum(axis=1), votes[letter]) for letter in letters)
    if not letters or not sound or not np.array_equal(sum(read.values()), totals):
        return {}
    row_of = {int(n): row for row, n in enumerate(ids[is_row])}
    rows = np.array([row_of.get(n, -1) for n in statements])
    return {
        letter.upper(): np.where((rows >= 0)[:, None], read[letter][rows], 0) for letter in letters
    }


def _adds_up(
    listed: Mapping[str, str], counted: GroupVotes, latest: Latest, statements: Sequence[int]
) -> bool:
    """Whether the listed participants' votes are those counted, but for a few."""
    import numpy as np

    letters = sorted(counted)
    place = np.searchsorted(np.array(statements), latest.statements)[latest.statement]
    who = [listed.get(str(number), "") for number in latest.participants.tolist()]
    difference = total = 0.0
    for letter in letters:
        mine = np.array([name == letter for name in who])[latest.participant]
        for kind, value in enumerate((1, -1, 0)):
            chosen = place[mine & (latest.value == value)]
            here = np.bincount(chosen, minlength=len(statements))
            difference += float(np.abs(here - counted[letter][:, kind]).sum())
        total += float(counted[letter].sum())
    return set(listed.values()) <= set(letters) and difference <= _CLOSE * total
