"""Places of notes in frameworks, kept so that a screen may read them without a language model."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from toolkit import store
from toolkit.domain import Framework, FrameworkResult, Placement, Workshop
from toolkit.encoders import Encoder
from toolkit.frameworks import apply_placements
from toolkit.workflow.analysis import fingerprint
from toolkit.workflow.frameworks import suggest_placements
from toolkit.workflow.present import Present, load_present
from toolkit.workflow.progress import Progress, no_progress


def keep_placements(
    workshop: Workshop,
    framework: Framework,
    *,
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> None:
    """Place the notes of a workshop in a framework and keep the suggestions in its cache.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    """
    present = load_present(workshop)
    found = suggest_placements(present, framework, encoder=encoder, progress=progress)
    plain = {
        "input": _input(present, framework),
        "placements": store.to_plain(found.placements, tuple[Placement, ...]),
    }
    store.write_bytes(_path(workshop, framework), store.to_text(plain).encode())


def kept_placements(present: Present, framework: Framework) -> FrameworkResult | None:
    """Return what was kept, with the notes where people have placed them since.

    None when nothing was kept, or other notes have come since.
    """
    try:
        plain = json.loads(_path(present.workshop, framework).read_text(encoding="utf-8"))
        if plain["input"] != _input(present, framework):
            return None
        placements = store.from_plain(tuple[Placement, ...], plain["placements"])
    except (OSError, ValueError, KeyError):
        return None  # a cache that cannot be read is a cache that is not there
    found = FrameworkResult(framework=framework, placements=placements)
    return apply_placements(found, present.state.placements)


def categories_of(result: FrameworkResult) -> Mapping[str, set[str]]:
    """Return note id → the categories in which it stands."""
    found: dict[str, set[str]] = {}
    for placement in result.placements:
        if placement.category_id:
            found.setdefault(placement.note_id, set()).add(placement.category_id)
    return found


def _input(present: Present, framework: Framework) -> str:
    notes = sorted(note.id for note in present.notes_in_use)
    return fingerprint([notes, store.to_plain(framework)])


def _path(workshop: Workshop, framework: Framework) -> Path:
    return store.cache_folder(workshop, "placements") / f"{framework.id}.json"
