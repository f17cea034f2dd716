"""Documents of word processors, whichever wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.importers.blocks import TextDocument
from toolkit.importers.documents import read_word
from toolkit.importers.odf import find_kind
from toolkit.importers.odt import read_odt

if TYPE_CHECKING:
    from toolkit.importers.opened import OpenedFile

__all__ = ["read_document"]


def read_document(file: OpenedFile) -> TextDocument:
    """Return what stands in a document of Word or LibreOffice.

    Raises
    ------
    UnreadableExport
        If it is neither, is broken or may not be read safely.
    """
    if find_kind(file) == "text":
        return read_odt(file)
    return read_word(file.data, name=file.name)
