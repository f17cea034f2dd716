"""The log in words."""

from __future__ import annotations

from toolkit.domain import REST_ID, Event, EventKind, NoteKind, Role
from toolkit.i18n import N_, _

ROLE_NAMES = {
    Role.COMMENTER: N_("commenter"),
    Role.PREPARER: N_("preparer"),
    Role.APPROVER: N_("approver"),
}
_SENTENCES = {
    EventKind.WORKSHOP_CREATED: N_("Workshop created: {title}"),
    EventKind.WORKSHOP_DESCRIBED: N_("Details of the workshop changed"),
    EventKind.WORKSHOP_ARCHIVED: N_("Workshop archived"),
    EventKind.WORKSHOP_COPIED: N_("Workshop copied from: {title}"),
    EventKind.SOURCE_IMPORTED: N_("Export imported: {name}"),
    EventKind.WORDS_MASKED: N_("Personal data decided on, places: {n_places}"),
    EventKind.ORIGINALS_FORGOTTEN: N_("Original files deleted: {n_files}"),
    EventKind.THEMES_PROPOSED: N_("Themes proposed: {n_themes}"),
    EventKind.THEME_RENAMED: N_("Theme renamed: {label}"),
    EventKind.THEMES_MERGED: N_("Themes merged: {label}"),
    EventKind.THEME_SPLIT: N_("Theme split: {parts}"),
    EventKind.THEME_ADDED: N_("New theme: {label}"),
    EventKind.THEME_LOCKED: N_("Theme locked: {theme_id}"),
    EventKind.THEME_DESCRIBED: N_("Theme described: {theme_id}"),
    EventKind.NOTE_MOVED: N_("Note {note_id} moved to the theme: {theme_id}"),
    EventKind.NOTE_PINNED: N_("Place of the note confirmed: {note_id}"),
    EventKind.NOTE_SET_ASIDE: N_("Note set aside: {note_id}"),
    EventKind.SHEET_CODED: N_("Coding sheet handed in, notes: {n_codes}"),
    EventKind.KINDS_PROPOSED: N_("Kinds of notes suggested: {n_kinds}"),
    EventKind.KIND_DECIDED: N_("Kind of a note decided: {note_id}"),
    EventKind.NOTE_PLACED: N_("Note placed in a framework: {note_id}, {category_id}"),
    EventKind.OPINION_GROUPS_PROPOSED: N_("Opinion groups computed: {n_groups}"),
    EventKind.GROUP_NAMED: N_("Opinion group {group_id} named: {name}"),
    EventKind.STATEMENT_MARKED: N_("Statement marked as background: {statement_id}"),
    EventKind.DRAFT_COMPOSED: N_("Draft composed: {type}"),
    EventKind.PARAGRAPH_DECIDED: N_("Paragraph decided: {block_id}"),
    EventKind.PARAGRAPHS_ACCEPTED: N_("Paragraphs accepted: {n_blocks}"),
    EventKind.PARAGRAPH_EDITED: N_("Paragraph edited: {block_id}"),
    EventKind.PARAGRAPH_LOCKED: N_("Paragraph locked: {block_id}"),
    EventKind.COMMENT_ADDED: N_("Comment added: {block_id}"),
    EventKind.COMMENT_HANDLED: N_("Comment marked as handled: {block_id}"),
    EventKind.WORDING_PROPOSED: N_("Another wording proposed: {block_id}"),
    EventKind.QUOTE_CHOSEN: N_("Note left free to be quoted or not: {note_id}"),
    EventKind.STATEMENT_CHOSEN: N_("Round table left to the tool's choice: {statement_id}"),
    EventKind.PROPOSAL_DECIDED: N_("Decision on a proposal recorded: {proposal_id}"),
    EventKind.PROPOSAL_PLANNED: N_("Plan for a proposal recorded: {proposal_id}"),
    EventKind.HEARING_OPENED: N_("Comment round opened: {type}"),
    EventKind.BODY_HEARD: N_("Body of the comment round recorded: {name}"),
    EventKind.AMENDMENT_MADE: N_("Proposed amendment recorded: {amendment_id}"),
    EventKind.AMENDMENT_ANSWERED: N_("Proposed amendment answered: {amendment_id}"),
    EventKind.ROLE_GIVEN: N_("Role given: {name}, {role}"),
    EventKind.DOCUMENT_SIGNED: N_("Document signed: {type}"),
    EventKind.DOCUMENT_PUBLISHED: N_("Document written: {file}"),
    EventKind.CHANGES_RETURNED: N_(
        "Working copy came back: {file}, changes and comments: {n_changes}"
    ),
    EventKind.CHANGE_DECIDED: N_("Change of a working copy decided: {change_id}"),
    EventKind.UNDONE: N_("Decision undone: number {seq}"),
    EventKind.REDONE: N_("Decision redone: number {seq}"),
}


