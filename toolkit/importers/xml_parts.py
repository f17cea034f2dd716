"""One XML part of an Office file, looked at as a stream before any parser builds it in memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from toolkit.importers.limits import Limits

__all__ = ["HiddenEntities", "Part", "look_at"]

_PIECE = 2**16
_CELL = re.compile(r"([A-Z]{1,7})(\d{1,10})")
_READ_WHOLE = frozenset(("worksheet", "Relationships", "manifest"))
"""Roots of the parts of which more than the root is looked at."""
_ENCODINGS = {
    expat.errors.codes[said]
    for said in (expat.errors.XML_ERROR_UNKNOWN_ENCODING, expat.errors.XML_ERROR_INCORRECT_ENCODING)
}


class HiddenEntities(ValueError):
    """A part declares a document type or is in a code that hides whether it does."""


class _SeenEnough(Exception):
    """The root is known, and nothing below it matters."""


@dataclass(slots=True, kw_only=True)
class Part:
    """What a stream of XML shows.

    Attributes
    ----------
    root
        Name of the outermost element without prefix; empty when the part is no XML.
    last_row, last_column
        Of a sheet: the furthest cell within the limits, counted from 1; 0 when there is none.
    is_cut
        Of a sheet: whether cells lie beyond the limits.
    n_formulas
        Of a sheet: cells with a formula.
    has_errors
        Of a sheet: whether a cell says that its value could not be calculated.
    hides
        Of a sheet: whether any row or column is hidden.
    n_outside
        Of relations: targets outside the file, links that people click left out.
    is_encrypted
        Of a manifest: whether it says how something is encrypted.
    """

    root: str = ""
    last_row: int = 0
    last_column: int = 0
    is_cut: bool = False
    n_formulas: int = 0
    has_errors: bool = False
    hides: bool = False
    n_outside: int = 0
    is_encrypted: bool = False


def look_at(stream: IO[bytes], limits: Limits) -> Part:
    """Read a part piece by piece, as far as it matters; nothing is kept but counts.

    What is broken is left to the parser that reads it.

    Raises
    ------
    HiddenEntities
        If the part has a document type, which alone can define entities, or a code in which it
        could hide one. Office files have neither.
    """
    part = Part()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _Watcher(part, limits).start
    try:
        while piece := stream.read(_PIECE):
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes no keyword
    except _SeenEnough:
        pass
    except expat.ExpatError as error:
        if error.code in _ENCODINGS:
            raise HiddenEntities(str(error)) from error
    except (LookupError, ValueError) as error:  # so does a code that Python cannot tell of
        raise HiddenEntities(str(error)) from error
    return part


def _refuse(*_declared: object) -> None:
    raise HiddenEntities("a document type")


class _Watcher:
    """Takes the beginnings of elements and counts."""

    def __init__(self, part: Part, limits: Limits) -> None:
        self._part = part
        self._limits = limits
        self._row = self._column = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        part = self._part
        if not part.root:
            part.root = name
            if name not in _READ_WHOLE:
                raise _SeenEnough
        elif name == "c":
            self._cell(attributes.get("r", ""))
            part.has_errors |= attributes.get("t") == "e"
        elif name == "row":
            said = attributes.get("r", "")
            self._row = int(said) if said.isdecimal() and len(said) < 11 else self._row + 1
            self._column = 0
            part.hides |= _is_on(attributes.get("hidden"))
        elif name == "f":
            part.n_formulas += 1
        elif name == "col":
            part.hides |= _is_on(attributes.get("hidden"))
        elif name == "Relationship":
            is_link = attributes.get("Type", "").endswith("/hyperlink")
            part.n_outside += attributes.get("TargetMode") == "External" and not is_link
        elif name == "encryption-data":
            part.is_encrypted = True

    def _cell(self, said: str) -> None:
        part = self._part
        row, self._column = self._row, self._column + 1
        if found := _CELL.fullmatch(said):
            row = int(found[2])
            self._column = 0
            for letter in found[1]:
                self._column = self._column * 26 + ord(letter) - 64
        if row > self._limits.rows or self._column > self._limits.columns:
            part.is_cut = True
            return
        part.last_row = max(part.last_row, row)
        part.last_column = max(part.last_column, self._column)


def _is_on(said: str | None) -> bool:
    return said in {"1", "true", "on"}
