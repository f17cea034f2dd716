"""The rules of good official language: TOML files per language, which an editor may change."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SENTENCE_WORDS = 25
PARAGRAPH_WORDS = 90
PASSIVES = 3  # sentences in the passive that may follow one another


@dataclass(frozen=True, kw_only=True)
class StyleRules:
    """What the texts of one language are checked for.

    Attributes
    ----------
    rules
        What not to write, and what to write instead.
    people
        A number from one to four and a word for people.
    hidden
        What a cell says whose number is not shown.
    total
        What the row or column of a total is called.
    passive
        A verb in the passive.
    abbreviations
        That need an explanation once in a document.
    sensitive
        Words on health and family that may tell who wrote a note.
    """

    rules: tuple[tuple[re.Pattern[str], str], ...]
    people: re.Pattern[str]
    hidden: re.Pattern[str]
    total: frozenset[str]
    passive: re.Pattern[str]
    abbreviations: tuple[str, ...]
    sensitive: re.Pattern[str]


@cache
def load_style_rules(language: str) -> StyleRules:
    """Return the rules of a language that documents are written in."""
    path = files("toolkit") / "resources" / "style_rules" / f"{language}.toml"
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    return StyleRules(
        rules=tuple((_pattern(rule["pattern"]), rule["instead"]) for rule in plain["rules"]),
        people=_pattern(rf"(?<![\w,.–-]){plain['people']}"),
        hidden=_pattern(plain["hidden"]),
        total=frozenset(plain["total"]),
        passive=_pattern(plain["passive"]),
        abbreviations=tuple(plain["abbreviations"]),
        sensitive=_pattern(plain["sensitive"].replace("\n", "")),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
