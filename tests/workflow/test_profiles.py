"""Profiles beside workshops: what one person found out about a tool helps in the next workshop."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflow.test_column_choices import MAPPING, write
from tests.workflow.test_waiting import wait
from toolkit import workflow
from toolkit.domain import ColumnRole, Workshop
from toolkit.errors import BadName, NoSuchThing, UnknownFormat, UnreadableExport, UnreadableProfile
from toolkit.workflow.looking import look_at_waiting
from toolkit.workflow.profiles import PROFILES, find_profile, load_profiles, save_profile


def test_a_saved_profile_suggests_in_another_workshop_and_reads_nothing_by_itself(
    workshop: Workshop, tmp_path: Path
) -> None:
    other = workflow.create_workshop(tmp_path / "toinen", title="Toinen", organiser="", actor="A")
    assert other.folder.parent == workshop.folder.parent

    path = save_profile(MAPPING, "Oma taulu", workshop=workshop)
    waiting_id = wait(other, write(tmp_path, "uusi.csv", "Jonot pois", "Lisää väkeä"))
    look = look_at_waiting(other, waiting_id)

    assert path == workshop.folder.parent / "profiles" / "oma-taulu.toml"
    assert look.receipt is None
    assert (look.tables[0].profile, look.tables[0].is_proven) == ("Oma taulu", True)
    assert look.tables[0].suggested.roles == MAPPING.roles
    with pytest.raises(UnknownFormat):
        workflow.import_exports(other, [write(tmp_path, "b.csv", "Jonot pois")], actor="Aino")


def test_a_profile_that_a_person_names_reads_the_file(workshop: Workshop, tmp_path: Path) -> None:
    save_profile(MAPPING, "Oma taulu", workshop=workshop)
    path = write(tmp_path, "uusi.csv", "Jonot pois", "Lisää väkeä")

    workflow.import_exports(
        workshop, [path], actor="Aino", profile=find_profile("oma-taulu", workshop)
    )

    assert [note.group for note in workflow.load_notes(workshop)] == ["Rauma", "Rauma"]
    (source,) = workflow.load_state(workshop).sources
    assert source.mapping == MAPPING


def test_a_profile_that_does_not_fit_leaves_the_workshop_as_it_was(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = write(tmp_path, "uusi.csv", "Jonot pois")

    with pytest.raises(UnreadableExport, match=r"slido.*uusi\.csv"):
        workflow.import_exports(workshop, [path], actor="Aino", profile=find_profile("slido"))

    assert workflow.load_state(workshop).sources == ()


def test_saving_twice_is_harmless_and_takes_nobody_elses_name(workshop: Workshop) -> None:
    first = save_profile(MAPPING, "Oma", workshop=workshop)
    roles = (ColumnRole.NOTE, *MAPPING.roles[1:])
    other = type(MAPPING)(header=1, headings=MAPPING.headings, roles=roles)

    assert save_profile(MAPPING, "Oma", workshop=workshop) == first
    for title in ("Oma", " – "):
        with pytest.raises(BadName):
            save_profile(other, title, workshop=workshop)


def test_an_own_profile_takes_the_place_of_a_shipped_one_and_a_broken_one_is_told(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "omat"
    folder.mkdir()
    monkeypatch.setenv(PROFILES, str(folder))
    save_profile(MAPPING, "Slido")
    (folder / "rikki.toml").write_text("title = 1", encoding="utf-8")

    names = [profile.name for profile in load_profiles(workshop)]

    assert names.count("slido") == 1
    assert "rikki" not in names
    assert find_profile("slido").proven == "file"
    assert find_profile(str(folder / "slido.toml")).title == "Slido"
    with pytest.raises(UnreadableProfile, match="rikki"):
        find_profile("rikki")
    with pytest.raises(NoSuchThing, match=r"olematon.*howspace"):
        find_profile("olematon")
