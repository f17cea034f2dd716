"""Every sentence of every language can be said, of any number, and says it correctly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from string import Formatter

import pytest

from toolkit.domain import CiteRun, NumberRun, QuoteRun, TextRun, Unit
from toolkit.drafting.numerals import Count, word_count
from toolkit.drafting.sentences import Sentences, Value, paragraph
from toolkit.errors import NoSuchThing
from toolkit.phrases import LANGUAGES, load_phrases

FRAME = {"card", "labels", "numerals"}
VALUES = (0, 1, 2, 5, 11, 2156)


def templates(language: str) -> Iterator[tuple[str, str]]:
    for file, phrases in load_phrases(language).items():
        if file not in FRAME:
            yield from ((f"{file}.{key}", phrase) for key, phrase in phrases.items())


def slots(template: str) -> frozenset[tuple[str, str]]:
    """Name and unit of every slot; the grammatical form is the language's own business."""
    parsed = Formatter().parse(template)
    return frozenset((name, (spec or "").partition(".")[0]) for _, name, spec, _ in parsed if name)


def value_for(name: str, unit: str, n: int) -> Value:
    if unit:
        return Count(value=n, unit=Unit(unit), query=f"q({name})")
    if name == "quote":
        return QuoteRun(note_id="n1", start=0, end=5, text="Hyvää")
    if name == "cite":
        return CiteRun(note_ids=("n1",))
    return "Nuorten ääni"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", sorted(load_phrases("fi").keys() - FRAME))
def test_every_sentence_can_be_said_of_any_number(language: str, file: str) -> None:
    say = Sentences(language)
    for key, template in load_phrases(language)[file].items():
        for n in VALUES:
            values = {name: value_for(name, unit, n) for name, unit in slots(template)}
            runs = say.say(f"{file}.{key}", **values)
            text = "".join(getattr(run, "text", "[T1-001]") for run in runs)
            assert text, key
            assert not set("{}") & set(text), key
            assert not any(slip in text for slip in ("  ", " .", " ,", "..", "()")), key


@pytest.mark.parametrize("language", ["sv", "en"])
def test_languages_have_the_same_phrases_with_the_same_slots(language: str) -> None:
    finnish, other = dict(templates("fi")), dict(templates(language))
    assert finnish.keys() == other.keys()
    assert {k: slots(t) for k, t in finnish.items()} == {k: slots(t) for k, t in other.items()}
    for frame in FRAME:
        assert load_phrases("fi")[frame].keys() == load_phrases(language)[frame].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_can_be_counted(language: str) -> None:
    assert set(Unit) <= load_phrases(language)["numerals"].keys()


@pytest.mark.parametrize(
    ("n", "unit", "form", "words"),
    [
        pytest.param(1, Unit.NOTE, "", "1 merkintä", id="one"),
        pytest.param(0, Unit.NOTE, "", "0 merkintää", id="none"),
        pytest.param(14, Unit.NOTE, "", "14 merkintää", id="many"),
        pytest.param(21, Unit.NOTE, "", "21 merkintää", id="ends in one"),
        pytest.param(2156, Unit.PARTICIPANT, "", "2 156 osallistujaa", id="thousands"),
        pytest.param(1, Unit.VOTE, "", "1 ääni", id="vote"),
        pytest.param(7, Unit.VOTE, "", "7 ääntä", id="votes"),
        pytest.param(1, Unit.NOTE, "ine", "yhdessä merkinnässä", id="one in case"),
        pytest.param(3, Unit.NOTE, "ela", "kolmesta merkinnästä", id="small in case"),
        pytest.param(12, Unit.NOTE, "ine", "12 merkinnässä", id="large in case"),
        pytest.param(2, Unit.OPINION_GROUP, "ill", "kahteen mielipideryhmään", id="into"),
        pytest.param(1, Unit.PERCENT, "", "1 prosentti", id="one per cent"),
        pytest.param(16, Unit.PERCENT, "sign", "16 %", id="sign"),
        pytest.param(12345, Unit.VOTE, "bare", "12 345", id="bare"),
    ],
)
def test_finnish_numbers(n: int, unit: Unit, form: str, words: str) -> None:
    counted = word_count(
        Count(value=n, unit=unit), form=form, numerals=load_phrases("fi")["numerals"]
    )
    assert counted.replace("\u00a0", " ") == words
    # A number never ends a line without what it counts.
    assert " " not in counted or counted[0].isalpha()


def test_a_note_is_not_a_person() -> None:
    with pytest.raises(ValueError, match="counts 'participant'"):
        Sentences("fi").say("event.participants", n=Count(value=3, unit=Unit.NOTE))


def test_a_count_with_a_query_can_be_counted_again_and_one_without_is_text() -> None:
    say = Sentences("fi").say
    counted = say("event.participants", n=Count(value=3, unit=Unit.PARTICIPANT, query="p()"))
    given = say("event.participants", n=Count(value=3, unit=Unit.PARTICIPANT))
    assert [type(run) for run in counted] == [TextRun, NumberRun, TextRun]
    assert given == (TextRun(text="Tilaisuudessa oli 3\u00a0osallistujaa."),)


def test_an_empty_slot_takes_its_space_along() -> None:
    runs = Sentences("fi").say(
        "themes.rest", n=Count(value=2, unit=Unit.NOTE, query="notes()"), cite=()
    )
    assert runs[-1] == TextRun(text=".")


@pytest.mark.parametrize(
    ("items", "text"),
    [(["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c"), ([], "")],
)
def test_lists(items: list[str], text: str) -> None:
    assert "".join(run.text for run in Sentences("fi").join(items)) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [("fi", "7.10.2026"), ("sv", "7.10.2026"), ("en", "7\u00a0October 2026")],
)
def test_dates(language: str, text: str) -> None:
    assert Sentences(language).date(dt.date(2026, 10, 7)) == text


def test_empty_sentences_leave_no_trace() -> None:
    assert paragraph((), (TextRun(text="a."),), (), (TextRun(text="b."),)) == (
        TextRun(text="a. b."),
    )


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(NoSuchThing, match="de"):
        Sentences("de")
