"""The theme board: people name, merge and sort what the machine proposed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.domain import EventKind, Note, Theme
from toolkit.errors import BadName, NoSuchThing
from toolkit.i18n import N_, _, ngettext
from toolkit.workflow import Present

MAX_LABEL = 120


class ThemesState(ScreenState):
    """Themes and their notes as people have left them."""

    actions: ClassVar[tuple[str, ...]] = (
        "find",
        "rename",
        "merge",
        "move",
        "set_aside",
        "put_back",
    )

    def view(self) -> dict[str, Any]:
        """Return the themes, largest first and *Muut* last, with the notes of each."""
        present = workflow.load_present(self.workshop)
        aside = present.set_aside
        placed = {note_id for theme in present.themes for note_id in theme.note_ids}
        loose = [n.id for n in present.notes if n.id not in placed and n.id not in aside]
        return {
            "seq": present.state.seq,
            "n_notes": len(present.notes),
            "themes": [_theme(theme) for theme in ordered(present.themes)],
            "notes": {note.id: _note(note) for note in present.notes},
            "loose": len(loose) if present.themes else 0,
            "loose_text": ngettext(
                "{n} new note is in no theme yet. "
                "Themes you changed stay; others may be grouped anew.",
                "{n} new notes are in no theme yet. "
                "Themes you changed stay; others may be grouped anew.",
                len(loose),
            ).format(n=len(loose)),
            "aside": [
                {"id": key, "reason": why} for key, why in aside.items() if key not in placed
            ],
        }

    def find(self) -> Reply:
        """Have the worker look for themes."""
        self.start("themes")
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def rename(self, *, theme_id: str, label: str, seq: int) -> Reply:
        """Give a theme the name people use."""
        self._theme(theme_id)
        label = _checked(label)
        self.decide(EventKind.THEME_RENAMED, {"theme_id": theme_id, "label": label}, seq=seq)
        return Reply(notice=_("The theme is now called: {label}").format(label=label))

    def merge(self, *, theme_id: str, into: str, label: str, seq: int) -> Reply:
        """Put the notes of one theme into another and name the whole."""
        self._theme(theme_id)
        if theme_id == into:
            raise NoSuchThing(N_("A theme cannot be merged with itself. Choose another theme."))
        self._theme(into)
        label = _checked(label)
        payload = {"theme_ids": [theme_id, into], "into": into, "label": label}
        self.decide(EventKind.THEMES_MERGED, payload, seq=seq)
        return Reply(notice=_("The themes are now one: {label}").format(label=label))

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

    def _present(self) -> Present:
        return workflow.load_present(self.workshop)

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


def ordered(themes: Iterable[Theme]) -> list[Theme]:
    """Return themes as a reader meets them: the largest first, *Muut* last."""
    return sorted(themes, key=lambda theme: (theme.is_rest, -len(theme.note_ids), theme.label))


def _checked(label: str) -> str:
    label = " ".join(label.split())[:MAX_LABEL]
    if not label:
        raise BadName(N_("The theme needs a name. Write a name and try again."))
    return label


def _theme(theme: Theme) -> dict[str, Any]:
    n = len(theme.note_ids)
    central = [note_id for note_id in theme.central_ids if note_id in theme.note_ids]
    rest = [note_id for note_id in theme.note_ids if note_id not in set(central)]
    return {
        "id": theme.id,
        "label": theme.label,
        "subtitle": theme.subtitle,
        "keywords": ", ".join(theme.keywords[:6]),
        "count": ngettext("{n} note", "{n} notes", n).format(n=n),
        "note_ids": [*central, *rest],
        "is_rest": theme.is_rest,
        "named_by": theme.named_by,
    }


def _note(note: Note) -> dict[str, str]:
    return {"ref": note.ref, "text": note.text, "prompt": note.prompt, "group": note.group}
