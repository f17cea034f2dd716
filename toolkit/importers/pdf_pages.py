"""Pages of a PDF as lines in reading order, with where they stand and how they look."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_

__all__ = ["MAX_PAGES", "Page", "Piece", "Table", "read_pages"]

MAX_PAGES = 300

_MANY_EDGES = 2_000  # a drawing or a map, in which looking for tables would take minutes
_MANY_PIECES = 500
_SPACE = 0.15  # of the size of letters: from here a gap parts words
_WIDE = 2.5  # a gap of so many letters' height parts what stands side by side
_LOSSES = ("Data-loss", "Cannot render", "Could not set text")
_BULLETS = frozenset("-•–—*·▪‣◦●○o\uf0b7\uf0a7")
_NO_LETTER = re.compile(r"^\(cid:\d+\)")  # a sign of a font that does not say what it means
_BOLD = ("bold", "black", "heavy", "semibd")
_REMARKS = frozenset(("Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words on one line of one column; measures are points from the top left corner of the page.

    Attributes
    ----------
    first
        Width of the first word.
    edge
        How far to the right words may go in this column.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    first: float
    edge: float = 0.0
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table drawn with lines, whose upper edge is ``top``."""

    top: float
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(slots=True, kw_only=True)
class Page:
    """One page.

    Attributes
    ----------
    n_remarks
        Comments that somebody added to the page; they are not read.
    n_fields
        Fields of a form that are filled in; they are not read.
    is_damaged
        Whether a part of the page could not be unpacked or understood.
    """

    number: int
    pieces: list[Piece] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    n_remarks: int = 0
    n_fields: int = 0
    is_damaged: bool = False


def read_pages(data: bytes, *, name: str) -> list[Page]:
    """Read at most one page more than ``MAX_PAGES``.

    Raises
    ------
    UnreadableExport
        If the file is broken, is protected by a password or has no text.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with _listening() as ear, pdfplumber.open(io.BytesIO(data)) as document:
            pages = [_read(page, ear) for page in document.pages[: MAX_PAGES + 1]]
    except Exception as error:  # a broken PDF makes pdfminer raise anything
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            raise UnreadableExport(
                N_(
                    "The PDF is protected by a password: {name}. Ask for a copy without one, or "
                    "for the original, such as Word or CSV."
                ),
                name=name,
            ) from error
        raise UnreadableExport(
            N_("The PDF is broken: {name}. Ask for it again, or for the original, such as Word."),
            name=name,
        ) from error
    if not any(page.pieces or page.tables for page in pages):
        raise UnreadableExport(
            N_(
                "The PDF has no text, only pictures of it: {name}. Ask for the original, such as "
                "Word or CSV."
            ),
            name=name,
        )
    return pages


class _Ear(logging.Handler):
    """Takes what pdfminer would write to the log: it quotes words of damaged files."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.n_losses = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count what was lost, and keep nothing."""
        self.n_losses += str(record.msg).startswith(_LOSSES)


@contextmanager
def _listening() -> Iterator[_Ear]:
    ear, log = _Ear(), logging.getLogger("pdfminer")
    was = log.propagate
    log.propagate = False
    log.addHandler(ear)
    try:
        yield ear
    finally:
        log.removeHandler(ear)
        log.propagate = was


