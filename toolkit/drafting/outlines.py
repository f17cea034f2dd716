"""Outlines: which sections a document has and what stands in them, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from toolkit.errors import NoSuchThing
from toolkit.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of an outline.

    Attributes
    ----------
    id
        The first part of the ids of its blocks.
    heading
        Key of its heading among the phrases.
    slots
        Names of the functions in ``drafting.slots`` that fill it, in order.
    """

    id: str
    heading: str
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The plan of a document type.

    Attributes
    ----------
    title, title_alone
        Keys of the title with and without the name of the workshop.
    """

    type: str
    title: str
    title_alone: str
    sections: tuple[Section, ...]


@cache
def outline_names() -> tuple[str, ...]:
    """Return the document types that can be drafted, in alphabetical order."""
    folder = files("toolkit") / "resources" / "outlines"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load_outline(name: str) -> Outline:
    """Return the outline of a document type.

    Raises
    ------
    NoSuchThing
        If there is no outline of that name.
    """
    if name not in outline_names():
        raise NoSuchThing(
            N_("There is no document type: {name}. Choose from: {known}."),
            name=name,
            known=", ".join(outline_names()),
        )
    path = files("toolkit") / "resources" / "outlines" / f"{name}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Outline(
        type=data["type"],
        title=data["title"],
        title_alone=data["title_alone"],
        sections=tuple(
            Section(id=part["id"], heading=part["heading"], slots=tuple(part["slots"]))
            for part in data["sections"]
        ),
    )
