"""What a coder gets: the names of the themes, and the notes in an order of their own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from toolkit.domain import REST_ID, Note, Theme


def name_themes(themes: Sequence[Theme]) -> Mapping[str, str]:
    """Return theme id → name, each name once whatever its capitals; *Muut* last, always there.

    Two themes of one name have their ids behind it.
    """
    labels = {theme.id: theme.label for theme in themes if not theme.is_rest}
    labels[REST_ID] = next((theme.label for theme in themes if theme.is_rest), "Muut")
    n_called = Counter(label.casefold() for label in labels.values())
    return {
        theme_id: label if n_called[label.casefold()] == 1 else f"{label} ({theme_id})"
        for theme_id, label in labels.items()
    }


def shuffle_notes(notes: Sequence[Note], coder: str) -> list[Note]:
    """Return the notes in an order that depends on the coder alone.

    Nobody codes all of a board in a row, and no two coders tire at the same notes.
    """
    return sorted(notes, key=lambda note: (_digest(f"{coder}\0{note.id}"), note.id))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
