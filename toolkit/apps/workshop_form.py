"""The details of a workshop as a form: what its fields start with, and what was written in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from toolkit import store
from toolkit.apps.reply import WrongInput
from toolkit.domain import Step, Workshop
from toolkit.i18n import LANGUAGES, N_, _

_LINES = ("title", "organiser", "place", "recipient", "decision_body", "case_number", "author")
_TEXTS = ("phenomenon", "goal", "contact")
_LISTS = ("questions", "stakeholder_groups")
_DAYS = (("day", "date"), ("decision_date", "decision_date"), ("retention", "retention"))
_LONGEST_LINE, _LONGEST_TEXT, _MOST = 200, 2000, 50

NO_TITLE = N_("The workshop has no title. Write a title and try again.")
NO_DATE = N_("This is not a date: {text}. Write the year, month and day, such as 2026-10-07.")
NO_NUMBER = N_("This is not a number of people: {text}. Write it with digits, or leave it empty.")
NO_BODY = N_("A step of the decision path has no body. Write who handles it, or remove the step.")


def form_values(workshop: Workshop) -> dict[str, Any]:
    """Return what the fields of the form hold, ready for JSON."""
    return {
        **{key: getattr(workshop, key) for key in (*_LINES, *_TEXTS)},
        **{key: "\n".join(getattr(workshop, key)) for key in _LISTS},
        "day": _written(workshop.date),
        "decision_date": _written(workshop.decision_date),
        "retention": _written(workshop.retention),
        "language": workshop.language,
        "n_participants": str(workshop.n_participants or ""),
        "next_steps": [
            {"body": step.body, "date": _written(step.date), "role": step.role}
            for step in workshop.next_steps
        ],
    }


def read_form(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of ``Workshop`` that a form gives; fields it does not have are left out.

    Raises
    ------
    WrongInput
        If something written cannot be used; it says what of every such field.
    """
    problems: dict[str, str] = {}
    details = _read_texts(values)
    for key, name in _DAYS:
        if key in values:
            details[name] = _read_date(str(values[key]), key, problems)
    if values.get("language") in LANGUAGES:
        details["language"] = values["language"]
    if "n_participants" in values:
        details["n_participants"] = _read_number(str(values["n_participants"]), problems)
    if "next_steps" in values:
        details["next_steps"] = _read_steps(values["next_steps"], problems)
    if not store.slug(details.get("title", "")):
        problems = {"title": _(NO_TITLE), **problems}
    if problems:
        raise WrongInput(problems)
    return details


def _read_texts(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is words, without spaces too many and not longer than it may be."""
    details: dict[str, Any] = {}
    for key in (key for key in _LINES if key in values):
        details[key] = _line(values[key])
    for key in (key for key in _TEXTS if key in values):
        details[key] = str(values[key]).strip()[:_LONGEST_TEXT]
    for key in (key for key in _LISTS if key in values):
        lines = (_line(line) for line in str(values[key]).splitlines())
        details[key] = tuple(line for line in lines if line)[:_MOST]
    return details


def _line(text: object) -> str:
    return " ".join(str(text).split())[:_LONGEST_LINE]


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _read_date(text: str, key: str, problems: dict[str, str]) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        problems[key] = _(NO_DATE).format(text=text[:40])
        return None


def _read_number(text: str, problems: dict[str, str]) -> int | None:
    number = text.strip()
    if not number:
        return None
    if not number.isascii() or not number.isdigit() or not 0 < int(number[:9]) < 10**6:
        problems["n_participants"] = _(NO_NUMBER).format(text=text[:40])
        return None
    return int(number)


def _read_steps(steps: list[Mapping[str, Any]], problems: dict[str, str]) -> tuple[Step, ...]:
    """Return the steps of the decision path; one with nothing in it is no step."""
    found = []
    for number, step in enumerate(steps[:_MOST]):
        body, role = _line(step.get("body", "")), _line(step.get("role", ""))
        day = _read_date(str(step.get("date", "")), f"step-{number}-date", problems)
        if body:
            found.append(Step(body=body, date=day, role=role))
        elif role or step.get("date"):
            problems[f"step-{number}-body"] = _(NO_BODY)
    return tuple(found)
