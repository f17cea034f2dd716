"""Groups of sayings to themes: members, the middle and the edge, parts, second themes, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.domain import REST_ID, Subtheme, Theme
from toolkit.rows import unit
from toolkit.themes.clustering import NoteClusterer
from toolkit.themes.ids import theme_id
from toolkit.themes.memberships import MAX_CENTRAL, REST_LABEL
from toolkit.themes.naming import Naming, name_groups

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.themes.corpus import Corpus
    from toolkit.themes.sayings import Saying

_DECIMALS = 6
# A second theme has this share of the nearness of the first, and this cosine, at least.
_NEARLY, _LEAST = 0.8, 0.1
# A theme of fewer different sayings has no edge, and one of fewer no parts.
_FEWEST_FOR_EDGE = 5
_FEWEST_FOR_PARTS = 15
_FEWEST_IN_PART = 4
# Fewer parts than themes: two to five.
_PARTS = 0.5


def build_themes(
    said: Sequence[Saying],
    vectors: NDArray[np.float64],
    labels: NDArray[np.int_],
    *,
    steady: Callable[[], Mapping[int, float]],
    corpus: Corpus,
) -> tuple[Theme, ...]:
    """Return the groups as themes, largest first and *Muut* last.

    Parameters
    ----------
    said
        What is grouped.
    vectors
        Shape (n_said, n_dimensions), of length one.
    labels
        The group of each; -1 for none.
    steady
        Returns group → share of resamples in which it stayed together, where that is known. It is
        asked last: it may take long.
    corpus
        The words of ``said``, to name groups by.
    """
    members = _members(labels)
    left = members.pop(-1, [])
    groups = {label: _from_the_middle(rows, said, vectors) for label, rows in members.items()}
    names = name_groups(groups, corpus)
    also: dict[int, list[int]] = {label: [] for label in groups}
    for row, label in _second_groups(groups, said, vectors).items():
        also[label].append(row)
    themes = {
        label: _theme(
            rows,
            said,
            names[label],
            also=also[label],
            subthemes=_parts(rows, said, vectors, corpus),
        )
        for label, rows in groups.items()
    }
    shares = steady()
    told = [replace(theme, stability=shares.get(label)) for label, theme in themes.items()]
    told.sort(key=lambda theme: (-len(theme.note_ids), -len(theme.statement_ids), theme.id))
    return (*told, *_rest([said[row] for row in left]))


def _members(labels: NDArray[np.int_]) -> dict[int, list[int]]:
    """Return label → rows, both in order."""
    members: dict[int, list[int]] = {label: [] for label in sorted(set(labels.tolist()))}
    for row, label in enumerate(labels.tolist()):
        members[label].append(row)
    return members


def _theme(
    rows: Sequence[int],
    said: Sequence[Saying],
    name: Naming,
    *,
    also: Sequence[int],
    subthemes: tuple[Subtheme, ...],
) -> Theme:
    """Make a theme of ``rows``, which come with the most central first."""
    note_ids = _note_ids(rows, said)
    statement_ids = tuple(sorted(key for row in rows for key in said[row].statement_ids))
    first = [said[row].note_ids[0] for row in rows if said[row].note_ids]
    return Theme(
        id=theme_id(note_ids or statement_ids),
        label=name.label,
        subtitle=name.subtitle,
        keywords=name.keywords,
        note_ids=note_ids,
        statement_ids=statement_ids,
        central_ids=tuple(first[:MAX_CENTRAL]),
        edge_id=first[-1] if len(first) >= _FEWEST_FOR_EDGE else "",
        also_ids=_note_ids(also, said),
        subthemes=subthemes,
    )


def _note_ids(rows: Sequence[int], said: Sequence[Saying]) -> tuple[str, ...]:
    return tuple(sorted(note_id for row in rows for note_id in said[row].note_ids))


def _from_the_middle(
    rows: Sequence[int], said: Sequence[Saying], vectors: NDArray[np.float64]
) -> list[int]:
    """Return ``rows`` with the one nearest to the mean of all their notes first."""
    import numpy as np

    weights = np.array([said[row].n for row in rows])
    middle = unit(np.average(vectors[list(rows)], axis=0, weights=weights))
    near = np.round(vectors[list(rows)] @ middle, _DECIMALS)
    return [row for _, row in sorted(zip(-near, rows, strict=True))]


def _second_groups(
    groups: Mapping[int, Sequence[int]], said: Sequence[Saying], vectors: NDArray[np.float64]
) -> dict[int, int]:
    """Return row → the other group that is nearly as near as the rest of its own, or nearer."""
    import numpy as np

    if len(groups) < 2:
        return {}
    labels = list(groups)
    counts = np.array([one.n for one in said])
    sums = np.array([counts[rows] @ vectors[rows] for rows in groups.values()])
    second: dict[int, int] = {}
    for place, rows in enumerate(groups.values()):
        near = np.round(vectors[rows] @ unit(sums).T, _DECIMALS)
        others = unit(sums[place] - counts[rows][:, None] * vectors[rows])
        own = np.round((vectors[rows] * others).sum(axis=1), _DECIMALS)
        near[:, place] = -2
        enough = near.max(axis=1) >= np.maximum(own * _NEARLY, _LEAST)
        best = near.argmax(axis=1)
        second |= {row: labels[best[at]] for at, row in enumerate(rows) if enough[at]}
    return second


def _parts(
    rows: Sequence[int],
    said: Sequence[Saying],
    vectors: NDArray[np.float64],
    corpus: Corpus,
) -> tuple[Subtheme, ...]:
    """Return the parts of a theme; none where it is small or of one piece."""
    import numpy as np

    if len(rows) < _FEWEST_FOR_PARTS:
        return ()
    ordered = sorted(rows)
    own = vectors[ordered]
    found = NoteClusterer(resolution=_PARTS).fit(own - own.mean(axis=0)).labels_
    sizes = np.bincount(found[found >= 0])
    if len(sizes) < 2 or sizes.min() < _FEWEST_IN_PART:
        return ()
    parts = {
        label: _from_the_middle([ordered[at] for at in places], said, vectors)
        for label, places in _members(found).items()
        if label >= 0
    }
    names = name_groups(parts, corpus)
    made = [
        Subtheme(label=names[label].label, note_ids=_note_ids(part, said))
        for label, part in parts.items()
    ]
    return tuple(sorted(made, key=lambda part: (-len(part.note_ids), part.note_ids)))


def _rest(said: Sequence[Saying]) -> tuple[Theme, ...]:
    """Return *Muut* if a note fits nowhere; a statement that fits nowhere is in no theme."""
    note_ids = tuple(sorted(note_id for one in said for note_id in one.note_ids))
    return (Theme(id=REST_ID, label=REST_LABEL, note_ids=note_ids),) if note_ids else ()
