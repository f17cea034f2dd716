"""The draft in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.screen_document import DOCUMENT_TEXTS
from toolkit.apps.state_draft import DraftState
from toolkit.i18n import N_

SCREEN = Screen(
    key="luonnos",
    title=N_("Draft"),
    help=N_(
        "Choose a document, let the tool compose it and read it through. Every sentence leads back "
        "to the notes it stands on."
    ),
    module="draft",
    parts=("document",),
    state=DraftState,
    texts={
        **DOCUMENT_TEXTS,
        "no_draft": N_("This document has no draft yet. Composing it takes a moment."),
        "working": N_("The draft is being composed."),
        "compose": N_("Compose the draft"),
        "compose_again": N_("Renew the draft"),
        "outdated": N_("The material or the themes have changed since the draft was composed."),
        "stale": N_("The draft has been renewed after these edits. Read the paragraphs once more."),
        "stale_list": N_("Earlier edits ({n})"),
        "next": N_("Next: review"),
    },
)
