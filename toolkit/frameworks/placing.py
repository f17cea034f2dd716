"""Notes to categories: the machine's suggestions, and what people have said instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.domain import Axis, Event, Framework, FrameworkResult, Note, Placement
from toolkit.frameworks.vectors import measure_likeness
from toolkit.lemmas import Lemmatizer, load_lemmatizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

FITS = 0.3
"""Likeness that a note needs to its nearest category, or it fits nowhere."""


def place_notes(
    notes: Iterable[Note],
    framework: Framework,
    *,
    encoder: Encoder,
    lemmatizer: Lemmatizer | None = None,
) -> FrameworkResult:
    """Suggest a category for every note on every axis of a framework.

    A note's place depends on the note and the framework alone, not on the other notes, so the
    same framework may follow notes over workshops and years. Ties go to the smaller id.

    Likeness is the cosine of the note and the middle of the category's texts, seen from the mean
    of everyday sentences, and 0.4 times the square root of the share of the note's words (by
    weight) that the category has. ``FITS`` and ``CLOSE`` were chosen on the tuning part of
    ``tests/gold/viitekehys.csv`` (55 invented notes, 14 of which fit nowhere);
    ``benchmarks/frameworks.py`` gives the figures on the part not looked at.

    Parameters
    ----------
    notes
        In any language; Swedish and English are compared by meaning alone.
    lemmatizer
        Of Finnish; by default ``load_lemmatizer()``.
    """
    ordered = sorted(notes, key=lambda note: note.id)
    finnish = lemmatizer or load_lemmatizer()
    placements = []
    for axis in framework.axes:
        categories = sorted(axis.categories, key=lambda category: category.id)
        likeness = measure_likeness(ordered, categories, encoder=encoder, lemmatizer=finnish)
        ids = [category.id for category in categories]
        placements += [
            _suggest(note.id, axis, ids, row) for note, row in zip(ordered, likeness, strict=True)
        ]
    return FrameworkResult(framework=framework, placements=_in_order(placements, framework))


def _suggest(
    note_id: str, axis: Axis, ids: Sequence[str], likeness: NDArray[np.float64]
) -> Placement:
    scores = dict(zip(ids, map(float, likeness), strict=True))
    nearest = max(scores.values())
    # Fitting nowhere is a choice like the others, always equally good; it loses ties.
    choices = sorted({**scores, "": FITS}.items(), key=lambda item: (-item[1], not item[0], item))
    (best, first), (second, next_best) = choices[:2]
    return Placement(
        note_id=note_id,
        axis_id=axis.id,
        category_id=best,
        second_id=second,
        score=nearest,
        margin=round(first - next_best, 6),
    )


def _in_order(placements: Iterable[Placement], framework: Framework) -> tuple[Placement, ...]:
    order = {axis.id: place for place, axis in enumerate(framework.axes)}
    return tuple(sorted(placements, key=lambda p: (p.note_id, order[p.axis_id])))


def apply_placements(result: FrameworkResult, events: Iterable[Event]) -> FrameworkResult:
    """Return ``result`` with the notes where people have placed them.

    Parameters
    ----------
    events
        ``note_placed`` events in order, without undone ones; the last word on a note counts.
        Those of other frameworks are passed over, and so are those about notes or categories that
        are no longer there (``stale_placements`` lists them).
    """
    return _apply(result, events)[0]


def stale_placements(result: FrameworkResult, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return those ``events`` on this framework that no longer apply, in order."""
    return _apply(result, events)[1]


def _apply(
    result: FrameworkResult, events: Iterable[Event]
) -> tuple[FrameworkResult, tuple[Event, ...]]:
    placed = {(p.note_id, p.axis_id): p for p in result.placements}
    stale = []
    for event in events:
        if event.payload["framework_id"] != result.framework.id:
            continue
        note_id, category_id = event.payload["note_id"], event.payload.get("category_id", "")
        axes = _axes(result.framework, category_id, event.payload.get("axis_id", ""))
        keys = [(note_id, axis_id) for axis_id in axes if (note_id, axis_id) in placed]
        if not keys:
            stale.append(event)
        for key in keys:
            placed[key] = replace(placed[key], category_id=category_id, placed_by=event.actor)
    return replace(result, placements=_in_order(placed.values(), result.framework)), tuple(stale)


def _axes(framework: Framework, category_id: str, axis_id: str) -> list[str]:
    """Return the axes that a decision is about; to fit nowhere is about all unless one is named."""
    if category_id:
        axis = framework.axis_of(category_id)
        return [axis.id] if axis else []
    return [axis.id for axis in framework.axes if axis_id in ("", axis.id)]
