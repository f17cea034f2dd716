"""Measure search by words and near-duplicates on generated notes.

Usage: python benchmarks/reading.py

Prints Markdown; times are the least of three runs.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from toolkit.domain import Note
from toolkit.duplicates import find_near_duplicates
from toolkit.lemmas import load_lemmatizer
from toolkit.search import NoteIndex

WORDS = [
    "koulu",
    "jono",
    "bussi",
    "lääkäri",
    "kyyti",
    "ilta",
    "nuori",
    "hoito",
    "apu",
    "aika",
    "kotihoito",
    "koulukiusaaminen",
]
LETTERS = "aeiklmnoprstuvyäö"


def make(texts: list[str]) -> list[Note]:
    """Return a Finnish note of every text."""
    return [Note(id=f"n{n:06}", text=text, language="fi") for n, text in enumerate(texts)]


def least(work: Callable[[], object]) -> float:
    """Return the seconds of the quickest of three runs."""
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Print the table."""
    chance = random.Random(0)
    said = make([" ".join(chance.choices(WORDS, k=12)) for _ in range(5000)])
    index = NoteIndex(said, lemmatizer=load_lemmatizer())
    index.search("jono")
    made_up = ["".join(chance.choices(LETTERS, k=chance.randint(3, 14))) for _ in range(3000)]
    long = make([" ".join(chance.choices(made_up, k=12)) for _ in range(20_000)])
    short = make(["k" + "".join(chance.choices(LETTERS, k=8)) for _ in range(6000)])
    print("| what | s |\n|---|---|")
    print(f"| search by words in 5,000 notes | {least(lambda: index.search('koulu')):.2f} |")
    print(f"| near-duplicates, 20,000 notes | {least(lambda: find_near_duplicates(long)):.2f} |")
    print(
        "| near-duplicates, 6,000 notes of one word that begin alike "
        f"| {least(lambda: find_near_duplicates(short)):.2f} |"
    )


if __name__ == "__main__":
    main()
