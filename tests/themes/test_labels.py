"""Names of themes: nouns, the telling ones first, nothing said twice."""

from __future__ import annotations

import pytest

from toolkit.themes.labels import choose_label, rank_words

NOUNS = {"jono", "testaus", "päihdetestaus", "nuorisotalo", "nuorisotila", "Helsinki", "bussi"}
DOINGS = {"kysyä": "kysyminen"}


def as_noun(word: str) -> str:
    return word if word in NOUNS else DOINGS.get(word, "")


@pytest.mark.parametrize(
    ("keywords", "label"),
    [
        (["jono", "bussi"], "Jono, bussi"),
        (["päihdetestaus", "testaus", "jono"], "Päihdetestaus, jono"),
        (["nuorisotalo", "nuorisotila", "bussi"], "Nuorisotalo, bussi"),
        (["kysyä", "pitkä", "jono"], "Jono, kysyminen"),
        (["jono", "bussi", "Helsinki", "testaus"], "Jono, bussi, Helsinki"),
        (["nuokkarilta"], "Nuokkarilta"),
        ([], "Tämä on varsin pitkä merkintä, josta ei…"),
    ],
)
def test_choose_label(keywords: list[str], label: str) -> None:
    quote = "Tämä on varsin pitkä merkintä, josta ei jää yhtään sanaa nimeksi"
    assert choose_label(keywords, as_noun=as_noun, quote=quote) == label


def test_words_of_many_notes_name_a_theme_rather_than_of_one() -> None:
    notes = {0: [["kuu", "jono"], ["jono", "chat"], ["chat"]]}
    ranked = rank_words({0: {"kuu": 0.9, "jono": 0.3, "chat": 0.2}}, notes)
    assert ranked == {0: ["jono", "chat"]}


def test_word_names_the_theme_it_weighs_most_in() -> None:
    notes = {0: [["nuori", "jono"]] * 2, 1: [["nuori", "bussi"]] * 2}
    weights = {0: {"nuori": 0.5, "jono": 0.2}, 1: {"nuori": 0.4, "bussi": 0.1}}
    assert rank_words(weights, notes) == {0: ["nuori", "jono"], 1: ["bussi", "nuori"]}
