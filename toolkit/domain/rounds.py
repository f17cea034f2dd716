"""Two rounds of a conversation side by side: what is new, what moved, who went where."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.domain.votes import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChange:
    """One statement that both rounds have.

    Attributes
    ----------
    before, after
        Votes of everybody in each round.
    moved
        Number of participants whose vote changed; None when the people are not the same.
    """

    id: str
    text: str
    before: Counts
    after: Counts
    moved: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """How many participants went from one group to another; ``""`` stands for no group."""

    before: str
    after: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundComparison:
    """What has changed from one round to the next.

    Attributes
    ----------
    same_people
        Whether both are exports of one conversation, so that a participant of one is the same in
        the other. Otherwise only statements are compared, by their words.
    n_before, n_after, n_both
        Participants who voted in each, and in both (0 when the people are not the same).
    n_votes_before, n_votes_after
        Latest votes in each.
    n_moved
        Votes of participants in both that are not what they were.
    changes
        Statements of both rounds, in the order of the later one.
    new, gone
        Ids of the statements that only the later, or only the earlier round has.
    crossings
        Groups of fewer than five people are in it: whoever shows it leaves them out.
    """

    same_people: bool
    n_before: int
    n_after: int
    n_both: int
    n_votes_before: int
    n_votes_after: int
    n_moved: int
    changes: tuple[StatementChange, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    crossings: tuple[Crossing, ...] = ()
