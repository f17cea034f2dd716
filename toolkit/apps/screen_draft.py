"""The draft in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.screen_document import DOCUMENT_TEXTS
from toolkit.apps.state_draft import DraftState
from toolkit.i18n import N_

_READING = {
    "reading_hint": N_(
        "Point at a sentence, or choose it, and see what stands behind it. With the keyboard, the "
        "arrow keys go from sentence to sentence, Enter to what stands behind it, Escape back. A "
        "double click opens the paragraph for editing."
    ),
    "numbers": N_("The numbers as a table"),
    "behind": N_("What stands behind the sentence"),
    "behind_empty": N_(
        "Choose a sentence of the document: the notes behind it and how its numbers were counted "
        "are shown here."
    ),
    "behind_counts": N_("Notes and statements: {notes}. Counted numbers: {numbers}."),
    "no_evidence": N_(
        "No note stands behind this sentence: it is from the details of the workshop or always "
        "said in this document."
    ),
    "person_wrote": N_("A person wrote this and cites no note: {name}"),
    "note_gone": N_("The note is not in the material."),
    "counted": N_("How the numbers were counted"),
    "drop": N_("Close what stands behind the sentence"),
    "paragraph": N_("The paragraph"),
}
_EDITING = {
    "edit": N_("Edit"),
    "new_words": N_("New words"),
    "new_words_hint": N_(
        "Keep the labels in square brackets: they lead to the notes. Quotes must stay to the "
        "letter."
    ),
    "keys": N_("Ctrl + Enter saves, Escape cancels."),
    "checking": N_("Checking the words …"),
    "nothing_wrong": N_("The check finds nothing to mend."),
    "lost": N_("The paragraph would no longer cite these notes: {refs}"),
    "save_anyway": N_(
        "You can save, but the document cannot be published before this has been mended."
    ),
    "finish_first": N_("Another paragraph is being edited. Save or cancel it first."),
    "throw_away": N_("Leave without saving?"),
    "throw_away_help": N_("What you have written in this paragraph is not kept."),
    "throw_away_yes": N_("Leave without saving"),
    "changed_meanwhile": N_("Somebody changed the paragraph meanwhile. Its words are now:"),
    "stranded": N_("What you wrote in a paragraph that is not in the draft any more"),
    "stranded_hint": N_("Copy the words from here to another paragraph if you need them."),
    "is_edited": N_("Words of a person: {name}"),
    "is_locked": N_("Locked: renewing the draft does not change this paragraph."),
    "lock": N_("Lock"),
    "unlock": N_("Unlock"),
    "lock_hint": N_("The paragraph can be locked once somebody has edited or accepted it."),
    "take": N_("Take the words of the tool"),
    "tools_words": N_("The words of the tool"),
    "offer": N_("The tool would write this paragraph otherwise now:"),
    "merged": N_(
        "The paragraph puts together a person’s words and the tool’s. Read it once more. A person "
        "left it like this:"
    ),
    "both_changed": N_("Both changed this: “{mine}”, the tool would write “{theirs}”."),
    "keep_mine": N_("Keep the words that stand"),
    "take_offer": N_("Take the words of the tool"),
    "take_back": N_("Put the person’s words back"),
}
_QUOTING = {
    "pin": N_("Quote this"),
    "ban": N_("Never quote this"),
    "other_quotes": N_("Choose another note to quote …"),
    "candidates": N_("Notes behind this place ({n})"),
    "no_candidates": N_("No other notes stand behind this place."),
}
_BESIDE = {
    "beside": N_("Beside the document"),
    "report": N_("The check of the draft"),
    "found": N_("To be mended: {errors}. To be noted: {warnings}."),
    "nothing_found": N_("The check finds nothing to mend."),
    "next_error": N_("Next error"),
    "remarks": N_("All remarks ({n})"),
    "to_paragraph": N_("Go to the paragraph"),
    "left_out": N_("Paragraphs that people have left out ({n})"),
    "left_out_by": N_("Rejected by: {name}"),
    "voices": N_("Whose voice is heard, and what was left out"),
    "measure": N_("Measure what the draft covers"),
    "measuring": N_("Measuring …"),
    "not_measurable": N_(
        "What the draft covers cannot be measured: there are too few notes, or the language model "
        "is not installed."
    ),
    "missing": N_("Still to be settled: {n}"),
    "missing_help": N_("The document says at these places that something is not known yet."),
    "fill_in": N_("Go and fill it in"),
    "given": N_("This has been filled in meanwhile. Renew the draft."),
    "versions": N_("Versions"),
    "versions_n": N_("Versions of the draft ({n})"),
    "version": N_("Version {n}"),
    "sent": N_("sent for comments"),
    "compare": N_("What has changed since"),
    "changes": N_("Changed since version {n}: {count}"),
    "no_changes": N_("Nothing has changed."),
    "added": N_("Added"),
    "removed": N_("Removed"),
    "changed": N_("Changed"),
}

SCREEN = Screen(
    key="luonnos",
    title=N_("Draft"),
    help=N_(
        "Choose a document, let the tool compose it and read it through. Every sentence leads back "
        "to the notes it stands on."
    ),
    module="draft",
    parts=("document", "draft_read", "draft_evidence", "draft_edit", "draft_report"),
    state=DraftState,
    texts={
        **DOCUMENT_TEXTS,
        **_READING,
        **_EDITING,
        **_QUOTING,
        **_BESIDE,
        "contents": N_("Contents of the document"),
        "no_draft": N_("This document has no draft yet. Composing it takes a moment."),
        "working": N_("The draft is being composed."),
        "compose": N_("Compose the draft"),
        "compose_again": N_("Renew the draft"),
        "outdated": N_("What the draft is made of has changed since it was composed."),
        "other_contents": N_("The draft has other contents than those chosen above."),
        "renew_help": N_("This is what happens to the decisions of people:"),
        "renew_nothing": N_(
            "Nobody has decided on the paragraphs yet, so nothing of people’s is at stake."
        ),
        "keeps_locked": N_("Locked paragraphs stay word for word: {n}"),
        "keeps_edited": N_(
            "Edited paragraphs keep the words of people; where the tool would write otherwise, it "
            "offers its words beside them: {n}"
        ),
        "keeps_accepted": N_(
            "Accepted paragraphs stay accepted if they do not change; those that change wait for a "
            "decision again: {n}"
        ),
        "keeps_rejected": N_("Rejected paragraphs stay out: {n}"),
        "renew_after": N_(
            "What has changed is shown afterwards. The draft as it is now stays among the versions."
        ),
        "next": N_("Next: review"),
    },
)
