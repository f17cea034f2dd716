"""Noun phrases: whole, in the nominative, every adjective with its noun."""

from __future__ import annotations

import pytest

from toolkit.lemmas import Lemmatizer, load_lemmatizer


@pytest.fixture(scope="module")
def finnish() -> Lemmatizer:
    return load_lemmatizer()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param("pienten yritysten", ["pienet yritykset"], id="plural of both"),
        pytest.param("uudessa terveyskeskuksessa", ["uusi terveyskeskus"], id="singular of both"),
        pytest.param("Pitkät jonot", ["pitkät jonot"], id="as written"),
        pytest.param(
            "omaishoitajien aseman parantamiseen",
            ["aseman parantaminen", "omaishoitajien aseman parantaminen"],
            id="genitives stay",
        ),
        pytest.param(
            "julkisten palvelujen rahoituksesta",
            ["palvelujen rahoitus", "julkisten palvelujen rahoitus"],
            id="an adjective goes with its own noun",
        ),
        pytest.param("nuorten palveluissa", ["nuorten palvelut"], id="plural head"),
        pytest.param("EU:n rahoituksella", ["EU:n rahoitus"], id="an abbreviation"),
        pytest.param("Helsingin keskustassa", ["Helsingin keskusta"], id="a place"),
        pytest.param("pitkä jonoissa", [], id="no agreement"),
        pytest.param("jonot, lääkäri", [], id="a comma parts"),
        pytest.param("lasten, nuorten ja perheiden lautakunta", [], id="the end of a list"),
        pytest.param("jonot ja pitkät odotusajat", ["pitkät odotusajat"], id="a thing of a list"),
        pytest.param("kriisin aikana", [], id="like a postposition"),
        pytest.param("Suomen Natoon liittyminen", [], id="the head is still to come"),
        pytest.param("nuorten palveluumme", [], id="a possessive has no dictionary form"),
        pytest.param("paremman hoidon", [], id="a comparative is not its positive"),
        pytest.param("kysyin Maija Koskisen mielipidettä", [], id="a person"),
    ],
)
def test_finnish_phrases(finnish: Lemmatizer, text: str, phrases: list[str]) -> None:
    assert [phrase.text for phrase in finnish.phrases([text])[0]] == phrases


def test_inflections_of_a_phrase_have_the_same_lemmas(finnish: Lemmatizer) -> None:
    texts = ["pieni yritys", "pienten yritysten", "pienelle yritykselle"]
    found = finnish.phrases(texts)
    assert {phrase.lemmas for phrases in found for phrase in phrases} == {("pieni", "yritys")}


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        *(("yritys", "yritykset"), ("oikeus", "oikeudet"), ("tarve", "tarpeet")),
        *(("voimavara", "voimavarat"), ("käynti", "käynnit"), ("kenkä", "kengät")),
        *(("nuori", "nuoret"), ("työtön", "työttömät"), ("puhelin", "puhelimet")),
        *(("esimies", "esimiehet"), ("rikas", "rikkaat"), ("kallis", "kalliit")),
        ("xyz", ""),
    ],
)
def test_nominative_plurals(lemma: str, plural: str) -> None:
    from toolkit.lemmas.readings import FinnishDictionary
    from toolkit.lemmas.voikko import open_voikko

    assert FinnishDictionary(open_voikko()).plural(lemma) == plural


def test_other_languages_have_words_side_by_side() -> None:
    [phrases] = load_lemmatizer("plain").phrases(["Shorter waiting times for the school nurse"])
    assert [phrase.text for phrase in phrases] == [
        *("shorter waiting", "waiting times", "school nurse", "shorter waiting times")
    ]
