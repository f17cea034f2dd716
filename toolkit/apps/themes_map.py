"""The map of notes as the page shows it."""

from __future__ import annotations

from typing import Any

from toolkit import workflow
from toolkit.apps.themes_view import ordered
from toolkit.i18n import _, digits, ngettext
from toolkit.workflow import Present

SHEET = 1000
"""The map is as wide as this and at most as tall, in whole steps."""


def map_view(present: Present) -> dict[str, Any]:
    """Return the points and their themes, ready for JSON.

    Returns
    -------
    dict
        ``themes`` in the order of the board, each with the number of its ``mark``; ``points``, one
        for each note that is on the map and in use: id, label, text, place across and down, and
        the number of its theme in ``themes`` (-1 for none). ``drawn`` is whether there is a map.
    """
    themes = ordered(present.themes)
    found = workflow.load_map(present)
    places = found.places if found else {}
    home = {note_id: number for number, theme in enumerate(themes) for note_id in theme.note_ids}
    n_missing = found.n_missing if found else 0
    # Marks stay the same when a note moves and the order of the themes with it.
    marks = sorted(theme.id for theme in themes if not theme.is_rest)
    return {
        "drawn": found is not None,
        "missing": ngettext(
            "{n} new note is not on the map yet.",
            "{n} new notes are not on the map yet.",
            n_missing,
        ).format(n=digits(n_missing))
        if n_missing
        else "",
        "themes": [
            {
                "id": theme.id,
                "label": theme.label,
                "n": len(theme.note_ids),
                "count": ngettext("{n} note", "{n} notes", len(theme.note_ids)).format(
                    n=digits(len(theme.note_ids))
                ),
                "is_rest": theme.is_rest,
                "mark": -1 if theme.is_rest else marks.index(theme.id),
                "locked": theme.locked,
            }
            for theme in themes
        ],
        "points": [
            [
                note.id,
                note.ref,
                note.text,
                round(SHEET * places[note.id][0]),
                round(SHEET * places[note.id][1]),
                home.get(note.id, -1),
            ]
            for note in present.notes_in_use
            if note.id in places
        ],
        "no_theme": _("in no theme"),
    }
