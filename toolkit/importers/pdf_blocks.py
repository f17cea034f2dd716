"""Pages of a PDF as lines and tables of notes: headings, and lines put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from toolkit.importers.blocks import Block, Grid, Line
from toolkit.importers.pdf_pages import Page, Piece
from toolkit.importers.roundtable import Kind, is_bullet, kind_of
from toolkit.importers.running_heads import is_page_number
from toolkit.importers.wrapped_lines import goes_on, join

__all__ = ["PdfBlocks", "find_blocks"]

_LARGER = 1.15  # than the text: from here a line is a heading
_APART = 1.25  # times the pitch of lines: from here a paragraph ends
_SPACED = 0.1  # of the lines: paragraphs have space between them
_HEADING = 120
_MARGIN_LINES = 2
_SENTENCE_ENDS = (".", "!", "?", "…")


@dataclass(slots=True)
class PdfBlocks:
    """What stands on the pages.

    Attributes
    ----------
    pages
        Number of a line or table row → its page.
    heads
        Numbers of lines that only repeat what stands on every page.
    """

    blocks: list[Block] = field(default_factory=list)
    pages: dict[int, int] = field(default_factory=dict)
    heads: list[int] = field(default_factory=list)
    page_numbers: list[int] = field(default_factory=list)


def find_blocks(pages: Sequence[Page]) -> PdfBlocks:
    """Return lines and tables in reading order, the lines of one paragraph as one."""
    return _Building(pages).build()


class _Building:
    """Goes through the pages and numbers what stands on them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        pieces = [piece for page in pages for piece in page.pieces]
        sizes: Counter[float] = Counter()
        for piece in pieces:
            sizes[round(piece.size * 2) / 2] += len(piece.text)
        self._body = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
        larger = sorted((size for size in sizes if size >= _LARGER * self._body), reverse=True)
        self._levels = {size: min(n, 6) for n, size in enumerate(larger, start=1)}
        steps = _steps(pages)
        # Lines of a paragraph stand closer than paragraphs, and a few closer still by chance.
        self._pitch = steps[len(steps) // 10] if steps else 0.0
        spaces = sum(_APART * self._pitch < step < 3 * self._pitch for step in steps)
        self._has_spaces = spaces > _SPACED * len(steps)
        self._repeated = _repeated(pages)
        self._found = PdfBlocks()
        self._above: Piece | None = None
        self._begin: Piece | None = None  # of the block that ``_above`` is the last line of
        self._row = 0

    def build(self) -> PdfBlocks:
        for page in self._pages:
            tables = list(page.tables)
            margins = _margins(page)
            for piece in page.pieces:
                while tables and tables[0].top < piece.top:
                    self._add_grid(tables.pop(0).rows, page)
                self._add_piece(piece, page, in_margin=piece in margins)
            for table in tables:
                self._add_grid(table.rows, page)
        return self._found

    def _next_row(self, page: Page) -> int:
        self._row += 1
        self._found.pages[self._row] = page.number
        return self._row

    def _add_grid(self, rows: tuple[tuple[str | None, ...], ...], page: Page) -> None:
        numbers = [self._next_row(page) for _row in rows]
        self._found.blocks.append(Grid(row=numbers[0], rows=rows))
        self._above = None

    def _add_piece(self, piece: Piece, page: Page, *, in_margin: bool) -> None:
        row = self._next_row(page)
        line = self._line(piece, row)
        if in_margin and is_page_number(piece.text):
            self._found.page_numbers.append(row)
        elif in_margin and _key(piece, page) in self._repeated and _may_repeat(line):
            self._found.heads.append(row)
        elif self._is_rest(piece, line):
            above = self._found.blocks[-1]
            if isinstance(above, Line):
                self._found.blocks[-1] = join(above, line)
            self._above = piece
        else:
            self._found.blocks.append(line)
            self._above = self._begin = piece

    def _line(self, piece: Piece, row: int) -> Line:
        level = self._levels.get(round(piece.size * 2) / 2, 0)
        plain = Line(row=row, text=piece.text, is_bold=piece.is_bold)
        if not level or is_bullet(plain) or len(piece.text) > _HEADING:
            return plain
        heading = Line(row=row, text=piece.text, level=level, is_bold=piece.is_bold)
        is_first = not self._found.blocks and level == 1 and len(self._levels) > 1
        if is_first and kind_of(heading) is Kind.PLACE:
            return Line(row=row, text=piece.text, level=level, is_title=True)
        return heading

    def _is_rest(self, piece: Piece, line: Line) -> bool:
        """Whether a line belongs to the one above: that one was full, or the words say so."""
        above, begin = self._above, self._begin
        if above is None or begin is None:
            return False
        before = self._found.blocks[-1]
        if not isinstance(before, Line) or is_bullet(line):
            return False
        turns_page = piece.top <= above.top
        is_near = turns_page or piece.top - above.top <= _APART * self._pitch_at(piece)
        looks_alike = piece.is_bold == above.is_bold and abs(piece.size - above.size) < 0.6
        if not is_near or not looks_alike or line.level != before.level:
            return False
        is_full = above.right + above.size * 0.25 + piece.first > above.edge
        starts_small = piece.text[:1].islower()
        if turns_page:
            return starts_small and (is_full or goes_on(before, line))
        if is_bullet(before) and begin.left + 0.4 * begin.size < piece.left < above.right:
            return True  # it hangs below the words of a bullet
        # Without space between paragraphs the end of a sentence may be that of a note.
        may_end = not self._has_spaces and above.text.rstrip().endswith(_SENTENCE_ENDS)
        return (is_full and (starts_small or not may_end)) or goes_on(before, line)

    def _pitch_at(self, piece: Piece) -> float:
        return max(self._pitch, 1.15 * piece.size)


def _steps(pages: Sequence[Page]) -> list[float]:
    """Return how far below the one above each line stands, in order of size."""
    return sorted(
        below.top - above.top
        for page in pages
        for above, below in pairwise(page.pieces)
        if below.top > above.top and abs(below.size - above.size) < 0.6
    )


def _margins(page: Page) -> list[Piece]:
    """Return the first and last lines of a page."""
    tops = sorted({round(piece.top) for piece in page.pieces})
    outer = {*tops[:_MARGIN_LINES], *tops[-_MARGIN_LINES:]}
    return [piece for piece in page.pieces if round(piece.top) in outer]


def _key(piece: Piece, page: Page) -> tuple[str, int]:
    """Return the words without the number of the page, and where they stand."""
    words = ("#" if word.strip("/()") == str(page.number) else word for word in piece.text.split())
    return " ".join(words), round(piece.top / 6)


def _repeated(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Return the lines that stand in the same place on most pages."""
    seen = Counter(key for page in pages for key in {_key(p, page) for p in _margins(page)})
    return frozenset(key for key, n in seen.items() if n > 1 and n > len(pages) / 2)


def _may_repeat(line: Line) -> bool:
    """Whether a line is neither a table's name nor a question, asked again on every page."""
    return kind_of(line) not in {Kind.TABLE, Kind.QUESTION} and not is_bullet(line)
