"""Themes looked at in other ways: as a map, by group, by what has changed, and coded blind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state_themes import ThemesState
from toolkit.apps.themes_changes import changes_view
from toolkit.apps.themes_coding import CodingActions
from toolkit.apps.themes_map import map_view
from toolkit.apps.themes_matrix import WAYS, matrix_view
from toolkit.apps.themes_story import story_view
from toolkit.domain import Workshop
from toolkit.i18n import _

LOOK, WAY = "nakyma", "jako"
LOOKS = ("kartta", "ryhmat", "muutokset", "koodaus")
"""The ways to look at themes besides the board, as they stand in the address."""


class ThemeLooksState(CodingActions, ThemesState):
    """The themes of a workshop, and which way the page looks at them."""

    actions: ClassVar[tuple[str, ...]] = (
        *ThemesState.actions,
        *CodingActions.coding_actions,
        "divide",
        "draw_map",
        "find_kinds",
        "changes",
        "story",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._look = ""
        self._way = WAYS[0]

    @property
    def place(self) -> dict[str, str]:
        """The view and, of the table, what it is divided by."""
        way = self._way if self._look == "ryhmat" and self._way != WAYS[0] else ""
        return {**super().place, LOOK: self._look, WAY: way}

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to the view the address names."""
        super().go_to(place)
        self._look = place[LOOK] if place.get(LOOK) in LOOKS else ""
        self._way = place[WAY] if place.get(WAY) in WAYS else WAYS[0]
        if self._look == "kartta":
            self._draw_what_is_missing()

    def view(self) -> dict[str, Any]:
        """Return the board, or of another view what it shows; ``look`` names it."""
        if not self._look:
            return {**super().view(), "look": ""}
        present = self._present()
        shown = {
            "look": self._look,
            "seq": present.state.seq,
            "n_notes": len(present.notes),
            "n_themes": sum(not theme.is_rest for theme in present.themes),
        }
        match self._look:
            case "kartta":
                return {**shown, **map_view(present)}
            case "ryhmat":
                return {**shown, **matrix_view(present, self._way)}
            case "koodaus":  # nothing of what others, or the machine, have done with the notes
                return {**shown, "themes": self.codebook(present)}
            case _:
                return shown

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, jobs = super().signature()
        is_drawing = self._look == "kartta" and any(job.kind == "map" for job in self.open_jobs())
        return ((seq, is_drawing), jobs)

    def _draw_what_is_missing(self) -> None:
        present = self._present()
        found = workflow.load_map(present)
        if present.themes and (found is None or found.n_missing):
            self.start("map")

    def divide(self, *, way: str) -> Reply:
        """Choose what the columns of the table are."""
        self._way = way if way in WAYS else WAYS[0]
        return Reply()

    def draw_map(self) -> Reply:
        """Have the worker place the notes on the map."""
        self.start("map")
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def find_kinds(self) -> Reply:
        """Have the worker suggest what kind every note is."""
        self.start("kinds")
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def changes(self, *, since: int | None = None) -> Reply:
        """Say what has changed after line ``since`` of the log and since themes were found.

        ``extra`` is JSON.
        """
        return Reply(extra=json.dumps(changes_view(self.workshop, since)))

    def story(self, *, note_id: str) -> Reply:
        """Tell what has happened to a note; ``extra`` is JSON."""
        return Reply(extra=json.dumps(story_view(self.workshop, note_id)))
