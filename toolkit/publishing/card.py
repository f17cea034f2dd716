"""A results card: one page and one picture that tell what took part and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from toolkit.phrases import load_phrases
from toolkit.publishing.fonts import in_signs, load_fonts
from toolkit.publishing.page import LOCALES, printable

_PIXELS = 1.5  # of the picture for each point of the drawing: 1080 wide


@dataclass(frozen=True, slots=True, kw_only=True)
class CardNumber:
    """A number that stands out, and its unit: ``"115"``, ``"merkintää"``."""

    number: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBar:
    """A bar: what it is of, its number in words, and how long it is (0–1)."""

    label: str
    shown: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDecision:
    """A decision: what became of it, what was proposed, who decided."""

    outcome: str
    words: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a results card shows. Nobody who took part can be told from it.

    Attributes
    ----------
    facts
        Date, place and organiser, as they are known.
    questions
        What was asked.
    remarks
        What the numbers do not tell.
    more
        Where to read or ask more, in the organiser's words.
    """

    language: str
    title: str
    facts: tuple[str, ...]
    questions: tuple[str, ...]
    numbers: tuple[CardNumber, ...]
    themes: tuple[CardBar, ...]
    outcomes: tuple[CardBar, ...]
    decisions: tuple[CardDecision, ...]
    no_outcomes: str
    remarks: tuple[str, ...]
    more: str

    @cached_property
    def labels(self) -> Mapping[str, Any]:
        """The words of the frame of any document in the language of the card."""
        return load_phrases(self.language)["labels"]

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The headings of the card in its language."""
        return load_phrases(self.language)["card"]


def describe_card(card: Card) -> str:
    """Return the words that stand for the picture, for those who do not see it."""
    words = card.words
    numbers = ", ".join(f"{one.number} {one.unit}" for one in card.numbers)
    themes = ", ".join(f"{one.label} ({one.shown})" for one in card.themes)
    outcomes = ", ".join(f"{one.label.lower()} {one.shown}" for one in card.outcomes)
    sentences = (
        f"{words['kicker']}: {card.title}" + ("" if card.title[-1:] in "?!." else "."),
        words["alt_numbers"].format(numbers=numbers) if numbers else "",
        words["alt_themes"].format(themes=themes) if themes else "",
        words["alt_outcomes"].format(outcomes=outcomes) if outcomes else card.no_outcomes,
    )
    return " ".join(filter(None, sentences))


def render_card_page(card: Card) -> bytes:
    """Return the card as one HTML file: no script, no request, nothing but text and style."""
    text = _template().render(
        card=card,
        words=card.words,
        locale=LOCALES[card.language],
        style=Markup(_read("card.css")),  # noqa: S704 - our own file
    )
    return text.encode("utf-8")


def render_card_picture(card: Card) -> bytes:
    """Return the card as a picture (PNG, 1080 pixels wide), the same for the same card."""
    import typst

    plain = {**asdict(card), "words": dict(card.words), "lang": card.language}
    made: bytes = typst.compile(
        _read("card.typ").encode(),
        format="png",
        ppi=72 * _PIXELS,
        sys_inputs={"card": json.dumps(_shown(plain, card), ensure_ascii=False)},
        font_paths=load_fonts(),
        ignore_system_fonts=True,
    )
    return made


def _shown(value: Any, card: Card) -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(value, str):
        return in_signs(value, card)
    if isinstance(value, (list, tuple)):
        return [_shown(item, card) for item in value]
    if isinstance(value, dict):
        return {key: _shown(item, card) for key, item in value.items()}
    return value


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    return environment.from_string(_read("card.html"))


@cache
def _read(name: str) -> str:
    path = files("toolkit") / "resources" / "style" / name
    return path.read_text(encoding="utf-8")
