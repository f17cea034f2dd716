"""What the machine proposes, as lines of the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from toolkit.domain import EventKind, Workshop
from toolkit.errors import Conflict
from toolkit.store import MACHINE, State, append_event
from toolkit.workflow.present import load_state

_TRIES = 5


def propose(
    workshop: Workshop,
    kind: EventKind,
    find: Callable[[State], Mapping[str, Any] | None],
    *,
    rests_on: Callable[[State], object],
) -> None:
    """Append what the machine finds, found from what people had decided when it was appended.

    Parameters
    ----------
    find
        Returns what to propose for a state of the workshop; None when that stands already.
    rests_on
        Returns the part of a state that the proposal depends on. If it changed while the machine
        was finding, it finds again.

    Raises
    ------
    Conflict
        If it changes every time the machine has found something.
    """
    state = load_state(workshop)
    for tries_left in reversed(range(_TRIES)):
        payload, basis = find(state), rests_on(state)
        if payload is None:
            return
        while rests_on(state) == basis:
            try:
                append_event(workshop, kind, payload, actor=MACHINE, expected_seq=state.seq)
            except Conflict:
                state = load_state(workshop)
                if rests_on(state) != basis and not tries_left:
                    raise
            else:
                return
