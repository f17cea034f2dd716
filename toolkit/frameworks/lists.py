"""A framework as rows: the organisation's own list, and a codebook to read in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from toolkit.domain import Axis, Category, Framework
from toolkit.errors import UnreadableFramework
from toolkit.frameworks.reading import checked
from toolkit.i18n import N_, _, in_every_language
from toolkit.text import slug, squeeze_spaces, strip_formula_guard

_CATEGORY = N_("Category")
_COLUMNS: Mapping[str, str] = {
    "id": N_("Id"),
    "label": _CATEGORY,
    "description": N_("Description"),
    "includes": N_("Include"),
    "excludes": N_("Leave out"),
    "keywords": N_("Words"),
    "examples": N_("Examples"),
    "near_misses": N_("Nearly, but not"),
}
# What people call the column of names besides; a list that holds notes is none of categories.
_NAMES = (
    "teema", "nimi", "otsikko", "tema", "namn", "rubrik", "theme", "name", "title",
)  # fmt: skip
_NOTE = N_("Note")
_MAX_ROWS, _MAX_COLUMNS = 60, 2  # of a list without headings
_NO_LIST = N_(
    "The file is no list of categories: {name}. Give every category a row of its own, and its name "
    "a column with this heading: {heading}"
)


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
        fields of ``Category``; or without headings: at most 60 names, then descriptions. Rows
        without a name are left out.
    title
        The framework's; its id is made of it.
    name
        What people call the file.

    Raises
    ------
    UnreadableFramework
        If there is no name at all, an id is there twice, or it is a table of something else.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    columns = _columns(rows[0]) if rows else {}
    if not (columns or _is_plain_list(rows)) or (rows and _place(rows[0], _all(_NOTE)) is not None):
        raise UnreadableFramework(_NO_LIST, name=name, heading=_(_CATEGORY))
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
    found = {}
    for key, heading in _COLUMNS.items():
        others = _NAMES if key == "label" else ()
        at = _place(header, (key, *_all(heading), *others))
        if at is not None:
            found[key] = at
    return found if "label" in found else {}


def _place(header: Sequence[str], names: Iterable[str]) -> int | None:
    """Return the first column that is called by the first of ``names`` that is there."""
    headings = [squeeze_spaces(cell).casefold() for cell in header]
    return next((headings.index(name) for name in names if name in headings), None)


def _all(heading: str) -> list[str]:
    return sorted({name.casefold() for name in in_every_language(heading)})


def _is_plain_list(rows: Sequence[Sequence[str]]) -> bool:
    widths = [n for row in rows for n, cell in enumerate(row, 1) if cell.strip()]
    return len(rows) <= _MAX_ROWS and max(widths, default=0) <= _MAX_COLUMNS


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
