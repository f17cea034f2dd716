"""Review in words."""

from __future__ import annotations

from toolkit.apps.screen import UPLOADING, Screen
from toolkit.apps.screen_document import DOCUMENT_TEXTS
from toolkit.apps.screen_review_parts import FILE_TEXTS, HEARING_TEXTS, SIGNING_TEXTS
from toolkit.apps.state_review import ReviewState
from toolkit.i18n import N_

SCREEN = Screen(
    key="tarkistus",
    title=N_("Review"),
    help=N_(
        "Read every paragraph and the notes behind it, then accept, edit or reject. Only what a "
        "person has decided goes into the finished document."
    ),
    module="review",
    parts=(
        "document",
        "review_marks",
        "review_remarks",
        "review_moving",
        "review_blocks",
        "upload",
        "review_files",
        "review_hearing",
        "review_signing",
    ),
    state=ReviewState,
    texts={
        **DOCUMENT_TEXTS,
        "outdated": N_("What the draft is made of has changed since it was composed."),
        **UPLOADING,
        **FILE_TEXTS,
        **HEARING_TEXTS,
        **SIGNING_TEXTS,
        "show": N_("Show"),
        "show_all": N_("All"),
        "show_waiting": N_("Waiting"),
        "show_changed": N_("Changed since decided"),
        "show_remarks": N_("With remarks"),
        "show_commented": N_("Commented"),
        "nothing_shown": N_("There are no such paragraphs. Choose what to show above."),
        "previous_waiting": N_("Previous waiting paragraph"),
        "none_waits_here": N_("No paragraph shown here waits for a decision."),
        "keys": N_("Keys"),
        "keys_hint": N_("The keys work while a paragraph is selected. Every key has a button too."),
        "accept_facts": N_("Accept {n} facts of this section"),
        "accept_facts_hint": N_("Dates, methods and tables that claim nothing of what was said."),
        "see_first": N_("Read this first: it has not been on the screen yet."),
        "propose": N_("Propose another wording"),
        "proposed_words": N_("How the paragraph should read"),
        "proposed_words_hint": N_(
            "The text does not change yet: those who prepare the document decide. Keep the labels "
            "in square brackets."
        ),
        "save_proposal": N_("Save the proposal"),
        "proposes": N_("{name} proposes another wording"),
        "answer_or_handle": N_("Answer or mark as handled"),
        "answer_comment": N_("Answer to the comment"),
        "answer_hint": N_("May be left empty."),
        "mark_handled": N_("Mark as handled"),
        "handled": N_("Handled: {name}"),
        "gone": N_("Removed"),
        "new_text": N_("Added"),
        "commenter_view": N_("Link for commenters"),
        "commenter_view_hint": N_(
            "Whoever opens the link can read, comment and propose another wording, but decide "
            "nothing."
        ),
        "commenter_link": N_("Address of the commenters' view"),
        "copy_link": N_("Copy the link"),
        "open_view": N_("Open the commenters' view"),
        "link_copied": N_("The link has been copied."),
        "nothing_to_comment": N_("There is nothing to comment on yet: the document has no draft."),
        "decided": N_("{done} of {all} paragraphs decided"),
        "next_waiting": N_("Next waiting paragraph"),
        "accept_all": N_("Accept all waiting"),
        "accept_all_help": N_(
            "Paragraphs to be accepted in your name: {n}. Have you read them and the notes behind "
            "them?"
        ),
        "accept_all_comments": N_("Comments that nobody has handled yet: {n}. They stay open."),
        "accept": N_("Accept"),
        "edit": N_("Edit"),
        "reject": N_("Reject"),
        "comment": N_("Comment"),
        "write_comment": N_("Write a comment"),
        "save_comment": N_("Save the comment"),
        "accepted": N_("Accepted: {name}"),
        "edited": N_("Edited: {name}"),
        "rejected": N_("Rejected, left out of the document: {name}"),
        "waits": N_("Waits for a decision"),
        "new_words": N_("New words"),
        "new_words_hint": N_(
            "Keep the labels in square brackets: they lead to the notes. Quotes must stay to the "
            "letter."
        ),
        "original": N_("As the tool wrote it"),
        "before": N_("The words that were decided on"),
        "after": N_("The words that the tool offers now"),
        "situation": N_("Where the review stands"),
        "no_draft": N_("This document has no draft yet. Compose it first."),
        "go_draft": N_("Go to the draft"),
        "next": N_("Next: publication"),
    },
)
