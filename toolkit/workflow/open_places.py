"""Possible personal data in notes that are in the workshop already, decided on afterwards."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit import store
from toolkit.domain import Event, EventKind, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.language import detect_language
from toolkit.lemmas import NameFinder, find_words
from toolkit.store import State
from toolkit.workflow.boards import items_of
from toolkit.workflow.forgetting import clear_cache
from toolkit.workflow.masking import known_people, undecided
from toolkit.workflow.person_search import find_name
from toolkit.workflow.personal_data import (
    Suggestion,
    by_text,
    find_suggestions,
    redact,
    review_personal_data,
    text_digest,
)
from toolkit.workflow.present import load_state, read_kept
from toolkit.workflow.progress import Progress, no_progress


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """Words of a note that may tell who somebody is, and that nobody has decided on.

    Attributes
    ----------
    key
        The label of the note and a number: ``"T1-003/1"``.
    note_id, ref
        The first note with this text.
    source_ids
        Of the exports that have it.
    """

    key: str
    note_id: str
    ref: str
    source_ids: tuple[str, ...]
    suggestion: Suggestion


def find_open_places(
    workshop: Workshop,
    finder: NameFinder,
    *,
    state: State | None = None,
    progress: Progress = no_progress,
) -> tuple[OpenPlace, ...]:
    """Find what may be personal data in the notes of a workshop, and is not decided on.

    Originals are read as they came; where they have been deleted, what was kept of them.

    Raises
    ------
    NoSuchThing
        If an original is missing or has been changed.
    """
    state = state or load_state(workshop)
    decided = [one for source in state.sources for one in source.redactions]
    found: dict[str, Suggestion] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    notes: dict[str, tuple[str, str]] = {}
    for number, source in enumerate(state.sources):
        progress(number / len(state.sources), _("Looking for personal data"))
        imported = read_kept(workshop, source)
        for item in items_of(imported):
            digest, note_id = text_digest(item.text), source.note_id(item.id)
            notes.setdefault(digest, (note_id, state.labels.get(note_id, ("?", ""))[0]))
            if source.id not in holders[digest]:
                holders[digest].append(source.id)
        for one in find_suggestions(imported, finder):
            found.setdefault(one.key, one)
    waiting = {one.key for one in undecided(found.values(), by_text(decided))}
    count: Counter[str] = Counter()
    places = []
    for one in found.values():
        note_id, ref = notes[one.digest]
        count[one.digest] += 1  # also what is decided, so that the others keep their keys
        if one.key in waiting:
            places.append(
                OpenPlace(
                    key=f"{ref}/{count[one.digest]}",
                    note_id=note_id,
                    ref=ref,
                    source_ids=tuple(holders[one.digest]),
                    suggestion=one,
                )
            )
    return tuple(places)


def decide_places(
    workshop: Workshop,
    choices: Mapping[str, bool],
    finder: NameFinder,
    *,
    actor: str,
    progress: Progress = no_progress,
) -> Event:
    """Mask places or keep them as they are, by their keys; the log gets no words of them.

    Raises
    ------
    NoSuchThing
        If there is no open place of such a key.
    Conflict
        If somebody changed the workshop meanwhile.
    """
    state = load_state(workshop)
    places = find_open_places(workshop, finder, state=state, progress=progress)
    missing = sorted(choices.keys() - {place.key for place in places})
    if missing:
        msg = N_("There is no place called {name} to decide on. List them: {command}")
        command = f"osallisuus personal-data {workshop.folder}"
        raise NoSuchThing(msg, name=", ".join(missing), command=command)
    chosen = {place.suggestion: choices[place.key] for place in places if place.key in choices}
    holders = {place.suggestion.digest: place.source_ids for place in places}
    return _record(workshop, state, chosen, holders, finder, actor=actor)


def mask_person(
    workshop: Workshop,
    name: str,
    finder: NameFinder,
    *,
    actor: str,
    progress: Progress = no_progress,
) -> int:
    """Mask a name in every note, in any form, also where nobody suggested it; return how often.

    Only the whole name is masked: a part of it may mean somebody else.

    Raises
    ------
    Conflict
        If somebody changed the workshop meanwhile.
    """
    state = load_state(workshop)
    parts = tuple(word.text for word in find_words(name))
    masked = by_text(one for source in state.sources for one in source.redactions if one.word)
    found: dict[Suggestion, bool] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    for number, source in enumerate(state.sources):
        progress(number / len(state.sources), _("Reading: {name}").format(name=source.name))
        for item in items_of(read_kept(workshop, source)):
            mentions = _mentions(item.text, parts, finder, base=finder.base(name))
            fresh = undecided(mentions, masked)
            found |= dict.fromkeys(fresh, True)
            if fresh and source.id not in holders[fresh[0].digest]:
                holders[fresh[0].digest].append(source.id)
    if found:
        _record(workshop, state, found, holders, finder, actor=actor)
    return len(found)


def _mentions(
    text: str, parts: Sequence[str], finder: NameFinder, *, base: str
) -> Iterator[Suggestion]:
    for is_whole, start, end in find_name(text, parts, finder):
        if is_whole:
            yield Suggestion(
                digest=text_digest(text),
                start=start,
                end=end,
                kind="person",
                is_certain=False,
                before=text[:start],
                words=text[start:end],
                after=text[end:],
                base=base,
                language=detect_language(text),
            )


def _record(
    workshop: Workshop,
    state: State,
    choices: Mapping[Suggestion, bool],
    holders: Mapping[str, Sequence[str]],
    finder: NameFinder,
    *,
    actor: str,
) -> Event:
    """Write decisions down, and apply them to all that is kept."""
    said = {one.key: is_masked for one, is_masked in choices.items()}
    redactions: dict[str, list[object]] = defaultdict(list)
    for one in redact(choices, said, people=known_people(workshop, finder)):
        for source_id in holders[one.digest]:
            redactions[source_id].append(store.to_plain(one))
    payload = {"redactions": redactions}
    kind = EventKind.WORDS_MASKED
    event = store.append_event(workshop, kind, payload, actor=actor, expected_seq=state.seq)
    _write_anew(workshop)
    return event


def _write_anew(workshop: Workshop) -> None:
    """Mask what is kept of deleted originals, and delete what was computed of the words."""
    for source in load_state(workshop).sources:
        if store.has_masked(workshop, source.id):
            kept = review_personal_data(read_kept(workshop, source), source.redactions)
            store.save_masked(workshop, source, kept)
    clear_cache(workshop)
