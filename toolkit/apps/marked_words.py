"""Two texts as one, the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.differences import find_differences, split_text


def mark_words(before: str, after: str) -> list[tuple[str, str]]:
    """Return pairs of ``"same"``, ``"gone"`` or ``"new"`` and the words, in order.

    >>> mark_words("Busseja lisää.", "Junia lisää.")
    [('gone', 'Busseja'), ('new', 'Junia'), ('same', ' lisää.')]
    """
    return [(kind, text) for kind, text in _pieces(before, after) if text]


def _pieces(before: str, after: str) -> Iterator[tuple[str, str]]:
    old, new = split_text(before), split_text(after)
    done = 0
    for span in find_differences(old, new):
        yield "same", "".join(old[done : span.start])
        yield "gone", "".join(old[span.start : span.end])
        yield "new", "".join(new[span.new_start : span.new_end])
        done = span.end
    yield "same", "".join(old[done:])
