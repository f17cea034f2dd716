"""The example workshop and Finnish opinions, against the themes people gave them."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from sklearn.metrics import adjusted_rand_score

from toolkit.domain import Note, Theme
from toolkit.encoders import load_encoder
from toolkit.language import detect_language
from toolkit.themes import find_themes

pytestmark = pytest.mark.models

GOLD = Path(__file__).parents[1] / "gold" / "esimerkki-teemat.csv"


def agreement(themes: Sequence[Theme], notes: Sequence[Note], gold: Sequence[str]) -> float:
    """Return the adjusted Rand index: 0 for chance, 1 for the same grouping."""
    found = {note_id: theme.id for theme in themes for note_id in theme.note_ids}
    return float(adjusted_rand_score(gold, [found[note.id] for note in notes]))


def test_example_workshop() -> None:
    # One field, spoken words, ten near matters: hard for any small model, and for people.
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    notes = [
        Note(id=f"{n:03}", text=row["text"], language=detect_language(row["text"]))
        for n, row in enumerate(rows)
    ]
    themes = find_themes(notes, encoder=load_encoder())
    assert agreement(themes, notes, [row["theme"] for row in rows]) > 0.09
    assert 6 <= len(themes) <= 15
    assert sum(len(theme.note_ids) for theme in themes if theme.is_rest) < 0.1 * len(notes)


def test_answers_of_candidates(shared_data: Path) -> None:
    with (shared_data / "finnish" / "hs2003.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chance = random.Random(7)
    questions = set(chance.sample(sorted({row["label"] for row in rows}), 8))
    drawn = chance.sample([row for row in rows if row["label"] in questions], 80)
    notes = [
        Note(id=f"{n:03}", text=row["text"], language=row["lang"]) for n, row in enumerate(drawn)
    ]
    themes = find_themes(notes, encoder=load_encoder())
    found = agreement(themes, notes, [row["label"] for row in drawn])
    assert found > 0.35, found
