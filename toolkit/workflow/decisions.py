"""What people decide, as lines of the log."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit import store
from toolkit.domain import EventKind, Workshop
from toolkit.store import append_event


def create_workshop(folder: Path, *, title: str, actor: str, **details: Any) -> Workshop:  # noqa: ANN401
    """Make a new workshop and open its log.

    Raises
    ------
    BadName
        If the folder or the title cannot be used, or a shared database has the id already.
    """
    workshop = store.create_workshop(folder, title=title, **details)
    append_event(workshop, EventKind.WORKSHOP_CREATED, {"title": title}, actor=actor)
    return workshop


def decide(
    workshop: Workshop,
    kind: EventKind,
    payload: Mapping[str, Any],
    *,
    actor: str,
    expected_seq: int | None = None,
) -> None:
    """Record what a person decided.

    Raises
    ------
    Conflict
        If somebody changed the workshop after ``expected_seq``.
    """
    append_event(workshop, kind, payload, actor=actor, expected_seq=expected_seq)
