"""Commands about a comment round: open it, record who was heard and what they proposed, answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toolkit import store, workflow
from toolkit.cli.output import (
    AsJson,
    By,
    DocumentType,
    Folder,
    day_words,
    print_json,
    print_table,
    say,
    user_name,
)
from toolkit.cli.proceedings import Day
from toolkit.domain import Answer, Council, HeardBody, Hearing, HearingWay, Workshop
from toolkit.i18n import N_, _, current_language

Name = Annotated[str, typer.Argument(metavar="BODY", help=N_("Name of the body."))]
CouncilOption = Annotated[
    Council | None, typer.Option("--council", help=N_("Which statutory council it is."))
]

_WAYS = {
    HearingWay.SUBMISSION: N_("submission"),
    HearingWay.DISCUSSION: N_("discussion in a meeting"),
    HearingWay.MATERIAL_ONLY: N_("got the material only"),
}
_ANSWERS = {
    Answer.TAKEN: N_("taken into account"),
    Answer.PARTLY: N_("partly taken into account"),
    Answer.NOT_TAKEN: N_("not taken into account"),
}


class WayName(StrEnum):
    """Ways of hearing as they are written on the command line."""

    SUBMISSION = "submission"
    DISCUSSION = "discussion"
    MATERIAL_ONLY = "material-only"


class AnswerName(StrEnum):
    """Answers as they are written on the command line."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOT_TAKEN = "not-taken"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    hearing = typer.Typer(help=N_("Run a comment round on a draft."))
    hearing.command("open", help=N_("Open a comment round and say who is asked."))(open_)
    hearing.command("heard", help=N_("Record when and how a body was heard."))(heard)
    hearing.command("amend", help=N_("Record a change that a body proposes."))(amend)
    hearing.command("answer", help=N_("Answer a proposed change, with the reason."))(answer)
    hearing.command("status", help=N_("Show the comment round and what is wrong with it."))(status)
    app.add_typer(hearing, name="hearing")


def open_(
    folder: Folder,
    type_: DocumentType,
    body: Annotated[
        list[str], typer.Option("--body", help=N_("Body that is asked; may be given many times."))
    ],
    sent: Day = None,
    deadline: Day = None,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Open a comment round and say who is asked."""
    workshop = store.open_workshop(folder)
    hearing = workflow.open_hearing(
        workshop,
        type=type_,
        bodies=[HeardBody(name=name.strip()) for name in body if name.strip()],
        sent_on=sent.date() if sent else None,
        deadline=deadline.date() if deadline else None,
        actor=by or user_name(),
    )
    _show(workshop, hearing, as_json=as_json)


def heard(
    folder: Folder,
    name: Name,
    type_: DocumentType,
    way: Annotated[WayName | None, typer.Option("--way", help=N_("How it was heard."))] = None,
    council: CouncilOption = None,
    date: Day = None,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Record when and how a body was heard."""
    made = HeardBody(
        name=name.strip(),
        date=date.date() if date else None,
        way=HearingWay(way.value.replace("-", "_")) if way else None,
        council=council,
    )
    workshop = store.open_workshop(folder)
    hearing = workflow.record_body(workshop, made, type=type_, actor=by or user_name())
    _show(workshop, hearing, as_json=as_json)


def amend(
    folder: Folder,
    type_: DocumentType,
    body: Annotated[str, typer.Option("--body", help=N_("Who proposes."))],
    text: Annotated[str, typer.Option("--text", help=N_("The change, word for word."))],
    block: Annotated[str, typer.Option("--block", help=N_("Paragraph it is about."))] = "",
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Record a change that a body proposes."""
    made = workflow.record_amendment(
        store.open_workshop(folder),
        type=type_,
        body=body.strip(),
        text=text.strip(),
        block_id=block,
        actor=by or user_name(),
    )
    if as_json:
        print_json({"amendment": store.to_plain(made)})
        return
    say(_("Proposed amendment recorded, number {number}.").format(number=made.id))


def answer(
    folder: Folder,
    number: Annotated[str, typer.Argument(metavar="N", help=N_("Number of the amendment."))],
    type_: DocumentType,
    answer: Annotated[AnswerName, typer.Option("--answer", help=N_("What was done of it."))],
    reason: Annotated[str, typer.Option("--reason", help=N_("Why."))],
    changed: Annotated[str, typer.Option("--changed", help=N_("Where the text changed."))] = "",
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Answer a proposed change, with the reason."""
    workshop = store.open_workshop(folder)
    workflow.answer_amendment(
        workshop,
        number,
        type=type_,
        answer=Answer(answer.value.replace("-", "_")),
        reason=reason.strip(),
        changed=changed.strip(),
        actor=by or user_name(),
    )
    _show(workshop, workflow.load_hearing(workshop, type=type_), as_json=as_json)


def status(folder: Folder, type_: DocumentType, as_json: AsJson = False) -> None:
    """Show the comment round and what is wrong with it."""
    workshop = store.open_workshop(folder)
    hearing = workflow.load_hearing(workshop, type=type_)
    _show(workshop, hearing, as_json=as_json)


def _show(workshop: Workshop, hearing: Hearing, *, as_json: bool) -> None:
    warnings = workflow.hearing_warnings(workshop, hearing, language=current_language())
    if as_json:
        print_json({"hearing": store.to_plain(hearing), "warnings": warnings})
        return
    bodies = [
        (
            body.name,
            day_words(body.date) if body.date else "",
            _(_WAYS[body.way]) if body.way else _("no answer yet"),
        )
        for body in hearing.bodies
    ]
    print_table((_("Body"), _("Date"), _("How heard")), bodies)
    amendments = [
        (int(one.id), one.body, one.text, _(_ANSWERS[one.answer]) if one.answer else "", one.reason)
        for one in hearing.amendments
    ]
    if amendments:
        headers = (_("No."), _("Body"), _("Proposed change"), _("Answer"), _("Reason"))
        print_table(headers, amendments)
    if warnings:
        say(_("To be noticed before the decision:"))
    for warning in warnings:
        say(f"• {warning}")
    if len({body.council for body in hearing.bodies} - {None}) < len(Council):
        say(
            _(
                "If a body on the list is one of the statutory councils, say which: osallisuus "
                "hearing heard, with the option --council youth, elderly or disability."
            )
        )
