"""Votes on statements and the opinion groups they show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.domain.notes import Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST_FOR_PERCENT = 30
"""Votes, or notes, that a percentage needs as its base; below it only counts are given."""

ALIKE = 0.95
"""Similarity from which two ways of making the groups are said to give the same ones."""

SMALL_GROUP = 5
"""People that an opinion group needs to be shown by itself."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Votes:
    """The latest vote of every participant on every statement they saw.

    Agree is +1, pass 0, disagree −1, whatever the file said; what was not seen is absent.

    Attributes
    ----------
    statements
        In the order of their ids in the conversation.
    participant_ids
        Anonymous ids of the export, in the order of the export.
    participant, statement
        Shape (n_votes,): indexes into ``participant_ids`` and ``statements``.
    value
        Shape (n_votes,), int8.
    group_ids
        Participant id → group of the export (``"A"``, ``"B"`` …); only those the export grouped.
    group_votes
        Group → how it voted on each statement, in the order of ``statements``. Given only when the
        export tells that and ``group_ids`` cannot be trusted; then who is in a group is unknown.
    topic
        Title of the conversation; empty when unknown.
    """

    statements: tuple[Statement, ...]
    participant_ids: tuple[str, ...]
    participant: NDArray[np.int32]
    statement: NDArray[np.int32]
    value: NDArray[np.int8]
    group_ids: Mapping[str, str] = field(default_factory=dict)
    group_votes: Mapping[str, tuple[Counts, ...]] = field(default_factory=dict)
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Votes on one statement. ``n`` counts passes too: to pass, one must have seen it."""

    agree: int
    disagree: int
    passes: int

    @property
    def n(self) -> int:
        """Number of votes."""
        return self.agree + self.disagree + self.passes

    def share(self, count: int) -> float:
        """Return ``count`` as a share of ``n``; 0.0 when nobody voted."""
        return count / self.n if self.n else 0.0

    def percent(self, count: int) -> int | None:
        """Return ``count`` as whole percent of ``n``, rounded half up; None when ``n`` is few."""
        if self.n < FEWEST_FOR_PERCENT:
            return None
        return (200 * count + self.n) // (2 * self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGroup:
    """Participants who voted alike. Says how they voted, not who they are.

    Attributes
    ----------
    id
        ``"A"``, ``"B"`` … as on the screen of Polis.
    participant_ids
        Empty when the export tells how the group voted but not who is in it.
    name
        What people call the group; empty until somebody names it.
    most_votes
        The most votes that the group gave on one statement: when its people are not known, it has
        at least as many.
    """

    id: str
    participant_ids: tuple[str, ...]
    name: str = ""
    most_votes: int = 0

    @property
    def n(self) -> int:
        """Number of participants; the least it can be when ``is_listed`` is False."""
        return len(self.participant_ids) if self.is_listed else self.most_votes

    @property
    def is_listed(self) -> bool:
        """Whether it is known who is in the group."""
        return bool(self.participant_ids)

    @property
    def is_small(self) -> bool:
        """Whether its people could be recognised if the group were shown by itself."""
        return self.n < SMALL_GROUP


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementResult:
    """How one statement fared.

    Attributes
    ----------
    votes
        Of all participants.
    by_group
        Group id → votes of that group.
    enough_votes
        Whether every group of five people or more gave at least five votes: below that the two
        measures of consensus reward having been seen by few.
    group_aware_consensus
        Product over groups of (agree + 1) / (n + 2), as Polis computes it.
    group_aware_consensus_geometric
        The same as a geometric mean, comparable between different numbers of groups.
    extremity
        Length of the statement's projection on the two axes: how much it divides.
    """

    id: str
    text: str
    ref: str = ""
    moderated: int = 0
    is_meta: bool = False
    votes: Counts
    by_group: Mapping[str, Counts]
    enough_votes: bool = True
    group_aware_consensus: float
    group_aware_consensus_geometric: float
    extremity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGroups:
    """Opinion groups and what unites and divides them.

    Attributes
    ----------
    mode
        ``"imported"``: groups of the export; ``"recomputed"``: computed here from the votes.
    positions
        Participant id → place on the map, two coordinates.
    explained_variance
        Share of the variance that the two axes of the map explain, 0–1.
    stability
        Share of the pairs of a group that stay together over resamples of participants, 0–1; None
        when there are fewer than two groups or nobody knows who is in them.
    similarity
        How alike the groups of the export and the groups computed from the votes are: the adjusted
        Rand index, 1 for the same and about 0 for unrelated ones; None without both.
    uncertain
        Ids of at most five statements that many passed, most striking first.
    consensus_agree, consensus_disagree
        Statement ids, strongest first.
    representative
        Group id → pairs of statement id and ``"agree"`` or ``"disagree"``, strongest first.
    checks
        Pairs of code and message: what the reader should know about the votes.
    """

    mode: str
    n_participants: int
    n_votes: int
    groups: tuple[OpinionGroup, ...]
    statements: tuple[StatementResult, ...]
    positions: Mapping[str, tuple[float, float]]
    explained_variance: float
    stability: float | None = None
    similarity: float | None = None
    uncertain: tuple[str, ...] = ()
    consensus_agree: tuple[str, ...] = ()
    consensus_disagree: tuple[str, ...] = ()
    representative: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    checks: tuple[tuple[str, str], ...] = ()

    @property
    def shown_groups(self) -> tuple[OpinionGroup, ...]:
        """The groups whose numbers may be given beside those of all voters.

        Groups of five people or more. If only a handful are outside them, the smallest of them is
        left out too: else subtracting would show how the handful voted.
        """
        large = tuple(group for group in self.groups if not group.is_small)
        n_outside = self.n_participants - sum(group.n for group in large)
        if len(large) < len(self.groups) and n_outside < SMALL_GROUP:
            smallest = min(large, key=lambda group: group.n, default=None)
            return tuple(group for group in large if group is not smallest)
        return large

    def statement(self, statement_id: str) -> StatementResult:
        """Return the result of one statement.

        Raises
        ------
        KeyError
            If no statement has that id.
        """
        for result in self.statements:
            if result.id == statement_id:
                return result
        raise KeyError(statement_id)
