"""Foreign parsers run in a process that may break, and all that comes of it is a sentence."""

from __future__ import annotations

import errno
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.importers.conftest import Write
from tests.importers.exports import POLIS, every_export, to_zip
from toolkit.domain import Import, Receipt
from toolkit.errors import Cancelled, FailedReader, NothingToRead, ToolkitError, UnreadableExport
from toolkit.import_parts import split_import
from toolkit.importers import child, isolated, read_file
from toolkit.importers.isolated import ask, foreseeing, is_read_here
from toolkit.importers.opened import OpenedFile

EXPORTS = every_export()

BREAKING: dict[str, Callable[..., child.Answer]] = {}


def breaking(door: Callable[..., child.Answer]) -> Callable[..., child.Answer]:
    BREAKING[door.__name__] = door
    return door


@breaking
def aborts(path: Path) -> child.Answer:
    os.abort()


@breaking
def is_killed(path: Path) -> child.Answer:
    os.kill(os.getpid(), signal.SIGKILL)
    return None, b""


@breaking
def exits(path: Path) -> child.Answer:
    os._exit(0)


@breaking
def fills_the_memory(path: Path) -> child.Answer:
    return len(bytearray(10**10)), b""


@breaking
def fills_it_in_a_parser(path: Path) -> child.Answer:
    try:
        return len(bytearray(10**10)), b""
    except MemoryError as error:
        raise UnreadableExport("The workbook is broken: {name}.", name="x") from error


@breaking
def writes_a_file(path: Path) -> child.Answer:
    (path.parent / "jälki").write_text("x", encoding="utf-8")
    return None, b""


@breaking
def goes_on_for_ever(path: Path) -> child.Answer:
    (path.parent / "pid").touch()
    while True:
        time.sleep(1)


@breaking
def has_a_fault(path: Path) -> child.Answer:
    raise KeyError("Liisa Koskinen")


@breaking
def prints(path: Path) -> child.Answer:
    os.write(1, b"100\n")
    sys.stdout.write("{}")
    return "sanat", b"12"


@breaking
def knows_no_secret(path: Path) -> child.Answer:
    return sorted(os.environ), b""


@breaking
def calls_home(path: Path, *, port: int) -> child.Answer:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError as error:
        return error.errno, b""
    return 0, b""


@pytest.fixture(scope="module")
def pool() -> Iterator[list[isolated._Reader]]:
    """The process lives through the tests, but for those that end it."""
    idle: list[isolated._Reader] = []
    yield idle
    for reader in idle:
        reader.kill()


