"""Who says a theme: stakeholder groups by the materials their notes came in."""

from __future__ import annotations

from dataclasses import dataclass

SMALL_NOTE_GROUP = 5
"""Notes that a stakeholder group needs in the whole workshop to be shown by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One board, discussion or survey: a column of the table.

    Attributes
    ----------
    board
        Prefix of the citation labels of its notes, such as ``"T1"``; empty when it is not known.
    kind
        ``"padlet"``, ``"discussion"`` (round tables), ``"survey"``, ``"speech"``
        (transcripts), ``"chat"`` or ``"table"`` (rows of notes of any origin); empty when it is not
        known.
    name
        What its newest file was called when it came.
    """

    board: str
    kind: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """What one stakeholder group, or table, wrote of a theme.

    Attributes
    ----------
    group
        As the export names it; empty in the row of ``"small"`` and in that of ``"unknown"``.
    kind
        ``"named"``; ``"small"``: groups of fewer than five notes in the whole workshop, together,
        and with a larger one if they are still so few;
        ``"unknown"``: notes of which nobody knows who wrote them.
    counts
        Notes of the theme in each of the materials.
    n_all
        Notes that the group has in the whole workshop, on any theme.
    """

    group: str
    kind: str
    counts: tuple[int, ...]
    n_all: int

    @property
    def n(self) -> int:
        """Notes of the theme."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoSays:
    """Notes of a theme by stakeholder group and material. Units are notes, not people.

    Attributes
    ----------
    materials
        The columns: every material of the workshop, in the order of their labels.
    rows
        Every group of the workshop, by name; small groups next to last, unknown last.
    """

    theme_id: str
    materials: tuple[Material, ...]
    rows: tuple[GroupRow, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """Notes of the theme in each of the materials."""
        return tuple(sum(row.counts[i] for row in self.rows) for i in range(len(self.materials)))

    @property
    def n(self) -> int:
        """Notes of the theme."""
        return sum(row.n for row in self.rows)

    @property
    def n_all(self) -> int:
        """Notes of the workshop."""
        return sum(row.n_all for row in self.rows)
