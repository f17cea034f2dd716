"""Themes read by kind: what of a theme is worry, what proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from toolkit.domain import NoteKind, Theme

if TYPE_CHECKING:
    import pandas as pd


def split_by_kind(
    note_ids: Sequence[str], kinds: Mapping[str, NoteKind]
) -> dict[NoteKind, tuple[str, ...]]:
    """Return the notes of every kind, in the order given; notes whose kind is unknown in none."""
    return {kind: tuple(i for i in note_ids if kinds.get(i) is kind) for kind in NoteKind}


def kinds_table(themes: Sequence[Theme], kinds: Mapping[str, NoteKind]) -> pd.DataFrame:
    """Return how many notes of each kind every theme has.

    Parameters
    ----------
    themes
        As people have left them.
    kinds
        Note id → kind, such as ``load_kinds`` returns.

    Returns
    -------
    DataFrame
        A row for each theme, in order, named by its label; columns ``huoli``, ``ehdotus``,
        ``kiitos``, ``kysymys`` and ``toteamus``. Counts of notes, never of people.
    """
    import pandas as pd

    split = [split_by_kind(theme.note_ids, kinds) for theme in themes]
    return pd.DataFrame(
        [[len(one[kind]) for kind in NoteKind] for one in split],
        index=pd.Index([theme.label for theme in themes], name="theme"),
        columns=[kind.value for kind in NoteKind],
    )
