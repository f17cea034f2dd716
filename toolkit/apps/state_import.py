"""The import screen: files in, a receipt for each."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from toolkit import importers, store, workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.apps.uploads import MAX_BYTES, PIECE_BYTES, SUFFIXES, Uploads
from toolkit.apps.wording import finnish_date
from toolkit.domain import Receipt, Source, Workshop
from toolkit.errors import ToolkitError
from toolkit.i18n import N_, _, ngettext
from toolkit.store import Job, JobState

FAMILIES = {"notes": N_("Round-table notes"), "padlet": "Padlet", "polis": "Polis"}
KINDS = {"docx": "Word", "markdown": "Markdown", "text": N_("text"), "xlsx": "Excel"}


class Question(NamedTuple):
    """A file of which only a person can say what its votes mean."""

    name: str
    paths: tuple[str, ...]


class ImportState(ScreenState):
    """The files of a workshop and what became of their rows."""

    actions: ClassVar[tuple[str, ...]] = ("piece", "import_files", "answer_sign")

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.uploads = Uploads(store.cache_folder(workshop, "incoming"))
        self.uploads.sweep(now=time.time())
        self._arrived: dict[str, Path] = {}
        self._names: dict[int, str] = {}
        self._sources_before: dict[int, int] = {}
        self._questions: dict[int, Question] = {}

    def view(self) -> dict[str, Any]:
        """Return the receipts, newest first, and what may be sent."""
        state = workflow.load_state(self.workshop)
        pairs = zip(state.sources, state.receipts, strict=True)
        receipts = [_receipt(source, receipt) for source, receipt in pairs]
        return {
            "seq": state.seq,
            "receipts": receipts[::-1],
            "questions": [
                {"id": job_id, "name": asked.name} for job_id, asked in self._questions.items()
            ],
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
            self._import([str(path)], name=path.name)
        n = len(paths)
        received = ngettext("{n} file received.", "{n} files received.", n).format(n=n)
        return Reply(notice=received)

    def _import(self, paths: Sequence[str], *, name: str, **answers: str) -> None:
        before = len(workflow.load_state(self.workshop).sources)
        job = self.start("import", {"paths": list(paths), **answers})
        self._names[job.id] = name
        self._sources_before[job.id] = before

    def answer_sign(self, *, question_id: int, vote_sign: str) -> Reply:
        """Import the votes as a person says they are; an empty answer leaves them out."""
        asked = self._questions.pop(question_id, None)
        if asked is None:
            return Reply()
        if vote_sign not in importers.VOTE_SIGNS:
            self._forget(asked.paths)
            return Reply(notice=_("The file was not imported: {name}").format(name=asked.name))
        self._import(asked.paths, name=asked.name, vote_sign=vote_sign)
        return Reply(notice=_("The answer was recorded, and the file is being imported."))

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, jobs = super().signature()
        return ((seq, tuple(self._questions)), jobs)

    def _forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.uploads.forget(Path(path))

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say what came of a file; a file that was here already is said to be so."""
        name = self._names.pop(job.id, "")
        paths = job.payload.get("paths", ())
        if name and job.state is JobState.FAILED and importers.asks_for_sign(job.message):
            self._questions[job.id] = Question(name=name, paths=tuple(paths))
            asks = _("The file waits for your answer below: {name}")
            return "info", asks.format(name=name)
        self._forget(paths)
        before = self._sources_before.pop(job.id, -1)
        if job.kind != "import" or job.state is not JobState.DONE:
            return super().outcome(job)
        if len(workflow.load_state(self.workshop).sources) == before:
            known = _("The file has been imported already, so nothing changed: {name}")
            return "info", known.format(name=name)
        return "info", _("Imported: {name}").format(name=name)


def _together(paths: Sequence[Path], incoming: Path) -> list[Path]:
    """Put the files of one Polis export into one folder; leave the others as they are."""
    sound = [path for path in paths if _opens(path)]
    whole = [path for path in paths if path not in sound]
    for files in importers.group_exports(sound) if sound else ():
        if len(files) == 1:
            whole.append(files[0])
            continue
        folder = incoming / secrets.token_hex(8) / "polis"
        folder.mkdir(parents=True)
        for number, path in enumerate(files):
            taken = (folder / path.name).exists()
            path.replace(folder / (f"{number}-{path.name}" if taken else path.name))
        whole.append(folder)
    return whole


def _opens(path: Path) -> bool:
    """Whether a file can be looked into; one that cannot is refused with a sentence later."""
    try:
        importers.group_exports([path])
    except ToolkitError:
        return False
    return True


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
