"""Possible personal data: suggested, decided by people, replaced when the notes come in."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.workflow.test_imports import board
from toolkit import importers, store, workflow
from toolkit.domain import EventKind, Import, Workshop
from toolkit.lemmas import NameFinder, load_name_finder
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.personal_data import (
    Suggestion,
    decisions_on,
    find_suggestions,
    masked_ids,
    redact,
    review_personal_data,
)
from toolkit.workflow.waiting import answer_waiting, find_waiting, keep_waiting

NOTES = (
    "Pekka Virtanen auttoi. Jonot ovat pitkiä!",
    "Soita Pekka Virtaselle tai 040 123 4567.",
    "Asun Suvikujalla 3 b enkä pääse bussilla.",
    "Nuorisotalo auki viikonloppuisin.",
    "Nuorisotalo auki viikonloppuisin.",
)


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    return load_name_finder()


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    return importers.read_file(board(tmp_path, "lauta.csv", *NOTES))


def by_words(found: tuple[Suggestion, ...]) -> dict[str, Suggestion]:
    return {one.words: one for one in found}


def test_what_may_be_personal_data_is_shown_in_its_sentence(
    imported: Import, finder: NameFinder
) -> None:
    found = by_words(find_suggestions(imported, finder))

    assert {words: one.kind for words, one in found.items()} == {
        "Pekka Virtanen": "person",
        "Pekka Virtaselle": "person",
        "040 123 4567": "phone",
        "Suvikujalla 3 b": "address",
    }
    first = found["Pekka Virtanen"]
    assert (first.before, first.after) == ("", " auttoi.")
    assert [one.words for one in found.values() if one.is_certain] == ["040 123 4567"]


def test_a_name_has_one_number_however_it_is_inflected(
    imported: Import, finder: NameFinder
) -> None:
    found = find_suggestions(imported, finder)

    decided = redact(found, {one.key: True for one in found}, people={"liisa": "4"})
    reviewed = review_personal_data(imported, decided)

    assert [note.text for note in reviewed.notes[:3]] == [
        "[HENKILÖ 5] auttoi. Jonot ovat pitkiä!",
        "Soita [HENKILÖ 5] tai [henkilötieto poistettu].",
        "Asun [OSOITE] enkä pääse bussilla.",
    ]


def test_what_nobody_decided_on_stays_and_what_is_certain_does_not(
    imported: Import, finder: NameFinder
) -> None:
    decided = redact(find_suggestions(imported, finder), {})

    reviewed = review_personal_data(imported, decided)

    assert reviewed.notes[0].text == NOTES[0]
    assert "040" not in reviewed.notes[1].text
    assert [warn.code for warn in imported.receipt.warnings] == ["personal_data"]
    assert reviewed.receipt.warnings == ()


def test_every_row_is_accounted_for_whatever_is_decided(
    imported: Import, finder: NameFinder
) -> None:
    found = find_suggestions(imported, finder)
    texts = {note.id: note.text for note in imported.notes}

    for chosen in itertools.product((True, False), repeat=len(found)):
        choices = {one.key: said for one, said in zip(found, chosen, strict=True)}
        reviewed = review_personal_data(imported, redact(found, choices))
        known = {imported.notes[0].id}
        receipt = importers.merge_known(reviewed, known_ids=known).receipt
        changed = [note.id for note in reviewed.notes if note.text != texts[note.id]]

        total = receipt.notes + receipt.merged + receipt.set_aside + len(receipt.skipped)
        assert total == receipt.rows == len(NOTES)
        assert reviewed.receipt.masked == len(changed)
        assert masked_ids(imported, reviewed) == set(changed)
        assert [note.id for note in reviewed.notes] == [note.id for note in imported.notes]
        assert reviewed == review_personal_data(imported, redact(found, choices))


def test_a_decision_on_other_words_does_nothing(
    imported: Import, finder: NameFinder, tmp_path: Path
) -> None:
    found = find_suggestions(imported, finder)
    decided = redact(found, {one.key: True for one in found})
    other = importers.read_file(board(tmp_path, "toinen.csv", NOTES[0] + " Ja muuta."))

    assert decisions_on(other, decided) == ()
    assert review_personal_data(other, decided).notes == other.notes


def send(workshop: Workshop, path: Path) -> str:
    waiting_id, _was_here = keep_waiting(workshop, path)
    look_at_waiting(workshop, waiting_id)
    return waiting_id


def mask_all(workshop: Workshop, waiting_id: str) -> None:
    look = find_waiting(workshop, waiting_id).look
    assert look is not None
    answers = {f"={one.key}": True for one in look.suggestions if not one.is_certain}
    answer_waiting(workshop, waiting_id, answers)


def test_the_log_never_holds_the_words_and_the_notes_survive_the_cache(
    workshop: Workshop, tmp_path: Path
) -> None:
    waiting_id = send(workshop, board(tmp_path, "lauta.csv", *NOTES))
    mask_all(workshop, waiting_id)

    receipt = import_waiting(workshop, waiting_id, actor="Aino")

    notes = workflow.load_notes(workshop)
    log = store.to_text([dict(event.payload) for event in store.load_events(workshop)])
    assert (receipt.notes, receipt.masked) == (5, 3)
    assert not any(word in log for word in ("Virta", "Pekka", "040", "Suvikuja"))
    for path in store.cache_folder(workshop, "imports").iterdir():
        path.unlink()
    assert workflow.load_notes(workshop) == notes
    assert notes[0].text.startswith("[HENKILÖ 1]")


def test_a_newer_export_keeps_decisions_and_numbers(workshop: Workshop, tmp_path: Path) -> None:
    first = send(workshop, board(tmp_path, "lauta.csv", *NOTES))
    mask_all(workshop, first)
    import_waiting(workshop, first, actor="Aino")
    newer = (*NOTES, "Virtasen Pekka ja Liisa Koskinen järjestävät kerhon.")

    second = send(workshop, board(tmp_path, "uudempi.csv", *newer))
    look = find_waiting(workshop, second).look
    assert look is not None
    assert {one.words for one in look.suggestions} == {"Virtasen Pekka", "Liisa Koskinen"}
    mask_all(workshop, second)
    receipt = import_waiting(workshop, second, actor="Aino")

    assert (receipt.rows, receipt.notes, receipt.merged, receipt.masked) == (6, 1, 5, 1)
    texts = [note.text for note in workflow.load_notes(workshop)]
    assert texts[-1] == "[HENKILÖ 1] ja [HENKILÖ 2] järjestävät kerhon."


def test_what_has_come_masked_stays_so_from_the_command_line(
    workshop: Workshop, tmp_path: Path
) -> None:
    first = send(workshop, board(tmp_path, "lauta.csv", *NOTES))
    mask_all(workshop, first)
    import_waiting(workshop, first, actor="Aino")
    newer = board(tmp_path, "uudempi.csv", *NOTES, "Bussit kulkemaan myöhempään.")

    (receipt,) = workflow.import_exports(workshop, [newer], actor="Aino")

    assert (receipt.notes, receipt.merged, receipt.masked) == (1, 5, 0)
    kinds = [event.kind for event in store.load_events(workshop)]
    assert kinds.count(EventKind.SOURCE_IMPORTED) == 2
