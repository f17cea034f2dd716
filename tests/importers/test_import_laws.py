"""What holds for any bytes: an error the user can mend, or an import whose receipt balances."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.importers.exports import BOARD, POLIS, every_export, to_csv, to_zip
from toolkit.domain import Import
from toolkit.errors import ToolkitError
from toolkit.importers import FORMATS, read_file
from toolkit.importers.opened import open_file

EXPORTS = every_export()
lasting = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(path: Path, data: bytes, *, as_format: str | None = None) -> Import | None:
    """Read the bytes and keep the promises of the one door."""
    path.write_bytes(data)
    try:
        imported = read_file(path, as_format=as_format)
    except ToolkitError:
        return None
    receipt = imported.receipt
    statements = imported.votes.statements if imported.votes else ()
    assert receipt.notes == len(imported.notes)
    assert receipt.statements == len(statements)
    assert receipt.rows == receipt.notes + receipt.statements + len(receipt.skipped)
    notes = [*imported.notes, *statements]
    assert len({note.id for note in notes}) == len(notes) > 0
    assert all(
        note.text.encode() and note.id.encode() and note.prompt.encode() is not None
        for note in notes
    )
    return imported


@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + b"\0" * 18)
@example(b'{"data":' * 3000)
@example(b'"')
@example(b"sep=;")
@lasting
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    check(tmp_path / "mitä tahansa", data)


@pytest.mark.parametrize("name", EXPORTS)
@given(data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_export(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = bytearray(EXPORTS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.sampled_from([len(content), len(content) // 2, len(content) - 30]))

    check(tmp_path / "rikki", bytes(content[:end]))


@given(st.text(st.characters(), max_size=300), st.sampled_from([known.name for known in FORMATS]))
@lasting
def test_any_text_as_any_format(tmp_path: Path, text: str, name: str) -> None:
    check(tmp_path / "teksti", text.encode("utf-8", "replace"), as_format=name)


cells = st.text(st.characters(codec="utf-8"), max_size=12)
lines = st.sampled_from(
    [
        "Pöytä 1: Nuoret",
        "Mikä toimii?",
        "- a",
        "# b",
        "",
        "c",
        "### 1. d",
        "**Author:** e",
        "## f",
        "---",
        "| g |",
    ]
)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6))
@lasting
def test_any_cells_of_padlet(tmp_path: Path, rows: list[tuple[str, str, str]]) -> None:
    table = to_csv([["Subject", "Body", "Section"], *rows])

    check(tmp_path / "padlet.csv", table.encode(), as_format="padlet-csv")


@given(st.lists(lines | cells, max_size=12))
@example(["### 1. d", "### 1. d", "**Author:** e"])
@lasting
def test_any_lines(tmp_path: Path, rows: list[str]) -> None:
    check(tmp_path / "muistio.txt", "\n".join(rows).encode(), as_format="notes-text")
    check(tmp_path / "muistio.txt", "\n".join(rows).encode())


@given(
    st.lists(
        st.tuples(*[st.sampled_from(["", "0", "1", "-1", "2", "x", "1e400", "nan", "0.5"])] * 4)
    )
)
@lasting
def test_any_cells_of_polis(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    header = ["timestamp", "comment-id", "voter-id", "vote"]
    files = {"comments.csv": POLIS["comments.csv"], "votes.csv": to_csv([header, *rows])}

    check(tmp_path / "polis.zip", to_zip(files))


words = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
things = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["data", "type", "id", "attributes", "content", "body", "relationships", "section"]
    ), inner, max_size=4), max_leaves=12,
)  # fmt: skip


@given(things, st.lists(things, max_size=4))
@lasting
def test_any_json(tmp_path: Path, attributes: object, included: list[object]) -> None:
    import json

    board = {"data": {"type": "board", "attributes": attributes}, "included": included}
    check(tmp_path / "board.json", json.dumps(board).encode())


def test_the_damage_is_done_to_files_that_can_be_read(tmp_path: Path) -> None:
    assert all(check(tmp_path / "ehjä", content) for content in EXPORTS.values())
    assert open_file(tmp_path / "ehjä").name == "ehjä"
    assert BOARD
