"""A working copy that went out to be read and came back changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LinePart(StrEnum):
    """What a line of a working copy is to its block."""

    TEXT = "text"
    CAPTION = "caption"
    ROW = "row"
    FRAME = "frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """A paragraph or a table row of a working copy as it went out.

    Attributes
    ----------
    block_id
        Empty for the frame: title, page header, source appendix.
    text
        As it reads, the cells of a row apart by `` | ``.
    bookmark
        Name of its bookmark in the file; empty when it has none.
    comments
        Pairs of author and text that the file showed beside it.
    """

    block_id: str = ""
    part: LinePart = LinePart.FRAME
    text: str
    bookmark: str = ""
    comments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentCopy:
    """A working copy as it went out: what a file that comes back is compared with.

    Attributes
    ----------
    id
        Digest of everything else.
    workshop, type, language
        Id of the workshop, name of the outline and the language of the draft.
    """

    id: str
    workshop: str
    type: str
    language: str = ""
    lines: tuple[SentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedComment:
    """A comment of a file; ``is_resolved`` when somebody has marked it as dealt with."""

    text: str
    author: str = ""
    at: datetime | None = None
    is_resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedParagraph:
    """A paragraph or a table row of a file that came back.

    Attributes
    ----------
    before, after
        Its words with every tracked change rejected, and with every one accepted.
    mark_inserted
        Whether its end is a tracked insertion: the next paragraph was part of this one before.
    mark_deleted
        Whether its end is a tracked deletion: the next paragraph is part of this one now.
    bookmarks
        Names of the bookmarks that begin in it, or go on in it from the paragraph before.
    author, at
        Who made its tracked changes, several names apart by commas, and when the last one was made.
    """

    before: str
    after: str
    mark_inserted: bool = False
    mark_deleted: bool = False
    bookmarks: tuple[str, ...] = ()
    is_row: bool = False
    author: str = ""
    at: datetime | None = None
    comments: tuple[ReturnedComment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedCopy:
    """A file that came back.

    Attributes
    ----------
    sent
        What went out, as the file itself remembers it; None when it does not.
    sent_id
        ``SentCopy.id``; some programs keep only this. Empty when the file is none of ours.
    """

    name: str
    sha256: str
    paragraphs: tuple[ReturnedParagraph, ...]
    sent: SentCopy | None = None
    sent_id: str = ""


class ChangeKind(StrEnum):
    """What somebody did to a paragraph."""

    EDITED = "edited"
    ADDED = "added"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    COMMENTED = "commented"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedChange:
    r"""One change or comment of a file that came back. Nothing of it is applied by itself.

    Attributes
    ----------
    id
        The same for the same change in another file.
    block_id
        Where; empty for the frame and for what was added.
    before, after
        The words of the line; paragraphs apart by ``\n``. Of a comment, ``after`` is empty.
    author
        Who, as the file says; empty for what was changed untracked, and a question mark after the
        names where a part of it was.
    follows
        Of an added or moved paragraph: the block it stands after now, empty at the beginning. Of
        an added row: the words of the row above.
    place
        Of paragraphs added after the same block: 0, 1, 2 …
    absorbed
        Of merged paragraphs: the blocks that are part of this one now.
    language
        Of the draft that the working copy was of.
    """

    id: str
    block_id: str
    part: LinePart
    kind: ChangeKind
    before: str = ""
    after: str = ""
    author: str = ""
    at: datetime | None = None
    comment: str = ""
    is_resolved: bool = False
    follows: str = ""
    place: int = 0
    absorbed: tuple[str, ...] = ()
    language: str = ""
