"""Coverage: how much of the material a draft lets be heard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A part of the notes, and how many of them a draft leaves out.

    Attributes
    ----------
    by
        ``"group"`` (stakeholder group or table), ``"source"`` or ``"length"``.
    name
        As the material names it, or the length class ``"short"``, ``"medium"`` or ``"long"``;
        empty for small groups together and for notes of which it is not known.
    kind
        ``"named"``, ``"small"`` (groups too small to be named, together) or ``"unknown"``.
    n, n_left_out
        Notes, and those of them that the draft leaves out.
    mean
        Mean nearness of the notes to the nearest sentence, −1 to 1.
    """

    by: str
    name: str
    kind: str
    n: int
    n_left_out: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How near the sentences of a draft come to the notes, beside notes drawn at random.

    Attributes
    ----------
    n_sentences
        How many sentences of the draft say something of the material.
    mean
        Mean nearness of every note to the sentence nearest to it.
    random_mean
        The same when as many notes, drawn at random, stand in for the sentences.
    limit
        A note less near than this is left out.
    left_out
        Ids of the notes that are left out, the least near first.
    """

    n_notes: int
    n_sentences: int
    mean: float
    random_mean: float
    limit: float
    left_out: tuple[str, ...]
    rows: tuple[CoverageRow, ...]
