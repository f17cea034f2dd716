"""Notes, skipped rows and warnings of one file, gathered while it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.domain import ClosedQuestion, Import, Note, Receipt, Skipped, Warn
from toolkit.errors import NothingToRead
from toolkit.i18n import N_, _
from toolkit.importers.opened import OpenedFile
from toolkit.text import digest_words, squeeze_spaces

__all__ = ["Collected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A row that is a note, and what its id is made of."""

    note: Note
    own_id: str = ""
    reply_to: int | None = None
    on_id: str = ""
    is_comment: bool = False


class Collected:
    """What became of the rows of a file so far; every row is a note or skipped, never neither."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._closed: list[ClosedQuestion] = []
        self._respondents = 0
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
        weight: int = 0,
        reply_to: int | None = None,
        on_id: str = "",
        is_comment: bool = False,
    ) -> int | None:
        """Keep one row as a note, or skip it when it has no text.

        Parameters
        ----------
        own_id
            The format's own; without it the note gets a digest of its words.
        reply_to
            What this method returned for the note that this one comments on. The comment answers
            the question of that note unless it has a ``prompt`` of its own.
        on_id
            The format's own id of what it comments on, which may come later or in another file.
        is_comment
            Whether it comments on something, also when nobody can tell on what. Equal words are
            counted apart as comments, and on each note, so that ids stay when more come.

        Returns
        -------
        int or None
            Stands for the note until it has an id; None when there is none.
        """
        words = squeeze_spaces(text)
        if not words:
            self.skip(row, _("no text"))
            return None
        if not prompt and reply_to is not None:
            prompt = self._kept[reply_to].note.prompt
        note = Note(
            id="unnamed",
            text=words,
            prompt=squeeze_spaces(prompt),
            place=place,
            group=squeeze_spaces(group),
            weight=weight,
        )
        self._kept.append(
            _Kept(
                note=note,
                own_id=own_id,
                reply_to=reply_to,
                on_id=on_id,
                is_comment=is_comment or reply_to is not None,
            )
        )
        return len(self._kept) - 1

    def add_closed(self, question: ClosedQuestion) -> None:
        """Keep a question that had ready-made answers."""
        self._closed.append(question)

    def count_respondents(self, n: int) -> None:
        """Say how many people answered, whether they wrote anything or not."""
        self._respondents = n

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
            If there is not one note, and nobody chose anything.
        """
        if not self._kept and not self._closed:
            raise NothingToRead(N_("There is not one note in the file: {name}."), name=file.name)
        notes = _named(self._kept, prefix)
        return Import(
            notes=notes,
            closed=tuple(self._closed),
            receipt=Receipt(
                name=file.name,
                format=format_name,
                rows=len(notes) + len(self._skipped),
                notes=len(notes),
                respondents=self._respondents,
                selections=sum(question.n_selections for question in self._closed),
                skipped=tuple(sorted(self._skipped, key=lambda skipped: skipped.row)),
                warnings=tuple(self._warnings),
            ),
        )


def _named(kept: Sequence[_Kept], prefix: str) -> tuple[Note, ...]:
    """Return the notes with their ids; a comment stands below the note it is on."""
    named: list[Note] = []
    seen: Counter[str] = Counter()
    for one in kept:
        parent = f"{prefix}:{one.on_id}" if one.on_id else ""
        if one.reply_to is not None:
            parent = named[one.reply_to].id
        words = f"{parent} < {one.note.text}" if one.is_comment else one.note.text
        digest = digest_words(words)
        seen[digest] += 1
        note_id = one.own_id or f"{digest}-{seen[digest]}"
        named.append(replace(one.note, id=f"{prefix}:{note_id}", reply_to=parent))
    return tuple(named)
