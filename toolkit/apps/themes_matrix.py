"""Themes by stakeholder group, question or kind of note, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.apps.themes_view import ordered
from toolkit.domain import FEWEST_FOR_PERCENT, Note, NoteKind, Theme
from toolkit.findings import who_says
from toolkit.findings.who_says import place_groups
from toolkit.i18n import N_, _, digits, ngettext
from toolkit.kinds import kind_name
from toolkit.workflow import Present

WAYS = ("ryhma", "kysymys", "laji")
"""What the columns may be, as it stands in the address; the first is usual."""

_NAMES = {
    "ryhma": N_("Stakeholder groups"),
    "kysymys": N_("Questions"),
    "laji": N_("Kinds of notes"),
}


def matrix_view(present: Present, way: str) -> dict[str, Any]:
    """Return how many notes each theme has in each column, ready for JSON.

    Groups of fewer than five notes in the whole workshop are one column without their names, as in
    documents; ``findings.place_groups`` has the rule. So there is no small group that could be
    computed from the sums.

    Returns
    -------
    dict
        ``columns`` with their sizes, ``rows`` with their cells, sums included: the number, its
        words and its share of the column in hundredths. ``ids`` of a cell are its notes.
    """
    themes = [theme for theme in ordered(present.themes) if theme.note_ids]
    used = {note_id for theme in themes for note_id in theme.note_ids}
    notes = [note for note in present.notes_in_use if note.id in used]
    columns, column_of = _columns(present, way, notes, themes)
    sizes = Counter(column_of.values())
    return {
        "way": way,
        "ways": [{"key": key, "label": _(label)} for key, label in _NAMES.items()],
        "has_kinds": bool(present.state.kinds),
        "columns": [
            {
                "key": key,
                "label": label,
                "count": _counted(sizes[key]),
                "filter": _filter(way, key),
            }
            for key, label in columns
        ],
        "rows": [
            {
                "theme_id": theme.id,
                "label": theme.label,
                "n": len(theme.note_ids),
                "cells": [_cell(theme, key, column_of, sizes) for key, _label in columns],
            }
            for theme in themes
        ],
        "n_used": len(notes),
        "notes": {note.id: [note.ref, note.text] for note in notes},
    }


def _filter(way: str, key: str) -> dict[str, str] | None:
    """Return what shows the notes of a column on the board; None when nothing does."""
    if way == "ryhma":
        kind, _tab, group = key.partition("\t")
        return {"group": group} if kind == "named" else None
    return {{"kysymys": "prompt", "laji": "kind"}[way]: key} if key else None


def _counted(n: int) -> str:
    return ngettext("{n} note", "{n} notes", n).format(n=digits(n))


def _cell(
    theme: Theme, key: str, column_of: Mapping[str, str], sizes: Mapping[str, int]
) -> dict[str, Any]:
    ids = [note_id for note_id in theme.note_ids if column_of.get(note_id) == key]
    share = (200 * len(ids) + sizes[key]) // (2 * sizes[key]) if sizes[key] else 0
    enough = sizes[key] >= FEWEST_FOR_PERCENT
    return {
        "ids": ids,
        "words": _counted(len(ids)),
        "share": share,
        "percent": f"{share}\N{NO-BREAK SPACE}%" if ids and enough else "",
    }


def _columns(
    present: Present, way: str, notes: Sequence[Note], themes: Sequence[Theme]
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Return pairs of key and name, and the key of the column of every note."""
    if way == "kysymys":
        keys = {note.id: note.prompt for note in notes}
        # In the order in which they were asked; notes without a question last.
        asked = sorted(dict.fromkeys(keys.values()), key=lambda prompt: not prompt)
        return [(prompt, prompt or _("No question")) for prompt in asked], keys
    if way == "laji":
        kinds = present.state.kinds
        keys = {note.id: kinds[note.id].value for note in notes if note.id in kinds}
        named = [(kind.value, kind_name(kind)) for kind in NoteKind if kind in keys.values()]
        return named, keys
    places = place_groups(notes)
    rows = who_says(themes[0], notes, present.state.sources).rows if themes else ()
    names = {"small": _("Small groups together"), "unknown": _("Group not known")}
    return (
        [(f"{row.kind}\t{row.group}", names.get(row.kind, row.group)) for row in rows],
        {note.id: "\t".join(places[note.group]) for note in notes},
    )
