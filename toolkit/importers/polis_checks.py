"""What a Polis export says against itself: signs, groups and votes that cannot be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.domain import Warn
from toolkit.i18n import _, ngettext
from toolkit.importers.polis_files import PolisFiles, Table
from toolkit.importers.polis_votes import Ballots, numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["check_export", "groups_are_doubtful", "looks_flipped"]


def check_export(
    files: PolisFiles, cast: Ballots, *, n_unknown: int, n_repeated: int = 0
) -> list[Warn]:
    """Return what the user should know.

    Parameters
    ----------
    cast
        Every vote on a known statement, re-votes included.
    n_unknown
        Votes left out because their statement is unknown.
    n_repeated
        Votes left out because the same person voted on the statement again.
    """
    found: list[Warn] = []
    if n_unknown:
        message = ngettext(
            "{n} vote is on a statement that is not in comments.csv and was left out.",
            "{n} votes are on statements that are not in comments.csv and were left out.",
            n_unknown,
        )
        found.append(Warn(code="unknown_statements", message=message.format(n=n_unknown)))
    if cast.n_bad:
        message = ngettext(
            "{n} vote is not agree, pass or disagree and was left out.",
            "{n} votes are not agree, pass or disagree and were left out.",
            cast.n_bad,
        )
        found.append(Warn(code="vote_value", message=message.format(n=cast.n_bad)))
    if n_repeated:
        message = ngettext(
            "{n} vote was changed later; the latest one counts.",
            "{n} votes were changed later; the latest ones count.",
            n_repeated,
        )
        found.append(Warn(code="repeated_votes", message=message.format(n=n_repeated)))
    if files.comments and looks_flipped(cast, files.comments):
        message = _("Agree and disagree may have changed places. Compare one statement with Polis.")
        found.append(Warn(code="vote_sign", message=message))
    if groups_are_doubtful(files):
        message = _("The opinion groups of the export do not match its summary and were not used.")
        found.append(Warn(code="group_ids", message=message))
    return [*found, *_not_read(files)]


def _not_read(files: PolisFiles) -> list[Warn]:
    found = []
    if files.unread:
        message = _("Files that are not needed and were not read: {names}.")
        names = ", ".join(sorted(files.unread))
        found.append(Warn(code="files_not_read", message=message.format(names=names)))
    if files.matrix and any(cell.strip() for cell in files.matrix.column("xid")):
        message = _("The export links participants to another system (xid); that was not read.")
        found.append(Warn(code="xid", message=message))
    return found


def groups_are_doubtful(files: PolisFiles) -> bool:
    """Whether the grouped participants are far from as many as the summary says.

    Servers of 2024–25 wrote wrong group ids. Old exports, which have ``views``, give the number of
    all rows there and cannot be tested. A conversation that is still open may differ a bit.
    """
    summary = files.summary
    if files.matrix is None or "voters-in-conv" not in summary or "views" in summary:
        return False
    expected = numbers([summary["voters-in-conv"]])[0]
    n_grouped = int((numbers(files.matrix.column("group-id")) >= 0).sum())
    return bool(n_grouped) and bool(abs(n_grouped - expected) > 0.05 * expected)


def looks_flipped(ballots: Ballots, comments: Table) -> bool:
    """Whether +1 seems to mean disagree.

    Polis records that authors agree with their own statements, so their earliest votes on them
    decide if there are at least five. Otherwise the agrees and disagrees of comments.csv, which
    count every vote of the log, are compared with the same counts made here.
    """
    import numpy as np

    statements = numbers(comments.column("comment-id"))
    authors = numbers(comments.column("author-id"))
    author_of = dict(zip(statements.tolist(), authors.tolist(), strict=True))
    first = ballots.earliest()
    author = np.array([author_of.get(float(s), np.nan) for s in first.statement.tolist()])
    own = first.value[first.participant == author]
    n_own = int(np.count_nonzero(own))
    if n_own >= 5:
        return int((own < 0).sum()) * 2 > n_own
    agrees, disagrees = (
        np.nan_to_num(numbers(comments.column(name))) for name in ("agrees", "disagrees")
    )
    counted = [_count(ballots.statement[ballots.value == value], statements) for value in (1, -1)]
    straight = np.abs(counted[0] - agrees).sum() + np.abs(counted[1] - disagrees).sum()
    swapped = np.abs(counted[0] - disagrees).sum() + np.abs(counted[1] - agrees).sum()
    return bool(swapped < straight)


def _count(voted: NDArray[np.int64], statements: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many votes each of ``statements`` got, same shape."""
    import numpy as np

    ids, counts = np.unique(voted, return_counts=True)
    found = dict(zip(ids.tolist(), counts.tolist(), strict=True))
    return np.array([found.get(s, 0) for s in statements.tolist()], dtype=np.float64)
