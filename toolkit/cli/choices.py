"""The command about what was chosen in surveys: choices."""

from __future__ import annotations

from typing import Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import AsJson, Folder, print_json, print_table, say
from toolkit.domain import ClosedQuestion, Survey
from toolkit.i18n import N_, _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("choices", help=N_("Show what was chosen in surveys."))(choices)


def choices(folder: Folder, as_json: AsJson = False) -> None:
    """Show what was chosen in surveys."""
    surveys = workflow.load_surveys(store.open_workshop(folder))
    if as_json:
        print_json({"surveys": [_survey(survey) for survey in surveys]})
        return
    if not surveys:
        say(_("The workshop has no survey with ready-made answers. Import one first."))
    for survey in surveys:
        say(f"{survey.source.name} ({survey.source.board})")
        if survey.n_respondents:
            say(_("Respondents: {n}").format(n=survey.n_respondents))
        say(_("Choices: {n}").format(n=survey.n_selections))
        for question in survey.questions:
            _print_question(question)


def _print_question(question: ClosedQuestion) -> None:
    say("")
    say(question.text)
    rows: list[tuple[str, int]] = [*question.ranked]
    if question.n_few:
        rows.append((_("The rarest answers, together"), question.n_few))
    if rows:
        print_table((_("Answer"), _("Choices")), rows)
    say(_("Respondents who chose: {n}").format(n=question.n_respondents))


def _survey(survey: Survey) -> dict[str, Any]:
    return {
        "file": survey.source.name,
        "source_id": survey.source.id,
        "label": survey.source.board,
        "respondents": survey.n_respondents,
        "selections": survey.n_selections,
        "questions": [
            {
                "text": question.text,
                "respondents": question.n_respondents,
                "selections": question.n_selections,
                "is_background": question.is_background,
                "options": [{"text": text, "selections": n} for text, n in question.options],
                "n_few": question.n_few,
            }
            for question in survey.questions
        ],
    }
