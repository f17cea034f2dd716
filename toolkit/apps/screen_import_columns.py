"""The words of the questions about the columns of a table."""

from __future__ import annotations

from toolkit.i18n import N_

COLUMN_TEXTS = {
    "columns_title": N_("What is in the columns?"),
    "columns_why": N_(
        "This is a table whose headings the tool does not know. Say what each column holds. "
        "The choices below are suggestions: check them."
    ),
    "columns_why_survey": N_(
        "This is a survey. Say what each column holds: people's own words become notes, and "
        "choices are counted. The choices below are suggestions: check them."
    ),
    "columns_sheet": N_("Sheet"),
    "columns_header": N_("Row with the headings"),
    "columns_options": N_(
        "The row below the headings names answers: a question with several columns stands only "
        "above the first of them"
    ),
    "columns_no_header": N_("No headings: the notes begin on the first row"),
    "columns_row": N_("Row {n}: {text}"),
    "columns_top": N_("First rows below the headings (rows in all: {n})"),
    "columns_no_rows": N_("There is nothing below the row with the headings. Choose another row."),
    "columns_each": N_("What each column holds"),
    "columns_example": N_("For example: {text}"),
    "columns_suggested": N_("{role} – suggestion"),
    "columns_empty": N_("Empty columns, which are not shown here: {n}"),
    "role_note": N_("Note"),
    "role_answer": N_("Note, and the heading is its question"),
    "role_prompt": N_("Question of the notes on the row"),
    "role_group": N_("Group of the people who wrote them"),
    "role_background": N_("Background of the respondents: who answered"),
    "role_closed": N_("Ready-made answers: choices are counted"),
    "role_weight": N_("Count of support for the note"),
    "columns_profile": N_("The suggestions come from the profile “{name}”."),
    "columns_unproven": N_("Nobody has seen a real file of this tool yet, so check every column."),
    "profile_save": N_("Save as a profile"),
    "profile_save_title": N_("Save the choices as a profile"),
    "profile_help": N_(
        "A profile suggests the same choices in other workshops, when a file has the same "
        "headings. It holds headings only, no notes."
    ),
    "profile_name": N_("Name of the profile"),
    "role_none": N_("Is not imported"),
    "columns_fill": N_("An empty question or group is the same as on the row above"),
    "columns_notes": N_("First notes with these choices"),
    "columns_none": N_("No column of notes is chosen yet. Choose “Note” for at least one column."),
    "columns_only_counted": N_("No column holds notes. Only the choices are counted."),
    "columns_group": N_("Group: {name}"),
    "columns_use": N_("Use these columns"),
    "columns_change": N_("Change the columns"),
    "columns_change_one": N_("Change the columns: {name}"),
}
