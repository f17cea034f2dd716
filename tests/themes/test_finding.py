"""Themes: every note in one, the same for the same notes, sensible from none to many."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from sklearn.cluster import HDBSCAN, KMeans

from tests.themes.conftest import SPEECH, WordEncoder
from toolkit.domain import REST_ID, Note, Statement
from toolkit.themes import ThemeFinder, assemble, find_themes
from toolkit.themes.clustering import NoteClusterer

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


def test_the_assembled_model_finds_the_same_themes(notes: list[Note], encoder: WordEncoder) -> None:
    finder = ThemeFinder(notes, encoder=encoder)
    topics, _ = assemble(encoder).fit_transform(finder.texts, embeddings=finder.vectors)
    assert len({topic for topic in topics if topic >= 0}) == 3
    themed = [theme for theme in finder.find() if not theme.is_rest]
    assert sorted(len(theme.note_ids) for theme in themed) == [5, 5, 5]


@pytest.mark.parametrize(
    "clusterer", [KMeans(3, random_state=0), HDBSCAN(min_cluster_size=3, copy=True)]
)
def test_another_method_in_its_place(
    clusterer: KMeans | HDBSCAN, notes: list[Note], encoder: WordEncoder
) -> None:
    themes = find_themes(notes, encoder=encoder, clusterer=clusterer)
    assert sorted(n for theme in themes for n in theme.note_ids) == [note.id for note in notes]
    assert len([theme for theme in themes if not theme.is_rest]) == 3
    assert all(theme.stability is None for theme in themes)


def test_another_bertopic_in_its_place(notes: list[Note], encoder: WordEncoder) -> None:
    other = assemble(encoder, clusterer=NoteClusterer(n_clusters=2))
    themes = find_themes(notes, encoder=encoder, clusterer=other)
    assert len([theme for theme in themes if not theme.is_rest]) == 2


def test_statements_stand_in_themes_and_are_no_notes(
    notes: list[Note], encoder: WordEncoder
) -> None:
    said = {"s1": "Bussi ei kulje kylälle iltaisin", "s2": "Jonot psykologille ovat pitkät"}
    statements = [Statement(id=key, text=text, language="fi") for key, text in said.items()]
    themes = find_themes([*notes, *statements], encoder=encoder)
    assert sorted(n for theme in themes for n in theme.note_ids) == [note.id for note in notes]
    where = {key: theme for theme in themes for key in theme.statement_ids}
    assert set(where) == {"s1", "s2"}
    assert "n05" in where["s1"].note_ids
    assert "n00" in where["s2"].note_ids
    assert all(set(t.central_ids) | set(t.also_ids) <= {n.id for n in notes} for t in themes)


def test_a_note_between_two_themes_is_shown_in_both(encoder: WordEncoder) -> None:
    one, other = SPEECH["jono"] * 2, SPEECH["bussi"] * 2
    both = "Jono psykologille. Bussi kylälle"
    texts = [f"{text} {n}" for n, text in enumerate([*one, *other])]
    themes = find_themes(as_notes(*texts, both), encoder=encoder, n_themes=2)
    key = f"n{len(texts)}"
    (home,) = [theme for theme in themes if key in theme.note_ids]
    (second,) = [theme for theme in themes if key in theme.also_ids]
    assert home != second


def test_a_large_theme_has_parts_and_an_edge(encoder: WordEncoder) -> None:
    texts = [f"Apua {text} {n}" for n in range(3) for g in SPEECH.values() for text in g]
    theme, *_ = find_themes(as_notes(*texts), encoder=encoder, n_themes=1)
    assert len(theme.subthemes) > 1
    parts = [note_id for part in theme.subthemes for note_id in part.note_ids]
    assert len(set(parts)) == len(parts)
    assert set(parts) <= set(theme.note_ids)
    assert theme.edge_id in theme.note_ids
    assert theme.edge_id not in theme.central_ids


def test_frames_are_left_out_of_what_is_compared_only(encoder: WordEncoder) -> None:
    texts = [f"Toivon, että {text.lower()}" for group in SPEECH.values() for text in group]
    finder = ThemeFinder(as_notes(*texts), encoder=encoder)
    framed = ThemeFinder(as_notes(*texts), encoder=encoder, without_frames=False)
    assert not np.array_equal(framed.vectors, finder.vectors)
    assert set(finder.texts) == set(texts)
    bare = [text.removeprefix("Toivon, että ") for text in finder.texts]
    again = ThemeFinder(as_notes(*bare), encoder=encoder)
    by_text = dict(zip(again.texts, again.vectors, strict=True))
    pairs = zip(bare, finder.vectors, strict=True)
    assert all((by_text[text] == vector).all() for text, vector in pairs)


def test_steadiness_is_told(notes: list[Note], encoder: WordEncoder) -> None:
    finder = ThemeFinder(notes, encoder=encoder)
    themes = [theme for theme in finder.find() if not theme.is_rest]
    assert all(theme.stability is not None and theme.stability > 0.7 for theme in themes)
    assert all(theme.stability is None for theme in finder.find(stability=False))
