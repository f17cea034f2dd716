"""Search: any inflected form, parts of compounds, unfinished words, and then meaning."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.material import make_notes
from toolkit.domain import Hit, Note
from toolkit.encoders import load_encoder
from toolkit.search import NoteIndex, search_notes

TEXTS = {
    "koulu": "Kouluissa on liian isot ryhmät.",
    "kiusa": "Koulukiusaaminen pitää ottaa tosissaan!",
    "kiusataan": "Bussissa kiusataan joka aamu.",
    "koulutus": "Henkilöstön koulutus on jäänyt tekemättä.",
    "auto": "Linja-autot eivät kulje viikonloppuna.",
    "saa": "Harrastuksen saa maksaa itse.",
    "sää": "Sää vaikuttaa kulkemiseen.",
    "vuosi": "Vuonna 2027 nuorisotila B2 suljetaan.",
    "sv": "Skolorna behöver fler kuratorer.",
    "en": "The school nurse listens, lintern or not.",
}
NOTES = tuple(
    Note(id=key, text=text, language=key if key in {"sv", "en"} else "fi")
    for key, text in TEXTS.items()
)


@pytest.fixture(scope="module")
def index() -> NoteIndex:
    return NoteIndex(NOTES)


def found(index: NoteIndex, query: str) -> list[str]:
    return [hit.note_id for hit in index.search(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("koulu", ["koulu", "kiusa"]),
        ("kouluissa", ["koulu", "kiusa"]),
        ("KOULUJEN", ["koulu", "kiusa"]),
        ("koulutus", ["koulutus"]),
        ("kou", ["kiusa", "koulu", "koulutus"]),
        ("kiusaaminen", ["kiusataan", "kiusa"]),
        ("kiusata", ["kiusataan", "kiusa"]),
        ("koulukiusaamisen", ["kiusa"]),
        ("linja-auto", ["auto"]),
        ("linjaauto", ["auto"]),
        ("auto", ["auto"]),
        ("sää", ["sää"]),
        ("maksaa saa", ["saa"]),
        ("koulu ryhmä", ["koulu"]),
        ("koulu kuu", []),
        ("2027", ["vuosi"]),
        ("b2", ["vuosi"]),
        ("skol", ["sv"]),
        ("schoo", ["en"]),
        ("lin", ["auto", "en"]),
        ("xyz", []),
        ("", []),
        (" .!? ", []),
    ],
)
def test_words_find_notes(index: NoteIndex, query: str, expected: list[str]) -> None:
    assert found(index, query) == expected


def test_a_hit_says_which_words_were_found(index: NoteIndex) -> None:
    whole, part = index.search("koulu")

    assert whole == Hit(note_id="koulu", by="word", score=1.0, words=("Kouluissa",))
    assert (part.words, part.score) == (("Koulukiusaaminen",), 0.75)


def test_letters_typed_in_two_pieces_are_the_same_letters(index: NoteIndex) -> None:
    assert found(index, unicodedata.normalize("NFD", "sää")) == ["sää"]


@given(order=st.permutations(NOTES), query=st.sampled_from(["koulu", "ko", "s", "ei on", "bussi"]))
def test_the_order_of_notes_does_not_matter(order: list[Note], query: str) -> None:
    assert search_notes(order, query) == search_notes(NOTES, query)


@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_every_word_of_a_note_finds_it(key: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(TEXTS[key].strip(".!").split()))

    assert key in [hit.note_id for hit in search_notes(NOTES, word)]


def test_the_best_come_first_and_no_more_than_asked(index: NoteIndex) -> None:
    assert [hit.note_id for hit in index.search("koulu", limit=1)] == ["koulu"]
    with pytest.raises(ValueError, match="positive"):
        index.search("koulu", limit=0)


@pytest.fixture(scope="module")
def meaningful() -> NoteIndex:
    return NoteIndex(make_notes()[0], encoder=load_encoder())


@pytest.mark.models
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("puhelimeen ei vastata", "Toivomme, että puheluun vastaa ihminen eikä valikko."),
        ("home care", "Hemvårdens personal är vänlig men alltid på språng."),
        ("ystävälliset hoitajat", "Hoitajat tekevät parhaansa, mutta heitä on liian vähän."),
    ],
)
def test_meaning_finds_what_words_do_not(meaningful: NoteIndex, query: str, expected: str) -> None:
    best = meaningful.search(query)[0]

    assert best.by == "meaning"
    assert {n.id: n.text for n in make_notes()[0]}[best.note_id] == expected


@pytest.mark.models
@pytest.mark.parametrize("query", ["asdf qwer", "kvanttifysiikka", "perhonen", "the quick fox"])
def test_nonsense_finds_nothing(meaningful: NoteIndex, query: str) -> None:
    assert meaningful.search(query) == ()


@pytest.mark.models
def test_hits_by_word_stand_before_hits_by_meaning(meaningful: NoteIndex) -> None:
    hits = meaningful.search("kotihoito")

    kinds = [hit.by for hit in hits]
    assert kinds == sorted(kinds, reverse=True)
    assert len({hit.note_id for hit in hits}) == len(hits)
    assert set(kinds) == {"word", "meaning"}
