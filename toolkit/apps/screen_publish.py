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
    parts=("document",),
    state=PublishState,
    texts={
        **DOCUMENT_TEXTS,
        "files": N_("Files"),
        "working_copy": N_("Working copy"),
        "working_copy_hint": N_("For comments; every page says that it is a draft."),
        "final": N_("Finished document"),
        "final_waits": N_("Can be written when no paragraph waits for a decision."),
        "final_errors": N_("Can be written when the marked errors have been mended."),
        "outdated": N_("The material or the themes have changed since the draft was composed."),
        "no_draft": N_("This document has no draft yet. Compose it first."),
        "go_draft": N_("Go to the draft"),
        "next": N_("Next: follow-up"),
    },
)
