"""What is published beside a document: tables, a project for analysts, a package for archives."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from toolkit import publishing, store
from toolkit.domain import Document, Draft, EventKind, Workshop
from toolkit.errors import UnreviewedDraft
from toolkit.i18n import N_, _, in_language
from toolkit.kinds import kind_name
from toolkit.publishing import DataSet
from toolkit.store import append_event
from toolkit.workflow.annexes import annex_files, archive_record
from toolkit.workflow.documents import load_document, load_working_copy
from toolkit.workflow.present import Present, load_present, load_state, load_votes
from toolkit.workflow.signatures import load_signed, with_signatures

_SUFFIXES = {"csv": ".csv", "xlsx": ".xlsx", "qdpx": ".qdpx", "archive": ".zip"}
DATA_FORMATS = tuple(_SUFFIXES)
"""What is written beside documents: ``"csv"``, ``"xlsx"``, ``"qdpx"`` and ``"archive"``."""

_HOW_MADE = N_(
    "What is certainly personal data has been masked, and small groups are not named. The machine "
    "suggested themes and kinds of notes; the coder of each coding tells whether people decided it."
)


class PublishedData(NamedTuple):
    """A file that was written, and whether its citations are those of a draft."""

    path: Path
    working_copy: bool


def data_suffix(format: str) -> str:  # noqa: A002 - the word of the command line
    """Return how the name of a file of this format ends."""
    return _SUFFIXES[format]


def publish_data(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    format: str,  # noqa: A002
    language: str = "",
    working_copy: bool = False,
    signed: bool = False,
    path: Path | None = None,
    actor: str,
) -> PublishedData:
    """Write what belongs to a document in one of ``DATA_FORMATS``.

    Tables and projects can be had before the document is accepted; their citations are then those
    of the working copy, and the name and the headings say so. What people wrote goes out masked as
    in the source appendix.

    Raises
    ------
    TooEarly
        If there is no draft.
    UnreviewedDraft
        If an archive is asked for, no working copy, and the document is not ready.
    """
    seq = store.last_seq(workshop)
    text = _find_text(
        workshop, type, format, language=language, working_copy=working_copy, signed=signed
    )
    render = {"csv": _csv, "xlsx": _xlsx, "qdpx": _qdpx, "archive": _archive}[format]
    with in_language(text.language):
        content = render(load_present(workshop), text)
    draft = isinstance(text, Draft)
    own = "" if text.language == workshop.language else f"-{text.language}"
    name = f"{type}{own}" + ("-luonnos" if draft else "") + _SUFFIXES[format]
    path = publishing.write_whole(path or Path(workshop.folder) / "published" / name, content)
    payload = {
        "type": type,
        "language": text.language,
        "format": format,
        "file": path.name,
        "sha256": store.digest(path),
        "based_on": seq,
        "working_copy": draft,
    }
    append_event(workshop, EventKind.DOCUMENT_PUBLISHED, payload, actor=actor)
    return PublishedData(path, draft)


def _find_text(
    workshop: Workshop,
    type: str,  # noqa: A002
    format: str,  # noqa: A002
    *,
    language: str,
    working_copy: bool,
    signed: bool,
) -> Draft | Document:
    if working_copy:
        return load_working_copy(workshop, type=type, language=language)
    if signed:
        return load_signed(workshop, type=type, language=language)
    try:
        document = load_document(workshop, type=type, language=language)
        return with_signatures(document, load_state(workshop))
    except UnreviewedDraft:
        if format == "archive":
            raise
        return load_working_copy(workshop, type=type, language=language)


def _data(present: Present, text: Draft | Document) -> DataSet:
    state = present.state
    found = load_votes(present.workshop, state=state)
    return publishing.collect_data(
        language=text.language,
        is_draft=isinstance(text, Draft),
        sources=state.sources,
        notes=present.notes,
        themes=present.themes,
        blocks=text.blocks,
        set_aside=present.set_aside,
        kinds={note_id: kind_name(kind) for note_id, kind in state.kinds.items()},
        decided_kinds=state.decided_kinds,
        statements=found[0].statements if found else (),
        results=state.opinion_groups.statements if state.opinion_groups else (),
    )


def _csv(present: Present, text: Draft | Document) -> bytes:
    return publishing.render_csv(_data(present, text))


def _xlsx(present: Present, text: Draft | Document) -> bytes:
    return publishing.render_xlsx(_data(present, text))


def _qdpx(present: Present, text: Draft | Document) -> bytes:
    workshop = present.workshop
    events = store.load_events(workshop)
    changes = [event for event in events if event.kind is not EventKind.DOCUMENT_PUBLISHED]
    return publishing.render_qdpx(
        _data(present, text),
        key=workshop.id,
        name=workshop.title,
        about=_about(workshop),
        made_at=events[0].at,
        changed_at=changes[-1].at if changes else events[0].at,
    )


def _archive(present: Present, text: Draft | Document) -> bytes:
    data = _data(present, text)
    return publishing.render_archive(
        f"{present.workshop.id}-{text.type}",
        annex_files(present, text, data),
        record=archive_record(present, text, data),
    )


def _about(workshop: Workshop) -> str:
    told = (
        (_("Organiser"), workshop.organiser),
        (_("Date"), workshop.date.isoformat() if workshop.date else ""),
        (_("Place"), workshop.place),
        (_("Background"), workshop.phenomenon),
        (_("Goal"), workshop.goal),
        (_("Questions"), " ".join(workshop.questions)),
    )
    lines = [f"{label}: {value}" for label, value in told if value]
    return "\n".join([workshop.title, *lines, _(_HOW_MADE)])
