"""Workshops taken away for good: what goes, and the receipt that stays."""

from __future__ import annotations

import json
import re
import shutil
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from toolkit import store
from toolkit.domain import EventKind, Workshop
from toolkit.domain.events import HUMAN_DECISIONS
from toolkit.errors import TooEarly
from toolkit.i18n import N_
from toolkit.store import events_in_force, fold, load_events
from toolkit.store.folders import DESCRIPTION
from toolkit.workflow.example import example_folder

RECEIPTS = "poistetut"
"""Folder beside the workshops where the receipts are."""

_TRIES, _PAUSE = 20, 0.1  # seconds
_KEPT_EXPORT = re.compile(r"[0-9a-f]{16}(\.[a-z0-9]{1,5})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How much a workshop holds.

    Attributes
    ----------
    files, notes, votes
        What was imported.
    decisions
        Of people, those that are in force.
    drafts, documents
        Document types that have a draft; files that were written.
    """

    files: int = 0
    notes: int = 0
    votes: int = 0
    decisions: int = 0
    drafts: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """The receipt of a workshop that was deleted; it has none of the words of people.

    Attributes
    ----------
    file
        Name of the receipt.
    removed_at
        ISO 8601, UTC.
    """

    file: str
    id: str
    title: str
    removed_at: str
    removed_by: str
    contents: Contents


def count_contents(workshop: Workshop) -> Contents:
    """Count what is in a workshop."""
    events = load_events(workshop)
    state = fold(events)
    return Contents(
        files=len(state.sources),
        notes=sum(receipt.notes for receipt in state.receipts),
        votes=sum(receipt.votes for receipt in state.receipts),
        decisions=sum(
            event.kind in HUMAN_DECISIONS or event.kind is EventKind.DOCUMENT_SIGNED
            for event in events_in_force(events)
        ),
        drafts=len(state.drafts),
        documents=len(set(state.published)),
    )


def delete_workshop(workshop: Workshop, *, actor: str) -> Removal:
    """Take a workshop away: its folder, its log and its jobs. Only the receipt stays.

    Raises
    ------
    TooEarly
        If the worker has something to do for it.
    """
    check_idle(workshop)
    folder = Path(workshop.folder)
    now = datetime.now(UTC)
    removal = Removal(
        file=f"{now:%Y%m%dT%H%M%SZ}-{workshop.id}.json",
        id=workshop.id,
        title=workshop.title,
        removed_at=now.isoformat(timespec="seconds"),
        removed_by=actor,
        contents=count_contents(workshop),
    )
    text = json.dumps({"schema_version": 1, **asdict(removal)}, ensure_ascii=False, indent=2)
    # One rename takes it off the list: whatever goes wrong later, no half workshop is left there.
    going = folder.with_name(f".{folder.name}-{now:%H%M%S%f}")
    folder.rename(going)
    (going / DESCRIPTION).unlink()
    store.write_bytes(folder.parent / RECEIPTS / removal.file, f"{text}\n".encode())
    store.remove_log(replace(workshop, folder=going))
    _remove(going)
    return removal


def _remove(folder: Path) -> None:
    """Remove a folder, also when a database that somebody had open still writes beside itself."""
    for left in reversed(range(_TRIES)):
        try:
            shutil.rmtree(folder)
        except OSError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def check_idle(workshop: Workshop) -> None:
    """Refuse to go on while the worker has something to do for a workshop.

    Raises
    ------
    TooEarly
        If it has.
    """
    if store.load_open_jobs(workshop):
        msg = N_(
            "The tool is working on this workshop. Wait until it is ready, or open the workshop "
            "and stop the work, then try again."
        )
        raise TooEarly(msg)


def load_removals(root: Path) -> tuple[Removal, ...]:
    """Return the receipts of the workshops deleted from ``root``, the newest first.

    A file that is no receipt is passed over.
    """
    found = []
    for path in sorted((root / RECEIPTS).glob("*.json"), reverse=True):
        try:
            plain = json.loads(path.read_text(encoding="utf-8"))
            plain.pop("schema_version")
            contents = Contents(**plain.pop("contents"))
            found.append(Removal(**{**plain, "file": path.name}, contents=contents))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            continue
    return tuple(found)


def reset_example(workshop: Workshop) -> None:
    """Take away everything done in the example, and bring its files back as they came.

    Raises
    ------
    TooEarly
        If the worker has something to do for it.
    NoSuchThing
        If the toolkit was installed without the example.
    """
    check_idle(workshop)
    folder, source = Path(workshop.folder), example_folder()
    store.remove_log(workshop)
    for name in ("published", ".cache", "masked"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for path in (folder / "exports").iterdir():
        if _KEPT_EXPORT.fullmatch(path.name):  # somebody imported it
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if folder.resolve() != source.resolve():
        names = shutil.ignore_patterns("workshop.db*", "published", ".cache", "masked")
        shutil.copytree(source, folder, ignore=names, dirs_exist_ok=True)
