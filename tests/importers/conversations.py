"""Small Polis conversations, and their votes in a form that can be compared."""

from __future__ import annotations

from collections.abc import Mapping

from tests.importers.exports import to_csv
from toolkit.domain import Check, Import, Votes
from toolkit.importers import polis
from toolkit.importers.opened import OpenedFile

LOG = ["timestamp", "datetime", "comment-id", "voter-id", "vote"]
COMMENTS = [
    "timestamp",
    "comment-id",
    "author-id",
    "agrees",
    "disagrees",
    "moderated",
    "comment-body",
]


def read(files: Mapping[str, str], *, vote_sign: str = "") -> Import:
    folder = {name: text.encode() for name, text in files.items()}
    return polis.FORMAT.parse(OpenedFile("keskustelu", folder=folder, vote_sign=vote_sign))


def ballots(votes: Votes | None) -> dict[tuple[str, str], int]:
    assert votes is not None
    return {
        (
            votes.participant_ids[p],
            votes.statements[s].id.rpartition("-")[2].removeprefix("polis:"),
        ): int(v)
        for p, s, v in zip(votes.participant, votes.statement, votes.value, strict=True)
    }


def check(imported: Import, code: str) -> Check:
    [found] = [found for found in imported.receipt.checks if found.code == code]
    return found


def codes(imported: Import) -> list[str]:
    """What is warned of, but that small conversations hold nothing to test the sign with."""
    found = [warn.code for warn in imported.receipt.warnings]
    return [code for code in found if code != "vote_sign_untested"]


def conversation(*votes: tuple[int, int, int, int], n_statements: int = 3) -> dict[str, str]:
    """``votes`` are time, statement, voter, value; nobody in them wrote anything."""
    comments = [[1, tid, 99, 0, 0, 1, f"väite {tid}"] for tid in range(n_statements)]
    log = [[time, "x", tid, voter, value] for time, tid, voter, value in votes]
    return {"comments.csv": to_csv([COMMENTS, *comments]), "votes.csv": to_csv([LOG, *log])}
