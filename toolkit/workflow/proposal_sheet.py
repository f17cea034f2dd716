"""The proposals as a sheet that people fill in: what was decided of each, what it would take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from toolkit.domain import (
    Level,
    Outcome,
    ProposalDecision,
    ProposalPlan,
    Workshop,
)
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _, in_every_language
from toolkit.publishing import publish_table
from toolkit.workflow.filled_sheets import FilledSheet, Row, read_cell, read_filled_sheet
from toolkit.workflow.proceedings import (
    Proposal,
    find_cited,
    load_proposals,
    record_decision,
    record_plan,
)

T = TypeVar("T")

REF, TEXT, THEME = N_("Label"), N_("Proposal"), N_("Theme")
OUTCOME, BODY, REASON, DATE = N_("Outcome"), N_("Decided by"), N_("Reason"), N_("Decision date")
LEVEL = N_("Level")
PLAN_COLUMNS: Mapping[str, str] = {
    "change": N_("Change"),
    "means": N_("Means"),
    "metric": N_("Measure of success"),
    "effort": N_("Effort"),
    "responsible": N_("Responsible"),
    "schedule": N_("Schedule"),
    "destination": N_("Taken to the document"),
}
OUTCOMES = {
    Outcome.ADOPTED: N_("goes ahead"),
    Outcome.IN_PREPARATION: N_("in preparation"),
    Outcome.NOT_ADVANCING: N_("does not go ahead"),
}
LEVELS = {
    Level.INDIVIDUAL: N_("individual"),
    Level.STRUCTURE: N_("structure or organisation"),
    Level.PERSONNEL: N_("personnel"),
}
_COLUMNS = (REF, TEXT, THEME, OUTCOME, BODY, REASON, DATE, LEVEL, *PLAN_COLUMNS.values())


class RecordedSheet(NamedTuple):
    """How many things a sheet held that were not in the log yet."""

    n_decisions: int
    n_plans: int


class SheetNews(NamedTuple):
    """What a sheet says that the log does not, in the order of the sheet."""

    decisions: tuple[ProposalDecision, ...]
    plans: tuple[ProposalPlan, ...]


def write_proposal_sheet(workshop: Workshop, path: Path) -> int:
    """Write the proposals and what is recorded of them as CSV or Excel by the suffix of ``path``.

    Returns
    -------
    int
        How many proposals there are.
    """
    proposals = load_proposals(workshop)
    rows = [tuple(_(name) for name in _COLUMNS), *map(_row, proposals)]
    publish_table(rows, path)
    return len(proposals)


def _row(proposal: Proposal) -> Row:
    decision, plan = proposal.decision, proposal.plan
    date = decision.date.isoformat() if decision and decision.date else ""
    return (
        proposal.ref,
        proposal.text,
        proposal.theme,
        _(OUTCOMES[decision.outcome]) if decision else "",
        decision.body if decision else "",
        decision.reason if decision else "",
        date,
        _(LEVELS[plan.level]) if plan and plan.level else "",
        *(getattr(plan, key) if plan else "" for key in PLAN_COLUMNS),
    )


def read_proposal_sheet(workshop: Workshop, path: Path, *, actor: str) -> RecordedSheet:
    """Record what a filled-in sheet says, in any of the languages of the screens.

    Nothing is recorded unless every row can be; see ``compare_proposal_sheet``.
    """
    news = compare_proposal_sheet(workshop, path)
    for decision in news.decisions:
        record_decision(workshop, decision.proposal_id, decision, actor=actor)
    for plan in news.plans:
        record_plan(workshop, plan.proposal_id, plan, actor=actor)
    return RecordedSheet(len(news.decisions), len(news.plans))


def compare_proposal_sheet(workshop: Workshop, path: Path) -> SheetNews:
    """Return what a filled-in sheet says that is not recorded, and record nothing.

    A row that says what the log says already is no news; an empty cell takes nothing back.

    Raises
    ------
    UnreadableExport
        If it is no such sheet, or a row has an outcome or a date that means nothing.
    NoSuchThing
        If a label is not in the workshop.
    """
    sheet = read_filled_sheet(path)
    if sheet.column(REF) is None or sheet.column(OUTCOME) is None:
        msg = N_("This is no sheet of proposals: {name}. It needs the columns {ref} and {outcome}.")
        raise UnreadableExport(msg, name=sheet.name, ref=_(REF), outcome=_(OUTCOME))
    known = {proposal.id: proposal for proposal in load_proposals(workshop)}
    by_ref = {proposal.ref.casefold(): proposal.id for proposal in known.values()}
    decisions, plans = [], []
    for number, cells in sheet.rows:
        ref = read_cell(cells, sheet.column(REF))
        if not ref:
            continue
        proposal_id = by_ref.get(ref.casefold()) or find_cited(workshop, ref)
        before = known.get(proposal_id)
        decision = _decision(sheet, number, cells, proposal_id)
        if decision and decision != (before and before.decision):
            decisions.append(decision)
        plan = _plan(sheet, number, cells, proposal_id)
        if plan and plan != (before and before.plan):
            plans.append(plan)
    return SheetNews(tuple(decisions), tuple(plans))


def _decision(
    sheet: FilledSheet, number: int, cells: Row, proposal_id: str
) -> ProposalDecision | None:
    outcome = read_cell(cells, sheet.column(OUTCOME))
    if not outcome:
        return None
    body, reason = (read_cell(cells, sheet.column(name)) for name in (BODY, REASON))
    if not body or not reason:
        msg = N_("Row {row} has an outcome but not who decided or why: {name}.")
        raise UnreadableExport(msg, row=number, name=sheet.name)
    return ProposalDecision(
        proposal_id=proposal_id,
        outcome=_meant(outcome, OUTCOMES, number, sheet.name),
        body=body,
        reason=reason,
        date=_date(read_cell(cells, sheet.column(DATE)), number, sheet.name),
    )


def _plan(sheet: FilledSheet, number: int, cells: Row, proposal_id: str) -> ProposalPlan | None:
    texts = {key: read_cell(cells, sheet.column(name)) for key, name in PLAN_COLUMNS.items()}
    level = read_cell(cells, sheet.column(LEVEL))
    if not any((*texts.values(), level)):
        return None
    meant = _meant(level, LEVELS, number, sheet.name) if level else None
    return ProposalPlan(proposal_id=proposal_id, level=meant, **texts)


def _meant(word: str, words: Mapping[T, str], number: int, name: str) -> T:
    for value, message in words.items():
        if word.casefold() in {one.casefold() for one in in_every_language(message)}:
            return value
    msg = N_("Row {row} says “{word}”, which is none of these: {known} ({name}).")
    known = ", ".join(_(message) for message in words.values())
    raise UnreadableExport(msg, row=number, word=word, known=known, name=name)


def _date(text: str, number: int, name: str) -> dt.date | None:
    if not text:
        return None
    # A cell of dates in a workbook is read as a day and the time of midnight.
    with suppress(ValueError):
        return dt.datetime.fromisoformat(text).date()
    with suppress(ValueError):
        return dt.datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day, no time
    msg = N_("Row {row} has a date that cannot be read: {date}. Write it like this: 24.11.2026.")
    raise UnreadableExport(msg, row=number, date=f"{text} ({name})")
