"""Notes coded by people who do not see each other's codes, and how far they agree."""

from __future__ import annotations

from dataclasses import dataclass

# Krippendorff, K. (2004), Content Analysis, 2nd ed., p. 241: conclusions may be drawn from data
# with alpha ≥ .800, tentative ones down to .667.
_RELIABLE, _TENTATIVE = 0.800, 0.667


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """The code that one person gave to one note."""

    coder: str
    note_id: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far coders agree. Intervals are 95 % percentile intervals over resampled notes.

    Attributes
    ----------
    coders
        Their names, sorted.
    n_notes
        Notes that two coders or more have coded; only they tell of agreement.
    percent
        Share of the pairs of codes of a note that are equal, mean over those notes, 0–1.
    ac1
        Gwet's AC1; 1 is full agreement, 0 what chance would give.
    alpha
        Krippendorff's alpha for nominal data; None when everybody always gave the same code, for
        then there is nothing to tell apart.
    ac1_interval, alpha_interval
        Lower and upper end; None where there is no figure, or no resample has one.
    disagreements
        Ids of the notes to which coders gave different codes. Sorted.
    """

    coders: tuple[str, ...]
    n_notes: int
    percent: float
    ac1: float
    ac1_interval: tuple[float, float] | None
    alpha: float | None
    alpha_interval: tuple[float, float] | None
    disagreements: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """What Krippendorff would conclude from alpha.

        ``"reliable"`` from .800, ``"tentative"`` from .667, ``"low"`` below; empty without alpha.
        """
        if self.alpha is None:
            return ""
        if self.alpha >= _RELIABLE:
            return "reliable"
        return "tentative" if self.alpha >= _TENTATIVE else "low"
