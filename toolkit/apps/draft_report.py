"""The report of the verification beside the text, and the versions that came before."""

from __future__ import annotations

from typing import Any

from toolkit import workflow
from toolkit.apps.draft_view import block_reading
from toolkit.apps.state_words import with_advice
from toolkit.apps.wording import finnish_date
from toolkit.domain import BlockKind, Draft, Workshop
from toolkit.drafting import REPORT
from toolkit.paragraphs import block_text
from toolkit.workflow.documents import CheckedDraft
from toolkit.workflow.measuring import Measured
from toolkit.workflow.reports import make_report

_MEASURED = f"{REPORT}/aani/mittaus"  # without a measurement, the page offers to make one
_PARTS = (f"{REPORT}/aani/", f"{REPORT}/pois/", f"{REPORT}/rajat/")


def report_view(
    workshop: Workshop, checked: CheckedDraft, measured: Measured | None
) -> dict[str, Any]:
    """Return the report: every remark with its place, and whose voice the draft lacks.

    Parameters
    ----------
    measured
        None before anybody has asked for it.
    """
    report = make_report(workshop, checked, coverage=measured.coverage if measured else None)
    places = _headings(checked.draft)
    remarks = sorted(checked.gates, key=lambda gate: gate.level != "error")
    return {
        "face": report.face,
        "measured": measured is not None,
        "measurable": measured is None or measured.coverage is not None,
        "remarks": [
            {**view, "block": gate.block_id, "heading": places.get(gate.block_id, "")}
            for view, gate in zip(with_advice(remarks), remarks, strict=True)
        ],
        "parts": [
            block_reading(block, checked.findings)
            for block in report.blocks
            if block.id.startswith(_PARTS) and (report.coverage or block.id != _MEASURED)
        ],
    }


def version_views(workshop: Workshop, draft: Draft) -> list[dict[str, Any]]:
    """Return the versions of a draft, the newest first."""
    listed = workflow.load_versions(workshop, type=draft.type, language=draft.language)
    return [
        {
            "number": one.number,
            "date": finnish_date(one.composed_at.astimezone().date()),
            "time": f"{one.composed_at.astimezone():%H.%M}",
            "sent": one.sent,
        }
        for one in reversed(listed)
    ]


def _headings(draft: Draft) -> dict[str, str]:
    """Return block id → the heading that it stands under."""
    found, heading = {}, draft.title
    for block in draft.blocks:
        if block.kind is BlockKind.HEADING:
            heading = block_text(block, refs={}, language=draft.language)
        found[block.id] = heading
    return found
