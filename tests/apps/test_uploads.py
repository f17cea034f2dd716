"""Files from the browser are measured and named again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.apps.uploads import MAX_BYTES, PIECE_BYTES, BadUpload, Uploads, safe_name


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "incoming")


def test_pieces_become_the_file_again(uploads: Uploads) -> None:
    data = bytes(range(256)) * 5000
    pieces = [data[at : at + PIECE_BYTES] for at in range(0, len(data), PIECE_BYTES)]

    paths = [
        uploads.take(key="a", name="Pöytä 1.csv", size=len(data), number=number, data=piece)
        for number, piece in enumerate(pieces)
    ]

    assert paths[:-1] == [None] * (len(pieces) - 1)
    assert paths[-1] is not None
    assert paths[-1].read_bytes() == data
    assert paths[-1].name == "Pöytä 1.csv"


@pytest.mark.parametrize(
    ("name", "size", "number", "data"),
    [
        pytest.param("ohjelma.exe", 4, 0, b"MZ..", id="kind"),
        pytest.param("ilman päätettä", 4, 0, b"abcd", id="no suffix"),
        pytest.param("a.csv", 0, 0, b"", id="empty"),
        pytest.param("a.csv", MAX_BYTES + 1, 0, b"abcd", id="too large"),
        pytest.param("a.csv", 3, 0, b"abcd", id="more than announced"),
        pytest.param("a.csv", 4, 1, b"abcd", id="starts in the middle"),
        pytest.param("a.csv", 9, 0, b"", id="empty piece"),
        pytest.param("a.csv", MAX_BYTES, 0, b"x" * (PIECE_BYTES + 1), id="piece too large"),
    ],
)
def test_what_cannot_be_right_is_refused(
    name: str, size: int, number: int, data: bytes, uploads: Uploads
) -> None:
    with pytest.raises(BadUpload):
        uploads.take(key="a", name=name, size=size, number=number, data=data)

    assert [path for path in uploads.folder.rglob("*") if path.is_file()] == []


def test_a_file_never_lands_outside_its_folder(uploads: Uploads, tmp_path: Path) -> None:
    path = uploads.take(key="../../x", name="../../../tärkeä.csv", size=4, number=0, data=b"a,b\n")

    assert path is not None
    assert path.resolve().is_relative_to(uploads.folder.resolve())
    assert [item.name for item in tmp_path.iterdir()] == ["incoming"]


@given(st.text(max_size=300))
def test_a_safe_name_is_a_name_and_nothing_else(name: str) -> None:
    safe = safe_name(name)

    assert safe
    assert Path(safe).name == safe
    assert safe not in {".", ".."}
    assert len(safe) <= 100


def test_a_file_that_has_been_read_is_gone_and_others_stay(uploads: Uploads) -> None:
    one = uploads.take(key="a", name="a.csv", size=4, number=0, data=b"a,b\n")
    other = uploads.take(key="b", name="b.csv", size=4, number=0, data=b"a,b\n")
    assert one
    assert other
    outside = uploads.folder.parent / "oma.csv"
    outside.write_text("a")

    uploads.forget(one)
    uploads.forget(outside)

    assert not one.parent.exists()
    assert other.exists()
    assert outside.exists()


def test_what_a_closed_page_left_is_swept_the_day_after(uploads: Uploads) -> None:
    left = uploads.take(key="a", name="a.csv", size=4, number=0, data=b"a,b\n")
    assert left
    came = left.parent.stat().st_mtime

    uploads.sweep(now=came + 3600)
    assert left.exists()
    uploads.sweep(now=came + 25 * 3600)
    assert not left.exists()


@pytest.mark.parametrize(
    "suffix", ["csv", "docx", "json", "odt", "ods", "pdf", "pptx", "txt", "xlsx", "zip"]
)
def test_what_can_be_read_can_be_sent(suffix: str, uploads: Uploads) -> None:
    path = uploads.take(key="a", name=f"Pöytä.{suffix.upper()}", size=1, number=0, data=b"x")

    assert path is not None
