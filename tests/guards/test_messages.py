"""Every message is translated, with the same slots, and the compiled catalogue is fresh."""

from __future__ import annotations

import io
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "toolkit" / "resources" / "locale"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

languages = pytest.mark.parametrize("language", ["fi", "sv"])


@cache
def in_code() -> frozenset[str]:
    found = extract_from_dir(
        ROOT / "toolkit", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    return frozenset(
        message if isinstance(message, str) else message[0] for _f, _l, message, _c, _x in found
    )


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "toolkit.po").open("rb") as file:
        return read_po(file, locale=language)


def texts(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def slots(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


@languages
def test_every_message_is_translated(language: str) -> None:
    done = {texts(m.id)[0] for m in catalogue(language) if m.id and all(texts(m.string))}

    assert sorted(in_code() - done) == []


@languages
def test_no_translation_is_left_over(language: str) -> None:
    known = {texts(message.id)[0] for message in catalogue(language) if message.id}

    assert sorted(known - in_code()) == []


@languages
def test_translations_have_the_slots_of_the_message(language: str) -> None:
    wrong = [
        text
        for message in catalogue(language)
        if message.id
        for text in texts(message.string)
        if slots(text) != slots(texts(message.id)[-1])
    ]

    assert wrong == []


@languages
def test_the_compiled_catalogue_is_fresh(language: str) -> None:
    fresh = io.BytesIO()
    write_mo(fresh, catalogue(language))

    compiled = (LOCALE / language / "LC_MESSAGES" / "toolkit.mo").read_bytes()
    assert compiled == fresh.getvalue(), "run: make messages"


@languages
def test_finnish_and_swedish_quotation_marks(language: str) -> None:
    straight = [
        text
        for message in catalogue(language)
        if message.id
        for text in texts(message.string)
        if '"' in text
    ]

    assert straight == []
