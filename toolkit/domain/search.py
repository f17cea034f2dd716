"""A note that a search found, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A note that a search found.

    Attributes
    ----------
    by
        ``"word"``: every word of the query is in the note, in some form or as a part of a
        compound. ``"meaning"``: only a language model says that the note is about the same.
    score
        By word, at most 1.0, which is every word itself; by meaning, the cosine. The two are not
        comparable.
    words
        The words of the note that the query found, as written and in order; empty by meaning.
    """

    note_id: str
    by: str
    score: float
    words: tuple[str, ...] = ()
