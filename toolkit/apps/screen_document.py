"""Words that every screen of a document shows."""

from __future__ import annotations

from toolkit.i18n import N_

DOCUMENT_TEXTS = {
    "type": N_("Document"),
    "with_draft": N_("A draft has been composed"),
    "without_draft": N_("No draft yet"),
    "doc_language": N_("Language of the document; ✓ marks those that have a draft"),
    "no_sources": N_("The workshop is empty. Import an export first."),
    "go_import": N_("Go to import"),
    "evidence": N_("Notes behind this ({n})"),
    "gate_error": N_("Mend this"),
    "note_this": N_("Take note"),
}
