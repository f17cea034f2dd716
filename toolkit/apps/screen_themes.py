"""The theme board in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.state_themes import ThemesState
from toolkit.i18n import N_

SCREEN = Screen(
    key="teemat",
    title=N_("Themes"),
    help=N_(
        "The tool has grouped notes that speak of the same matter; the names are suggestions. "
        "Name, merge and move until the themes say what was said: your decisions are kept."
    ),
    module="themes",
    state=ThemesState,
    texts={
        "no_notes": N_("There are no notes yet. Import an export first."),
        "go_import": N_("Go to import"),
        "no_themes": N_("The notes are here, but no themes yet. Let the tool look for them first."),
        "working": N_("The tool is looking for themes. You can leave the page; the work goes on."),
        "find": N_("Find themes"),
        "find_again": N_("Find themes again"),
        "filter": N_("Search the notes"),
        "found": N_("{n} found"),
        "theme": N_("Theme"),
        "move": N_("move the note to another theme"),
        "name": N_("Name of the theme"),
        "rename": N_("Rename"),
        "named_by": N_("named by {name}"),
        "keywords": N_("Words"),
        "rest_help": N_(
            "Notes that fit no theme. They are not forgotten: move them, or leave them."
        ),
        "merge": N_("Merge"),
        "merge_title": N_("Merge the theme: {label}"),
        "merge_help": N_("The notes of both themes come together. You can undo this."),
        "merge_into": N_("Merge with"),
        "merged_name": N_("Name of the merged theme"),
        "all": N_("Show all {n}"),
        "fewer": N_("Show fewer"),
        "aside": N_("Set aside"),
        "aside_short": N_("Aside"),
        "aside_title": N_("Set aside the note {ref}"),
        "aside_help": N_("The note stays in the workshop but is left out of themes and documents."),
        "aside_reason": N_("Why?"),
        "aside_list": N_("Notes set aside ({n})"),
        "reason": N_("Reason"),
        "put_back": N_("Put back"),
        "next": N_("Next: draft and review"),
        "next_groups": N_("Next: opinion groups"),
    },
)
