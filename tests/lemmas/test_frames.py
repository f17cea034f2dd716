"""Frames of notes: taken off for the models, nothing else lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.lemmas import strip_frame

FRAMES = ["Toivon että ", "Lupaan edistää ", "Mielestäni ", "Jag hoppas att ", "I hope that "]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Toivon että jonot lyhenevät", "jonot lyhenevät"),
        ("Toivoisin, että jonot lyhenevät.", "jonot lyhenevät."),
        ("Lupaan edistää tasa-arvoa", "tasa-arvoa"),
        ("Mielestäni olisi hyvä, jos bussi kulkisi", "bussi kulkisi"),
        ("Olisi hyvä, jos bussi kulkisi", "bussi kulkisi"),
        ("Jag hoppas att köerna blir kortare", "köerna blir kortare"),
        ("I hope that the bus comes", "the bus comes"),
        ("Toivoo", "Toivoo"),
        ("Toivon.", "Toivon."),
        ("En usko, että jonot lyhenevät", "En usko, että jonot lyhenevät"),
        ("Uskonto kouluun", "Uskonto kouluun"),
        ("Mielenterveys on tärkeää", "Mielenterveys on tärkeää"),
    ],
)
def test_strip_frame(text: str, rest: str) -> None:
    assert strip_frame(text) == rest


@given(st.lists(st.sampled_from(FRAMES), max_size=6), st.text())
def test_what_is_left_is_the_end_of_the_text(frames: list[str], text: str) -> None:
    whole = "".join(frames) + text
    rest = strip_frame(whole)
    assert whole.endswith(rest)
    assert strip_frame(rest) == rest
    assert bool(rest.strip()) == bool(whole.strip())
