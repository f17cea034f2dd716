"""The files of working copies that came back: which version each was of, and what waits in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from toolkit import store
from toolkit.domain import EventKind, Workshop
from toolkit.workflow.analysis import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """A file that brought changes.

    Attributes
    ----------
    brought_by, at
        Who imported it and when.
    version
        Number of the version of the draft it was written of; 0 when the log does not know.
    change_ids
        What it brought that no earlier file had.
    authors
        Name → how many of its changes are theirs; an empty name for what was not tracked.
    """

    name: str
    language: str
    brought_by: str
    at: datetime
    version: int
    change_ids: tuple[str, ...]
    authors: Mapping[str, int]


def load_returned_files(workshop: Workshop, *, type: str) -> tuple[ReturnedFile, ...]:  # noqa: A002
    """Return the files of one document, oldest first; one that brought nothing new is not kept."""
    files = []
    newest: dict[str, tuple[int, str]] = {}
    written: dict[str, int] = {}
    for event in store.events_in_force(store.load_events(workshop)):
        payload = event.payload
        if payload.get("type") != type:
            continue
        if event.kind is EventKind.DRAFT_COMPOSED:
            language, digest = payload["draft"]["language"], fingerprint(payload["draft"])
            number, last = newest.get(language, (0, ""))
            newest[language] = number + (digest != last), digest
        elif event.kind is EventKind.DOCUMENT_PUBLISHED and payload.get("sent"):
            language = payload["sent"]["language"]
            written[payload["sent"]["id"]] = newest.get(language, (0, ""))[0]
        elif event.kind is EventKind.CHANGES_RETURNED:
            file = ReturnedFile(
                name=payload["file"],
                language=payload["language"],
                brought_by=event.actor,
                at=event.at,
                version=written.get(payload["sent"], 0),
                change_ids=tuple(change["id"] for change in payload["changes"]),
                authors=Counter(change.get("author", "") for change in payload["changes"]),
            )
            files.append(file)
    return tuple(files)
