"""Publication: the files of a document, what blocks the finished one, what it looks like."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypedDict

from toolkit import publishing, store, workflow
from toolkit.apps.frame import address
from toolkit.apps.publish_view import (
    COPY,
    FINAL,
    SIGNED,
    VERSIONS,
    blockers_view,
    data_view,
    files_view,
    formats_view,
    signatures_view,
)
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import DocumentState, known_types
from toolkit.domain import EventKind, Workshop
from toolkit.errors import NoSuchThing, UnreviewedDraft
from toolkit.i18n import N_, _
from toolkit.store import Job, JobState

VERSION = "versio"
"""What the address calls the version of the document."""

_SLOW = {"odt"}
"""Formats that another program makes: the worker waits for it, and people can stop it."""


class PublishState(DocumentState):
    """One document of a workshop on its way to its readers."""

    actions: ClassVar[tuple[str, ...]] = (
        "choose",
        "choose_version",
        "write",
        "write_data",
        "fetch",
        "preview",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.version = ""
        self._pages: tuple[bytes, ...] = ()
        self._pages_of: tuple[object, ...] = ()
        self._asked: set[int] = set()
        self._arrived = ""

    @property
    def place(self) -> dict[str, str]:
        """The document, and the version that has been chosen."""
        return {**super().place, VERSION: self.version}

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to the document and the version that the address names."""
        super().go_to(place)
        if place.get(VERSION) in VERSIONS:
            self.version = place[VERSION]

    def choose_version(self, *, version: str) -> Reply:
        """Turn to the working copy, the finished document or the signed version."""
        if version not in VERSIONS:
            raise NoSuchThing(N_("There is no such version. Choose one from the list."))
        self.version = version
        return Reply()

    def view(self) -> dict[str, Any]:
        """Return what can be written, what stands in the way, and what has been written."""
        state = workflow.load_state(self.workshop)
        shared = self.chosen(state)
        draft = self.draft(state)
        shown = self.draft_view(draft, state) if draft else None
        place = {key: value for key, value in super().place.items() if value}
        blockers = self._blockers(shown, place) if shown else []
        signed = signatures_view(state, self.type, self.language)
        ready = {COPY: draft is not None, FINAL: not blockers, SIGNED: bool(signed)}
        version = self.version or _usual(signed, is_ready=draft is not None and not blockers)
        can_odt = "odt" in publishing.writable_formats()
        return {
            **shared,
            "draft": shown,
            "version": version,
            "words_seq": self._words_seq(),
            "versions": [
                {"key": key, "label": _(label), "hint": _(hint), "ready": ready[key]}
                for key, (label, hint) in VERSIONS.items()
            ],
            "blockers": blockers,
            "signed": signed,
            "formats": formats_view(),
            "no_odt": "" if can_odt else _no_odt(),
            "data": data_view(ready=ready[FINAL]),
            "files": files_view(self.workshop, known=known_types()),
            "arrived": self._arrived,
            "feedback": address("seuranta", self.workshop, place={"osa": "palaute"}),
        }

    def _blockers(self, shown: Mapping[str, Any], place: Mapping[str, str]) -> list[dict[str, str]]:
        found = blockers_view(self.workshop, shown, place=place)
        if found:
            return found
        try:
            workflow.load_document(self.workshop, type=self.type, language=self.language)
        except UnreviewedDraft as error:
            href = address("luonnos", self.workshop, place=place)
            return [{"what": error.for_reader(), "words": "", "href": href}]
        return []

    def _words_seq(self) -> int:
        """Return the last line of the log that may have changed what the document says."""
        return max(
            event.seq
            for event in store.load_events(self.workshop)
            if event.kind is not EventKind.DOCUMENT_PUBLISHED
        )

    def write(self, *, format: str, version: str) -> Reply:  # noqa: A002
        """Write the file and hand it to the browser; a slow one comes when the worker is ready.

        Raises
        ------
        NoSuchThing
            If there is no such format or version.
        UnreviewedDraft
            If paragraphs wait and the finished document was asked for.
        TooEarly
            If nobody has signed the document and the signed version was asked for.
        """
        if format not in publishing.writable_formats():
            raise NoSuchThing(N_("There is no such file format. Choose one from the list."))
        how = _how(version)
        about = {"type": self.type, "language": self.language, "format": format}
        if format in _SLOW:
            self._asked.add(self.start("publish", {**about, **how}).id)
            return Reply(notice=_("The file is being written. It comes to you when it is ready."))
        path = workflow.publish_document(
            self.workshop,
            type=self.type,
            language=self.language,
            format=format,
            actor=self.name,
            **how,
        )
        return self._handed(path.name, path)

    def write_data(self, *, format: str) -> Reply:  # noqa: A002
        """Write what belongs to the document beside it; of a draft when it is not ready.

        Raises
        ------
        NoSuchThing
            If there is no such format.
        UnreviewedDraft
            If an archive package is asked for and the document is not ready.
        """
        if format not in workflow.DATA_FORMATS:
            raise NoSuchThing(N_("There is no such file format. Choose one from the list."))
        made = workflow.publish_data(
            self.workshop,
            type=self.type,
            language=self.language,
            format=format,
            actor=self.name,
        )
        return self._handed(made.path.name, made.path)

    def fetch(self, *, name: str) -> Reply:
        """Hand a file that was written to the browser once more."""
        data = workflow.read_written(self.workshop, name)
        self._arrived = ""
        own = self._file_name(name)
        return Reply(notice=_ready(own), file_name=own, data=data)

    def preview(self, *, number: int, version: str) -> Reply:
        """Return a sheet of the document as a picture; ``extra`` is JSON with ``n`` and ``src``.

        Raises
        ------
        UnreviewedDraft, TooEarly
            As for ``write``.
        """
        wanted = (self._words_seq(), self.type, self.language, version)
        if self._pages_of != wanted:
            page = workflow.make_publishable(
                self.workshop, type=self.type, language=self.language, **_how(version)
            )
            self._pages, self._pages_of = publishing.draw_pages(page), wanted
        number = min(max(number, 1), len(self._pages))
        picture = b64encode(self._pages[number - 1]).decode()
        sheet = {
            "n": len(self._pages),
            "number": number,
            "src": f"data:image/png;base64,{picture}",
        }
        return Reply(extra=json.dumps(sheet))

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say how the work ended; a file that the worker wrote is ready to be fetched."""
        if job.id in self._asked and job.state is JobState.DONE:
            written = workflow.load_written(self.workshop)
            asked = (job.payload["type"], job.payload["format"], job.payload["working_copy"])
            self._arrived = next(
                (f.name for f in written if (f.type, f.format, f.working_copy) == asked), ""
            )
            return "info", _ready(self._file_name(self._arrived))
        return super().outcome(job)

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, jobs = super().signature()
        return ((seq, self._arrived), jobs)

    def _handed(self, name: str, path: Path) -> Reply:
        own = self._file_name(name)
        return Reply(notice=_ready(own), file_name=own, data=path.read_bytes())

    def _file_name(self, name: str) -> str:
        """Return what a file is called outside the folder of its workshop."""
        return f"{self.workshop.id}-{name}"


class _How(TypedDict):
    working_copy: bool
    signed: bool


def _usual(signed: Sequence[object], *, is_ready: bool) -> str:
    """Return the version that people most probably want."""
    if signed:
        return SIGNED
    return FINAL if is_ready else COPY


def _how(version: str) -> _How:
    if version not in VERSIONS:
        raise NoSuchThing(N_("There is no such version. Choose one from the list."))
    return {"working_copy": version == COPY, "signed": version == SIGNED}


def _ready(name: str) -> str:
    return _("The file is ready: {name}").format(name=name)


def _no_odt() -> str:
    return _(
        "An OpenDocument file (ODT) cannot be written on this computer, because LibreOffice is not "
        "installed. Write the document as Word, or ask for LibreOffice to be installed."
    )
