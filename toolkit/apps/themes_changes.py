"""What has changed in the themes, in words: since a visit, and since themes were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from toolkit import store, workflow
from toolkit.apps.state import UNNAMED
from toolkit.apps.wording import clock_time
from toolkit.domain import Event, EventKind, Workshop
from toolkit.domain.events import THEME_DECISIONS
from toolkit.i18n import _, digits, ngettext
from toolkit.workflow import describe_changes, describe_events

MOST_LINES = 200
_TOLD = THEME_DECISIONS | {
    EventKind.SOURCE_IMPORTED,
    EventKind.THEMES_PROPOSED,
    EventKind.SHEET_CODED,
    EventKind.KIND_DECIDED,
}


def changes_view(workshop: Workshop, since: int | None) -> dict[str, Any]:
    """Return what has changed, ready for JSON.

    Parameters
    ----------
    since
        The last line of the log that the person has seen; None at the first visit.

    Returns
    -------
    dict
        ``visit`` (None at the first visit) and ``search`` (None before themes were found), each
        with a ``summary`` of sentences, the newest ``lines`` and how many there are.
    """
    log = store.load_events(workshop)
    searches = [event for event in log if event.kind is EventKind.THEMES_PROPOSED]
    visit = None if since is None else _part(workshop, log, max(since, 0))
    search = None
    if searches:
        search = _part(workshop, log, searches[-1].seq)
        search["when"] = clock_time(searches[-1].at)
        changes = workflow.load_state(workshop).theme_changes
        search["found"] = describe_changes(changes) if changes else ""
    return {"seq": log[-1].seq if log else 0, "visit": visit, "search": search}


def _part(workshop: Workshop, log: Sequence[Event], since: int) -> dict[str, Any]:
    new = [event for event in store.events_in_force(log) if event.seq > since]
    told = [event for event in new if event.kind in _TOLD]
    turned = list(_turned(log, since))
    words = describe_events(workshop, [*told, *(event for _turn, event in turned)])
    lines = [(event, words[at]) for at, event in enumerate(told)]
    for at, (turn, _event) in enumerate(turned, start=len(told)):
        undone = turn.kind is EventKind.UNDONE
        sentence = _("Undone: {what}") if undone else _("Redone: {what}")
        lines.append((turn, sentence.format(what=words[at])))
    lines.sort(key=lambda line: -line[0].seq)
    return {
        "summary": _summary(told),
        "n": len(lines),
        "lines": [
            {"when": clock_time(event.at), "who": _who(event), "what": what}
            for event, what in lines[:MOST_LINES]
        ],
    }


def _turned(log: Sequence[Event], since: int) -> Iterator[tuple[Event, Event]]:
    """Yield what was undone or redone later among what had been decided by ``since``."""
    before = {event.seq: event for event in log if event.seq <= since}
    were = {event.seq for event in store.events_in_force(before.values())}
    are = {event.seq for event in store.events_in_force(log)}
    last: dict[int, Event] = {}
    for event in log:
        if event.kind in {EventKind.UNDONE, EventKind.REDONE} and event.seq > since:
            last[event.payload["seq"]] = event
    for seq, turn in last.items():
        if seq in before and (seq in were) != (seq in are) and before[seq].kind in _TOLD:
            yield turn, before[seq]


def _who(event: Event) -> str:
    names = {store.MACHINE: _("the tool"), UNNAMED: _("name not given")}
    return names.get(event.actor, event.actor)


def _summary(events: Iterable[Event]) -> list[str]:
    """Return how much of each thing has happened; notes are counted once."""
    n: Counter[str] = Counter()
    moved: set[str] = set()
    for event in events:
        n[event.kind] += 1
        if event.kind is EventKind.SOURCE_IMPORTED:
            n["notes"] += event.payload["receipt"].get("notes", 0)
        elif event.kind is EventKind.NOTE_MOVED:
            moved |= set(_moved(event.payload))
    n["moved"] = len(moved)
    counted = (
        ("notes", ngettext("{n} new note", "{n} new notes", n["notes"])),
        ("moved", ngettext("{n} note moved", "{n} notes moved", n["moved"])),
        (
            EventKind.NOTE_PINNED,
            ngettext("{n} place confirmed", "{n} places confirmed", n[EventKind.NOTE_PINNED]),
        ),
        (
            EventKind.NOTE_SET_ASIDE,
            ngettext("{n} note set aside", "{n} notes set aside", n[EventKind.NOTE_SET_ASIDE]),
        ),
        (
            EventKind.THEME_RENAMED,
            ngettext("{n} new name", "{n} new names", n[EventKind.THEME_RENAMED]),
        ),
        (
            EventKind.THEMES_MERGED,
            ngettext("{n} merger", "{n} mergers", n[EventKind.THEMES_MERGED]),
        ),
        (
            EventKind.THEME_SPLIT,
            ngettext("{n} theme split", "{n} themes split", n[EventKind.THEME_SPLIT]),
        ),
        (
            EventKind.THEME_ADDED,
            ngettext("{n} new theme", "{n} new themes", n[EventKind.THEME_ADDED]),
        ),
    )
    return [words.format(n=digits(n[key])) for key, words in counted if n[key]]


def _moved(payload: Mapping[str, Any]) -> list[str]:
    return [*payload.get("note_ids", ()), *filter(None, [payload.get("note_id", "")])]
