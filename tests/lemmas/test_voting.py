"""Words that may come of two get the base form that the corpus speaks for."""

from __future__ import annotations

import random

import pytest

from toolkit.lemmas import Lemmatizer, load_lemmatizer


@pytest.fixture(scope="module")
def finnish() -> Lemmatizer:
    return load_lemmatizer()


@pytest.mark.parametrize(
    ("texts", "lemma"),
    [
        pytest.param(["sosiaaliturvasta", "sosiaaliturvaan"], "sosiaaliturva", id="not a snout"),
        pytest.param(["tuloluokissa", "tuloluokka"], "tuloluokka", id="not luokki"),
        pytest.param(["kuriin", "kuri"], "kuri", id="discipline, not mud"),
        pytest.param(["tuen", "tuki", "tukea", "tukemme"], "tuki", id="nouns before verbs"),
        pytest.param(["seuraa", "seurataan", "seurattu", "seurasi"], "seurata", id="a verb"),
        pytest.param(["suomessa", "asun Suomessa", "tämä Suomi"], "Suomi", id="the country"),
        pytest.param(["suomella", "puhun suomea"], "suomi", id="the language"),
        pytest.param(["terveyskeskuksista", "terveyskeskus"], "terveyskeskus", id="no adjective"),
        pytest.param(["kysyis", "kysyä"], "kysyä", id="spoken conditional"),
        pytest.param(["uudistettava", "uudistaa"], "uudistaa", id="what must be done"),
    ],
)
def test_vote(finnish: Lemmatizer, texts: list[str], lemma: str) -> None:
    assert finnish.lemmas(texts)[0] == [lemma]


def test_order_of_texts_has_no_say(finnish: Lemmatizer) -> None:
    texts = ["Tuki on hyvä", "tukea nuorille", "tuloluokissa", "tuloluokka", "Suomen tuki", "suomi"]
    by_text = dict(zip(texts, finnish.lemmas(texts), strict=True))
    for seed in range(5):
        shuffled = random.Random(seed).sample(texts, len(texts))
        assert dict(zip(shuffled, finnish.lemmas(shuffled), strict=True)) == by_text


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        pytest.param("Kiitos Toivo Koski avusta", ["kiitos", "apu"], id="full name"),
        pytest.param("Toivo Virtanen auttoi", ["auttaa"], id="at the start"),
        pytest.param("kysy Helmiltä apua", ["kysyä", "apu"], id="a first name that is a word"),
        pytest.param("kysy maijalta apua", ["kysyä", "apu"], id="in small letters"),
        pytest.param("Helmi löytyi rannalta", ["helmi", "ranta"], id="a pearl"),
        pytest.param("Tapasin Maijan, Rovaniemi on kaukana", ["tavata", "Rovaniemi"], id="a place"),
    ],
)
def test_people_are_no_base_forms(finnish: Lemmatizer, text: str, lemmas: list[str]) -> None:
    assert finnish.lemmas([text]) == [lemmas]
