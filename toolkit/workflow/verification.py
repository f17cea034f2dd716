"""Verifying a draft and writing the report of it to a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit import publishing
from toolkit.domain import Workshop
from toolkit.phrases import load_phrases
from toolkit.workflow.documents import load_checked
from toolkit.workflow.present import load_present
from toolkit.workflow.reports import Report, make_report


def report_on(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str = "",
    measure: bool = True,
) -> Report:
    """Verify a draft as people have left it so far, and measure what it covers of the material.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    checked = load_checked(load_present(workshop), type=type, language=language)
    return make_report(workshop, checked, measure=measure)


def write_report(report: Report, path: Path) -> Path:
    """Write a report alone to a file, in the format of its suffix.

    Raises
    ------
    NoSuchThing
        If no format goes by that suffix.
    """
    title = load_phrases(report.draft.language)["report"]["title_of"]
    alone = replace(
        report.draft,
        title=title.format(title=report.draft.title),
        # The title says what the first heading would.
        blocks=report.blocks[1:],
        sources=(),
    )
    return publishing.publish_working_copy(alone, path, face=report.face)
