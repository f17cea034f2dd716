"""A file is opened once and safely: archives are judged before anything is unpacked."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from tests.importers.exports import to_zip
from toolkit.errors import UnreadableExport
from toolkit.importers.limits import Limits
from toolkit.importers.opened import OpenedFile, open_file


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = to_zip({"Posts.csv": b"a" * 5_000_000})

    with pytest.raises(UnreadableExport, match="too much to be unpacked safely: pommi"):
        _ = OpenedFile("pommi.zip", data).names


def test_too_many_members_are_refused() -> None:
    data = to_zip({f"{n}.csv": os.urandom(4) for n in range(Limits().members + 1)})

    with pytest.raises(UnreadableExport, match="too much"):
        _ = OpenedFile("monta.zip", data).names


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSALLISUUS_IMPORT_FILE_MB", "1")

    with pytest.raises(UnreadableExport, match="too much"):
        _ = OpenedFile(
            "iso.zip", to_zip({"a.csv": os.urandom(600_000), "b.csv": os.urandom(600_000)})
        ).names


@pytest.mark.parametrize(
    "name", ["../votes.csv", "/etc/votes.csv", "a/../../b.csv", "C:\\b.csv", "..\\b"]
)
def test_names_that_point_outside_are_refused(name: str) -> None:
    with pytest.raises(UnreadableExport, match="points outside its own folder"):
        _ = OpenedFile("ulos.zip", to_zip({name: "x"})).names


def test_a_member_larger_than_it_says_is_refused() -> None:
    data = bytearray(to_zip({"votes.csv": os.urandom(300)}))
    size = struct.pack("<I", 300)
    for at in (data.find(size, 22), data.rfind(size)):  # the sizes unpacked, in both headers
        data[at : at + 4] = struct.pack("<I", 10)

    file = OpenedFile("valhe.zip", bytes(data))

    with pytest.raises(UnreadableExport, match="broken or cut off"):
        file.read(file.names[0])


def test_a_damaged_member_is_refused() -> None:
    data = bytearray(to_zip({"votes.csv": os.urandom(3000)}))
    data[200] ^= 0xFF

    file = OpenedFile("rikki.zip", bytes(data))

    with pytest.raises(UnreadableExport, match="broken or cut off"):
        file.read("votes.csv")


def test_an_encrypted_archive_is_refused() -> None:
    data = bytearray(to_zip({"votes.csv": "x"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(UnreadableExport, match="protected by a password"):
        _ = OpenedFile("salattu.zip", bytes(data)).names


def test_an_empty_archive_has_no_names() -> None:
    data = io.BytesIO()
    zipfile.ZipFile(data, "w").close()

    assert OpenedFile("tyhjä.zip", data.getvalue()).names == ()


def test_a_file_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "iso.txt"
    path.write_bytes(b"x" * 1_000_001)
    monkeypatch.setenv("OSALLISUUS_IMPORT_FILE_MB", "1")

    with pytest.raises(UnreadableExport, match="too large to read safely"):
        open_file(path)


def test_a_folder_is_its_csv_files(tmp_path: Path) -> None:
    (tmp_path / "b.CSV").write_text("x")
    (tmp_path / "a.csv").write_text("y")
    (tmp_path / ".piilo.csv").write_text("z")
    (tmp_path / "muistio.txt").write_text("w")
    (tmp_path / "alikansio.csv").mkdir()

    file = open_file(tmp_path)

    assert {name: file.read(name) for name in file.names} == {"a.csv": b"y", "b.CSV": b"x"}


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"p\xf6yt\xe4.csv")
    (tmp_path / name).write_text("x")

    assert open_file(tmp_path / name).name.encode() == b"p?yt?.csv"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x7fELF\x02\x01"]
)
def test_bytes_that_nobody_reads_are_no_text(data: bytes) -> None:
    file = OpenedFile("kuva", data)

    assert not file.is_text
    with pytest.raises(UnreadableExport, match="not text: kuva"):
        _ = file.text
