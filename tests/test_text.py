"""Text repairs: examples of Finnish, and laws that hold for any text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import text

NOTES = "Pöytä 1: Äidit\n• jonot – ”liian pitkiä”\nÅland, hyvä"
LETTERS_ONLY = "Pöytä 1: Äidit\nÅland, hyvä ilta, åka vägen"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", NOTES),
        ("utf-8-sig", NOTES),
        ("utf-16", NOTES),
        ("utf-16-le", NOTES),
        ("utf-16-be", NOTES),
        ("utf-32", NOTES),
        ("cp1252", NOTES),
        ("mac_roman", NOTES),
        ("cp850", LETTERS_ONLY),
        ("cp1252", LETTERS_ONLY),
        ("mac_roman", LETTERS_ONLY),
        pytest.param("cp1252", "Vastaus;”ei”", id="quotation marks are no letters"),
        pytest.param("cp1252", "\u0160emeikka \u00e4iti", id="a Karelian name"),
        pytest.param("cp1252", "å", id="one letter"),
        pytest.param("cp850", "Pöytä\nJonot", id="one word"),
        pytest.param("cp850", "hyvä", id="at the end of a word"),
    ],
)
def test_decode_finds_the_code(encoding: str, words: str) -> None:
    assert text.decode(words.encode(encoding)) == words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_decode_makes_every_line_end_the_same(end: str) -> None:
    assert text.decode(f"a{end}b{end}".encode()) == "a\nb\n"


@given(st.binary())
def test_decode_never_fails(data: bytes) -> None:
    assert "\r" not in text.decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0\ufeff")))
def test_decode_undoes_utf8(words: str) -> None:
    assert text.decode(words.encode()) == words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("kaup-\npa", "kauppa", id="syllables"),
        pytest.param("linja-\nauto", "linja-auto", id="hyphen of its own"),
        pytest.param("koti-\nja ulkomaat", "koti-\nja ulkomaat", id="word left out"),
        pytest.param("barn-\noch skolhälsa", "barn-\noch skolhälsa", id="word left out in Swedish"),
        pytest.param("Turku-\nPori", "Turku-\nPori", id="two names"),
        pytest.param("ruoka\u00adpalvelu", "ruokapalvelu", id="soft hyphen"),
        pytest.param("terveyden- \n  huollon", "terveydenhuollon", id="indented"),
    ],
)
def test_join_split_words(before: str, after: str) -> None:
    assert text.join_split_words(before) == after


@given(st.text(st.characters()))
def test_squeeze_spaces_twice_is_squeeze_spaces_once(anything: str) -> None:
    once = text.squeeze_spaces(anything)

    assert text.squeeze_spaces(once) == once
    assert once.encode("utf-8").strip() == once.encode("utf-8")


def test_squeeze_spaces_drops_what_nobody_sees() -> None:
    assert text.squeeze_spaces("\u200bjo\u00adnot\x00\u00a0 \ufeffpois\ud800") == "jonot pois\ufffd"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (
            "<p>Bussi ei <b>kulje</b>.</p><p>&nbsp;Taksi &amp; tuki</p>",
            "Bussi ei kulje. Taksi & tuki",
        ),
        ("eka<br/>toka<BR>kolmas", "eka toka kolmas"),
        ("<ul><li>yksi</li><li>kaksi</li></ul>", "yksi kaksi"),
        ('<a href="x" title="a > b">linkki</a>', "linkki"),
        ("<script>alert('hei')</script>jonot<style>p{}</style>", "jonot"),
        ("ennen<!-- piilossa -->jälkeen", "ennenjälkeen"),
        ("&lt;b&gt; ei ole lihava", "<b> ei ole lihava"),
        ("&auml;iti &#8364;5 &#x20ac;", "äiti €5 €"),
    ],
)
def test_html_becomes_words(markup: str, words: str) -> None:
    assert " ".join(text.html_to_text(markup).split()) == words


@pytest.mark.parametrize(
    "plain", ["a < b ja c > d", "<3 nuoret", "<nimi> sanoi", "R&D", "?a=1&copy=2", "x <p", "5 <b 6"]
)
def test_plain_text_is_not_markup(plain: str) -> None:
    assert text.html_to_text(plain) == plain


@given(st.text(st.characters(exclude_characters="<&")))
def test_text_without_markup_comes_back(plain: str) -> None:
    assert text.html_to_text(plain) == plain


@pytest.mark.parametrize("piece", ["<p ", "<p '", '<a "', "<script>", "<!--", "&", "<", "a-\n"])
def test_no_text_makes_repairs_slow(piece: str) -> None:
    started = time.perf_counter()

    text.squeeze_spaces(text.join_split_words(text.html_to_text(piece * 30_000)))

    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("cell", "words"),
    [("'=1+1", "=1+1"), ("'- aikoja", "- aikoja"), ("'n' roll", "'n' roll"), ("'@koti", "@koti")],
)
def test_the_apostrophe_of_spreadsheets_goes(cell: str, words: str) -> None:
    assert text.strip_formula_guard(cell) == words


def test_ids_are_of_the_words_and_repeats_are_counted() -> None:
    first, again, other = text.digest_ids("padlet", ["Jonot pois", " jonot  POIS", "kyydit"])

    assert re.fullmatch(r"padlet:[0-9a-f]{12}-1", first)
    assert again == first[:-1] + "2"
    assert other.split(":")[1][:12] != first.split(":")[1][:12]


def test_accents_stored_in_two_ways_are_one() -> None:
    assert text.digest_ids("p", ["a\u0308iti"]) == text.digest_ids("p", ["\u00e4iti"])


@given(st.lists(st.text(st.characters()), max_size=8))
def test_ids_are_unique_and_survive_another_order(texts: list[str]) -> None:
    ids = text.digest_ids("p", texts)

    assert len(set(ids)) == len(texts)
    assert sorted(text.digest_ids("p", texts[::-1])) == sorted(ids)
