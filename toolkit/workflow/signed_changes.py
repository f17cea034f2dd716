"""What has changed in a document since it was signed."""

from __future__ import annotations

from toolkit import review
from toolkit.domain import Document, Draft, Workshop
from toolkit.errors import ToolkitError
from toolkit.review import BlockChange
from toolkit.workflow.documents import load_document
from toolkit.workflow.present import load_present
from toolkit.workflow.sent_copies import shown_draft
from toolkit.workflow.signatures import load_signed


def changes_since_signed(workshop: Workshop, *, type: str) -> tuple[BlockChange, ...]:  # noqa: A002
    """Say block by block what differs from the version that was signed last.

    While the document is not ready, the draft as people have left it is what differs.

    Raises
    ------
    TooEarly
        If nobody has signed the document.
    """
    signed = load_signed(workshop, type=type)
    now: Draft | Document
    try:
        now = load_document(workshop, type=type, language=signed.language)
    except ToolkitError:
        now = shown_draft(load_present(workshop), type, language=signed.language)
    return review.describe_versions(signed, now)
