"""Office files: what is refused before any parser sees it, and what is told of and left unread."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.limits import read_limits
from toolkit.importers.xml_parts import HiddenEntities, Part, look_at

__all__ = ["Package", "inspect"]

_PARTS = (".xml", ".rels")
_WEB_PAGES = (".htm", ".html", ".xhtml", ".mht", ".mhtml")
# A ZIP may hold a name twice, in other capitals, or begin it with a slash; all are looked at.
_MACROS = re.compile(r"(.*/)?vba(project|data)[^/]*|/?(basic|scripts)/.+", re.IGNORECASE)
_OBJECTS = re.compile(r".*/(embeddings|activex)/[^/]+|/?Object \d+/content\.xml", re.IGNORECASE)
_LINKED_BOOKS = re.compile(r".*/externalLinks/[^/]+\.xml", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What an Office file holds beside its words. Nothing of it is ever opened or fetched.

    Attributes
    ----------
    sheets
        The parts that are sheets of a workbook: name → how far they go.
    n_outside
        How many times it points to something outside the file, plain links not counted.
    n_objects
        Files of other programs that stand in it.
    """

    sheets: Mapping[str, Part] = field(default_factory=dict)
    n_outside: int = 0
    n_objects: int = 0


def inspect(archive: zipfile.ZipFile, *, name: str) -> Package:
    """Look at every member of a ZIP that is an Office file; of any other ZIP nothing is said.

    Raises
    ------
    UnreadableExport
        If the file has macros or entities, or is encrypted.
    """
    infos = [info for info in archive.infolist() if not info.is_dir()]
    names = [info.filename for info in infos]
    if not any(key.casefold().endswith(_PARTS) for key in names):
        return Package()
    if any(map(_MACROS.fullmatch, names)) or _declares_macros(archive):
        _refuse_macros(name)
    limits = read_limits()
    parts: dict[str, Part] = {}
    for info in infos:
        if info.filename.casefold().endswith(_WEB_PAGES):
            continue
        try:
            with archive.open(info) as stream:
                parts[info.filename] = look_at(stream, limits)
        except HiddenEntities as error:
            raise UnreadableExport(
                N_(
                    "The file contains definitions that do not belong in Office files: {name}. "
                    "Open it in Office or LibreOffice and save it again."
                ),
                name=name,
            ) from error
    if any(part.is_encrypted for part in parts.values()):
        raise UnreadableExport(
            N_("The file is protected by a password: {name}. Save it without one."), name=name
        )
    return Package(
        sheets={key: part for key, part in parts.items() if part.root == "worksheet"},
        n_outside=sum(part.n_outside for part in parts.values())
        + sum(bool(_LINKED_BOOKS.fullmatch(key)) for key in names),
        n_objects=sum(bool(_OBJECTS.fullmatch(key)) for key in names),
    )


def _declares_macros(archive: zipfile.ZipFile) -> bool:
    """Whether the list of parts says that some of them are macros, whatever they are called."""
    if "[Content_Types].xml" not in archive.namelist():
        return False
    types = archive.read("[Content_Types].xml").lower().replace(b"\0", b"")
    return b"macroenabled" in types or b"vbaproject" in types


def _refuse_macros(name: str) -> NoReturn:
    raise UnreadableExport(
        N_(
            "The file holds macros, which are programs: {name}. Save it as .docx, .xlsx or .odt "
            "without macros."
        ),
        name=name,
    )
