"""A large table gives the same numbers however it is written, and in whatever pieces it is read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import UnreadableExport
from toolkit.importers import large_tables
from toolkit.importers.large_tables import LargeTable
from toolkit.importers.opened import OpenedFile

NAN, INF = float("nan"), float("inf")


def table(text: str | bytes) -> LargeTable:
    data = text if isinstance(text, bytes) else text.encode()
    return LargeTable(OpenedFile("vienti", folder={"a.csv": data}), "a.csv")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"pid,vote,t\n7,1,3\n8,,4\n", id="as exported"),
        pytest.param(b"\xef\xbb\xbfpid;vote;t\r\n7;1;3\r\n8;;4\r\n", id="semicolons and a mark"),
        pytest.param(b'sep=,\n\n"pid","vote","t"\n"7","1","3"\n"8","","4"', id="quoted, sep line"),
        pytest.param("pid\tvote\tt\n7\t1\t3\n8\t\t4\n".encode("utf-16"), id="UTF-16"),
        pytest.param(b"pid,vote,t,x\n7,1,3,\xe4\n8,,4,\xf6\n", id="letters of Windows beside"),
        pytest.param(b'pid,vote,t,x\n7,1,3,"a\nb"\n8,,4,c\n', id="a line break in a cell"),
        pytest.param(b"pid,vote,t\r7,1,3\r8,,4\r", id="line ends of old Macs"),
    ],
)
def test_columns_of_numbers(data: bytes) -> None:
    columns, cells = table(data).read(("t", "none"), ("pid", "vote"))

    assert columns["t"].tolist() == [3, 4]
    assert np.isnan(columns["none"]).tolist() == [True, True]
    assert sorted(zip(*(part.tolist() for part in cells), strict=True)) == [
        (0, 0, 7), (0, 1, 1), (1, 0, 8),
    ]  # fmt: skip


def test_what_is_no_number_is_not_nothing() -> None:
    columns, cells = table("pid,vote\n7,x\n8, \n9,1\n10").read(("vote",), ("vote",))

    assert columns["vote"].tolist() == pytest.approx([INF, NAN, 1, NAN], nan_ok=True)
    assert cells.value.tolist() == [INF, 1]
    assert cells.row.tolist() == [0, 2]


def test_a_table_without_rows() -> None:
    columns, cells = table("pid,vote\n").read(("pid",), ("vote",))

    assert [len(part) for part in (columns["pid"], *cells)] == [0] * 4


def test_a_quotation_mark_that_never_closes_is_said() -> None:
    with pytest.raises(UnreadableExport, match=r"not a proper CSV: vienti: a\.csv"):
        table('pid,vote\n7,"1\n8,1\n').read(("pid",))


def test_whether_a_column_holds_anything() -> None:
    some = table("pid,xid,y\n7,a,\n8,,\n")

    assert [some.holds(key) for key in ("xid", "y", "z")] == [True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("pid,a,b\n7,1,\n8,,-1\n12,0,1", id="plain"),
        pytest.param("pid;a;b\r\n7;1;\r\n8;;-1\r\n12;0;1\r\n", id="from Windows"),
        pytest.param("pid,a,b\n", id="no rows"),
    ],
)
def test_a_plain_grid_is_read_without_making_a_number_of_each_cell(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LargeTable, "_read", None)  # not needed

    columns, cells = table(text).read(("pid",), ("a", "b"))

    rows = [line.split(text[3])[0] for line in text.splitlines()[1:]]
    assert columns["pid"].tolist() == [float(row) for row in rows]
    if rows:
        assert list(zip(*(part.tolist() for part in cells), strict=True)) == [
            (0, 0, 1), (1, 1, -1), (2, 0, 0), (2, 1, 1),
        ]  # fmt: skip


NUMBERS = st.sampled_from(
    ["", "1", "0", "-1", "17", "-204", "123456789", "1.5", "x", "-", "1-", " 1"]
)


@given(
    rows=st.lists(st.lists(NUMBERS, min_size=3, max_size=4), max_size=8),
    ends=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
)
def test_the_two_ways_of_reading_agree(rows: list[list[str]], ends: str, last: bool) -> None:
    text = ends.join(",".join(row) for row in [["a", "b", "c"], *rows]) + (ends if last else "")
    plain = table(text)._read_plainly(("a",), ("b", "c"))
    columns, cells = table(text)._read_in_pieces(("a",), ("b", "c"))

    whole = [cell.removeprefix("-").isdigit() or not cell for row in rows for cell in row]
    if rows and all(whole) and all(len(row) == 3 for row in rows):
        assert plain is not None
    if plain is not None:
        assert np.array_equal(plain[0]["a"], columns["a"], equal_nan=True)
        assert sorted(zip(*plain[1], strict=True)) == sorted(zip(*cells, strict=True))


ROWS = st.lists(st.lists(st.sampled_from(["", "1", "0", "-1", "x"]), min_size=3, max_size=3))


@given(rows=ROWS, n_rows=st.integers(1, 4))
def test_pieces_make_no_difference(rows: list[list[str]], n_rows: int) -> None:
    text = "\n".join(",".join(row) for row in [["a", "b", "c"], *rows]) + "\n"
    with pytest.MonkeyPatch.context() as patch:
        whole, cells = table(text).read(("a",), ("b", "c"))
        patch.setattr(large_tables, "_MOST_ROWS", n_rows)
        pieces, parts = table(text).read(("a",), ("b", "c"))

    # A line of commas only is a row; an empty line would not be.
    assert np.array_equal(whole["a"], pieces["a"], equal_nan=True)
    assert len(whole["a"]) == len(rows)
    assert sorted(zip(*cells, strict=True)) == sorted(zip(*parts, strict=True))
