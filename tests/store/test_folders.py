"""The folder of a workshop: safe names, exports byte for byte, a description that comes back."""

from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import store
from toolkit.domain import Step, Workshop
from toolkit.errors import BadName, NoSuchThing


def test_a_description_comes_back(tmp_path: Path) -> None:
    made = store.create_workshop(
        tmp_path / "2026-10-07-ilta",
        title="Nuorten ”oma” ilta",
        date=dt.date(2026, 10, 7),
        n_participants=46,
        questions=("Mikä toimii?", "Mitä pitää muuttaa?"),
        next_steps=(Step(body="Lautakunta", date=dt.date(2027, 2, 11), role="käsittelee"),),
        case_number="KUUHVA/12/2026",
        stakeholder_groups=("Nuoret", "Järjestöt"),
        author="Osallisuustiimi",
        contact="osallisuus@kuusivaara.example",
    )

    assert store.open_workshop(Path(made.folder)) == made


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../ulos", id="up"),
        pytest.param("a/../../ulos", id="up in the middle"),
        pytest.param("..", id="only up"),
        pytest.param("ilta\n", id="line break"),
        pytest.param("-rf", id="looks like an option"),
        pytest.param("!!!", id="no letter"),
        pytest.param("x" * 100, id="too long"),
    ],
)
def test_a_name_that_is_no_name_is_refused_and_nothing_is_made(tmp_path: Path, name: str) -> None:
    base = tmp_path / "workshops"
    base.mkdir()

    with pytest.raises(BadName):
        store.create_workshop(base / name, title="Ilta")

    assert list(tmp_path.iterdir()) == [base]
    assert list(base.iterdir()) == []


def test_a_taken_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ilta").mkdir()
    (tmp_path / "ilta" / "muistio.txt").write_text("tärkeä")

    with pytest.raises(BadName, match="something in this folder"):
        store.create_workshop(tmp_path / "ilta", title="Ilta")

    assert [path.name for path in (tmp_path / "ilta").iterdir()] == ["muistio.txt"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('title = "', id="cut off"),
        pytest.param("\x00", id="not text"),
        pytest.param('title = "x"\nid = "y"\nzz = 1', id="unknown key"),
        pytest.param('title = "x"\nid = "../../x"', id="id that goes up"),
        pytest.param('title = "x"\nid = "y"\ndate = "7.10.2026"', id="date as text"),
        pytest.param('title = "x"\nid = "y"\nn_participants = "noin 30"', id="number as text"),
        pytest.param('title = "x"\nid = "y"\nquestions = "Miksi?"', id="one question as text"),
    ],
)
def test_a_broken_description_is_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "workshop.toml").write_text(text)

    with pytest.raises(BadName, match=r"workshop\.toml"):
        store.open_workshop(tmp_path)
    assert store.list_workshops(tmp_path.parent) == ()


def test_a_folder_that_is_no_workshop_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSuchThing, match="osallisuus new"):
        store.open_workshop(tmp_path)


def test_an_export_is_kept_byte_for_byte_under_its_digest(
    workshop: Workshop, tmp_path: Path
) -> None:
    export = tmp_path / "..;rm -rf.CSV"
    export.write_bytes(b"\xff\x00=1+1")
    name = f"exports/{store.digest(export)[:16]}.csv"

    assert store.keep_export(workshop, export, original=Path("/muualla")) == name
    assert (Path(workshop.folder) / name).read_bytes() == b"\xff\x00=1+1"


def test_a_folder_is_its_own_csv_files_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_text("a")
    before = store.digest(tmp_path)
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "kuva.jpg").write_text("x")
    (tmp_path / "salaisuus.csv").symlink_to("/etc/passwd")
    (tmp_path / "lomakuvat").mkdir()

    assert [path.name for path in store.export_files(tmp_path)] == ["votes.csv"]
    assert store.digest(tmp_path) == before


@given(st.text(max_size=80))
def test_a_slug_is_always_safe(text: str) -> None:
    made = store.slug(text)

    assert all(character in "abcdefghijklmnopqrstuvwxyz0123456789-" for character in made)
    assert store.slug(made) == made


@pytest.mark.parametrize(
    ("mask", "folder_mode", "file_mode"),
    [
        pytest.param(0o077, 0o700, 0o600, id="one person"),
        pytest.param(0o022, 0o700, 0o640, id="a usual machine"),
        pytest.param(0o007, 0o770, 0o660, id="a group that shares its workshops"),
    ],
)
def test_a_workshop_is_private_to_whom_the_machine_says(
    mask: int, folder_mode: int, file_mode: int, tmp_path: Path
) -> None:
    tmp_path.chmod(0o2770)
    before = os.umask(mask)
    try:
        made = store.create_workshop(tmp_path / "ilta", title="Ilta")
        store.load_events(made)
        store.write_bytes(made.folder / "x.json", b"{}")
    finally:
        os.umask(before)

    modes = [stat.S_IMODE(p.stat().st_mode) for p in (made.folder, made.folder / "workshop.db")]
    assert modes[0] & ~stat.S_ISGID == folder_mode
    assert modes[0] & stat.S_ISGID  # what is made inside belongs to the group of the folder
    assert modes[1] == file_mode
    assert stat.S_IMODE((made.folder / "x.json").stat().st_mode) == file_mode
