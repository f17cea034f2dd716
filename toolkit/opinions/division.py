"""Which groups stand: those of the export, or those computed from the votes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from toolkit.domain import OpinionGroup
from toolkit.opinions.checks import Check, check_origin
from toolkit.opinions.clusters import find_active, group_participants
from toolkit.opinions.stability import adjusted_rand
from toolkit.opinions.statistics import Tally, count_votes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from toolkit.domain import Votes
    from toolkit.opinions.matrix import VoteMatrix
    from toolkit.opinions.projection import Projection

# Exports of a time when the groups of participants were wrong leave out most of those who voted
# enough; a sound export leaves out nobody.
_SOUND_COVERAGE = 0.9


class Division(NamedTuple):
    """Participants in groups.

    Attributes
    ----------
    mode
        ``"imported"`` or ``"recomputed"``.
    labels
        Shape (n_participants,): for each row of the matrix the index of its group, or −1.
    tally
        Votes of each group.
    similarity
        Adjusted Rand index of the two divisions, over those who are in both; None without both.
    """

    mode: str
    groups: tuple[OpinionGroup, ...]
    labels: NDArray[np.intp]
    tally: Tally
    similarity: float | None
    checks: list[Check]


def divide(
    matrix: VoteMatrix,
    projection: Projection,
    votes: Votes,
    *,
    n_groups: int | None,
    recompute: bool,
) -> Division:
    """Take the groups of the export if they are sound and not refused, else compute them.

    They are sound when they cover nine in ten of the participants who voted enough. An export that
    tells only how its groups voted is taken at its word. Computed groups are lettered by the first
    participant of each.
    """
    active = find_active(matrix)
    in_file = [votes.group_ids.get(name, "") for name in matrix.participant_ids]
    letters = sorted(set(in_file) - {""})
    imported = np.array([letters.index(letter) if letter else -1 for letter in in_file])
    sound = float((imported[active] >= 0).mean()) >= _SOUND_COVERAGE
    if sound:
        # Whom Polis has once grouped stays in a group, even if fewer votes would do no more.
        active = np.union1d(active, np.flatnonzero(imported >= 0))
    wants_own = recompute or n_groups is not None
    if not sound and votes.group_votes and not wants_own:
        return _take_counts(matrix, votes)
    computed = np.full(len(matrix.participant_ids), -1)
    computed[active] = group_participants(projection.positions[active], n_groups=n_groups)
    in_both = (imported >= 0) & (computed >= 0)
    similarity = adjusted_rand(imported[in_both], computed[in_both]) if sound else None
    checks = check_origin(unusable=bool(letters) and not sound, similarity=similarity)
    mode, labels = ("recomputed", computed) if wants_own or not sound else ("imported", imported)
    if mode == "recomputed":
        letters = [chr(ord("A") + number) for number in range(computed.max() + 1)]
    return Division(
        mode,
        _make_groups(matrix, labels, letters),
        labels,
        count_votes(matrix, labels, len(letters)),
        similarity,
        checks,
    )


def _take_counts(matrix: VoteMatrix, votes: Votes) -> Division:
    """Return groups of which only their votes are known."""
    letters = sorted(votes.group_votes)
    tally = Tally(
        *(
            np.array([[getattr(c, kind) for c in votes.group_votes[x]] for x in letters])
            for kind in ("agree", "disagree", "n")
        )
    )
    groups = tuple(
        OpinionGroup(id=letter, participant_ids=(), most_votes=int(most))
        for letter, most in zip(letters, tally.seen.max(axis=1), strict=True)
    )
    labels = np.full(len(matrix.participant_ids), -1)
    return Division("imported", groups, labels, tally, None, check_origin(only_counts=True))


def _make_groups(
    matrix: VoteMatrix, labels: NDArray[np.intp], letters: list[str]
) -> tuple[OpinionGroup, ...]:
    """Return a group for each letter, its participants in the order of the rows."""
    members: list[list[str]] = [[] for _letter in letters]
    for name, label in zip(matrix.participant_ids, labels.tolist(), strict=True):
        if label >= 0:
            members[label].append(name)
    return tuple(
        OpinionGroup(id=letter, participant_ids=tuple(names))
        for letter, names in zip(letters, members, strict=True)
    )
