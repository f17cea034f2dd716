"""What is different when themes have been found again."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.domain import Theme, ThemeChanges


def compare_themes(before: Sequence[Theme], after: Sequence[Theme]) -> ThemeChanges:
    """Return what has changed from the themes ``before`` to those ``after``, by their ids.

    *Muut* is no theme: it is neither new nor gone, but notes come from it and go there.
    """
    old = {theme.id: theme for theme in before if not theme.is_rest}
    new = {theme.id: theme for theme in after if not theme.is_rest}
    was = {note_id: theme.id for theme in before for note_id in theme.note_ids}
    more = {key: len(new[key].note_ids) - len(old[key].note_ids) for key in new if key in old}
    return ThemeChanges(
        new={key: theme.label for key, theme in new.items() if key not in old},
        gone={key: theme.label for key, theme in old.items() if key not in new},
        grown={key: n for key, n in more.items() if n > 0},
        moved=tuple(
            sorted(
                note_id
                for theme in after
                for note_id in theme.note_ids
                if was.get(note_id, theme.id) != theme.id
            )
        ),
    )
