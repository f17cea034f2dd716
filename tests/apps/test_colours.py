"""The colours of the screens can be read, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLE = (
    Path(__file__).parents[2]
    / "toolkit/resources/jupyter/voila/templates/osallisuus/static/screen.css"
)
BLOCKS = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
LIGHT, DARK = (dict(re.findall(r"--os-([\w-]+): (#[0-9a-f]{6})", block)) for block in BLOCKS)

GROUNDS = ("paper", "ground", "head", "shade")
PALE = ("blue-pale", "green-pale", "amber-pale", "red-pale")
TEXT = [
    *((ink, ground) for ink in ("ink", "soft", "blue") for ground in (*GROUNDS, *PALE)),
    *((colour, "paper") for colour in ("green", "amber", "red", "blue-dark", "off")),
    *((colour, f"{colour}-pale") for colour in ("blue", "green", "amber", "red")),
    *(("on-dark", colour) for colour in ("blue", "blue-dark", "green", "ink")),
]
SHAPES = [
    *((colour, ground) for colour in ("edge", "focus", "blue") for ground in ("paper", "ground")),
    *((colour, "paper") for colour in ("waiting", "agree", "disagree")),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("pairs", "least"), [(TEXT, 4.5), (SHAPES, 3.0)], ids=["text", "borders and focus"]
)
def test_the_contrast_is_enough(
    pairs: list[tuple[str, str]], least: float, tokens: dict[str, str]
) -> None:
    weak = {
        pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2)
        for pair in pairs
        if contrast(tokens[pair[0]], tokens[pair[1]]) < least
    }

    assert weak == {}


def test_every_colour_has_one_for_the_dark() -> None:
    assert LIGHT.keys() == DARK.keys()
