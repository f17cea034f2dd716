"""The figure of the themes: every bar is counted again, every label leads to a note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.material import WORKSHOP, make_findings, make_notes
from toolkit.domain import Block, BlockKind, Findings, NumberRun, Theme
from toolkit.drafting import compose_draft, verify_draft
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_runs, cited_ids


def figures(findings: Findings, *, language: str = "fi") -> list[Block]:
    draft = compose_draft(findings, workshop=WORKSHOP, language=language)
    return [block for block in draft.blocks if block.kind is BlockKind.FIGURE]


def of_sizes(*sizes: int) -> Findings:
    notes, _themes = make_notes()
    themes, start = [], 0
    for place, size in enumerate(sizes):
        members = tuple(note.id for note in notes[start : start + size])
        themes.append(Theme(id=f"t-{place}", label=f"Teema {place}", note_ids=members, keywords=()))
        start += size
    return collect_findings(notes[:start], themes)


def test_every_theme_has_a_bar_that_is_counted_and_cited() -> None:
    findings = make_findings()
    [block] = figures(findings)

    numbers = [run for run in block_runs(block) if isinstance(run, NumberRun)]
    assert [run.value for run in numbers] == [13, 11, 7, 3]
    assert all(answer_query(run.query, findings) == run.value for run in numbers)
    assert len(cited_ids(block)) == 4
    assert "Muut" not in str(block.rows)


ALTS = {
    "fi": "Vaakapalkit näyttävät, montako merkintää kuhunkin teemaan liittyy. "
    "Eniten: ”Yhteydenotto ja neuvonta” (13 merkintää). "
    "Vähiten: ”Omaishoitajan lepo” (3 merkintää).",
    "sv": "Vågräta staplar visar hur många anteckningar som hör till varje tema. "
    "Flest: ”Yhteydenotto ja neuvonta” (13 anteckningar). "
    "Färst: ”Omaishoitajan lepo” (3 anteckningar).",
    "en": "Horizontal bars show how many notes each theme has. "
    "Most: “Yhteydenotto ja neuvonta” (13 notes). Fewest: “Omaishoitajan lepo” (3 notes).",
}


@pytest.mark.parametrize("language", ALTS)
def test_the_words_tell_the_longest_and_the_shortest_bar(language: str) -> None:
    [block] = figures(make_findings(), language=language)

    assert block.alt.replace("\u00a0", " ") == ALTS[language]


def test_equal_bars_are_told_as_equal() -> None:
    [even] = figures(of_sizes(4, 4, 4))
    [tied] = figures(of_sizes(5, 5, 3, 3))

    assert "yhtä paljon" in even.alt
    assert tied.alt.replace("\u00a0", " ").endswith(
        "Eniten: ”Teema 0” (5 merkintää) ja ”Teema 1” (5 merkintää). "
        "Vähiten: ”Teema 2” (3 merkintää) ja ”Teema 3” (3 merkintää)."
    )


def test_two_themes_are_told_in_words_only() -> None:
    assert figures(of_sizes(5, 3)) == []


def test_of_very_many_themes_the_largest_are_drawn_and_the_caption_says_so() -> None:
    [block] = figures(of_sizes(*[3] * 12, 2))

    assert len(block.rows) == 12
    assert block.caption == "Merkintöjen määrä suurimmissa teemoissa"


def test_a_wrong_bar_is_noticed() -> None:
    findings = make_findings()
    draft = compose_draft(findings, workshop=WORKSHOP)
    [block] = [block for block in draft.blocks if block.kind is BlockKind.FIGURE]
    label, cell = block.rows[0].cells
    wrong = replace(block.rows[0], cells=(label, (replace(cell[0], value=14, text="14"),)))
    bent = replace(
        draft,
        blocks=tuple(
            replace(b, rows=(wrong, *b.rows[1:])) if b is block else b for b in draft.blocks
        ),
    )

    gates = verify_draft(bent, findings=findings, answer=lambda q: answer_query(q, findings))
    assert [(gate.gate, gate.level, gate.block_id) for gate in gates] == [("G3", "error", block.id)]
