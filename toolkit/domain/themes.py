"""A theme: notes that speak of the same matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

REST_ID = "muut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtheme:
    """A part of a theme: notes of the theme that are nearer to each other than to the rest of it.

    Attributes
    ----------
    label
        A short name, the machine's suggestion.
    note_ids
        Some of the notes of the theme. Sorted.
    """

    label: str
    note_ids: tuple[str, ...]


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
    statement_ids
        Statements people voted on that speak of the theme. Sorted; never counted as notes.
    central_ids
        The notes nearest to the middle of the theme, nearest first.
    edge_id
        The note of the theme that is farthest from its middle; empty in a theme of few notes.
    also_ids
        Notes of other themes that are nearly as near to this one. Sorted; not counted here.
    subthemes
        Parts of a theme that is large enough to have them; none or at least two.
    subtitle
        A longer phrase from the notes; may be empty.
    stability
        Share of resamples in which the theme stayed together; None when not computed.
    named_by
        Who gave the label; empty for the machine.
    locked
        People have closed the theme: a re-run leaves it as it is.
    placed_ids
        Notes and statements of the theme that people placed here: moved, confirmed, split off or
        gathered by hand. Sorted. All others were placed by the machine.
    description, includes, near_misses
        What people wrote of the theme: what it is about, what belongs to it, and what comes near
        but does not belong.
    """

    id: str
    label: str
    note_ids: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    statement_ids: tuple[str, ...] = ()
    central_ids: tuple[str, ...] = ()
    edge_id: str = ""
    also_ids: tuple[str, ...] = ()
    subthemes: tuple[Subtheme, ...] = ()
    subtitle: str = ""
    stability: float | None = None
    named_by: str = ""
    locked: bool = False
    placed_ids: tuple[str, ...] = ()
    description: str = ""
    includes: str = ""
    near_misses: str = ""

    @property
    def is_rest(self) -> bool:
        """Whether this is *Muut*, the notes that fit nowhere."""
        return self.id == REST_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A note that the machine would put into a theme, and leaves for people to decide.

    Attributes
    ----------
    note_id
        Stands meanwhile where the proposal has it, mostly in *Muut*.
    theme_id
        The theme whose middle is nearest.
    second_id
        The next nearest; empty when there is no other.
    margin
        How much nearer the first is, in cosine; 0 or more.
    """

    note_id: str
    theme_id: str
    second_id: str = ""
    margin: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChanges:
    """What is different from the last time themes were found.

    Attributes
    ----------
    new, gone
        Theme id → label, of themes that were not there before and of those that are no more.
    grown
        Theme id → how many notes more, of themes that were there before.
    moved
        Notes that were in another theme before. Sorted.
    """

    new: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    grown: Mapping[str, int] = field(default_factory=dict)
    moved: tuple[str, ...] = ()
