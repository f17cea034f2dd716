"""Exports into a workshop: read, merged with what is there, labelled, kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from toolkit import importers, store
from toolkit.domain import EventKind, Import, Receipt, Source, Workshop
from toolkit.errors import Conflict
from toolkit.i18n import _
from toolkit.language import detect_language
from toolkit.store import State, append_event
from toolkit.workflow.present import load_state
from toolkit.workflow.progress import Progress, no_progress

# The letter of a citation label says what kind of material it points to.
_LETTERS = {"padlet": "T", "notes": "K", "polis": "P"}


def import_exports(
    workshop: Workshop,
    paths: Sequence[Path],
    *,
    actor: str,
    as_format: str | None = None,
    progress: Progress = no_progress,
) -> tuple[Receipt, ...]:
    """Read exports into a workshop; what it has already is merged, not doubled.

    All files are read before anything is written: a file that cannot be read leaves the workshop
    exactly as it was.

    Parameters
    ----------
    paths
        Files, and folders of files. The loose CSVs of one Polis export are read together.

    Returns
    -------
    tuple of Receipt
        One per export, in order.

    Raises
    ------
    ToolkitError
        If a file cannot be read; the sentence names it.
    """
    groups = [(path,) for path in paths] if as_format else importers.group_exports(paths)
    with tempfile.TemporaryDirectory() as staging:
        read = []
        for number, files in enumerate(groups):
            path = _as_one(files, Path(staging))
            progress(number / (len(groups) + 1), _("Reading: {name}").format(name=path.name))
            read.append((path, importers.read_file(path, as_format=as_format)))
        progress(len(groups) / (len(groups) + 1), _("Saving"))
        return tuple(_add_export(workshop, path, imported, actor=actor) for path, imported in read)


def _as_one(files: tuple[Path, ...], staging: Path) -> Path:
    """Return the path of an export; several files of one are brought into one folder."""
    if len(files) == 1:
        return files[0]
    folder = staging / "polis"
    folder.mkdir()
    for number, file in enumerate(files):
        taken = (folder / file.name).exists()
        shutil.copyfile(file, folder / (f"{number}-{file.name}" if taken else file.name))
    return folder


def _add_export(workshop: Workshop, path: Path, imported: Import, *, actor: str) -> Receipt:
    sha256 = store.digest(path)
    source = Source(
        id=sha256[:16],
        name=path.name,
        format=imported.receipt.format,
        sha256=sha256,
        file=store.keep_export(workshop, path),
        imported_at=datetime.now(UTC),
    )
    store.save_import(workshop, source.id, imported)
    while True:
        state = load_state(workshop)
        fresh = importers.merge_known(imported, known_ids=state.labels.keys())
        if any(known.sha256 == sha256 for known in state.sources):
            return fresh.receipt
        payload = {
            "source": store.to_plain(source),
            "receipt": store.to_plain(fresh.receipt),
            "labels": _labels(state, imported, format_name=source.format),
        }
        try:
            append_event(
                workshop,
                EventKind.SOURCE_IMPORTED,
                payload,
                actor=actor,
                expected_seq=state.seq,
            )
        except Conflict:
            continue  # somebody imported at the same moment: labels are given again
        return fresh.receipt


def _labels(state: State, imported: Import, *, format_name: str) -> dict[str, tuple[str, str]]:
    """Give new notes their permanent citation labels; a newer export continues the old board."""
    statements = imported.votes.statements if imported.votes else ()
    items = (*imported.notes, *statements)
    letter = _LETTERS.get(format_name.split("-", maxsplit=1)[0], "S")
    old = [state.labels[item.id][0].split("-")[0] for item in items if item.id in state.labels]
    taken = {ref.split("-")[0] for ref, _language in state.labels.values()}
    number = 1 + sum(prefix.startswith(letter) for prefix in taken)
    prefix = old[0] if old else f"{letter}{number}"
    used = sum(ref.startswith(f"{prefix}-") for ref, _language in state.labels.values())
    labels = {}
    for item in imported.notes:
        if item.id not in state.labels:
            used += 1
            labels[item.id] = (f"{prefix}-{used:03d}", detect_language(item.text))
    for item in statements:
        if item.id not in state.labels:
            own_number = item.id.rsplit(":", 1)[-1].rsplit("-", 1)[-1]
            labels[item.id] = (f"{prefix}-v{own_number}", detect_language(item.text))
    return labels
