"""How near notes are to the middles of themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toolkit.domain import Note, Theme
from toolkit.rows import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The theme that is nearest to a note.

    Attributes
    ----------
    theme_id, second_id
        The nearest and the next; ``second_id`` is empty when there is no other.
    likeness
        Cosine of the note and the middle of the nearest theme: 0 for any note, 1 for the same.
    margin
        How much nearer the nearest is than the next, or than any note when there is no nearer one.
    """

    theme_id: str
    second_id: str
    likeness: float
    margin: float


class Nearness:
    """Likeness of notes and themes.

    Parameters
    ----------
    notes
        All that are compared: what they have in common tells nothing, so it is taken off.
    encoder
        Its vectors tell which notes mean the same.
    """

    def __init__(self, notes: Sequence[Note], *, encoder: Encoder) -> None:
        self._notes = sorted(notes, key=lambda note: note.id)
        self._encoder = encoder

    @cached_property
    def _rows(self) -> dict[str, NDArray[np.float64]]:
        """Note id → direction from the middle of all notes, of length one."""
        import numpy as np

        raw = self._encoder.encode([note.text for note in self._notes]).astype(np.float64)
        rows = unit(raw - raw.mean(axis=0))
        return {note.id: row for note, row in zip(self._notes, rows, strict=True)}

    def sums(self, themes: Sequence[Theme]) -> Mapping[str, NDArray[np.float64]]:
        """Return theme id → sum of its notes, which points to its middle."""
        import numpy as np

        held = {t.id: [self._rows[n] for n in t.note_ids if n in self._rows] for t in themes}
        return {key: np.sum(rows, axis=0) for key, rows in held.items() if rows}

    def nearest(
        self, note_id: str, sums: Mapping[str, NDArray[np.float64]], *, home: str | None = None
    ) -> Nearest | None:
        """Return the theme nearest to a note; None when there is none to compare with.

        Its own theme, ``home``, is measured without it.
        """
        import numpy as np

        row = self._rows[note_id]
        near = {}
        for key, total in sums.items():
            middle = total - row if key == home else total
            length = float(np.linalg.norm(middle))
            if length > 10**-_DECIMALS:
                near[key] = round(float(row @ middle) / length, _DECIMALS)
        if not near:
            return None
        first, second, *_ = *sorted(near, key=lambda key: (-near[key], key)), ""
        margin = near[first] - max(near.get(second, 0.0), 0.0)
        return Nearest(
            theme_id=first,
            second_id=second,
            likeness=near[first],
            margin=round(max(margin, 0.0), _DECIMALS),
        )

    def alike(self, note_ids: Sequence[str]) -> float:
        """Return the mean cosine of the pairs among notes; 0 for fewer than two."""
        import numpy as np

        n = len(note_ids)
        if n < 2:
            return 0.0
        total = np.sum([self._rows[note_id] for note_id in note_ids], axis=0)
        return round((float(total @ total) - n) / (n * (n - 1)), _DECIMALS)
