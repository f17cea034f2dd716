"""What is said of the language of what people type, and that the templates follow it too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import Formatter

import pytest

from tests.material import WORKSHOP, make_findings
from toolkit.domain import Block, BlockKind, Draft, Findings, QuoteRun, TextRun
from toolkit.drafting import compose_draft, outline_names, verify_draft
from toolkit.drafting.own_words import own_words
from toolkit.drafting.verify.wording import lint
from toolkit.lemmas.spelling import FinnishReader, load_reader
from toolkit.phrases import LANGUAGES, load_phrases

SENTENCE = "Jonot ovat pitkiä ja kaikki odottavat. "


def paragraph(text: str, *, origin: str = "human") -> Block:
    return Block(id="s/x", kind=BlockKind.PARAGRAPH, runs=(TextRun(text=text),), origin=origin)


def remarks(text: str, language: str = "fi") -> list[str]:
    return list(lint(paragraph(text), language=language))


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fi", "sana " * 26, "26"),
        ("fi", SENTENCE * 16, "96"),
        ("fi", "Palvelu suoritetaan arvioiminen ensin.", "suoritetaan arvioiminen"),
        ("fi", "Ratkaisu tapahtuu lautakunnan toimesta.", "lautakunnan toimesta"),
        ("fi", "Neuvonnan osalta tilanne on hyvä.", "Neuvonnan osalta"),
        ("fi", "Hankkeen puitteissa kokeillaan.", "Hankkeen puitteissa"),
        ("fi", "Palvelu on laadukasta.", "laadukasta"),
        ("fi", "Ohjelma jalkautetaan.", "jalkautetaan"),
        ("fi", "Lue lisää: klikkaa tästä.", "klikkaa tästä"),
        ("fi", "Ilta oli 07.10.2026.", "07.10.2026"),
        ("fi", "Mukana oli 5-10 pöytää.", "5-10"),
        ("fi", "Osuus oli 16%.", "16%"),
        ("fi", 'Teema on "jonot".', '"'),
        ("fi", "Jono  on pitkä.", "yksi väli"),
        ("fi", "Jono on AIVAN LIIAN pitkä.", "AIVAN LIIAN"),
        ("fi", "Asia viedään. Siitä kerrotaan. Se hoidetaan. Sitä mitataan.", "assi"),
        ("sv", "Klicka här för mer.", "Klicka här"),
        ("sv", "Andelen var 16%.", "16%"),
        ("en", "Click here for more.", "Click here"),
        ("en", "The share was 16 %.", "16 %"),
    ],
)
def test_what_could_be_plainer(language: str, text: str, said: str) -> None:
    assert any(said in remark for remark in remarks(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "Ilta oli 7.10.2026 kello 17–19.",
        "Osuus oli 16\u00a0%, siis vähän.",
        "Näin sanottiin: ”kaikkien pitäisi saada laadukasta apua 07.10. JA HETI NYT” [T1-001].",
        "Seuraavat vaiheet: " + ", ".join(["vanhusneuvosto antaa lausunnon"] * 9) + ".",
        "Asia viedään. Siitä kerrotaan. Se hoidetaan. Hallitus päättää. Sitä mitataan.",
    ],
)
def test_what_is_plain_already(text: str) -> None:
    assert remarks(text) == []


class Reader:
    """Knows every word but one, and one name."""

    def misspelt(self, text: str) -> tuple[str, ...]:
        return ("palavelu",) if "palavelu" in text else ()

    def people(self, text: str) -> tuple[str, ...]:
        return ("Virtanen",) if "Virtanen" in text else ()


@pytest.mark.parametrize("origin", ["human", "template"])
def test_only_what_people_typed_is_remarked_on(
    findings: Findings, answer: Callable[[str], int], origin: str
) -> None:
    text = "Virtanen sanoi: palavelu on laadukasta, samoin sote."
    draft = Draft(
        type="t", language="fi", title="T", blocks=(paragraph(text, origin=origin),), sources=()
    )
    gates = verify_draft(draft, findings=findings, answer=answer, reader=Reader())
    found = [(gate.gate, gate.level) for gate in gates]
    typed = [("G6", "warning"), *[("G8", "warning")] * 3]
    assert sorted(found) == (typed if origin == "human" else [])


def test_an_abbreviation_is_explained_once(
    findings: Findings, answer: Callable[[str], int]
) -> None:
    blocks = (paragraph("Sosiaali- ja terveyspalvelut (sote) ja sote-keskus."),)
    draft = Draft(type="t", language="fi", title="T", blocks=blocks, sources=())
    assert verify_draft(draft, findings=findings, answer=answer) == ()


def test_quotes_are_not_its_own_words() -> None:
    quote = QuoteRun(note_id="n", start=0, end=8, text="LAADUKAS")
    made = Block(id="s", kind=BlockKind.PARAGRAPH, runs=(TextRun(text="Näin: "), quote))
    assert own_words(made) == ("Näin: …",)


def templates(language: str) -> Iterator[tuple[str, str]]:
    """Yield every sentence that documents are made of, a gap for each slot."""
    for file, phrases in load_phrases(language).items():
        for key, phrase in phrases.items():
            if isinstance(phrase, str) and not phrase.isupper() and file != "numerals":
                parts = Formatter().parse(phrase)
                yield (
                    f"{file}.{key}",
                    "".join(f"{words}…" if slot else words for words, slot, *_ in parts),
                )


@pytest.fixture(scope="module")
def reader() -> FinnishReader:
    found = load_reader("fi")
    if found is None:
        pytest.skip("the Finnish dictionary is not installed")
    return found


def test_finnish_templates_are_plain_and_spelt_right(reader: FinnishReader) -> None:
    found = {
        key: [*remarks(text), *reader.misspelt(text)]
        for key, text in templates("fi")
        if remarks(text) or reader.misspelt(text)
    }
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_use_no_empty_words(language: str) -> None:
    said = {key: remarks(text, language) for key, text in templates(language)}
    found = {
        key: [remark for remark in told if "sanaa: ”" not in remark] for key, told in said.items()
    }
    assert {key: told for key, told in found.items() if told} == {}


@pytest.mark.parametrize("outline", outline_names())
def test_a_composed_draft_is_plain_and_spelt_right(outline: str, reader: FinnishReader) -> None:
    draft = compose_draft(make_findings(), outline=outline, workshop=WORKSHOP)
    known = f"{WORKSHOP} {[theme.keywords for theme in make_findings().themes]}".casefold()
    for block in draft.blocks:
        assert list(lint(block, language="fi")) == []
        words = [word for text in own_words(block) for word in reader.misspelt(text)]
        assert [word for word in words if word.casefold() not in known] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Palavelu on kiireistä.", ("Palavelu",)),
        ("Kuusivaaran Poukama on auki, samoin TKIO.", ()),
        ("XQZ päättää asiasta.", ()),
        ("Sote-palvelut ja Polis-kooste kootaan kello 17.", ()),
    ],
)
def test_spelling(reader: FinnishReader, text: str, words: tuple[str, ...]) -> None:
    assert reader.misspelt(text) == words


def test_names_of_people(reader: FinnishReader) -> None:
    assert reader.people("Asiaa selvittää Virpi Virtanen.") == ("Virpi", "Virtanen")
    assert reader.people("Asiaa selvittää lautakunta.") == ()
