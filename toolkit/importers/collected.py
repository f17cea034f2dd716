"""Notes, skipped rows and warnings of one file, gathered while it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.domain import Import, Note, Receipt, Skipped, Warn
from toolkit.errors import NothingToRead
from toolkit.i18n import N_, _
from toolkit.importers.opened import OpenedFile
from toolkit.text import digest_ids, squeeze_spaces

__all__ = ["Collected"]


class Collected:
    """What became of the rows of a file so far; every row is a note or skipped, never neither."""

    def __init__(self) -> None:
        self._notes: list[tuple[str, Note]] = []
        self._skipped: list[Skipped] = []
        self._warnings: list[Warn] = []

    def add(
        self,
        row: int,
        text: str,
        *,
        prompt: str = "",
        place: str = "",
        group: str = "",
        own_id: str = "",
    ) -> None:
        """Keep one row as a note, or skip it when it has no text.

        ``own_id`` is the format's own; without it the note gets a digest of its words.
        """
        words = squeeze_spaces(text)
        if not words:
            self.skip(row, _("no text"))
            return
        note = Note(
            id="unnamed",
            text=words,
            prompt=squeeze_spaces(prompt),
            place=place,
            group=squeeze_spaces(group),
        )
        self._notes.append((own_id, note))

    def skip(self, row: int, reason: str) -> None:
        """Leave one row out and say why."""
        self._skipped.append(Skipped(row=row, reason=reason))

    def warn(self, code: str, message: str) -> None:
        """Tell the user something about the file that did not stop the reading."""
        self._warnings.append(Warn(code=code, message=message))

    def warn_of_some(self, code: str, n: int, message: str) -> None:
        """Say how many there are of something, if any; ``message`` has a slot ``{n}``."""
        if n:
            self.warn(code, message.format(n=n))

    def warn_unread(self, code: str, message: str, names: Iterable[str], **slots: object) -> None:
        """Name what was left unread, if anything; ``message`` has a slot ``{names}``."""
        listed = list(dict.fromkeys(filter(None, map(squeeze_spaces, names))))
        if listed:
            shown = ", ".join([*listed[:10], "…"] if len(listed) > 10 else listed)
            self.warn(code, message.format(names=shown, **slots))

    def warn_of_columns(self, headings: Iterable[str]) -> None:
        """Name the columns or fields that were left unread, if any."""
        message = _("Columns or fields that were not read: {names}.")
        self.warn_unread("columns_not_read", message, headings)

    def to_import(self, file: OpenedFile, *, format_name: str, prefix: str) -> Import:
        """Name the notes and write the receipt.

        Raises
        ------
        NothingToRead
            If there is not one note.
        """
        if not self._notes:
            raise NothingToRead(N_("There is not one note in the file: {name}."), name=file.name)
        notes = _named(self._notes, prefix)
        return Import(
            notes=notes,
            receipt=Receipt(
                name=file.name,
                format=format_name,
                rows=len(notes) + len(self._skipped),
                notes=len(notes),
                skipped=tuple(sorted(self._skipped, key=lambda skipped: skipped.row)),
                warnings=tuple(self._warnings),
            ),
        )


def _named(notes: list[tuple[str, Note]], prefix: str) -> tuple[Note, ...]:
    digests = digest_ids(prefix, (note.text for _own, note in notes))
    return tuple(
        replace(note, id=f"{prefix}:{own}" if own else digest)
        for (own, note), digest in zip(notes, digests, strict=True)
    )
