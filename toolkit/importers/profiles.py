"""Profiles of tables: read from TOML, written, and held against the headings of a file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import tomli_w

from toolkit.domain import ColumnMapping, ColumnRole, Profile
from toolkit.errors import UnreadableProfile
from toolkit.i18n import N_
from toolkit.importers.column_roles import HEADER_WITHIN, suggest_mapping
from toolkit.importers.sheets import Sheet
from toolkit.importers.tables import header_key
from toolkit.text import squeeze_spaces

__all__ = [
    "PROVEN",
    "best_profile",
    "fit_profile",
    "make_profile",
    "parse_profile",
    "shipped_profiles",
    "write_profile",
]

PROVEN = ("file", "documentation", "profile")
"""How the layout of a profile may be known, the surest first."""

_NOTES = frozenset((ColumnRole.NOTE, ColumnRole.ANSWER))
_COUNTED = frozenset((ColumnRole.BACKGROUND, ColumnRole.CLOSED))
_NAME_OF_NONE = "none"
_KEYS = frozenset(("title", "proven", "columns", "others", "fills_down"))
_WRONG = N_(
    "The profile cannot be used: {name}. Write title, proven (file, documentation or profile) and "
    "[columns] with lists of headings for: {roles}. Something must be a note or an answer."
)


def parse_profile(text: str, *, name: str) -> Profile:
    """Return the profile that a TOML file holds.

    Raises
    ------
    UnreadableProfile
        If it is not TOML, or something in it is missing, unknown or of the wrong kind.
    """
    roles = {role.value or _NAME_OF_NONE: role for role in ColumnRole}
    try:
        plain = tomllib.loads(text.removeprefix("\ufeff"))
        columns = {roles[key]: _headings(value) for key, value in plain["columns"].items()}
        profile = Profile(
            name=name,
            title=_text(plain["title"]),
            proven=PROVEN[PROVEN.index(plain["proven"])],
            columns=columns,
            others=roles[plain.get("others", _NAME_OF_NONE)],
            fills_down=plain.get("fills_down") is True,
        )
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableProfile(_WRONG, name=name, roles=", ".join(sorted(roles))) from error
    if plain.keys() - _KEYS or not _NOTES & {*columns, profile.others}:
        raise UnreadableProfile(_WRONG, name=name, roles=", ".join(sorted(roles)))
    return profile


def _text(value: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return squeeze_spaces(value)


def _headings(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(_text, value))


def write_profile(profile: Profile) -> str:
    """Return a profile as TOML that ``parse_profile`` reads."""
    plain: dict[str, Any] = {"title": profile.title, "proven": profile.proven}
    if profile.others is not ColumnRole.NONE:
        plain["others"] = profile.others.value
    if profile.fills_down:
        plain["fills_down"] = True
    plain["columns"] = {
        role.value or _NAME_OF_NONE: list(headings) for role, headings in profile.columns.items()
    }
    return tomli_w.dumps(plain)


def make_profile(mapping: ColumnMapping, *, name: str, title: str) -> Profile:
    """Return what a person chose for one table as a profile of all tables with its headings.

    Raises
    ------
    UnreadableProfile
        If no column of notes has a heading to go by, or one heading stands for two things.
    """
    columns: dict[ColumnRole, tuple[str, ...]] = {}
    seen: dict[str, ColumnRole] = {}
    for place, heading in enumerate(mapping.headings):
        role = mapping.roles[place] if place < len(mapping.roles) else ColumnRole.NONE
        if not heading.strip():
            continue
        if seen.setdefault(header_key(heading), role) is not role:
            raise UnreadableProfile(
                N_("Two columns have the same heading and hold different things: {heading}."),
                heading=squeeze_spaces(heading),
            )
        columns[role] = (*columns.get(role, ()), squeeze_spaces(heading))
    if not _NOTES & columns.keys():
        raise UnreadableProfile(
            N_("No column of notes has a heading, so other files cannot be known by it.")
        )
    return Profile(
        name=name, title=title, proven="file", columns=columns, fills_down=mapping.fills_down
    )


@cache
def shipped_profiles() -> tuple[Profile, ...]:
    """Return the profiles that come with the toolkit, by name."""
    folder = files("toolkit") / "resources" / "profiles"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(
        parse_profile(entry.read_text(encoding="utf-8"), name=entry.name.removesuffix(".toml"))
        for entry in entries
        if entry.name.endswith(".toml")
    )


def fit_profile(sheets: Sequence[Sheet], profile: Profile) -> ColumnMapping | None:
    """Return how a file would be read by a profile; None when no heading of notes is there."""
    found = [
        (n, -index, mapping)
        for index, sheet in enumerate(sheets)
        if not sheet.is_hidden
        for n, mapping in [_fit(sheet, profile)]
        if mapping is not None
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def best_profile(sheet: Sheet, profiles: Iterable[Profile]) -> tuple[Profile, ColumnMapping] | None:
    """Return the profile that knows the most headings of a table, the first of equals.

    None when none knows at least two, and half of all.
    """
    best, best_n = None, 1
    for profile in profiles:
        n, mapping = _fit(sheet, profile)
        filled = sum(bool(heading.strip()) for heading in mapping.headings) if mapping else 0
        if mapping is not None and n > best_n and 2 * n >= filled:
            best, best_n = (profile, mapping), n
    return best


def _fit(sheet: Sheet, profile: Profile) -> tuple[int, ColumnMapping | None]:
    """Return how many headings of a table a profile knows, and what they then hold."""
    role_of = {header_key(h): role for role, names in profile.columns.items() for h in names}
    n_of = {
        number: sum(header_key(cell) in role_of for cell in cells if cell.strip())
        for number, cells in sheet.rows[:HEADER_WITHIN]
    }
    number = max(n_of, key=lambda row: n_of[row], default=0)
    if not number or not n_of[number]:
        return 0, None
    suggested = suggest_mapping(sheet, header=number)
    roles: list[ColumnRole] = []
    for place, guess in enumerate(suggested.roles):
        heading = suggested.headings[place] if place < len(suggested.headings) else ""
        other = profile.others if guess in _NOTES and heading.strip() else ColumnRole.NONE
        if guess in _COUNTED or (suggested.has_options and not heading.strip()):
            other = guess
        role = role_of.get(header_key(heading), other)
        is_taken = role in roles and role in {ColumnRole.PROMPT, ColumnRole.GROUP}
        roles.append(ColumnRole.NONE if is_taken else role)
    mapping = replace(
        suggested,
        roles=tuple(roles),
        fills_down=profile.fills_down or suggested.fills_down,
    )
    return (n_of[number], mapping) if mapping.has_notes or mapping.is_survey else (0, None)
