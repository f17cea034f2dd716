"""Everything a draft may rest on, in one place: notes, themes, votes and what they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.domain import Findings, Note, NoteKind, OpinionGroups, Source, Theme, Votes
from toolkit.findings.stakeholders import find_in_groups
from toolkit.findings.statements import find_in_votes, find_representative
from toolkit.findings.themes import find_in_notes
from toolkit.findings.who_says import who_says_each


def collect_findings(
    notes: Sequence[Note],
    themes: Sequence[Theme],
    groups: OpinionGroups | None = None,
    votes: Votes | None = None,
    *,
    kinds: Mapping[str, NoteKind] | None = None,
    sources: Sequence[Source] = (),
) -> Findings:
    """Collect what the material shows.

    Parameters
    ----------
    notes
        Those in use; what people have set aside is left out by the caller.
    themes
        As people have left them.
    groups
        None when nobody voted.
    votes
        Those the groups were computed from: only to make sure of that.
    kinds
        Note id → kind, which says what is a proposal. Of notes that are not there, those are that
        read as one.
    sources
        The exports the notes came in, in the order of import.

    Returns
    -------
    Findings
        ``themes`` are largest first, *Muut* last, whatever order they came in, and name only notes
        in use. Statements stand in ``groups``, not among the notes.

    Raises
    ------
    ValueError
        If ``groups`` were computed from other votes.
    """
    if groups and votes and groups.n_votes != len(votes.value):
        msg = f"opinion groups of {groups.n_votes} votes, but there are {len(votes.value)} votes"
        raise ValueError(msg)
    in_use = {note.id for note in notes}
    kept = [_keep_used(theme, in_use) for theme in themes]
    kept.sort(key=lambda theme: (theme.is_rest, -len(theme.note_ids), theme.id))
    material = Findings(
        items=(),
        notes=tuple(notes),
        themes=tuple(kept),
        groups=groups,
        sources=tuple(sources),
        kinds=kinds or {},
        who_says=who_says_each(kept, notes, sources),
    )
    items = (
        *find_in_notes(material, material.kinds),
        *find_in_groups(material),
        *find_in_votes(material),
        *find_representative(material),
    )
    return replace(material, items=items)


def _keep_used(theme: Theme, in_use: set[str]) -> Theme:
    note_ids, central_ids = (
        tuple(note_id for note_id in ids if note_id in in_use)
        for ids in (theme.note_ids, theme.central_ids)
    )
    return replace(theme, note_ids=note_ids, central_ids=central_ids)
