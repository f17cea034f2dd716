"""The theme board: people name, merge and sort what the machine proposed."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.apps.themes_view import board_view
from toolkit.domain import EventKind, Note, Theme, Workshop
from toolkit.errors import BadName, NoSuchThing
from toolkit.i18n import N_, _
from toolkit.search import NoteIndex
from toolkit.themes import new_theme_id
from toolkit.workflow import Present

MAX_LABEL = 120
MAX_TEXT = 2000
# What fewer and more themes mean for the resolution, and how far they go.
_STEP, _COARSEST, _FINEST = 1.4, 0.1, 10.0
_NO_NOTES = N_("No notes were chosen. Choose the notes of the new theme and try again.")


class ThemesState(ScreenState):
    """Themes and their notes as people have left them."""

    actions: ClassVar[tuple[str, ...]] = (
        "find",
        "search",
        "rename",
        "merge",
        "split",
        "add",
        "lock",
        "describe",
        "move",
        "pin",
        "set_aside",
        "put_back",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._notes: tuple[Note, ...] = ()
        self._index: NoteIndex | None = None
        self._indexed_seq = 0

    def view(self) -> dict[str, Any]:
        """Return the themes, largest first and *Muut* last, with the notes of each."""
        present = self._present()
        words = _("A decision no longer applies: {what}")
        stale = [words.format(what=self.in_words(event)) for event in present.stale_decisions]
        return {**board_view(present), "stale": stale}

    def find(self, *, steps: int = 0) -> Reply:
        """Have the worker look for themes: as before, or ``steps`` steps finer or coarser."""
        settings = workflow.load_state(self.workshop).theme_input.get("settings", {})
        resolution = (settings.get("resolution") or 1.0) * _STEP**steps
        within = min(max(resolution, _COARSEST), _FINEST)
        self.start("themes", {"resolution": round(within, 2)} if steps else None)
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def search(self, *, query: str) -> Reply:
        """Look for notes by word, in any form of it; ``extra`` holds their ids as JSON."""
        index = self._present_index()
        hits = index.search(query[:MAX_TEXT], limit=max(len(self._notes), 1))
        return Reply(extra=json.dumps([hit.note_id for hit in hits]))

    def rename(self, *, theme_id: str, label: str, seq: int) -> Reply:
        """Give a theme the name people use."""
        self._theme(theme_id)
        label = _checked(label)
        self.decide(EventKind.THEME_RENAMED, {"theme_id": theme_id, "label": label}, seq=seq)
        return Reply(notice=_("The theme is now called: {label}").format(label=label))

    def merge(self, *, theme_id: str, into: str, label: str, seq: int) -> Reply:
        """Put the notes of one theme into another and name the whole."""
        self._theme(theme_id)
        self._theme(into)
        label = _checked(label)
        payload = {"theme_ids": [theme_id, into], "into": into, "label": label}
        self.decide(EventKind.THEMES_MERGED, payload, seq=seq)
        return Reply(notice=_("The themes are now one: {label}").format(label=label))

    def split(self, *, theme_id: str, parts: list[dict[str, Any]], seq: int) -> Reply:
        """Make parts of a theme themes of their own; what is in no part stays."""
        self._theme(theme_id)
        taken = self._theme_ids()
        made = []
        for part in parts:
            note_ids = [str(note_id) for note_id in part["note_ids"]]
            made.append(self._new(part["label"], note_ids, taken=taken))
            taken.add(made[-1]["theme_id"])
        if not made:
            raise BadName(_NO_NOTES)
        named = [
            {"id": one["theme_id"], "label": one["label"], "note_ids": one["note_ids"]}
            for one in made
        ]
        self.decide(EventKind.THEME_SPLIT, {"theme_id": theme_id, "parts": named}, seq=seq)
        labels = " · ".join(one["label"] for one in made)
        return Reply(notice=_("The theme is split: {labels}").format(labels=labels))

    def add(self, *, label: str, note_ids: list[str], seq: int) -> Reply:
        """Make a new theme of notes of other themes."""
        made = self._new(label, note_ids, taken=self._theme_ids())
        self.decide(EventKind.THEME_ADDED, made, seq=seq)
        return Reply(notice=_("There is a new theme: {label}").format(label=made["label"]))

    def lock(self, *, theme_id: str, locked: bool, seq: int) -> Reply:
        """Close a theme so that nothing changes it, or open it again."""
        theme = self._theme(theme_id)
        self.decide(EventKind.THEME_LOCKED, {"theme_id": theme_id, "locked": locked}, seq=seq)
        words = _("The theme is locked: {label}") if locked else _("The theme is open: {label}")
        return Reply(notice=words.format(label=theme.label))

    def describe(
        self, *, theme_id: str, description: str, includes: str, near_misses: str, seq: int
    ) -> Reply:
        """Say what a theme is about, what belongs to it, and what comes near but does not."""
        theme = self._theme(theme_id)
        payload = {
            "theme_id": theme_id,
            "description": _text(description),
            "includes": _text(includes),
            "near_misses": _text(near_misses),
        }
        self.decide(EventKind.THEME_DESCRIBED, payload, seq=seq)
        return Reply(notice=_("The description is saved: {label}").format(label=theme.label))

    def pin(self, *, note_id: str, theme_id: str, seq: int) -> Reply:
        """Confirm that a note is right where the machine put it."""
        theme, note = self._theme(theme_id), self._note(note_id)
        self.decide(EventKind.NOTE_PINNED, {"note_id": note_id, "theme_id": theme_id}, seq=seq)
        words = _("The place of the note {ref} is confirmed: {label}")
        return Reply(notice=words.format(ref=note.ref, label=theme.label))

    def move(self, *, note_id: str, theme_id: str, seq: int) -> Reply:
        """Put a note into another theme."""
        theme, note = self._theme(theme_id), self._note(note_id)
        self.decide(EventKind.NOTE_MOVED, {"note_id": note_id, "theme_id": theme_id}, seq=seq)
        words = _("The note {ref} is now in the theme: {label}")
        return Reply(notice=words.format(ref=note.ref, label=theme.label))

    def set_aside(self, *, note_id: str, reason: str, seq: int) -> Reply:
        """Keep a note but leave it out of themes and documents; the reason is kept with it."""
        note = self._note(note_id)
        reason = " ".join(reason.split())[:200]
        if not reason:
            raise BadName(N_("Write why the note is set aside: the reason stays in the record."))
        self.decide(EventKind.NOTE_SET_ASIDE, {"note_id": note_id, "reason": reason}, seq=seq)
        return Reply(notice=_("The note {ref} is set aside.").format(ref=note.ref))

    def put_back(self, *, note_id: str) -> Reply:
        """Take a note that was set aside into use again, in the theme it was in."""
        note = self._note(note_id)
        for event in reversed(self._present().state.theme_decisions):
            aside = event.kind is EventKind.NOTE_SET_ASIDE
            if aside and event.payload["note_id"] == note_id:
                payload = {"seq": event.seq}
                workflow.decide(self.workshop, EventKind.UNDONE, payload, actor=self.name)
        return Reply(notice=_("The note {ref} is in use again.").format(ref=note.ref))

    def _present_index(self) -> NoteIndex:
        """Return the index of the notes, read anew only when there are others."""
        seq = store.last_seq(self.workshop)
        if self._index is None or seq != self._indexed_seq:
            notes = workflow.load_notes(self.workshop)
            if self._index is None or notes != self._notes:
                self._notes, self._index = notes, NoteIndex(notes)
            self._indexed_seq = seq
        return self._index

    def _present(self) -> Present:
        return workflow.load_present(self.workshop)

    def _new(self, label: str, note_ids: list[str], *, taken: Collection[str]) -> dict[str, Any]:
        label = _checked(label)
        if not note_ids:
            raise BadName(_NO_NOTES)
        key = new_theme_id(label, note_ids, taken=taken)
        return {"theme_id": key, "label": label, "note_ids": sorted(note_ids)}

    def _theme_ids(self) -> set[str]:
        present = self._present()
        return {theme.id for theme in (*present.themes, *present.state.proposed_themes)}

    def _theme(self, theme_id: str) -> Theme:
        for theme in self._present().themes:
            if theme.id == theme_id:
                return theme
        raise NoSuchThing(N_("The theme is not there any more. Somebody may have merged it."))

    def _note(self, note_id: str) -> Note:
        for note in self._present().notes:
            if note.id == note_id:
                return note
        raise NoSuchThing(N_("The note is not there any more. Reload the page."))


def _checked(label: str) -> str:
    label = " ".join(label.split())[:MAX_LABEL]
    if not label:
        raise BadName(N_("The theme needs a name. Write a name and try again."))
    return label


def _text(text: str) -> str:
    return text.strip()[:MAX_TEXT]
