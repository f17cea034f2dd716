"""Decisions: what means nothing is refused, and the workshop stays readable."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from toolkit import store, workflow
from toolkit.domain import EventKind, Receipt, Source, Workshop
from toolkit.errors import BadName, NoSuchThing
from toolkit.store import DATABASE_URL

AT = datetime(2026, 10, 7, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        pytest.param(EventKind.NOTE_MOVED, {"note": 1}, id="wrong key"),
        pytest.param(EventKind.NOTE_MOVED, {"note_ids": [], "theme_id": "muut"}, id="none moved"),
        pytest.param(EventKind.THEME_RENAMED, {"theme_id": "muut", "label": " "}, id="no name"),
        pytest.param(EventKind.THEME_RENAMED, {"theme_id": "t-9", "label": "X"}, id="no theme"),
        pytest.param(EventKind.NOTE_SET_ASIDE, {"note_id": "x"}, id="no note"),
        pytest.param(
            EventKind.KIND_DECIDED, {"note_id": "x", "kind": "huoli"}, id="kind of no note"
        ),
        pytest.param(EventKind.THEME_SPLIT, {"theme_id": "muut", "parts": [{}]}, id="rest split"),
        pytest.param(
            EventKind.THEME_LOCKED, {"theme_id": "muut", "locked": True}, id="rest locked"
        ),
        pytest.param(EventKind.THEME_DESCRIBED, {"theme_id": "t-9"}, id="no theme described"),
        pytest.param(
            EventKind.THEME_ADDED,
            {"theme_id": "t-1", "label": "X", "note_ids": ["x"]},
            id="no notes",
        ),
        pytest.param(EventKind.NOTE_PINNED, {"note_id": "x", "theme_id": "muut"}, id="none pinned"),
        pytest.param(
            EventKind.NOTE_MOVED, {"statement_id": "x", "theme_id": "muut"}, id="no statement"
        ),
        pytest.param(EventKind.GROUP_NAMED, {"group_id": "Z", "name": "X"}, id="no group"),
        pytest.param(
            EventKind.PARAGRAPH_EDITED,
            {"type": "julkilausuma", "block_id": "b", "text": ""},
            id="empty edit",
        ),
        pytest.param(
            EventKind.PARAGRAPH_DECIDED,
            {"type": "julkilausuma", "block_id": "b", "decision": "hyväksy"},
            id="no decision",
        ),
        pytest.param(
            EventKind.COMMENT_ADDED,
            {"type": "julkilausuma", "block_id": "b", "text": "Hyvä!"},
            id="no block",
        ),
    ],
)
def test_a_decision_that_means_nothing_is_refused(
    workshop: Workshop, kind: EventKind, payload: dict[str, Any]
) -> None:
    before = store.last_seq(workshop)

    with pytest.raises((BadName, NoSuchThing)):
        workflow.decide(workshop, kind, payload, actor="Aino")

    assert store.last_seq(workshop) == before


def test_two_workshops_of_one_name_do_not_share_a_log(
    tmp_path: Path, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_URL, postgres_url)
    workflow.create_workshop(tmp_path / "kuopio" / "yhteinen-ilta", title="Kuopio", actor="Aino")

    with pytest.raises(BadName, match="yhteinen-ilta"):
        workflow.create_workshop(tmp_path / "joensuu" / "yhteinen-ilta", title="J", actor="Veikko")

    assert not (tmp_path / "joensuu" / "yhteinen-ilta").exists()


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        pytest.param(
            EventKind.THEMES_MERGED, {"theme_ids": ["t-a"], "into": "t-a"}, id="merged with itself"
        ),
        pytest.param(
            EventKind.NOTE_MOVED, {"statement_id": "n1", "theme_id": "t-v"}, id="note as statement"
        ),
        pytest.param(
            EventKind.NOTE_MOVED, {"note_id": "s1", "theme_id": "t-a"}, id="statement as note"
        ),
        pytest.param(EventKind.NOTE_SET_ASIDE, {"note_id": "s1"}, id="statement set aside"),
        pytest.param(
            EventKind.NOTE_MOVED, {"note_ids": ["n1", "x"], "theme_id": "t-a"}, id="unknown note"
        ),
    ],
)
def test_a_decision_that_would_change_nothing_is_refused(
    workshop: Workshop, kind: EventKind, payload: dict[str, Any]
) -> None:
    propose_two(workshop)
    before = store.last_seq(workshop)

    with pytest.raises((BadName, NoSuchThing)):
        workflow.decide(workshop, kind, payload, actor="Aino")

    assert store.last_seq(workshop) == before


def test_a_workshop_opens_whatever_statement_was_moved(workshop: Workshop) -> None:
    propose_two(workshop)
    for theme_id in ("t-v", "t-a", "muut", "t-a"):
        payload = {"statement_id": "s1", "theme_id": theme_id}
        workflow.decide(workshop, EventKind.NOTE_MOVED, payload, actor="Aino")

    (theme,) = workflow.applied_themes(workflow.load_state(workshop))
    assert (theme.id, theme.statement_ids, theme.placed_ids) == ("t-a", ("s1",), ("s1",))


def propose_two(workshop: Workshop) -> None:
    """Add a theme of a note and another of a statement."""
    source = Source(id="x", name="x", file="x", sha256="x", format="x", imported_at=AT)
    receipt = Receipt(name="x", format="x", rows=2, notes=1, statements=1)
    imported = {
        "source": store.to_plain(source),
        "receipt": store.to_plain(receipt),
        "labels": {"n1": ("T1-1", "fi"), "s1": ("P1-1", "fi")},
    }
    themes = [
        {"id": "t-a", "label": "Jonot", "note_ids": ["n1"]},
        {"id": "t-v", "label": "Kyydit", "note_ids": [], "statement_ids": ["s1"]},
    ]
    for kind, payload in (
        (EventKind.SOURCE_IMPORTED, imported),
        (EventKind.THEMES_PROPOSED, {"themes": themes, "input": {}}),
    ):
        store.append_event(workshop, kind, payload, actor=store.MACHINE)
