"""Framework files: good ones are read and come back, bad ones are one sentence in Finnish."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frameworks.material import ONE, TWO
from toolkit.domain import Category, Framework
from toolkit.errors import UnreadableFramework
from toolkit.frameworks import parse_framework, parse_list, to_rows, to_toml
from toolkit.i18n import set_language

HEAD = 'id = "arvot"\ntitle = "Arvot"\n'
TRUST = '[[categories]]\nid = "luottamus"\nlabel = "Luottamus"\n'

text = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
categories = st.builds(
    Category,
    id=text.filter(bool),
    label=text.filter(bool),
    description=text,
    excludes=text,
    examples=st.lists(text, max_size=3).map(tuple),
    near_misses=st.lists(text, max_size=2).map(tuple),
)


def made_of(found: list[Category]) -> Framework:
    axis = replace(ONE.axes[0], id="luokka", label=ONE.title, categories=tuple(found))
    return replace(ONE, axes=(axis,))


@given(st.lists(categories, min_size=1, max_size=4, unique_by=lambda category: category.id))
def test_a_framework_comes_back_from_its_file(found: list[Category]) -> None:
    made = made_of(found)

    assert parse_framework(to_toml(made), name="x.toml") == made


def test_two_axes_come_back() -> None:
    assert parse_framework(to_toml(TWO), name="x.toml") == TWO


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("id = ", "TOML", id="no TOML"),
        pytest.param(TRUST, "title", id="no title"),
        pytest.param(HEAD, "ei ole yhtään luokkaa", id="no categories"),
        pytest.param(HEAD + "categories = 3", "categories", id="a number for categories"),
        pytest.param(HEAD + TRUST + '[[categories]]\nid = "x"', "categories 2", id="no label"),
        pytest.param(HEAD + TRUST + TRUST, "luottamus", id="an id twice"),
        pytest.param(HEAD + TRUST + 'exmaples = ["a"]', "exmaples", id="a slip of the pen"),
        pytest.param(HEAD + TRUST + 'examples = "a"', "examples", id="a text for a list"),
        pytest.param(HEAD + "year = '2021'\n" + TRUST, "year", id="a text for a year"),
        pytest.param('id = "Ä ö"\ntitle = "T"\n' + TRUST, "Ä ö", id="an id with a space"),
    ],
)
def test_a_bad_file_is_one_sentence_that_names_it(content: str, says: str) -> None:
    with pytest.raises(UnreadableFramework) as caught:
        parse_framework(content, name="arvot.toml")

    sentence = caught.value.for_reader()
    assert "arvot.toml" in sentence
    assert says in sentence
    assert sentence != str(caught.value), "it is not in Finnish"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Luokka", "Kuvaus"], ["Luottamus", "Avoimuus"]], id="Finnish headings"),
        pytest.param([["Beskrivning", "Kategori"], ["Avoimuus", "Luottamus"]], id="turned round"),
        pytest.param([["label", "description"], ["Luottamus", "Avoimuus"], ["", "x"]], id="fields"),
        pytest.param([["Luottamus", "Avoimuus"]], id="no headings"),
        pytest.param([["Nro", "Nimi", "Kuvaus"], ["1", "Luottamus", "Avoimuus"]], id="a name"),
        pytest.param([["", ""], ["Teema", "Kuvaus"], ["Luottamus", "Avoimuus"]], id="a blank row"),
    ],
)
def test_an_organisations_own_list(rows: list[list[str]]) -> None:
    found = parse_list(rows, title="Omat arvot", name="arvot.csv")

    assert (found.id, found.title) == ("omat-arvot", "Omat arvot")
    assert found.categories == (
        Category(id="luottamus", label="Luottamus", description="Avoimuus"),
    )


def test_names_alone_will_do_and_like_names_get_ids_of_their_own() -> None:
    found = parse_list([["Äänet"], ["Äänet!"], ["???"]], title="x", name="x.csv")

    assert [c.id for c in found.categories] == ["aanet", "aanet-2", "luokka"]


def test_a_list_without_a_name_is_refused() -> None:
    with pytest.raises(UnreadableFramework, match=r"x\.csv"):
        parse_list([["Luokka", "Kuvaus"]], title="x", name="x.csv")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Pvm", "Paikka", "Aihe"], ["1.2.", "Sali", "Jonot"]], id="other headings"),
        pytest.param([[f"Rivi {n}"] for n in range(61)], id="a long text"),
        pytest.param(
            [["Tunnus", "Kysymys", "Merkintä", "Teema"], ["K1-002", "", "Jono", "Jonot"]],
            id="a coding sheet",
        ),
    ],
)
def test_a_table_of_something_else_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(UnreadableFramework) as caught:
        parse_list(rows, title="x", name="taulukko.csv")

    assert "taulukko.csv" in caught.value.for_reader()
    assert "Luokka" in caught.value.for_reader()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_rows_to_read_can_be_given_back(language: str) -> None:
    set_language(language)
    made = made_of(
        [
            Category(
                id="t-1",
                label="Jonot",
                description="Odottaminen",
                includes="puhelinjonot",
                keywords=("jono", "puhelin"),
                examples=("Jono on pitkä", "Puhelin"),
                near_misses=("Bussi on myöhässä",),
            )
        ]
    )

    assert parse_list(to_rows(made), title="x", name="x.csv").categories == made.categories
