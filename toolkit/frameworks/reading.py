"""A framework as TOML: read with errors that can be acted on, and written."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, fields
from typing import Any

import tomli_w

from toolkit.domain import Axis, Category, Framework
from toolkit.errors import UnreadableFramework
from toolkit.i18n import N_, _

_NOT_TOML = N_("The framework is not proper TOML: {name}. Mend this: {reason}")
_MISSING_KEYS = N_("Something is missing from the framework {name}, {place}. Write there: {keys}")
_UNKNOWN_KEYS = N_(
    "The framework {name}, {place}, has names that mean nothing: {keys}. Choose from: {known}."
)
_WRONG_KIND = N_(
    "A value in the framework {name}, {place}, cannot be used: {keys}. Write texts in quotes, "
    "examples as a list of texts, and the year as a number."
)
_SAME_ID = N_("The framework {name} has an id twice: {keys}. Give every category its own.")
_EMPTY = N_("The framework {name} has no categories. Write at least one: [[categories]]")
_BAD_ID = N_(
    "The id of the framework {name} cannot be used: {keys}. Use the letters a–z, digits and "
    "hyphens."
)


def parse_framework(text: str, *, name: str) -> Framework:
    """Return the framework that a TOML file holds.

    Parameters
    ----------
    text
        ``id``, ``title``, optionally ``source``, ``year``, ``title_sv`` and ``title_en``; then
        either ``[[categories]]`` or ``[[axes]]`` that each have ``[[axes.categories]]``. A
        category has at least ``id`` and ``label``; see ``Category`` for the rest.
    name
        What people call the file.

    Raises
    ------
    UnreadableFramework
        If it is not TOML, something is missing or unknown, or an id is there twice.
    """
    try:
        plain = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFramework(_NOT_TOML, name=name, reason=str(error)) from error
    if "axes" not in plain:
        label = plain.get("title") or "?"  # what is missing is said of the framework below
        axis = {"id": "luokka", "label": label, "categories": plain.pop("categories", [])}
        plain["axes"] = [axis]
    axes = tuple(
        _build(Axis, {**axis, "categories": _categories(axis, place, name)}, place, name)
        for place, axis in _tables(plain["axes"], "axes", name)
    )
    found = _build(Framework, {**plain, "axes": axes}, _("beginning"), name)
    return checked(found, name=name)


def checked(framework: Framework, *, name: str) -> Framework:
    """Return ``framework`` if it can be used as it is.

    Raises
    ------
    UnreadableFramework
        If an axis has no categories, an id is there twice, or the framework's own is unusable.
    """
    if not framework.axes or not all(axis.categories for axis in framework.axes):
        raise UnreadableFramework(_EMPTY, name=name)
    if not framework.id or set(framework.id) - set("abcdefghijklmnopqrstuvwxyz0123456789-"):
        raise UnreadableFramework(_BAD_ID, name=name, keys=framework.id)
    for ids in ([c.id for c in framework.categories], [axis.id for axis in framework.axes]):
        twice = sorted(key for key, n in Counter(ids).items() if n > 1)
        if twice:
            raise UnreadableFramework(_SAME_ID, name=name, keys=", ".join(twice))
    return framework


def _categories(axis: Mapping[str, Any], place: str, name: str) -> tuple[Category, ...]:
    listed = _tables(axis.get("categories", []), f"{place} categories", name)
    return tuple(_build(Category, plain, where, name) for where, plain in listed)


def _tables(value: object, place: str, name: str) -> Iterable[tuple[str, dict[str, Any]]]:
    """Return the tables of an array with their places, such as ``categories 2``."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise UnreadableFramework(_WRONG_KIND, name=name, place=place, keys=place)
    return [(f"{place} {number}", item) for number, item in enumerate(value, 1)]


def _build(kind: type[Any], plain: Mapping[str, Any], place: str, name: str) -> Any:  # noqa: ANN401
    """Make a domain object of a table, or say what is wrong with it and where."""
    known = {field.name: field for field in fields(kind)}
    needed = [key for key, field in known.items() if field.default is MISSING]
    empty = [key for key in needed if not plain.get(key) and key not in ("axes", "categories")]
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in plain.items()}
    for message, keys in (
        (_MISSING_KEYS, empty),
        (_UNKNOWN_KEYS, [key for key in plain if key not in known]),
        (_WRONG_KIND, [key for key, value in values.items() if not _fits(key, value)]),
    ):
        if keys:
            raise UnreadableFramework(
                message, name=name, place=place, keys=", ".join(keys), known=", ".join(known)
            )
    return kind(**values)


def _fits(key: str, value: object) -> bool:
    if key in ("axes", "categories"):
        return True
    if key == "year":
        return isinstance(value, int)
    if key in ("keywords", "examples", "near_misses"):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def to_toml(framework: Framework) -> str:
    """Return the framework as TOML that ``parse_framework`` reads back."""
    plain = _filled(asdict(framework))
    (*_, last) = plain["axes"]
    if len(plain["axes"]) == 1 and last["id"] == "luokka" and last["label"] == plain["title"]:
        plain["categories"] = plain.pop("axes")[0]["categories"]
    return tomli_w.dumps(plain, multiline_strings=False)


def _filled(plain: dict[str, Any]) -> dict[str, Any]:
    """Return a table without its empty values, tuples as lists."""
    return {
        key: [_filled(item) if isinstance(item, dict) else item for item in value]
        if isinstance(value, tuple)
        else value
        for key, value in plain.items()
        if value not in ("", None, ())
    }
