"""Commands about what was decided: proposals, quotes, roles, signatures."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import (
    AsJson,
    By,
    DocumentType,
    Folder,
    print_json,
    print_table,
    say,
    user_name,
)
from toolkit.domain import Level, Outcome, ProposalDecision, ProposalPlan, Role
from toolkit.errors import BadName
from toolkit.i18n import N_, _
from toolkit.workflow import OUTCOMES, Proposal

Ref = Annotated[
    str,
    typer.Argument(metavar="REF", help=N_("Label of the note or statement: T1-031.")),
]
Day = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d", "%d.%m.%Y"], metavar="D", help=N_("Day: 2026-11-24.")),
]

_ROLES = {
    Role.COMMENTER: N_("comments (commenter)"),
    Role.PREPARER: N_("prepares (preparer)"),
    Role.APPROVER: N_("approves (approver)"),
}


class OutcomeName(StrEnum):
    """Outcomes as they are written on the command line."""

    ADOPTED = "adopted"
    IN_PREPARATION = "in-preparation"
    NOT_ADVANCING = "not-advancing"


class Choice(StrEnum):
    """What may be decided of quoting a note."""

    PIN = "pin"
    BAN = "ban"
    FREE = "free"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    proposals = typer.Typer(help=N_("Record what became of the proposals."))
    proposals.command("list", help=N_("Show the proposals and what became of them."))(list_)
    proposals.command("decide", help=N_("Record what a body decided of a proposal."))(decide)
    proposals.command("plan", help=N_("Record what carrying out a proposal would take."))(plan)
    proposals.command("sheet", help=N_("Write the proposals as a sheet to fill in."))(sheet)
    proposals.command("import", help=N_("Record what a filled-in sheet says."))(import_)
    app.add_typer(proposals, name="proposals")
    app.command("quote", help=N_("Have a note quoted, never quoted, or left free."))(quote)
    app.command("role", help=N_("Say what a person may do with documents."))(role)
    app.command("sign", help=N_("Sign a reviewed document and keep that version."))(sign)


def list_(folder: Folder, as_json: AsJson = False) -> None:
    """Show the proposals and what became of them."""
    proposals = workflow.load_proposals(store.open_workshop(folder))
    if as_json:
        print_json({"proposals": [_plain(proposal) for proposal in proposals]})
        return
    if not proposals:
        say(_("No proposals were found in the notes or statements."))
        return
    rows = [
        (
            one.ref,
            one.text,
            one.theme,
            _(OUTCOMES[one.decision.outcome]) if one.decision else "",
            one.plan.responsible if one.plan else "",
        )
        for one in proposals
    ]
    headers = (_("Label"), _("Proposal"), _("Theme"), _("Outcome"), _("Responsible"))
    print_table(headers, rows)


def _plain(proposal: Proposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "ref": proposal.ref,
        "text": proposal.text,
        "theme": proposal.theme,
        "decision": proposal.decision and store.to_plain(proposal.decision),
        "plan": proposal.plan and store.to_plain(proposal.plan),
    }


def decide(
    folder: Folder,
    ref: Ref,
    outcome: Annotated[OutcomeName, typer.Option("--outcome", help=N_("What was decided."))],
    body: Annotated[str, typer.Option("--body", help=N_("Who decided."))],
    reason: Annotated[str, typer.Option("--reason", help=N_("Why."))],
    date: Day = None,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Record what a body decided of a proposal."""
    decision = workflow.record_decision(
        store.open_workshop(folder),
        ref,
        ProposalDecision(
            proposal_id=ref,
            outcome=Outcome(outcome.value.replace("-", "_")),
            body=body,
            reason=reason,
            date=date.date() if date else None,
        ),
        actor=by or user_name(),
    )
    if as_json:
        print_json({"decision": store.to_plain(decision)})
        return
    say(_("Recorded: {ref}, {outcome}").format(ref=ref, outcome=_(OUTCOMES[decision.outcome])))


