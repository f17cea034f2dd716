"""A workshop as a whole: its details changed, put away, copied."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from stat import S_IMODE
from typing import Any

from toolkit import store
from toolkit.domain import EventKind, Workshop
from toolkit.errors import BadName, Conflict
from toolkit.i18n import N_
from toolkit.store import append_event
from toolkit.store.folders import DESCRIPTION

_COMPUTED = shutil.ignore_patterns("workshop.db*", ".cache")


def describe_workshop(
    workshop: Workshop,
    *,
    version: str,
    actor: str,
    **details: Any,  # noqa: ANN401
) -> tuple[Workshop, tuple[str, ...]]:
    """Change the details of a workshop, in ``workshop.toml`` and as a line of the log.

    Parameters
    ----------
    version
        ``store.description_version`` of what the person saw.
    details
        Fields of ``Workshop`` that are to be different.

    Returns
    -------
    tuple of Workshop and tuple of str
        The workshop as it is now, and the names of the fields that changed. When none did,
        nothing is written.

    Raises
    ------
    BadName
        If the title is empty.
    Conflict
        If somebody changed the description after ``version``.
    """
    before = store.open_workshop(Path(workshop.folder))
    after = replace(before, **details)
    if not store.slug(after.title):
        raise BadName(N_("The workshop has no title. Write a title and try again."))
    changed = tuple(key for key in details if getattr(before, key) != getattr(after, key))
    if not changed:
        return before, ()
    path = Path(before.folder) / DESCRIPTION
    old = path.read_bytes()
    store.rewrite_description(after, version=version)
    try:
        append_event(after, EventKind.WORKSHOP_DESCRIBED, {"changed": changed}, actor=actor)
    except BaseException:
        store.write_bytes(path, old)
        raise
    return after, changed


def archive_workshop(workshop: Workshop, *, archived: bool, actor: str) -> None:
    """Put a workshop away, or bring it back; the same twice is once."""
    if store.fold(store.load_events(workshop)).is_archived != archived:
        append_event(workshop, EventKind.WORKSHOP_ARCHIVED, {"archived": archived}, actor=actor)


def copy_workshop(workshop: Workshop, folder: Path, *, title: str, actor: str) -> Workshop:
    """Make a workshop with the details, files and log of another, and say so in its log.

    Parameters
    ----------
    folder
        Where; must not exist.
    title
        Of the copy.

    Raises
    ------
    BadName
        If the folder or the title cannot be used, or a shared database has the id already.
    """
    made = store.create_workshop(folder, title=title)
    try:
        _copy_into(workshop, made, actor=actor)
    except Conflict as error:
        shutil.rmtree(made.folder)
        msg = N_("The database already has a workshop of this name: {name}. Choose another name.")
        raise BadName(msg, name=made.id) from error
    except BaseException:
        store.remove_log(made)
        shutil.rmtree(made.folder)
        raise
    return store.open_workshop(folder)


def _copy_into(workshop: Workshop, made: Workshop, *, actor: str) -> None:
    if store.last_seq(made):
        raise Conflict(N_("There is something in this folder already: {name}."), name=made.id)
    source, target = Path(workshop.folder), Path(made.folder)
    rights = target.stat().st_mode
    shutil.copytree(source, target, ignore=_COMPUTED, dirs_exist_ok=True, symlinks=True)
    target.chmod(S_IMODE(rights))  # the tree brings those of the original
    here = replace(workshop, folder=made.folder)
    copy = replace(here, id=made.id, title=made.title)
    store.rewrite_description(copy, version=store.description_version(here))
    seq = store.copy_log(workshop, made)
    payload = {"title": workshop.title, "id": workshop.id}
    append_event(made, EventKind.WORKSHOP_COPIED, payload, actor=actor, expected_seq=seq)
