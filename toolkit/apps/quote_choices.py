"""Notes that could be quoted in a place of a document, and why some of them cannot."""

from __future__ import annotations

from typing import Any

from toolkit import drafting
from toolkit.domain import Note
from toolkit.drafting.quotes import LONGEST, SHORTEST, choose_quotes
from toolkit.i18n import N_, _
from toolkit.paragraphs import cited_ids
from toolkit.privacy import has_personal_data
from toolkit.workflow.documents import CheckedDraft

_PERSONAL = N_("Cannot be quoted: it holds personal data.")
_LENGTH = N_("Cannot be quoted: no sentence of it has {shortest} to {longest} words.")


def quotable_notes(block_id: str, checked: CheckedDraft, *, language: str) -> list[dict[str, Any]]:
    """Return the notes behind a block: those it cites, then the others of its theme.

    Each with its label, its words as the source appendix shows them, what people have chosen, and
    a sentence on why it cannot be quoted; empty when it can.
    """
    findings = checked.findings
    notes = {note.id: note for note in findings.notes}
    cited = [
        key for block in checked.draft.blocks if block.id == block_id for key in cited_ids(block)
    ]
    parts = set(block_id.split("/"))
    themed = [n for t in findings.themes if t.id in parts for n in (*t.central_ids, *t.note_ids)]
    entries = {one.note_id: one for one in drafting.source_notes(findings, language=language)}
    return [
        {
            "id": key,
            "ref": entries[key].ref,
            "text": entries[key].text,
            "where": entries[key].where,
            "choice": findings.quote_choices.get(key, "free"),
            "hindrance": _hindrance(notes[key]),
        }
        for key in dict.fromkeys((*cited, *themed))
        if key in notes and key in entries
    ]


def _hindrance(note: Note) -> str:
    if choose_quotes([note], limit=1):
        return ""
    if has_personal_data(note.text):
        return _(_PERSONAL)
    return _(_LENGTH).format(shortest=SHORTEST, longest=LONGEST)
