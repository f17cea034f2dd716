"""Documents as PDF: for the archive (PDF/A-2a) and for everybody (PDF/UA-1) in one file."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.errors import Unpublishable
from toolkit.i18n import N_
from toolkit.publishing.fonts import load_fonts
from toolkit.publishing.page import Page
from toolkit.publishing.pdf_data import page_data

# PDF/A asks for a date. Always the same one: the same document is the same file.
_DATE = 946_684_800  # 1 January 2000, in seconds

_PPI = 110  # sharp enough to read at twice the width of a screen's column


def render(page: Page) -> bytes:
    """Return the file, byte for byte the same for the same page.

    What a note says is never markup. A sign that the font does not have, such as an emoji, is
    shown by its name in brackets.

    Raises
    ------
    Unpublishable
        If the document cannot be made accessible as it is.
    """
    import typst

    made: bytes
    try:
        made, warnings = typst.compile_with_warnings(
            _template(),
            **_settings(page),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"],
            timestamp=_DATE,
        )
    except typst.TypstError as problem:
        raise _unpublishable(problem.message) from problem
    if warnings:
        raise _unpublishable(warnings[0].message)
    return made


def draw_pages(page: Page) -> tuple[bytes, ...]:
    """Return the sheets of the PDF as pictures (PNG, 110 pixels an inch), in order.

    Raises
    ------
    Unpublishable
        If the document cannot be set in pages.
    """
    import typst

    try:
        made = typst.compile(_template(), **_settings(page), format="png", ppi=_PPI)
    except typst.TypstError as problem:
        raise _unpublishable(problem.message) from problem
    return tuple(made) if isinstance(made, list) else (made,)


def count_body_pages(page: Page) -> int:
    """Return how many pages the document has before its source appendix.

    Raises
    ------
    Unpublishable
        If the document cannot be set in pages.
    """
    import typst

    settings = _settings(page)
    try:
        found = typst.query(_template(), "<end-of-body>", field="value", one=True, **settings)
    except typst.TypstError as problem:
        raise _unpublishable(problem.message) from problem
    return int(found)


def _settings(page: Page) -> dict[str, Any]:
    return {
        "sys_inputs": {"page": json.dumps(page_data(page), ensure_ascii=False)},
        "font_paths": load_fonts(),
        "ignore_system_fonts": True,
    }


def _unpublishable(problem: str) -> Unpublishable:
    return Unpublishable(N_("The document cannot be written as a PDF: {problem}"), problem=problem)


@cache
def _template() -> bytes:
    path = files("toolkit") / "resources" / "style" / "document.typ"
    return path.read_bytes()
