"""The fixed wording of documents: TOML files per language, which an editor may change."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.errors import NoSuchThing
from toolkit.i18n import N_

LANGUAGES = ("fi", "sv", "en")


@cache
def load_phrases(language: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the wording of one language: file name without suffix → key → phrase.

    Raises
    ------
    NoSuchThing
        If documents are not written in ``language``.
    """
    if language not in LANGUAGES:
        raise NoSuchThing(
            N_("No documents are written in the language: {language}. Choose from: {known}."),
            language=language,
            known=", ".join(LANGUAGES),
        )
    folder = files("toolkit") / "resources" / "sentences" / language
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {
        name.removesuffix(".toml"): tomllib.loads((folder / name).read_text(encoding="utf-8"))
        for name in names
    }
