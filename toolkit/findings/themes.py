"""What the notes show: themes by size, small themes that must not vanish, and proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    REST_ID,
    Finding,
    FindingKind,
    Findings,
    NoteKind,
    Theme,
)
from toolkit.findings.proceedings import proposes
from toolkit.findings.queries import answer_query

_SMALL_THEME = 4


def find_in_notes(material: Findings, kinds: Mapping[str, NoteKind]) -> Iterator[Finding]:
    """Yield a finding of each theme, then of small themes, then of proposals in each theme.

    A theme of at most four notes that is smaller than the largest one is flagged as a minority, so
    that no summary forgets it. *Muut* is no theme; its size stands among the numbers of each theme,
    and its proposals are found like any other.
    """
    themes = [theme for theme in material.themes if theme.note_ids]
    real = [theme for theme in themes if not theme.is_rest]
    yield from (_make_finding(FindingKind.THEME, theme, material) for theme in real)
    largest = max((len(theme.note_ids) for theme in real), default=0)
    for theme in real:
        if len(theme.note_ids) <= _SMALL_THEME and len(theme.note_ids) < largest:
            yield _make_finding(FindingKind.MINORITY, theme, material)
    proposing = {note.id for note in material.notes if proposes(note, kinds)}
    for theme in themes:
        proposals = [i for i in _central_first(theme) if i in proposing]
        if proposals:
            yield Finding(
                id=f"{FindingKind.PROPOSAL}:{theme.id}",
                kind=FindingKind.PROPOSAL,
                subject=theme.label,
                theme_id=theme.id,
                note_ids=tuple(proposals),
                numbers=_ask([f"notes(theme={theme.id})", "notes()"], material),
            )


def _make_finding(kind: FindingKind, theme: Theme, material: Findings) -> Finding:
    queries = [
        f"notes(theme={theme.id})",
        f"tables(theme={theme.id})",
        "notes()",
        "tables()",
        "themes()",
    ]
    if any(other.is_rest for other in material.themes):
        queries.append(f"notes(theme={REST_ID})")
    if answer_query("notes()", material) >= FEWEST_FOR_PERCENT:
        queries.append(f"percent(notes,theme={theme.id})")
    return Finding(
        id=f"{kind}:{theme.id}",
        kind=kind,
        subject=theme.label,
        theme_id=theme.id,
        note_ids=_central_first(theme),
        numbers=_ask(queries, material),
    )


def _central_first(theme: Theme) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*theme.central_ids, *theme.note_ids)))


def _ask(queries: Iterable[str], material: Findings) -> dict[str, int]:
    return {query: answer_query(query, material) for query in queries}
