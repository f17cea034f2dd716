"""Themes, opinion groups and findings of a workshop, computed when something has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from toolkit import opinions, store, themes
from toolkit.domain import EventKind, Findings, Note, OpinionGroups, Theme, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import Conflict, TooEarly
from toolkit.findings import collect_findings
from toolkit.i18n import N_, _
from toolkit.store import MACHINE, State, append_event
from toolkit.workflow.present import Present, load_present, load_state, load_votes
from toolkit.workflow.progress import Progress, no_progress

_BATCH = 16
_AS_IT_STANDS = {"n_themes": None, "resolution": None, "seed": None}


def update_themes(
    workshop: Workshop,
    *,
    n_themes: int | None = None,
    resolution: float | None = None,
    seed: int | None = None,
    recompute: bool = False,
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> tuple[Theme, ...]:
    """Find themes if the notes or the settings have changed, and apply what people decided.

    Parameters
    ----------
    n_themes, resolution, seed
        See ``themes.find_again``; all None leaves the settings as they stand.
    recompute
        Find them again even so.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    """
    present = load_present(workshop)
    if not present.notes:
        raise TooEarly(N_("There are no notes to find themes in. Import an export first."))
    asked: dict[str, Any] = {"n_themes": n_themes, "resolution": resolution, "seed": seed}
    notes = fingerprint(sorted(note.id for note in present.notes))
    done = present.state.theme_input
    settings = done.get("settings", asked) if asked == _AS_IT_STANDS else asked
    wanted = {"notes": notes, "settings": settings}
    if done == wanted and not recompute:
        return present.themes
    encoder = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    _warm(encoder, present.notes, progress=progress)
    progress(0.8, _("Grouping the notes"))
    found = themes.find_again(
        present.notes,
        previous=present.state.proposed_themes,
        decisions=present.state.theme_decisions,
        encoder=encoder,
        n_themes=settings["n_themes"],
        resolution=settings["resolution"],
        seed=settings["seed"] or 0,
    )
    payload = {
        "themes": [store.to_plain(theme) for theme in found],
        "input": wanted,
        "encoder": encoder.name,
    }
    _propose(
        workshop,
        EventKind.THEMES_PROPOSED,
        payload,
        state=present.state,
        done=lambda state: not recompute and state.theme_input == wanted,
    )
    return load_present(workshop).themes


def _propose(
    workshop: Workshop,
    kind: EventKind,
    payload: Mapping[str, Any],
    *,
    state: State,
    done: Callable[[State], bool],
) -> None:
    """Append what the machine proposes, unless somebody was first with the same."""
    while not done(state):
        try:
            append_event(workshop, kind, payload, actor=MACHINE, expected_seq=state.seq)
        except Conflict:
            state = load_state(workshop)
        else:
            return


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
    imported: bool = False,
    progress: Progress = no_progress,
) -> OpinionGroups:
    """Find opinion groups if the votes have changed or it is asked for.

    Parameters
    ----------
    n_groups, recompute
        Compute the groups from the votes.
    imported
        Go back to the groups of the export.

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
    asked = recompute or imported or n_groups is not None
    if state.opinion_groups is not None and state.votes_id == source_id and not asked:
        return state.opinion_groups
    progress(0.4, _("Computing the opinion groups"))
    result = opinions.find_opinion_groups(votes, n_groups=n_groups, recompute=recompute)
    payload = {"result": store.to_plain(result), "source_id": source_id}
    _propose(
        workshop,
        EventKind.OPINION_GROUPS_PROPOSED,
        payload,
        state=state,
        done=lambda now: _same_groups(now, payload),
    )
    groups = load_state(workshop).opinion_groups
    assert groups is not None  # noqa: S101 - the event was appended above
    return groups


def _same_groups(state: State, payload: Mapping[str, Any]) -> bool:
    if state.opinion_groups is None or state.votes_id != payload["source_id"]:
        return False
    unnamed = [replace(group, name="") for group in state.opinion_groups.groups]
    current = store.to_plain(replace(state.opinion_groups, groups=tuple(unnamed)))
    return bool(store.to_text(current) == store.to_text(payload["result"]))


def load_findings(workshop: Workshop) -> Findings:
    """Collect what the material shows, as people have left it."""
    return findings_of(load_present(workshop))


def findings_of(present: Present) -> Findings:
    """Collect what a state of the workshop shows."""
    used = {note_id for theme in present.themes for note_id in theme.note_ids}
    notes = tuple(note for note in present.notes if note.id in used)
    found = collect_findings(notes, present.themes, present.state.opinion_groups)
    return replace(found, set_aside=tuple(sorted(present.set_aside)))


def fingerprint(value: object) -> str:
    """Return a short digest of what a result was computed from."""
    return blake2b(store.to_text(value).encode(), digest_size=8).hexdigest()
