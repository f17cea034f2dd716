"""Coding on the screen: kept until handed in, the same notes for both, and blind."""

from __future__ import annotations

import pytest

from tests.workflow.conftest import NOTES
from toolkit import store, workflow
from toolkit.domain import REST_ID, EventKind, Workshop
from toolkit.errors import NoSuchThing, NothingToRead, TooEarly


def code_all(workshop: Workshop, coder: str, theme_id: str, *, n_notes: int = 0) -> set[str]:
    draft = workflow.start_coding(workshop, coder=coder, n_notes=n_notes)
    for note_id in draft.note_ids:
        workflow.code_note(workshop, note_id, theme_id, coder=coder)
    workflow.hand_in_draft(workshop, coder=coder)
    return set(draft.note_ids)


def test_codes_are_kept_until_they_are_handed_in(coded: Workshop) -> None:
    draft = workflow.start_coding(coded, coder="Aino", n_notes=3)
    workflow.code_note(coded, draft.note_ids[0], "t-1", coder="Aino")
    workflow.code_note(coded, draft.note_ids[1], "t-2", coder="Aino")
    workflow.code_note(coded, draft.note_ids[1], "", coder="aino")

    again = workflow.start_coding(coded, coder=" AINO ", n_notes=5)

    assert again.note_ids == draft.note_ids
    assert len(again.note_ids) == 3
    assert dict(again.codes) == {draft.note_ids[0]: "t-1"}
    assert workflow.load_state(coded).codings == {}
    assert workflow.hand_in_draft(coded, coder="Aino") == ("Aino", 1, len(NOTES) - 1)
    event = store.load_events(coded)[-1]
    assert (event.kind, event.actor) == (EventKind.SHEET_CODED, "Aino")
    assert workflow.load_coding(coded, coder="Aino") is None


def test_the_second_coder_gets_the_notes_of_the_first_in_another_order(coded: Workshop) -> None:
    first = workflow.start_coding(coded, coder="Aino", n_notes=3)
    while_coding = workflow.start_coding(coded, coder="Veikko")
    theirs = code_all(coded, "Aino", "t-1")
    after = workflow.start_coding(coded, coder="Liisa", n_notes=1)

    assert set(while_coding.note_ids) == set(first.note_ids) == theirs == set(after.note_ids)
    assert len({first.note_ids, while_coding.note_ids, after.note_ids}) > 1
    assert (while_coding.codes, after.codes) == ({}, {})


def test_what_two_have_handed_in_is_compared(coded: Workshop) -> None:
    n = len(code_all(coded, "Aino", "t-1", n_notes=3))
    with pytest.raises(TooEarly):
        workflow.compare_codings(coded)
    code_all(coded, "Veikko", REST_ID)

    found = workflow.compare_codings(coded)

    assert (found.agreement.n_notes, found.agreement.percent) == (n, 0)
    assert len(found.disagreements) == n


def test_whoever_has_coded_all_gets_the_rest_and_then_nothing(coded: Workshop) -> None:
    first = code_all(coded, "Aino", "t-1", n_notes=2)
    rest = code_all(coded, "Aino", "t-1")

    assert first.isdisjoint(rest)
    assert len(first | rest) == len(NOTES)
    with pytest.raises(NothingToRead):
        workflow.start_coding(coded, coder="Aino")


def test_nothing_is_not_handed_in(coded: Workshop) -> None:
    with pytest.raises(NothingToRead):
        workflow.hand_in_draft(coded, coder="Aino")
    workflow.start_coding(coded, coder="Aino")
    with pytest.raises(NothingToRead):
        workflow.hand_in_draft(coded, coder="Aino")
    with pytest.raises(NoSuchThing):
        workflow.code_note(coded, "unknown", "t-1", coder="Aino")


def test_without_themes_there_is_nothing_to_code_with(workshop: Workshop) -> None:
    with pytest.raises(TooEarly):
        workflow.start_coding(workshop, coder="Aino")
