"""What people record after the workshop: decisions on proposals, plans, whose words are quoted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from toolkit import store
from toolkit.domain import (
    EventKind,
    FindingKind,
    Findings,
    ProposalDecision,
    ProposalPlan,
    Workshop,
)
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.workflow.analysis import load_findings
from toolkit.workflow.decisions import decide
from toolkit.workflow.present import load_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something participants propose: a note, or a statement that unites the opinion groups.

    Attributes
    ----------
    id
        Of the note or the statement.
    ref
        What people call it: ``T1-031``.
    theme
        Label of its theme; empty for a statement.
    decision, plan
        What people have recorded; None before that.
    """

    id: str
    ref: str
    text: str
    theme: str
    decision: ProposalDecision | None
    plan: ProposalPlan | None


def load_proposals(workshop: Workshop) -> tuple[Proposal, ...]:
    """Return what participants propose: statements that unite first, then notes theme by theme.

    What people have recorded something of is there even when it is no longer read as a proposal.
    """
    return proposals_of(load_findings(workshop))


def proposals_of(findings: Findings) -> tuple[Proposal, ...]:
    """Return the proposals of ``findings``; see ``load_proposals``."""
    results = findings.groups.statements if findings.groups else ()
    known = {one.id: (one.ref, one.text) for one in results}
    known |= {note.id: (note.ref, note.text) for note in findings.notes}
    decisions = {one.proposal_id: one for one in findings.proceedings.decisions}
    plans = {one.proposal_id: one for one in findings.proceedings.plans}
    themes = {note_id: theme.label for theme in findings.themes for note_id in theme.note_ids}
    uniting = [i.statement_id for i in findings.items if i.kind is FindingKind.UNITING]
    written = [n for i in findings.items if i.kind is FindingKind.PROPOSAL for n in i.note_ids]
    listed = dict.fromkeys((*uniting, *written, *decisions, *plans))
    return tuple(
        Proposal(
            id=key,
            ref=known[key][0],
            text=known[key][1],
            theme=themes.get(key, ""),
            decision=decisions.get(key),
            plan=plans.get(key),
        )
        for key in listed
        if key in known
    )


def record_decision(
    workshop: Workshop, ref: str, decision: ProposalDecision, *, actor: str
) -> ProposalDecision:
    """Record what a body decided of a proposal.

    Parameters
    ----------
    ref
        Label or id of the note or statement; takes the place of ``decision.proposal_id``.

    Raises
    ------
    NoSuchThing
        If there is none.
    BadName
        If the body or the reason is empty.
    """
    decision = replace(decision, proposal_id=find_cited(workshop, ref))
    _record(workshop, EventKind.PROPOSAL_DECIDED, store.to_plain(decision), actor)
    return decision


def record_plan(workshop: Workshop, ref: str, plan: ProposalPlan, *, actor: str) -> ProposalPlan:
    """Record what carrying out a proposal would take; see ``record_decision``."""
    plan = replace(plan, proposal_id=find_cited(workshop, ref))
    _record(workshop, EventKind.PROPOSAL_PLANNED, store.to_plain(plan), actor)
    return plan


def choose_quote(workshop: Workshop, ref: str, choice: str, *, actor: str) -> None:
    """Have a note quoted (``"pin"``), never quoted (``"ban"``), or leave it free (``"free"``).

    Raises
    ------
    NoSuchThing
        If there is no such note or choice.
    """
    payload = {"note_id": find_cited(workshop, ref), "choice": choice}
    _record(workshop, EventKind.QUOTE_CHOSEN, payload, actor)


def find_cited(workshop: Workshop, ref: str) -> str:
    """Return the id of the note or statement that is called by its label or its id.

    Raises
    ------
    NoSuchThing
        If there is none.
    """
    labels = load_state(workshop).labels
    if ref in labels:
        return ref
    wanted = ref.strip().casefold()
    for key, (label, _language) in labels.items():
        if label.casefold() == wanted:
            return key
    msg = N_("There is no note or statement called {ref}. Look at the labels in: osallisuus notes.")
    raise NoSuchThing(msg, ref=ref)


def _record(workshop: Workshop, kind: EventKind, payload: dict[str, Any], actor: str) -> None:
    decide(workshop, kind, payload, actor=actor)
