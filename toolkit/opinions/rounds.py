"""Two rounds of votes side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolkit.domain import (
    Crossing,
    OpinionGroups,
    RoundComparison,
    StatementChange,
    StatementResult,
    Votes,
)
from toolkit.text import squeeze_spaces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Round = tuple[Votes, OpinionGroups]


def compare_rounds(before: Round, after: Round, *, same_people: bool) -> RoundComparison:
    """Tell what is new, what moved and who went where from one round to the next.

    Parameters
    ----------
    before, after
        The votes of each round and the groups they show.
    same_people
        Whether both are exports of one conversation: then statements are matched by their ids, and
        participants are followed. Otherwise statements are matched by their words, and nobody is.
    """
    old = {_key(result, same_people): result for result in before[1].statements}
    new = {_key(result, same_people): result for result in after[1].statements}
    moved = _count_moved(before[0], after[0]) if same_people else {}
    letters = [_letters(groups) for _votes, groups in (before, after)]
    both = _voters(before[0]) & _voters(after[0]) if same_people else frozenset()
    crossings = Counter((letters[0].get(who, ""), letters[1].get(who, "")) for who in both)
    return RoundComparison(
        same_people=same_people,
        n_before=before[1].n_participants,
        n_after=after[1].n_participants,
        n_both=len(both),
        n_votes_before=before[1].n_votes,
        n_votes_after=after[1].n_votes,
        n_moved=sum(moved.values()),
        changes=tuple(
            StatementChange(
                id=result.id,
                text=result.text,
                before=old[key].votes,
                after=result.votes,
                moved=moved.get(result.id, 0) if same_people else None,
            )
            for key, result in new.items()
            if key in old
        ),
        new=tuple(result.id for key, result in new.items() if key not in old),
        gone=tuple(result.id for key, result in old.items() if key not in new),
        crossings=tuple(
            Crossing(before=pair[0], after=pair[1], n=n) for pair, n in sorted(crossings.items())
        ),
    )


def _key(result: StatementResult, same_people: bool) -> str:  # noqa: FBT001 - one of two ways
    return result.id if same_people else squeeze_spaces(result.text).casefold()


def _letters(groups: OpinionGroups) -> dict[str, str]:
    return {who: group.id for group in groups.groups for who in group.participant_ids}


def _voters(votes: Votes) -> frozenset[str]:
    import numpy as np

    return frozenset(votes.participant_ids[row] for row in np.unique(votes.participant).tolist())


def _count_moved(before: Votes, after: Votes) -> Mapping[str, int]:
    """Return statement id → participants who voted on it in both rounds, and not the same."""
    import numpy as np

    people = {name: row for row, name in enumerate(after.participant_ids)}
    things = {statement.id: column for column, statement in enumerate(after.statements)}
    row = np.array([people.get(name, -1) for name in before.participant_ids])[before.participant]
    column = np.array([things.get(s.id, -1) for s in before.statements])[before.statement]
    known = (row >= 0) & (column >= 0)
    width = len(after.statements)
    here: NDArray[np.int64] = after.participant.astype(np.int64) * width + after.statement
    there = row[known] * width + column[known]
    cells, now, then = np.intersect1d(here, there, assume_unique=True, return_indices=True)
    changed = cells[after.value[now] != before.value[known][then]] % width
    counts = np.bincount(changed, minlength=width).tolist()
    return {s.id: n for s, n in zip(after.statements, counts, strict=True) if n}
