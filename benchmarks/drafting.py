"""Measure composing and verifying every document type from 2,000 generated notes.

Usage: python benchmarks/drafting.py

Prints Markdown; times are the least of three runs, after one that warms up.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import PurePath

from toolkit.domain import Findings, Note, Theme, Workshop
from toolkit.drafting import compose_draft, outline_names, verify_draft
from toolkit.findings import answer_query, collect_findings

N_NOTES, N_THEMES, N_GROUPS = 2000, 24, 9
WORDS = """
jonot koulu pitäisi bussi lääkäri iltaisin nuori saa apua aika hoitaja kysyä kunnassa
""".split()  # noqa: SIM905 - a list of them would be a line each


def make_findings() -> Findings:
    """Return findings of notes whose words say nothing, in themes of falling size."""
    chance = random.Random(0)
    notes = [
        Note(
            id=f"n{n}",
            ref=f"T1-{n:04}",
            text=" ".join(chance.choices(WORDS, k=chance.randint(5, 25))).capitalize() + ".",
            language="fi",
            prompt=f"Kysymys {n % 3}?",
            group=f"Pöytä {n % N_GROUPS}",
            source_id=f"lahde-{n % 4}",
        )
        for n in range(N_NOTES)
    ]
    places = chance.choices(
        range(N_THEMES), weights=[1 / (1 + n) for n in range(N_THEMES)], k=N_NOTES
    )
    themes = []
    for place in range(N_THEMES):
        ids = tuple(note.id for note, own in zip(notes, places, strict=True) if own == place)
        themes.append(
            Theme(id=f"t-{place}", label=f"Teema {place}", note_ids=ids, central_ids=ids[:5])
        )
    return collect_findings(notes, themes)


def least(work: Callable[[], object]) -> float:
    """Return the seconds of the quickest of three runs."""
    work()
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Print the table."""
    findings = make_findings()
    workshop = Workshop(id="koe", title="Koe", folder=PurePath("koe"))
    total = 0.0
    print("| document | blocks | compose, s | verify, s |\n|---|---|---|---|")
    for name in outline_names():

        def compose(name: str = name) -> object:
            return compose_draft(findings, outline=name, workshop=workshop)

        draft = compose_draft(findings, outline=name, workshop=workshop)

        def verify(draft: object = draft) -> object:
            return verify_draft(
                draft,  # type: ignore[arg-type]
                findings=findings,
                answer=lambda query: answer_query(query, findings),
            )

        composed, verified = least(compose), least(verify)
        total += composed
        print(f"| {name} | {len(draft.blocks)} | {composed:.2f} | {verified:.2f} |")
    print(f"| all | | {total:.2f} | |")


if __name__ == "__main__":
    main()
