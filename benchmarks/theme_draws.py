"""Draws of real notes with a known theme, the same for every method."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from pathlib import Path

N_THEMES = {30: 5, 60: 6, 200: 10, 1000: 20}

Row = dict[str, str]


def read_rows(data: Path, name: str) -> list[Row]:
    """Return the rows of a file of labelled notes: ``text``, ``label`` and ``lang``."""
    with (data / "finnish" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def draw(rows: list[Row], n: int, seed: int) -> list[Row]:
    """Return about ``n`` rows of some labels, a few of them common and more of them rare.

    The size of the k-th label goes with k to the power of −0.6. From 5,000 on all labels are drawn
    as they come.
    """
    chance = random.Random(f"{n}-{seed}")
    if n not in N_THEMES:
        return chance.sample(rows, min(n, len(rows)))
    by_label = defaultdict(list)
    for row in rows:
        by_label[row["label"]].append(row)
    labels = chance.sample(sorted(by_label), min(N_THEMES[n], len(by_label)))
    shares = [1 / place**0.6 for place in range(1, len(labels) + 1)]
    drawn = []
    for label, share in zip(labels, shares, strict=True):
        size = max(2, round(n * share / sum(shares)))
        drawn += chance.sample(by_label[label], min(size, len(by_label[label])))
    chance.shuffle(drawn)
    return drawn[:n]


def draw_mixed(data: Path, sizes: dict[str, int], seed: int) -> list[Row]:
    """Return rows of several languages, each sentence in one of them only.

    Every third sentence is left out: the offsets of languages were measured with those.
    """
    rows = {language: read_rows(data, f"sib200_{language}") for language in sizes}
    places = [place for place in range(len(rows["fi"])) if place % 3]
    random.Random(f"mixed-{seed}").shuffle(places)
    drawn = []
    for language, size in sizes.items():
        drawn += [rows[language][place] for place in places[:size]]
        places = places[size:]
    return drawn
