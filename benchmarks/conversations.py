"""A Polis conversation of any size, generated: two camps, noise, and a few who vote much."""

from __future__ import annotations

from pathlib import Path

import numpy as np

WHEN = "Tue Nov 14 2023 22:13:20 GMT+0000 (Coordinated Universal Time)"


def generate(
    folder: Path, *, n_participants: int, n_statements: int, n_votes: int, seed: int = 0
) -> int:
    """Write comments.csv and votes.csv as a Polis server of 2025 does; return the number of votes.

    Votes per participant are drawn from a gamma distribution, statements without replacement. Views
    differ along two lines, on which everybody stands in one of two camps or between them; the two
    axes of the map then explain about as much as in Bowling Green (16 %).
    """
    chance = np.random.default_rng(seed)
    share = chance.gamma(1.2, n_votes / n_participants / 1.2, n_participants)
    per_person = np.clip(np.rint(share * n_votes / share.sum()), 1, n_statements).astype(int)
    stands = chance.choice([-1, 1], (n_participants, 2)) + chance.normal(
        0, 0.5, (n_participants, 2)
    )
    lines = chance.normal(0, 1, (2, n_statements)) * [[1.6], [1.0]]
    common = chance.normal(0, 0.8, n_statements)
    participant = np.repeat(np.arange(n_participants), per_person)
    statement = np.concatenate(
        [chance.choice(n_statements, n, replace=False) for n in per_person.tolist()]
    )
    opinion = common[statement] + chance.normal(0, 0.8, len(statement))
    opinion += (stands[participant] * lines.T[statement]).sum(axis=1)
    vote = (opinion > 0.3).astype(int) - (opinion < -0.3)
    order = np.lexsort((participant, statement))
    rows = [column[order] for column in (statement, participant, vote)]
    folder.mkdir(parents=True, exist_ok=True)
    _write_comments(folder / "comments.csv", statement, vote, n_statements, n_participants)
    with (folder / "votes.csv").open("w", encoding="utf-8") as file:
        file.write("timestamp,datetime,comment-id,voter-id,vote\n")
        for start in range(0, len(vote), 200_000):
            part = [column[start : start + 200_000].tolist() for column in rows]
            lines = (f'1700000000,"{WHEN}",{s},{p},{v}\n' for s, p, v in zip(*part, strict=True))
            file.write("".join(lines))
    return len(vote)


def _write_comments(
    path: Path, statement: np.ndarray, vote: np.ndarray, n_statements: int, n_participants: int
) -> None:
    agrees = np.bincount(statement[vote > 0], minlength=n_statements).tolist()
    disagrees = np.bincount(statement[vote < 0], minlength=n_statements).tolist()
    with path.open("w", encoding="utf-8") as file:
        file.write(
            "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        )
        for number, (agree, disagree) in enumerate(zip(agrees, disagrees, strict=True)):
            author = number % n_participants
            words = f'"Väite numero {number}, jossa on pilkku"'
            file.write(f'1700000000,"{WHEN}",{number},{author},{agree},{disagree},1,{words}\n')
