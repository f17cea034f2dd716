"""Possible personal data of notes that came in without anybody looking, and whom it names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workflow.test_forgetting import secrets_in
from tests.workflow.test_imports import board
from tests.workflow.test_personal_data import NOTES
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import BadName, NoSuchThing
from toolkit.lemmas import NameFinder, load_name_finder
from toolkit.workflow import masking
from toolkit.workflow.forgetting import forget_originals
from toolkit.workflow.open_places import decide_places, find_open_places, mask_person
from toolkit.workflow.person_search import find_person


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    return load_name_finder()


@pytest.fixture
def imported(workshop: Workshop, tmp_path: Path) -> Workshop:
    workflow.import_exports(workshop, [board(tmp_path, "lauta.csv", *NOTES)], actor="Aino")
    return workshop


def test_what_is_certain_is_masked_and_the_rest_counted(workshop: Workshop, tmp_path: Path) -> None:
    path = board(tmp_path, "lauta.csv", *NOTES)

    (receipt,) = workflow.import_exports(workshop, [path], actor="Aino")

    assert receipt.masked == 1
    assert "040" not in "".join(note.text for note in workflow.load_notes(workshop))
    (warning,) = receipt.warnings
    assert warning.code == "possible_personal_data"
    assert "3" in warning.message


def test_people_may_keep_what_is_certain(workshop: Workshop, tmp_path: Path) -> None:
    path = board(tmp_path, "lauta.csv", *NOTES)

    (receipt,) = workflow.import_exports(workshop, [path], actor="Aino", keep_personal_data=True)

    assert receipt.masked == 0
    assert [note.text for note in workflow.load_notes(workshop)] == list(NOTES)
    codes = [warning.code for warning in receipt.warnings]
    assert codes == ["personal_data", "possible_personal_data"]


def test_groups_of_few_notes_are_named(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "poydat.csv"
    rows = [f"Mitä?;Ajatus {n};Nuoret" for n in range(5)] + ["Mitä?;Aivan yksin;Papit"]
    path.write_text("Kysymys;Vastaus;Ryhmä\n" + "\n".join(rows), encoding="utf-8")

    (receipt,) = workflow.import_exports(workshop, [path], actor="Aino")

    (warning,) = receipt.warnings
    assert warning.code == "small_group"
    assert "Papit" in warning.message
    assert "Nuoret" not in warning.message


def test_places_are_decided_on_afterwards_and_stay_so(
    imported: Workshop, finder: NameFinder
) -> None:
    places = find_open_places(imported, finder)
    assert [(place.key, place.suggestion.words) for place in places] == [
        ("T1-001/1", "Pekka Virtanen"),
        ("T1-002/1", "Pekka Virtaselle"),
        ("T1-003/1", "Suvikujalla 3 b"),
    ]
    choices = {"T1-001/1": True, "T1-002/1": True, "T1-003/1": False}

    event = decide_places(imported, choices, finder, actor="Aino")

    assert "Virta" not in secrets_in(store.cache_folder(imported))
    texts = [note.text for note in workflow.load_notes(imported)]
    assert texts[:3] == [
        "[HENKILÖ 1] auttoi. Jonot ovat pitkiä!",
        "Soita [HENKILÖ 1] tai [henkilötieto poistettu].",
        NOTES[2],
    ]
    assert find_open_places(imported, finder) == ()
    assert event.kind is EventKind.WORDS_MASKED
    assert "Virta" not in json.dumps(dict(event.payload))
    forget_originals(imported, actor="Aino")
    assert secrets_in(imported.folder) == {"Suvikuja"}


def test_what_is_kept_of_deleted_originals_can_be_masked_too(
    imported: Workshop, finder: NameFinder
) -> None:
    forget_originals(imported, actor="Aino")
    assert "Virta" in secrets_in(imported.folder)
    keys = [place.key for place in find_open_places(imported, finder)]

    decide_places(imported, dict.fromkeys(keys, True), finder, actor="Aino")

    assert secrets_in(imported.folder) == set()
    assert workflow.load_notes(imported)[2].text == "Asun [OSOITE] enkä pääse bussilla."


def test_a_place_that_is_not_there_changes_nothing(imported: Workshop, finder: NameFinder) -> None:
    before = store.last_seq(imported)

    with pytest.raises(NoSuchThing, match="T1-009/1"):
        decide_places(imported, {"T1-009/1": True}, finder, actor="Aino")

    assert store.last_seq(imported) == before


def test_a_person_is_found_in_every_form_and_place(imported: Workshop, finder: NameFinder) -> None:
    key = find_open_places(imported, finder)[0].key
    decide_places(imported, {key: True}, finder, actor="Pekka Virtanen")

    found = find_person(imported, "Pekka Virtanen", finder)

    assert [(one.where, one.place, one.words, one.mask, one.is_whole) for one in found] == [
        ("original", "T1-001", "Pekka Virtanen", "[HENKILÖ 1]", True),
        ("original", "T1-002", "Pekka Virtaselle", "", True),
        ("log", "3", "Pekka Virtanen", "", True),
    ]
    assert all(not one.is_whole for one in find_person(imported, "Jussi Virtanen", finder))
    assert find_person(imported, "Koskinen", finder) == ()
    with pytest.raises(BadName):
        find_person(imported, " ", finder)


def test_authors_whom_no_importer_reads_are_found_too(
    workshop: Workshop, tmp_path: Path, finder: NameFinder
) -> None:
    path = tmp_path / "lauta.csv"
    rows = ",Bussi ei kulje.,Liisa Koskinen,Mitä?\n,Liisa Koskinen auttoi.,Anonymous,Mitä?\n"
    path.write_text(f"Subject,Body,Author,Section\n{rows}", encoding="utf-8")
    workflow.import_exports(workshop, [path], actor="Aino")

    found = find_person(workshop, "Liisa Koskinen", finder)

    assert [(one.where, one.place, one.words) for one in found] == [
        ("original", "T1-002", "Liisa Koskinen"),
        ("unread", "lauta.csv", "Liisa Koskinen"),
    ]
    forget_originals(workshop, actor="Aino")
    assert [one.where for one in find_person(workshop, "Liisa Koskinen", finder)] == ["kept"]


def test_masked_words_are_not_found_when_the_originals_are_gone(
    imported: Workshop, finder: NameFinder
) -> None:
    key = find_open_places(imported, finder)[0].key
    decide_places(imported, {key: True}, finder, actor="Aino")
    forget_originals(imported, actor="Aino")

    found = find_person(imported, "Pekka Virtanen", finder)

    assert [(one.where, one.place) for one in found] == [("kept", "T1-002")]


def test_a_name_that_nobody_suggested_is_masked_in_every_form(
    workshop: Workshop, tmp_path: Path, finder: NameFinder
) -> None:
    notes = (
        "Thanks to grace mwangi for the coffee.",
        "Grace Mwangin kerho on todella mukava paikka. Grace!",
        "Muuta.",
    )
    workflow.import_exports(workshop, [board(tmp_path, "lauta.csv", *notes)], actor="Aino")

    n = mask_person(workshop, "Grace Mwangi", finder, actor="Aino")

    assert n == 2
    assert [note.text for note in workflow.load_notes(workshop)] == [
        "Thanks to [PERSON 1] for the coffee.",
        "[HENKILÖ 1] kerho on todella mukava paikka. Grace!",
        "Muuta.",
    ]
    assert mask_person(workshop, "Grace Mwangi", finder, actor="Aino") == 0
    forget_originals(workshop, actor="Aino")
    assert {one.is_whole for one in find_person(workshop, "Grace Mwangi", finder)} == {False}


def test_in_very_many_notes_names_are_not_looked_for_and_that_is_said(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(masking, "MOST_READ", 1)
    path = tmp_path / "paljon.csv"
    path.write_text("Vastaus\nLiisa Koskinen auttoi.\nSoita 040 123 4567.\n", encoding="utf-8")

    (receipt,) = workflow.import_exports(workshop, [path], actor="Aino")

    assert [warn.code for warn in receipt.warnings] == ["names_not_looked_for"]
    assert receipt.masked == 1
