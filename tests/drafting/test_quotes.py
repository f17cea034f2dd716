"""Whose words are quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain import Note, TextRun
from toolkit.drafting.quotes import (
    LONGEST,
    SHORTEST,
    choose_quotes,
    inline_quote,
    statement_quote,
    whole_quote,
)
from toolkit.drafting.sentences import Sentences


def note(number: int, text: str, group: str = "") -> Note:
    return Note(id=f"n{number}", text=text, group=group)


def test_central_notes_come_first() -> None:
    notes = [note(1, "Aikoja pitää saada heti."), note(2, "Jonot ovat liian pitkiä nyt.")]
    assert [quote.note_id for quote in choose_quotes(notes, limit=1)] == ["n1"]


def test_a_group_that_has_not_spoken_comes_before_one_that_has() -> None:
    notes = [
        note(1, "Aikoja pitää saada heti.", "Nuoret"),
        note(2, "Jonot ovat liian pitkiä nyt.", "Nuoret"),
        note(3, "Työntekijät vaihtuvat liian usein.", "Vanhemmat"),
    ]
    assert [quote.note_id for quote in choose_quotes(notes, limit=2)] == ["n1", "n3"]
    assert [quote.note_id for quote in choose_quotes(notes, limit=3)] == ["n1", "n3", "n2"]


def test_a_long_note_is_quoted_by_a_sentence_and_after_whole_ones() -> None:
    long = "Ei. " + "Tämä virke on juuri sopiva lainattavaksi. " + "Sana " * 40
    notes = [note(1, long.strip()), note(2, "Kokonainen merkintä on aina parempi.")]
    first, second = choose_quotes(notes, limit=2)
    assert first.note_id == "n2"
    assert second.text == "Tämä virke on juuri sopiva lainattavaksi."
    assert notes[0].text[second.start : second.end] == second.text


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Apua saa esim. terveysasemalta ja koulusta arkisin. " + "Sana " * 40
    (quote,) = choose_quotes([note(1, text.strip())], limit=1)
    assert quote.text == "Apua saa esim. terveysasemalta ja koulusta arkisin."


def test_personal_data_is_never_quoted() -> None:
    notes = [note(1, "Soittakaa numeroon 040 123 4567 niin kerron lisää.")]
    assert choose_quotes(notes, limit=1) == ()


def test_nor_is_another_sentence_of_such_a_note() -> None:
    text = "Tämä virke on juuri sopiva lainattavaksi. Soita 040 123 4567. " + "Sana " * 40
    assert choose_quotes([note(1, text.strip())], limit=1) == ()


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("fi", "”Numeroon [henkilötieto poistettu] vastataan”"),
        ("sv", "”Numeroon [personuppgift borttagen] vastataan”"),
        ("en", "“Numeroon [personal data removed] vastataan”"),
    ],
)
def test_a_statement_with_personal_data_is_shown_masked(language: str, shown: str) -> None:
    voted = note(1, "Numeroon 040 123 4567 vastataan.")
    assert statement_quote(voted, sentences=Sentences(language), inline=True) == (
        TextRun(text=shown),
    )


@pytest.mark.parametrize("word", ["[henkilötieto poistettu]", "[HENKILÖ 12]", "[PERSON 1]"])
def test_a_note_that_was_masked_comes_after_those_that_were_not(word: str) -> None:
    notes = [
        note(1, f"Soittakaa numeroon {word} illalla."),
        note(2, "Jonot ovat liian pitkiä nyt."),
    ]
    assert [quote.note_id for quote in choose_quotes(notes, limit=2)] == ["n2", "n1"]


def test_the_same_words_are_quoted_once() -> None:
    notes = [note(1, "Jonot pitää saada pois."), note(2, "jonot pitää  saada pois.")]
    assert len(choose_quotes(notes, limit=2)) == 1


def test_inside_a_sentence_the_full_stop_goes_but_the_span_stays_true() -> None:
    whole = whole_quote(note(1, "Jonot pois."))
    cut = inline_quote(whole)
    assert (cut.text, cut.end) == ("Jonot pois", 10)
    assert inline_quote(whole_quote(note(1, "Entä jonot?"))).text == "Entä jonot?"
    assert inline_quote(whole_quote(note(1, "No joo..."))).text == "No joo..."


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=6), st.integers(0, 4))
def test_a_quote_is_a_span_of_its_note_and_of_readable_length(texts: list[str], limit: int) -> None:
    notes = {f"n{number}": note(number, text) for number, text in enumerate(texts)}
    quotes = choose_quotes(notes.values(), limit=limit)
    assert len(quotes) <= limit
    for quote in quotes:
        assert notes[quote.note_id].text[quote.start : quote.end] == quote.text
        assert SHORTEST <= len(quote.text.split()) <= LONGEST
