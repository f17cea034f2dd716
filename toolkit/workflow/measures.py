"""How much took part and what came of it, each number with its unit and what it does not tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from toolkit import store
from toolkit.domain import EventKind, Findings, Outcome, Workshop
from toolkit.domain.votes import SMALL_GROUP
from toolkit.findings import answer_query
from toolkit.i18n import N_, _, digits, ngettext
from toolkit.publishing import Rows
from toolkit.store import State
from toolkit.workflow.analysis import findings_of
from toolkit.workflow.exporting import DATA_FORMATS
from toolkit.workflow.present import load_present

FEEDBACK = "palaute"
"""The document type that tells participants what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number of volume or effect.

    Attributes
    ----------
    key
        The same in every language.
    label
        What is measured, in the current language.
    value
        None when it is not known.
    shown
        The value with its unit in words; a group of fewer than five people is not told exactly.
    limit
        What the number does not tell.
    """

    key: str
    label: str
    value: int | None
    shown: str
    limit: str
    is_effect: bool


_NOT_PEOPLE = N_("A note is not a person: one person may have written many.")
_NOT_VOTERS = N_("Those who voted and those who were in the room may be the same people or not.")
_NOT_WEIGHT = N_("A number of proposals does not tell how large or how important they are.")
_NOT_DONE = N_("A decision or a plan does not tell yet whether it has been carried out.")
_NOT_QUALITY = N_("A number of days tells how quickly, not how well, the matter was handled.")
_NOT_READ = N_("When the feedback was written does not tell how many participants have read it.")

_LABELS = {
    "participants": (N_("People in the workshop"), N_("It does not tell whom they represent.")),
    "materials": (N_("Materials"), N_("One material may hold a few notes or hundreds.")),
    "notes": (N_("Notes in use"), _NOT_PEOPLE),
    "set_aside": (N_("Notes set aside"), N_("They are kept, but no result counts them.")),
    "voters": (N_("People who voted"), _NOT_VOTERS),
    "statements": (N_("Statements voted on"), N_("Not everybody has seen every statement.")),
    "votes": (N_("Votes"), N_("One person votes on many statements.")),
    "themes": (N_("Themes"), N_("The size of a theme does not tell how important it is.")),
    "comments": (
        N_("Comments on drafts"),
        N_("Remarks written in this tool and in returned files; not those made aloud."),
    ),
    "proposals": (N_("Proposals"), _NOT_WEIGHT),
    "planned": (N_("Proposals with a plan"), _NOT_DONE),
    "decided": (N_("Decided"), _NOT_WEIGHT),
    "adopted": (N_("Go ahead"), _NOT_DONE),
    "in_preparation": (N_("In preparation"), _NOT_DONE),
    "not_advancing": (N_("Do not go ahead"), N_("The reasons stand with each decision.")),
    "waiting": (N_("Wait for a decision"), _NOT_WEIGHT),
    "days_to_first": (N_("From the workshop to the first decision"), _NOT_QUALITY),
    "days_to_last": (N_("From the workshop to the last decision so far"), _NOT_QUALITY),
    "days_to_feedback": (N_("From the workshop to the finished feedback"), _NOT_READ),
}
_VOLUME = (
    "participants",
    "materials",
    "notes",
    "set_aside",
    "voters",
    "statements",
    "votes",
    "themes",
    "comments",
)
_UNITS = {
    "materials": lambda n: ngettext("{n} material", "{n} materials", n),
    "notes": lambda n: ngettext("{n} note", "{n} notes", n),
    "set_aside": lambda n: ngettext("{n} note", "{n} notes", n),
    "statements": lambda n: ngettext("{n} statement", "{n} statements", n),
    "votes": lambda n: ngettext("{n} vote", "{n} votes", n),
    "themes": lambda n: ngettext("{n} theme", "{n} themes", n),
    "comments": lambda n: ngettext("{n} comment", "{n} comments", n),
    "participants": lambda n: ngettext("{n} person", "{n} people", n),
    "voters": lambda n: ngettext("{n} person", "{n} people", n),
}
_DAYS = ("days_to_first", "days_to_last", "days_to_feedback")


def load_measures(workshop: Workshop) -> tuple[Measure, ...]:
    """Return the measures of a workshop: volume first, then effect.

    Numbers of different units are never added up. What concerns votes is left out when nobody
    voted.
    """
    present = load_present(workshop)
    findings = findings_of(present)
    values = _volume(workshop, present.state, findings) | _effect(workshop, findings)
    return tuple(_measure(key, values[key]) for key in _LABELS if key in values)


def measures_table(measures: tuple[Measure, ...]) -> Rows:
    """Return the measures as rows of texts, the headings first, in the current language."""
    header = (_("Measure"), _("Value"), _("In words"), _("What it does not tell"))
    return [header, *(_row(one) for one in measures)]


def _row(one: Measure) -> tuple[str, ...]:
    is_held = one.key in {"participants", "voters"} and (one.value or 0) < SMALL_GROUP
    value = "" if one.value is None or is_held else str(one.value)
    return one.label, value, one.shown, one.limit


def _measure(key: str, value: int | None) -> Measure:
    label, limit = _LABELS[key]
    return Measure(
        key=key,
        label=_(label),
        value=value,
        shown=_shown(key, value),
        limit=_(limit),
        is_effect=key not in _VOLUME,
    )


def _shown(key: str, value: int | None) -> str:
    if value is None:
        return _("not known")
    if key in {"participants", "voters"} and 0 < value < SMALL_GROUP:
        return _("fewer than {n} people").format(n=SMALL_GROUP)
    if key in _DAYS:
        return ngettext("{n} day", "{n} days", value).format(n=digits(value))
    proposals = lambda n: ngettext("{n} proposal", "{n} proposals", n)  # noqa: E731
    return _UNITS.get(key, proposals)(value).format(n=digits(value))


def _volume(workshop: Workshop, state: State, findings: Findings) -> dict[str, int | None]:
    boards = {source.board or source.id for source in findings.sources}
    counted: dict[str, int | None] = {
        "participants": workshop.n_participants,
        "materials": len(boards),
        "notes": answer_query("notes()", findings),
        "set_aside": len(findings.set_aside),
        "themes": sum(not theme.is_rest for theme in findings.themes),
        "comments": sum(len(made) for made in state.comments.values()),
    }
    if findings.groups is not None:
        counted["voters"] = findings.groups.n_participants
        counted["statements"] = len(findings.groups.statements)
        counted["votes"] = findings.groups.n_votes
    return counted


def _effect(workshop: Workshop, findings: Findings) -> dict[str, int | None]:
    n = answer_query("proposals()", findings)
    decided = answer_query("decisions()", findings)
    dates = [one.date for one in findings.proceedings.decisions if one.date]
    return {
        "proposals": n,
        "planned": n - answer_query("proposals(planned=no)", findings),
        "decided": decided,
        **{
            outcome.value: answer_query(f"decisions(outcome={outcome})", findings)
            for outcome in Outcome
        },
        "waiting": answer_query("proposals(decided=no)", findings),
        "days_to_first": _days(workshop, min(dates, default=None)),
        "days_to_last": _days(workshop, max(dates, default=None)),
        "days_to_feedback": _days(workshop, _feedback_date(workshop)),
    }


def _days(workshop: Workshop, to: dt.date | None) -> int | None:
    return (to - workshop.date).days if workshop.date and to else None


def _feedback_date(workshop: Workshop) -> dt.date | None:
    """Return the day on which the finished feedback was first written; None before that."""
    for event in store.load_events(workshop):
        payload = event.payload
        if (
            event.kind is EventKind.DOCUMENT_PUBLISHED
            and payload["type"] == FEEDBACK
            and payload["format"] not in DATA_FORMATS
            and not payload["working_copy"]
        ):
            return event.at.astimezone().date()
    return None
