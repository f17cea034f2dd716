"""The theme board in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.screen_themes_looks import LOOK_PARTS, LOOK_TEXTS
from toolkit.apps.state_themes_looks import ThemeLooksState
from toolkit.i18n import N_

SCREEN = Screen(
    key="teemat",
    title=N_("Themes"),
    help=N_(
        "The tool looks for notes that speak of the same matter, and suggests names for themes. "
        "Name, merge and move until the themes say what was said: your decisions are kept."
    ),
    module="themes",
    parts=(
        "themes_pieces",
        "themes_moving",
        "themes_filters",
        "themes_choices",
        "themes_notes",
        "themes_actions",
        "themes_split",
        "themes_lists",
        *LOOK_PARTS,
    ),
    state=ThemeLooksState,
    texts={
        **LOOK_TEXTS,
        "no_notes": N_("There are no notes yet. Import an export first."),
        "go_import": N_("Go to import"),
        "no_themes": N_("The notes are here, but no themes yet. Let the tool look for them first."),
        "only_rest": N_(
            "The tool found no themes: every note stands alone. Search for notes and make a theme "
            "of them, or try out more themes."
        ),
        "working": N_("The tool is looking for themes. You can leave the page; the work goes on."),
        "find": N_("Find themes"),
        "find_again": N_("Find themes again"),
        "fewer_themes": N_("Fewer themes"),
        "more_themes": N_("More themes"),
        "parts": N_("Parts"),
        "edge": N_("at the edge of the theme"),
        "filter": N_("Search the notes"),
        "found": N_("{n} found"),
        "shown": N_("Notes shown: {n} of {all}"),
        "nothing_found": N_("No note matches the search. Take away something of it."),
        "filters": N_("Which notes are shown"),
        "more_filters": N_("More ways to choose the notes shown"),
        "filtered_by": N_("The notes shown are chosen by"),
        "chip_words": N_("Words"),
        "remove_filter": N_("Take away"),
        "clear_filters": N_("Show all notes"),
        "no_kinds": N_("The kinds of notes have not been found yet."),
        "find_kinds": N_("Find worries, proposals and other kinds"),
        "kind": N_("Kind of note"),
        "every_kind": N_("All kinds"),
        "kind_hint": N_("The tool suggested the kind, unless a person has decided it."),
        "group": N_("Group"),
        "every_group": N_("All groups"),
        "prompt": N_("Question"),
        "every_prompt": N_("All questions"),
        "framework": N_("Framework"),
        "no_framework": N_("No framework"),
        "framework_hint": N_("The tool suggested the places, unless a person has decided them."),
        "placing": N_("The tool is placing the notes in the framework."),
        "not_placed": N_("The notes are not in the framework yet. Choose the framework again."),
        "category": N_("Place in the framework"),
        "every_category": N_("All places"),
        "piece": N_("Notes {from}–{to} of {all}"),
        "choose": N_("Choose the note"),
        "chosen_group": N_("What is done to the chosen notes"),
        "chosen": N_("Notes chosen: {n}."),
        "chosen_hidden": N_("Of them not shown now: {n}."),
        "move_chosen": N_("Move the chosen"),
        "clear_chosen": N_("Choose none"),
        "grab": N_("Pick up the note to move it"),
        "picked_up": N_(
            "The note is picked up. Choose the theme with the arrow keys, put the note down with "
            "Enter, or put it back with Escape."
        ),
        "target": N_("To the theme: {label} ({at}/{n})."),
        "drop": N_("Put down here"),
        "put_down": N_("Put the note back"),
        "kept_place": N_("The note stayed where it was."),
        "number_of_themes": N_("Number of themes: fewer or more"),
        "choice": N_("Number of themes"),
        "choice_hint": N_(
            "Only a trial: nothing changes before you take it into use. What people have decided "
            "stays as it is."
        ),
        "choice_now": N_("in use now"),
        "take_choice": N_("Take into use: {themes}"),
        "trying": N_("The tool is trying out fewer and more themes."),
        "not_tried": N_("The trial is not ready."),
        "try_again": N_("Try again"),
        "index": N_("List of themes"),
        "steady_help": N_(
            "How steady a theme is: the themes were looked for 20 times again, each time without "
            "a random fifth of the notes. The figure says how many times the theme was found again."
        ),
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
        "choose_theme": N_("Choose a theme"),
        "merged_name": N_("Name of the merged theme"),
        "split": N_("Split"),
        "split_title": N_("Split the theme: {label}"),
        "split_help": N_(
            "Each part becomes a theme. What you leave out stays where it is. You can undo this."
        ),
        "split_help_by_hand": N_(
            "The chosen notes become a theme. What you leave out stays where it is. "
            "You can undo this."
        ),
        "split_suggested": N_("Parts the tool suggests"),
        "split_suggestion": N_("Split as suggested"),
        "split_by_hand": N_("Choose the notes yourself"),
        "split_chosen": N_("Make a theme of the chosen"),
        "part_name": N_("Name of the part ({n})"),
        "new_name": N_("Name of the new theme"),
        "new_theme": N_("Make a theme of what was found ({n})"),
        "new_title": N_("New theme"),
        "new_help": N_("The chosen notes move to the new theme. You can undo this."),
        "new_found": N_("Notes of the new theme"),
        "new_locked": N_("Notes of locked themes were left out: {n}"),
        "make_theme": N_("Make the theme"),
        "lock": N_("Lock"),
        "unlock": N_("Unlock"),
        "locked": N_("Locked: the tool adds nothing here and takes nothing away."),
        "locked_short": N_("locked"),
        "describe": N_("Describe"),
        "describe_title": N_("Describe the theme: {label}"),
        "description": N_("What is the theme about?"),
        "includes": N_("What belongs to it?"),
        "near_misses": N_("What comes near but does not belong?"),
        "about": N_("About"),
        "belongs": N_("Belongs"),
        "belongs_not": N_("Does not belong"),
        "placed_by": N_("Placed by"),
        "person": N_("a person"),
        "machine": N_("the tool"),
        "also": N_("also"),
        "pin": N_("Confirm"),
        "pin_place": N_("Confirm the place of the note"),
        "offers": N_("New notes wait for a place ({n})"),
        "offers_help": N_(
            "The tool is not sure of these. Choose a theme, or leave the note where it is."
        ),
        "offer_near": N_("Nearest: {first}"),
        "offer_between": N_("Nearest: {first} · almost as near: {second}"),
        "offer_then": N_("Nearest: {first} · next: {second}"),
        "offer_home": N_("Now in: {label}"),
        "offer_take": N_("Move to: {label}"),
        "offer_leave": N_("Leave in: {label}"),
        "offer_unlock": N_("Unlock: {label}"),
        "statements": N_("Polis statements ({n})"),
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
