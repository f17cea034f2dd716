"""What each document, each of its contents and each language is, in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit.apps.wording import LANGUAGE_NAMES
from toolkit.i18n import LANGUAGES, N_, _
from toolkit.store import State

_FOR = {
    "tyopajan-yhteenveto": N_(
        "For everybody who took part: what was asked, what people wrote and how it was grouped."
    ),
    "koonti": N_(
        "For those who prepare a strategy or a programme: what several workshops and groups share "
        "and where they differ."
    ),
    "polis-kooste": N_(
        "For those who prepare and for a round table: which statements unite and which divide."
    ),
    "julkilausuma": N_(
        "One or two pages to a named recipient: what the participants propose and why."
    ),
    "osallisuusohjelma": N_(
        "For those who write a participation programme: its chapters, filled with what people have "
        "said, and places for what is still to be decided."
    ),
    "palaute": N_("For the participants: what became of what they said, and what happens next."),
    "lausuntoyhteenveto": N_(
        "For the body that decides: who commented on a draft, what they proposed and how it was "
        "answered."
    ),
    "paattajan-tiivistelma": N_(
        "One page for the members of the body that decides: the matter, the proposals, the grounds."
    ),
}
_OWN = N_("A document of your own organisation.")

_PRESETS = {
    "popsote-2021": (
        N_("Contents of North Ostrobothnia 2021"),
        N_("A long programme: concepts, values, services, partners, follow-up."),
    ),
    "satakunta-2024": (
        N_("Contents of Satakunta 2024"),
        N_("A programme in six parts: shorter, begins with concepts and the course of the work."),
    ),
    "yleiskieli": (
        N_("Standard language"),
        N_(
            "One or two pages in ordinary language: what was asked, what people said, what came of "
            "it and why."
        ),
    ),
    "selko": (
        N_("Short sentences"),
        N_("A starting point for easy language: short sentences, few figures. Have it checked."),
    ),
}


def describe_type(kind: str) -> str:
    """Say in a sentence whom a document is for."""
    return _(_FOR.get(kind, _OWN))


def preset_views(names: Iterable[str]) -> list[dict[str, str]]:
    """Return the contents a document can have, each with what it is for."""
    named = ((name, *_PRESETS.get(name, (name, ""))) for name in names)
    return [
        {"key": name, "label": _(label), "hint": _(words) if words else ""}
        for name, label, words in named
    ]


def language_views(state: State, kind: str) -> list[dict[str, Any]]:
    """Return the languages of documents, and whether this one has been drafted in each."""
    return [
        {"key": key, "label": _(LANGUAGE_NAMES[key]), "drafted": (kind, key) in state.written}
        for key in LANGUAGES
    ]
