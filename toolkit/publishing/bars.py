"""A figure of a document as a picture: horizontal bars, each with its label and its number."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

from toolkit.domain import Block, CiteRun, NumberRun, Run, Unit
from toolkit.publishing.fonts import load_fonts
from toolkit.publishing.page import Page, printable

_WIDTH = 420
_SHORTEST = 120  # the longest bar is never shorter, however long the words beside it
_LETTER = 7.4  # how wide one is, at most on average
_THICK = 14
_LINE = 17
_SIZE = 13
_LETTERS = 60  # of a label on one line
_COLOURS = ("#12365b", "#9a4a00", "#2f6b3a", "#6b3a78")  # each at least 3:1 on white
_FONT = "Liberation Sans, Arial, sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    length: float | None  # None: there is no number to draw
    colour: str
    text: str


def draw_bars(block: Block, page: Page, *, clean: Callable[[str], str] = printable) -> str:
    """Return a figure as SVG, the same for the same block.

    A bar is as long as the number of its cell: a percentage out of a hundred, anything else out of
    the largest number. A cell without a number of the same unit shows its words only.

    Parameters
    ----------
    clean
        Leaves out or words the signs that the file cannot show.
    """
    rows = [
        (
            _wrapped(clean(_words(row.cells[0], page))),
            [replace(bar, text=clean(bar.text)) for bar in _bars(block, row.cells[1:], page)],
        )
        for row in block.rows
        if row.cells
    ]
    widest = max((len(bar.text) for _label, bars in rows for bar in bars), default=0)
    longest = max(_WIDTH - 6 - _LETTER * widest, _SHORTEST)
    shapes: list[str] = []
    y = 0
    for label, bars in rows:
        for line in label:
            shapes.append(_text(0, y + _SIZE, line))
            y += _LINE
        for bar in bars:
            end = 0.0
            if bar.length is not None:
                end = max(longest * bar.length, 1)
                shapes.append(
                    f'<rect x="0" y="{y + 1}" width="{end:.1f}" height="{_THICK}"'
                    f' fill="{bar.colour}"/>'
                )
            shapes.append(_text(end + 6 if end else 0, y + _SIZE, bar.text, bold=True))
            y += _LINE
        y += 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{max(y, 1)}"'
        f' viewBox="0 0 {_WIDTH} {max(y, 1)}">{"".join(shapes)}</svg>'
    )


def as_png(svg: str) -> bytes:
    """Return a drawing as PNG, for formats that take no SVG."""
    import typst

    source = b"#set page(width: auto, height: auto, margin: 0pt)\n"
    source += b'#image(bytes(sys.inputs.svg), format: "svg")'
    return typst.compile(
        source,
        format="png",
        ppi=200,
        sys_inputs={"svg": svg},
        font_paths=load_fonts(),
        ignore_system_fonts=True,
    )


def _bars(block: Block, cells: Iterable[tuple[Run, ...]], page: Page) -> Iterator[_Bar]:
    several = len(block.header) > 2
    unit, longest = _scale(block)
    for place, cell in enumerate(cells):
        words = _words(cell, page)
        if several and place + 1 < len(block.header):
            words = f"{block.header[place + 1]}: {words}"
        number = next((n for n in _numbers(cell) if n.unit is unit), None)
        length = number.value / longest if number else None
        yield _Bar(length=length, colour=_COLOURS[place % len(_COLOURS)], text=words)


def _scale(block: Block) -> tuple[Unit | None, int]:
    """Return what the bars count and the number of the longest one."""
    firsts = [_numbers(cell)[0] for row in block.rows for cell in row.cells[1:] if _numbers(cell)]
    if any(number.unit is Unit.PERCENT for number in firsts):
        return Unit.PERCENT, 100
    unit = firsts[0].unit if firsts else None
    return unit, max((number.value for number in firsts if number.unit is unit), default=1) or 1


def _numbers(cell: Iterable[Run]) -> list[NumberRun]:
    return [run for run in cell if isinstance(run, NumberRun)]


def _words(cell: Iterable[Run], page: Page) -> str:
    opening, closing = page.marks
    words = ""
    for run in cell:
        if isinstance(run, CiteRun):
            continue
        is_quote = run.kind == "quote"
        words += f"{opening}{run.text}{closing}" if is_quote else run.text
    return " ".join(words.split())


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _LETTERS) or [""]


def _text(x: float, y: float, text: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y}" font-family="{_FONT}" font-size="{_SIZE}"'
        f' fill="#1b1b1b"{weight}>{escape(text)}</text>'
    )
