"""Measure how well kinds of notes are told, and how long it takes.

Usage: python benchmarks/kinds.py

The gold notes are invented; ``check`` is the half that rules were not developed on. The notes of
the example workshop were written for another purpose, and half of them (every other one) served
to mend the rules.
"""

from __future__ import annotations

import csv
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sklearn.metrics import f1_score, precision_recall_fscore_support

from toolkit.domain import KindSuggestion, Note, NoteKind
from toolkit.encoders import SentenceEncoder, load_encoder
from toolkit.kinds import find_kinds
from toolkit.lemmas import load_parser

GOLD = Path(__file__).parents[1] / "tests" / "gold"
KINDS = [kind.value for kind in NoteKind]


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of a gold file."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def make_notes(rows: Sequence[dict[str, str]]) -> list[Note]:
    """Return a note of every row, in order."""
    return [
        Note(id=f"{n:04}", text=row["text"], language=row["language"], prompt=row.get("prompt", ""))
        for n, row in enumerate(rows)
    ]


def tell(name: str, gold: Sequence[str], found: Sequence[KindSuggestion]) -> None:
    """Print how near the suggestions come to what people said."""
    got = [one.kind.value for one in found]
    present = [kind for kind in KINDS if kind in gold]
    macro = f1_score(gold, got, labels=present, average="macro")
    right = [one == other for one, other in zip(gold, got, strict=True)]
    certain = [ok for ok, one in zip(right, found, strict=True) if one.certain]
    print(f"\n{name}: {len(gold)} notes, macro-F1 {macro:.2f}, right {sum(right) / len(right):.2f}")
    print(f"certain: {len(certain)}, of them right {sum(certain) / max(1, len(certain)):.2f}\n")
    print("| said \\ suggested | " + " | ".join(KINDS) + " | precision | recall |")
    print("|---" * (len(KINDS) + 3) + "|")
    pairs = Counter(zip(gold, got, strict=True))
    precision, recall, *_rest = precision_recall_fscore_support(
        gold, got, labels=KINDS, zero_division=0
    )
    for row, kind in enumerate(KINDS):
        cells = " | ".join(str(pairs[kind, other]) for other in KINDS)
        print(f"| {kind} | {cells} | {precision[row]:.2f} | {recall[row]:.2f} |")


def main() -> None:
    """Print macro-F1, confusion by half, and time per 1,000 notes."""
    with tempfile.TemporaryDirectory() as folder:
        measure(load_encoder(cache=Path(folder)))


def measure(encoder: SentenceEncoder) -> None:
    """Print everything, with a cache of vectors that is empty at first."""
    loading = seconds(load_parser)
    parser = load_parser()
    encoder.encode(["lämmittely"])
    invented, example = read("lajit.csv"), read("esimerkki-lajit.csv")
    for half in ("rules", "check"):
        rows = [row for row in invented if row["half"] == half]
        found = find_kinds(make_notes(rows), encoder=encoder, parser=parser)
        tell(half, [row["kind"] for row in rows], found)
    for name, rows in (("example, first half", example[::2]), ("example, check", example[1::2])):
        found = find_kinds(make_notes(rows), encoder=encoder, parser=parser)
        tell(name, [row["kind"] for row in rows], found)
    texts = [row["text"] for row in (*invented, *example)]
    many = [Note(id=f"{n:04}", text=f"{texts[n % len(texts)]} ({n})") for n in range(1000)]
    encoding = seconds(lambda: encoder.encode([note.text for note in many]))
    parsing = seconds(lambda: parser.parse([note.text for note in many]))
    finding = seconds(lambda: find_kinds(many, encoder=encoder, parser=parser))
    print(
        f"\nloading the parser {loading:.1f} s; 1,000 notes: vectors {encoding:.1f} s (themes have"
    )
    print(f"computed them already), kinds {finding:.1f} s, of which parsing {parsing:.1f} s")


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
