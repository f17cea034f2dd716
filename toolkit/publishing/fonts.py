"""The font of the PDF, which comes with the package, and the signs it has."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from toolkit.publishing.page import printable

if TYPE_CHECKING:
    import typst


class Labelled(Protocol):
    """A page or a card: what has the words of a frame."""

    @property
    def labels(self) -> Mapping[str, Any]:
        """Key → word or phrase."""


def in_signs(text: str, page: Labelled) -> str:
    """Return a text in signs that the font has: others by their name, in brackets."""
    have = _signs()
    return "".join(
        sign if ord(sign) in have or sign in "\n\t" else _named(sign, page)
        for sign in unicodedata.normalize("NFC", printable(text))
    )


def _named(sign: str, page: Labelled) -> str:
    category = unicodedata.category(sign)
    if category in {"Zl", "Zp"}:
        return "\n"
    if category == "Zs":
        return " "
    # Signs without a shape of their own: joiners, variants of an emoji, tones of its skin.
    if category in {"Cc", "Cf", "Mn"} or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return ""
    name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
    named: str = page.labels["sign"]
    return named.format(name=name)


@cache
def _signs() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    signs: set[int] = set()
    for place, path in enumerate(sorted(_folder().glob("*.ttf"))):
        with TTFont(path, lazy=True) as font:
            found = set(font.getBestCmap())
        signs = found if place == 0 else signs & found
    # One hyphen is shown as the other; what joins pictures joins nothing where there are none.
    return frozenset((signs | {0x2011}) - {0x200D})


@cache
def load_fonts() -> typst.Fonts:
    """Return the bundled fonts and no others."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_folder())],
    )


def _folder() -> Path:
    return Path(str(files("toolkit") / "resources" / "fonts"))
