"""Follow-up in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.apps.state_outcome import OutcomeState
from toolkit.i18n import N_

SCREEN = Screen(
    key="seuranta",
    title=N_("Follow-up"),
    help=N_(
        "Record what was decided of each proposal and why. The feedback to participants is made of "
        "what stands here."
    ),
    module="outcome",
    state=OutcomeState,
    texts={
        "no_sources": N_("The workshop is empty. Import an export first."),
        "go_import": N_("Go to import"),
        "no_proposals": N_("No proposals have been found in the notes yet."),
        "outcome": N_("What became of it"),
        "body": N_("Who decided"),
        "reason": N_("Why"),
        "record": N_("Record the decision"),
        "choose_outcome": N_("Choose the outcome"),
    },
)
