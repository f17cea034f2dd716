"""Outlines: which sections a document has and what stands in them, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.drafting.slots import SLOTS
from toolkit.errors import NoSuchThing, UnreadableOutline
from toolkit.i18n import N_
from toolkit.phrases import load_phrases

_KEYS = {"type": str, "title": str, "title_alone": str, "max_pages": int, "preset": str}
_KEY = re.compile(r"[a-z_]+\.[a-z_]+")
_ID = re.compile(r"[a-z0-9-]+")
_NOT_TOML = N_("This outline is not valid TOML: {name}. Mend this: {reason}")
_MISSING = N_("This outline lacks something: {name}. Add this: {keys}")
_UNKNOWN = N_("This outline has something unknown: {name}. Take this out: {keys}")
_WRONG_KIND = N_("This outline has something of the wrong kind: {name}. Mend this: {keys}")
_SAME_ID = N_("Two sections of this outline have the same id: {name}. Mend this: {keys}")
_BAD_NAME = N_(
    "A document type cannot be called this: {name}. Call the file by small letters, digits and "
    "hyphens, and leave the key type out or let it say the same."
)
_BAD_ID = N_(
    "The id of a section of this outline has other than small letters, digits and hyphens: {name}. "
    "Mend this: {keys}"
)
_NO_SLOT = N_(
    "This outline names content that does not exist: {name}. Mend this: {keys}. "
    "Choose from: {known}."
)
_NO_HEADING = N_(
    "This outline names a heading or title that does not exist: {name}. Mend this: {keys}. "
    "Write the words themselves, or a key of the file headings.toml."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of an outline.

    Attributes
    ----------
    id
        The first part of the ids of its blocks.
    heading
        Key of its heading among the phrases, or the heading itself.
    slots
        Names of the functions in ``drafting.slots`` that fill it, in order.
    level
        Of its heading: 1 for a chapter, 2 for a section within the chapter before it.
    """

    id: str
    heading: str
    slots: tuple[str, ...]
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The plan of a document type.

    Attributes
    ----------
    title, title_alone
        Keys of the title with and without the name of the workshop, or the title itself.
    max_pages
        A4 pages before the source appendix; None when there is no limit.
    preset
        Which of the contents of the type this is; empty for a type with only one.
    """

    type: str
    title: str
    title_alone: str = ""
    sections: tuple[Section, ...]
    max_pages: int | None = None
    preset: str = ""


@cache
def outline_names() -> tuple[str, ...]:
    """Return the shipped document types, in alphabetical order."""
    return tuple(name for name in _file_names() if "." not in name)


@cache
def preset_names(name: str) -> tuple[str, ...]:
    """Return the contents that a shipped document type can have, the usual one first.

    Those beside the usual one are the files ``<type>.<preset>.toml``. Empty for a type with only
    one.
    """
    others = tuple(one.partition(".")[2] for one in _file_names() if one.startswith(f"{name}."))
    return (load_outline(name).preset, *others) if others else ()


@cache
def load_outline(name: str, *, preset: str = "") -> Outline:
    """Return the outline of a shipped document type.

    Parameters
    ----------
    preset
        One of ``preset_names(name)``; the usual one when empty.

    Raises
    ------
    NoSuchThing
        If there is no outline of that name, or it has no such preset.
    """
    if name not in outline_names():
        raise NoSuchThing(
            N_("There is no document type: {name}. Choose from: {known}."),
            name=name,
            known=", ".join(outline_names()),
        )
    known = preset_names(name) if preset else ()
    if preset and not known:
        msg = N_("This document has only one table of contents: {name}. Leave out --preset.")
        raise NoSuchThing(msg, name=name)
    if preset and preset not in known:
        raise NoSuchThing(
            N_("There are no such contents for this document: {preset}. Choose from: {known}."),
            preset=preset,
            known=", ".join(known),
        )
    file = f"{name}.{preset}.toml" if preset in known[1:] else f"{name}.toml"
    path = files("toolkit") / "resources" / "outlines" / file
    return parse_outline(path.read_text(encoding="utf-8"), name=name)


def parse_outline(text: str, *, name: str) -> Outline:
    """Read an outline.

    Parameters
    ----------
    text
        TOML as in ``resources/outlines``; ``type`` may be left out.
    name
        The document type, which is what the file is called.

    Raises
    ------
    UnreadableOutline
        If it is not TOML, a key is missing or unknown, a slot or the key of a heading does not
        exist, two sections have the same id, or the name is unusable.
    """
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableOutline(_NOT_TOML, name=name, reason=str(error)) from error
    _check_keys(data, _KEYS, name)
    if not _ID.fullmatch(name) or data.get("type", name) != name:
        raise UnreadableOutline(_BAD_NAME, name=name)
    title, parts = data.get("title"), data.get("sections")
    if not title or not parts or not isinstance(parts, list):
        raise UnreadableOutline(_MISSING, name=name, keys="title, sections")
    sections = tuple(_section(part, place, name) for place, part in enumerate(parts, start=1))
    ids = [section.id for section in sections]
    if len(set(ids)) < len(ids):
        twice = sorted({i for i in ids if ids.count(i) > 1})
        raise UnreadableOutline(_SAME_ID, name=name, keys=", ".join(twice))
    alone = data.get("title_alone", title)
    for key in (title, alone):
        _check_phrase(key, name)
    return Outline(
        type=name,
        title=title,
        title_alone=alone,
        sections=sections,
        max_pages=data.get("max_pages"),
        preset=data.get("preset", ""),
    )


def is_phrase(text: str) -> bool:
    """Whether a heading or title of an outline is the key of a phrase, not the words themselves.

    >>> is_phrase("headings.summary"), is_phrase("Johdanto")
    (True, False)
    """
    return _KEY.fullmatch(text) is not None


def _section(part: object, place: int, name: str) -> Section:
    if not isinstance(part, dict):
        raise UnreadableOutline(_WRONG_KIND, name=name, keys="sections")
    _check_keys(part, {"id": str, "heading": str, "slots": list, "level": int}, name)
    missing = [key for key in ("id", "heading", "slots") if not part.get(key)]
    if missing:
        keys = ", ".join(f"sections {place}: {key}" for key in missing)
        raise UnreadableOutline(_MISSING, name=name, keys=keys)
    if not _ID.fullmatch(part["id"]):
        raise UnreadableOutline(_BAD_ID, name=name, keys=part["id"])
    _check_phrase(part["heading"], name)
    unknown = sorted({str(slot) for slot in part["slots"]} - SLOTS.keys())
    if unknown:
        raise UnreadableOutline(
            _NO_SLOT, name=name, keys=", ".join(unknown), known=", ".join(sorted(SLOTS))
        )
    level = part.get("level", 1)
    if level not in (1, 2) or (level == 2 and place == 1):
        raise UnreadableOutline(_WRONG_KIND, name=name, keys="level")
    return Section(id=part["id"], heading=part["heading"], slots=tuple(part["slots"]), level=level)


@cache
def _file_names() -> tuple[str, ...]:
    folder = files("toolkit") / "resources" / "outlines"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def _check_keys(plain: Mapping[str, Any], kinds: Mapping[str, type], name: str) -> None:
    unknown = sorted(plain.keys() - kinds.keys() - {"sections"})
    if unknown:
        raise UnreadableOutline(_UNKNOWN, name=name, keys=", ".join(unknown))
    wrong = [key for key, kind in kinds.items() if key in plain and type(plain[key]) is not kind]
    if wrong:
        raise UnreadableOutline(_WRONG_KIND, name=name, keys=", ".join(wrong))


def _check_phrase(text: str, name: str) -> None:
    file, _, key = text.partition(".")
    if is_phrase(text) and key not in load_phrases("fi").get(file, {}):
        raise UnreadableOutline(_NO_HEADING, name=name, keys=text)
