"""A Polis export: statements, the latest votes on them, and the opinion groups if it names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolkit.domain import Import, Receipt, Skipped, Statement, Votes, Warn
from toolkit.errors import NothingToRead, UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.polis_checks import check_export, groups_are_doubtful
from toolkit.importers.polis_files import PolisFiles, Table, has_polis_files, read_polis_files
from toolkit.importers.polis_votes import Ballots, numbers, read_log, read_matrix
from toolkit.text import squeeze_spaces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FORMAT"]

_NAME = "polis"
_CONVERSATION = re.compile(r"https?://[^/\s]+/(?:.*/)?([A-Za-z0-9_-]{3,64})/?")


def recognises(file: OpenedFile) -> bool:
    """Whether any table has the header of Polis statements or votes."""
    return (file.folder is not None or file.is_archive or file.is_text) and has_polis_files(file)


def parse(file: OpenedFile) -> Import:
    """Read the statements and every participant's latest vote on each.

    Votes come from the log if there is one, otherwise from the matrix; the sign is that of exports,
    +1 agrees. Rejected statements are kept, marked as rejected.

    Raises
    ------
    UnreadableExport
        If the statements or the votes are missing.
    NothingToRead
        If there is no statement with a text, or no vote on one.
    """
    files = read_polis_files(file)
    if files.comments is None:
        raise UnreadableExport(
            N_("The Polis export has no comments.csv: {name}. Put all its files in one folder."),
            name=file.name,
        )
    if files.votes is None and files.matrix is None:
        raise UnreadableExport(
            N_("The Polis export has no votes: {name}. Put votes.csv beside comments.csv."),
            name=file.name,
        )
    ballots = read_log(files.votes) if files.votes else read_matrix(files.matrix or Table())
    statements, skipped = _read_statements(files.comments, conversation=_conversation(files))
    votes, warnings = _assemble(statements, ballots, files)
    if not statements or not len(votes.value):
        raise NothingToRead(
            N_("There is not one vote on a statement in the Polis export: {name}."), name=file.name
        )
    return Import(
        votes=votes,
        receipt=Receipt(
            name=file.name,
            format=_NAME,
            rows=len(statements) + len(skipped),
            statements=len(statements),
            votes=len(votes.value),
            skipped=tuple(skipped),
            warnings=tuple(warnings),
        ),
    )


def _conversation(files: PolisFiles) -> str:
    found = _CONVERSATION.fullmatch(files.summary.get("url", ""))
    return f"{found[1]}-" if found else ""


def _read_statements(
    comments: Table, *, conversation: str
) -> tuple[dict[int, Statement], list[Skipped]]:
    """Return number → statement in the order of the numbers, and the rows that are none."""
    statements: dict[int, Statement] = {}
    skipped = []
    ids = numbers(comments.column("comment-id")).tolist()
    moderated = numbers(comments.column("moderated")).tolist()
    bodies, metas = comments.column("comment-body"), comments.column("is-meta")
    for row, (number, text, mod, meta) in enumerate(
        zip(ids, map(squeeze_spaces, bodies), moderated, metas, strict=True), start=2
    ):
        if not number >= 0 or number != int(number):
            skipped.append(Skipped(row=row, reason=_("no statement number")))
        elif not text:
            skipped.append(Skipped(row=row, reason=_("no text")))
        elif int(number) in statements:
            skipped.append(Skipped(row=row, reason=_("the same statement again")))
        else:
            statements[int(number)] = Statement(
                id=f"polis:{conversation}{int(number)}",
                text=text,
                place=_("statement {n}").format(n=int(number)),
                moderated=int(mod) if mod in (-1, 0, 1) else 0,
                is_meta=meta.strip().casefold() in ("true", "1", "t"),
            )
    return dict(sorted(statements.items())), skipped


def _assemble(
    statements: Mapping[int, Statement], ballots: Ballots, files: PolisFiles
) -> tuple[Votes, list[Warn]]:
    """Index the votes by statement and participant; tell what was left out."""
    import numpy as np

    numbers_ = np.array(list(statements), dtype=np.int64)
    is_known = np.isin(ballots.statement, numbers_)
    cast = ballots.only(is_known)
    latest = cast.latest()
    participants = _participants(latest.participant, files.matrix)
    by_number = np.argsort(participants, kind="stable")
    ranks = np.searchsorted(participants[by_number], latest.participant)
    votes = Votes(
        statements=tuple(statements.values()),
        participant_ids=tuple(str(number) for number in participants.tolist()),
        participant=by_number[ranks].astype(np.int32),
        statement=np.searchsorted(numbers_, latest.statement).astype(np.int32),
        value=latest.value,
        group_ids={} if groups_are_doubtful(files) else _groups(files, set(participants.tolist())),
        topic=files.summary.get("topic", ""),
    )
    n_repeated = len(cast.value) - len(latest.value)
    n_unknown = int((~is_known).sum())
    return votes, check_export(files, cast, n_unknown=n_unknown, n_repeated=n_repeated)


def _participants(voted: NDArray[np.int64], matrix: Table | None) -> NDArray[np.int64]:
    """Return everyone with a vote, in the order of the matrix, then by number."""
    import numpy as np

    everyone = np.unique(voted)
    if matrix is None:
        return everyone
    listed = numbers(matrix.column("participant"))
    listed = listed[np.isin(listed, everyone)].astype(np.int64)
    _unique, first = np.unique(listed, return_index=True)
    in_order = listed[np.sort(first)]
    return np.concatenate([in_order, np.setdiff1d(everyone, in_order)])


def _groups(files: PolisFiles, participants: set[int]) -> dict[str, str]:
    """Return participant id → "A", "B" …, lettered as on the screen of Polis."""
    if files.matrix is None:
        return {}
    whose = numbers(files.matrix.column("participant")).tolist()
    groups = numbers(files.matrix.column("group-id")).tolist()
    return {
        str(int(who)): chr(ord("A") + int(group))
        for who, group in zip(whose, groups, strict=True)
        if who in participants and 0 <= group < 26 and group == int(group)
    }


FORMAT = Format(
    name=_NAME, title=N_("Polis: folder or ZIP of CSV files"), recognises=recognises, parse=parse
)
