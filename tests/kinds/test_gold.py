"""Kinds against what people said, on notes written before the rules."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sklearn.metrics import f1_score

from toolkit.domain import KindSuggestion, Note
from toolkit.encoders import SentenceEncoder
from toolkit.kinds import find_kinds
from toolkit.lemmas import SpacyParser

pytestmark = pytest.mark.models

GOLD = Path(__file__).parents[1] / "gold"


def suggest(
    name: str, encoder: SentenceEncoder, parser: SpacyParser
) -> tuple[list[dict[str, str]], tuple[KindSuggestion, ...]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    notes = [
        Note(id=f"{n:03}", text=row["text"], language=row["language"], prompt=row.get("prompt", ""))
        for n, row in enumerate(rows)
    ]
    return rows, find_kinds(notes, encoder=encoder, parser=parser)


def test_invented_notes(encoder: SentenceEncoder, parser: SpacyParser) -> None:
    rows, found = suggest("lajit.csv", encoder, parser)
    assert len(rows) >= 200
    for half in ("rules", "check"):
        pairs = [(r["kind"], f.kind) for r, f in zip(rows, found, strict=True) if r["half"] == half]
        score = f1_score(*zip(*pairs, strict=True), average="macro")
        assert score > 0.85, (half, score)


def test_example_workshop(encoder: SentenceEncoder, parser: SpacyParser) -> None:
    # Spoken words, several thoughts in one note: hard for people as well.
    rows, found = suggest("esimerkki-lajit.csv", encoder, parser)
    right = [row["kind"] == one.kind for row, one in zip(rows, found, strict=True)]
    certain = [ok for ok, one in zip(right, found, strict=True) if one.certain]
    assert sum(right) / len(right) > 0.72
    assert sum(certain) / len(certain) > 0.9
    assert len(certain) > len(rows) / 3
