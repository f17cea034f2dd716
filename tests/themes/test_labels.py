"""Names of themes: nouns, the telling ones first, nothing said twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.themes.labels import alike, pick_words, shorten, write_label


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        ({"jono": 9, "bussi": 5}, ["jono", "bussi"]),
        ({"päihdetestaus": 9, "testaus": 5, "jono": 4}, ["päihdetestaus", "jono"]),
        ({"testaus": 9, "päihdetestaus": 9, "jono": 4}, ["päihdetestaus", "jono"]),
        ({"testaus": 9, "päihdetestaus": 2, "jono": 1}, ["testaus", "jono"]),
        ({"nuorisotalo": 9, "nuorisotila": 5, "bussi": 4}, ["nuorisotalo", "bussi"]),
        ({"työtön": 9, "työttömyys": 5}, ["työtön"]),
        ({"a": 9, "bussi": 5, "jono": 4, "koti": 3}, ["a", "bussi", "jono"]),
        ({}, []),
    ],
)
def test_pick_words(scores: dict[str, float], chosen: list[str]) -> None:
    assert pick_words(scores) == chosen


def test_words_of_another_label_make_way() -> None:
    scores = {"bussi": 4.0, "jono": 3.0, "koti": 2.0, "öljy": 1.0}
    taken = [frozenset({"jono", "bussi", "koti"})]
    assert pick_words(scores, taken=taken) == ["bussi", "jono", "öljy"]


@given(st.dictionaries(st.text("abcdeijkoä", min_size=1, max_size=9), st.floats(0, 9), max_size=9))
def test_no_two_chosen_words_are_alike(scores: dict[str, float]) -> None:
    chosen = pick_words(scores)
    assert len(chosen) <= 3
    assert bool(chosen) == bool(scores)
    assert set(chosen) <= set(scores)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("testaus", "päihdetestaus", True),
        ("työtön", "työttömyys", True),
        ("verotus", "verottaja", True),
        ("jono", "bussi", False),
        ("työvoima", "työehto", False),
    ],
)
def test_alike(one: str, other: str, *, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_write_label() -> None:
    quote = "tämä on varsin pitkä merkintä, josta ei jää yhtään sanaa nimeksi"
    assert write_label(["jono", "bussi"], quote=quote) == "Jono, bussi"
    assert write_label([], quote=quote) == "Tämä on varsin pitkä merkintä, josta ei…"
    assert shorten("lyhyt") == "lyhyt"
