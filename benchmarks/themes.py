"""Measure the themes: against other methods on the same draws, their steadiness, and the time.

Usage: python benchmarks/themes.py [--data FOLDER] [--cache FOLDER] [--quick] [--only PART]

Needs umap-learn and hdbscan, which BERTopic brings. FOLDER/finnish holds hs2003.csv and
sib200_*.csv; the cache keeps vectors between runs. Every method gets the same vectors. Prints
Markdown.
"""

from __future__ import annotations

import argparse
import csv
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score
from theme_draws import Row, draw, draw_mixed, read_rows
from theme_rivals import RIVALS, Labels, Score, group, score

from toolkit.domain import Note, Theme
from toolkit.encoders import Encoder, load_encoder
from toolkit.themes import ThemeFinder

ROOT = Path(__file__).parents[1]
DRAWS = {30: 8, 60: 8, 200: 5, 1000: 2, 5000: 1}
MIXED = ({"fi": 66, "sv": 66, "en": 66}, {"fi": 160, "sv": 30, "en": 10}, {"fi": 50, "sv": 8})
SURVEY = 5781
CURVE = (1_000, 5_000, 20_000, 100_000)


@dataclass
class Bench:
    """What every part needs."""

    data: Path
    encoder: Encoder
    quick: bool

    def vectors(self, rows: list[Row]) -> np.ndarray:
        """Return the vectors of the encoder, shape (n_rows, n_dimensions)."""
        return self.encoder.encode([row["text"] for row in rows])

    def find(self, rows: list[Row], order: list[int] | None = None) -> tuple[Theme, ...]:
        """Return the toolkit's themes of ``rows``, given in some order."""
        notes = as_notes(rows)
        ordered = [notes[place] for place in order] if order else notes
        return ThemeFinder(ordered, encoder=self.encoder).find(stability=False)

    def draws(self, n: int) -> range:
        """Return the seeds of the draws of size ``n``."""
        return range(1 if self.quick else DRAWS[n])


def as_notes(rows: list[Row]) -> list[Note]:
    """Return a note for every row, its id the place of the row."""
    return [
        Note(id=f"{place:06}", text=row["text"], language=row["lang"])
        for place, row in enumerate(rows)
    ]


def labels_of(themes: tuple[Theme, ...], n: int) -> Labels:
    """Return the theme of every note; -1 for the rest."""
    labels = np.full(n, -1)
    for number, theme in enumerate(themes):
        for note_id in theme.note_ids:
            labels[int(note_id)] = -1 if theme.is_rest else number
    return labels


def print_table(headers: list[str], rows: list[list[object]]) -> None:
    """Print a table in Markdown."""
    print("\n| " + " | ".join(headers) + " |\n|" + " --- |" * len(headers))
    for row in rows:
        print("| " + " | ".join(f"{c:.2f}" if isinstance(c, float) else str(c) for c in row) + " |")


def quality(bench: Bench) -> None:
    """Agreement with known themes: ARI / NMI, and the share of notes left out."""
    sets = {"hs2003": (30, 60, 200, 1000, 5000), "sib200_fi": (30, 60, 200, 1000)}
    rows: list[list[object]] = []
    for name, sizes in sets.items():
        pool = read_rows(bench.data, name)
        for n in sizes[:3] if bench.quick else sizes:
            drawn = [draw(pool, n, seed) for seed in bench.draws(n)]
            rows += [[name, n, *_compare(bench, drawn)]]
    for n in (60, 198, 600):
        third = n // 3
        parts = {"fi": third, "sv": third, "en": third}
        drawn = [draw_mixed(bench.data, parts, seed) for seed in range(1 if bench.quick else 4)]
        rows += [["fi + sv + en", n, *_compare(bench, drawn)]]
    print_table(["data", "n", "osallisuus-toolkit", *RIVALS], rows)


def _compare(bench: Bench, drawn: list[list[Row]]) -> list[object]:
    cells: list[object] = []
    for method in ("ours", *RIVALS):
        scores = []
        for rows in drawn:
            known, vectors = [row["label"] for row in rows], bench.vectors(rows)
            if method == "ours":
                labels = labels_of(bench.find(rows), len(rows))
            else:
                labels = group(method, [row["text"] for row in rows], vectors, len(set(known)))
            scores.append(score(labels, known, vectors))
        mean = Score(*(statistics.fmean(values) for values in zip(*scores, strict=True)))
        left = f", {mean.left_out:.0%} out" if mean.left_out >= 0.005 else ""
        cells.append(f"{mean.ari:.2f} / {mean.nmi:.2f}{left}")
    return cells


