"""What gives a kind away: a table of notes with their reasons, and laws for all notes."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.kinds.conftest import Suggest
from tests.themes.conftest import WordEncoder
from toolkit.domain import Note, NoteKind
from toolkit.encoders import SentenceEncoder
from toolkit.kinds import find_kinds
from toolkit.lemmas import SpacyParser

pytestmark = pytest.mark.models

H, E, KI, KY, T = NoteKind

NOTES = (
    # worries: words, denied verbs, complaints worded as questions
    ("Meitä pelottaa talven tulo.", "fi", H, "worry", "pelottaa"),
    ("Isä ei jaksa enää odottaa.", "fi", H, "denied", "ei jaksa"),
    ("Miksi aina meidän kylältä viedään palvelut?", "fi", H, "blame", "Miksi aina"),
    ("Päätös on kohtuuton. Kuka tätä ymmärtää?", "fi", H, "blame", "Kuka"),
    ("Varför får vi aldrig svar?", "sv", H, "blame", "Varför får vi aldrig"),
    ("We are afraid to go out.", "en", H, "worry", "afraid"),
    # proposals: mood, necessity, commands, and phrases that point somewhere
    ("Ryhmä vaatisi oman tilan.", "fi", E, "asks", "vaatisi"),
    ("Ovet avattava aiemmin aamulla.", "fi", E, "asks", "avattava"),
    ("Kokeillaan yhteistä kalenteria ensi keväänä.", "fi", E, "asks", "Kokeillaan"),
    ("Avatkaa saunavuoro naisille.", "fi", E, "asks", "Avatkaa"),
    ("Ei enää yhtään uutta kyselyä", "fi", E, "asks", "Ei enää"),
    ("Puheluja ei saa siirtää vastaajaan.", "fi", E, "asks", "ei saa siirtää"),
    ("Jumpparyhmä kylätalolle.", "fi", E, "points", "kylätalolle"),
    ("Voisiko kerho kokoontua lauantaina?", "fi", E, "asks", "Voisiko"),
    ("Skulle vi kunna få en egen bastutur?", "sv", E, "asks", "Skulle vi kunna"),
    # thanks and what goes well, but not when it is denied, wished for or followed by a but
    ("Kiitos kahvista ja kakusta!", "fi", KI, "thanks", "Kiitos"),
    ("Uimahallin henkilökunta on mukavaa.", "fi", KI, "praise", "mukavaa"),
    ("Tack för kaffet!", "sv", KI, "thanks", "Tack"),
    ("Olisi hyvä saada penkki pihalle.", "fi", E, "asks", "Olisi hyvä"),
    ("Mukava paikka, mutta liian kallis.", "fi", H, "worry", "liian"),
    # questions, also those that ask politely to be told
    ("Koska kerho alkaa?", "fi", KY, "questions", "Koska"),
    ("missä voi uida", "fi", KY, "questions", "missä"),
    ("Voisiko joku sanoa, kenelle laskun voi viedä?", "fi", KY, "questions", "kenelle"),
    ("Haluaisin tietää, kuinka moni vastasi.", "fi", KY, "wonders", "Haluaisin tietää"),
    ("Vad kostar bastun?", "sv", KY, "questions", "Vad"),
    # how things are
    ("Sauna lämpiää keskiviikkoisin.", "fi", T, "facts", "keskiviikkoisin"),
    ("Jag bor i en by vid havet.", "sv", T, "facts", "Jag bor"),
)


@pytest.mark.parametrize(
    ("text", "language", "kind", "reason", "words"), NOTES, ids=[note[0] for note in NOTES]
)
def test_a_note_gets_its_kind_with_the_words_that_give_it_away(
    suggest: Suggest, text: str, language: str, kind: NoteKind, reason: str, words: str
) -> None:
    found = suggest(text, language=language)

    assert (found.kind, found.reason, found.words) == (kind, reason, words)


def test_a_bare_noun_is_read_in_the_light_of_its_question(suggest: Suggest) -> None:
    good = suggest("Kylätalon sauna", prompt="Mikä kylällä toimii hyvin?")
    change = suggest("Kylätalon sauna", prompt="Mitä kylällä pitäisi muuttaa?")

    assert (good.kind, change.kind) == (NoteKind.THANKS, NoteKind.PROPOSAL)
    assert (good.reason, good.words) == ("prompt", "Mikä kylällä toimii hyvin?")


def test_where_nothing_gives_it_away_the_reason_is_an_example_in_its_language(
    suggest: Suggest,
) -> None:
    found = suggest("Vi sitter vid bordet.", language="sv")

    assert found.reason == "like"
    assert not found.certain


def test_every_note_has_one_kind_whatever_the_order_and_the_company(
    encoder: SentenceEncoder, parser: SpacyParser
) -> None:
    notes = [
        Note(id=f"{n:02}", text=text, language=language)
        for n, (text, language, *_rest) in enumerate(NOTES)
    ]
    shuffled = random.Random(3).sample(notes, len(notes))

    together = find_kinds(notes, encoder=encoder, parser=parser)

    assert [one.note_id for one in together] == [note.id for note in notes]
    assert find_kinds(shuffled, encoder=encoder, parser=parser) == together
    alone = [find_kinds([note], encoder=encoder, parser=parser)[0] for note in notes[:3]]
    assert tuple(alone) == together[:3]
    assert find_kinds([], encoder=encoder) == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(min_size=1, max_size=40).filter(str.strip), language=st.sampled_from(["fi", ""])
)
def test_any_text_gets_a_kind(parser: SpacyParser, text: str, language: str) -> None:
    note = Note(id="n", text=text, language=language)

    (found,) = find_kinds([note], encoder=WordEncoder(), parser=parser)

    assert found.margin >= 0
