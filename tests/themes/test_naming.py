"""Names that a facilitator would accept: the defects found by reading must not come back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.lemmas import Lemmatizer, PlainLemmatizer, load_lemmatizer
from toolkit.lemmas.readings import NAME, NOMINATIVE, NOUN, PEOPLE_TOO, FinnishDictionary
from toolkit.lemmas.voikko import open_voikko
from toolkit.themes.corpus import Corpus
from toolkit.themes.naming import Naming, name_groups

JONOT = ["Jonot lääkäriin ovat pitkät", "jonoissa odotetaan", "Lääkärin jonoa lyhyemmäksi"]
BUSSIT = ["Bussi kylälle", "Bussit eivät kulje kylille iltaisin", "kylän bussit puuttuvat"]
TURVA = ["Sosiaaliturvan taso", "sosiaaliturvasta on huolehdittava", "Sosiaaliturvan tasoa ylös"]
LUPAUKSET = [
    "Lupaan edistää nuorten palveluja",
    "Lupaan parantaa palveluita",
    "Lupaan lisätä palveluihin nuoria",
]
IHMISET = [
    "Tapasin Maija Koskisen kirjastossa",
    "Kirjaston Maija Koskinen auttoi",
    "Kiitos Fatima Alavi kirjastosta",
    "Kiitän Fatimaa, kirjasto on hyvä",
    "Fatima auttaa kirjastoissa",
]
SVENSKA = [
    "Köerna till terapin är för långa",
    "Kön till terapi på svenska",
    "Långa köer, ingen terapi",
    "Tack terapeut Björn Lindqvist, kortare köer",
    "Vår terapeut Björn lyssnar",
]
SCHOOL = ["The school nurse listens", "We need a school nurse", "More nurses in schools"]


@cache
def load_finnish() -> Lemmatizer:
    return load_lemmatizer()


@pytest.fixture
def finnish() -> Lemmatizer:
    return load_finnish()


def name_all(
    *groups: Sequence[str], finnish: Lemmatizer, languages: Sequence[str] = ()
) -> list[Naming]:
    """Name every group of texts; ``languages`` of the groups, by default Finnish."""
    spoken = list(languages) or ["fi"] * len(groups)
    texts = [text for group in groups for text in group]
    per_text = [lang for group, lang in zip(groups, spoken, strict=True) for _ in group]
    known = iter(finnish.lemmas([t for t, own in zip(texts, per_text, strict=True) if own == "fi"]))
    others = PlainLemmatizer()
    words = [
        next(known) if own == "fi" else others.lemmas([text])[0]
        for text, own in zip(texts, per_text, strict=True)
    ]
    ends = [sum(map(len, groups[:n])) for n in range(len(groups) + 1)]
    rows = {n: list(range(ends[n], ends[n + 1])) for n in range(len(groups))}
    corpus = Corpus(
        texts,
        words=words,
        languages=per_text,
        weights=[1] * len(texts),
        lemmatizer=finnish,
    )
    named = name_groups(rows, corpus)
    return [named[n] for n in range(len(groups))]


@pytest.mark.parametrize(
    ("texts", "label"),
    [
        pytest.param(JONOT, "Jono, lääkäri", id="no inflected duplicates"),
        pytest.param(BUSSIT, "Bussi, kylä", id="letters intact"),
        pytest.param(TURVA, "Sosiaaliturva, taso", id="not turpa, a snout"),
        pytest.param(LUPAUKSET, "Palvelu, nuori", id="not what is promised, but that it is"),
        pytest.param(IHMISET, "Kirjasto, auttaminen", id="nobody's name"),
        pytest.param(["Päihdetestaus", "testaus", "päihdetestaus"], "Päihdetestaus", id="whole"),
        pytest.param(["Asun Suomessa ilolla", "Suomi on iloni"], "Ilo, Suomi", id="a country"),
        pytest.param(["EU:n rahat", "EU:sta rahaa"], "EU, raha", id="an abbreviation too"),
        pytest.param(["Kuiva ilma", "kuiva huone"], "Ilma, huone", id="no adjective"),
        pytest.param(["Ei.", "Ei!"], "Ei.", id="no words: the note itself"),
        pytest.param(["Ahmed ja Fatima"], "… ja …", id="no words, and names"),
    ],
)
def test_labels(finnish: Lemmatizer, texts: list[str], label: str) -> None:
    named, _ = name_all(texts, ["Pallokenttä ja sauna", "sauna"], finnish=finnish)
    assert named.label == label


def test_people_are_named_nowhere(finnish: Lemmatizer) -> None:
    people = {"maija", "koskinen", "fatima", "alavi", "björn", "lindqvist"}
    for named in name_all(IHMISET, SVENSKA, finnish=finnish, languages=["fi", "sv"]):
        shown = " ".join([named.label, named.subtitle, *named.keywords]).lower()
        assert not [name for name in people if name in shown]


def test_themes_are_named_in_their_language(finnish: Lemmatizer) -> None:
    groups = (JONOT, SVENSKA, SCHOOL)
    finnish_one, swedish, english = name_all(*groups, finnish=finnish, languages=["fi", "sv", "en"])
    assert finnish_one.label.startswith("Jono")
    assert set(swedish.label.lower().split(", ")) >= {"terapi"}
    assert sum(word.startswith("kö") for word in swedish.label.lower().split(", ")) == 1
    assert english.label == "Nurse, school"
    assert english.subtitle == "school nurse"


def test_mixed_theme_speaks_the_language_of_most_notes(finnish: Lemmatizer) -> None:
    texts = [*JONOT, "Köerna är långa"]
    words = [*finnish.lemmas(JONOT), ["köerna", "långa"]]
    corpus = Corpus(
        texts,
        words=words,
        languages=["fi", "fi", "fi", "sv"],
        weights=[1, 1, 1, 2],
        lemmatizer=finnish,
    )
    named = name_groups({0: [0, 1, 2, 3]}, corpus)
    assert "kö" not in named[0].label.lower()


def test_no_label_twice(finnish: Lemmatizer) -> None:
    one = ["bussi koulu kyyti ilta", "bussi koulu kyyti ilta", "bussi koulu kyyti"]
    two = ["bussi koulu kyyti aamu", "bussi koulu kyyti aamu", "bussi koulu kyyti"]
    labels = [named.label for named in name_all(one, two, finnish=finnish)]
    assert len({frozenset(label.lower().split(", ")) for label in labels}) == 2


def test_subtitle_is_a_phrase_of_the_notes(finnish: Lemmatizer) -> None:
    texts = ["Pienten yritysten verotus", "verotusta pienille yrityksille", "pieni yritys kärsii"]
    named, _ = name_all(texts, BUSSIT, finnish=finnish)
    assert named.subtitle in {"pieni yritys", "pienten yritysten verotus"}


DICTIONARY = FinnishDictionary(open_voikko())
SENTENCES = [*JONOT, *BUSSIT, *TURVA, *LUPAUKSET, *IHMISET, "Nuorten ääni kuuluviin", "ei tiiä"]
GROUPS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=1, max_size=4
)


@settings(max_examples=40)
@given(GROUPS)
def test_labels_are_nouns_of_the_notes(groups: list[list[str]]) -> None:
    finnish = load_finnish()
    named = name_all(*groups, finnish=finnish)
    for one, texts in zip(named, groups, strict=True):
        lemmas = {lemma for own in finnish.lemmas(texts) for lemma in own}
        nouns = {finnish.as_noun(lemma).lower() for lemma in lemmas} - {""}
        words = one.label.lower().split(", ")
        assert one.label
        assert set(words) <= nouns or not nouns
        assert set(one.keywords) <= lemmas
        for noun in nouns.intersection(words) - PEOPLE_TOO:
            readings = DICTIONARY.entry(noun).readings
            assert any(r.case == NOMINATIVE and r.kind in {NOUN, NAME} for r in readings)


@given(GROUPS)
def test_order_of_groups_changes_nothing(groups: list[list[str]]) -> None:
    named = name_all(*groups, finnish=load_finnish())
    keywords = [one.keywords for one in name_all(*groups[::-1], finnish=load_finnish())]
    assert [one.keywords for one in named] == keywords[::-1]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        pytest.param("fi", ["matti virtanen huutaa", "Matti huutaa", "matti virtanen"], id="small"),
        pytest.param("fi", ["MATTI VIRTANEN HUUTAA", "MATTI HUUTAA"], id="capitals"),
        pytest.param("fi", ["Mäkisen kauppa", "Kauppias Mäkinen", "Mäkisen kauppa"], id="hilly"),
        pytest.param("fi", ["Fatiman kanssa", "Fatimalle kiitos", "Fatima auttoi"], id="inflected"),
        pytest.param("sv", ["Fatima skriker", "Fatima är elak", "Kalle skriker"], id="opening"),
        pytest.param("en", ["mr smith shouts", "Smith is unfair", "smith shouts"], id="mister"),
    ],
)
def test_names_are_kept_out_however_written(
    finnish: Lemmatizer, language: str, texts: list[str]
) -> None:
    named, *_ = name_all(texts, finnish=finnish, languages=[language])
    shown = " ".join([named.label, named.subtitle, *named.keywords]).lower()
    people = ("matti", "virtanen", "mäkinen", "fatima", "kalle", "smith")
    assert not [name for name in people if name in shown]
