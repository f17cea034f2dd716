"""Personal data from the command line: masked by default, decided on, searched, forgotten."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workflow.test_imports import board
from toolkit import store
from toolkit.cli.privacy import PASSPHRASE
from toolkit.domain import Workshop

NOTES = ("Pekka Virtanen auttoi.", "Soita 040 123 4567.")


@pytest.fixture
def folder(run: Run, workshop: Workshop, tmp_path: Path) -> Path:
    answer = run("import", workshop.folder, board(tmp_path, "lauta.csv", *NOTES), "--json")
    assert answer.json["sources"][0]["masked"] == 1
    return Path(workshop.folder)


def test_nothing_is_masked_when_somebody_says_so(
    run: Run, workshop: Workshop, tmp_path: Path
) -> None:
    path = board(tmp_path, "lauta.csv", *NOTES)

    answer = run("import", workshop.folder, path, "--keep-personal-data", "--json")

    assert answer.json["sources"][0]["masked"] == 0
    notes = run("notes", workshop.folder, "--json").json["notes"]
    assert [note["text"] for note in notes] == list(NOTES)


def test_places_are_listed_and_masked(run: Run, folder: Path) -> None:
    (place,) = run("personal-data", folder, "--json").json["places"]
    assert (place["place"], place["kind"]) == ("T1-001/1", "person")

    masked = run("personal-data", folder, "--mask", place["place"], "--json")

    assert masked.json == {"decided": 1, "places": []}
    notes = run("notes", folder, "--json").json["notes"]
    assert notes[0]["text"] == "[HENKILÖ 1] auttoi."
    assert run("personal-data", folder, "--mask", "T1-001/1").code == 2


def test_a_person_is_listed_for_people_scripts_and_spreadsheets(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "henkilo.csv"

    places = run("person", folder, "Virtanen", "--json").json["places"]
    written = run("person", folder, "Virtanen", "--out", table)
    shown = run("person", folder, "Virtanen")

    assert [(place["where"], place["place"]) for place in places] == [("original", "T1-001")]
    assert written.code == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";"))[1][1] == "T1-001"
    assert "alkuperäinen" in shown.out


def test_originals_are_deleted_only_when_somebody_says_yes(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_a, **_k: "ei")
    assert run("forget", folder).code == 2
    assert list((folder / "exports").iterdir())

    monkeypatch.setattr("typer.prompt", lambda *_a, **_k: "Kyllä")
    assert run("forget", folder).code == 0

    assert not list((folder / "exports").iterdir())
    assert len(run("notes", folder, "--json").json["notes"]) == 2
    assert run("forget", folder, "lauta.csv", "--yes", "--json").json["forgotten"] == []


def test_a_key_is_written_and_shown(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "kuusi pientä sanaa")
    path = tmp_path / "avain.json"

    assert run("key", "save", folder, "--out", path, "--json").json["entries"] == 1
    (entry,) = run("key", "show", path, "--json").json["entries"]

    assert entry["words"] == "040 123 4567"
    assert run("key", "save", folder, "--out", folder / "avain.json").code == 2


def test_status_says_when_the_time_of_keeping_has_passed(run: Run, workshop: Workshop) -> None:
    path = Path(workshop.folder) / "workshop.toml"
    plain = path.read_text(encoding="utf-8")

    path.write_text(f"{plain}retention = 2020-01-31\n", encoding="utf-8")
    passed = run("status", workshop.folder)
    path.write_text(f"{plain}retention = 2999-01-31\n", encoding="utf-8")
    kept = run("status", workshop.folder)

    assert "31.1.2020" in passed.out
    assert "forget" in passed.out
    assert "31.1.2999" in kept.out
    assert "forget" not in kept.out
    assert run("status", workshop.folder, "--json").json["retention"] == "2999-01-31"
    assert store.open_workshop(workshop.folder).retention is not None
