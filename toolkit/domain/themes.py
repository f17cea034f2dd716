"""A theme: notes that speak of the same matter."""

from __future__ import annotations

from dataclasses import dataclass

REST_ID = "muut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Notes that speak of the same matter.

    Attributes
    ----------
    id
        Stays with the theme over new exports and re-runs; ``"muut"`` for what fits nowhere.
    label
        A short name: the machine's suggestion until somebody writes their own.
    keywords
        Dictionary forms of the words that tell the theme from the others, strongest first.
    note_ids
        Every note stands in exactly one theme. Sorted.
    central_ids
        The notes nearest to the middle of the theme, nearest first.
    subtitle
        A longer phrase from the notes; may be empty.
    stability
        Share of resamples in which the theme stayed together; None when not computed.
    named_by
        Who gave the label; empty for the machine.
    locked
        People have closed the theme: a re-run leaves it as it is.
    """

    id: str
    label: str
    note_ids: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    central_ids: tuple[str, ...] = ()
    subtitle: str = ""
    stability: float | None = None
    named_by: str = ""
    locked: bool = False

    @property
    def is_rest(self) -> bool:
        """Whether this is *Muut*, the notes that fit nowhere."""
        return self.id == REST_ID
