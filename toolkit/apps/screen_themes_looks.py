"""The words of the views of themes besides the board."""

from __future__ import annotations

from toolkit.i18n import N_

LOOK_PARTS = (
    "themes_marks",
    "themes_story",
    "themes_looks",
    "themes_map_canvas",
    "themes_map_lists",
    "themes_map",
    "themes_matrix",
    "themes_changes",
    "themes_settling",
    "themes_coding",
)

LOOK_TEXTS = {
    "look_board": N_("Board"),
    "look_map": N_("Map"),
    "look_matrix": N_("Who says what"),
    "look_changes": N_("What has changed"),
    "look_coding": N_("Two coders"),
    "note": N_("Note"),
    "map_none": N_("There is no map of the notes yet. Let the tool draw it first."),
    "map_working": N_("The tool is drawing the map. You can leave the page; the work goes on."),
    "map_draw": N_("Draw the map"),
    "map_again": N_("Draw the map again"),
    "map_means": N_(
        "Notes that stand near each other say similar things in the tool's reading. Distances "
        "between far-off notes, and up, down, left and right, mean nothing; how many notes there "
        "are does not tell how many people there are."
    ),
    "map_caption": N_(
        "Every note is a mark with the shape and colour of its theme; small grey marks are in no "
        "theme. Click a note to choose it, or draw an area with the mouse."
    ),
    "map_label": N_("Map of the notes: {n} notes"),
    "map_keys": N_(
        "The arrow keys go from note to note, Enter chooses a note, Escape drops the choice. "
        "The same notes are in the list beside the map."
    ),
    "map_hint": N_("Point at a note, or go to the map and use the arrow keys."),
    "map_is_chosen": N_("chosen"),
    "map_chosen": N_("Chosen notes: {n}"),
    "map_themes": N_("Themes on the map"),
    "map_themes_help": N_("Choose a theme to see it alone; choose it again to see all."),
    "map_move_to": N_("Move the chosen to the theme"),
    "map_move": N_("Move"),
    "map_new": N_("Make a theme of the chosen"),
    "map_clear": N_("Drop the choice"),
    "map_list": N_("Notes on the map"),
    "map_pick": N_("Choose"),
    "map_more": N_("Show more ({n} of {all} shown)"),
    "story": N_("Story"),
    "story_title": N_("Story of the note {ref}"),
    "story_close": N_("Close"),
    "story_from": N_("Where it comes from"),
    "story_themes": N_("In which themes it has been"),
    "story_no_themes": N_("It has not been in any theme yet."),
    "story_events": N_("What else has been decided on it"),
    "story_alike": N_("Notes in nearly the same words"),
    "story_cited": N_("Drafts that cite it"),
    "story_not_cited": N_("No draft cites it."),
    "story_back": N_("Move back to: {label}"),
    "matrix_way": N_("Columns"),
    "matrix_title": N_("Themes and the notes in them ({n} notes)"),
    "matrix_help": N_(
        "The numbers are notes, not people. The bar shows what share of the notes of the column "
        "is in the theme. Choose a number to see its notes."
    ),
    "matrix_groups": N_("Groups of fewer than five notes are counted together without names."),
    "matrix_kinds": N_("The kinds are the tool's suggestions, unless a person has decided them."),
    "matrix_all": N_("All notes"),
    "matrix_board": N_("Show on the board"),
    "matrix_close": N_("Close the list"),
    "kinds_none": N_("The kinds of the notes are not known yet. Let the tool look for them first."),
    "kinds_working": N_("The tool is looking for the kinds of the notes. The work goes on."),
    "kinds_find": N_("Find the kinds"),
    "changes_wait": N_("Reading what has changed …"),
    "changes_visit": N_("Since your last visit"),
    "changes_first": N_(
        "This is your first visit in this browser, so there is nothing to compare."
    ),
    "changes_none": N_("Nothing has changed."),
    "changes_search": N_("Since the themes were last looked for ({when})"),
    "changes_what": N_("What"),
    "changes_who": N_("Who"),
    "changes_when": N_("When"),
    "changes_more": N_("The newest {n} of {all} are shown."),
    "coding_wait": N_("Reading what you have coded …"),
    "coding_help": N_(
        "Two people give the same notes a theme without seeing each other's choices or the tool's. "
        "That shows whether the themes are clear enough for others to find the same."
    ),
    "coding_handed": N_("Handed in"),
    "coding_begin": N_("Code notes"),
    "coding_more": N_("Code more notes"),
    "coding_size": N_("How many notes"),
    "coding_some": N_("{n} notes"),
    "coding_all": N_("All notes"),
    "coding_same": N_("You get the notes that the other coder has, without their choices."),
    "coding_start": N_("Start coding"),
    "coding_progress": N_("Coded: {n} of {all}"),
    "coding_yours": N_("Your choice"),
    "coding_keys": N_(
        "The keys beside the themes choose a theme and the next note comes. The arrow keys turn to "
        "the previous and the next note, the backspace key takes the last choice back. "
        "Your choices are kept even if you leave the page."
    ),
    "coding_saving": N_("Saving …"),
    "coding_saved": N_("Your choices are saved."),
    "coding_previous": N_("Previous"),
    "coding_skip": N_("Next without choosing"),
    "coding_undo": N_("Take the last choice back"),
    "coding_hand_in": N_("Hand in"),
    "coding_final": N_("You hand in the themes of {n} notes. They cannot be changed after that."),
    "coding_left": N_("Notes you have not coded: {n}. They are left out."),
    "coding_other": N_("The agreement is shown here once another coder has handed in."),
    "coding_peek": N_("Agreement and disagreements (do not open before coding yourself)"),
    "agreement": N_("Agreement of the coders"),
    "agreement_figure": N_("Figure"),
    "agreement_value": N_("Value"),
    "agreement_interval": N_("Interval, 95 per cent"),
    "agreement_n": N_(
        "Computed from {n} notes. 1 is full agreement, 0 what chance would give. The interval says "
        "how much the figure could change with other notes of the same kind."
    ),
    "settle_title": N_("Disagreements to settle ({n})"),
    "settle_at": N_("Disagreement {n} of {all}"),
    "settle_why": N_("Why? (goes into the record)"),
    "settle_on": N_("Settle on the theme: {label}"),
    "settle_other": N_("Another theme"),
    "settle_take": N_("Settle"),
    "settle_next": N_("Next disagreement"),
    "settle_none": N_("The coders agree on every note."),
    "settle_done": N_("Every disagreement has been settled."),
    "settled": N_("Settled ({n})"),
    "settle_gone": N_("Not compared, because the theme is no longer there"),
}
