"""What every importer is: a name, a way to recognise its files and a way to read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.domain import Import
from toolkit.importers.opened import OpenedFile

__all__ = ["Format"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One shape of file that the toolkit reads.

    Attributes
    ----------
    name
        For commands and receipts, such as ``"padlet-csv"``.
    title
        For people; an English message id marked with ``N_``.
    recognises
        Whether the *content* is of this shape; the name of a file proves nothing. No two formats
        recognise one file. May raise ``UnreadableExport`` when the container itself is broken.
    parse
        Reads the file. Raises ``UnreadableExport`` or ``NothingToRead``.
    """

    name: str
    title: str
    recognises: Callable[[OpenedFile], bool]
    parse: Callable[[OpenedFile], Import]
