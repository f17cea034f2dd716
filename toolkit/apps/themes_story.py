"""The story of a note as the page tells it."""

from __future__ import annotations

from typing import Any

from toolkit import store, workflow
from toolkit.apps.state import UNNAMED
from toolkit.apps.wording import LANGUAGE_NAMES, clock_time
from toolkit.domain import Event, Workshop
from toolkit.i18n import _, ngettext


def story_view(workshop: Workshop, note_id: str) -> dict[str, Any]:
    """Return what is known of a note and what has happened to it, ready for JSON.

    Returns
    -------
    dict
        ``facts`` as pairs of name and value; ``stays``, ``events``, ``alike`` and ``documents``;
        ``undo``, the number of the last decision when it is one on this note, else 0; ``back``,
        the theme a person last moved the note from, when it is still there.
    """
    story = workflow.load_story(workshop, note_id)
    note, source = story.note, story.source
    language = LANGUAGE_NAMES.get(note.language)
    facts = [
        (_("File"), source.name if source else ""),
        (_("Imported"), clock_time(source.imported_at) if source else ""),
        (_("Place in the file"), note.place),
        (_("Question"), note.prompt),
        (_("Group"), note.group or _("not known")),
        (_("Language"), _(language) if language else ""),
        (_("Comments on"), story.parent.ref if story.parent else ""),
        (_("Support in the export"), str(note.weight or "")),
        (
            _("Personal data"),
            _("Found: it is replaced by a word in brackets in documents.")
            if story.has_personal_data
            else _("None that the tool can tell for certain."),
        ),
    ]
    words = workflow.describe_events(workshop, story.events)
    themes = {theme.id: theme for theme in workflow.load_present(workshop).themes}
    homes = [stay.theme_id for stay in story.stays]
    now = homes[-1] if homes else ""
    earlier = [key for key in homes if key != now and key in themes]
    by_person = bool(story.stays) and story.stays[-1].event.actor != store.MACHINE
    movable = now in themes and not themes[now].locked
    back = themes[earlier[-1]] if earlier and by_person and movable else None
    return {
        "id": note.id,
        "ref": note.ref,
        "text": note.text,
        "facts": [(name, value) for name, value in facts if value],
        "alike": [{"id": one.id, "ref": one.ref, "text": one.text} for one in story.alike],
        "stays": [
            {
                "what": stay.label if stay.theme_id else _("set aside"),
                "about": _about(stay.event),
            }
            for stay in story.stays
        ],
        "events": [
            {"what": what, "about": _about(event)}
            for event, what in zip(story.events, words, strict=True)
        ],
        "documents": [
            {
                "title": one.title,
                "count": ngettext("in {n} place", "in {n} places", one.n).format(n=one.n),
            }
            for one in story.documents
        ],
        "undo": story.undo.seq if story.undo else 0,
        "back": {"id": back.id, "label": back.label} if back and not back.locked else None,
    }


def _about(event: Event) -> str:
    """Return who did it, when, and why."""
    names = {store.MACHINE: _("the tool"), UNNAMED: _("name not given")}
    reason = str(event.payload.get("reason", ""))
    parts = (
        names.get(event.actor, event.actor),
        clock_time(event.at),
        _("reason: {reason}").format(reason=reason) if reason else "",
    )
    return " · ".join(filter(None, parts))
