"""The frameworks that come with the toolkit."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from toolkit.domain import Framework
from toolkit.errors import NoSuchThing
from toolkit.frameworks.reading import parse_framework
from toolkit.i18n import N_


@cache
def framework_names() -> tuple[str, ...]:
    """Return the names of the frameworks that come with the toolkit, in alphabetical order."""
    folder = files("toolkit") / "resources" / "frameworks"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_framework(name: str) -> Framework:
    """Return a framework that comes with the toolkit.

    Raises
    ------
    NoSuchThing
        If there is none of that name.
    """
    if name not in framework_names():
        raise NoSuchThing(
            N_("There is no such framework: {name}. Give the name of a file, or one of: {known}."),
            name=name,
            known=", ".join(framework_names()),
        )
    path = files("toolkit") / "resources" / "frameworks" / f"{name}.toml"
    return parse_framework(path.read_text(encoding="utf-8"), name=f"{name}.toml")
