"""Documents as ODT: LibreOffice makes it of our Word file."""

from __future__ import annotations

from toolkit.errors import Unpublishable
from toolkit.i18n import N_
from toolkit.libreoffice import convert, find_libreoffice
from toolkit.publishing import word
from toolkit.publishing.page import Page

_LONGEST_WAIT = 120  # seconds


def render(page: Page) -> bytes:
    """Return the file.

    Raises
    ------
    Unpublishable
        If LibreOffice is not installed, or does not make the file in two minutes.
    """
    program = find_libreoffice()
    if program is None:
        msg = N_(
            "An ODT file is made with LibreOffice, which is not installed here. Install it, or "
            "write the document as .docx."
        )
        raise Unpublishable(msg)
    made = convert(program, word.render(page), suffix=".docx", to="odt", seconds=_LONGEST_WAIT)
    if made is None:
        msg = N_(
            "LibreOffice did not make an ODT file of the document. Try again, or write it as .docx."
        )
        raise Unpublishable(msg)
    return made
