"""Exports that wait: listed, answered and taken in, or left, without touching the workshop."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.workflow.test_imports import board
from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.waiting import (
    answer_waiting,
    drop_waiting,
    find_waiting,
    keep_waiting,
    list_waiting,
    sweep_waiting,
)


def wait(workshop: Workshop, path: Path) -> str:
    waiting_id, _was_here = keep_waiting(workshop, path)
    return waiting_id


def test_looking_brings_nothing_into_the_workshop(workshop: Workshop, tmp_path: Path) -> None:
    before = store.last_seq(workshop)
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", "Jonot pois", "Lisää väkeä"))

    look = look_at_waiting(workshop, waiting_id)

    assert look.receipt is not None
    assert (look.receipt.format, look.receipt.notes) == ("padlet-csv", 2)
    assert [note.text for note in look.preview] == ["Jonot pois", "Lisää väkeä"]
    assert store.last_seq(workshop) == before
    assert list((workshop.folder / "exports").iterdir()) == []
    assert find_waiting(workshop, waiting_id).look == look


def test_the_same_bytes_wait_once(workshop: Workshop, tmp_path: Path) -> None:
    first = wait(workshop, board(tmp_path, "lauta.csv", "Jonot pois"))
    second = board(tmp_path, "kopio.csv", "Jonot pois")

    assert keep_waiting(workshop, second) == (first, True)
    assert [one.name for one in list_waiting(workshop)] == ["lauta.csv"]


def test_nothing_comes_in_before_somebody_has_looked(workshop: Workshop, tmp_path: Path) -> None:
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", "Liisa Koskinen auttoi meitä."))
    look_at_waiting(workshop, waiting_id)

    with pytest.raises(TooEarly):
        import_waiting(workshop, waiting_id, actor="Aino")

    assert workflow.load_state(workshop).sources == ()
    assert find_waiting(workshop, waiting_id).n_open == 1


def test_the_last_answer_counts_and_can_be_taken_back(workshop: Workshop, tmp_path: Path) -> None:
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", "Liisa Koskinen auttoi meitä."))
    (one,) = look_at_waiting(workshop, waiting_id).suggestions

    open_after = []
    for said in (True, False, None):
        answer_waiting(workshop, waiting_id, {f"={one.key}": said})
        open_after.append(find_waiting(workshop, waiting_id).n_open)

    assert open_after == [0, 0, 1]


def test_a_line_that_was_cut_off_loses_no_other_answer(workshop: Workshop, tmp_path: Path) -> None:
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", "Jonot pois"))
    answer_waiting(workshop, waiting_id, {"left_out": True})
    answers = store.cache_folder(workshop, "waiting", waiting_id, "answers.jsonl")
    with answers.open("a", encoding="utf-8") as file:
        file.write('{"left_out": fal')

    assert find_waiting(workshop, waiting_id).is_left_out


def test_a_file_that_cannot_be_read_says_why_and_can_be_removed(
    workshop: Workshop, tmp_path: Path
) -> None:
    broken = tmp_path / "rikki.zip"
    broken.write_bytes(b"PK\x03\x04 poikki")
    waiting_id = wait(workshop, broken)

    look = look_at_waiting(workshop, waiting_id)
    drop_waiting(workshop, waiting_id)

    assert look.receipt is None
    assert "rikki.zip" in look.problem
    assert list_waiting(workshop) == ()
    with pytest.raises(NoSuchThing):
        find_waiting(workshop, waiting_id)


def test_what_is_left_for_over_a_week_is_removed(workshop: Workshop, tmp_path: Path) -> None:
    old = wait(workshop, board(tmp_path, "vanha.csv", "Jonot pois"))
    wait(workshop, board(tmp_path, "uusi.csv", "Lisää väkeä"))
    os.utime(store.cache_folder(workshop, "waiting", old), (1_000_000, 1_000_000))

    sweep_waiting(workshop, now=1_000_000 + 8 * 24 * 3600.0)

    assert [one.name for one in list_waiting(workshop)] == ["uusi.csv"]


def test_a_look_tells_the_language_of_no_note_without_a_suggestion(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for module in ("imports", "personal_data"):
        name = f"toolkit.workflow.{module}.detect_language"
        monkeypatch.setattr(name, lambda text: told.append(text) or "fi")
    texts = ("Jonot pois", "Liisa Koskinen auttoi", "Lisää väkeä neuvolaan")
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", *texts))

    look_at_waiting(workshop, waiting_id)

    assert told == [texts[1]]
