"""The folder of a workshop: its description, the exports kept byte for byte, caches."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from toolkit.domain import Step, Workshop
from toolkit.errors import BadName, NoSuchThing
from toolkit.i18n import N_

_NAME = re.compile(r"[\w][\w .-]{0,79}")
DESCRIPTION = "workshop.toml"


def slug(text: str) -> str:
    """Return ``text`` as a name for folders and addresses: ``a-z``, ``0-9`` and hyphens.

    >>> slug("Nuorten ilta: äänet kuuluviin!")
    'nuorten-ilta-aanet-kuuluviin'
    """
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def create_workshop(folder: Path, *, title: str, **details: Any) -> Workshop:  # noqa: ANN401
    """Make the folder of a new workshop.

    Parameters
    ----------
    folder
        Must not exist, or be empty.
    details
        Any other field of ``Workshop``.

    Raises
    ------
    BadName
        If the name goes up with ``..``, has other than letters, digits, spaces, dots, hyphens and
        underscores, or is taken; or if the title is empty.
    """
    if ".." in folder.parts or not _NAME.fullmatch(folder.name) or not slug(folder.name):
        msg = N_(
            "A workshop cannot be called this: {name}. Use letters, digits and hyphens, "
            "for example 2026-10-07-nuorten-ilta."
        )
        raise BadName(msg, name=str(folder))
    if not title.strip():
        raise BadName(N_("The workshop has no title. Write a title and try again."))
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        msg = N_("There is something in this folder already: {name}. Choose another name.")
        raise BadName(msg, name=str(folder))
    workshop = Workshop(
        id=details.pop("id", slug(folder.name)), title=title.strip(), folder=folder, **details
    )
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # people's words: nobody else on the machine reads them
    (folder / "exports").mkdir(exist_ok=True)
    save_description(workshop)
    return workshop


def save_description(workshop: Workshop) -> None:
    """Write ``workshop.toml``; empty fields are left out."""
    plain: dict[str, Any] = {}
    for field in fields(workshop):
        value = getattr(workshop, field.name)
        if field.name == "folder" or value in ("", None, ()):
            continue
        if field.name == "next_steps":
            value = [
                {k: v for k, v in (("body", s.body), ("date", s.date), ("role", s.role)) if v}
                for s in value
            ]
        plain[field.name] = list(value) if isinstance(value, tuple) else value
    write_bytes(Path(workshop.folder) / DESCRIPTION, tomli_w.dumps(plain).encode())


def open_workshop(folder: Path | str) -> Workshop:
    """Read the description of a workshop.

    Raises
    ------
    NoSuchThing
        If the folder is no workshop.
    BadName
        If ``workshop.toml`` cannot be understood.
    """
    folder = Path(folder)
    path = folder / DESCRIPTION
    if not path.is_file():
        msg = N_("There is no workshop in this folder: {name}. Make one with: osallisuus new")
        raise NoSuchThing(msg, name=str(folder))
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
        steps = tuple(Step(**step) for step in plain.pop("next_steps", ()))
        plain["questions"] = tuple(plain.get("questions", ()))
        return Workshop(folder=folder.resolve(), next_steps=steps, **plain)
    except (tomllib.TOMLDecodeError, TypeError, UnicodeDecodeError) as error:
        msg = N_("The description of the workshop cannot be read: {name}. Mend this: {reason}")
        raise BadName(msg, name=str(path), reason=str(error)) from error


def list_workshops(root: Path) -> tuple[Workshop, ...]:
    """Return the workshops in the folder ``root``, by folder name; unreadable ones are left out."""
    found = []
    for path in sorted(root.glob(f"*/{DESCRIPTION}")):
        try:
            found.append(open_workshop(path.parent))
        except (BadName, NoSuchThing):
            continue
    return tuple(found)


def digest(path: Path) -> str:
    """Return the sha256 of a file, or of a folder's file names and digests."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    lines = "".join(f"{item.name}\t{digest(item)}\n" for item in _files(path))
    return hashlib.sha256(lines.encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (item for item in sorted(folder.iterdir()) if item.is_file())


def keep_export(workshop: Workshop, path: Path) -> str:
    """Copy an export into the workshop, and return where it is relative to the workshop's folder.

    It is stored under its digest: a name somebody chose is never used as a path. What lies in
    ``exports/`` already stays where it is.
    """
    exports = Path(workshop.folder) / "exports"
    if path.resolve().is_relative_to(exports.resolve()):
        return str(path.resolve().relative_to(Path(workshop.folder).resolve()))
    suffix = path.suffix.lower() if re.fullmatch(r"\.[a-z0-9]{1,5}", path.suffix.lower()) else ""
    target = exports / (digest(path)[:16] + suffix)
    if not target.exists():
        exports.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=exports) as staging:
            copy = Path(staging) / "copy"
            (shutil.copytree if path.is_dir() else shutil.copyfile)(path, copy)
            copy.replace(target)
    return f"exports/{target.name}"


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def cache_folder(workshop: Workshop, *parts: str) -> Path:
    """Return a folder for what can be computed again; it may be deleted at any time."""
    return Path(workshop.folder).joinpath(".cache", *parts)


def today() -> date:
    """Return the date on this machine."""
    return date.today()  # noqa: DTZ011 - the date on the wall, not in UTC
