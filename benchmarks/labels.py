"""Print themes with their names, to be read as a facilitator reads them.

    python -m benchmarks.labels tests/gold/esimerkki-teemat.csv
    python -m benchmarks.labels answers.csv --draws 3 --notes 200 --labels 10

A file has the columns ``text`` and ``label`` (or ``theme``), and may have ``lang``. A draw takes
some labels and notes of theirs; the same seed draws the same notes.
"""

from __future__ import annotations

import argparse
import csv
import random
from pathlib import Path

from toolkit.domain import Note
from toolkit.encoders import load_encoder
from toolkit.language import detect_language
from toolkit.themes import find_themes

_CENTRAL = 3


def read_rows(paths: list[Path]) -> list[dict[str, str]]:
    """Return the rows of all files, in order."""
    rows = []
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    return rows


def draw(
    rows: list[dict[str, str]], *, n_notes: int, n_labels: int, seed: int
) -> list[dict[str, str]]:
    """Return ``n_notes`` rows of ``n_labels`` labels, both drawn by ``seed``."""
    chance = random.Random(seed)
    labels = sorted({row["label"] for row in rows})
    chosen = set(chance.sample(labels, min(n_labels, len(labels))))
    fitting = [row for row in rows if row["label"] in chosen]
    return chance.sample(fitting, min(n_notes, len(fitting)))


def as_notes(rows: list[dict[str, str]]) -> list[Note]:
    """Return a note of every row, its language told by the file or found out."""
    return [
        Note(
            id=f"{n:04}", text=row["text"], language=row.get("lang") or detect_language(row["text"])
        )
        for n, row in enumerate(rows)
    ]


def show(notes: list[Note], *, cache: Path | None) -> None:
    """Print the themes of ``notes``."""
    texts = {note.id: note.text for note in notes}
    for theme in find_themes(notes, encoder=load_encoder(cache=cache)):
        print(f"\n{theme.label}  [{len(theme.note_ids)}]")
        print(f"  {theme.subtitle or '(no subtitle)'} | {', '.join(theme.keywords)}")
        for note_id in theme.central_ids[:_CENTRAL]:
            print(f"  – {texts[note_id][:160]}")


def main() -> None:
    """Read the files and print the themes of every draw, or of all rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--draws", type=int, default=0, help="0 takes all rows once")
    parser.add_argument("--notes", type=int, default=200)
    parser.add_argument("--labels", type=int, default=10)
    parser.add_argument("--cache", type=Path, help="folder where vectors are kept")
    options = parser.parse_args()
    rows = read_rows(options.files)
    if not options.draws:
        show(as_notes(rows), cache=options.cache)
    for seed in range(options.draws):
        drawn = draw(rows, n_notes=options.notes, n_labels=options.labels, seed=seed)
        print(f"\n===== draw {seed}: {len(drawn)} notes =====")
        show(as_notes(drawn), cache=options.cache)


if __name__ == "__main__":
    main()
