"""Fewer or more themes: what they would be, kept so that people may look before they choose."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit import store, themes
from toolkit.domain import REST_ID, EventKind, Theme, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.i18n import _
from toolkit.store import State
from toolkit.workflow.analysis import fingerprint, group_texts, warm_encoder
from toolkit.workflow.present import load_state
from toolkit.workflow.progress import Progress, no_progress

RESOLUTIONS = (0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 2.8, 4.0)
"""Each about 1.4 times the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeChoice:
    """The themes that a resolution would lead to, decisions applied.

    Attributes
    ----------
    resolution
        One of ``RESOLUTIONS``.
    themes
        Pairs of name and number of notes, largest first, *Muut* left out.
    n_rest
        How many notes would be in *Muut*.
    """

    resolution: float
    themes: tuple[tuple[str, int], ...]
    n_rest: int


def find_theme_choices(
    workshop: Workshop, *, encoder: Encoder | None = None, progress: Progress = no_progress
) -> tuple[ThemeChoice, ...]:
    """Find the themes for every one of ``RESOLUTIONS`` and keep them in the cache.

    Nothing is decided and nothing proposed: the log stays as it is.

    Returns
    -------
    tuple of ThemeChoice
        The fewest themes first; of two with as many themes the one nearer to the default.

    Raises
    ------
    TooEarly
        If the workshop has neither notes nor statements.
    """
    state = load_state(workshop)
    texts = group_texts(workshop, state)
    own = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    warm_encoder(own, (*texts.notes, *texts.statements), progress=progress)
    found = themes.try_out(
        texts.notes,
        statements=texts.statements,
        previous=state.proposed_themes,
        decisions=state.theme_decisions,
        offered=[offer.note_id for offer in state.theme_offers],
        encoder=own,
        resolutions=RESOLUTIONS,
    )
    made = []
    for done, (resolution, grouped) in enumerate(zip(RESOLUTIONS, found, strict=True), start=1):
        made.append(_choice(resolution, grouped))
        progress(0.8 + 0.2 * done / len(RESOLUTIONS), _("Trying out fewer and more themes"))
    choices = _different(made)
    plain = {
        "input": _input(state),
        "choices": store.to_plain(choices, tuple[ThemeChoice, ...]),
    }
    store.write_bytes(_path(workshop), store.to_text(plain).encode())
    return choices


def kept_theme_choices(workshop: Workshop, state: State) -> tuple[ThemeChoice, ...] | None:
    """Return what was found last; None when it was not, or something has changed since."""
    try:
        plain = json.loads(_path(workshop).read_text(encoding="utf-8"))
        if plain["input"] != _input(state):
            return None
        return store.from_plain(tuple[ThemeChoice, ...], plain["choices"])
    except (OSError, ValueError, KeyError):
        return None  # a cache that cannot be read is a cache that is not there


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierThemes:
    """How themes were found before the settings that stand.

    Attributes
    ----------
    settings
        ``n_themes``, ``resolution`` and ``seed``; None for the default.
    n_themes
        How many themes were proposed with them, *Muut* left out.
    """

    settings: Mapping[str, Any]
    n_themes: int


def earlier_theme_settings(workshop: Workshop) -> EarlierThemes | None:
    """Return the settings that stood before those of now; None when there were no others."""
    proposals = [
        event.payload
        for event in store.load_events(workshop)
        if event.kind is EventKind.THEMES_PROPOSED and "settings" in event.payload["input"]
    ]
    if not proposals:
        return None
    now = proposals[-1]["input"]["settings"]
    for payload in reversed(proposals):
        settings = payload["input"]["settings"]
        if settings != now:
            n_themes = sum(theme["id"] != REST_ID for theme in payload["themes"])
            return EarlierThemes(settings=settings, n_themes=n_themes)
    return None


def _choice(resolution: float, grouped: tuple[Theme, ...]) -> ThemeChoice:
    named = sorted((-len(one.note_ids), one.label) for one in grouped if not one.is_rest)
    return ThemeChoice(
        resolution=resolution,
        themes=tuple((label, -n) for n, label in named),
        n_rest=sum(len(one.note_ids) for one in grouped if one.is_rest),
    )


def _different(made: list[ThemeChoice]) -> tuple[ThemeChoice, ...]:
    by_number: dict[int, ThemeChoice] = {}
    for choice in sorted(made, key=lambda one: abs(one.resolution - 1)):
        by_number.setdefault(len(choice.themes), choice)
    return tuple(by_number[n] for n in sorted(by_number))


def _input(state: State) -> str:
    return fingerprint(
        [
            [[theme.id, theme.label, theme.note_ids] for theme in state.proposed_themes],
            [event.seq for event in state.theme_decisions],
            [offer.note_id for offer in state.theme_offers],
            [source.id for source in state.sources],
            dict(state.background),
        ]
    )


def _path(workshop: Workshop) -> Path:
    return store.cache_folder(workshop, "themes") / "choices.json"
