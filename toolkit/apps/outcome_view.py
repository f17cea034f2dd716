"""What the page of follow-up shows: proposals by theme, what was recorded, and the feedback."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Any

from toolkit import store, workflow
from toolkit.apps.document_kinds import preset_views
from toolkit.apps.frame import address
from toolkit.apps.state import UNNAMED
from toolkit.apps.wording import LANGUAGE_NAMES, finnish_date
from toolkit.domain import Event, EventKind, ProposalDecision, ProposalPlan, Workshop
from toolkit.drafting import preset_names
from toolkit.errors import BadName
from toolkit.findings import answer_query
from toolkit.i18n import LANGUAGES, N_, _, digits, ngettext
from toolkit.store import State
from toolkit.workflow import FEEDBACK, Proposal, ProposalHistory, Recorded, SheetNews

_STATEMENTS = N_("Statements that unite the opinion groups")
_MOST_WORDS = 100


def proposals_view(workshop: Workshop, state: State) -> dict[str, Any]:
    """Return the proposals theme by theme, and how many still wait."""
    proposals = workflow.load_proposals(workshop) if state.sources else ()
    history = workflow.load_proposal_history(workshop)
    voted = {one.id for one in state.opinion_groups.statements} if state.opinion_groups else set()
    groups: dict[str, list[Proposal]] = {}
    for one in proposals:
        groups.setdefault(_STATEMENTS if one.id in voted else one.theme, []).append(one)
    # A statement counts once something has been recorded of it, as in the documents.
    counted = [one for one in proposals if one.id not in voted or one.decision or one.plan]
    n_decided = sum(one.decision is not None for one in counted)
    bodies = (workshop.decision_body, *(one.decision.body for one in proposals if one.decision))
    return {
        "groups": [_group(theme, members, history) for theme, members in groups.items()],
        "n": len(counted),
        "n_listed": len(proposals),
        "n_decided": n_decided,
        "waiting": _waiting(len(counted) - n_decided, workshop),
        "bodies": list(dict.fromkeys(filter(None, bodies))),
        "outcomes": [
            {"key": key.value, "label": _(label)} for key, label in workflow.OUTCOMES.items()
        ],
        "levels": [{"key": key.value, "label": _(label)} for key, label in workflow.LEVELS.items()],
        "plan_fields": [
            {"key": key, "label": _(label)} for key, label in workflow.PLAN_COLUMNS.items()
        ],
    }


def _waiting(n: int, workshop: Workshop) -> str:
    """Say how many proposals wait and for how long the oldest have."""
    if not n:
        return _("Every proposal has an outcome.")
    waits = ngettext(
        "{n} proposal waits for a decision.", "{n} proposals wait for a decision.", n
    ).format(n=digits(n))
    days = (store.today() - workshop.date).days if workshop.date else 0
    if days < 1:
        return waits
    since = ngettext(
        "{n} day has passed since the workshop.", "{n} days have passed since the workshop.", days
    )
    return f"{waits} {since.format(n=digits(days))}"


def _group(
    theme: str, members: Sequence[Proposal], history: Mapping[str, ProposalHistory]
) -> dict[str, Any]:
    n_decided = sum(one.decision is not None for one in members)
    return {
        "key": theme,
        "label": _(_STATEMENTS) if theme == _STATEMENTS else theme or _("In no theme"),
        "hint": _("A statement counts as a proposal once something is decided or planned of it.")
        if theme == _STATEMENTS
        else "",
        "count": _("{n} of {all} decided").format(n=n_decided, all=len(members)),
        "proposals": [_proposal(one, history.get(one.id, ProposalHistory())) for one in members],
    }


def _proposal(one: Proposal, history: ProposalHistory) -> dict[str, Any]:
    decision, plan = one.decision, one.plan
    return {
        "id": one.id,
        "ref": one.ref,
        "text": one.text,
        "decision": decision and _decision(decision),
        "decided_by": _by(history.decisions[:1]),
        "before": [
            f"{decision_in_words(made.what)} ({_by([made])})" for made in history.decisions[1:]
        ],
        "plan": {**store.to_plain(plan), "level": plan.level or ""} if plan else None,
        "plan_lines": plan_lines(plan) if plan else [],
        "planned_by": _by(history.plans[:1]),
        "plans_before": [
            "; ".join(f"{label}: {value}" for label, value in plan_lines(made.what))
            + f" ({_by([made])})"
            for made in history.plans[1:]
        ],
    }


def _decision(decision: ProposalDecision) -> dict[str, str]:
    return {
        "outcome": decision.outcome.value,
        "label": _(workflow.OUTCOMES[decision.outcome]),
        "body": decision.body,
        "reason": decision.reason,
        "date": decision.date.isoformat() if decision.date else "",
        "day": finnish_date(decision.date),
    }


def _by(made: Iterable[Recorded[Any]]) -> str:
    """Say who recorded something and when; nothing for nothing."""
    for one in made:
        when = one.at.astimezone()
        name = _("no name") if one.author == UNNAMED else one.author
        return f"{name}, {finnish_date(when)} {when:%H.%M}"
    return ""


def decision_in_words(decision: ProposalDecision) -> str:
    """Return a decision on one line."""
    parts = (
        _(workflow.OUTCOMES[decision.outcome]),
        decision.body,
        finnish_date(decision.date),
        decision.reason,
    )
    return " · ".join(filter(None, parts))


def plan_lines(plan: ProposalPlan) -> list[list[str]]:
    """Return pairs of label and text of what has been planned; what is empty is left out."""
    level = [[_("Level"), _(workflow.LEVELS[plan.level])]] if plan.level else []
    texts = ((_(label), getattr(plan, key)) for key, label in workflow.PLAN_COLUMNS.items())
    return [*level, *([label, text] for label, text in texts if text)]


def sheet_view(workshop: Workshop, name: str, news: SheetNews) -> dict[str, Any]:
    """Return what a sheet would change, each change with what is recorded now."""
    known = {one.id: one for one in workflow.load_proposals(workshop)}

    def change(proposal_id: str, before: str, after: str) -> dict[str, str]:
        one = known.get(proposal_id)
        words = shorten(one.text, width=_MOST_WORDS, placeholder=" …") if one else ""
        return {"ref": one.ref if one else "", "text": words, "before": before, "after": after}

    def now(proposal_id: str) -> ProposalDecision | None:
        return known[proposal_id].decision if proposal_id in known else None

    def planned(proposal_id: str) -> ProposalPlan | None:
        return known[proposal_id].plan if proposal_id in known else None

    return {
        "name": name,
        "decisions": [
            change(
                made.proposal_id,
                decision_in_words(before) if (before := now(made.proposal_id)) else "",
                decision_in_words(made),
            )
            for made in news.decisions
        ],
        "plans": [
            change(made.proposal_id, _plan_words(planned(made.proposal_id)), _plan_words(made))
            for made in news.plans
        ],
    }


def _plan_words(plan: ProposalPlan | None) -> str:
    return "; ".join(f"{label}: {text}" for label, text in plan_lines(plan)) if plan else ""


def feedback_view(workshop: Workshop, state: State, language: str) -> dict[str, Any]:
    """Return how far the feedback to participants is, in one language."""
    findings = workflow.load_findings(workshop)
    n = answer_query("proposals()", findings)
    n_decided = answer_query("decisions()", findings)
    draft = state.draft(FEEDBACK, language)
    place = {"asiakirja": FEEDBACK, "asiakieli": language}
    events = store.load_events(workshop)
    composed = _composed(events, language) if draft else None
    told = next((one for one in workflow.load_written(workshop) if _is_told(one, language)), None)
    return {
        "n": n,
        "n_decided": n_decided,
        "share_text": _("{n} of {all} proposals have an outcome").format(n=n_decided, all=n),
        "language": language,
        "languages": [{"key": key, "label": _(LANGUAGE_NAMES[key])} for key in LANGUAGES],
        "preset": (draft.preset if draft else "") or preset_names(FEEDBACK)[0],
        "presets": preset_views(preset_names(FEEDBACK)),
        "composed": finnish_date(composed.at.astimezone()) if composed else "",
        "outdated": bool(composed and _changed_since(events, composed.seq)),
        "told": finnish_date(told.at.astimezone()) if told else "",
        "draft_href": address("luonnos", workshop, place=place),
        "review_href": address("tarkistus", workshop, place=place),
        "publish_href": address("julkaisu", workshop, place=place),
    }


def _is_told(one: workflow.WrittenFile, language: str) -> bool:
    return (
        one.type == FEEDBACK
        and one.language == language
        and not one.working_copy
        and one.format not in workflow.DATA_FORMATS
    )


def _composed(events: Iterable[Event], language: str) -> Event | None:
    made = [
        event
        for event in events
        if event.kind is EventKind.DRAFT_COMPOSED
        and event.payload["type"] == FEEDBACK
        and event.payload["draft"]["language"] == language
    ]
    return made[-1] if made else None


def _changed_since(events: Sequence[Event], seq: int) -> bool:
    """Say whether another decision or plan is in force than when the feedback was composed."""
    kinds = {EventKind.PROPOSAL_DECIDED, EventKind.PROPOSAL_PLANNED}

    def in_force(lines: Sequence[Event]) -> set[int]:
        return {event.seq for event in store.events_in_force(lines) if event.kind in kinds}

    return in_force(events[:seq]) != in_force(events)


def iso_date(text: str) -> dt.date | None:
    """Return the day of a date field of the page; None when it is empty.

    Raises
    ------
    BadName
        If it is no date.
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        msg = N_("This is not a date: {text}. Write the year, month and day, such as 2026-10-07.")
        raise BadName(msg, text=text[:40]) from error
