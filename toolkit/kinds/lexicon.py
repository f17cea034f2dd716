"""Words that give kinds away, and examples of kinds: TOML files that an editor may change."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from toolkit.domain import NoteKind

LANGUAGES = ("fi", "sv", "en")


class Lexicon(NamedTuple):
    """What is known of one language.

    Attributes
    ----------
    signs
        Code → the words that are the sign.
    denied
        Base forms of verbs; a note that denies one tells of a lack. Finnish only.
    prompts
        Kind → words of questions that ask for notes of it.
    examples
        Kind → invented notes.
    """

    signs: Mapping[str, re.Pattern[str]]
    denied: frozenset[str]
    prompts: Mapping[NoteKind, re.Pattern[str]]
    examples: Mapping[NoteKind, tuple[str, ...]]


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return what is known of ``language``, one of ``LANGUAGES``."""
    path = files("toolkit") / "resources" / "kinds" / f"{language}.toml"
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lexicon(
        signs={code: words_pattern(words) for code, words in plain["signs"].items()},
        denied=frozenset(plain.get("denied", {}).get("verbs", ())),
        prompts={NoteKind(k): words_pattern(words) for k, words in plain["prompts"].items()},
        examples={NoteKind(k): tuple(texts) for k, texts in plain["examples"].items()},
    )


def words_pattern(words: Sequence[str]) -> re.Pattern[str]:
    r"""Return a pattern that finds any of ``words``, longest first.

    >>> words_pattern(["pelkä*", "miksi … aina"]).findall("Miksi pitää aina pelkäillä?")
    ['Miksi pitää aina', 'pelkäillä']
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(_one, longest_first))})\b", re.IGNORECASE)


def _one(words: str) -> str:
    pattern = re.escape(words).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\b[^.!?]*?\b")
    return pattern.replace(r"\ ", r"\s+")
