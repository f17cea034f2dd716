"""Review in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.screen_document import DOCUMENT_TEXTS
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
    parts=("document",),
    state=ReviewState,
    texts={
        **DOCUMENT_TEXTS,
        "decided": N_("{done} of {all} paragraphs decided"),
        "next_waiting": N_("Next waiting paragraph"),
        "accept_all": N_("Accept all waiting"),
        "accept_all_help": N_(
            "Paragraphs to be accepted in your name: {n}. Have you read them and the notes behind "
            "them?"
        ),
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
