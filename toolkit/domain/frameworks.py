"""A framework: categories that somebody fixed beforehand, and the notes placed in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.votes import FEWEST_FOR_PERCENT, SMALL_GROUP

CLOSE = 0.15
"""Margin below which a person should look: one suggestion in three was wrong there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One place in a framework; in a codebook, one code.

    Attributes
    ----------
    id
        Unique within the framework, and the same from year to year.
    label
        A short name; ``label_sv`` and ``label_en`` where there is one in the language.
    description
        What belongs here, in a sentence or two.
    includes, excludes
        When to use the category and when not, as people have agreed.
    keywords
        Dictionary forms of words that tell it from the others.
    examples
        Notes that belong here.
    near_misses
        Notes that nearly belong here, and belong elsewhere.
    """

    id: str
    label: str
    label_sv: str = ""
    label_en: str = ""
    description: str = ""
    includes: str = ""
    excludes: str = ""
    keywords: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()

    def label_in(self, language: str) -> str:
        """Return the name in ``language``, or in Finnish when there is none."""
        return {"sv": self.label_sv, "en": self.label_en}.get(language) or self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One way of dividing: a note has one place on every axis."""

    id: str
    label: str
    categories: tuple[Category, ...]
    label_sv: str = ""
    label_en: str = ""

    def label_in(self, language: str) -> str:
        """Return the name in ``language``, or in Finnish when there is none."""
        return {"sv": self.label_sv, "en": self.label_en}.get(language) or self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Categories to read notes against.

    Attributes
    ----------
    id
        ``[a-z0-9-]``; people's placements are kept by it.
    source, year
        The document it comes from.
    axes
        Usually one; two when notes are placed in a table, such as areas of life × actors.
    """

    id: str
    title: str
    axes: tuple[Axis, ...]
    title_sv: str = ""
    title_en: str = ""
    source: str = ""
    year: int | None = None

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories of every axis, in order."""
        return tuple(category for axis in self.axes for category in axis.categories)

    def axis_of(self, category_id: str) -> Axis | None:
        """Return the axis that has a category; None when there is no such category."""
        ids = ((axis, [category.id for category in axis.categories]) for axis in self.axes)
        return next((axis for axis, known in ids if category_id in known), None)

    def title_in(self, language: str) -> str:
        """Return the title in ``language``, or in Finnish when there is none."""
        return {"sv": self.title_sv, "en": self.title_en}.get(language) or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a note stands on one axis: the machine's suggestion, or what a person said.

    Attributes
    ----------
    category_id
        Empty when the note fits nowhere.
    second_id
        The next best choice; empty when that is to fit nowhere.
    score
        Likeness to the nearest category, at most about 1.4; unrelated notes are near 0.
    margin
        How much better the choice is than the next best. Fitting nowhere is one of the choices.
    placed_by
        Who decided; empty for the machine, whose figures are kept either way.
    """

    note_id: str
    axis_id: str
    category_id: str
    second_id: str = ""
    score: float = 0.0
    margin: float = 0.0
    placed_by: str = ""

    @property
    def is_close(self) -> bool:
        """Whether it is a suggestion that a person should look at first."""
        return not self.placed_by and self.margin < CLOSE


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkResult:
    """Notes read against a framework.

    Attributes
    ----------
    placements
        One for every note on every axis, by note id and then in the order of the axes.
    """

    framework: Framework
    placements: tuple[Placement, ...]

    @property
    def note_ids(self) -> tuple[str, ...]:
        """The notes that were read, sorted."""
        return tuple(sorted({placement.note_id for placement in self.placements}))

    def on(self, axis_id: str) -> Mapping[str, Placement]:
        """Return note id → its placement on an axis."""
        return {p.note_id: p for p in self.placements if p.axis_id == axis_id}

    def notes_in(self, category_id: str) -> tuple[str, ...]:
        """Return the notes of a category, sorted."""
        return tuple(p.note_id for p in self.placements if p.category_id == category_id)

    def nowhere(self, axis_id: str) -> tuple[str, ...]:
        """Return the notes that fit nowhere on an axis, sorted."""
        return tuple(key for key, p in self.on(axis_id).items() if not p.category_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossTable:
    """Counts of notes by two ways of grouping them.

    Attributes
    ----------
    rows, columns
        Pairs of id and label. The last of each has an empty id: notes in none of the others.
    counts
        Notes, row by row. Every note is counted once.
    """

    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCounts:
    """How the notes of one workshop stand on one axis: a column of a table over the years.

    Attributes
    ----------
    notes
        Category id → notes in it; the empty id for those that fit nowhere.
    is_hidden
        Fewer people took part than may be singled out: only the total is shown.
    """

    title: str
    n_notes: int
    notes: Mapping[str, int]
    is_hidden: bool = False

    def n(self, category_id: str) -> int | None:
        """Return how many notes a category has; None when it may not be shown."""
        return None if self.is_hidden else self.notes.get(category_id, 0)

    def percent(self, category_id: str) -> int | None:
        """Return its share of the notes of the workshop; None when there are too few for one."""
        n = self.n(category_id)
        if n is None or self.n_notes < FEWEST_FOR_PERCENT:
            return None
        return int(100 * n / self.n_notes + 0.5)

    def is_few(self, category_id: str) -> bool:
        """Whether there are too few notes to say that a category has grown or shrunk."""
        n = self.n(category_id)
        return n is None or n < SMALL_GROUP
