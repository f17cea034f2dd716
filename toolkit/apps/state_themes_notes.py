"""The notes of the theme board: read once for each line of the log, shown piece by piece."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from toolkit import store, workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.apps.themes_filter import NoteFilter, filter_at, filter_notes, filter_view
from toolkit.apps.themes_view import board_view, note_cards
from toolkit.domain import Framework, Workshop
from toolkit.frameworks import framework_names, load_framework
from toolkit.i18n import _
from toolkit.search import NoteIndex
from toolkit.workflow import Present


class NotesState(ScreenState):
    """What of the notes of a workshop a page shows. What is kept can be read from the log again."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._filter = NoteFilter()
        self._read: Present | None = None
        self._index: NoteIndex | None = None
        self._indexed: tuple[object, ...] = ()

    @property
    def place(self) -> dict[str, str]:
        """What the notes are filtered by."""
        return self._filter.place

    def go_to(self, place: Mapping[str, str]) -> None:
        """Show the notes that the address of the page names."""
        self._filter = filter_at(place)
        if self._framework() is None:
            self._filter = replace(self._filter, framework="", category="")

    def view(self) -> dict[str, Any]:
        """Return the themes, largest first and *Muut* last, with the notes of each."""
        present = self._present()
        framework = self._framework()
        placed = framework and workflow.kept_placements(present, framework)
        shown = None
        if not self._filter.is_empty:
            index = self._present_index() if self._filter.words else None
            categories = workflow.categories_of(placed) if placed else {}
            shown = filter_notes(self._filter, present, index=index, placed=categories)
        words = _("A decision no longer applies: {what}")
        stale = [words.format(what=self.in_words(event)) for event in present.stale_decisions]
        return {
            **board_view(present, shown=shown),
            "stale": stale,
            "filter": {
                **filter_view(self._filter, present),
                "waits": framework is not None and placed is None,
            },
        }

    def notes(self, *, note_ids: list[str]) -> Reply:
        """Return in ``extra`` what stands on some notes, as JSON by id."""
        wanted = set(note_ids)
        notes = self._present().notes
        found = [note for note in notes if note.id in wanted]
        return Reply(extra=json.dumps(note_cards(found, among=notes)))

    def filter(
        self,
        *,
        words: str = "",
        kind: str = "",
        group: str = "",
        prompt: str = "",
        framework: str = "",
        category: str = "",
    ) -> Reply:
        """Show the notes that have all of these; the address of the page keeps them.

        A framework in which the notes have not been placed is given to the worker.
        """
        before = self._filter.framework
        wanted = NoteFilter(
            words=words, kind=kind, group=group, prompt=prompt, framework=framework,
            category=category if framework == before else "",
        )  # fmt: skip
        self.go_to(wanted.place)
        chosen = self._framework()
        if chosen is None or chosen.id == before:
            return Reply()
        if workflow.kept_placements(self._present(), chosen) is not None:
            return Reply()
        self.start("placements", {"framework": chosen.id})
        return Reply(notice=_("The tool places the notes in the framework."))

    def find_kinds(self) -> Reply:
        """Have the worker suggest the kind of every note."""
        self.start("kinds")
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def _framework(self) -> Framework | None:
        name = self._filter.framework
        return load_framework(name) if name in framework_names() else None

    def _present(self) -> Present:
        """Return the workshop as it is now, read anew when the log has got longer."""
        before = self._read
        if before is None or before.state.seq != store.last_seq(self.workshop):
            state = workflow.load_state(self.workshop)
            # The notes hang on the exports alone, and reading them takes longest.
            if before and before.state.sources == state.sources:
                notes = before.notes
            else:
                notes = workflow.load_notes(self.workshop, state=state)
            themes = workflow.applied_themes(state)
            before = Present(workshop=self.workshop, state=state, notes=notes, themes=themes)
            self._read = before
        return before

    def _present_index(self) -> NoteIndex:
        """Return the index of the notes, made anew only when there are others."""
        notes = self._present().notes
        if self._index is None or self._indexed is not notes:
            self._index, self._indexed = NoteIndex(notes), notes
        return self._index
