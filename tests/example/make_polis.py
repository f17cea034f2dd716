"""Write the invented Polis conversation of the example workshop in the "generation B" format.

Run ``python tests/example/make_polis.py [FOLDER]``. The same TOML and seed give the same bytes.
Signs are those of the export: agree = +1, pass = 0, disagree = -1.
"""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "statements.toml"
TARGET = HERE.parents[1] / "workshops/esimerkki/exports/polis"
SEED, N_VOTERS, N_FEW, N_REVOTES = 20261006, 142, 9, 40  # N_FEW vote less than MIN_VOTES times
SHARE_A, MIN_VOTES = 0.6, 7
OPENED, DAY = int(dt.datetime(2026, 9, 21, 6, tzinfo=dt.UTC).timestamp()), 24 * 3600
JS_DATE = "%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)"


class Vote(NamedTuple):
    """One row of the event log."""

    seconds: int
    statement: int
    voter: int
    value: int  # 1, 0 or -1


def quote(text: str) -> str:
    """Return the text as Polis quotes it: always in quotation marks, inner marks doubled."""
    return '"' + text.replace('"', '""') + '"'


def js_date(seconds: int) -> str:
    """Return the time as JavaScript's ``Date.toString()`` writes it on a server in UTC."""
    return f"{dt.datetime.fromtimestamp(seconds, dt.UTC):{JS_DATE}}"


def draw(rng: np.random.Generator, statement: dict[str, Any], group: int) -> int:
    """Return one person's vote, drawn from the chances of their opinion group."""
    agree, passed = statement["ab"[group]]
    return int(rng.choice([1, 0, -1], p=[agree, passed, 1 - agree - passed]))


def tally(votes: list[int]) -> list[int]:
    """Return ``[seen, agree, disagree, pass]``."""
    return [len(votes), votes.count(1), votes.count(-1), votes.count(0)]


def simulate(
    rng: np.random.Generator, statements: list[dict[str, Any]]
) -> tuple[list[Vote], dict[int, int]]:
    """Let everyone vote; set time and author on the statements.

    Returns the event log and the opinion group of each voter with enough votes (0 or 1).
    Voters are numbered from 1 in the order of their first vote; 0 is the organiser, who only wrote.
    """
    groups = rng.permutation(np.arange(N_VOTERS) >= N_VOTERS * SHARE_A).astype(int)  # 0 = a
    wanted = np.clip(rng.gamma(6, 3.9, N_VOTERS).round().astype(int), 10, 40)
    few = rng.choice(np.arange(20, N_VOTERS), N_FEW, replace=False)
    wanted[few] = rng.integers(1, MIN_VOTES, N_FEW)
    arrivals = OPENED + 3600 + np.sort(rng.integers(0, 13 * DAY, N_VOTERS))
    own = [tid for tid, statement in enumerate(statements) if not statement.get("seed")]
    early = [voter for voter in range(60) if wanted[voter] > MIN_VOTES]
    writers = dict(zip(own, sorted(rng.choice(early, len(own)).tolist()), strict=True))
    for tid, statement in enumerate(statements):
        statement["author"] = writers[tid] + 1 if tid in writers else 0
        statement["created"] = OPENED + (100 * DAY if tid in writers else tid * 40)
    log: list[Vote] = []
    for voter in range(N_VOTERS):
        now, mine = int(arrivals[voter]), [tid for tid in own if writers[tid] == voter]
        shown = [tid for tid, one in enumerate(statements) if one["created"] < now]
        weights = np.array([0.15 if statements[t]["moderated"] == -1 else 1.0 for t in shown])
        count = min(int(wanted[voter]), len(shown), int((weights == 1).sum()))
        for tid in rng.choice(shown, count, replace=False, p=weights / weights.sum()):
            now += int(rng.integers(4, 40))
            log.append(Vote(now, int(tid), voter + 1, draw(rng, statements[tid], groups[voter])))
        for tid in mine:
            now += int(rng.integers(30, 120))
            statements[tid]["created"] = now
            log.append(Vote(now, tid, voter + 1, 1))
    for index in rng.choice(len(log), N_REVOTES, replace=False):
        old = log[index]
        value = int(rng.choice([v for v in (1, 0, -1) if v != old.value]))
        log.append(Vote(old.seconds + int(rng.integers(20, 9000)), old.statement, old.voter, value))
    seen = [len({v.statement for v in log if v.voter == voter + 1}) for voter in range(N_VOTERS)]
    grouped = {v + 1: int(groups[v]) for v, number in enumerate(seen) if number >= MIN_VOTES}
    return sorted(log, key=lambda vote: (vote.statement, vote.voter, vote.seconds)), grouped


def write(target: Path, name: str, lines: list[str], end: str = "\n") -> None:
    """Write one file: UTF-8, no BOM, line feeds."""
    (target / name).write_bytes(("\n".join(lines) + end).encode())


def main(arguments: list[str]) -> None:
    """Read the TOML beside this script and write the five files."""
    target = Path(arguments[0]) if arguments else TARGET
    target.mkdir(parents=True, exist_ok=True)
    content = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    statements: list[dict[str, Any]] = content["statement"]
    log, groups = simulate(rng := np.random.default_rng(SEED), statements)
    latest = {(vote.voter, vote.statement): vote.value for vote in log}  # the later row wins
    voters = sorted({vote.voter for vote in log})

    facts = {"topic": quote(content["topic"]), "url": content["url"], "voters": len(voters)}
    facts |= {"voters-in-conv": len(groups), "commenters": len({s["author"] for s in statements})}
    facts |= {"comments": len({vote.statement for vote in log}), "groups": len({*groups.values()})}
    facts["conversation-description"] = quote(content["description"])
    write(target, "summary.csv", [f"{key},{value}" for key, value in facts.items()], end="")

    lines = ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
    for tid in map(int, rng.permutation(len(statements))):  # Polis orders by "velocity"
        one, (_, agree, against, _) = statements[tid], tally([v[3] for v in log if v[1] == tid])
        row = [one["created"], js_date(one["created"]), tid, one["author"], agree, against]
        lines.append(",".join(map(str, [*row, one["moderated"], quote(one["text"])])))
    write(target, "comments.csv", lines)

    lines = ["timestamp,datetime,comment-id,voter-id,vote"]
    lines += [f"{v[0]},{js_date(v[0])},{v[1]},{v[2]},{v[3]}" for v in log]
    write(target, "votes.csv", lines)

    tids = range(len(statements))
    heads = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"]
    lines = [",".join([*heads, *map(str, tids)])]
    for pid in voters:
        cells = [latest.get((pid, tid), "") for tid in tids]
        seen, agree, against, _ = tally([cell for cell in cells if isinstance(cell, int)])
        row = [pid, groups.get(pid, ""), sum(s["author"] == pid for s in statements), seen, agree]
        lines.append(",".join(map(str, [*row, against, *cells])))
    write(target, "participant-votes.csv", lines)

    parts = {"total": (0, 1), "group-a": (0,), "group-b": (1,)}
    heads = [f"{p}-{kind}" for p in parts for kind in ("votes", "agrees", "disagrees", "passes")]
    lines = [",".join(["comment-id", "comment", *heads])]
    for tid in tids:
        cast = [(g, latest[pid, tid]) for pid, g in groups.items() if (pid, tid) in latest]
        counts = [n for ids in parts.values() for n in tally([v for g, v in cast if g in ids])]
        lines.append(",".join([str(tid), quote(statements[tid]["text"]), *map(str, counts)]))
    write(target, "comment-groups.csv", lines)


if __name__ == "__main__":
    main(sys.argv[1:])
