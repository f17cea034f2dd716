"""The import screen: files in, a receipt for each."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.apps.uploads import MAX_BYTES, PIECE_BYTES, SUFFIXES, Uploads
from toolkit.apps.wording import finnish_date
from toolkit.domain import Receipt, Source, Workshop
from toolkit.i18n import N_, _, ngettext
from toolkit.store import Job, JobState

POLIS_FILES = frozenset(
    {"comments.csv", "votes.csv", "participant-votes.csv", "summary.csv", "comment-groups.csv"}
)
"""Files of one Polis export: sent together, they are read as one."""


FAMILIES = {"notes": N_("Round-table notes"), "padlet": "Padlet", "polis": "Polis"}
KINDS = {"docx": "Word", "markdown": "Markdown", "text": N_("text"), "xlsx": "Excel"}


class ImportState(ScreenState):
    """The files of a workshop and what became of their rows."""

    actions: ClassVar[tuple[str, ...]] = ("piece", "import_files")

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.uploads = Uploads(store.cache_folder(workshop, "incoming"))
        self.uploads.sweep(now=time.time())
        self._arrived: dict[str, Path] = {}
        self._names: dict[int, str] = {}
        self._sources_before: dict[int, int] = {}

    def view(self) -> dict[str, Any]:
        """Return the receipts, newest first, and what may be sent."""
        state = workflow.load_state(self.workshop)
        pairs = zip(state.sources, state.receipts, strict=True)
        receipts = [_receipt(source, receipt) for source, receipt in pairs]
        return {
            "seq": state.seq,
            "receipts": receipts[::-1],
            "suffixes": SUFFIXES,
            "max_bytes": MAX_BYTES,
            "piece_bytes": PIECE_BYTES,
        }

    def piece(self, *, key: str, name: str, size: int, number: int, data: bytes) -> Reply:
        """Take a piece of a file; ``extra`` says ``"whole"`` after the last one."""
        path = self.uploads.take(key=key, name=name, size=size, number=number, data=data)
        if path is None:
            return Reply()
        self._arrived[key] = path
        return Reply(extra="whole")

    def import_files(self, *, keys: Sequence[str]) -> Reply:
        """Have the files that have arrived read, each on its own: one bad file spoils no other."""
        paths = [self._arrived.pop(key) for key in keys if key in self._arrived]
        for path in _together(paths, store.cache_folder(self.workshop, "incoming")):
            before = len(workflow.load_state(self.workshop).sources)
            job = self.start("import", {"paths": [str(path)]})
            self._names[job.id] = path.name
            self._sources_before[job.id] = before
        n = len(paths)
        received = ngettext("{n} file received.", "{n} files received.", n).format(n=n)
        return Reply(notice=received)

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say what came of a file; a file that was here already is said to be so."""
        for path in job.payload.get("paths", ()):
            self.uploads.forget(Path(path))
        name = self._names.pop(job.id, "")
        before = self._sources_before.pop(job.id, -1)
        if job.kind != "import" or job.state is not JobState.DONE:
            return super().outcome(job)
        if len(workflow.load_state(self.workshop).sources) == before:
            known = _("The file has been imported already, so nothing changed: {name}")
            return "info", known.format(name=name)
        return "info", _("Imported: {name}").format(name=name)


def _together(paths: Sequence[Path], incoming: Path) -> list[Path]:
    """Put the files of one Polis export into one folder; leave the others as they are."""
    parts = {path.name: path for path in paths if path.name in POLIS_FILES}
    if len(parts) < 2:
        return list(paths)
    folder = incoming / secrets.token_hex(8) / "polis"
    folder.mkdir(parents=True)
    for name, path in parts.items():
        path.replace(folder / name)
    return [path for path in paths if path.name not in POLIS_FILES] + [folder]


def format_in_words(name: str) -> str:
    """Return the name of a format as people say it.

    >>> format_in_words("padlet-csv")
    'Padlet (CSV)'
    """
    family, _dash, kind = name.partition("-")
    words = _(FAMILIES[family]) if family in FAMILIES else family
    return f"{words} ({_(KINDS[kind]) if kind in KINDS else kind.upper()})" if kind else words


def _receipt(source: Source, receipt: Receipt) -> dict[str, Any]:
    when = source.imported_at.astimezone()
    return {
        "id": source.id,
        "name": source.name,
        "format": format_in_words(receipt.format),
        "when": f"{finnish_date(when)} {when:%H.%M}",
        "rows": receipt.rows,
        "notes": receipt.notes,
        "statements": receipt.statements,
        "votes": receipt.votes,
        "merged": receipt.merged,
        "set_aside": receipt.set_aside,
        "masked": receipt.masked,
        "skipped": [{"row": skipped.row, "reason": skipped.reason} for skipped in receipt.skipped],
        "warnings": [warning.message for warning in receipt.warnings],
    }
