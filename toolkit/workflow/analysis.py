"""Themes, opinion groups and findings of a workshop, computed when something has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from toolkit import opinions, store, themes
from toolkit.domain import EventKind, Findings, Note, OpinionGroups, Theme, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import TooEarly
from toolkit.findings import collect_findings
from toolkit.i18n import N_, _
from toolkit.store import MACHINE, append_event
from toolkit.workflow.present import load_present, load_state, load_votes
from toolkit.workflow.progress import Progress, no_progress

_BATCH = 16


def update_themes(
    workshop: Workshop,
    *,
    n_themes: int | None = None,
    resolution: float | None = None,
    seed: int = 0,
    recompute: bool = False,
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> tuple[Theme, ...]:
    """Find themes if the notes or the settings have changed, and apply what people decided.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    """
    present = load_present(workshop)
    if not present.notes:
        raise TooEarly(N_("There are no notes to find themes in. Import an export first."))
    asked = any((n_themes, resolution, seed))
    settings = {"n_themes": n_themes, "resolution": resolution, "seed": seed}
    ids = sorted(note.id for note in present.notes)
    key = fingerprint({"notes": ids, **(settings if asked else {})})
    same_notes = present.state.theme_input.split(" ")[0] == fingerprint({"notes": ids})
    if not recompute and (present.state.theme_input.endswith(key) or (same_notes and not asked)):
        return present.themes
    encoder = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    _warm(encoder, present.notes, progress=progress)
    progress(0.8, _("Grouping the notes"))
    found = themes.find_themes(
        present.notes, encoder=encoder, n_themes=n_themes, resolution=resolution, seed=seed
    )
    found = themes.carry_over(found, present.state.proposed_themes)
    payload = {
        "themes": [store.to_plain(theme) for theme in found],
        "input": f"{fingerprint({'notes': ids})} {key}",
        "settings": settings,
        "encoder": encoder.name,
    }
    append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=MACHINE)
    return load_present(workshop).themes


def _warm(encoder: Encoder, notes: Sequence[Note], *, progress: Progress) -> None:
    """Fill the cache of embeddings in small steps, so that people see progress and can stop."""
    texts = sorted({note.text for note in notes})
    for start in range(0, len(texts), _BATCH):
        progress(0.8 * start / len(texts), _("Reading the notes with the language model"))
        encoder.encode(texts[start : start + _BATCH])


def update_opinions(
    workshop: Workshop,
    *,
    n_groups: int | None = None,
    recompute: bool = False,
    progress: Progress = no_progress,
) -> OpinionGroups:
    """Find opinion groups if the votes have changed or it is asked for.

    Raises
    ------
    TooEarly
        If the workshop has no votes.
    """
    state = load_state(workshop)
    progress(0.1, _("Reading the votes"))
    loaded = load_votes(workshop, state=state)
    if loaded is None:
        raise TooEarly(N_("There are no votes. Import the export of a Polis conversation first."))
    votes, source_id = loaded
    asked = recompute or n_groups is not None
    if state.opinion_groups is not None and state.votes_id == source_id and not asked:
        return state.opinion_groups
    progress(0.4, _("Computing the opinion groups"))
    result = opinions.find_opinion_groups(votes, n_groups=n_groups, recompute=recompute)
    payload = {"result": store.to_plain(result), "source_id": source_id}
    append_event(workshop, EventKind.OPINION_GROUPS_PROPOSED, payload, actor=MACHINE)
    groups = load_state(workshop).opinion_groups
    assert groups is not None  # noqa: S101 - the event was appended above
    return groups


def load_findings(workshop: Workshop) -> Findings:
    """Collect what the material shows, as people have left it."""
    present = load_present(workshop)
    used = {note_id for theme in present.themes for note_id in theme.note_ids}
    notes = tuple(note for note in present.notes if note.id in used)
    found = collect_findings(notes, present.themes, present.state.opinion_groups)
    return replace(found, set_aside=tuple(sorted(present.set_aside)))


def fingerprint(value: object) -> str:
    """Return a short digest of what a result was computed from."""
    return blake2b(store.to_text(value).encode(), digest_size=8).hexdigest()
