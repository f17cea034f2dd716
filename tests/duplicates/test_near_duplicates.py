"""Near-duplicates: typing variants are found, other meanings never."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.material import make_notes
from toolkit.domain import Note
from toolkit.duplicates import count_repeats, find_near_duplicates, list_repeats
from toolkit.duplicates.spelling import is_near, spell


def make(*texts: str) -> list[Note]:
    return [Note(id=f"n{i}", text=text, ref=f"T1-{i}") for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lisää hoitajia!", "lisää hoitajia"),
        ("Jonot pois", "JONOT  POIS!!!"),
        ("Lisää hoitajia kotihoitoon", "Lisää hoitjia kotihoitoon."),
        ("Lisää hoitajia", "Lisää hoiatjia"),
        ("Lisää hoitajia", "Lisää hoitajiaa"),
        ("Linja-autot kulkevat liian harvoin", "linja autot kulkevat liian harvoin"),
        ("koti hoito", "Kotihoito"),
        ("Valoja ja penkkejä puistoon", "- Valoja, penkkejä puistoon, kiitos"),
        ("Ajanvaraus verkossa on sekava", "Ajanvarus verkossa on sekava"),
        ("Fler bussar på kvällen", "fler busar på kvällen!"),
        ("2 hoitajaa yöksi", "2 hoitajaa, yöksi"),
        ("Bussi ei kulje", "bussi EI kulje."),
        ("Pääsy lääkäriin", "Pa\u0308a\u0308sy la\u0308a\u0308ka\u0308riin"),
        ("👍", " 👍"),
        (
            "Kotihoidon työntekijä vaihtuu joka viikko eikä kukaan ehdi oppia tuntemaan",
            "Kotihoidon tyontekijä vaihtuu joka viikko, eikä kukaan ehdi oppia tuntemaann",
        ),
    ],
)
def test_the_same_words_with_slips_are_near_duplicates(one: str, other: str) -> None:
    assert find_near_duplicates(make(one, other)) == (("n0", "n1"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bussi kulkee", "Bussi ei kulje"),
        ("Aikaa on", "Aikaa ei ole"),
        ("Bussi kulkee, taksi ei kulje", "Bussi ei kulje, taksi kulkee"),
        ("Haluan että tämä jatkuu", "En halua että tämä jatkuu"),
        ("The bus does run", "The bus doesn't run"),
        ("Bussen går på kvällen", "Bussen går inte på kvällen"),
        ("2 hoitajaa", "3 hoitajaa"),
        ("Maksu on 2,5 euroa", "Maksu on 25 euroa"),
        ("Korotus 10 %", "Korotus 10"),
        ("Lämpötila oli -2 astetta", "Lämpötila oli 2 astetta"),
        ("Neljä hoitajaa vuoroon", "Neljäs hoitajaa vuoroon"),
        ("eight buses", "eighty buses"),
        ("Ovi on auki iltaisin", "Ovi on kiinni iltaisin"),
        ("Enemmän etäpalveluja", "Vähemmän etäpalveluja"),
        ("Palvelu on orättvis", "Palvelu on rättvis"),
        ("Lisää hoitajia", "Lisää hoitajia maaseudulle"),
        ("Lapset odottavat", "Lapsi odottaa"),
        ("Bussi kulkee", "Bussi kulkisi"),
        ("Ruoka oli hyvää", "Ruoka oli hyytä"),
        ("Chat 👍", "Chat 👎"),
        ("+ chat", "- chat"),
        ("Chat :)", "Chat :("),
        ("Lisää hoitajia", "Fler vårdare"),
        ("Lisää hoitajia", "More nurses"),
        ("saa", "sää"),
        ("Isä hoitaa äitiä", "Äitiä hoitaa isä"),
    ],
)
def test_another_meaning_is_never_a_near_duplicate(one: str, other: str) -> None:
    assert find_near_duplicates(make(one, other)) == ()


def test_groups_begin_with_what_came_first() -> None:
    notes = [
        Note(id="a", text="Jonot pois", ref="T10-001"),
        Note(id="b", text="Jonot pois!", ref="T2-001"),
        Note(id="c", text="jonot  pois", ref="T2-010"),
        Note(id="d", text="Muuta", ref="T1-001"),
    ]
    groups = find_near_duplicates(notes)
    repeats = list_repeats(groups)

    assert groups == (("b", "c", "a"),)
    assert repeats == {"c": "b", "a": "b"}
    assert count_repeats(["a", "b", "c", "d"], repeats) == 2
    assert count_repeats(["a", "c"], repeats) == 1
    assert count_repeats(["a", "d"], repeats) == 0


def test_different_notes_of_an_evening_stay_apart() -> None:
    notes, _themes = make_notes()

    assert find_near_duplicates(notes) == ()


words = st.sampled_from(
    ["ei", "en", "2", "3", "+", "ja", "hoitaja", "hoitajia", "bussi", "kulkee", "kulkeee"]
)


@given(
    st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), max_size=8),
    st.randoms(use_true_random=False),
)
def test_groups_hold_whatever_the_order(texts: list[str], chance: random.Random) -> None:
    notes = make(*texts)
    shuffled = chance.sample(notes, len(notes))
    groups = find_near_duplicates(notes)
    text_of = {note.id: note.text.split() for note in notes}

    assert find_near_duplicates(shuffled) == groups
    for group in groups:
        for fixed in ("ei", "en", "2", "3", "+"):
            assert len({fixed in text_of[note_id] for note_id in group}) == 1


# Few letters, so that slips are common: one more, less, another, changed places.
slips = st.text("kl", min_size=4, max_size=6).map("k".__add__)


@given(st.lists(st.lists(slips, min_size=1, max_size=3).map(" ".join), max_size=25, unique=True))
def test_short_notes_are_all_found_that_comparing_every_pair_finds(texts: list[str]) -> None:
    expected = {n: {n} for n in range(len(texts))}
    for one, other in combinations(range(len(texts)), 2):
        if is_near(spell(texts[one]), spell(texts[other])):
            joined = expected[one] | expected[other]
            expected.update(dict.fromkeys(joined, joined))

    groups = find_near_duplicates(make(*texts))

    assert {frozenset(group) for group in groups} == {
        frozenset(f"n{n}" for n in group) for group in expected.values() if len(group) > 1
    }


def test_repeats_are_found_among_many() -> None:
    chance = random.Random(0)
    vocabulary = [
        "".join(chance.choices("aeiklmnoprstuvyäö", k=chance.randint(3, 14))) for _ in range(3000)
    ]
    texts = [" ".join(chance.choices(vocabulary, k=12)) for _ in range(2000)]
    notes = make(*texts, *(text.upper() + "!" for text in texts[:100]))

    assert len(find_near_duplicates(notes)) == 100


def test_a_first_letter_is_no_slip() -> None:
    assert not is_near(spell("Päätös oli olaglig"), spell("Päätös oli laglig"))
    assert is_near(spell("Päätös oli olaglig"), spell("Päätös oli olaglg"))