def _read(page: Any, ear: _Ear) -> Page:  # noqa: ANN401 - pdfplumber has no types
    n_losses = ear.n_losses
    seen = page.dedupe_chars() if _is_printed_twice(page.chars) else page
    found = seen.find_tables() if len(seen.edges) < _MANY_EDGES else ()
    drawn = [table for table in found if len(table.rows) > 1 < len(table.columns)]
    words = [
        word
        for word in seen.extract_words(return_chars=True, x_tolerance_ratio=_SPACE)
        if not any(_is_within(word, table.bbox) for table in drawn)
    ]
    pieces = [piece for line in _lines(words) for piece in _pieces(line)]
    right = max((piece.right for piece in pieces), default=0.0)
    left = min((piece.left for piece in pieces), default=0.0)
    edge = max(right, float(page.width) - left)  # the margins are as wide as each other
    kinds = [str(note["data"].get("Subtype", "")).strip("/'") for note in page.annots]
    read = Page(
        number=page.page_number,
        pieces=[replace(piece, edge=piece.edge or edge) for piece in _in_order(pieces)],
        tables=[
            Table(top=table.bbox[1], rows=tuple(map(tuple, table.extract()))) for table in drawn
        ],
        n_remarks=sum(kind in _REMARKS for kind in kinds),
        n_fields=sum(
            kind == "Widget" and bool(note["data"].get("V"))
            for kind, note in zip(kinds, page.annots, strict=True)
        ),
        is_damaged=ear.n_losses > n_losses,
    )
    page.close()
    return read


def _is_printed_twice(chars: Sequence[dict[str, Any]]) -> bool:
    """Whether some letters were made bold by printing them once more on top of themselves."""
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    return len(places) < len(chars)


def _is_within(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _lines(words: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the words whose middles stand beside one another, from the left."""
    line: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda word: (word["top"] + word["bottom"], word["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        if line and middle > max(other["bottom"] for other in line[:3]):
            yield sorted(line, key=lambda word: word["x0"])
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: word["x0"])


def _pieces(line: Sequence[dict[str, Any]]) -> Iterator[Piece]:
    """Part a line where a wide gap shows that it is two; a bullet stays with its words."""
    part: list[dict[str, Any]] = []
    for word in line:
        height = word["bottom"] - word["top"]
        is_far = bool(part) and word["x0"] - part[-1]["x1"] > _WIDE * height
        if is_far and "".join(one["text"] for one in part) not in _BULLETS:
            yield _piece(part)
            part = []
        part.append(word)
    yield _piece(part)


def _piece(words: Sequence[dict[str, Any]]) -> Piece:
    chars = [char for word in words for char in word["chars"]]
    fonts = [str(char["fontname"]).casefold() for char in chars]
    texts = [str(word["text"]) for word in words]
    texts[0] = _NO_LETTER.sub("•", texts[0])
    if texts[-1].endswith("\u00ad"):  # at the end of a line it is seen
        texts[-1] = f"{texts[-1][:-1]}-"
    return Piece(
        text=" ".join(texts),
        left=words[0]["x0"],
        right=words[-1]["x1"],
        top=min(word["top"] for word in words),
        bottom=max(word["bottom"] for word in words),
        size=round(median(char["size"] for char in chars), 1),
        first=words[0]["x1"] - words[0]["x0"],
        is_bold=all(any(mark in font for mark in _BOLD) for font in fonts),
    )


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Put pieces in the order of reading: columns from the left, each from top to bottom.

    A page is cut where a gap goes all the way down, else where the widest one goes across.
    """
    if not 1 < len(pieces) < _MANY_PIECES:
        return sorted(pieces, key=lambda piece: (piece.top, piece.left))
    parted = _beside(pieces)
    if parted:
        return [
            replace(piece, edge=piece.edge or max(one.right for one in column))
            for column in parted
            for piece in _in_order(column)
        ]
    lines = sorted(pieces, key=lambda piece: piece.top)
    reach = lines[0].bottom
    widest, at = -1.0, len(lines)
    for n, piece in enumerate(lines[1:], start=1):
        if piece.top - reach > widest:
            widest, at = piece.top - reach, n
        reach = max(reach, piece.bottom)
    return [*_in_order(lines[:at]), *_in_order(lines[at:])]


def _beside(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return columns that no piece crosses and that stand beside each other; none if there are."""
    columns: list[list[Piece]] = []
    reach = -1.0
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if not columns or piece.left > reach:
            columns.append([])
        columns[-1].append(piece)
        reach = max(reach, piece.right)
    ends = [(min(p.top for p in column), max(p.bottom for p in column)) for column in columns]
    overlap = any(one[0] < other[1] and other[0] < one[1] for one, other in pairwise(ends))
    return columns if len(columns) > 1 and overlap else []
