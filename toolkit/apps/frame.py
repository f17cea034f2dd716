"""The frame round every screen of a workshop: the steps, what is done, what waits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from toolkit import store, workflow
from toolkit.apps.person import roles_in_words
from toolkit.apps.state import UNNAMED, ScreenState
from toolkit.apps.wording import finnish_date
from toolkit.domain import Event, Workshop
from toolkit.i18n import N_, _, current_language, digits, ngettext
from toolkit.store import State, fold, load_events
from toolkit.workflow.waiting import count_waiting

STEPS = (
    ("tuonti", N_("Import")),
    ("teemat", N_("Themes")),
    ("mielipideryhmat", N_("Opinion groups")),
    ("luonnos", N_("Draft")),
    ("tarkistus", N_("Review")),
    ("julkaisu", N_("Publication")),
    ("seuranta", N_("Follow-up")),
)
ABOUT_DOCUMENTS = {"luonnos", "tarkistus", "julkaisu"}
"""The steps that stay at the document people have chosen."""


def address(
    screen: str, workshop: Workshop | None = None, *, place: Mapping[str, str] | None = None
) -> str:
    """Return the address of a screen, relative to any other screen."""
    query = {"tyopaja": workshop.folder.name} if workshop else {}
    query |= {key: value for key, value in (place or {}).items() if value}
    if current_language() != "fi":
        query["kieli"] = current_language()
    return f"{screen}.ipynb" + (f"?{urlencode(query)}" if query else "")


def details_address(workshop: Workshop) -> str:
    """Return where the details of a workshop are written."""
    return address("etusivu", place={"muokkaa": workshop.folder.name})


def make_frame(state: ScreenState) -> dict[str, Any]:
    """Return what the page shows round the screen, ready for JSON."""
    events = load_events(state.workshop)
    now = fold(events)
    workshop = state.workshop
    n_waiting = count_waiting(workshop)
    return {
        **({"help": state.help} if state.help else {}),
        "title": workshop.title,
        "about": _about(workshop),
        "home": address("etusivu") if state.has_steps else "",
        "details": details_address(workshop) if state.has_steps else "",
        "steps": [
            {
                "key": key,
                "label": _(label),
                "href": address(
                    key, workshop, place=state.document_place if key in ABOUT_DOCUMENTS else None
                ),
                **_progress(key, now, n_waiting=n_waiting),
            }
            for key, label in (STEPS if state.has_steps else ())
        ],
        "place": state.place,
        "roles": roles_in_words(now),
        "undo": _decision(state, store.last_decision(events)),
        "redo": _decision(state, store.last_undone(events)),
        "jobs": [
            {
                "id": job.id,
                "kind": job.kind,
                "label": state.job_in_words(job),
                "share": job.progress,
                "message": job.message
                if job.state is store.JobState.RUNNING
                else _("Waits for its turn"),
            }
            for job in state.open_jobs()
        ],
    }


def _decision(state: ScreenState, event: Event | None) -> dict[str, Any] | None:
    if event is None or not state.may_turn(event):
        return None
    who = "" if event.actor == UNNAMED else event.actor
    return {"seq": event.seq, "what": state.in_words(event), "who": who}


def _about(workshop: Workshop) -> str:
    parts = (finnish_date(workshop.date), workshop.organiser, workshop.place)
    return " · ".join(filter(None, parts))


def count_notes(state: State) -> int:
    """Return how many notes have been imported; statements that were voted on are counted apart."""
    return sum(receipt.notes for receipt in state.receipts)


def count_votes(state: State) -> int:
    """Return how many votes have been imported."""
    return sum(receipt.votes for receipt in state.receipts)


def _progress(step: str, state: State, *, n_waiting: int) -> dict[str, object]:
    """Say of a step whether it is done and what stands there.

    ``n_waiting`` files have been sent and wait to be imported.
    """
    match step:
        case "tuonti":
            n = len(state.sources)
            text = ngettext("{n} file", "{n} files", n).format(n=n) if n else _("start here")
            if n_waiting:
                waits = ngettext("{n} file waits", "{n} files wait", n_waiting)
                return {"done": False, "note": waits.format(n=n_waiting)}
            return {"done": n > 0, "note": text}
        case "teemat":
            n = sum(not theme.is_rest for theme in workflow.applied_themes(state))
            text = ngettext("{n} theme", "{n} themes", n).format(n=n)
            waits = _("waits") if count_notes(state) else _("no notes")
            return {"done": n > 0, "note": text if n else waits}
        case "mielipideryhmat":
            n = len(state.opinion_groups.groups) if state.opinion_groups else 0
            text = ngettext("{n} group", "{n} groups", n).format(n=n)
            waits = _("waits") if count_votes(state) else _("no votes")
            done = state.opinion_groups is not None
            is_open = not done and count_votes(state) > 0
            return {"done": done, "open": is_open, "note": text if n else waits}
        case "luonnos":
            n = len(state.drafts)
            text = ngettext("{n} draft", "{n} drafts", n).format(n=n)
            waits = _("waits") if state.sources else _("not yet")
            return {"done": n > 0, "note": text if n else waits}
        case "tarkistus":
            return _review_progress(state)
        case "julkaisu":
            n = len(set(state.published))
            text = ngettext("{n} written file", "{n} written files", n).format(n=n)
            return {"done": bool(state.finished), "note": text if n else _("not yet")}
        case _:
            n = len(state.proceedings.decisions)
            text = ngettext("{n} decision", "{n} decisions", n).format(n=n)
            # Decisions may still come; the work is done when participants have been told.
            is_told = any(file.startswith(workflow.FEEDBACK) for file in state.finished)
            return {"done": is_told, "note": text if n else _("not yet")}


def _review_progress(state: State) -> dict[str, object]:
    if not state.drafts:
        return {"done": False, "note": _("not yet")}
    waiting = sum(len(workflow.merge_draft(state, type=kind).waiting) for kind in state.drafts)
    text = ngettext("{n} paragraph waits", "{n} paragraphs wait", waiting).format(n=digits(waiting))
    return {"done": waiting == 0, "note": text if waiting else _("all decided")}
