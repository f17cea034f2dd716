"""Profiles of tables: those that are shipped, and an organisation's own beside them."""

from __future__ import annotations

import os
from pathlib import Path

from toolkit.domain import ColumnMapping, Profile, Workshop
from toolkit.errors import BadName, NoSuchThing, UnreadableExport, UnreadableProfile
from toolkit.i18n import N_
from toolkit.importers.mapped import read_tables
from toolkit.importers.profiles import (
    fit_profile,
    make_profile,
    parse_profile,
    shipped_profiles,
    write_profile,
)
from toolkit.text import slug

PROFILES = "OSALLISUUS_PROFILES"
"""The environment variable that names the folder of an organisation's own profiles."""


def profiles_folder(workshop: Workshop | None = None) -> Path:
    """Return where an organisation's own profiles are: as the environment says, else beside.

    Beside workshops it is the folder ``profiles``; without a workshop it is the folder at hand.
    """
    named = os.environ.get(PROFILES, "").strip()
    if named:
        return Path(named)
    return Path(workshop.folder).parent / "profiles" if workshop else Path()


def load_profiles(workshop: Workshop | None = None) -> tuple[Profile, ...]:
    """Return an organisation's own profiles, then those that are shipped.

    An own one takes the place of a shipped one of the same name; one that cannot be read is left
    out, and says why when it is asked for.
    """
    own: dict[str, Profile] = {}
    for path in sorted(profiles_folder(workshop).glob("*.toml")):
        try:
            own[path.stem] = read_profile(path)
        except UnreadableProfile:
            continue
    return (*own.values(), *(one for one in shipped_profiles() if one.name not in own))


def read_profile(path: Path) -> Profile:
    """Read a profile from a file.

    Raises
    ------
    UnreadableProfile
        If the file cannot be opened, or holds no profile.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = N_("This profile cannot be read: {name}. Save it as plain text in UTF-8.")
        raise UnreadableProfile(msg, name=path.name) from error
    return parse_profile(text, name=path.stem)


def find_profile(name: str, workshop: Workshop | None = None) -> Profile:
    """Return a profile by its name, or from the file that ``name`` is the path of.

    Raises
    ------
    NoSuchThing
        If there is none.
    UnreadableProfile
        If it cannot be used.
    """
    own = profiles_folder(workshop) / f"{name}.toml"
    for path in (Path(name), own):
        if path.suffix == ".toml" and path.is_file():
            return read_profile(path)
    known = load_profiles(workshop)
    for profile in known:
        if profile.name == name:
            return profile
    msg = N_("There is no such profile: {name}. Give the name of a file, or one of: {known}.")
    raise NoSuchThing(msg, name=name, known=", ".join(one.name for one in known))


def save_profile(mapping: ColumnMapping, title: str, *, workshop: Workshop | None = None) -> Path:
    """Write what a person chose for a table into a file, for tables with the same headings.

    Returns
    -------
    Path
        The file. Saving the same again changes nothing.

    Raises
    ------
    BadName
        If the title has no letters or digits, or another profile has its name.
    UnreadableProfile
        If the headings do not tell what the columns hold.
    """
    name = slug(title)
    if not name:
        raise BadName(N_("Give the profile a name with letters or digits."))
    text = write_profile(make_profile(mapping, name=name, title=title.strip()))
    folder = profiles_folder(workshop)
    path = folder / f"{name}.toml"
    if path.exists() and path.read_text(encoding="utf-8", errors="replace") != text:
        raise BadName(
            N_("There is another profile of this name: {name}. Give another name."), name=name
        )
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def map_by_profile(path: Path, profile: Profile, *, repairs_text: bool = False) -> ColumnMapping:
    """Return how the columns of a file are read by a profile that a person has named.

    Raises
    ------
    UnreadableExport
        If it has none of the headings of notes that the profile names, or is broken.
    """
    mapping = fit_profile(read_tables(path, repairs_text=repairs_text), profile)
    if mapping is None:
        msg = N_(
            "The profile {profile} does not fit the file: {name}. No heading of notes is in it. "
            "Look at its columns: osallisuus columns FILE"
        )
        raise UnreadableExport(msg, profile=profile.name, name=path.name)
    return mapping
