"""Columns of tables: as wide as their words need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain import Block, BlockKind, TableRow, TextRun
from toolkit.publishing.columns import column_shares


def table(*rows: tuple[str, ...]) -> Block:
    header, *body = rows
    return Block(
        id="t",
        kind=BlockKind.TABLE,
        header=header,
        rows=tuple(
            TableRow(id=str(n), cells=tuple((TextRun(text=cell),) for cell in row))
            for n, row in enumerate(body)
        ),
    )


def test_a_column_of_sentences_is_wider_than_one_of_numbers() -> None:
    number, sentence = column_shares(
        table(("Nro", "Ehdotus"), ("1", "Lisätään aikataulu ja kerrotaan siitä kaikille."))
    )

    assert number < sentence / 3
    assert number > 0.1


def test_words_in_one_piece_keep_their_room_in_a_full_table() -> None:
    text = "Osallisuusasiantuntijan työaikaa noin kaksi päivää kuukaudessa"
    header = ("Nro", "Muutos", "Keinot", "Mittarit", "Panos", "Vastuutaho", "Aika")
    shares = column_shares(table(header, ("1", text, text, text, text, text, "Q1/2027")))

    assert shares[0] * 90 >= len("Nro")
    assert shares[-1] * 90 >= len("Q1/2027") + 2


@given(st.lists(st.lists(st.text(max_size=80), min_size=1, max_size=7), min_size=1, max_size=8))
def test_every_column_gets_some_of_the_line_and_all_of_it_is_used(rows: list[list[str]]) -> None:
    shares = column_shares(table(*(tuple(row) for row in rows)))

    assert len(shares) == max(map(len, rows))
    assert abs(sum(shares) - 1) < 1e-9
    assert min(shares) > 0.01
