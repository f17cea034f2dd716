"""Kinds of the notes of a workshop, suggested when the notes have changed."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit import store
from toolkit.domain import EventKind, KindSuggestion, NoteKind, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import TooEarly
from toolkit.i18n import N_, _
from toolkit.kinds import find_kinds
from toolkit.lemmas import load_parser
from toolkit.workflow.analysis import fingerprint
from toolkit.workflow.present import load_notes, load_state
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.proposals import propose

_BATCH = 32


def update_kinds(
    workshop: Workshop,
    *,
    encoder: Encoder | None = None,
    recompute: bool = False,
    progress: Progress = no_progress,
) -> tuple[KindSuggestion, ...]:
    """Suggest the kind of every note if the notes have changed. What people chose stays.

    Parameters
    ----------
    recompute
        Suggest again even so.

    Returns
    -------
    tuple of KindSuggestion
        One for each note, sorted by note id; what people chose is in ``load_kinds``.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    MissingModel
        If a language model is not installed.
    """
    state = load_state(workshop)
    notes = sorted(load_notes(workshop, state=state), key=lambda note: note.id)
    if not notes:
        raise TooEarly(N_("There are no notes yet. Import an export first."))
    wanted = fingerprint([note.id for note in notes])
    if state.kind_input == wanted and not recompute:
        return state.proposed_kinds
    encoder = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    progress(0.0, _("Loading the language models"))
    parser = load_parser()
    found: list[KindSuggestion] = []
    for start in range(0, len(notes), _BATCH):
        progress(0.1 + 0.9 * start / len(notes), _("Finding the kinds of notes"))
        found += find_kinds(notes[start : start + _BATCH], encoder=encoder, parser=parser)
    payload = {
        "kinds": [store.to_plain(one) for one in found],
        "input": wanted,
        "encoder": encoder.name,
    }
    propose(
        workshop,
        EventKind.KINDS_PROPOSED,
        payload,
        state=state,
        done=lambda now: not recompute and now.kind_input == wanted,
    )
    return load_state(workshop).proposed_kinds


def load_kinds(workshop: Workshop) -> Mapping[str, NoteKind]:
    """Return note id → the kind people chose, else the machine's suggestion.

    Empty before kinds were found.
    """
    return load_state(workshop).kinds
