"""Ids of themes: from the notes they hold, and kept when the notes are grouped again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from toolkit.domain import Theme

# A new theme is an old one when at least half of their common notes are shared.
_SAME = 0.5


def theme_id(note_ids: Iterable[str]) -> str:
    """Return the id of a theme that is new: ``t-`` and eight digits from its notes.

    >>> theme_id(["a", "b"]) == theme_id(["b", "a"])
    True
    """
    text = "\n".join(sorted(note_ids))
    return f"t-{hashlib.blake2b(text.encode(), digest_size=4).hexdigest()}"


def new_theme_id(label: str, note_ids: Iterable[str], *, taken: Collection[str]) -> str:
    """Return an id, none of ``taken``, for a theme that people make of notes of other themes."""
    return _free(theme_id([label, *note_ids]), taken)


def carry_over(
    new: Sequence[Theme], previous: Sequence[Theme], *, reserved: Collection[str] = ()
) -> tuple[Theme, ...]:
    """Return ``new`` with the ids of those ``previous`` themes that they continue.

    A theme continues the one it shares most notes with (Jaccard at least 0.5 over the notes that
    both groupings hold, best pairs first, one to one), and keeps its label if people gave it.
    The order of ``new`` stays. No theme gets an id that is ``reserved`` for another.
    """
    heirs = _pair(new, previous)
    taken = {*reserved, *(old.id for old in heirs.values())}
    carried = []
    for theme in new:
        old = heirs.get(theme.id)
        if old is None:
            free = _free(theme.id, taken)
            taken.add(free)
            carried.append(replace(theme, id=free))
        elif old.named_by:
            carried.append(replace(theme, id=old.id, label=old.label, named_by=old.named_by))
        else:
            carried.append(replace(theme, id=old.id))
    return tuple(carried)


def _pair(new: Sequence[Theme], previous: Sequence[Theme]) -> dict[str, Theme]:
    """Return new theme id → the previous theme it continues."""
    common = {n for theme in new for n in theme.note_ids}
    common &= {n for theme in previous for n in theme.note_ids}
    after = {theme.id: common & set(theme.note_ids) for theme in new if not theme.is_rest}
    before = {theme.id: common & set(theme.note_ids) for theme in previous if not theme.is_rest}
    pairs = sorted(
        (-len(a & b) / len(a | b), new_id, old_id)
        for new_id, a in after.items()
        for old_id, b in before.items()
        if a & b and len(a & b) / len(a | b) >= _SAME
    )
    by_id = {theme.id: theme for theme in previous}
    heirs: dict[str, Theme] = {}
    for _, new_id, old_id in pairs:
        if new_id not in heirs and all(old.id != old_id for old in heirs.values()):
            heirs[new_id] = by_id[old_id]
    return heirs


def _free(wanted: str, taken: Collection[str]) -> str:
    # An id may come back after some rounds, while another theme has inherited it.
    while wanted in taken:
        wanted = theme_id([wanted])
    return wanted
