"""The invented example workshop, walked through from its exports to working copies."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import toolkit
from toolkit import store
from toolkit.domain import EventKind, Receipt, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.store import MACHINE
from toolkit.workflow.analysis import update_themes
from toolkit.workflow.documents import update_draft
from toolkit.workflow.example_records import record_hearing, record_proposals
from toolkit.workflow.files import publish_document
from toolkit.workflow.imports import import_exports
from toolkit.workflow.opinions import update_opinions
from toolkit.workflow.present import load_state
from toolkit.workflow.progress import Progress, no_progress

DOCUMENTS = (
    "julkilausuma",  # its comment round goes into others
    "tyopajan-yhteenveto",
    "koonti",
    "polis-kooste",
    "paattajan-tiivistelma",
    "osallisuusohjelma",
    "lausuntoyhteenveto",
    "palaute",
)
FORMATS = ("docx", "html", "pdf")
_PERSON = "Esimerkki"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the demonstration read and wrote."""

    workshop: Workshop
    receipts: tuple[Receipt, ...]
    files: tuple[Path, ...]
    seconds: float


def example_folder() -> Path:
    """Return the folder of the example workshop.

    Raises
    ------
    NoSuchThing
        If the toolkit was installed without its repository.
    """
    for root in (Path(toolkit.__file__).parents[1], Path.cwd()):
        folder = root / "workshops" / "esimerkki"
        if (folder / "workshop.toml").is_file():
            return folder
    msg = N_("The example workshop is not here. Run the command in the project's own folder.")
    raise NoSuchThing(msg)


def run_demo(out: Path | None = None, *, progress: Progress = no_progress) -> Demo:
    """Walk the example from its exports to a working copy of every document.

    Parameters
    ----------
    out
        Where to make the workshop; in the example's own folder by default. What people decided
        there earlier stays, and files of the same material are not written again.
    """
    start = time.perf_counter()
    folder = out or example_folder()
    if out is not None and not (out / "workshop.toml").exists():
        names = shutil.ignore_patterns("workshop.db*", "published", ".cache")
        shutil.copytree(example_folder(), out, ignore=names, dirs_exist_ok=True)
    workshop = store.open_workshop(folder)
    paths = sorted(path for path in (folder / "exports").iterdir() if path.name[0] != ".")
    import_exports(workshop, paths, actor=MACHINE, progress=lambda x, t: progress(0.1 * x, t))
    update_themes(workshop, progress=lambda share, text: progress(0.1 + 0.6 * share, text))
    update_opinions(workshop, progress=lambda share, text: progress(0.7 + 0.1 * share, text))
    record_proposals(workshop, actor=_PERSON)
    for number, name in enumerate(DOCUMENTS):
        progress(0.8 + 0.01 * number, _("Writing the draft"))
        update_draft(workshop, type=name)
        record_hearing(workshop, actor=_PERSON)
    files = []
    for number, name in enumerate(DOCUMENTS):
        progress(0.88 + 0.015 * number, _("Writing the files"))
        files += [_write(workshop, name, kind) for kind in FORMATS]
    return Demo(
        workshop=workshop,
        receipts=load_state(workshop).receipts,
        files=tuple(files),
        seconds=time.perf_counter() - start,
    )


def _write(workshop: Workshop, name: str, kind: str) -> Path:
    """Write a working copy, unless the one there is was written of the same material."""
    for event in reversed(store.load_events(workshop)):
        if event.kind is not EventKind.DOCUMENT_PUBLISHED:
            break
        path = Path(workshop.folder, "published", str(event.payload["file"]))
        said = [event.payload[key] for key in ("type", "format", "working_copy")]
        if said == [name, kind, True] and path.exists():
            return path
    return publish_document(
        workshop, type=name, format=kind, working_copy=True, measure=True, actor=MACHINE
    )
