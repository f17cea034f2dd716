"""The folder of a workshop: its description, the exports kept byte for byte, caches."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from toolkit.codec import from_plain
from toolkit.domain import Workshop
from toolkit.errors import BadName, NoSuchThing, ToolkitError
from toolkit.i18n import N_
from toolkit.text import slug

_NAME = re.compile(r"[\w][\w .-]{0,79}")
DESCRIPTION = "workshop.toml"


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
    # People's words: nobody else on the machine reads them, and the group only if it was let in.
    kept = folder.stat().st_mode & stat.S_ISGID  # what is made here belongs to the folder's group
    folder.chmod(kept | (0o700 if _umask() & 0o020 else 0o770))
    (folder / "exports").mkdir(exist_ok=True)
    save_description(workshop)
    return workshop


def remove_workshop(workshop: Workshop) -> None:
    """Take back ``create_workshop``, while nothing has been put into the folder."""
    folder = Path(workshop.folder)
    (folder / DESCRIPTION).unlink(missing_ok=True)
    for path in (*folder.glob("workshop.db*"), folder / "exports", folder):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()


def save_description(workshop: Workshop) -> None:
    """Write ``workshop.toml``; empty fields are left out."""
    write_bytes(Path(workshop.folder) / DESCRIPTION, tomli_w.dumps(describe(workshop)).encode())


def describe(workshop: Workshop) -> dict[str, Any]:
    """Return what ``workshop.toml`` says of a workshop; empty fields are left out."""
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
    return plain


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
        return parse_description(path.read_text(encoding="utf-8-sig"), path=path)
    except (UnicodeDecodeError, OSError) as error:
        raise _unreadable(path, str(error)) from error


def parse_description(text: str, *, path: Path) -> Workshop:
    """Return the workshop that the text of the file ``path`` describes.

    Raises
    ------
    BadName
        If it cannot be understood.
    """
    try:
        plain = tomllib.loads(text)
        unknown = sorted(plain.keys() - {field.name for field in fields(Workshop)})
        if unknown:
            raise _unreadable(path, f"? {', '.join(unknown)}")
        if slug(str(plain.get("id", ""))) != plain.get("id"):
            raise _unreadable(path, f"id: {plain.get('id')}")
        return from_plain(Workshop, {**plain, "folder": path.parent.resolve()})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _unreadable(path, f"{place}: {first['msg']}") from error
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, str(error)) from error


def _unreadable(path: Path, reason: str) -> BadName:
    msg = N_("The description of the workshop cannot be read: {name}. Mend this: {reason}")
    return BadName(msg, name=str(path), reason=reason)


def list_workshops(root: Path) -> tuple[Workshop, ...]:
    """Return the workshops in the folder ``root``, by folder name; unreadable ones are left out."""
    return tuple(found for _folder, found in _open_all(root) if isinstance(found, Workshop))


def list_unreadable(root: Path) -> tuple[tuple[Path, ToolkitError], ...]:
    """Return the folders in ``root`` whose description cannot be read, each with the reason."""
    return tuple((f, found) for f, found in _open_all(root) if isinstance(found, ToolkitError))


def _open_all(root: Path) -> Iterator[tuple[Path, Workshop | ToolkitError]]:
    for path in sorted(root.glob(f"*/{DESCRIPTION}")):
        try:
            yield path.parent, open_workshop(path.parent)
        except (BadName, NoSuchThing) as error:
            yield path.parent, error


def digest(path: Path) -> str:
    """Return the sha256 of a file, or of the names and digests of a folder's export files."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    lines = "".join(f"{item.name}\t{digest(item)}\n" for item in export_files(path))
    return hashlib.sha256(lines.encode()).hexdigest()


def export_files(folder: Path) -> tuple[Path, ...]:
    """Return the files that make an export in a folder: its own CSVs, no links, nothing hidden."""
    return tuple(
        item
        for item in sorted(folder.iterdir())
        if item.suffix.lower() == ".csv"
        and item.is_file()
        and not item.is_symlink()
        and not item.name.startswith(".")
    )


def keep_export(workshop: Workshop, copy: Path, *, original: Path) -> str:
    """Move an export into the workshop, and return where it is relative to the workshop's folder.

    It is stored under its digest: a name somebody chose is never used as a path. What lies in
    ``exports/`` already stays where it is.

    Parameters
    ----------
    copy
        A file, or a folder of CSVs, that nobody else uses.
    original
        Where it was copied from.
    """
    exports = Path(workshop.folder) / "exports"
    if original.resolve().is_relative_to(exports.resolve()):
        return original.resolve().relative_to(Path(workshop.folder).resolve()).as_posix()
    suffix = copy.suffix.lower() if re.fullmatch(r"\.[a-z0-9]{1,5}", copy.suffix.lower()) else ""
    target = exports / (digest(copy)[:16] + (suffix if copy.is_file() else ""))
    if not target.exists():
        exports.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=exports) as staging:
            inside = Path(staging) / "export"  # on the same disk: the last step is one rename
            # Copied and not moved: a file that moves keeps the group of where it was.
            if copy.is_dir():
                shutil.copytree(copy, inside, copy_function=shutil.copyfile)
            else:
                shutil.copyfile(copy, inside)
            inside.replace(target)
    return f"exports/{target.name}"


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the rights of any new file: its folder is private."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).chmod(0o660 & ~_umask())
    Path(file.name).replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def cache_folder(workshop: Workshop, *parts: str) -> Path:
    """Return a folder for what can be computed again; it may be deleted at any time."""
    return Path(workshop.folder).joinpath(".cache", *parts)


def today() -> date:
    """Return the date on this machine."""
    return date.today()  # noqa: DTZ011 - the date on the wall, not in UTC
