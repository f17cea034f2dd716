"""The map of notes: made once, kept, and never in the way of new notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.themes.conftest import WordEncoder
from tests.workflow.conftest import NOTES
from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import Cancelled, TooEarly


def draw(workshop: Workshop) -> workflow.NoteMap:
    workflow.update_map(workshop, encoder=WordEncoder())
    found = workflow.load_map(workflow.load_present(workshop))
    assert found is not None
    return found


def test_every_note_has_a_place(coded: Workshop) -> None:
    found = draw(coded)

    assert found.places.keys() == {note.id for note in workflow.load_notes(coded)}
    assert len(set(found.places.values())) == len(NOTES)
    assert found.n_missing == 0


def test_new_notes_are_missing_until_the_map_is_drawn_again(
    coded: Workshop, tmp_path: Path
) -> None:
    draw(coded)
    board = tmp_path / "toinen.csv"
    board.write_text("Subject,Body,Author,Section\n,Koirapuisto,Anonymous,Mitä?\n")
    workflow.import_exports(coded, [board], actor="Aino")

    before = workflow.load_map(workflow.load_present(coded))

    assert before is not None
    assert (len(before.places), before.n_missing) == (len(NOTES), 1)
    assert len(draw(coded).places) == len(NOTES) + 1


def test_notes_in_the_same_words_stand_side_by_side(coded: Workshop, tmp_path: Path) -> None:
    board = tmp_path / "toinen.csv"
    board.write_text(f"Subject,Body,Author,Section\n,{NOTES[3]},Anonymous,Miksi?\n")
    workflow.import_exports(coded, [board], actor="Aino")

    places = draw(coded).places

    one, other = (places[n.id] for n in workflow.load_notes(coded) if n.text == NOTES[3])
    assert 0 < max(abs(one[0] - other[0]), abs(one[1] - other[1])) < 0.01


def test_a_map_that_stands_is_not_computed_again(coded: Workshop) -> None:
    draw(coded)

    def never(_share: float, _message: str) -> None:
        raise AssertionError

    workflow.update_map(coded, encoder=WordEncoder(), progress=never)


def test_a_spoilt_file_is_no_map(coded: Workshop) -> None:
    draw(coded)
    (store.cache_folder(coded, "map") / "places.json").write_text("{")

    assert workflow.load_map(workflow.load_present(coded)) is None


def test_the_work_can_be_stopped_and_leaves_no_half(coded: Workshop) -> None:
    def stop(share: float, _message: str) -> None:
        if share > 0.9:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        workflow.update_map(coded, encoder=WordEncoder(), progress=stop)
    assert workflow.load_map(workflow.load_present(coded)) is None


def test_without_notes_there_is_no_map(workshop: Workshop) -> None:
    with pytest.raises(TooEarly):
        workflow.update_map(workshop, encoder=WordEncoder())
