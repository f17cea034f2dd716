"""Publication in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.screen_document import DOCUMENT_TEXTS
from toolkit.apps.state_publish import PublishState
from toolkit.i18n import N_

SCREEN = Screen(
    key="julkaisu",
    title=N_("Publication"),
    help=N_(
        "Write the document as a file: a working copy for comments at any time, the finished one "
        "when everything in it has been decided."
    ),
    module="publish",
    parts=("document", "waiting", "publish_preview", "publish_files"),
    state=PublishState,
    texts={
        **DOCUMENT_TEXTS,
        "files": N_("Write a file"),
        "version": N_("Which version"),
        "blocked": N_("The finished document cannot be written yet. Reasons: {n}"),
        "more_blockers": N_("Show the other reasons ({n})"),
        "go_there": N_("Go there and mend it"),
        "not_signed": N_("Nobody has signed this document in this language. Sign it in review."),
        "writing": N_("Writing the file …"),
        "preview": N_("How it looks"),
        "preview_hint": N_("The sheets of the PDF. What is shown:"),
        "show_preview": N_("Show the sheets"),
        "drawing": N_("Drawing the sheets …"),
        "no_preview": N_("This version can be shown once it can be written."),
        "preview_tools": N_("Turning and enlarging sheets"),
        "earlier_sheet": N_("Previous"),
        "next_sheet": N_("Next"),
        "sheet": N_("Page {number}/{n}"),
        "sheet_alt": N_("Page {number}/{n} of the document: {title}. The words are as text below."),
        "zoom": N_("Size {n} percent"),
        "as_text": N_("The draft as text"),
        "written_files": N_("Files written so far"),
        "all_files": N_("Show the files of every document ({n})"),
        "document": N_("Document"),
        "what": N_("What it is"),
        "draft_version": N_("draft version {n}"),
        "written": N_("Written"),
        "standing": N_("Compared with the words now"),
        "file": N_("File"),
        "fetch": N_("Download"),
        "fetching": N_("Fetching the file …"),
        "none_written": N_("No file of this document has been written yet. Write the first above."),
        "data_files": N_("Material beside the document"),
        "data_hint": N_(
            "These hold what people wrote. Read them through before you give them to others: names "
            "and other details that only people recognise are not masked."
        ),
        "write_data": N_("Write and download"),
        "data_waits": N_("Can be written when the finished document can."),
        "feedback": N_("Tell the participants"),
        "feedback_hint": N_(
            "People who took part want to know what came of it. The feedback and the results card "
            "are made in follow-up."
        ),
        "go_feedback": N_("Make the feedback"),
        "no_draft": N_("This document has no draft yet. Compose it first."),
        "go_draft": N_("Go to the draft"),
        "next": N_("Next: follow-up"),
    },
)
