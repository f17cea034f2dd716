"""The paragraphs of a Word document with what people changed and remarked in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from toolkit.domain import ReturnedComment, ReturnedParagraph

__all__ = ["NAMESPACE", "read_paragraphs", "read_time"]

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W = NAMESPACE
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CELL = " | "
_COPY = re.compile(r"_Copy_\d+\Z")  # what LibreOffice adds to a bookmark it writes twice
_INSERTED = frozenset((f"{_W}ins", f"{_W}moveTo"))
_DELETED = frozenset((f"{_W}del", f"{_W}moveFrom"))
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
_WORDS = frozenset((f"{_W}t", f"{_W}delText"))
# What these fields show changes by itself, with the page or the day.
_MOVING = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|DATE|TIME)\b", re.IGNORECASE)


@dataclass
class _Words:
    """What is known of the paragraph or row that is being read."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    bookmarks: dict[str, None] = field(default_factory=dict)
    carried: set[str] = field(default_factory=set)
    authors: dict[str, None] = field(default_factory=dict)
    at: datetime | None = None
    comments: list[ReturnedComment] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def read_paragraphs(
    root: Any,  # noqa: ANN401 - an lxml element
    *,
    comments: Mapping[str, tuple[ReturnedComment, ...]],
    own_author: str,
) -> tuple[ReturnedParagraph, ...]:
    """Return paragraphs and table rows in reading order, those of text boxes after their own.

    Parameters
    ----------
    root
        The root of a part of the document.
    comments
        Id of a comment → the comment and the answers to it.
    own_author
        Whose tracked changes are offers that went out with the file: they count as rejected while
        nobody has accepted them.
    """
    reader = _Reader(comments, own_author)
    found = tuple(reader.paragraphs(root))
    return (*found, *reader.loose_comments())


