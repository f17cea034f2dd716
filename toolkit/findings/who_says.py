"""Who says a theme: its notes by stakeholder group and by the material they came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from toolkit.domain import (
    SMALL_NOTE_GROUP,
    GroupRow,
    Material,
    Note,
    Source,
    Theme,
    WhoSays,
)
from toolkit.text import count_order

# Of what an importer is called, the kind of material it reads.
_KINDS = {"padlet": "padlet", "notes-docx": "discussion", "notes-text": "discussion",
          "notes-xlsx": "discussion", "notes-csv": "table", "notes-table": "table",
          "survey": "survey", "speech": "speech", "chat": "chat"}  # fmt: skip


def who_says(theme: Theme, notes: Sequence[Note], sources: Sequence[Source]) -> WhoSays:
    """Count the notes of a theme by stakeholder group and material; see ``who_says_each``."""
    return who_says_each((theme,), notes, sources)[0]


def who_says_each(
    themes: Sequence[Theme], notes: Sequence[Note], sources: Sequence[Source]
) -> tuple[WhoSays, ...]:
    """Count the notes of each theme by stakeholder group and material.

    A group of fewer than five notes in the whole workshop could be one person whom the others know:
    such groups are counted together and without their names; if even together they have fewer
    than five notes, with the notes whose group is not known, or with the smallest other group. What
    is shown is counted in notes, and beside it how many notes the group wrote of anything, for
    eager groups say much of everything.

    Parameters
    ----------
    themes
        Their notes that are not among ``notes`` are not counted.
    notes
        Every note in use in the workshop.
    sources
        In the order of import. Exports of one board are one material.
    """
    board_of = {source.id: source.board for source in sources}
    materials = _materials(notes, sources, board_of)
    columns = {material.board: place for place, material in enumerate(materials)}
    places = place_groups(notes)
    rows = Counter(places[note.group] for note in notes)
    cells = {
        note.id: (places[note.group], columns[board_of.get(note.source_id, "")]) for note in notes
    }
    order = sorted(rows, key=_row_order)
    found = []
    for theme in themes:
        n = Counter(cells[note_id] for note_id in set(theme.note_ids) if note_id in cells)
        counted = tuple(
            GroupRow(
                group=row[1],
                kind=row[0],
                counts=tuple(n[row, column] for column in range(len(materials))),
                n_all=rows[row],
            )
            for row in order
        )
        found.append(WhoSays(theme_id=theme.id, materials=materials, rows=counted))
    return tuple(found)


def place_groups(notes: Sequence[Note]) -> Mapping[str, tuple[str, str]]:
    """Return, for every group, the kind and the name of the row it is counted in."""
    sizes = Counter(note.group for note in notes)
    few = {group for group, n in sizes.items() if group and n < SMALL_NOTE_GROUP}
    kind = "small"
    if few and _sum(sizes, few) < SMALL_NOTE_GROUP:
        # A row of one small group would be that group by another name.
        if _sum(sizes, {*few, ""}) >= SMALL_NOTE_GROUP:
            kind = "unknown"
        else:
            others = sizes.keys() - few - {""}
            few |= set(sorted(others, key=lambda group: (sizes[group], group))[:1])
    named = {group: ("named", group) for group in sizes}
    return {**named, "": ("unknown", ""), **dict.fromkeys(few, (kind, ""))}


def _sum(sizes: Counter[str], groups: Iterable[str]) -> int:
    return sum(sizes[group] for group in groups)


def _row_order(row: tuple[str, str]) -> tuple[int, list[tuple[int, str]], str]:
    kind, group = row
    return ("named", "small", "unknown").index(kind), count_order(group), group


def _materials(
    notes: Sequence[Note], sources: Sequence[Source], board_of: Mapping[str, str]
) -> tuple[Material, ...]:
    """Return the boards that have notes; the newest export of a board names it."""
    used = {board_of.get(note.source_id, "") for note in notes}
    newest = {source.board: source for source in sources}
    return tuple(
        Material(board=board, kind=_kind(newest[board]), name=newest[board].name)
        if board in newest
        else Material(board=board)
        for board in sorted(used, key=count_order)
    )


def _kind(source: Source) -> str:
    return next((kind for start, kind in _KINDS.items() if source.format.startswith(start)), "")
