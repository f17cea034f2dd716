"""What all figures share: texts are texts, sizes fit a projector, languages follow the reader."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from tests.figures.material import lines, make_opinions, make_statement, save, visible, words
from toolkit import figures
from toolkit.domain import OpinionGroups
from toolkit.figures.sheet import Sheet, fold, measure
from toolkit.i18n import set_language

ROOT = Path(__file__).parents[2]
DRAWINGS: dict[str, Callable[[OpinionGroups], Figure]] = {
    "map": figures.draw_map,
    "statements": figures.draw_statements,
    "votes": lambda groups: figures.draw_votes(groups, [s.id for s in groups.statements]),
}
every_figure = pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)

NASTY = [
    pytest.param("Hinta on $5 tai $10_000", "Hinta on $5 tai $10_000", id="looks like a formula"),
    pytest.param(r"$\frac{1$ ^_^ %s {n}", r"$\frac{1$ ^_^ %s {n}", id="a broken formula"),
    pytest.param("<script>alert(1)</script>", "<script>alert(1)</script>", id="markup"),
    pytest.param("rivi\nja\t toinen", "rivi ja toinen", id="line breaks"),
    pytest.param("漢字 👍 ja\x00 sana", "□□ □ ja sana", id="letters the font lacks"),
    pytest.param("a\u0308iti", "äiti", id="loose dots"),
]


def opinions(text: str = "Jonot ovat pitkiä.", name: str = "Uudet") -> OpinionGroups:
    by_group = {"A": (9, 0, 0), "B": (0, 0, 9)}
    statements = [
        make_statement(n, by_group=by_group, extremity=n, text=text, ref=f"$P{n}_1$")
        for n in range(4)
    ]
    return make_opinions({"A": 9, "B": 9}, *statements, names={"A": name})


@pytest.mark.parametrize(("given_text", "drawn"), NASTY)
@every_figure
def test_words_of_people_are_drawn_as_they_are(
    draw: Callable[[OpinionGroups], Figure], given_text: str, drawn: str
) -> None:
    figure = draw(opinions(given_text, given_text))

    written = words(figure)
    assert drawn in written
    assert not any(text.get_parse_math() or text.get_usetex() for text in visible(figure))
    for kind in ("png", "svg"):
        assert save(figure, kind)


@every_figure
def test_letters_are_large_enough_for_a_projector(draw: Callable[[OpinionGroups], Figure]) -> None:
    figure = draw(opinions())

    assert min(text.get_fontsize() for text in visible(figure)) >= 11
    assert figure.get_figwidth() == pytest.approx(10)


@every_figure
def test_figures_speak_the_readers_language(draw: Callable[[OpinionGroups], Figure]) -> None:
    titles = set()
    for language in ("fi", "sv", "en"):
        set_language(language)
        titles.add(lines(draw(opinions()))[0])

    assert len(titles) == 3


@every_figure
def test_a_notebook_shows_the_figure_by_itself(draw: Callable[[OpinionGroups], Figure]) -> None:
    picture = draw(opinions())._repr_png_()  # type: ignore[attr-defined]

    assert picture.startswith(b"\x89PNG")


def test_drawing_leaves_no_global_state() -> None:
    code = (
        "import sys, toolkit.figures as f; from tests.figures.material import make_opinions;"
        "f.draw_map(make_opinions({'A': 9})); print('matplotlib.pyplot' in sys.modules)"
    )

    printed = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)

    assert printed.strip() == "False"


def test_the_room_is_light_until_something_is_drawn() -> None:
    code = "import sys, toolkit.figures; print('matplotlib' in sys.modules)"

    printed = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)

    assert printed.strip() == "False"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=60)
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str) -> None:
    folded = fold(text, 90)

    assert all(measure(line) <= 90 or len(line) == 1 for line in folded)
    whole = "".join("".join(folded).split())
    assert whole == "".join("".join(fold(text, 1e9)).split())


def test_a_percent_sign_stays_with_its_number() -> None:
    text = "eri mieltä 35 % heistä"

    for width in range(40, 160, 5):
        assert not any(line.startswith("%") for line in fold(text, width))


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    first, second = fold("Sana ja toinen sana, " * 20, 120, most=2)

    assert not first.endswith("…")
    assert second.endswith("…")
    assert measure(second) <= 120


def test_an_empty_sheet_can_be_saved() -> None:
    sheet = Sheet()
    sheet.add_title("")
    sheet.finish()

    assert save(sheet, "png")
