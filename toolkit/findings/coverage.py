"""Coverage: which notes no sentence of a draft comes near, measured against random notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toolkit.domain import Coverage, CoverageRow, Note, Source
from toolkit.findings.who_says import place_groups
from toolkit.text import count_order

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DRAWS = 200
_SAMPLE = 2000
_PERCENTILE = 5
_SAME = 1e-5  # what rounding may take from the nearness of a text to itself
_SHORT, _LONG = 5, 15  # words: at most so many are a short note, more than so many a long one
_LENGTHS = ("short", "medium", "long")
_KINDS = ("named", "small", "unknown")


def measure_coverage(
    notes: Sequence[Note],
    vectors: NDArray[np.float32],
    sentences: NDArray[np.float32],
    *,
    sources: Sequence[Source] = (),
    seed: int = 0,
) -> Coverage:
    """Measure how near the sentences of a draft come to every note.

    The coverage of a note is its nearness to the nearest sentence. It is compared with a summary
    that nobody wrote: as many notes as there are sentences, drawn at random 200 times, each time
    at most half of the notes. A note is left out when its coverage is under the 5th percentile of
    what random notes give the notes that were not drawn (after Mahajan 2026: exclusion against a
    baseline of random participants).

    Parameters
    ----------
    notes, vectors
        Notes and their vectors, ndarray of shape (n_notes, n_dimensions), rows of length one.
    sentences
        ndarray of shape (n_sentences, n_dimensions), rows of length one.
    sources
        What the exports are called.

    Returns
    -------
    Coverage
        The same in whatever order the notes and the sentences come. Small groups are counted
        together and not named.

    Raises
    ------
    ValueError
        If there are fewer than two notes or no sentences.
    """
    import numpy as np

    if len(notes) < 2 or not len(sentences):
        msg = "coverage needs at least two notes and a sentence"
        raise ValueError(msg)
    order = sorted(range(len(notes)), key=lambda place: notes[place].id)
    notes, exact = [notes[place] for place in order], vectors[order].astype(np.float64)
    covered = (exact @ sentences.astype(np.float64).T).max(axis=1)
    random_mean, limit = _random_notes(exact, len(sentences), seed=seed)
    is_out = covered < limit - _SAME
    left_out = sorted(np.flatnonzero(is_out), key=lambda place: (covered[place], notes[place].id))
    return Coverage(
        n_notes=len(notes),
        n_sentences=len(sentences),
        mean=float(covered.mean()),
        random_mean=random_mean,
        limit=limit,
        left_out=tuple(notes[place].id for place in left_out),
        rows=tuple(_rows(notes, covered, is_out, sources)),
    )


def _random_notes(vectors: NDArray[np.float64], n: int, *, seed: int) -> tuple[float, float]:
    """Return the mean coverage by random notes, and the 5th percentile of those not drawn."""
    import numpy as np

    chance = np.random.default_rng(seed)
    n_notes = len(vectors)
    # Of very many notes, so many stand for the rest: the table of nearness stays small.
    sample = np.sort(chance.choice(n_notes, size=min(n_notes, _SAMPLE), replace=False))
    near = vectors[sample] @ vectors.T
    drawn = min(n, max(1, n_notes // 2))
    means, others = [], []
    for _draw in range(_DRAWS):
        chosen = chance.choice(n_notes, size=drawn, replace=False)
        best = near[:, chosen].max(axis=1)
        means.append(best.mean())
        others.append(best[~np.isin(sample, chosen)])
    return float(np.mean(means)), float(np.percentile(np.concatenate(others), _PERCENTILE))


def _rows(
    notes: Sequence[Note],
    covered: NDArray[np.float64],
    is_out: NDArray[np.bool_],
    sources: Sequence[Source],
) -> Iterator[CoverageRow]:
    parts: dict[tuple[str, str, str], list[int]] = {}
    groups = place_groups(notes)
    names = {source.id: source.name for source in sources}
    for place, note in enumerate(notes):
        kind, group = groups[note.group]
        source = names.get(note.source_id, "")
        keys = (
            ("group", kind, group),
            ("source", "named" if source else "unknown", source),
            ("length", "named", _length(note)),
        )
        for key in keys:
            parts.setdefault(key, []).append(place)
    for by, kind, name in sorted(parts, key=_order):
        places = parts[by, kind, name]
        yield CoverageRow(
            by=by,
            name=name,
            kind=kind,
            n=len(places),
            n_left_out=int(is_out[places].sum()),
            mean=float(covered[places].mean()),
        )


def _length(note: Note) -> str:
    n = len(note.text.split())
    return _LENGTHS[0 if n <= _SHORT else 1 if n <= _LONG else 2]


def _order(part: tuple[str, str, str]) -> tuple[int, int, int, list[tuple[int, str]], str]:
    by, kind, name = part
    place = _LENGTHS.index(name) if by == "length" else 0
    by_place = ("group", "source", "length").index(by)
    return by_place, _KINDS.index(kind), place, count_order(name), name
