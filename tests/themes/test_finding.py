"""Themes: every note in one, the same for the same notes, sensible from none to many."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.themes.conftest import SPEECH, WordEncoder
from toolkit.domain import REST_ID, Note
from toolkit.themes import assemble, find_themes

pytestmark = pytest.mark.models


def as_notes(*texts: str, language: str = "fi") -> list[Note]:
    return [Note(id=f"n{n}", text=text, language=language) for n, text in enumerate(texts)]


def test_notes_of_one_matter_stand_together(notes: list[Note], encoder: WordEncoder) -> None:
    *themes, rest = find_themes(notes, encoder=encoder)
    found = {theme.note_ids for theme in themes}
    assert found == {tuple(f"n{n:02}" for n in range(s, s + 5)) for s in (0, 5, 10)}
    assert rest.id == REST_ID
    assert rest.note_ids == ("n15", "n16")
    for theme in themes:
        assert any(word in theme.label.lower() for word in SPEECH)
        assert theme.label[0].isupper()
        assert set(theme.central_ids) <= set(theme.note_ids)


def test_order_of_notes_changes_nothing(notes: list[Note], encoder: WordEncoder) -> None:
    shuffled = random.Random(3).sample(notes, len(notes))
    assert find_themes(shuffled, encoder=encoder) == find_themes(notes, encoder=encoder)


def test_order_of_unclear_notes_changes_nothing(encoder: WordEncoder) -> None:
    chance = random.Random(5)
    words = " ".join(text for group in SPEECH.values() for text in group).split()
    texts = [" ".join(chance.choices(words, k=5)) for _ in range(60)]
    unclear = as_notes(*texts)
    first = find_themes(unclear, encoder=encoder)
    for seed in range(3):
        shuffled = random.Random(seed).sample(unclear, len(unclear))
        assert find_themes(shuffled, encoder=encoder) == first


@pytest.mark.parametrize("n_themes", [1, 2, 3, 5, 15])
def test_as_many_as_asked(notes: list[Note], encoder: WordEncoder, n_themes: int) -> None:
    themes = find_themes(notes, encoder=encoder, n_themes=n_themes)
    assert len([theme for theme in themes if not theme.is_rest]) == n_themes
    assert sorted(n for theme in themes for n in theme.note_ids) == [note.id for note in notes]


def test_equal_words_stand_together(notes: list[Note], encoder: WordEncoder) -> None:
    same = [
        replace(notes[0], id=f"x{n}", text=text)
        for n, text in enumerate(["Jonot pois!", "jonot pois", "JONOT  POIS..."])
    ]
    themes = find_themes([*notes, *same], encoder=encoder)
    assert len([theme for theme in themes if {"x0", "x1", "x2"} & set(theme.note_ids)]) == 1


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        pytest.param([], [], id="none"),
        pytest.param(["Jonot psykologille"], ["Jono, psykologi"], id="one"),
        pytest.param(["Jonot pois", "jonot pois!"], ["Jono"], id="one thing twice"),
        pytest.param(["ok"], ["Muut"], id="nothing said"),
        pytest.param(["😀", "123", "en tiiä"], ["Muut"], id="no words at all"),
        pytest.param(["Öljyä öljyä", "ei mitään"], ["Öljy", "Muut"], id="one word"),
    ],
)
def test_tiny_workshops(texts: list[str], labels: list[str], encoder: WordEncoder) -> None:
    themes = find_themes(as_notes(*texts), encoder=encoder)
    assert [theme.label for theme in themes] == labels
    assert sum(len(theme.note_ids) for theme in themes) == len(texts)


def test_swedish_is_not_read_as_finnish(encoder: WordEncoder) -> None:
    texts = ["Bussen till skolan", "Bussen till byn", "Ingen bussen alls"]
    theme = find_themes(as_notes(*texts, language="sv"), encoder=encoder)[0]
    assert theme.keywords[0] == "bussen"
    assert "till" not in theme.keywords


@pytest.mark.parametrize("wrong", [{"n_themes": 0}, {"resolution": 0.0}])
def test_nonsense_is_refused(encoder: WordEncoder, wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="positive"):
        find_themes(as_notes("Jono"), encoder=encoder, **wrong)


def test_assembled_bertopic_keeps_finnish_letters(encoder: WordEncoder) -> None:
    texts = [f"{text} öisin" for group in SPEECH.values() for text in group]
    model = assemble(encoder)
    topics, _ = model.fit_transform(texts)
    assert len(set(topics)) == 3
    words = {word for topic in set(topics) for word, _ in model.get_topic(topic)}
    assert {"lääkäri", "kylä", "nuorisotalo"} <= words
    assert model.transform(["Bussi kylälle"])[0] == [topics[5]]
