"""Decisions made at the same time are in each other's way only on the same thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from toolkit.apps.conflicts import clashes
from toolkit.domain import Event, EventKind

RENAME = {"theme_id": "t-1", "label": "x"}
MERGE = {"theme_ids": ["t-1", "t-2"], "into": "t-2", "label": "x"}
MOVE = {"note_id": "n-1", "theme_id": "t-1"}
MOVE_SOME = {"note_ids": ["n-1", "n-2"], "theme_id": "t-1"}
SPLIT = {"theme_id": "t-1", "parts": [{"id": "t-8", "label": "x", "note_ids": ["n-1"]}]}
ADD = {"theme_id": "t-9", "label": "x", "note_ids": ["n-1", "n-2"]}
ACCEPT = {"type": "julkilausuma", "block_id": "a", "decision": "accept"}
NAME = {"group_id": "A", "name": "x"}


def event(kind: EventKind, payload: dict[str, Any]) -> Event:
    return Event(seq=9, at=datetime.now(UTC), actor="Pekka", kind=kind, payload=payload)


@pytest.mark.parametrize(
    ("mine", "kind", "theirs", "expected"),
    [
        pytest.param(RENAME, EventKind.THEME_RENAMED, RENAME, True, id="same theme"),
        pytest.param(
            RENAME, EventKind.THEME_RENAMED, {"theme_id": "t-3"}, False, id="another theme"
        ),
        pytest.param(RENAME, EventKind.THEMES_MERGED, MERGE, True, id="merged away"),
        pytest.param(RENAME, EventKind.NOTE_MOVED, MOVE, False, id="a note came"),
        pytest.param(RENAME, EventKind.NOTE_MOVED, MOVE_SOME, False, id="notes came"),
        pytest.param(MOVE_SOME, EventKind.THEME_RENAMED, RENAME, False, id="the target named"),
        pytest.param(MOVE_SOME, EventKind.NOTE_MOVED, MOVE, True, id="one of the notes moved"),
        pytest.param(MOVE, EventKind.NOTE_SET_ASIDE, {"note_id": "n-1"}, True, id="same note"),
        pytest.param(MOVE, EventKind.THEMES_PROPOSED, {}, True, id="new themes"),
        pytest.param(ACCEPT, EventKind.THEMES_PROPOSED, {}, False, id="themes and paragraphs"),
        pytest.param(ACCEPT, EventKind.PARAGRAPH_EDITED, ACCEPT, True, id="same paragraph"),
        pytest.param(
            ACCEPT,
            EventKind.PARAGRAPH_EDITED,
            {**ACCEPT, "type": "koonti"},
            False,
            id="same paragraph of another document",
        ),
        pytest.param(
            ACCEPT, EventKind.DRAFT_COMPOSED, {"type": "julkilausuma"}, True, id="draft renewed"
        ),
        pytest.param(ACCEPT, EventKind.DRAFT_COMPOSED, {"type": "x"}, False, id="another draft"),
        pytest.param(
            ACCEPT,
            EventKind.PARAGRAPHS_ACCEPTED,
            {"type": "julkilausuma", "block_ids": [ACCEPT["block_id"]]},
            True,
            id="accepted with all others",
        ),
        pytest.param(ACCEPT, EventKind.COMMENT_ADDED, ACCEPT, False, id="a comment"),
        pytest.param(ACCEPT, EventKind.SOURCE_IMPORTED, {}, False, id="an import"),
        pytest.param(NAME, EventKind.OPINION_GROUPS_PROPOSED, {}, True, id="new groups"),
        pytest.param(NAME, EventKind.UNDONE, {"seq": 3}, True, id="undone"),
        pytest.param(NAME, EventKind.REDONE, {"seq": 3}, True, id="redone"),
        pytest.param(SPLIT, EventKind.NOTE_MOVED, MOVE, True, id="a note of a part moved"),
        pytest.param(SPLIT, EventKind.THEME_RENAMED, RENAME, True, id="the split theme named"),
        pytest.param(ADD, EventKind.NOTE_SET_ASIDE, {"note_id": "n-1"}, True, id="a note went"),
        pytest.param(ADD, EventKind.THEME_RENAMED, RENAME, False, id="a theme named"),
        pytest.param(ADD, EventKind.THEMES_PROPOSED, {}, True, id="new themes, new theme"),
    ],
)
def test_clashes(
    mine: dict[str, Any], kind: EventKind, theirs: dict[str, Any], *, expected: bool
) -> None:
    assert bool(clashes(mine, [event(kind, theirs)])) is expected
