"""What the machine proposes, as lines of the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from toolkit.domain import EventKind, Workshop
from toolkit.errors import Conflict
from toolkit.store import MACHINE, State, append_event
from toolkit.workflow.present import load_state


def propose(
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