@pytest.fixture
def doors(
    pool: list[isolated._Reader], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[object, bytes]]:
    """A reading process whose doors are those of this module."""
    starter = (
        "import sys; from toolkit.importers import child; from tests.importers import "
        "test_isolated; child.DOORS = test_isolated.BREAKING; child.main()"
    )
    original = subprocess.Popen

    def popen(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        return original([sys.executable, "-c", starter], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(isolated, "_idle", pool)
    monkeypatch.setattr(subprocess, "Popen", popen)
    path = tmp_path / "ilta.xlsx"
    path.write_bytes(b"x")
    return lambda door, **options: ask(door, path, **options)


@pytest.mark.parametrize(
    "door", ["aborts", "is_killed", "exits", "fills_the_memory", "fills_it_in_a_parser"]
)
def test_the_death_of_the_process_is_one_sentence(
    doors: Callable[..., tuple[object, bytes]], door: str
) -> None:
    with pytest.raises(UnreadableExport, match=r"too much memory or broke off: ilta\.xlsx\. Open"):
        doors(door)

    assert doors("prints") == ("sanat", b"12")


def test_the_time_is_a_limit_and_a_setting(
    doors: Callable[..., tuple[object, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSALLISUUS_IMPORT_SECONDS", "1")

    with pytest.raises(UnreadableExport, match=r"longer than 1 seconds and was stopped: ilta"):
        doors("goes_on_for_ever")


def test_who_cancels_ends_the_process(
    doors: Callable[..., tuple[object, bytes]], tmp_path: Path
) -> None:
    def cancel() -> None:
        if (tmp_path / "pid").exists():
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        doors("goes_on_for_ever", tell=cancel)

    assert isolated._idle == []


def test_a_fault_is_told_without_anybodys_words(
    doors: Callable[..., tuple[object, bytes]], caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.WARNING, logger="toolkit"),
        pytest.raises(
            FailedReader, match=r"fault in this program.*KeyError, test_isolated"
        ) as told,
    ):
        doors("has_a_fault")

    assert "KeyError" in caplog.text
    assert "Liisa" not in caplog.text + str(told.value)


def test_the_process_writes_no_file_and_knows_no_secret(
    doors: Callable[..., tuple[object, bytes]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OSALLISUUS_MODEL_KEY", "salaisuus")

    with pytest.raises(FailedReader, match="OSError"):
        doors("writes_a_file")

    assert (tmp_path / "jälki").read_bytes() == b""
    known, _numbers = doors("knows_no_secret")
    assert "OSALLISUUS_MODEL_KEY" not in known
    assert "PATH" in known


@pytest.fixture(scope="module")
def may_leave_the_network() -> bool:
    code = "from toolkit.importers.child import _leave_the_network as f; import socket; f(); "
    code += "socket.create_connection(('127.0.0.1', 9))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    return b"unreachable" in said.stderr


def test_the_process_has_no_network(
    may_leave_the_network: bool, doors: Callable[..., tuple[object, bytes]]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        reached, _numbers = doors("calls_home", port=server.getsockname()[1])

    if reached == 0 and not may_leave_the_network:
        pytest.skip("the system lets no process leave the network")
    assert reached == errno.ENETUNREACH


def test_what_comes_back_is_never_run() -> None:
    odd = [
        {"error": "Path", "message": "x", "values": {}},
        {"error": "UnreadableExport", "message": "{name.__class__}", "values": {"name": "x"}},
        {"error": "UnreadableExport", "message": "{name:1000000000}", "values": {"name": "x"}},
        {"error": "UnreadableExport", "message": "x", "values": []},
    ]

    for said in odd:
        assert "broke off: ilta" in str(isolated._error(json.loads(json.dumps(said)), name="ilta"))


def test_an_error_of_the_toolkit_comes_back_as_it_was(write: Write) -> None:
    with pytest.raises(NothingToRead, match=r"not one note in the file: ilta\.zip"):
        read_file(write("ilta.zip", to_zip({"a.csv": "Subject,Body,Author\n", "b.txt": "x"})))


@pytest.mark.parametrize("name", EXPORTS)
def test_both_ways_of_reading_agree(
    name: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("ilta", EXPORTS[name])
    read = []
    for here in (True, False):
        monkeypatch.setattr("toolkit.importers.is_read_here", lambda _file, here=here: here)
        imported = read_file(path)
        votes = imported.votes
        read.append(
            (imported.notes, imported.receipt)
            if votes is None
            else (votes.statements, votes.participant_ids, votes.value.tolist(), imported.receipt)
        )

    assert read[0] == read[1]


def test_no_part_of_an_import_is_left_behind() -> None:
    plain, _numbers = split_import(Import(receipt=Receipt(name="", format="", rows=0)))

    assert plain.keys() == {field.name for field in fields(Import)}


@pytest.mark.parametrize(
    ("name", "data", "here"),
    [
        ("a.csv", b"Vastaus\nJonot\n", True),
        ("a.txt", b"- a\n- b\n", True),
        ("polis.zip", to_zip(POLIS), True),
        ("a.csv", b"Vastaus\n" + b"Jonot\n" * 60_000, False),
        ("votes.csv", POLIS["votes.csv"].encode() + b"1,1,1,1\n" * 60_000, True),
        ("a.pdf", b"%PDF-1.7 1 0 obj", False),
        ("a.fodt", b'\xef\xbb\xbf <?xml version="1.0"?>', False),
        ("a.docx", EXPORTS["notes-docx"], False),
        ("kuvat.zip", to_zip({"a.csv": "x", "b.png": "y"}), False),
        ("kuva.png", b"\x89PNG\r\n\x1a\n\0\0", False),
    ],
)
def test_what_only_python_reads_is_read_here(name: str, data: bytes, here: bool) -> None:
    assert is_read_here(OpenedFile(name, data)) is here


def test_a_setting_that_is_no_number_is_said(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSALLISUUS_IMPORT_ROWS", "paljon")

    with pytest.raises(ToolkitError, match=r'OSALLISUUS_IMPORT_ROWS.*is "paljon"'):
        read_file(write("a.txt", "- a\n- b\n"))


def test_no_memory_here_is_a_sentence_too() -> None:
    with pytest.raises(UnreadableExport, match="too much memory"), foreseeing("ilta.csv"):
        raise MemoryError
