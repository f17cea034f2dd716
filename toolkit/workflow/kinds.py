"""Kinds of the notes of a workshop, suggested when the notes have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from toolkit import store
from toolkit.domain import EventKind, KindSuggestion, Note, NoteKind, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import TooEarly
from toolkit.i18n import N_, _
from toolkit.kinds import find_kinds
from toolkit.lemmas import load_parser
from toolkit.store import State
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

    def find(state: State) -> Mapping[str, Any] | None:
        notes = sorted(load_notes(workshop, state=state), key=lambda note: note.id)
        if not notes:
            raise TooEarly(N_("There are no notes yet. Import an export first."))
        wanted = fingerprint([note.id for note in notes])
        if state.kind_input == wanted and not recompute:
            return None
        own = encoder or load_encoder(cache=store.cache_folder(workshop, "embeddings"))
        found = _find_kinds(notes, encoder=own, progress=progress)
        return {
            "kinds": [store.to_plain(one) for one in found],
            "input": wanted,
            "encoder": own.name,
        }

    propose(
        workshop,
        EventKind.KINDS_PROPOSED,
        find,
        rests_on=lambda state: ([source.id for source in state.sources], state.kind_input),
    )
    return load_state(workshop).proposed_kinds


def _find_kinds(
    notes: Sequence[Note], *, encoder: Encoder, progress: Progress
) -> tuple[KindSuggestion, ...]:
    progress(0.0, _("Loading the language models"))
    parser = load_parser()
    found: list[KindSuggestion] = []
    for start in range(0, len(notes), _BATCH):
        progress(0.1 + 0.9 * start / len(notes), _("Finding the kinds of notes"))
        found += find_kinds(notes[start : start + _BATCH], encoder=encoder, parser=parser)
    return tuple(found)


def load_kinds(workshop: Workshop) -> Mapping[str, NoteKind]:
    """Return note id → the kind people chose, else the machine's suggestion.

    Empty before kinds were found.
    """
    return load_state(workshop).kinds
