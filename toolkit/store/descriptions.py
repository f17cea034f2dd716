"""``workshop.toml`` written anew, with the comments and the order people gave it."""

from __future__ import annotations

from pathlib import Path

import tomlkit

from toolkit.domain import Workshop
from toolkit.errors import BadName, Conflict
from toolkit.i18n import N_
from toolkit.store.folders import DESCRIPTION, describe, digest, parse_description, write_bytes


def description_version(workshop: Workshop) -> str:
    """Return what changes whenever ``workshop.toml`` does."""
    return digest(Path(workshop.folder) / DESCRIPTION)


def rewrite_description(workshop: Workshop, *, version: str) -> None:
    """Make ``workshop.toml`` say what ``workshop`` says; only the fields that differ are touched.

    Parameters
    ----------
    version
        ``description_version`` of the file that the change is based on.

    Raises
    ------
    Conflict
        If the file has changed since; nothing is written.
    BadName
        If the new description could not be read back; nothing is written.
    """
    path = Path(workshop.folder) / DESCRIPTION
    if description_version(workshop) != version:
        msg = N_(
            "Somebody else changed the details of the workshop first, so nothing was saved. Look "
            "at the details as they are now and try again."
        )
        raise Conflict(msg)
    with path.open(encoding="utf-8-sig", newline="") as file:  # line ends stay as they are
        document = tomlkit.load(file)
    before = describe(parse_description(tomlkit.dumps(document), path=path))
    wanted = describe(workshop)
    for key in before.keys() - wanted.keys():
        document.remove(key)
    for key, value in wanted.items():
        if before.get(key) != value:
            document[key] = value
    text = tomlkit.dumps(document)
    if parse_description(text, path=path) != workshop:
        msg = N_("The details of the workshop could not be written into the file: {name}.")
        raise BadName(msg, name=str(path))
    write_bytes(path, text.encode())
