"""The frameworks that come with the toolkit, and how well notes find their place in them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from toolkit.domain import CLOSE, Note, Placement
from toolkit.encoders import SentenceEncoder, load_encoder
from toolkit.errors import NoSuchThing
from toolkit.frameworks import framework_names, load_framework, place_notes
from toolkit.frameworks.vectors import LANGUAGES, background
from toolkit.language import detect_language

GOLD = Path(__file__).parents[1] / "gold" / "viitekehys.csv"


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> SentenceEncoder:
    """The real model; what it has once computed is kept for the next test."""
    return load_encoder(cache=tmp_path_factory.mktemp("vectors"))


names = pytest.mark.parametrize("name", framework_names())


@names
def test_a_framework_says_what_its_categories_are(name: str) -> None:
    found = load_framework(name)

    assert found.id == name
    assert found.source
    assert found.year
    assert found.title_in("sv") != found.title
    for category in found.categories:
        assert category.description.endswith(".")
        assert 3 <= len(category.examples) <= 6
        assert len(set(category.examples)) == len(category.examples)
        assert {category.label_sv, category.label_en} & {""} == set()


def test_the_numbers_of_categories_are_those_of_the_documents() -> None:
    sizes = {name: [len(a.categories) for a in load_framework(name).axes]
             for name in framework_names()}  # fmt: skip

    assert sizes == {
        "elaman-osa-alueet": [10, 5],
        "ohjelman-luvut": [6],
        "osallistumisen-keinot": [6],
        "osallisuuden-arvot": [5],
        "osallisuuden-portaat": [5],
    }


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(NoSuchThing, match="osallisuuden-arvot"):
        load_framework("../arvot")


def test_the_background_is_none_of_the_test_notes() -> None:
    with GOLD.open(encoding="utf-8", newline="") as file:
        gold = {row["text"] for row in csv.DictReader(file)}
    examples = {
        text
        for name in framework_names()
        for category in load_framework(name).categories
        for text in category.examples
    }

    assert gold.isdisjoint(examples)
    for language in LANGUAGES:
        assert gold.isdisjoint(background(language))
        assert examples.isdisjoint(background(language))


@pytest.mark.models
@names
def test_every_example_lands_in_its_own_category(name: str, encoder: SentenceEncoder) -> None:
    found = load_framework(name)
    wrong = []
    for axis in found.axes:
        pairs = [(c.id, text) for c in axis.categories for text in c.examples]
        notes = [Note(id=f"{n:03}", text=text, language="fi") for n, (_c, text) in enumerate(pairs)]
        placed = place_notes(notes, found, encoder=encoder).on(axis.id)
        wrong += [
            (text, placed[note.id].category_id)
            for note, (category_id, text) in zip(notes, pairs, strict=True)
            if placed[note.id].category_id != category_id
        ]

    assert wrong == []


def on_gold(framework: str, part: str, encoder: SentenceEncoder) -> list[tuple[str, Placement]]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file)
                if (row["framework"], row["part"]) == (framework, part)]  # fmt: skip
    notes = [
        Note(id=f"{n:03}", text=row["text"], language=detect_language(row["text"]))
        for n, row in enumerate(rows)
    ]
    chosen = load_framework(framework)
    placed = place_notes(notes, chosen, encoder=encoder).on(chosen.axes[0].id)
    return [(row["category"], placed[note.id]) for row, note in zip(rows, notes, strict=True)]


@pytest.mark.models
def test_notes_nobody_looked_at_find_their_place_and_misfits_are_listed(
    encoder: SentenceEncoder,
) -> None:
    pairs = on_gold("osallistumisen-keinot", "unseen", encoder)
    right = [gold == p.category_id for gold, p in pairs if gold]
    caught = [not p.category_id for gold, p in pairs if not gold]
    sure = [gold == p.category_id for gold, p in pairs if p.margin >= CLOSE]

    assert sum(right) / len(right) > 0.8
    assert sum(caught) / len(caught) > 0.8
    assert sum(sure) / len(sure) > 0.9


@pytest.mark.models
def test_misfits_are_listed_in_a_framework_of_another_kind(encoder: SentenceEncoder) -> None:
    pairs = on_gold("elaman-osa-alueet", "unseen", encoder)
    right = [gold == p.category_id for gold, p in pairs if gold]
    caught = [not p.category_id for gold, p in pairs if not gold]

    assert sum(right) / len(right) > 0.45  # ten broad areas that overlap: hard for people too
    assert sum(caught) / len(caught) > 0.9
