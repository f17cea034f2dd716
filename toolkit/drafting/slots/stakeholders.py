"""The stakeholder groups of the notes as the slots need them: names, rows, counts with queries."""

from __future__ import annotations

from toolkit.domain import GroupRow, Theme, Unit, WhoSays
from toolkit.drafting.material import Material
from toolkit.drafting.numerals import Count
from toolkit.drafting.sentences import Runs

_FEWEST_NOTES = 20


def rows_of(material: Material) -> tuple[GroupRow, ...]:
    """Return the rows of the groups, with the notes of any theme; none without notes or themes."""
    said = material.findings.who_says
    return said[0].rows if said else ()


def named_rows(material: Material) -> tuple[GroupRow, ...]:
    """Return the rows of the groups that may be named."""
    return tuple(row for row in rows_of(material) if row.kind == "named")


def can_contrast(material: Material) -> bool:
    """Whether two groups have enough notes to be set against each other."""
    return sum(row.n_all >= _FEWEST_NOTES for row in named_rows(material)) > 1


def who_says(material: Material, theme: Theme) -> WhoSays | None:
    """Return who says a theme."""
    return next((who for who in material.findings.who_says if who.theme_id == theme.id), None)


def row_name(material: Material, row: GroupRow) -> str:
    """Return what a row of a table is called."""
    say = material.sentences
    return row.group if row.kind == "named" else str(say.phrase(f"koonti.row_{row.kind}"))


def group_names(material: Material, names: tuple[str, ...]) -> Runs:
    """List groups in quotation marks."""
    say = material.sentences
    return say.join([say.say("koonti.group", group=name) for name in names])


def row_notes(row: GroupRow, n: int, *, theme: str = "", board: str | None = None) -> Count:
    """Return ``n`` as the count of the notes of a row, on one theme or in one material."""
    limits = [f"theme={theme}"] if theme else []
    limits.append(f"group={row.group}" if row.kind == "named" else f"row={row.kind}")
    limits += [] if board is None else [f"board={board}"]
    return Count(value=n, unit=Unit.NOTE, query=f"notes({','.join(limits)})")


def row_share(row: GroupRow, n: int, *, theme: str) -> Count:
    """Return ``n`` as whole per cent of the notes of a row, rounded half up."""
    query = row_notes(row, n, theme=theme).query.replace("notes(", "percent(notes,", 1)
    value = (200 * n + row.n_all) // (2 * row.n_all)
    return Count(value=value, unit=Unit.PERCENT, query=query)


def speaking(material: Material, theme: Theme) -> Count:
    """Count the groups that may be named and speak of a theme."""
    who = who_says(material, theme)
    n = sum(row.kind == "named" and row.n > 0 for row in who.rows) if who else 0
    query = f"stakeholder_groups(theme={theme.id})"
    return Count(value=n, unit=Unit.STAKEHOLDER_GROUP, query=query)
