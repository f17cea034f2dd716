"""Coverage of a draft that is measured once, by the worker, and kept for every page to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from toolkit import store
from toolkit.domain import Coverage, Workshop
from toolkit.i18n import _
from toolkit.workflow.analysis import fingerprint
from toolkit.workflow.documents import CheckedDraft, load_checked
from toolkit.workflow.present import load_present
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.reports import measure_draft


class Measured(NamedTuple):
    """What came of measuring a draft.

    Attributes
    ----------
    coverage
        None when it cannot be measured: there are too few notes or no language model.
    """

    coverage: Coverage | None


def update_coverage(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str = "",
    progress: Progress = no_progress,
) -> Measured:
    """Measure what a draft, as people have left it so far, covers of the notes, and keep it.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    progress(0.1, _("Comparing the sentences with the notes"))
    checked = load_checked(load_present(workshop), type=type, language=language)
    measured = Measured(measure_draft(workshop, checked.draft, checked.findings))
    plain = {
        "of": _digest(checked),
        "coverage": measured.coverage and store.to_plain(measured.coverage),
    }
    store.write_bytes(_path(workshop, checked), store.to_text(plain).encode())
    return measured


def load_coverage(workshop: Workshop, checked: CheckedDraft) -> Measured | None:
    """Return what was measured of these very words and notes; None when nothing was."""
    try:
        plain = json.loads(_path(workshop, checked).read_text(encoding="utf-8"))
        if plain["of"] != _digest(checked):
            return None
        found = plain["coverage"]
        return Measured(store.from_plain(Coverage, found) if found else None)
    except (OSError, ValueError, KeyError):
        return None  # a cache that cannot be read is a cache that is not there


def _digest(checked: CheckedDraft) -> str:
    findings = checked.findings
    notes = [(note.id, note.text, note.group, note.source_id) for note in findings.notes]
    return fingerprint([store.to_plain(checked.draft), notes])


def _path(workshop: Workshop, checked: CheckedDraft) -> Path:
    draft = checked.draft
    return store.cache_folder(workshop, "coverage") / f"{draft.type}-{draft.language}.json"
