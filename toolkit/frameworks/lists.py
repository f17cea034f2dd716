"""A framework as rows: the organisation's own list, and a codebook to read in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.domain import Axis, Category, Framework
from toolkit.frameworks.reading import checked
from toolkit.i18n import N_, _, in_every_language
from toolkit.text import slug, squeeze_spaces, strip_formula_guard

_COLUMNS: Mapping[str, str] = {
    "id": N_("Id"),
    "label": N_("Category"),
    "description": N_("Description"),
    "includes": N_("Include"),
    "excludes": N_("Leave out"),
    "keywords": N_("Words"),
    "examples": N_("Examples"),
    "near_misses": N_("Nearly, but not"),
}


def to_rows(framework: Framework) -> list[list[str]]:
    """Return a codebook as rows to read, the headings first, in the current language.

    Examples and words stand on lines of their own within a cell.
    """
    rows = [[_(heading) for heading in _COLUMNS.values()]]
    for category in framework.categories:
        values = (getattr(category, key) for key in _COLUMNS)
        rows.append(["\n".join(v) if isinstance(v, tuple) else v for v in values])
    return rows


def parse_list(rows: Sequence[Sequence[str]], *, title: str, name: str) -> Framework:
    """Return the framework that a list of names and descriptions makes.

    Parameters
    ----------
    rows
        With the headings of ``to_rows`` in Finnish, Swedish or English, or with the names of the
        fields of ``Category``; or without headings: names, then descriptions. Rows without a name
        are left out.
    title
        The framework's; its id is made of it.
    name
        What people call the file.

    Raises
    ------
    UnreadableFramework
        If there is no name at all, or an id is there twice.
    """
    columns = _columns(rows[0]) if rows else {}
    body = rows[1:] if columns else rows
    columns = columns or {"label": 0, "description": 1}
    categories: list[Category] = []
    for row in body:
        values = {key: row[n] if n < len(row) else "" for key, n in columns.items()}
        category = _category(values, taken=[category.id for category in categories])
        categories += [category] if category else []
    axis = Axis(id="luokka", label=title, categories=tuple(categories))
    return checked(Framework(id=slug(title) or "lista", title=title, axes=(axis,)), name=name)


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Return where each field stands; empty unless the first row says where the names are."""
    places = {squeeze_spaces(cell).casefold(): n for n, cell in reversed([*enumerate(header)])}
    found = {}
    for key, heading in _COLUMNS.items():
        names = {key, *map(str.casefold, in_every_language(heading))}
        at = [places[name] for name in sorted(names) if name in places]
        if at:
            found[key] = at[0]
    return found if "label" in found else {}


def _category(values: Mapping[str, str], *, taken: Sequence[str]) -> Category | None:
    cells = {key: strip_formula_guard(cell) for key, cell in values.items()}
    label = squeeze_spaces(cells["label"])
    if not label:
        return None
    own_id = cells.get("id", "").strip()
    base = slug(label) or "luokka"
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    free = next(key for key in (base, *numbered) if key not in taken)
    texts = {key: squeeze_spaces(cell) for key, cell in cells.items()}
    return Category(
        id=own_id or free,
        label=label,
        description=texts.get("description", ""),
        includes=texts.get("includes", ""),
        excludes=texts.get("excludes", ""),
        keywords=_lines(cells.get("keywords", "")),
        examples=_lines(cells.get("examples", "")),
        near_misses=_lines(cells.get("near_misses", "")),
    )


def _lines(cell: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in cell.splitlines() if line.strip())
