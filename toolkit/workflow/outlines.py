"""Document types: those that are shipped, and an organisation's own beside them."""

from __future__ import annotations

import os
from pathlib import Path

from toolkit import drafting
from toolkit.drafting import Outline
from toolkit.errors import NoSuchThing, UnreadableOutline
from toolkit.i18n import N_

OUTLINES = "OSALLISUUS_OUTLINES"
"""The environment variable that names the folder of an organisation's own outlines."""


def outline_names() -> tuple[str, ...]:
    """Return the document types that can be drafted, in alphabetical order."""
    return tuple(sorted({*drafting.outline_names(), *_own_files()}))


def find_outline(name: str, *, preset: str = "") -> Outline:
    """Return the outline of a document type; an organisation's own comes before a shipped one.

    Parameters
    ----------
    preset
        Which of the shipped contents, where there are several. An organisation's own outline takes
        the place of the usual ones only.

    Raises
    ------
    NoSuchThing
        If there is no outline of that name, or it has no such preset.
    UnreadableOutline
        If the organisation's own cannot be used.
    """
    path = _own_files().get(name)
    is_shipped = name in drafting.outline_names()
    others = drafting.preset_names(name)[1:] if preset and is_shipped else ()
    if path is not None and preset not in others:
        try:
            return drafting.parse_outline(path.read_text(encoding="utf-8-sig"), name=name)
        except (OSError, UnicodeDecodeError) as error:
            msg = N_("This outline cannot be read: {name}. Save it as plain text in UTF-8.")
            raise UnreadableOutline(msg, name=path.name) from error
    if not is_shipped:
        msg = N_("There is no document type: {name}. Choose from: {known}.")
        raise NoSuchThing(msg, name=name, known=", ".join(outline_names()))
    return drafting.load_outline(name, preset=preset)


def _own_files() -> dict[str, Path]:
    """Return the files of an organisation's own outlines by the names of their types."""
    folder = os.environ.get(OUTLINES, "").strip()
    return {path.stem: path for path in sorted(Path(folder).glob("*.toml"))} if folder else {}
