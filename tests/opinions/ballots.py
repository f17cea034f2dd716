"""Votes for tests, written as a table: a row for each participant, None where nothing was seen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from toolkit.domain import Statement, Votes

Table = Sequence[Sequence[int | None]]


def make_votes(
    table: Table,
    *,
    groups: Mapping[str, str] | None = None,
    rejected: Collection[int] = (),
    meta: Collection[int] = (),
    name: str = "p{}",
) -> Votes:
    """Return the votes of a table; statements are named ``s0``, ``s1`` and so on."""
    cells = [
        (row, column, vote)
        for row, votes in enumerate(table)
        for column, vote in enumerate(votes)
        if vote is not None
    ]
    participant, statement, value = (
        (list(part) for part in zip(*cells, strict=True)) if cells else ([], [], [])
    )
    return Votes(
        statements=tuple(
            Statement(
                id=f"s{column}",
                text=f"Väite {column}",
                moderated=-1 if column in rejected else 1,
                is_meta=column in meta,
            )
            for column in range(len(table[0]))
        ),
        participant_ids=tuple(name.format(row) for row in range(len(table))),
        participant=np.array(participant, dtype=np.int32),
        statement=np.array(statement, dtype=np.int32),
        value=np.array(value, dtype=np.int8),
        group_ids=groups or {},
    )


def make_camps(*sizes: int, n_statements: int = 12, seed: int = 0) -> Votes:
    """Return votes of camps that mostly vote alike inside and differently between."""
    chance = np.random.default_rng(seed)
    table: list[list[int | None]] = []
    for camp, size in enumerate(sizes):
        line = np.where((np.arange(n_statements) + camp) % len(sizes) == 0, 1, -1)
        for _ in range(size):
            noise = chance.random(n_statements)
            votes = np.where(noise < 0.1, 0, np.where(noise < 0.15, -line, line))
            unseen = chance.random(n_statements) < 0.15
            table.append([None if gap else int(v) for v, gap in zip(votes, unseen, strict=True)])
    return make_votes(table)


def to_table(votes: Votes) -> list[list[int | None]]:
    table: list[list[int | None]] = [
        [None] * len(votes.statements) for _name in votes.participant_ids
    ]
    for row, column, value in zip(votes.participant, votes.statement, votes.value, strict=True):
        table[row][column] = int(value)
    return table
