"""A table composed again keeps the rows people changed, added and deleted."""

from __future__ import annotations

import pytest

from toolkit.domain import Block, BlockKind, TableRow, TextRun
from toolkit.review.merge_tables import merge_table

Row = tuple[str, str, str]
TABLE = (("r1", "Jonot", "14"), ("r2", "Chat", "9"), ("r3", "Kyydit", "5"))


def table(*rows: Row) -> Block:
    made = (
        TableRow(id=key, cells=tuple((TextRun(text=cell),) for cell in cells))
        for key, *cells in rows
    )
    return Block(id="t", kind=BlockKind.TABLE, header=("Teema", "Määrä"), rows=tuple(made))


def text(*rows: str) -> str:
    return "\n".join(["Teema | Määrä", *rows])


GROWN = (("r1", "Jonot", "17"), ("r2", "Chat", "9"), ("r9", "Ilta", "6"), ("r3", "Kyydit", "5"))

CASES = [
    pytest.param(
        text("Jonot | 14", "Chat | 9", "Kyydit | 5"),
        GROWN,
        text("Jonot | 17", "Chat | 9", "Ilta | 6", "Kyydit | 5"),
        0,
        id="nobody touched it",
    ),
    pytest.param(
        text("Jonot | 14", "Chat | 9 (arvio)", "Kyydit | 5"),
        GROWN,
        text("Jonot | 17", "Chat | 9 (arvio)", "Ilta | 6", "Kyydit | 5"),
        0,
        id="another row changed and one came",
    ),
    pytest.param(
        text("Jonot | noin 14", "Chat | 9", "Kyydit | 5"),
        GROWN,
        text("Jonot | noin 14", "Chat | 9", "Ilta | 6", "Kyydit | 5"),
        1,
        id="the same cell",
    ),
    pytest.param(
        text("Kyydit | 5", "Chat | 9"),
        GROWN,
        text("Kyydit | 5", "Chat | 9", "Ilta | 6"),
        1,
        id="a deleted row stays deleted, though the tool changed it",
    ),
    pytest.param(
        text("Jonot | 14", "Chat | 9", "Kyydit | 5", "Oma rivi | 1"),
        GROWN,
        text("Jonot | 17", "Chat | 9", "Ilta | 6", "Kyydit | 5", "Oma rivi | 1"),
        0,
        id="a row of the person's own",
    ),
    pytest.param(
        text("Jonot | 14", "Chat | yhdeksän", "Kyydit | 5"),
        (("r1", "Jonot", "14"),),
        text("Jonot | 14", "Chat | yhdeksän"),
        1,
        id="rows are gone: the edited one stays",
    ),
    pytest.param(
        text("Jonot | 14", "Chat | 9 (arvio)", "Kyydit | 5"),
        (("r1", "Pitkät jonot", "14"), *TABLE[1:]),
        text("Pitkät jonot | 14", "Chat | 9 (arvio)", "Kyydit | 5"),
        0,
        id="a theme was renamed",
    ),
]


@pytest.mark.parametrize(("mine", "theirs", "expected", "n_conflicts"), CASES)
def test_what_becomes_of_a_table(
    mine: str, theirs: tuple[Row, ...], expected: str, n_conflicts: int
) -> None:
    merged = merge_table(table(*TABLE), mine, table(*theirs), refs={}, language="fi")

    assert merged.text == expected
    assert len(merged.conflicts) == n_conflicts
    again = merge_table(table(*TABLE), merged.text, table(*theirs), refs={}, language="fi")
    assert again.text == merged.text
