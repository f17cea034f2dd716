"""What deleting a workshop leaves: the archive packages taken first, and the receipts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from toolkit import workflow
from toolkit.apps.wording import finnish_date
from toolkit.apps.workshop_card import content_lines
from toolkit.domain import Workshop
from toolkit.errors import UnreviewedDraft
from toolkit.workflow import Removal


def write_package(workshop: Workshop, *, type: str, actor: str) -> Path:  # noqa: A002
    """Write the archive package of a document; of the working copy while paragraphs wait."""
    try:
        return workflow.publish_data(workshop, type=type, format="archive", actor=actor).path
    except UnreviewedDraft:
        done = workflow.publish_data(
            workshop, type=type, format="archive", working_copy=True, actor=actor
        )
        return done.path


def removal_view(removal: Removal) -> dict[str, Any]:
    """Return a receipt as the page shows it."""
    at = datetime.fromisoformat(removal.removed_at).astimezone()
    return {
        "file": removal.file,
        "title": removal.title,
        "when": f"{finnish_date(at.date())} {at:%H.%M}",
        "who": removal.removed_by,
        "lines": content_lines(removal.contents),
    }
