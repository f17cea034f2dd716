"""Originals deleted for good: the workshop goes on from what was read of them, masked."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit import store
from toolkit.domain import EventKind, Source, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.workflow.personal_data import review_personal_data
from toolkit.workflow.present import load_state, read_kept
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.removal import check_idle


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was deleted, or would be.

    Attributes
    ----------
    sources
        The exports whose originals went.
    waiting
        Names of files that waited to be imported, and went too.
    left
        Files of ``exports/`` that were never imported, and stay.
    """

    sources: tuple[Source, ...]
    waiting: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def foresee_forgetting(workshop: Workshop, names: Sequence[str] = ()) -> Forgotten:
    """Tell what ``forget_originals`` would delete; nothing is.

    Raises
    ------
    NoSuchThing
        If there is no export of such a name.
    """
    sources = load_state(workshop).sources
    chosen = _choose(sources, names)
    files = {source.file for source in chosen if _original(workshop, source).exists()}
    going = tuple(source for source in sources if source.file in files)
    known = {source.file for source in sources}
    return Forgotten(
        sources=going,
        waiting=() if names else _waiting(workshop),
        left=tuple(
            path.name
            for path in sorted((Path(workshop.folder) / "exports").glob("*"))
            if f"exports/{path.name}" not in known
        ),
    )


def _original(workshop: Workshop, source: Source) -> Path:
    """Return where an original is; whatever the log says, nothing else is ever deleted."""
    return Path(workshop.folder) / "exports" / Path(source.file).name


def _choose(sources: Sequence[Source], names: Sequence[str]) -> tuple[Source, ...]:
    for name in names:
        if not any(name in {source.id, source.name} for source in sources):
            raise NoSuchThing(
                N_("There is no export called “{name}” in the workshop. It has: {names}."),
                name=name,
                names=", ".join(source.name for source in sources) or "–",
            )
    return tuple(one for one in sources if not names or {one.id, one.name} & set(names))


def _waiting(workshop: Workshop) -> tuple[str, ...]:
    exports = store.cache_folder(workshop, "waiting").glob("*/export/*")
    return tuple(sorted(path.name for path in exports))


def forget_originals(
    workshop: Workshop,
    names: Sequence[str] = (),
    *,
    actor: str,
    progress: Progress = no_progress,
) -> Forgotten:
    """Delete the originals of exports and everything that was computed from their words.

    What was read of them stays, masked as people decided, in ``masked/``; so notes, citations and
    documents stay as they are, and a newer export of the same board still finds its notes. What
    was begun and not finished may be done again.

    Parameters
    ----------
    names
        Of exports, or their ids; by default all, and the files that wait to be imported as well.

    Raises
    ------
    NoSuchThing
        If there is no export of such a name, or an original is missing or has been changed.
    TooEarly
        If the worker has something to do for the workshop.
    """
    check_idle(workshop)
    going = foresee_forgetting(workshop, names)
    for number, source in enumerate(going.sources):
        progress(number / (len(going.sources) + 1), _("Reading: {name}").format(name=source.name))
        if not store.has_masked(workshop, source.id):
            kept = review_personal_data(read_kept(workshop, source), source.redactions)
            store.save_masked(workshop, source, kept)
    _save_lost(workshop)
    ids = [source.id for source in going.sources]
    if ids:
        payload = {"source_ids": ids}
        store.append_event(workshop, EventKind.ORIGINALS_FORGOTTEN, payload, actor=actor)
    for source in going.sources:
        _delete(_original(workshop, source))
    clear_cache(workshop, sources=going.sources, everything=not names)
    return going


def _save_lost(workshop: Workshop) -> None:
    """Keep what the cache alone still has: of originals that somebody took away by hand."""
    for source in load_state(workshop).sources:
        cached = store.load_import(workshop, source)
        is_lost = not _original(workshop, source).exists()
        if is_lost and cached is not None and not store.has_masked(workshop, source.id):
            store.save_masked(workshop, source, cached)


def clear_cache(
    workshop: Workshop, *, sources: Sequence[Source] = (), everything: bool = False
) -> None:
    """Delete what can be computed again; files that wait only if they are the same, or all go."""
    digests = {source.sha256[:16] for source in sources}
    for path in store.cache_folder(workshop).glob("*"):
        if path.name == "waiting" and not everything:
            for waiting in path.glob("*"):
                if waiting.name in digests:
                    _delete(waiting)
        elif path.name != "incoming" or everything:
            _delete(path)


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
