"""The front page in words."""

from __future__ import annotations

from toolkit.apps.screen import Screen
from toolkit.i18n import N_

SCREEN = Screen(
    key="etusivu",
    title=N_("Workshops"),
    help=N_(
        "Choose a workshop to go on with it, or make a new one. Everything stays on this computer."
    ),
    module="start",
    texts={
        "workshops": N_("Your workshops"),
        "empty": N_(
            "There are no workshops yet. Make the first one below, or see with the example how the "
            "tool works."
        ),
        "invented": N_("invented example"),
        "new": N_("New workshop"),
        "title": N_("Title"),
        "title_hint": N_("What the workshop was about; it stands in the documents."),
        "day": N_("Date of the workshop"),
        "organiser": N_("Organiser"),
        "create": N_("Make the workshop"),
        "example_title": N_("Try it first"),
        "example_help": N_(
            "The example is an invented workshop on the services of young people: notes, table "
            "discussions and votes. Nobody in it is real, so try whatever you like."
        ),
        "example": N_("Try with the example"),
    },
)
