"""Themes and findings of a workshop, computed when something has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any, NamedTuple

from toolkit import store, themes
from toolkit.domain import EventKind, Findings, Hearing, Note, Statement, Theme, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import BadName, TooEarly
from toolkit.findings import collect_findings
from toolkit.i18n import N_, _
from toolkit.lemmas import strip_frame
from toolkit.store import State
from toolkit.text import squeeze_spaces
from toolkit.workflow.present import (
    Present,
    applied_themes,
    load_notes,
    load_present,
    load_statements,
)
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.proposals import propose
from toolkit.workflow.surveys import load_surveys

_BATCH = 32  # seconds at most, with the slowest model
_AS_IT_STANDS = {"n_themes": None, "resolution": None, "seed": None}


def update_themes(
    workshop: Workshop,
    *,
    n_themes: int | None = None,
    resolution: float | None = None,
    seed: int | None = None,
    default: bool = False,
    recompute: bool = False,
    chosen_by: str = "",
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> tuple[Theme, ...]:
    """Find themes if the notes or the settings have changed, and apply what people decided.

    Parameters
    ----------
    n_themes, resolution, seed
        See ``themes.find_again``; all None leaves the settings as they stand.
    default
        Forget the settings that stand.
    recompute
        Find them again even so.
    chosen_by
        Who asks for other settings than the default; kept with them.

    Raises
    ------
    TooEarly
        If the workshop has neither notes nor statements.
    BadName
        If more themes are asked for than there are different notes.
    Conflict
        If people went on deciding on themes as often as they were found.
    """
    asked: dict[str, Any] = {"n_themes": n_themes, "resolution": resolution, "seed": seed}

    def find(state: State) -> Mapping[str, Any] | None:
        texts = group_texts(workshop, state)
        _check_number(n_themes, texts.notes or texts.statements)
        done = state.theme_input
        stands = asked == _AS_IT_STANDS and not default
        settings = done.get("settings", asked) if stands else asked
        notes = fingerprint(sorted(text.id for text in (*texts.notes, *texts.statements)))
        wanted = {"notes": notes, "settings": settings}
        if {key: done.get(key) for key in wanted} == wanted and not recompute:
            return None
        who = "" if default else done.get("chosen_by", "") if stands else chosen_by
        own = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
        warm_encoder(own, (*texts.notes, *texts.statements), progress=progress)
        progress(0.8, _("Grouping the notes"))
        found = _find_themes(texts, state, encoder=own, settings=settings)
        return {**found, "input": {**wanted, **_by(who)}, "encoder": own.name}

    propose(workshop, EventKind.THEMES_PROPOSED, find, rests_on=_what_themes_rest_on)
    return load_present(workshop).themes


def _by(who: str) -> dict[str, str]:
    return {"chosen_by": who} if who else {}


class Texts(NamedTuple):
    """What is grouped."""

    notes: tuple[Note, ...]
    statements: tuple[Statement, ...]


def group_texts(workshop: Workshop, state: State) -> Texts:
    """Return the notes and statements that themes are found in.

    Raises
    ------
    TooEarly
        If there are none.
    """
    texts = Texts(load_notes(workshop, state=state), load_statements(workshop, state=state))
    if not any(texts):
        raise TooEarly(N_("There are no notes to find themes in. Import an export first."))
    return texts


def _find_themes(
    texts: Texts, state: State, *, encoder: Encoder, settings: Mapping[str, Any]
) -> dict[str, Any]:
    found = themes.find_again(
        texts.notes,
        statements=texts.statements,
        previous=state.proposed_themes,
        decisions=state.theme_decisions,
        offered=[offer.note_id for offer in state.theme_offers],
        encoder=encoder,
        n_themes=settings["n_themes"],
        resolution=settings["resolution"],
        seed=settings["seed"] or 0,
    )
    before = applied_themes(state)
    now = themes.apply_decisions(found.themes, state.theme_decisions)
    return {
        "themes": [store.to_plain(theme) for theme in found.themes],
        "offers": [store.to_plain(offer) for offer in found.offers],
        "changes": store.to_plain(themes.compare_themes(before, now)) if before else None,
    }


def _what_themes_rest_on(state: State) -> object:
    """Return what people and the machine may have changed while themes were found."""
    return (
        state.theme_decisions,
        state.proposed_themes,
        state.theme_offers,
        state.theme_input,
        [source.id for source in state.sources],
        state.background,
    )


def theme_settings(state: State) -> dict[str, Any]:
    """Return ``n_themes``, ``resolution`` and ``seed`` as they stand; None for the default."""
    settings = {**_AS_IT_STANDS, **state.theme_input.get("settings", {})}
    usual = {"resolution": 1.0, "seed": 0}
    return {key: None if value == usual.get(key) else value for key, value in settings.items()}


def _check_number(n_themes: int | None, notes: Sequence[Note]) -> None:
    n_different = len({squeeze_spaces(note.text).casefold() for note in notes})
    if n_themes is not None and n_themes > n_different:
        msg = N_("There cannot be more themes than different notes: {n}. There are {n_notes}.")
        raise BadName(msg, n=n_themes, n_notes=n_different)


def warm_encoder(encoder: Encoder, notes: Sequence[Note], *, progress: Progress) -> None:
    """Fill the cache of embeddings in small steps, so that people see progress and can stop."""
    texts = sorted({text for note in notes for text in (note.text, strip_frame(note.text))})
    for start in range(0, len(texts), _BATCH):
        progress(0.8 * start / len(texts), _("Reading the notes with the language model"))
        encoder.encode(texts[start : start + _BATCH])


def load_findings(workshop: Workshop) -> Findings:
    """Collect what the material shows, as people have left it."""
    return findings_of(load_present(workshop))


def findings_of(present: Present) -> Findings:
    """Collect what a state of the workshop shows."""
    used = {note_id for theme in present.themes for note_id in theme.note_ids}
    notes = tuple(note for note in present.notes if note.id in used)
    state = present.state
    found = collect_findings(
        notes, present.themes, state.opinion_groups, kinds=state.kinds, sources=state.sources
    )
    return replace(
        found,
        set_aside=tuple(sorted(present.set_aside)),
        quote_choices=state.quote_choices,
        talk_choices=state.talk_choices,
        proceedings=replace(state.proceedings, hearing=last_hearing(state)),
        surveys=load_surveys(present.workshop, state=state),
    )


def last_hearing(state: State) -> Hearing | None:
    """Return the comment round that changed last; None before the first."""
    rounds = tuple(state.hearings.values())
    return rounds[-1] if rounds else None


def fingerprint(value: object) -> str:
    """Return a short digest of what a result was computed from."""
    return blake2b(store.to_text(value).encode(), digest_size=8).hexdigest()
