"""The map of the notes of a workshop: places computed once, and kept until there are new notes."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit import store, themes
from toolkit.domain import Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import TooEarly
from toolkit.i18n import N_, _
from toolkit.workflow.analysis import fingerprint, warm_encoder
from toolkit.workflow.present import Present, load_notes
from toolkit.workflow.progress import Progress, no_progress

# Raised when places are computed in another way.
_VERSION = 1
# Notes in the same words stand round one place: how far from it, and how far on, in radians.
_ASIDE, _TURN = 0.004, 2.4


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMap:
    """Where notes stand on the map.

    Attributes
    ----------
    places
        Note id → across and down, between 0 and 1.
    n_missing
        Notes that have come since the map was made.
    """

    places: Mapping[str, tuple[float, float]]
    n_missing: int = 0


def update_map(
    workshop: Workshop, *, encoder: Encoder | None = None, progress: Progress = no_progress
) -> None:
    """Compute where the notes stand on the map, unless that is known.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    """
    notes = load_notes(workshop)
    if not notes:
        raise TooEarly(N_("There are no notes yet. Import an export first."))
    wanted = fingerprint(sorted(note.id for note in notes))
    if _read(workshop).get("input") == wanted:
        return
    own = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    warm_encoder(own, notes, progress=progress)
    drawing = _("Placing the notes on the map")
    progress(0.8, drawing)
    finder = themes.ThemeFinder(notes, encoder=own)
    at = themes.lay_out(
        finder.vectors, tick=lambda share: progress(0.85 + 0.15 * share, drawing)
    ).tolist()
    places = {
        note_id: _beside(x, y, number)
        for (x, y), note_ids in zip(at, finder.note_ids, strict=True)
        for number, note_id in enumerate(note_ids)
    }
    plain = {"version": _VERSION, "input": wanted, "places": places}
    store.write_bytes(_path(workshop), store.to_text(plain).encode())


def load_map(present: Present) -> NoteMap | None:
    """Return the map that was computed last, for the notes there are; None before the first."""
    places = _read(present.workshop).get("places")
    if not isinstance(places, dict):
        return None
    known = {note.id: places[note.id] for note in present.notes if note.id in places}
    return NoteMap(
        places={key: (float(x), float(y)) for key, (x, y) in known.items()},
        n_missing=len(present.notes) - len(known),
    )


def _beside(x: float, y: float, number: int) -> tuple[float, float]:
    reach = _ASIDE * math.sqrt(number)
    turn = _TURN * number
    return round(x + reach * math.cos(turn), 6), round(y + reach * math.sin(turn), 6)


def _read(workshop: Workshop) -> dict[str, object]:
    try:
        plain = json.loads(_path(workshop).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # a cache that cannot be read is a cache that is not there
    return plain if isinstance(plain, dict) and plain.get("version") == _VERSION else {}


def _path(workshop: Workshop) -> Path:
    return store.cache_folder(workshop, "map") / "places.json"
