"""The theme board: people name, merge and sort what the machine proposed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state_themes_choices import ChoicesState
from toolkit.domain import EventKind, Note, Theme
from toolkit.errors import BadName, NoSuchThing
from toolkit.i18n import N_, _, ngettext
from toolkit.themes import new_theme_id

MAX_LABEL = 120
MAX_TEXT = 2000
_NO_NOTES = N_("No notes were chosen. Choose the notes of the new theme and try again.")


class ThemesState(ChoicesState):
    """Themes and their notes as people have left them."""

    actions: ClassVar[tuple[str, ...]] = (
        "find",
        "find_kinds",
        "choices",
        "try_out",
        "choose",
        "choose_earlier",
        "filter",
        "notes",
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

    def move(self, *, note_ids: list[str], theme_id: str, seq: int) -> Reply:
        """Put notes into another theme, all in one decision."""
        theme = self._theme(theme_id)
        moved = [key for key in dict.fromkeys(note_ids) if key not in theme.note_ids]
        if not moved:
            raise BadName(N_("Nothing was moved: the notes are in the theme already."))
        named = {"note_id": moved[0]} if len(moved) == 1 else {"note_ids": sorted(moved)}
        self.decide(EventKind.NOTE_MOVED, {**named, "theme_id": theme_id}, seq=seq)
        if len(moved) == 1:
            words = _("The note {ref} is now in the theme: {label}")
            return Reply(notice=words.format(ref=self._note(moved[0]).ref, label=theme.label))
        words = ngettext(
            "{n} note is now in the theme: {label}",
            "{n} notes are now in the theme: {label}",
            len(moved),
        )
        return Reply(notice=words.format(n=len(moved), label=theme.label))

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
