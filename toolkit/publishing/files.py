"""Files of documents: the format goes by the suffix, and a file is either whole or not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from toolkit.domain import Block, Comment, Document, Draft, Review
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.libreoffice import find_libreoffice
from toolkit.publishing import html, odt, pdf, word
from toolkit.publishing.accessible import check_accessible
from toolkit.publishing.page import Page, make_page, make_working_page

FORMATS: Mapping[str, Callable[[Page], bytes]] = {
    ".docx": word.render,
    ".html": html.render,
    ".pdf": pdf.render,
    ".odt": odt.render,
}


def writable_formats() -> tuple[str, ...]:
    """Return the formats that can be written here, such as ``"docx"``: ODT needs LibreOffice."""
    names = (suffix[1:] for suffix in FORMATS)
    return tuple(name for name in names if name != "odt" or find_libreoffice())


def count_pages(document: Draft | Document) -> int:
    """Return how many pages a document has as a PDF, its source appendix left out.

    Of a draft, how many there will be when it is published: the warning of a working copy takes
    no room then.

    Raises
    ------
    Unpublishable
        If the document cannot be set in pages.
    """
    if isinstance(document, Document):
        return pdf.count_body_pages(make_page(document))
    return pdf.count_body_pages(replace(make_working_page(document), is_draft=False))


def publish(document: Document, path: Path) -> Path:
    """Write a reviewed document to ``path``, in the format of its suffix.

    Raises
    ------
    NoSuchThing
        If no format goes by that suffix.
    Unpublishable
        If the document lacks something that makes it readable for everybody, or the program that
        makes the format is not installed.
    """
    render = _renderer(path)
    page = make_page(document)
    check_accessible(page)
    return write_whole(path, render(page))


def publish_working_copy(
    draft: Draft,
    path: Path,
    *,
    reviews: Iterable[Review] = (),
    comments: Iterable[Comment] = (),
    annex: Iterable[Block] = (),
    face: str = "",
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> Path:
    """Write a draft as it stands, marked as a draft on every page.

    Parameters
    ----------
    reviews
        Decisions made so far: edits are shown, rejected blocks left out.
    comments
        Shown beside their blocks where the format can; those of blocks no longer there are not.
    annex
        Blocks after those of the draft, such as the report of the verification.
    face
        What the copy says of itself; by default that no one has read it yet.
    changes
        Block id → the words people decided on, and the words the tool offers in their place. In
        Word they are tracked changes by *Luonnostelija*.

    Raises
    ------
    NoSuchThing
        If no format goes by that suffix.
    Unpublishable
        If the program that makes the format is not installed.
    """
    render = _renderer(path)
    page = make_working_page(
        draft, reviews=reviews, comments=comments, annex=annex, face=face, changes=changes
    )
    return write_whole(path, render(page))


def _renderer(path: Path) -> Callable[[Page], bytes]:
    render = FORMATS.get(path.suffix.lower())
    if render is None:
        raise NoSuchThing(
            N_("Documents are not written in this format: “{suffix}”. Choose from: {known}."),
            suffix=path.suffix,
            known=", ".join(FORMATS),
        )
    return render


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all, with the rights of any new file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A temporary file is private; a published one has the rights of any new file.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
