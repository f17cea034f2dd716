"""Tables of counts: themes beside categories, one axis by another, workshop after workshop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from toolkit.domain import SMALL_GROUP, Axis, CategoryCounts, CrossTable, FrameworkResult, Theme

Named = Sequence[tuple[str, str]]


def cross_with_themes(
    result: FrameworkResult, themes: Sequence[Theme], *, axis_id: str = ""
) -> CrossTable:
    """Return the same notes by theme (found in them) and by category (fixed beforehand).

    Parameters
    ----------
    axis_id
        By default the first axis.

    Returns
    -------
    CrossTable
        A row for every theme and one for the notes in none, *Muut* among them; a column for every
        category and one for what fits nowhere.
    """
    axis = _axis(result, axis_id)
    homes = {key: theme.id for theme in themes if not theme.is_rest for key in theme.note_ids}
    rows = [(theme.id, theme.label) for theme in themes if not theme.is_rest]
    return _cross(result.note_ids, (rows, homes), (_named(axis), _places(result, axis)))


def cross_axes(result: FrameworkResult) -> CrossTable:
    """Return the notes by the first axis of a framework and by its second.

    Raises
    ------
    ValueError
        If the framework has one axis only.
    """
    first, second = result.framework.axes[:2]
    return _cross(
        result.note_ids,
        (_named(first), _places(result, first)),
        (_named(second), _places(result, second)),
    )


def count_categories(
    result: FrameworkResult, *, title: str, n_participants: int | None = None, axis_id: str = ""
) -> CategoryCounts:
    """Return how many notes of a workshop stand in each category of an axis.

    Parameters
    ----------
    n_participants
        People in the room; below ``SMALL_GROUP`` the counts are hidden, because they would tell
        what somebody wrote. None when nobody counted them.
    axis_id
        By default the first axis.
    """
    axis = _axis(result, axis_id)
    places = _places(result, axis)
    return CategoryCounts(
        title=title,
        n_notes=len(places),
        notes=dict(Counter(places.values())),
        is_hidden=n_participants is not None and n_participants < SMALL_GROUP,
    )


def _axis(result: FrameworkResult, axis_id: str) -> Axis:
    axes = {axis.id: axis for axis in result.framework.axes}
    return axes[axis_id] if axis_id else result.framework.axes[0]


def _named(axis: Axis) -> Named:
    return [(category.id, category.label) for category in axis.categories]


def _places(result: FrameworkResult, axis: Axis) -> Mapping[str, str]:
    return {note_id: p.category_id for note_id, p in result.on(axis.id).items()}


def _cross(
    note_ids: Iterable[str],
    down: tuple[Named, Mapping[str, str]],
    across: tuple[Named, Mapping[str, str]],
) -> CrossTable:
    (rows, row_of), (columns, column_of) = down, across
    rows, columns = (*rows, ("", "")), (*columns, ("", ""))
    pairs = Counter((row_of.get(key, ""), column_of.get(key, "")) for key in note_ids)
    counts = tuple(tuple(pairs[row, column] for column, _c in columns) for row, _r in rows)
    return CrossTable(rows=tuple(rows), columns=tuple(columns), counts=counts)
