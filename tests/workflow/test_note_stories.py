"""The story of a note: where it came from, which themes it has been in, who cites it."""

from __future__ import annotations

import pytest

from tests.apps.material import propose_draft
from tests.workflow.conftest import NOTES
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import NoSuchThing


@pytest.fixture
def ids(coded: Workshop) -> list[str]:
    by_text = {note.text: note.id for note in workflow.load_notes(coded)}
    return [by_text[text] for text in NOTES]


def decide(workshop: Workshop, kind: EventKind, **payload: object) -> None:
    workflow.decide(workshop, kind, payload, actor="Veikko")


def told(workshop: Workshop, note_id: str) -> list[tuple[str, str]]:
    story = workflow.load_story(workshop, note_id)
    return [(stay.label, stay.event.actor) for stay in story.stays]


def test_the_themes_of_a_note_are_told_with_who_put_it_there(
    coded: Workshop, ids: list[str]
) -> None:
    decide(coded, EventKind.NOTE_MOVED, note_id=ids[0], theme_id="t-2", reason="chatista")
    decide(coded, EventKind.THEME_RENAMED, theme_id="t-2", label="Jonot")
    decide(coded, EventKind.THEME_ADDED, theme_id="t-9", label="Illat", note_ids=[ids[0]])

    story = workflow.load_story(coded, ids[0])

    assert told(coded, ids[0]) == [("Kyydit", "kone"), ("Jonot", "Veikko"), ("Illat", "Veikko")]
    assert story.stays[1].event.payload["reason"] == "chatista"
    assert story.undo is not None
    assert told(coded, ids[1]) == [("Kyydit", "kone")]
    assert workflow.load_story(coded, ids[1]).undo is None


def test_a_move_that_was_undone_is_not_told(coded: Workshop, ids: list[str]) -> None:
    decide(coded, EventKind.NOTE_MOVED, note_id=ids[0], theme_id="t-2")
    store.undo_last(coded, actor="Veikko")

    assert told(coded, ids[0]) == [("Kyydit", "kone")]


def test_mergers_splits_and_setting_aside_are_told(coded: Workshop, ids: list[str]) -> None:
    decide(coded, EventKind.THEMES_MERGED, theme_ids=["t-1", "t-2"], into="t-2", label="Kaikki")
    parts = [{"id": "t-8", "label": "Osa", "note_ids": [ids[0]]}]
    decide(coded, EventKind.THEME_SPLIT, theme_id="t-2", parts=parts)
    decide(coded, EventKind.NOTE_SET_ASIDE, note_id=ids[0], reason="kaksi kertaa")

    assert [label for label, _who in told(coded, ids[0])] == ["Kyydit", "Kaikki", "Osa", ""]


def test_other_decisions_and_drafts_are_told(coded: Workshop, ids: list[str]) -> None:
    propose_draft(coded)
    workflow.choose_quote(coded, ids[0], "ban", actor="Aino")

    story = workflow.load_story(coded, workflow.load_notes(coded)[0].id)
    banned = workflow.load_story(coded, ids[0])

    assert [(one.title, one.n) for one in story.documents] == [("Työpajan yhteenveto", 1)]
    assert [event.kind for event in banned.events] == [EventKind.QUOTE_CHOSEN]
    assert story.source is not None
    assert story.source.name == "lauta.csv"
    assert workflow.load_story(coded, ids[4]).documents == ()


def test_an_unknown_note_has_no_story(coded: Workshop) -> None:
    with pytest.raises(NoSuchThing):
        workflow.load_story(coded, "unknown")
