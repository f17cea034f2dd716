"""Notes of stakeholder groups, so many on each theme, for the tests of a synthesis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from tests.material import make_groups
from toolkit.domain import REST_ID, Findings, Note, NoteKind, OpinionGroups, Theme
from toolkit.findings import answer_query, collect_findings

TEXTS = (
    "Puheluun pitäisi vastata saman päivän aikana.",
    "Kiitos ystävällisestä palvelusta, hoitaja ehti kuunnella.",
    "Pelkään, että käynnit vähenevät entisestään talvella.",
)


def notes_of(
    counts: Mapping[str, Mapping[str, int]],
    *,
    kinds: bool = False,
    groups: OpinionGroups | None = None,
) -> Findings:
    """Collect theme → group → number of notes; the group ``""`` is not known."""
    notes: list[Note] = []
    themes = []
    for theme_id, by_group in counts.items():
        mine = []
        for group, n in by_group.items():
            for _ in range(n):
                number = len(notes) + 1
                text = f"{TEXTS[number % 3]} Näin sanoi merkintä {'i' * number}."
                note = Note(id=f"n{number}", text=text, group=group, ref=f"T1-{number:03d}")
                notes.append(note)
                mine.append(note.id)
        label = "Muut" if theme_id == REST_ID else theme_id.removeprefix("t-").capitalize()
        themes.append(Theme(id=theme_id, label=label, note_ids=tuple(mine)))
    order = (NoteKind.PROPOSAL, NoteKind.THANKS, NoteKind.WORRY)
    known = {note.id: order[(place + 1) % 3] for place, note in enumerate(notes)} if kinds else {}
    return collect_findings(notes, themes, groups, kinds=known)


@cache
def many_notes(n: int, *, voted: bool = False) -> Findings:
    """Collect ``n`` notes of eight groups on twenty themes, some of unknown groups."""
    groups = [f"Ryhmä {letter}" for letter in "ABCDEFG"] + [""]
    counts: dict[str, dict[str, int]] = {}
    for number in range(n):
        theme = "muut" if number % 20 == 19 else f"t-teema{number % 20}"
        by_group = counts.setdefault(theme, {})
        group = groups[(number * number // 7) % 8]
        by_group[group] = by_group.get(group, 0) + 1
    return notes_of(counts, kinds=True, groups=make_groups() if voted else None)


def recount(findings: Findings) -> bool:
    """Whether every number of every finding is what counting again gives."""
    return all(
        answer_query(query, findings) == value
        for item in findings.items
        for query, value in item.numbers.items()
    )


def renamed(findings: Findings, **names: str) -> Findings:
    """Name themes anew."""
    themes = tuple(replace(t, label=names.get(t.id, t.label)) for t in findings.themes)
    return replace(findings, themes=themes)
