"""Base forms: the right one of many, nothing for words that tell nothing."""

import pytest

from toolkit.errors import MissingModel
from toolkit.lemmas import (
    LEMMATIZERS,
    Lemmatizer,
    PlainLemmatizer,
    light_words,
    load_lemmatizer,
    split_words,
    stop_words,
)
from toolkit.phrases import LANGUAGES, load_phrases


@pytest.fixture(scope="module")
def finnish() -> Lemmatizer:
    return load_lemmatizer()


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        pytest.param("Sosiaaliturvan jonot", ["sosiaaliturva", "jono"], id="not turpa, a snout"),
        pytest.param("Lupaan edistää asiaa", ["edistää"], id="a frame is no content"),
        pytest.param("Nuoria ilman koteja", ["nuori", "koti"], id="not ropes"),
        pytest.param("palvelujen kehittämistä", ["palvelu", "kehittäminen"], id="a doing"),
        pytest.param("Kukaan ei kysynyt", ["kysyä"], id="past participle"),
        pytest.param("kukaan ei soita takaisin", ["soittaa"], id="negated verb, not swamps"),
        pytest.param("vuosien odotus asemassa", ["odotus", "asema"], id="fewest parts"),
        pytest.param("mä en oo saanu aikaa", ["aika"], id="spoken"),
        pytest.param("Vapettaminen ja QR-koodi", ["vapettaminen", "qr-koodi"], id="unknown"),
        pytest.param("Maija Virtanen Helsingissä", ["Helsinki"], id="a person is no theme"),
        pytest.param("ääni, öljy ja åbo", ["ääni", "öljy", "åbo"], id="letters intact"),
        pytest.param("3 × 5 – !!", [], id="no words"),
    ],
)
def test_finnish_base_forms(finnish: Lemmatizer, text: str, lemmas: list[str]) -> None:
    assert finnish.lemmas([text]) == [lemmas]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_for_personal_data_is_no_word(finnish: Lemmatizer, language: str) -> None:
    labels = load_phrases(language)["labels"]
    masks = [text.format(n=7) for key, text in labels.items() if key.startswith("masked")]
    assert len(masks) == 4
    text = f"{masks[0]} jonot {' '.join(masks[1:])}"

    assert split_words(text) == ["jonot"]
    assert finnish.lemmas([text]) == [["jono"]]
    assert PlainLemmatizer().lemmas([text]) == [["jonot"]]


def test_every_text_gets_its_own_list(finnish: Lemmatizer) -> None:
    assert finnish.lemmas(["Jonot pois", "", "jonoja"]) == [["jono"], [], ["jono"]]


@pytest.mark.parametrize(
    ("lemma", "noun"),
    [
        ("jono", "jono"),
        ("nuori", "nuori"),
        ("kehittäminen", "kehittäminen"),
        ("Helsinki", "Helsinki"),
        ("kysyä", "kysyminen"),
        ("haluta", "haluaminen"),
        ("nousta", "nouseminen"),
        ("hävitä", "häviäminen"),
        ("kuiva", ""),
        ("nuokkarilta", ""),
    ],
)
def test_nouns_that_name_themes(finnish: Lemmatizer, lemma: str, noun: str) -> None:
    assert finnish.as_noun(lemma) == noun


@pytest.mark.parametrize(
    ("lemma", "parts"),
    [
        ("päihdetestaus", ("päihde", "testaus")),
        ("työntekijä", ("työ", "tekijä")),
        ("työvoima", ("työ", "voima")),
        ("jono", ()),
        ("nuokkari", ()),
    ],
)
def test_parts_of_compounds(finnish: Lemmatizer, lemma: str, parts: tuple[str, ...]) -> None:
    assert finnish.parts(lemma) == parts


def test_other_languages_keep_their_words() -> None:
    plain = load_lemmatizer("plain")
    assert plain.lemmas(["Jag vill få terapi på svenska!", "The school nurse"]) == [
        ["terapi", "svenska"],
        ["school", "nurse"],
    ]


@pytest.mark.models
def test_spacy_sees_the_sentence(finnish: Lemmatizer) -> None:
    spacy = load_lemmatizer("spacy")
    text = "Oppilas osaa kertoa sosiaaliturvan kehittämisestä kokonaan."
    assert spacy.lemmas([text]) == [["oppilas", "kertoa", "sosiaaliturva", "kehittäminen"]]
    assert spacy.as_noun("kysyä") == finnish.as_noun("kysyä")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_stop_words_are_words_in_lower_case(language: str) -> None:
    words = stop_words(language)
    assert len(words) > 90
    assert all(word == word.lower() and split_words(word) == [word] for word in words)


def test_light_words(finnish: Lemmatizer) -> None:
    assert {word for word in light_words("fi") if finnish.as_noun(word).lower() != word} == set()
    assert "lång" in light_words("sv")
    assert "mental" in light_words("en")
    assert light_words("de") == frozenset()


def test_unknown_name_lists_the_known() -> None:
    with pytest.raises(ValueError, match=", ".join(LEMMATIZERS)):
        load_lemmatizer("snowball")


def test_missing_dictionary_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import libvoikko

    def no_dictionary(_language: str) -> None:
        raise libvoikko.VoikkoException("no dictionary")

    monkeypatch.setattr(libvoikko, "Voikko", no_dictionary)
    with pytest.raises(MissingModel, match="apt-get install libvoikko1 voikko-fi"):
        load_lemmatizer("voikko")


def test_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.lemmas.find_spec", lambda _name: None)
    with pytest.raises(MissingModel, match="pip install libvoikko"):
        load_lemmatizer("voikko")