def plan(
    folder: Folder,
    ref: Ref,
    change: Annotated[str, typer.Option("--change", help=N_("What changes."))] = "",
    means: Annotated[str, typer.Option("--means", help=N_("By what means."))] = "",
    metric: Annotated[str, typer.Option("--metric", help=N_("How success is measured."))] = "",
    effort: Annotated[str, typer.Option("--effort", help=N_("What it takes."))] = "",
    responsible: Annotated[str, typer.Option("--responsible", help=N_("Who is responsible."))] = "",
    schedule: Annotated[str, typer.Option("--schedule", help=N_("When."))] = "",
    destination: Annotated[
        str, typer.Option("--destination", help=N_("Document it is taken to."))
    ] = "",
    level: Annotated[Level | None, typer.Option("--level", help=N_("Whom it touches."))] = None,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Record what carrying out a proposal would take."""
    made = ProposalPlan(
        proposal_id=ref,
        change=change,
        means=means,
        metric=metric,
        effort=effort,
        responsible=responsible,
        schedule=schedule,
        destination=destination,
        level=level,
    )
    if made == ProposalPlan(proposal_id=ref):
        raise BadName(N_("The plan says nothing. Give at least one of its parts: --change TEXT"))
    made = workflow.record_plan(store.open_workshop(folder), ref, made, actor=by or user_name())
    if as_json:
        print_json({"plan": store.to_plain(made)})
        return
    say(_("Plan recorded: {ref}").format(ref=ref))


def sheet(
    folder: Folder,
    out: Annotated[Path, typer.Option("-o", "--out", help=N_("File to write: .xlsx or .csv."))],
    as_json: AsJson = False,
) -> None:
    """Write the proposals as a sheet to fill in."""
    n = workflow.write_proposal_sheet(store.open_workshop(folder), out)
    if as_json:
        print_json({"file": str(out), "n_proposals": n})
        return
    say(_("Sheet of proposals written: {file} (proposals: {n})").format(file=out, n=n))


def import_(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("Sheet to read."))],
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Record what a filled-in sheet says."""
    workshop = store.open_workshop(folder)
    done = workflow.read_proposal_sheet(workshop, file, actor=by or user_name())
    if as_json:
        print_json(done._asdict())
        return
    text = _("Recorded. Decisions: {decisions}. Plans: {plans}.")
    say(text.format(decisions=done.n_decisions, plans=done.n_plans))


def quote(
    folder: Folder,
    ref: Ref,
    choice: Annotated[Choice, typer.Argument(help=N_("pin, ban or free."))],
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Have a note quoted, never quoted, or left free."""
    workshop = store.open_workshop(folder)
    workflow.choose_quote(workshop, ref, choice.value, actor=by or user_name())
    if as_json:
        print_json({"ref": ref, "choice": choice.value})
        return
    say(_("Recorded. Compose the draft again to see it: osallisuus draft."))


def role(
    folder: Folder,
    name: Annotated[str, typer.Option("--name", help=N_("Whose role."))],
    role: Annotated[Role, typer.Option("--as", help=N_("What the person may do."))],
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Say what a person may do with documents."""
    workshop = store.open_workshop(folder)
    workflow.give_role(workshop, name=name, role=role, actor=by or user_name())
    roles = workflow.load_state(workshop).roles
    if as_json:
        print_json({"roles": {who: given.value for who, given in roles.items()}})
        return
    print_table((_("Name"), _("Role")), [(who, _(_ROLES[given])) for who, given in roles.items()])


def sign(
    folder: Folder,
    type_: DocumentType,
    by: By,
    role: Annotated[str, typer.Option("--role", help=N_("In what role you sign."))],
    as_json: AsJson = False,
) -> None:
    """Sign a reviewed document and keep that version."""
    workshop = store.open_workshop(folder)
    made = workflow.sign_document(workshop, type=type_, role=role, actor=by.strip())
    if as_json:
        print_json({"type": type_, **store.to_plain(made)})
        return
    say(
        _("Signed: {name}, {role}. Digest: {sha}").format(
            name=made.name, role=made.role, sha=made.sha256
        )
    )