def steadiness(bench: Bench) -> None:
    """Again, in another order, and without a tenth of the notes: ARI with the first themes."""
    pool = read_rows(bench.data, "hs2003")
    rows = []
    for n in (30, 60, 200, 1000):
        again, order, fewer, lost = [], [], [], 0
        for seed in bench.draws(n):
            drawn = draw(pool, n, seed)
            themes = bench.find(drawn)
            labels = labels_of(themes, len(drawn))
            lost += len(drawn) - sum(len(theme.note_ids) for theme in themes)
            again.append(float(bench.find(drawn) == themes))
            chance = random.Random(seed)
            shuffled = chance.sample(range(len(drawn)), len(drawn))
            order.append(float(bench.find(drawn, shuffled) == themes))
            for _ in range(3):
                kept = sorted(chance.sample(range(len(drawn)), round(0.9 * len(drawn))))
                part = [drawn[place] for place in kept]
                found = labels_of(bench.find(part), len(part))
                fewer.append(adjusted_rand_score(labels[kept], found))
        means = [statistics.fmean(values) for values in (again, order, fewer)]
        rows.append([n, *means, lost])
    headers = ["n (hs2003)", "same again", "same in another order", "without 10 % (ARI)", "lost"]
    print_table(headers, rows)


def leak(bench: Bench) -> None:
    """How much a theme tells of the language of its notes: NMI, with and without our vectors."""
    rows = []
    for sizes in MIXED:
        leaks, raw = [], []
        for seed in range(2 if bench.quick else 10):
            drawn = draw_mixed(bench.data, sizes, seed)
            languages = [row["lang"] for row in drawn]
            leaks.append(
                normalized_mutual_info_score(languages, labels_of(bench.find(drawn), len(drawn)))
            )
            kmeans = group("KMeans, true K", [], bench.vectors(drawn), 7)
            raw.append(normalized_mutual_info_score(languages, kmeans))
        shown = " + ".join(f"{n} {language}" for language, n in sizes.items())
        rows.append([shown, f"{statistics.fmean(leaks):.3f}", f"{statistics.fmean(raw):.3f}"])
    print_table(["notes", "NMI(theme, language)", "KMeans on the same vectors as they are"], rows)


def speed(bench: Bench) -> None:
    """Seconds for a survey from file to themes, for grouping again, and as notes become more."""
    pool = [row for row in read_rows(bench.data, "hs2003") if row["lang"] == "fi"]
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as folder:
        rows += _survey(Path(folder) / "kysely", random.Random(0).sample(pool, SURVEY))
        if not bench.quick:
            rows += _survey(Path(folder) / "iso", _many(pool, 20_000))
    notes = as_notes(random.Random(0).sample(pool, 1000))
    finder = ThemeFinder(notes, encoder=bench.encoder)
    seconds = _least(lambda: finder.find(resolution=1.3, stability=False))
    rows.append(["1,000 notes grouped again (a slider)", f"{seconds:.2f} s"])
    print_table(["what", "time"], rows)


def _many(pool: list[Row], n: int) -> list[Row]:
    """Return ``n`` rows, some of them again with a word more."""
    return [{**row, "text": f"{row['text']} Lisäksi."} for row in pool[: n - len(pool)]] + pool


def _survey(folder: Path, rows: list[Row]) -> list[list[object]]:
    import resource

    folder.mkdir()
    answers = folder / "vastaukset.csv"
    with answers.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Vastaus"], *([row["text"]] for row in rows)])
    workshop = str(folder / "tyopaja")
    _command("new", workshop, "--title", "Kysely")
    cold = _command("import", workshop, str(answers)) + _command("themes", workshop)
    warm = _command("themes", workshop, "--recompute")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
    return [
        [f"{len(rows):,} answers: import to themes, nothing cached", f"{cold:.1f} s"],
        [f"{len(rows):,} answers: themes again, with cached vectors", f"{warm:.1f} s"],
        [f"{len(rows):,} answers: most memory of any process so far", f"{peak:.1f} GB"],
    ]


def _command(*arguments: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "toolkit", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def _least(work: Callable[[], object], times: int = 3) -> float:
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def curve(bench: Bench) -> None:
    """Seconds and memory from vectors and words to groups, each size in a process of its own."""
    rows = []
    for n in CURVE[:2] if bench.quick else CURVE:
        command = [sys.executable, __file__, "--size", str(n)]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        rows.append([f"{n:,}", *told.split(";")])
    print_table(["notes", "neighbours and groups", "memory"], rows)


def measure_size(n: int) -> None:
    """Print the time of neighbours and groups, and the memory of the process."""
    import resource

    from toolkit.themes.clustering import NoteClusterer

    chance = np.random.default_rng(0)
    middles = chance.normal(size=(60, 584))
    vectors = middles[chance.integers(0, 60, n)] + chance.normal(size=(n, 584)) * 2
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    start = time.perf_counter()
    NoteClusterer().fit(vectors)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"{seconds:.1f} s;{memory:.1f} GB", end="")


PARTS: dict[str, Callable[[Bench], None]] = {
    "quality": quality,
    "steadiness": steadiness,
    "leak": leak,
    "speed": speed,
    "curve": curve,
}


def main() -> None:
    """Run the parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size:
        measure_size(options.size)
        return
    with tempfile.TemporaryDirectory() as folder:
        encoder = load_encoder(cache=options.cache or Path(folder))
        bench = Bench(options.data, encoder, options.quick)
        print(f"{platform.platform()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}")
        for name, part in PARTS.items():
            if options.only in (None, name):
                print(f"\n## {name}: {part.__doc__}")
                part(bench)


if __name__ == "__main__":
    main()
