"""What stands in which theme, and how one decision changes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit.domain import REST_ID, Subtheme, Theme

REST_LABEL = "Muut"
MAX_KEYWORDS = 8
MAX_CENTRAL = 5

Themes = dict[str, Theme]
"""Theme id → theme, in the order of the themes. No function here changes one that it is given."""


def home_of(themes: Mapping[str, Theme], note_id: str) -> str | None:
    """Return the id of the theme that holds a note or a statement; None when no theme does."""
    for theme in themes.values():
        if note_id in theme.note_ids or note_id in theme.statement_ids:
            return theme.id
    return None


def merge(themes: Themes, theme_ids: Sequence[str], into: str) -> Themes | None:
    """Return the themes with those of ``theme_ids`` as one; None when there are no two."""
    others = [themes[other] for other in theme_ids if other in themes and other != into]
    if into not in themes or not others:
        return None
    parts = (themes[into], *others)
    note_ids = _union(part.note_ids for part in parts)
    merged = replace(
        themes[into],
        note_ids=note_ids,
        statement_ids=_union(part.statement_ids for part in parts),
        keywords=_take_turns([part.keywords for part in parts], MAX_KEYWORDS),
        central_ids=_take_turns([part.central_ids for part in parts], MAX_CENTRAL),
        edge_id="",
        also_ids=_less(_union(part.also_ids for part in parts), note_ids),
        subthemes=(),
        stability=None,
        placed_ids=_union(part.placed_ids for part in parts),
        description=_together([part.description for part in parts]),
        includes=_together([part.includes for part in parts]),
        near_misses=_together([part.near_misses for part in parts]),
    )
    gone = {other.id for other in others}
    return {
        theme_id: merged if theme_id == into else theme
        for theme_id, theme in themes.items()
        if theme_id not in gone
    }


def place(themes: Themes, note_ids: Collection[str], theme_id: str) -> Themes | None:
    """Return the themes with notes where a person puts them or says that they belong.

    None when no theme holds any of the notes, or there is no such theme to put them into.
    """
    wanted = set(note_ids)
    held = {note_id for theme in themes.values() for note_id in wanted.intersection(theme.note_ids)}
    if not held:
        return None
    there = themes[theme_id].note_ids if theme_id in themes else ()
    themes = without(themes, held.difference(there))
    rest = Theme(id=REST_ID, label=REST_LABEL, note_ids=())
    target = themes.get(theme_id, rest if theme_id == REST_ID else None)
    if target is None:
        return None
    return {**_not_also(themes, held), theme_id: _with(target, note_ids=held)}


def place_statement(themes: Themes, statement_id: str, theme_id: str) -> Themes | None:
    """Return the themes with a statement where a person puts it.

    In *Muut* stand notes alone: a statement put there is in no theme. None when it is no
    statement, or there is no such theme to put it into.
    """
    home = home_of(themes, statement_id)
    if home is not None and statement_id not in themes[home].statement_ids:
        return None
    if home != theme_id:
        themes = without(themes, [statement_id])
    if theme_id == REST_ID:
        return themes
    if theme_id not in themes:
        return None
    return {**themes, theme_id: _with(themes[theme_id], statement_ids=[statement_id])}


def gather(
    themes: Themes, *, theme_id: str, label: str, note_ids: Iterable[str], actor: str
) -> Themes | None:
    """Return the themes with a new one, made by a person of notes of the others.

    The new theme may be there already: notes that came after it was made once. None when no theme
    holds any of the notes.
    """
    held = {note_id for theme in themes.values() for note_id in theme.note_ids} & set(note_ids)
    if not held:
        return None
    central = [n for theme in themes.values() for n in theme.central_ids if n in held]
    base = themes.get(theme_id) or Theme(id=theme_id, label=label, note_ids=())
    made = _with(replace(base, label=label, named_by=actor), note_ids=held)
    central_ids = tuple(dict.fromkeys((*base.central_ids, *central)))[:MAX_CENTRAL]
    made = replace(made, central_ids=central_ids or made.note_ids[:1])
    return {**without(_not_also(themes, held), held), theme_id: made}


def split(
    themes: Themes, theme_id: str, parts: Sequence[Mapping[str, Any]], actor: str
) -> Themes | None:
    """Return the themes with parts of one as themes of their own.

    Parameters
    ----------
    parts
        ``id``, ``label`` and ``note_ids`` of each. What is in none of them stays; the statements
        of a theme of which no note stays go with the first part.
    """
    if theme_id not in themes:
        return None
    made = themes
    new = []
    for part in parts:
        gathered = gather(
            made,
            theme_id=part["id"],
            label=part["label"],
            note_ids=part["note_ids"],
            actor=actor,
        )
        if gathered:
            made = gathered
            new.append(part["id"])
    if not new:
        return None
    return _statements_along(made, theme_id, new[0])


def _statements_along(themes: Themes, theme_id: str, into: str) -> Themes:
    """Return the themes with the statements of one that lost all its notes in another."""
    left = themes.get(theme_id)
    if left is None or left.note_ids or theme_id == into:
        return themes
    first = themes[into]
    first = replace(
        first,
        statement_ids=_union([first.statement_ids, left.statement_ids]),
        placed_ids=_union([first.placed_ids, left.placed_ids]),
    )
    return {key: theme for key, theme in {**themes, into: first}.items() if key != theme_id}


def without(themes: Themes, ids: Collection[str]) -> Themes:
    """Return the themes without some notes or statements.

    A theme that loses the last of what it held is gone.
    """
    left = {key: _drop(theme, ids) for key, theme in themes.items()}
    return {
        key: theme
        for key, theme in left.items()
        if theme is themes[key] or theme.note_ids or theme.statement_ids
    }


def _drop(theme: Theme, ids: Collection[str]) -> Theme:
    """Return a theme without ``ids``, wherever it names them."""
    ids = frozenset(ids)
    if all(map(ids.isdisjoint, (theme.note_ids, theme.statement_ids, theme.also_ids))):
        return theme
    note_ids = _less(theme.note_ids, ids)
    central_ids = _less(theme.central_ids, ids)
    # A theme that lost its middle is still quoted by something it holds.
    central_ids = central_ids or (() if theme.is_rest else note_ids[:1])
    parts = [
        Subtheme(label=part.label, note_ids=_less(part.note_ids, ids)) for part in theme.subthemes
    ]
    parts = [part for part in parts if part.note_ids]
    return replace(
        theme,
        note_ids=note_ids,
        statement_ids=_less(theme.statement_ids, ids),
        placed_ids=_less(theme.placed_ids, ids),
        also_ids=_less(theme.also_ids, ids),
        central_ids=central_ids,
        edge_id="" if theme.edge_id in ids else theme.edge_id,
        subthemes=tuple(parts) if len(parts) > 1 else (),
    )


def _with(
    theme: Theme, *, note_ids: Iterable[str] = (), statement_ids: Iterable[str] = ()
) -> Theme:
    return replace(
        theme,
        note_ids=_union([theme.note_ids, note_ids]),
        statement_ids=_union([theme.statement_ids, statement_ids]),
        placed_ids=_union([theme.placed_ids, note_ids, statement_ids]),
    )


def _not_also(themes: Themes, ids: Collection[str]) -> Themes:
    """Return the themes without the machine's remarks that notes placed by people come near."""
    gone = frozenset(ids)
    return {
        theme.id: theme
        if gone.isdisjoint(theme.also_ids)
        else replace(theme, also_ids=_less(theme.also_ids, gone))
        for theme in themes.values()
    }


def _union(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({key for row in rows for key in row}))


def _less(ids: Sequence[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(key for key in ids if key not in gone)


def _together(texts: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, texts)))


def _take_turns(rows: Sequence[tuple[str, ...]], n: int) -> tuple[str, ...]:
    """Return the first ``n`` different items, one from every row in turn."""
    longest = max(map(len, rows))
    turns = (row[place] for place in range(longest) for row in rows if place < len(row))
    return tuple(dict.fromkeys(turns))[:n]
