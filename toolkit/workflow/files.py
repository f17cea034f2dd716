"""The files that documents become."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from toolkit import publishing, store
from toolkit.domain import Document, Draft, EventKind, Workshop
from toolkit.i18n import _, in_language
from toolkit.publishing.page import Page
from toolkit.store import append_event
from toolkit.workflow.documents import CheckedDraft, load_checked, load_document
from toolkit.workflow.present import Present, load_present
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.reports import make_report
from toolkit.workflow.reviewing import load_draft
from toolkit.workflow.sent_copies import remember_copy
from toolkit.workflow.signatures import load_signed, with_signatures


def publish_document(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    format: str,  # noqa: A002
    language: str = "",
    working_copy: bool = False,
    signed: bool = False,
    measure: bool = False,
    path: Path | None = None,
    actor: str,
    progress: Progress = no_progress,
) -> Path:
    """Write a document to a file: the reviewed one, or a working copy that says LUONNOS.

    In a Word working copy, what the tool would write in place of words that people have decided on
    is a tracked change. Once a document has been sent out for comments, no file of other words is
    written over: the new one gets a number.

    Parameters
    ----------
    signed
        Write the version that was signed last, whatever has changed since.
    measure
        Whether the report at the end of a working copy also tells how much of the material the
        draft covers, which may load the language model.

    Raises
    ------
    TooEarly
        If ``signed`` and nobody has signed the document in that language.
    UnreviewedDraft
        If ``working_copy`` is not asked for and the document is not ready; see ``load_document``.
    Cancelled
        If ``progress`` raises it; then there is no new file.
    """
    seq = store.last_seq(workshop)
    present = load_present(workshop)
    text = _find_text(present, type=type, language=language, signed=signed and not working_copy)
    named = path or _file(present, text, format=format, working_copy=working_copy)
    was_sent = path is None and type in present.state.hearings
    path = named.with_stem(f".{named.stem}")
    sent = None
    progress(0.1, _("Writing the file"))
    if working_copy:
        checked, frame = _working_copy(present, text, measure=measure)
        publishing.publish_working_copy(checked.draft, path, **frame)
        sent = remember_copy(workshop, checked.draft, path)
    else:
        publishing.publish(_finished(present, text), path)
    try:
        progress(0.9, _("Writing the file"))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    path = _put_beside(path, named) if was_sent else path.replace(named)
    payload = {
        "type": type,
        "language": text.language,
        "format": format,
        "file": path.name,
        "sha256": store.digest(path),
        "based_on": seq,
        "working_copy": working_copy,
        "signed": signed and not working_copy,
        "sent": sent and store.to_plain(sent),
    }
    append_event(workshop, EventKind.DOCUMENT_PUBLISHED, payload, actor=actor)
    return path


def make_publishable(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    language: str = "",
    working_copy: bool = False,
    signed: bool = False,
) -> Page:
    """Return what ``publish_document`` writes, for showing it without writing a file; see there."""
    present = load_present(workshop)
    text = _find_text(present, type=type, language=language, signed=signed and not working_copy)
    if working_copy:
        checked, frame = _working_copy(present, text)
        return publishing.make_working_page(checked.draft, **frame)
    return publishing.make_page(_finished(present, text))


def _find_text(
    present: Present,
    *,
    type: str,  # noqa: A002
    language: str,
    signed: bool,
) -> Draft | Document:
    if signed:
        return load_signed(present.workshop, type=type, language=language)
    return load_draft(present.workshop, type=type, language=language, state=present.state)


def _working_copy(
    present: Present, text: Draft | Document, *, measure: bool = False
) -> tuple[CheckedDraft, dict[str, Any]]:
    """Return a draft as people have left it so far, and what a working copy shows round it."""
    with in_language(text.language):  # the remarks are read in the document
        checked = load_checked(present, type=text.type, language=text.language)
        report = make_report(present.workshop, checked, measure=measure)
    return checked, {
        "comments": present.state.comments.get(text.type, ()),
        "annex": report.blocks,
        "face": report.face,
        "changes": {one.block_id: (one.before, one.after) for one in checked.merged.offers},
    }


def _finished(present: Present, text: Draft | Document) -> Document:
    if isinstance(text, Document):
        return text
    document = load_document(present.workshop, type=text.type, language=text.language)
    return with_signatures(document, present.state)


def _file(
    present: Present,
    text: Draft | Document,
    *,
    format: str,  # noqa: A002
    working_copy: bool,
) -> Path:
    own = "" if text.language == present.workshop.language else f"-{text.language}"
    stem = f"{text.type}{own}" + ("-luonnos" if working_copy else "")
    return Path(present.workshop.folder) / "published" / f"{stem}.{format}"


def _put_beside(written: Path, path: Path) -> Path:
    """Give a file the name ``path``, or one with a number while other words have that name."""
    wanted, number = path, 1
    while wanted.exists() and store.digest(wanted) != store.digest(written):
        number += 1
        wanted = path.with_stem(f"{path.stem}-{number}")
    return written.replace(wanted)
