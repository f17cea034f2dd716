"""Measure how often a sentence seems to rest on notes that it does not rest on.

Usage: python benchmarks/model_support.py WORKSHOP

Every Finnish note of a workshop is taken for a sentence of a language model, and held against
other notes: of the same theme, where mistakes are likely, and of other themes. Each share is how
many would pass ``drafting.model_checks.SUPPORT``; none of them should. No model is asked.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from toolkit import store, workflow
from toolkit.domain import Note
from toolkit.drafting.model_checks import SUPPORT, support

DRAWS = 20


def supports(pairs: Iterator[tuple[Note, list[Note]]]) -> list[float]:
    """Return the support of every first note in the notes beside it."""
    return [
        support(one.text, [other.text for other in others], language="fi") for one, others in pairs
    ]


def main() -> None:
    """Print a table."""
    present = workflow.load_present(store.open_workshop(sys.argv[1]))
    theme = {note_id: one.id for one in present.themes for note_id in one.note_ids}
    notes = [note for note in present.notes if note.language == "fi" and note.id in theme]
    draw = random.Random(1)

    def others(note: Note, *, same: bool) -> list[Note]:
        return [o for o in notes if o is not note and (theme[o.id] == theme[note.id]) is same]

    cases = {
        "one note, same theme": ((n, [o]) for n in notes for o in others(n, same=True)),
        "one note, another theme": ((n, [o]) for n in notes for o in others(n, same=False)),
        "five notes, same theme": (
            (n, draw.sample(near, min(5, len(near))))
            for n in notes
            for near in [others(n, same=True)]
            for _ in range(DRAWS)
        ),
    }
    print("| held against | pairs | wrongly supported |\n|---|---|---|")
    for name, pairs in cases.items():
        found = supports(pairs)
        wrong = sum(one >= SUPPORT for one in found) / max(1, len(found))
        print(f"| {name} | {len(found)} | {wrong:.2%} |")


if __name__ == "__main__":
    main()
