"""The files that documents become."""

from __future__ import annotations

from pathlib import Path

from toolkit import publishing, store
from toolkit.domain import Document, Draft, EventKind, Workshop
from toolkit.i18n import in_language
from toolkit.store import append_event
from toolkit.workflow.documents import load_checked, load_document
from toolkit.workflow.present import Present, load_present
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
    """
    seq = store.last_seq(workshop)
    present = load_present(workshop)
    text: Draft | Document
    if signed and not working_copy:
        text = load_signed(workshop, type=type, language=language)
    else:
        text = load_draft(workshop, type=type, language=language, state=present.state)
    named = path or _file(present, text, format=format, working_copy=working_copy)
    was_sent = path is None and type in present.state.hearings
    path = named.with_stem(f".{named.stem}") if was_sent else named
    sent = None
    if working_copy:
        with in_language(text.language):  # the remarks are read in the document
            checked = load_checked(present, type=type, language=text.language)
            report = make_report(workshop, checked, measure=measure)
        publishing.publish_working_copy(
            checked.draft,
            path,
            comments=present.state.comments.get(type, ()),
            annex=report.blocks,
            face=report.face,
            changes={one.block_id: (one.before, one.after) for one in checked.merged.offers},
        )
        sent = remember_copy(workshop, checked.draft, path)
    elif isinstance(text, Document):
        publishing.publish(text, path)
    else:
        document = load_document(workshop, type=type, language=text.language)
        publishing.publish(with_signatures(document, present.state), path)
    if was_sent:
        path = _put_beside(path, named)
    payload = {
        "type": type,
        "language": text.language,
        "format": format,
        "file": path.name,
        "sha256": store.digest(path),
        "based_on": seq,
        "working_copy": working_copy,
        "sent": sent and store.to_plain(sent),
    }
    append_event(workshop, EventKind.DOCUMENT_PUBLISHED, payload, actor=actor)
    return path


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
