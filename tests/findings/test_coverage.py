"""Coverage: who is left out, by hand and as laws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from toolkit.domain import Coverage, Note, Source
from toolkit.findings import measure_coverage

Vectors = NDArray[np.float32]


def make_vectors(angles: Sequence[float]) -> Vectors:
    """Vectors of length one in a plane, by their angle in degrees."""
    turned = np.radians(angles)
    return np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)


def make_notes(n: int, *, groups: Sequence[str] = ("",)) -> list[Note]:
    return [
        Note(id=f"n{place:03d}", text="sana " * (1 + place % 20), group=groups[place % len(groups)])
        for place in range(n)
    ]


def test_a_small_example_by_hand() -> None:
    # Twenty notes say nearly the same, one says something else; the draft has only the former.
    notes = make_notes(21)
    vectors = make_vectors([*np.linspace(-1, 1, 20), 90])
    coverage = measure_coverage(notes, vectors, make_vectors([0]))

    assert coverage.left_out == ("n020",)
    assert (coverage.n_notes, coverage.n_sentences) == (21, 1)
    # cos 90° = 0 for the one and nearly 1 for the others
    assert coverage.mean == pytest.approx(20 / 21, abs=1e-3)
    lengths = {row.name: (row.n, row.n_left_out) for row in coverage.rows if row.by == "length"}
    assert lengths == {"short": (6, 1), "medium": (10, 0), "long": (5, 0)}


angles = st.lists(st.integers(0, 359), min_size=2, max_size=30)


@settings(max_examples=30)
@given(angles=angles)
def test_a_draft_that_quotes_every_note_leaves_nobody_out(angles: list[float]) -> None:
    vectors = make_vectors(angles)
    coverage = measure_coverage(make_notes(len(angles)), vectors, vectors)
    assert coverage.left_out == ()
    assert coverage.mean == pytest.approx(1)
    assert coverage.mean >= coverage.random_mean - 1e-6


@settings(max_examples=30)
@given(angles=angles, others=angles)
def test_a_note_that_is_a_sentence_is_never_left_out(
    angles: list[float], others: list[float]
) -> None:
    sentences = make_vectors([angles[0], *others])
    coverage = measure_coverage(make_notes(len(angles)), make_vectors(angles), sentences)
    assert "n000" not in coverage.left_out


@settings(max_examples=30)
@given(data=st.data(), angles=angles, others=angles)
def test_the_order_of_notes_and_sentences_is_nothing(
    data: st.DataObject, angles: list[float], others: list[float]
) -> None:
    notes = make_notes(len(angles), groups=("A", "B", ""))
    order = data.draw(st.permutations(range(len(angles))))
    vectors, sentences = make_vectors(angles), make_vectors(others)
    first = measure_coverage(notes, vectors, sentences)
    second = measure_coverage([notes[i] for i in order], vectors[order], sentences[::-1])
    assert numbers(first) == pytest.approx(numbers(second))
    assert replace(first, mean=0, random_mean=0, limit=0, rows=()) == replace(
        second, mean=0, random_mean=0, limit=0, rows=()
    )


def numbers(coverage: Coverage) -> list[float]:
    rows = [value for row in coverage.rows for value in (row.n, row.n_left_out, row.mean)]
    return [coverage.mean, coverage.random_mean, coverage.limit, *rows]


def test_a_group_that_is_never_heard_shows_and_small_groups_are_not_named() -> None:
    notes = [
        *(Note(id=f"a{i:02d}", text="Jono on pitkä.", group="Asiakkaat") for i in range(95)),
        *(Note(id=f"b{i:02d}", text="Bussi ei kulje.", group="Kyläläiset") for i in range(5)),
        *(Note(id=f"c{i:02d}", text="Jono on pitkä.", group=f"Pieni {i % 2}") for i in range(6)),
    ]
    notes = [replace(note, source_id="s1") for note in notes]
    vectors = make_vectors([*np.linspace(0, 5, 95), *[80] * 5, *[1] * 6])
    source = Source(
        id="s1", name="lauta.csv", format="padlet-csv", sha256="", file="", board="T1",
        imported_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    coverage = measure_coverage(notes, vectors, make_vectors([2, 3]), sources=[source])
    rows = [
        (row.kind, row.name, row.n, row.n_left_out) for row in coverage.rows if row.by == "group"
    ]
    assert rows == [
        ("named", "Asiakkaat", 95, 0),
        ("named", "Kyläläiset", 5, 5),
        ("small", "", 6, 0),
    ]
    assert [row.name for row in coverage.rows if row.by == "source"] == ["lauta.csv"]


def test_there_must_be_something_to_measure() -> None:
    with pytest.raises(ValueError, match="two notes"):
        measure_coverage(make_notes(1), make_vectors([0]), make_vectors([0]))
    with pytest.raises(ValueError, match="a sentence"):
        measure_coverage(make_notes(2), make_vectors([0, 1]), make_vectors([])[:0])
