"""How stakeholder groups differ: themes that many share, contrasts, what only one group says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Finding,
    FindingKind,
    Findings,
    GroupRow,
    Theme,
    WhoSays,
)

_SHARED_GROUPS = 3
_FEWEST_NOTES = 20
_CONTRAST = Fraction(20, 100)


def find_in_groups(material: Findings) -> Iterator[Finding]:
    """Yield what the stakeholder groups of the notes share, where they differ, what one says alone.

    * *Shared*: a theme in at least three groups, those with the most notes on it first.
    * *Contrast*: the shares of two groups' notes that are on a theme differ by at least 20
      percentage points, and both groups have at least 20 notes; of each theme the two furthest
      apart, the larger share first.
    * *Lone*: a theme of which, as far as the groups are known, one group alone speaks, when there
      are others that could; or only groups that are too small to be named, and then ``groups`` is
      empty.

    Groups are those that ``who_says`` names. *Muut* is no theme.
    """
    themes = {t.id: t for t in material.themes if t.note_ids and not t.is_rest}
    said = [who for who in material.who_says if who.theme_id in themes]
    for who in said:
        named = _speaking(who)
        if len(named) >= _SHARED_GROUPS:
            yield _make_finding(FindingKind.SHARED, themes[who.theme_id], named, who, material)
    for who in said:
        pair = _furthest_apart(who)
        if pair:
            yield _make_finding(FindingKind.CONTRAST, themes[who.theme_id], pair, who, material)
    for who in said:
        if _is_lone(who):
            named = _speaking(who)
            yield _make_finding(FindingKind.LONE, themes[who.theme_id], named, who, material)


def _is_lone(who: WhoSays) -> bool:
    could = sum(row.kind != "unknown" for row in who.rows)
    small = any(row.kind == "small" and row.n for row in who.rows)
    return could > 1 and len(_speaking(who)) + small == 1


def _speaking(who: WhoSays) -> list[GroupRow]:
    """Return the named groups that speak of a theme, most notes first."""
    named = [row for row in who.rows if row.kind == "named" and row.n]
    return sorted(named, key=lambda row: -row.n)


def _furthest_apart(who: WhoSays) -> Sequence[GroupRow]:
    enough = [row for row in who.rows if row.kind == "named" and row.n_all >= _FEWEST_NOTES]
    if len(enough) < 2:
        return ()
    enough.sort(key=_share, reverse=True)
    most, least = enough[0], enough[-1]
    return (most, least) if _share(most) - _share(least) >= _CONTRAST else ()


def _share(row: GroupRow) -> Fraction:
    return Fraction(row.n, row.n_all)


def _make_finding(
    kind: FindingKind, theme: Theme, rows: Sequence[GroupRow], who: WhoSays, material: Findings
) -> Finding:
    # Counted already: asking again of every group of every theme would take minutes.
    numbers = {
        f"notes(theme={theme.id})": who.n,
        f"stakeholder_groups(theme={theme.id})": len(_speaking(who)),
    }
    for row in rows:
        numbers[f"notes(theme={theme.id},group={row.group})"] = row.n
        numbers[f"notes(group={row.group})"] = row.n_all
        if row.n_all >= FEWEST_FOR_PERCENT:
            query = f"percent(notes,theme={theme.id},group={row.group})"
            numbers[query] = (200 * row.n + row.n_all) // (2 * row.n_all)
    groups = {row.group for row in rows}
    group_of = {note.id: note.group for note in material.notes}
    central = dict.fromkeys((*theme.central_ids, *theme.note_ids))
    return Finding(
        id=f"{kind}:{theme.id}",
        kind=kind,
        subject=theme.label,
        theme_id=theme.id,
        groups=tuple(row.group for row in rows),
        note_ids=tuple(i for i in central if not groups or group_of[i] in groups),
        numbers=numbers,
    )
