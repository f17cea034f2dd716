"""Measure how a working copy goes out and comes back: writing, reading, finding the changes.

Usage: python benchmarks/review_copies.py

Prints Markdown; times are the least of three runs. The changes that people make in LibreOffice,
and whether all of them come home, are in tests/review/test_returned_libreoffice.py.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from toolkit.domain import Block, BlockKind, Draft, ReturnedParagraph, TextRun, Workshop
from toolkit.importers import read_review_copy
from toolkit.publishing import publish_working_copy
from toolkit.review import find_changes
from toolkit.workflow.sent_copies import remember_copy

WORDS = [f"{stem}{end}" for stem in ("kotihoito", "jono", "palaute", "nuori", "bussi", "ilta",
         "puhelin", "lääkäri", "kirjasto", "vastaanotto") for end in ("", "n", "a", "ssa", "sta",
         "lle", "kin", "ihin")]  # fmt: skip


def sentence(chance: random.Random) -> str:
    """Return a made-up paragraph of 25 words."""
    return " ".join(chance.choices(WORDS, k=25))


def make_draft(n_blocks: int) -> Draft:
    """Return a draft of paragraphs, the same every time."""
    chance = random.Random(n_blocks)
    blocks = tuple(
        Block(id=f"osa/{n}", kind=BlockKind.PARAGRAPH, runs=(TextRun(text=sentence(chance)),))
        for n in range(n_blocks)
    )
    return Draft(type="julkilausuma", language="fi", title="Koe", blocks=blocks, sources=())


def edited(paragraphs: tuple[ReturnedParagraph, ...], share: float) -> list[ReturnedParagraph]:
    """Return a copy in which a share of the paragraphs was typed anew, bookmarks lost."""
    chance = random.Random(1)
    return [
        replace(one, before=(new := sentence(chance)), after=new, bookmarks=())
        if chance.random() < share
        else one
        for one in paragraphs
    ]


def seconds(work: Callable[[], Any]) -> float:
    """Return the least of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the table."""
    workshop = Workshop(id="koe", title="Koe", folder=Path("koe"))
    print("| blocks | write | read | find: nothing | find: 5 % retyped | find: all retyped |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for n_blocks in (120, 500, 2000):
            path = Path(folder, f"{n_blocks}.docx")
            draft = make_draft(n_blocks)
            written = seconds(
                lambda d=draft, p=path: remember_copy(workshop, d, publish_working_copy(d, p))
            )
            copy = read_review_copy(path)
            lines = copy.sent.lines if copy.sent else ()
            found = []
            for share in (0.0, 0.05, 1.0):
                came = edited(copy.paragraphs, share)
                found.append(seconds(lambda a=lines, b=came: find_changes(a, b)))
            read = seconds(lambda p=path: read_review_copy(p))
            cells = " | ".join(f"{value:.2f} s" for value in (written, read, *found))
            print(f"| {n_blocks} | {cells} |")


if __name__ == "__main__":
    main()
