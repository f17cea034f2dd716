"""A workshop as a card of the front page."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from toolkit import store, workflow
from toolkit.apps.frame import STEPS, address, count_notes, count_votes
from toolkit.apps.state import UNNAMED
from toolkit.apps.state_document import known_types
from toolkit.apps.wording import finnish_date
from toolkit.domain import Event, Workshop
from toolkit.errors import ToolkitError
from toolkit.i18n import N_, _, digits, ngettext
from toolkit.store import State
from toolkit.workflow import Contents
from toolkit.workflow.retention import retention_news
from toolkit.workflow.waiting import count_waiting

log = logging.getLogger(__name__)

BROKEN = N_(
    "The workshop cannot be opened: what it holds cannot be understood. Ask whoever looks after "
    "the computer, and leave its folder as it is."
)


def card(workshop: Workshop, *, is_example: bool) -> dict[str, Any]:
    """Return what the page shows of a workshop, ready for JSON; never an exception."""
    day = workshop.date
    shared = {
        "name": workshop.folder.name,
        "title": workshop.title,
        "date": day.isoformat() if day else "",
        "day": finnish_date(day),
        "organiser": workshop.organiser,
        "example": is_example,
    }
    try:
        return {**shared, **_progress(workshop)}
    except ToolkitError as error:
        return {**shared, **_closed(error.for_reader())}
    except Exception:
        log.exception("the card of %s", workshop.folder)
        return {**shared, **_closed(_(BROKEN))}


def broken_card(folder: Path, error: ToolkitError) -> dict[str, Any]:
    """Return the card of a folder whose description cannot be read."""
    named = {"name": folder.name, "title": folder.name, "date": "", "day": "", "organiser": ""}
    return {**named, "example": False, **_closed(_(BROKEN), reason=error.for_reader())}


def _closed(problem: str, *, reason: str = "") -> dict[str, Any]:
    return {"problem": problem, "reason": reason, "archived": False}


def _progress(workshop: Workshop) -> dict[str, Any]:
    events = store.load_events(workshop)
    state = store.fold(events)
    contents = workflow.count_contents(workshop)
    n_waiting = count_waiting(workshop)
    step = "tuonti" if n_waiting else next_step(state)
    types = known_types()
    return {
        "problem": "",
        "archived": state.is_archived,
        "lines": content_lines(contents, themes=_n_themes(state)),
        "kept_too_long": retention_news(workshop),
        "unimported": ngettext(
            "{n} file has been sent but not imported.",
            "{n} files have been sent but not imported.",
            n_waiting,
        ).format(n=n_waiting)
        if n_waiting
        else "",
        "next": {key: _(label) for key, label in STEPS}[step],
        "touched": touched(events[-1]) if events else "",
        "href": address(step, workshop),
        "drafts": [{"type": kind, "label": types.get(kind, kind)} for kind in state.drafts],
        "gone": content_lines(contents),
        "working": bool(store.load_open_jobs(workshop)),
    }


def touched(event: Event) -> str:
    """Return when, and by whom if anybody is known, a workshop last changed."""
    at = event.at.astimezone()
    when = f"{finnish_date(at.date())} {at:%H.%M}"
    return when if event.actor in {UNNAMED, store.MACHINE} else f"{when}, {event.actor}"


def _n_themes(state: State) -> int:
    return sum(not theme.is_rest for theme in workflow.applied_themes(state))


def content_lines(contents: Contents, *, themes: int = 0) -> list[str]:
    """Say what a workshop holds, one unit at a time; what it has none of is left out."""
    files, notes, votes = contents.files, contents.notes, contents.votes
    drafts, written, decided = contents.drafts, contents.documents, contents.decisions
    counts = (
        (files, ngettext("{n} file", "{n} files", files)),
        (notes, ngettext("{n} note", "{n} notes", notes)),
        (votes, ngettext("{n} vote", "{n} votes", votes)),
        (themes, ngettext("{n} theme", "{n} themes", themes)),
        (decided, ngettext("{n} choice of people", "{n} choices of people", decided)),
        (drafts, ngettext("{n} draft", "{n} drafts", drafts)),
        (written, ngettext("{n} written file", "{n} written files", written)),
    )
    return [text.format(n=digits(n)) for n, text in counts if n]


def next_step(state: State) -> str:
    """Return the screen where the work goes on."""
    if not count_notes(state) and not count_votes(state):
        return "tuonti"
    if count_notes(state) and not state.proposed_themes:
        return "teemat"
    if count_votes(state) and state.opinion_groups is None:
        return "mielipideryhmat"
    if not state.drafts:
        return "luonnos"
    if any(workflow.merge_draft(state, type=kind).waiting for kind in state.drafts):
        return "tarkistus"
    return "seuranta" if state.finished else "julkaisu"
