"""Swedish and English words: one form for the inflections of a word, nouns told from verbs."""

from __future__ import annotations

import pytest

from toolkit.themes.word_forms import ends_like_noun, find_verbs, one_form


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("sv", ["kö", "kön", "köer", "köerna"]),
        ("sv", ["kön", "köer"]),
        ("sv", ["skola", "skolan", "skolor", "skolorna"]),
        ("sv", ["buss", "bussen", "bussar"]),
        ("sv", ["terapi", "terapin"]),
        ("en", ["service", "services"]),
        ("en", ["study", "studies"]),
        ("en", ["bus", "buses"]),
    ],
)
def test_inflections_become_one(language: str, family: list[str]) -> None:
    assert len(set(one_form(family, language).values())) == 1


def test_words_that_only_begin_alike_stay_apart() -> None:
    words = ["skola", "skolhälsovård", "terapi", "terapeut", "barn", "bank"]
    assert one_form(words, "sv") == {word: word for word in words}


def test_common_form_before_a_rare_short_one() -> None:
    assert one_form(["barn"] * 8 + ["bar"], "sv")["bar"] == "barn"


def test_unknown_language_keeps_its_words() -> None:
    assert one_form(["a", "as"], "de") == {"a": "a", "as": "as"}


def test_find_verbs() -> None:
    assert find_verbs(["Jag vill besöka skolan", "i skolan", "att prata"], "sv") == {
        *("vill", "besöka", "prata")
    }
    assert find_verbs(["We want to visit the school", "a visit"], "en") == {"want"}


def test_ends_like_noun() -> None:
    assert ends_like_noun("ungdomar", "sv")
    assert not ends_like_noun("viktiga", "sv")
    assert not ends_like_noun("slowly", "en")
