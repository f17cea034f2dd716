"""The screen of draft and review in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.state_review import ReviewState
from toolkit.i18n import N_

SCREEN = Screen(
    key="luonnos",
    title=N_("Draft and review"),
    help=N_(
        "Read every paragraph and the notes behind it, then accept, edit or reject. Only what a "
        "person has decided goes into the finished document."
    ),
    module="review",
    state=ReviewState,
    texts={
        "type": N_("Document"),
        "no_sources": N_("The workshop is empty. Import an export first."),
        "go_import": N_("Go to import"),
        "no_draft": N_("This document has no draft yet. Composing it takes a moment."),
        "working": N_("The draft is being composed."),
        "compose": N_("Compose the draft"),
        "compose_again": N_("Renew the draft"),
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
        "evidence": N_("Notes behind this ({n})"),
        "original": N_("As the tool wrote it"),
        "before": N_("The words that were decided on"),
        "after": N_("The words that the tool offers now"),
        "gate_error": N_("Mend this"),
        "note_this": N_("Take note"),
        "outdated": N_("The material or the themes have changed since the draft was composed."),
        "stale": N_("The draft has been renewed after these edits. Read the paragraphs once more."),
        "stale_list": N_("Earlier edits ({n})"),
        "situation": N_("Where the review stands"),
        "files": N_("Files"),
        "working_copy": N_("Working copy"),
        "working_copy_hint": N_("For comments; every page says that it is a draft."),
        "final": N_("Finished document"),
        "final_waits": N_("Can be written when no paragraph waits for a decision."),
        "final_errors": N_("Can be written when the marked errors have been mended."),
    },
)
