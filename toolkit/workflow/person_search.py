"""Where a workshop has words of or about one person: to give to them, or to delete by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit import store
from toolkit.domain import Source, Workshop
from toolkit.errors import BadName
from toolkit.i18n import N_, _
from toolkit.lemmas import NameFinder, find_words
from toolkit.store import State, load_events
from toolkit.store.folders import describe
from toolkit.workflow.boards import items_of
from toolkit.workflow.personal_data import text_digest
from toolkit.workflow.present import load_state, read_original
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.raw_texts import raw_lines

_AROUND = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPlace:
    """A place where a person's name stands.

    Attributes
    ----------
    where
        ``"details"`` of the workshop, ``"original"``, ``"kept"`` in place of an original that was
        deleted, ``"unread"`` in an original but not in its notes, such as an author, ``"log"``, or
        ``"file"``: the name of an export.
    place
        Label of the note, number of the line of the log, or name of the field or file.
    is_whole
        Whether the whole name stands there; a part may mean somebody else.
    words
        As they are written.
    text
        What stands around them.
    mask
        What stands in their place in the workshop; empty when the words themselves do.
    """

    where: str
    place: str
    is_whole: bool
    words: str
    text: str
    mask: str = ""


def find_person(
    workshop: Workshop, name: str, finder: NameFinder, *, progress: Progress = no_progress
) -> tuple[PersonPlace, ...]:
    """Find where a person is named, in any form, and what they decided and signed.

    Looks at the details of the workshop, the originals as long as they exist, also where no note
    was read from, what was kept after that, and every line of the log: reviews, comments,
    signatures, drafts.
    Files in ``published/`` are not opened.

    Raises
    ------
    BadName
        If there is no word in the name.
    """
    parts = tuple(word.text for word in find_words(name))
    if not parts:
        raise BadName(N_("Write the name of the person, for example: Liisa Koskinen"))
    state = load_state(workshop)
    found = list(_in_details(workshop, parts, finder))
    for number, source in enumerate(state.sources):
        progress(number / (len(state.sources) + 1), _("Reading: {name}").format(name=source.name))
        found += _in_source(workshop, state, source, parts, finder)
    progress(0.9, _("Reading the log"))
    found += _in_log(workshop, parts, finder)
    return tuple(dict.fromkeys(found))


def _in_details(
    workshop: Workshop, parts: tuple[str, ...], finder: NameFinder
) -> Iterator[PersonPlace]:
    for field, value in describe(workshop).items():
        for text in _strings(value):
            yield from _in_text(text, parts, finder, where="details", place=field)


def _in_source(
    workshop: Workshop,
    state: State,
    source: Source,
    parts: tuple[str, ...],
    finder: NameFinder,
) -> Iterator[PersonPlace]:
    yield from _in_text(source.name, parts, finder, where="file", place=source.name)
    kept = store.load_masked(workshop, source)
    path = Path(workshop.folder) / source.file
    if kept is None and not path.exists():
        return
    imported = kept or read_original(path, source)
    masks = {(one.digest, one.start, one.end): one.word for one in source.redactions}
    noted: dict[str, None] = {}
    for item in items_of(imported):
        ref = state.labels.get(source.note_id(item.id), ("?", ""))[0]
        digest = text_digest(item.text)
        for text in (item.text, item.prompt, item.group, item.place):
            for is_whole, start, end in find_name(text, parts, finder):
                noted[text] = None
                mask = next(
                    (
                        word
                        for (other, first, last), word in masks.items()
                        if other == digest and text is item.text and first < end and start < last
                    ),
                    "",
                )
                yield PersonPlace(
                    where="original" if kept is None else "kept",
                    place=ref,
                    is_whole=is_whole,
                    words=text[start:end],
                    text=_around(text, start, end),
                    mask=mask,
                )
    if kept is None:
        yield from _unread(path, source.name, parts, finder, noted=noted)


def _unread(
    path: Path, name: str, parts: Sequence[str], finder: NameFinder, *, noted: Collection[str]
) -> Iterator[PersonPlace]:
    """Yield the places of an original that are in none of the texts ``noted``."""
    for line in raw_lines(path):
        spans = [(line.find(text), len(text)) for text in noted if text in line]
        for is_whole, start, end in find_name(line, parts, finder):
            if not any(first <= start < first + length for first, length in spans):
                yield PersonPlace(
                    where="unread",
                    place=name,
                    is_whole=is_whole,
                    words=line[start:end],
                    text=_around(line, start, end),
                )


def _in_log(
    workshop: Workshop, parts: tuple[str, ...], finder: NameFinder
) -> Iterator[PersonPlace]:
    for event in load_events(workshop):
        place = str(event.seq)
        yield from _in_text(event.actor, parts, finder, where="log", place=place)
        for text in _strings(event.payload):
            yield from _in_text(text, parts, finder, where="log", place=place)


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Yield the texts of plain data, once each."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _in_text(
    text: str, parts: tuple[str, ...], finder: NameFinder, *, where: str, place: str
) -> Iterator[PersonPlace]:
    for is_whole, start, end in find_name(text, parts, finder):
        yield PersonPlace(
            where=where,
            place=place,
            is_whole=is_whole,
            words=text[start:end],
            text=_around(text, start, end),
        )


def find_name(
    text: str, parts: Sequence[str], finder: NameFinder
) -> Iterator[tuple[bool, int, int]]:
    """Yield whether the whole name is there, start and end; words side by side are one place."""
    starts = {part[:2].lower() for part in parts}  # the beginning of a name never changes
    at, run = 0, list[tuple[int, int, str]]()
    for word in find_words(text):
        start = at + len(word.gap)
        at = start + len(word.text)
        hits = [
            part
            for part in parts
            if word.text[:2].lower() in starts and finder.is_form_of(word.text, part)
        ]
        if run and (not hits or word.gap.strip()):
            yield _joined(run, parts)
            run = []
        if hits:
            run.append((start, at, hits[0]))
    if run:
        yield _joined(run, parts)


def _joined(run: list[tuple[int, int, str]], parts: Sequence[str]) -> tuple[bool, int, int]:
    return {part for *_ends, part in run} == set(parts), run[0][0], run[-1][1]


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    left, right = "…" if start > _AROUND else "", "…" if end + _AROUND < len(text) else ""
    return f"{left}{before}{text[start:end]}{after}{right}".replace("\n", " ")
