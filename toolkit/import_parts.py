"""What was read of an export, in two parts: plain values for JSON, and the votes as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from toolkit.codec import from_plain, to_plain
from toolkit.domain import ClosedQuestion, Counts, Import, Note, Receipt, Statement, Votes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["join_import", "split_import"]


def split_import(imported: Import) -> tuple[dict[str, Any], NDArray[np.int32] | None]:
    """Return the parts.

    Returns
    -------
    dict
        JSON: everything but the votes themselves.
    array or None
        Shape (3, n_votes): participant, statement and value; None when the export has no votes.
    """
    votes = imported.votes
    plain: dict[str, Any] = {
        "notes": to_plain(imported.notes, tuple[Note, ...]),
        "closed": to_plain(imported.closed, tuple[ClosedQuestion, ...]),
        "receipt": to_plain(imported.receipt),
        "votes": None
        if votes is None
        else {
            "statements": to_plain(votes.statements, tuple[Statement, ...]),
            "participant_ids": votes.participant_ids,
            "group_ids": dict(votes.group_ids),
            "group_votes": to_plain(votes.group_votes, dict[str, tuple[Counts, ...]]),
            "topic": votes.topic,
        },
    }
    if votes is None:
        return plain, None
    import numpy as np

    return plain, np.stack([votes.participant, votes.statement, votes.value]).astype(np.int32)


def join_import(plain: Mapping[str, Any], numbers: NDArray[np.int32] | None) -> Import:
    """Make an import of what ``split_import`` returned.

    Raises
    ------
    ValueError, KeyError
        If the parts do not describe an import.
    """
    return Import(
        notes=from_plain(tuple[Note, ...], plain["notes"]),
        votes=_votes(plain["votes"], numbers) if plain["votes"] else None,
        closed=from_plain(tuple[ClosedQuestion, ...], plain["closed"]),
        receipt=from_plain(Receipt, plain["receipt"]),
    )


def _votes(plain: Mapping[str, Any], numbers: NDArray[np.int32] | None) -> Votes:
    import numpy as np

    if numbers is None:
        raise ValueError("votes without numbers")
    participant, statement, value = numbers
    return Votes(
        statements=from_plain(tuple[Statement, ...], plain["statements"]),
        participant_ids=from_plain(tuple[str, ...], plain["participant_ids"]),
        group_ids=from_plain(dict[str, str], plain["group_ids"]),
        group_votes=from_plain(dict[str, tuple[Counts, ...]], plain["group_votes"]),
        topic=str(plain["topic"]),
        participant=participant.astype(np.int32),
        statement=statement.astype(np.int32),
        value=value.astype(np.int8),
    )
