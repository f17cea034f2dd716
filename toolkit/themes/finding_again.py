"""Themes found again when notes have come: what people have touched stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.domain import REST_ID, Event, EventKind, Note, Theme
from toolkit.lemmas import Lemmatizer
from toolkit.themes.finding import find_themes
from toolkit.themes.ids import carry_over

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

_DECIMALS = 6


def find_again(
    notes: Sequence[Note],
    *,
    previous: Sequence[Theme],
    decisions: Iterable[Event],
    encoder: Encoder,
    lemmatizer: Lemmatizer | None = None,
    seed: int = 0,
    n_themes: int | None = None,
    resolution: float | None = None,
) -> tuple[Theme, ...]:
    """Find themes so that every decision made on ``previous`` still applies.

    Themes that somebody renamed, merged or moved a note into keep their ids and notes; new notes
    that are nearest to such a theme join it. All other notes are grouped anew, and themes that go
    on keep their ids.

    Parameters
    ----------
    previous
        The last proposal, before human decisions.
    decisions
        Theme decisions in force, in order.

    Returns
    -------
    tuple of Theme
        A new proposal to apply ``decisions`` to; see ``find_themes`` for the rest.
    """
    touched = _touched(decisions)
    kept = [theme for theme in previous if theme.id in touched and not theme.is_rest]
    held = {note_id for theme in kept for note_id in theme.note_ids}
    free = [note for note in notes if note.id not in held]
    found = find_themes(
        free,
        encoder=encoder,
        lemmatizer=lemmatizer,
        seed=seed,
        n_themes=None if n_themes is None else max(1, n_themes - len(kept)),
        resolution=resolution,
    )
    known = {note_id for theme in previous for note_id in theme.note_ids}
    new = [note.id for note in free if note.id not in known]
    themes = _place(new, kept, found, notes, encoder=encoder) if kept and new else (*kept, *found)
    carried = carry_over(themes, previous)
    return tuple(sorted(carried, key=lambda t: (t.is_rest, -len(t.note_ids), t.id)))


def _touched(decisions: Iterable[Event]) -> set[str]:
    """Return the ids of the themes that a decision needs to find again."""
    touched: set[str] = set()
    for event in decisions:
        payload = event.payload
        match event.kind:
            case EventKind.THEME_RENAMED | EventKind.NOTE_MOVED:
                touched.add(payload["theme_id"])
            case EventKind.THEMES_MERGED:
                touched |= {payload["into"], *payload["theme_ids"]}
            case _:
                pass
    return touched - {REST_ID}


def _place(
    new: Sequence[str],
    kept: Sequence[Theme],
    found: Sequence[Theme],
    notes: Sequence[Note],
    *,
    encoder: Encoder,
) -> tuple[Theme, ...]:
    """Move every new note to the kept theme it is nearest to, if no found theme is nearer."""
    vectors = _vectors(notes, encoder=encoder)
    middles = {theme.id: _middle(theme, vectors) for theme in (*kept, *found) if not theme.is_rest}
    kept_ids = {theme.id for theme in kept}
    joins: dict[str, str] = {}
    for note_id in sorted(new):
        near = {key: round(float(vectors[note_id] @ m), _DECIMALS) for key, m in middles.items()}
        best = min(near, key=lambda key: (-near[key], key))
        if best in kept_ids:
            joins[note_id] = best
    themes = []
    for theme in (*kept, *found):
        stays = {n for n in theme.note_ids if joins.get(n, theme.id) == theme.id}
        comes = {n for n, target in joins.items() if target == theme.id}
        if stays | comes:
            central = tuple(n for n in theme.central_ids if n in stays)
            note_ids = tuple(sorted(stays | comes))
            themes.append(replace(theme, note_ids=note_ids, central_ids=central))
    return tuple(themes)


def _vectors(notes: Sequence[Note], *, encoder: Encoder) -> dict[str, NDArray[np.float64]]:
    """Return note id → direction from the middle of all notes, of length one."""
    import numpy as np

    ordered = sorted(notes, key=lambda note: note.id)
    raw = encoder.encode([note.text for note in ordered]).astype(np.float64)
    centred = raw - raw.mean(axis=0)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    rows = centred / np.where(lengths > 0, lengths, 1)
    return {note.id: row for note, row in zip(ordered, rows, strict=True)}


def _middle(theme: Theme, vectors: dict[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    import numpy as np

    mean = np.mean([vectors[note_id] for note_id in theme.note_ids], axis=0)
    length = float(np.linalg.norm(mean))
    middle: NDArray[np.float64] = mean / length if length else mean
    return middle
