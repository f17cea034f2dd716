"""The log in words."""

from __future__ import annotations

from toolkit.domain import Event, EventKind
from toolkit.i18n import N_, _

_SENTENCES = {
    EventKind.WORKSHOP_CREATED: N_("Workshop created: {title}"),
    EventKind.SOURCE_IMPORTED: N_("Export imported: {name}"),
    EventKind.THEMES_PROPOSED: N_("Themes proposed: {n_themes}"),
    EventKind.THEME_RENAMED: N_("Theme renamed: {label}"),
    EventKind.THEMES_MERGED: N_("Themes merged: {label}"),
    EventKind.NOTE_MOVED: N_("Note moved: {note_id}"),
    EventKind.NOTE_SET_ASIDE: N_("Note set aside: {note_id}"),
    EventKind.OPINION_GROUPS_PROPOSED: N_("Opinion groups computed: {n_groups}"),
    EventKind.GROUP_NAMED: N_("Opinion group {group_id} named: {name}"),
    EventKind.DRAFT_COMPOSED: N_("Draft composed: {type}"),
    EventKind.PARAGRAPH_DECIDED: N_("Paragraph decided: {block_id}"),
    EventKind.PARAGRAPH_EDITED: N_("Paragraph edited: {block_id}"),
    EventKind.COMMENT_ADDED: N_("Comment added: {block_id}"),
    EventKind.DOCUMENT_PUBLISHED: N_("Document written: {file}"),
    EventKind.UNDONE: N_("Decision undone: number {seq}"),
}


def summarise(event: Event) -> str:
    """Return one line in the current language that says what happened."""
    payload = event.payload
    values = {
        "n_themes": len(payload.get("themes", ())),
        "n_groups": len(payload.get("result", {}).get("groups", ())),
        "name": payload.get("source", {}).get("name", ""),
        "label": "",
    }
    return _(_SENTENCES[event.kind]).format(**{**values, **payload})