_DECISIONS = {
    "accept": N_("Paragraph accepted: {block_id}"),
    "reject": N_("Paragraph rejected: {block_id}"),
    "take": N_("Change of a working copy taken: {change_id}"),
    "leave": N_("Change of a working copy left out: {change_id}"),
}
_KINDS = {
    NoteKind.WORRY: N_("Note read as a worry: {note_id}"),
    NoteKind.PROPOSAL: N_("Note read as a proposal: {note_id}"),
    NoteKind.THANKS: N_("Note read as thanks: {note_id}"),
    NoteKind.QUESTION: N_("Note read as a question: {note_id}"),
    NoteKind.STATEMENT: N_("Note read as a statement of fact: {note_id}"),
}
_TALK = {
    "take": N_("Statement taken to the round table: {statement_id}"),
    "leave": N_("Statement left out of the round table: {statement_id}"),
}
_CHOICES = {
    "pin": N_("Note to be quoted: {note_id}"),
    "ban": N_("Note not to be quoted: {note_id}"),
}
# What a line says when this key of it is empty or false.
_WITHOUT = {
    EventKind.WORKSHOP_ARCHIVED: ("archived", N_("Workshop brought back from the archive")),
    EventKind.STATEMENT_MARKED: (
        "is_meta",
        N_("Statement is no background statement: {statement_id}"),
    ),
    EventKind.NOTE_PLACED: (
        "category_id",
        N_("Note fits nowhere in a framework: {note_id}, {framework_id}"),
    ),
    EventKind.THEME_LOCKED: ("locked", N_("Theme unlocked: {theme_id}")),
    EventKind.PARAGRAPH_LOCKED: ("locked", N_("Paragraph unlocked: {block_id}")),
}
# A move is told by what it names.
_MOVED = {
    "statement_id": N_("Statement {statement_id} moved to the theme: {theme_id}"),
    "note_ids": N_("Notes moved to the theme: {theme_id}, notes: {n_notes}"),
    "settles": N_("Coders' disagreement on the note {note_id} settled, theme: {theme_id}"),
}


class _Missing(dict[str, object]):
    """Values of a sentence; what a payload lacks is shown as a question mark."""

    def __missing__(self, _key: str) -> str:
        return "?"


def summarise(event: Event) -> str:
    """Return one line in the current language that says what happened."""
    payload = event.payload
    values = {
        "n_themes": sum(theme.get("id") != REST_ID for theme in payload.get("themes", ())),
        "n_kinds": len(payload.get("kinds", ())),
        "n_groups": len(payload.get("result", {}).get("groups", ())),
        "n_places": sum(map(len, payload.get("redactions", {}).values())),
        "n_files": len(payload.get("source_ids", ())),
        "n_codes": len(payload.get("codes", ())),
        "n_notes": len(payload.get("note_ids", ())),
        "n_blocks": len(payload.get("block_ids", ())),
        "n_changes": len(payload.get("changes") or ()),
        "name": payload.get("source", {}).get("name", ""),
        "label": payload.get("into", ""),
    }
    own = {"parts": " · ".join(part.get("label", "?") for part in payload.get("parts", ()))}
    if event.kind is EventKind.ROLE_GIVEN:
        own["role"] = _(ROLE_NAMES.get(payload.get("role", ""), "?"))
    return _(_sentence(event)).format_map(_Missing({**values, **payload, **own}))


def _sentence(event: Event) -> str:
    payload = event.payload
    sentence = _SENTENCES[event.kind]
    key, without = _WITHOUT.get(event.kind, ("", sentence))
    if key and not payload.get(key):
        return without
    match event.kind:
        case EventKind.PARAGRAPH_DECIDED | EventKind.CHANGE_DECIDED:
            return _DECISIONS.get(payload.get("decision", ""), sentence)
        case EventKind.KIND_DECIDED:
            return _KINDS.get(payload.get("kind", ""), sentence)
        case EventKind.QUOTE_CHOSEN:
            return _CHOICES.get(payload.get("choice", ""), sentence)
        case EventKind.STATEMENT_CHOSEN:
            return _TALK.get(payload.get("choice", ""), sentence)
        case EventKind.NOTE_MOVED:
            return next((text for key, text in _MOVED.items() if payload.get(key)), sentence)
        case _:
            return sentence
