"""Subtitles: a phrase of several notes with the words of the theme, or none."""

from __future__ import annotations

import pytest

from toolkit.lemmas import Phrase
from toolkit.themes.subtitles import choose_subtitle

OMAISET = Phrase(("omaishoitaja", "asema"), "omaishoitajien asema", as_written=False)
YRITYKSET = Phrase(("pieni", "yritys"), "pienet yritykset", as_written=False)
WRITTEN = Phrase(("pieni", "yritys"), "pieni yritys", as_written=True)
ILTANA = Phrase(("sama", "ilta"), "sama ilta", as_written=True)


@pytest.mark.parametrize(
    ("notes", "scores", "subtitle"),
    [
        pytest.param([[YRITYKSET], [YRITYKSET]], {"yritys": 0.2}, "pienet yritykset", id="shared"),
        pytest.param([[YRITYKSET], [WRITTEN]], {"yritys": 0.2}, "pieni yritys", id="as written"),
        pytest.param([[YRITYKSET], []], {"yritys": 0.2}, "", id="of a single note"),
        pytest.param(
            [[OMAISET], []], {"omaishoitaja": 1, "asema": 1}, "", id="of one note, though telling"
        ),
        pytest.param([[ILTANA], [ILTANA]], {"ilta": 0.2}, "", id="stop word inside"),
        pytest.param([[OMAISET], [OMAISET]], {"asema": 1}, "", id="light word only"),
        pytest.param([], {}, "", id="nothing"),
    ],
)
def test_choose_subtitle(
    notes: list[list[Phrase]], scores: dict[str, float], subtitle: str
) -> None:
    weighed = [(phrases, 1.0) for phrases in notes]
    assert choose_subtitle(weighed, scores=scores, language="fi", one=str) == subtitle
