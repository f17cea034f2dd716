"""A white sheet, measured in points from its upper left corner, that figures are drawn on."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from matplotlib import get_data_path
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from toolkit.text import squeeze_spaces

WIDTH = 720.0
MARGIN = 24.0
INK = "#1a2530"
SOFT = "#4c5a67"
LINE = "#c4ced6"
SIZE = 11.5
LEADING = 1.35

Side = Literal["left", "center", "right"]

_POINTS_PER_INCH = 72
_BREAKS = re.compile("[^\\S\N{NO-BREAK SPACE}]+")


class Sheet(Figure):
    """A figure as wide as a page on its side; it grows downwards as it is written on.

    Everything is placed in points on ``paper``, x from the left and y from the top, so what is
    measured before drawing is what is drawn. The font comes with matplotlib and texts are never
    read as formulas: a sheet looks the same on every machine.

    Attributes
    ----------
    paper
        Axes over the whole sheet; one unit is one point.
    y
        How far down the sheet is filled.
    """

    def __init__(self) -> None:
        size = (WIDTH / _POINTS_PER_INCH, WIDTH / _POINTS_PER_INCH)
        super().__init__(figsize=size, dpi=110, facecolor="white")
        self.set_layout_engine("none")
        self.paper = self.add_axes((0, 0, 1, 1))
        self.paper.set_axis_off()
        self.y = MARGIN
        self.finish()

    def _repr_png_(self) -> bytes | None:
        """Show the sheet in a notebook."""
        from IPython.core.pylabtools import print_figure

        picture: bytes | None = print_figure(self, bbox_inches=None)  # type: ignore[no-untyped-call]
        return picture

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        bold: bool = False,
        color: str = INK,
        side: Side = "left",
    ) -> Text:
        """Write one line whose middle is at height ``y``; ``side`` is the one that is at ``x``."""
        return self.paper.text(
            x,
            y,
            _drawable(text, bold=bold),
            fontproperties=_font(size, bold=bold),
            color=color,
            ha=side,
            va="center_baseline",
            parse_math=False,
            usetex=False,
        )

    def write_lines(
        self,
        x: float,
        y: float,
        text: str,
        *,
        width: float,
        most: int | None = None,
        size: float = SIZE,
        bold: bool = False,
        color: str = INK,
    ) -> float:
        """Write a text on as many lines as it needs, and return the height they take.

        ``y`` is the upper edge of the first line. A text of more than ``most`` lines is cut.
        """
        lines = fold(text, width, size=size, bold=bold, most=most)
        for number, line in enumerate(lines):
            middle = y + (number + 0.5) * size * LEADING
            self.write(x, middle, line, size=size, bold=bold, color=color)
        return len(lines) * size * LEADING

    def add_title(self, text: str) -> None:
        """Write the title of the figure."""
        width = WIDTH - 2 * MARGIN
        self.y += self.write_lines(MARGIN, self.y, text, width=width, size=17, bold=True) + 8

    def add_caption(self, *sentences: str) -> None:
        """Write sentences one after another; empty ones are left out."""
        text = " ".join(sentence for sentence in sentences if sentence)
        self.y += self.write_lines(MARGIN, self.y, text, width=WIDTH - 2 * MARGIN, color=SOFT) + 6

    def finish(self) -> None:
        """Cut the sheet below what is on it."""
        height = self.y + MARGIN / 2
        self.set_size_inches(WIDTH / _POINTS_PER_INCH, height / _POINTS_PER_INCH)
        self.paper.set_xlim(0, WIDTH)
        self.paper.set_ylim(height, 0)


def measure(text: str, *, size: float = SIZE, bold: bool = False) -> float:
    """Return the width of a text in points."""
    if not text:
        return 0.0
    font = _font(size, bold=bold)
    width, _height, _descent = text_to_path.get_text_width_height_descent(
        _drawable(text, bold=bold), font, ismath=False
    )
    return float(width)


def fold(
    text: str, width: float, *, size: float = SIZE, bold: bool = False, most: int | None = None
) -> list[str]:
    """Break a text into lines no wider than ``width`` points.

    Between words where it can be done. A text of more than ``most`` lines ends in ``…``.
    """
    lines = [""]
    for word in _words(text):
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer, size=size, bold=bold) <= width:
            lines[-1] = longer
            continue
        head, *rest = _split(word, width, size=size, bold=bold)
        lines = [*(lines if lines[-1] else []), head, *rest]
    if most is not None and len(lines) > most:
        last = lines[most - 1]
        while last and measure(f"{last}…", size=size, bold=bold) > width:
            last = last[:-1].rstrip()
        lines = [*lines[: most - 1], f"{last.rstrip(' ,.;:')}…"]
    return lines


def _words(text: str) -> list[str]:
    """Return words as people see them; a percent sign stays with its number."""
    words = _BREAKS.split(text.replace(" %", "\N{NO-BREAK SPACE}%"))
    return [word for word in map(squeeze_spaces, words) if word]


def _split(word: str, width: float, *, size: float, bold: bool) -> list[str]:
    """Cut a word that is wider than a line."""
    parts = [""]
    for letter in word:
        if parts[-1] and measure(parts[-1] + letter, size=size, bold=bold) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _font(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(fname=_font_file(bold=bold), size=size)


@cache
def _font_file(*, bold: bool) -> str:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return f"{get_data_path()}/fonts/ttf/{name}"


@cache
def _letters(*, bold: bool) -> frozenset[int]:
    return frozenset(get_font(_font_file(bold=bold)).get_charmap())


def _drawable(text: str, *, bold: bool) -> str:
    """Return one line in which every letter that the font lacks is a box."""
    known = _letters(bold=bold)
    line = unicodedata.normalize("NFC", squeeze_spaces(text))
    return "".join(letter if ord(letter) in known else "□" for letter in line)
