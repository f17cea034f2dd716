"""The log in words."""

from __future__ import annotations

from toolkit.domain import REST_ID, Event, EventKind
from toolkit.i18n import N_, _

_SENTENCES = {
    EventKind.WORKSHOP_CREATED: N_("Workshop created: {title}"),
    EventKind.SOURCE_IMPORTED: N_("Export imported: {name}"),
    EventKind.THEMES_PROPOSED: N_("Themes proposed: {n_themes}"),
    EventKind.THEME_RENAMED: N_("Theme renamed: {label}"),
    EventKind.THEMES_MERGED: N_("Themes merged: {label}"),
    EventKind.NOTE_MOVED: N_("Note moved: {note_id}"),
    EventKind.NOTE_SET_ASIDE: N_("Note set aside: {note_id}"),
    EventKind.NOTE_PLACED: N_("Note placed in a framework: {note_id}, {category_id}"),
    EventKind.OPINION_GROUPS_PROPOSED: N_("Opinion groups computed: {n_groups}"),
    EventKind.GROUP_NAMED: N_("Opinion group {group_id} named: {name}"),
    EventKind.STATEMENT_MARKED: N_("Statement marked as background: {statement_id}"),
    EventKind.DRAFT_COMPOSED: N_("Draft composed: {type}"),
    EventKind.PARAGRAPH_DECIDED: N_("Paragraph decided: {block_id}"),
    EventKind.PARAGRAPHS_ACCEPTED: N_("Paragraphs accepted: {n_blocks}"),
    EventKind.PARAGRAPH_EDITED: N_("Paragraph edited: {block_id}"),
    EventKind.COMMENT_ADDED: N_("Comment added: {block_id}"),
    EventKind.DOCUMENT_PUBLISHED: N_("Document written: {file}"),
    EventKind.UNDONE: N_("Decision undone: number {seq}"),
}


_DECISIONS = {
    "accept": N_("Paragraph accepted: {block_id}"),
    "reject": N_("Paragraph rejected: {block_id}"),
}
_NOWHERE = N_("Note fits nowhere in a framework: {note_id}, {framework_id}")
_UNMARKED = N_("Statement is no background statement: {statement_id}")


class _Missing(dict[str, object]):
    """Values of a sentence; what a payload lacks is shown as a question mark."""

    def __missing__(self, _key: str) -> str:
        return "?"


def summarise(event: Event) -> str:
    """Return one line in the current language that says what happened."""
    payload = event.payload
    values = {
        "n_themes": sum(theme.get("id") != REST_ID for theme in payload.get("themes", ())),
        "n_groups": len(payload.get("result", {}).get("groups", ())),
        "n_blocks": len(payload.get("block_ids", ())),
        "name": payload.get("source", {}).get("name", ""),
        "label": payload.get("into", ""),
    }
    sentence = _SENTENCES[event.kind]
    if event.kind is EventKind.PARAGRAPH_DECIDED:
        sentence = _DECISIONS.get(payload.get("decision", ""), sentence)
    if event.kind is EventKind.STATEMENT_MARKED and not payload.get("is_meta"):
        sentence = _UNMARKED
    if event.kind is EventKind.NOTE_PLACED and not payload.get("category_id"):
        sentence = _NOWHERE
    return _(sentence).format_map(_Missing({**values, **payload}))
