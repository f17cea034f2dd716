"""Commands about a workshop as a whole: new, status, history, undo."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import (
    AsJson,
    By,
    Folder,
    day_words,
    print_json,
    print_table,
    say,
    user_name,
)
from toolkit.domain import Event, Workshop
from toolkit.i18n import N_, _
from toolkit.workflow.retention import retention_news


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("new", help=N_("Make a new workshop."))(new)
    app.command("status", help=N_("Show how far a workshop is."))(status)
    app.command("history", help=N_("Show who did what and when."))(history)
    app.command("undo", help=N_("Take back the last human decision."))(undo)
    app.command("redo", help=N_("Put back the decision that was taken back last."))(redo)


def new(
    folder: Annotated[Path, typer.Argument(metavar="W", help=N_("Folder to make."))],
    title: Annotated[str, typer.Option("--title", help=N_("What the workshop was about."))],
    organiser: Annotated[str, typer.Option("--organiser", help=N_("Who held it."))] = "",
    as_json: AsJson = False,
) -> None:
    """Make a new workshop."""
    made = workflow.create_workshop(folder, title=title, organiser=organiser, actor=user_name())
    if as_json:
        print_json({"workshop": str(made.folder), "id": made.id})
        return
    say(_("Workshop made: {folder}").format(folder=made.folder))
    say(_("Next: osallisuus import {folder} FILE").format(folder=made.folder))


def status(folder: Folder, as_json: AsJson = False) -> None:
    """Show how far a workshop is."""
    workshop = store.open_workshop(folder)
    state = workflow.load_state(workshop)
    drafts = {
        name: {
            "blocks": sum(block.needs_decision for block in draft.blocks),
            "waiting": len(workflow.merge_draft(state, type=name).waiting),
        }
        for name, draft in state.drafts.items()
    }
    counts: dict[str, Any] = {
        "sources": len(state.sources),
        "notes": sum(receipt.notes for receipt in state.receipts),
        "statements": sum(receipt.statements for receipt in state.receipts),
        "votes": next((r.votes for r in reversed(state.receipts) if r.votes), 0),
        "themes": len([t for t in workflow.applied_themes(state) if not t.is_rest]),
        "opinion_groups": len(state.opinion_groups.groups) if state.opinion_groups else 0,
        "decisions": len(state.theme_decisions) + sum(map(len, state.reviews.values())),
        "drafts": drafts,
        "published": list(state.published),
    }
    kept = workshop.retention
    if as_json:
        until = {"retention": kept.isoformat()} if kept else {}
        print_json({"workshop": str(workshop.folder), "title": workshop.title, **counts, **until})
        return
    say(workshop.title)
    rows = [
        (_("Exports"), counts["sources"]),
        (_("Notes"), counts["notes"]),
        (_("Polis statements"), counts["statements"]),
        (_("Votes"), counts["votes"]),
        (_("Themes"), counts["themes"]),
        (_("Opinion groups"), counts["opinion_groups"]),
    ]
    print_table((_("Stage"), _("Count")), rows)
    for name, draft in drafts.items():
        text = _("{type}: {waiting} of {blocks} paragraphs wait for a decision")
        say(text.format(type=name, **draft))
    news = retention_news(workshop)
    if kept and not news:
        say(_("Kept until: {day}").format(day=day_words(kept)))
    say(news or _next_step(folder, counts))


def _next_step(folder: Path, counts: dict[str, Any]) -> str:
    waiting = [name for name, draft in counts["drafts"].items() if draft["waiting"]]
    if not counts["sources"]:
        return _("Next: osallisuus import {folder} FILE").format(folder=folder)
    if counts["notes"] and not counts["themes"]:
        command = f"osallisuus themes {folder}"
    elif not counts["drafts"]:
        command = f"osallisuus draft {folder} --type julkilausuma"
    elif waiting:
        return _("Next: review the draft in the app, or write a working copy for comments.")
    else:
        command = f"osallisuus publish {folder} --type {min(counts['drafts'])} --to docx"
    return _("Next: {command}").format(command=command)


def history(folder: Folder, as_json: AsJson = False) -> None:
    """Show who did what and when."""
    workshop = store.open_workshop(folder)
    log = store.load_events(workshop)
    events = [
        {
            "seq": event.seq,
            "at": event.at.astimezone().isoformat(timespec="seconds"),
            "actor": event.actor,
            "kind": event.kind.value,
            "summary": summary,
        }
        for event, summary in zip(log, workflow.describe_events(workshop, log), strict=True)
    ]
    if as_json:
        print_json({"events": events})
        return
    headers = (_("No."), _("When"), _("Who"), _("What"))
    print_table(headers, [(e["seq"], e["at"], e["actor"], e["summary"]) for e in events])


def undo(folder: Folder, by: By = "", as_json: AsJson = False) -> None:
    """Take back the last human decision."""
    workshop = store.open_workshop(folder)
    undone = _plain(workshop, store.undo_last(workshop, actor=by or user_name()))
    if as_json:
        print_json({"undone": undone})
        return
    say(_("Taken back: {summary}").format(summary=undone["summary"]))


def redo(folder: Folder, by: By = "", as_json: AsJson = False) -> None:
    """Put back the decision that was taken back last."""
    workshop = store.open_workshop(folder)
    redone = _plain(workshop, store.redo_last(workshop, actor=by or user_name()))
    if as_json:
        print_json({"redone": redone})
        return
    say(_("Put back: {summary}").format(summary=redone["summary"]))


def _plain(workshop: Workshop, event: Event) -> dict[str, Any]:
    (summary,) = workflow.describe_events(workshop, [event])
    return {"seq": event.seq, "kind": event.kind.value, "summary": summary}
