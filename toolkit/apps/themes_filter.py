"""Which notes of the theme board are shown: by word, kind, group, question or framework."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from toolkit.domain import Note, NoteKind
from toolkit.frameworks import framework_names, load_framework
from toolkit.i18n import current_language
from toolkit.kinds import kind_name
from toolkit.search import NoteIndex
from toolkit.workflow import Present

_LONGEST = 300

PLACE = {
    "words": "haku",
    "kind": "laji",
    "group": "ryhma",
    "prompt": "kysymys",
    "framework": "kehys",
    "category": "luokka",
}
"""Field of a filter → what it is called in the address of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFilter:
    """What notes must have to be shown; empty asks for nothing.

    Attributes
    ----------
    words
        Letters of the note, its label or its group; or words in any form of them.
    kind
        A ``NoteKind``: what people decided, else the machine's suggestion.
    group, prompt
        The whole of each.
    framework, category
        Where a note stands in a framework: what people decided, else the machine's suggestion.
        A framework without a category shows every note.
    """

    words: str = ""
    kind: str = ""
    group: str = ""
    prompt: str = ""
    framework: str = ""
    category: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every note is shown."""
        asked = replace(self, framework="")
        return not any(getattr(asked, field.name) for field in fields(self))

    @property
    def place(self) -> dict[str, str]:
        """What the address of the page says of the filter."""
        return {key: getattr(self, name) for name, key in PLACE.items()}


def filter_at(place: Mapping[str, str]) -> NoteFilter:
    """Return the filter that the address of a page names; text too long is cut."""
    return NoteFilter(
        **{name: place.get(key, "").strip()[:_LONGEST] for name, key in PLACE.items()}
    )


def filter_notes(
    wanted: NoteFilter, present: Present, *, index: NoteIndex | None, placed: Mapping[str, set[str]]
) -> set[str]:
    """Return the ids of the notes that are shown.

    Parameters
    ----------
    index
        Of the notes; needed when words are searched for.
    placed
        Note id → the categories in which it stands in the framework of the filter.
    """
    found = [note for note in present.notes if _has(wanted, note)]
    if wanted.kind:
        kinds = present.state.kinds
        found = [note for note in found if kinds.get(note.id) == wanted.kind]
    if wanted.category:
        found = [note for note in found if wanted.category in placed.get(note.id, ())]
    if wanted.words and index is not None:
        hits = {hit.note_id for hit in index.search(wanted.words, limit=len(present.notes) or 1)}
        found = [note for note in found if note.id in hits or _is_written(wanted.words, note)]
    return {note.id for note in found}


def _has(wanted: NoteFilter, note: Note) -> bool:
    return wanted.group in ("", note.group) and wanted.prompt in ("", note.prompt)


def _is_written(words: str, note: Note) -> bool:
    return words.casefold() in f"{note.ref} {note.text} {note.group}".casefold()


def filter_view(wanted: NoteFilter, present: Present) -> dict[str, Any]:
    """Return the filter and what it may be set to, ready for JSON."""
    kinds = set(present.state.kinds.values())
    language = current_language()
    frameworks = [load_framework(name) for name in framework_names()]
    return {
        **{field.name: getattr(wanted, field.name) for field in fields(wanted)},
        "is_empty": wanted.is_empty,
        "kinds": [
            {"value": kind.value, "label": kind_name(kind)} for kind in NoteKind if kind in kinds
        ],
        "groups": _choices(note.group for note in present.notes),
        "prompts": _choices(note.prompt for note in present.notes),
        "frameworks": [{"value": one.id, "label": one.title_in(language)} for one in frameworks],
        "categories": [
            {"value": category.id, "label": category.label_in(language)}
            for one in frameworks
            if one.id == wanted.framework
            for category in one.categories
        ],
    }


def _choices(values: Iterable[str]) -> list[dict[str, str]]:
    """Return different values in the order in which they come; one alone is no choice."""
    different = [value for value in dict.fromkeys(values) if value]
    return [{"value": value, "label": value} for value in different] if different[1:] else []
