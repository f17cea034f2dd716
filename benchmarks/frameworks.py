"""Measure how well notes find their place in a framework.

Usage: python benchmarks/frameworks.py

Three questions, with the real models: the invented notes of tests/gold/viitekehys.csv (thresholds
were chosen on its tuning part; the rest was not looked at); every example sentence of the shipped
frameworks, placed while the framework does not have it; and half of the example workshop's
hand-made themes as a codebook for the other half. Prints Markdown.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import toolkit as tk
from toolkit.domain import CLOSE, Axis, Category, Framework, Note, Placement
from toolkit.encoders import Encoder
from toolkit.frameworks import framework_names
from toolkit.language import detect_language

GOLD = Path(__file__).parents[1] / "tests" / "gold"
Pairs = list[tuple[str, Placement]]


def read_gold(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of notes that people have placed."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place(
    rows: Sequence[dict[str, str]], framework: Framework, encoder: Encoder, key: str = "category"
) -> Pairs:
    """Return the right category of every row beside its placement on the first axis."""
    notes = [
        Note(id=f"{n:04}", text=row["text"], language=detect_language(row["text"]))
        for n, row in enumerate(rows)
    ]
    found = tk.place_notes(notes, framework, encoder=encoder).on(framework.axes[0].id)
    return [(row[key], found[note.id]) for row, note in zip(rows, notes, strict=True)]


def figures(pairs: Pairs) -> dict[str, float]:
    """Return the shares the table shows."""
    fits = [(right, p) for right, p in pairs if right]
    misfits = [p for right, p in pairs if not right]
    sure = [right == p.category_id for right, p in fits if p.category_id and p.margin >= CLOSE]
    close = [right == p.category_id for right, p in fits if p.category_id and p.margin < CLOSE]
    return {
        "notes": len(pairs),
        "right place": share([right == p.category_id for right, p in pairs]),
        "right category": share([right == p.category_id for right, p in fits]),
        "called a misfit": share([not p.category_id for _right, p in fits]),
        "misfits caught": share([not p.category_id for p in misfits]),
        "right when sure": share(sure),
        "right when close": share(close),
        "close": share([p.is_close for _right, p in pairs]),
    }


def share(held: Sequence[bool]) -> float:
    """Return the share of True; not a number when there is nothing to count."""
    return sum(held) / len(held) if held else float("nan")


def left_out(framework: Framework) -> Iterator[tuple[Category, str, Framework]]:
    """Yield every example with its category and the framework without it."""
    for axis in framework.axes:
        for category in axis.categories:
            for example in category.examples:
                rest = tuple(text for text in category.examples if text != example)
                changed = tuple(
                    replace(c, examples=rest) if c.id == category.id else c for c in axis.categories
                )
                axes = (replace(axis, categories=changed),)
                yield category, example, replace(framework, axes=axes)


def leave_one_out(framework: Framework, encoder: Encoder) -> Pairs:
    """Return the category of every example beside where it goes when it is not an example."""
    return [
        place([{"text": example, "category": category.id}], other, encoder)[0]
        for category, example, other in left_out(framework)
    ]


def codebook(rows: Sequence[dict[str, str]]) -> Framework:
    """Return hand-made themes as a codebook, the first five notes of each its examples."""
    labels = sorted({row["theme"] for row in rows} - {""})
    categories = tuple(
        Category(
            id=label,
            label=label,
            examples=tuple(row["text"] for row in rows if row["theme"] == label)[:5],
        )
        for label in labels
    )
    axes = (Axis(id="luokka", label="Teemat", categories=categories),)
    return Framework(id="koodikirja", title="Teemat", axes=axes)


def main() -> None:
    """Measure with vectors that are computed once."""
    with tempfile.TemporaryDirectory() as cache:  # most texts are asked for many times
        print_table(tk.load_encoder(cache=Path(cache)))


def print_table(encoder: Encoder) -> None:
    """Measure everything and print it."""
    lines: list[tuple[str, Pairs]] = []
    rows = read_gold("viitekehys.csv")
    for key in sorted({(row["framework"], row["part"]) for row in rows}):
        chosen = [row for row in rows if (row["framework"], row["part"]) == key]
        lines.append((", ".join(key), place(chosen, tk.load_framework(key[0]), encoder)))
    for name in framework_names():
        pairs = leave_one_out(tk.load_framework(name), encoder)
        lines.append((f"{name}, examples left out in turn", pairs))
    themed = [
        {"text": row["text"], "theme": "" if row["theme"] == "Muut" else row["theme"]}
        for row in read_gold("esimerkki-teemat.csv")
    ]
    pairs = place(themed[1::2], codebook(themed[::2]), encoder, key="theme")
    lines.append(("example workshop, half a codebook for half", pairs))
    measured = [(name, figures(pairs)) for name, pairs in lines]
    heads = list(measured[0][1])
    print("| | " + " | ".join(heads) + " |\n|" + "---|" * (len(heads) + 1))
    for name, values in measured:
        cells = [f"{values[h]:.0f}" if h == "notes" else f"{values[h]:.2f}" for h in heads]
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