class _Reader:
    """Walks a part once, from top to bottom; bookmarks and fields may reach over paragraphs."""

    def __init__(
        self, comments: Mapping[str, tuple[ReturnedComment, ...]], own_author: str
    ) -> None:
        self._comments = dict(comments)
        self._own_author = own_author
        self._open: dict[str, str] = {}
        self._fields: list[list[str]] = []  # each its code, and "show" once that is over

    def paragraphs(self, parent: Any) -> Iterator[ReturnedParagraph]:  # noqa: ANN401
        for element in parent:
            if element.tag == f"{_W}p":
                words = self._begin()
                self._read(element, words, inserted=False, deleted=False)
                yield self._paragraph(element, words)
                for box in words.boxes:
                    yield from self.paragraphs(box)
            elif element.tag == f"{_W}tbl":
                yield from map(self._row, self._rows(element))
            elif element.tag in {f"{_W}bookmarkStart", f"{_W}bookmarkEnd"}:
                self._bookmark(element, _Words())
            elif element.tag != _FALLBACK:  # content controls and custom XML wrap paragraphs
                yield from self.paragraphs(element)

    def loose_comments(self) -> Iterator[ReturnedParagraph]:
        """Yield the comments whose place in the text is gone, each at nothing."""
        for thread in self._comments.values():
            yield ReturnedParagraph(before="", after="", comments=thread)

    def _begin(self) -> _Words:
        names = dict.fromkeys(self._open.values())
        return _Words(bookmarks=names, carried=set(names))

    def _paragraph(self, element: Any, words: _Words) -> ReturnedParagraph:  # noqa: ANN401
        inserted, deleted = self._marks(element.find(f"{_W}pPr/{_W}rPr"), words)
        return ReturnedParagraph(
            before="".join(words.before),
            after="".join(words.after),
            mark_inserted=inserted,
            mark_deleted=deleted,
            bookmarks=tuple(words.bookmarks),
            author=", ".join(words.authors),
            at=words.at,
            comments=tuple(words.comments),
        )

    def _marks(self, properties: Any, words: _Words) -> tuple[bool, bool]:  # noqa: ANN401
        """Return whether a paragraph mark or a row was inserted, and whether it was deleted."""
        inserted = deleted = False
        for mark in () if properties is None else properties:
            if mark.tag in _INSERTED:
                inserted = True
                deleted = deleted or self._is_own(mark)
            elif mark.tag in _DELETED:
                deleted = deleted or not self._is_own(mark)
            else:
                continue
            self._sign(mark, words)
        return inserted, deleted

    def _rows(self, table: Any) -> Iterator[Any]:  # noqa: ANN401
        for row in table.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is table:
                yield row

    def _row(self, row: Any) -> ReturnedParagraph:  # noqa: ANN401
        whole = self._begin()
        inserted, deleted = self._marks(row.find(f"{_W}trPr"), whole)
        before, after = [], []
        for cell in row.iter(f"{_W}tc"):
            if next(cell.iterancestors(f"{_W}tr")) is not row:
                continue
            inside = []
            for paragraph in cell.iter(f"{_W}p"):
                if next(paragraph.iterancestors(_FALLBACK), None) is not None:
                    continue  # a copy for old versions of Word
                words = self._begin()
                self._read(paragraph, words, inserted=inserted, deleted=deleted)
                self._marks(paragraph.find(f"{_W}pPr/{_W}rPr"), words)
                inside.append(words)
                whole.bookmarks.update(words.bookmarks)
                whole.authors.update(words.authors)
                whole.at = max(filter(None, (whole.at, words.at)), default=None)
                whole.comments += words.comments
            before.append(_in_cell("".join(words.before) for words in inside))
            after.append(_in_cell("".join(words.after) for words in inside))
        return replace(
            self._paragraph(row, whole),
            before=_CELL.join(before) if any(before) else "",
            after=_CELL.join(after) if any(after) else "",
            is_row=True,
        )

    def _read(self, parent: Any, words: _Words, *, inserted: bool, deleted: bool) -> None:  # noqa: ANN401, C901
        for element in parent:
            tag = element.tag
            if tag in _INSERTED or tag in _DELETED:
                self._read_change(element, words, inserted=inserted, deleted=deleted)
            elif tag in _WORDS or tag in _SIGNS:
                if self._shows():
                    text = _SIGNS.get(tag) or element.text or ""
                    paged = tag == f"{_W}br" and element.get(f"{_W}type") in {"page", "column"}
                    _add("" if paged else text, words, inserted=inserted, deleted=deleted)
            elif tag in {f"{_W}bookmarkStart", f"{_W}bookmarkEnd"}:
                self._bookmark(element, words)
            elif tag in {f"{_W}commentRangeStart", f"{_W}commentReference"}:
                words.comments += self._comments.pop(element.get(f"{_W}id"), ())
            elif tag == f"{_W}fldChar":
                self._field(element.get(f"{_W}fldCharType"))
            elif tag == f"{_W}instrText":
                if self._fields:
                    self._fields[-1][0] += element.text or ""
            elif tag == f"{_W}fldSimple":
                self._fields.append([element.get(f"{_W}instr", ""), "show"])
                self._read(element, words, inserted=inserted, deleted=deleted)
                self._fields.pop()
            elif tag == f"{_W}txbxContent":
                words.boxes.append(element)
            elif tag not in {f"{_W}pPr", f"{_W}rPr", _FALLBACK}:
                self._read(element, words, inserted=inserted, deleted=deleted)

    def _read_change(
        self,
        element: Any,  # noqa: ANN401
        words: _Words,
        *,
        inserted: bool,
        deleted: bool,
    ) -> None:
        own = self._is_own(element)
        self._sign(element, words)
        if element.tag in _INSERTED:
            self._read(element, words, inserted=True, deleted=deleted or own)
        else:
            self._read(element, words, inserted=inserted, deleted=deleted or not own)

    def _bookmark(self, element: Any, words: _Words) -> None:  # noqa: ANN401
        number = element.get(f"{_W}id")
        if element.tag == f"{_W}bookmarkStart":
            name = _COPY.sub("", element.get(f"{_W}name", ""))
            self._open[number] = name
            words.bookmarks[name] = None
            return
        name = self._open.pop(number, "")
        if name in words.carried and not words.before and not words.after:
            del words.bookmarks[name]  # it only just reached the beginning of this paragraph

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "show"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _shows(self) -> bool:
        return all(shown and not _MOVING.match(code) for code, shown in self._fields)

    def _is_own(self, change: Any) -> bool:  # noqa: ANN401
        return bool(change.get(f"{_W}author") == self._own_author)

    def _sign(self, change: Any, words: _Words) -> None:  # noqa: ANN401
        if self._is_own(change):
            return
        author = change.get(f"{_W}author", "").strip()
        if author:
            words.authors[author] = None
        words.at = max(filter(None, (words.at, read_time(change))), default=None)


def read_time(element: Any) -> datetime | None:  # noqa: ANN401
    """Return the time of a change or comment; None when it says none.

    Word writes the time of the writer's clock and calls it UTC: days are right, hours may not be.
    """
    try:
        at = datetime.fromisoformat(element.get(f"{_W}date", ""))
    except ValueError:
        return None
    return at.replace(tzinfo=at.tzinfo or UTC)


def _add(text: str, words: _Words, *, inserted: bool, deleted: bool) -> None:
    if text and not inserted:
        words.before.append(text)
    if text and not deleted:
        words.after.append(text)


def _in_cell(paragraphs: Iterable[str]) -> str:
    return " ".join(" ".join(paragraphs).split())
