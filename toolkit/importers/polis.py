"""A Polis export: statements, the latest votes on them, and the opinion groups if it names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolkit.domain import Import, Receipt, Skipped, Statement, Votes
from toolkit.errors import NothingToRead, UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.format import Format
from toolkit.importers.large_tables import LargeTable, numbers
from toolkit.importers.opened import OpenedFile
from toolkit.importers.polis_checks import check_export, to_warnings
from toolkit.importers.polis_files import PolisFiles, Table, has_polis_files, read_polis_files
from toolkit.importers.polis_groups import ExportGroups, read_groups
from toolkit.importers.polis_sign import refuse_doubtful_sign, weigh_sign
from toolkit.importers.polis_votes import (
    Cast,
    Latest,
    Matrix,
    find_latest,
    read_log,
    read_matrix,
)
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

    Votes come from the log if there is one, otherwise from the matrix. In the result +1 agrees,
    whatever the file said. Rejected statements are kept, marked as rejected. Participants stand in
    the order of the matrix, then by number.

    Raises
    ------
    UnreadableExport
        If the statements or the votes are missing.
    DoubtfulSign
        If it is not clear whether +1 agrees, and nobody has said so (``file.vote_sign``).
    NothingToRead
        If there is no statement with a text, or no vote on one.
    """
    files = read_polis_files(file)
    comments = files.comments or _statements_of_groups(files.groups)
    if comments is None:
        raise UnreadableExport(
            N_("The Polis export has no comments.csv: {name}. Put all its files in one folder."),
            name=file.name,
        )
    if files.votes is None and files.matrix is None:
        raise UnreadableExport(
            N_("The Polis export has no votes: {name}. Put votes.csv beside comments.csv."),
            name=file.name,
        )
    statements, skipped = _read_statements(comments, conversation=_conversation(files))
    cast, matrix = _read_votes(files, statements)
    if not len(cast.latest.value):
        raise NothingToRead(
            N_("There is not one vote on a statement in the Polis export: {name}."), name=file.name
        )
    sign = weigh_sign(cast, comments, files.groups)
    refuse_doubtful_sign(sign, said=file.vote_sign, name=file.name)
    if file.vote_sign == "raw":
        cast = cast.turned()
    groups = read_groups(files, matrix, cast.latest, list(statements))
    votes = _assemble(statements, cast.latest, matrix, groups, topic=files.summary.get("topic", ""))
    checks = check_export(files, cast, sign, groups, statements, said=file.vote_sign)
    return Import(
        votes=votes,
        receipt=Receipt(
            name=file.name,
            format=_NAME,
            rows=len(statements) + len(skipped),
            statements=len(statements),
            votes=len(votes.value),
            skipped=tuple(skipped),
            warnings=to_warnings(checks),
            checks=tuple(checks),
        ),
    )


def _conversation(files: PolisFiles) -> str:
    found = _CONVERSATION.fullmatch(files.summary.get("url", ""))
    return f"{found[1]}-" if found else ""


def _statements_of_groups(groups: Table | None) -> Table | None:
    """Return the statements that comment-groups.csv names, as a table like comments.csv."""
    if groups is None or "comment" not in groups.columns:
        return None
    names = {"comment-id": "comment-id", "comment-body": "comment"}
    return Table(columns={name: groups.column(theirs) for name, theirs in names.items()})


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


def _read_votes(
    files: PolisFiles, statements: Mapping[int, Statement]
) -> tuple[Cast, Matrix | None]:
    """Read every vote, and keep the latest ones on known statements."""
    import numpy as np

    log = read_log(files.votes) if files.votes is not None else None
    has_log = log is not None and len(log.value) + log.n_bad > 0
    matrix = None
    if files.matrix is not None:
        matrix = read_matrix(files.matrix, wanted=lambda _number: not has_log)
    ballots = log if has_log or matrix is None else matrix.ballots
    assert ballots is not None  # noqa: S101 - parse has looked
    is_known = np.isin(ballots.statement, list(statements))
    n_unknown = int(np.count_nonzero(~is_known))
    cast = ballots.only(is_known) if n_unknown else ballots
    latest = find_latest(cast)
    if has_log and files.matrix is not None:
        latest = _settle_ties(latest, files.matrix)
    return Cast(log=cast, latest=latest, n_unknown=n_unknown, is_log=has_log), matrix


def _settle_ties(latest: Latest, table: LargeTable) -> Latest:
    """Where two votes of one moment differ, take what the matrix of the export says."""
    import numpy as np

    if not latest.tied.any():
        return latest
    places = np.unique(latest.statement[latest.tied])
    asked = set(latest.statements[places].tolist())
    told = find_latest(read_matrix(table, wanted=asked.__contains__).ballots)
    here, there = _same_cells(latest, told)
    stands, said, tied = latest.value[here], told.value[there], latest.tied[here]
    # Somebody may have turned one of the two files.
    agreement = (stands[~tied].astype(int) * said[~tied]).sum()
    value = latest.value.copy()
    value[here[tied]] = said[tied] if agreement >= 0 else -said[tied]
    return latest._replace(value=value)


def _same_cells(one: Latest, other: Latest) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places of the votes that both have, of the same people on the same statements."""
    import numpy as np

    people = np.union1d(one.participants, other.participants)
    things = np.union1d(one.statements, other.statements)
    cells = [
        np.searchsorted(things, votes.statements)[votes.statement] * len(people)
        + np.searchsorted(people, votes.participants)[votes.participant]
        for votes in (one, other)
    ]
    mine, theirs = cells
    _both, here, there = np.intersect1d(mine, theirs, assume_unique=True, return_indices=True)
    return here, there


def _rows(latest: Latest, matrix: Matrix | None) -> NDArray[np.intp]:
    """Return those who voted in the order of the matrix, then by number, as places in ``latest``.

    The matrix of old exports has the order in which Polis knows its participants, and groups
    computed from the votes depend on it.
    """
    import numpy as np

    everyone = np.arange(len(latest.participants))
    if matrix is None:
        return everyone
    listed = matrix.participants
    listed = listed[np.isin(listed, latest.participants)]
    _distinct, first = np.unique(listed, return_index=True)
    in_order = np.searchsorted(latest.participants, listed[np.sort(first)])
    return np.concatenate([in_order, np.setdiff1d(everyone, in_order)])


def _assemble(
    statements: Mapping[int, Statement],
    latest: Latest,
    matrix: Matrix | None,
    groups: ExportGroups,
    *,
    topic: str,
) -> Votes:
    """Put the latest votes on the statements of the export into one object."""
    import numpy as np

    rows = _rows(latest, matrix)
    row_of = np.empty(len(rows), dtype=np.int32)
    row_of[rows] = np.arange(len(rows))
    column_of = np.searchsorted(np.array(list(statements)), latest.statements)
    return Votes(
        statements=tuple(statements.values()),
        participant_ids=tuple(map(str, latest.participants[rows].tolist())),
        participant=row_of[latest.participant],
        statement=column_of[latest.statement].astype(np.int32),
        value=latest.value,
        group_ids=groups.group_ids,
        group_votes=groups.group_votes,
        topic=topic,
    )


FORMAT = Format(
    name=_NAME, title=N_("Polis: folder or ZIP of CSV files"), recognises=recognises, parse=parse
)
