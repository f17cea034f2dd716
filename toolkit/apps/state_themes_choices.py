"""Finding themes, and trying out fewer and more of them before anything is decided."""

from __future__ import annotations

import json
from typing import Any

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import UNNAMED
from toolkit.apps.state_themes_notes import NotesState
from toolkit.errors import BadName, NoSuchThing, TooEarly
from toolkit.i18n import N_, _, ngettext
from toolkit.store import Job, JobState
from toolkit.workflow import ThemeChoice

_STARTED = N_("The work has started. It goes on even if you leave the page.")


class ChoicesState(NotesState):
    """How many themes there are, and how many there could be."""

    def view(self) -> dict[str, Any]:
        """Return the board, with who chose the number of themes and what it was before."""
        return {**super().view(), "number": self._number()}

    def find(self) -> Reply:
        """Have the worker look for themes with the settings that stand."""
        self.start("themes")
        return Reply(notice=_(_STARTED))

    def choices(self) -> Reply:
        """Return in ``extra`` the themes that other settings would make, as JSON.

        ``null`` when they have not been tried out since the last decision.
        """
        present = self._present()
        kept = workflow.kept_theme_choices(self.workshop, present.state)
        if kept is None:
            return Reply(extra="null")
        settings = workflow.theme_settings(present.state)
        now = None if settings["n_themes"] else settings["resolution"] or 1.0
        return Reply(extra=json.dumps([_choice(one, now=now) for one in kept]))

    def try_out(self) -> Reply:
        """Have the worker try out fewer and more themes. Nothing changes by it."""
        if not self._present().themes:
            raise TooEarly(N_("Find the themes first. Then try out fewer and more of them."))
        self.start("theme_choices")
        return Reply()

    def choose(self, *, resolution: float) -> Reply:
        """Have the worker find the themes as they were tried out."""
        if resolution not in workflow.RESOLUTIONS:
            raise BadName(N_("The choice is not among those tried out. Reload the page."))
        self.start("themes", {"resolution": resolution})
        return Reply(notice=_(_STARTED))

    def choose_earlier(self) -> Reply:
        """Have the worker find the themes with the settings before the last choice."""
        earlier = workflow.earlier_theme_settings(self.workshop)
        if earlier is None:
            raise NoSuchThing(N_("There is no earlier number of themes to go back to."))
        settings = {key: value for key, value in earlier.settings.items() if value is not None}
        self.start("themes", settings or {"default": True})
        return Reply(notice=_(_STARTED))

    def outcome(self, job: Job) -> tuple[str, str]:
        """Return how a piece of work ended; what was tried out is shown, and needs no words."""
        if job.kind == "theme_choices" and job.state is JobState.DONE:
            return "info", ""
        return super().outcome(job)

    def _number(self) -> dict[str, str]:
        state = self._present().state
        by = state.theme_input.get("chosen_by", "")
        earlier = workflow.earlier_theme_settings(self.workshop)
        chosen = ""
        if any(workflow.theme_settings(state).values()):
            named = _("The number of themes was chosen by: {name}.").format(name=by)
            unnamed = _("The number of themes was chosen by a person.")
            chosen = named if by and by != UNNAMED else unnamed
        back = _("Go back to the earlier themes ({n})")
        return {
            "chosen": chosen,
            "earlier": back.format(n=count_themes(earlier.n_themes)) if earlier else "",
        }


def _choice(choice: ThemeChoice, *, now: float | None) -> dict[str, Any]:
    rest = ngettext("{n} note fits nowhere", "{n} notes fit nowhere", choice.n_rest)
    return {
        "resolution": choice.resolution,
        "text": count_themes(len(choice.themes)),
        "rest": rest.format(n=choice.n_rest) if choice.n_rest else "",
        "themes": [{"label": label, "n": n} for label, n in choice.themes],
        "now": choice.resolution == now,
    }


def count_themes(n: int) -> str:
    """Return how many themes, in words."""
    return ngettext("{n} theme", "{n} themes", n).format(n=n)
