"""Commands about documents: draft, verify, review, publish."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import review, store, workflow
from toolkit.cli import returned
from toolkit.cli.output import (
    AsJson,
    By,
    DocumentType,
    Folder,
    print_json,
    print_table,
    say,
    show_progress,
    user_name,
)
from toolkit.domain import Gate
from toolkit.errors import BadName, TooEarly
from toolkit.i18n import N_, _

EveryType = Annotated[
    str | None, typer.Option("--type", help=N_("Document type; every draft by default."))
]


class Language(StrEnum):
    """Languages a document can be written in."""

    FI = "fi"
    SV = "sv"
    EN = "en"


class FileFormat(StrEnum):
    """Formats a document can be written in."""

    DOCX = "docx"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("draft", help=N_("Compose a draft of a document."))(draft)
    app.command("verify", help=N_("Check citations, quotes and numbers of a draft."))(verify)
    app.command("publish", help=N_("Write a document to a file."))(publish)
    reviews = typer.Typer(help=N_("Decide on paragraphs."))
    reviews.command("accept", help=N_("Accept every paragraph that waits."))(accept)
    reviews.command("status", help=N_("Show what waits for a decision."))(review_status)
    returned.register(reviews)
    app.add_typer(reviews, name="review")


def draft(
    folder: Folder,
    type_: DocumentType,
    lang: Annotated[Language | None, typer.Option("--lang", help=N_("Language."))] = None,
    as_json: AsJson = False,
) -> None:
    """Compose a draft of a document."""
    workshop = store.open_workshop(folder)
    with show_progress() as progress:
        made, gates = workflow.update_draft(
            workshop, type=type_, language=lang.value if lang else None, progress=progress
        )
    if as_json:
        plain = {
            "draft": workflow.fingerprint(store.to_plain(made)),
            "type": made.type,
            "n_blocks": len(made.blocks),
            "n_citations": len(made.sources),
            "report": _report(gates),
        }
        print_json(plain)
        return
    text = _("Draft composed: {type}. Blocks: {blocks}. Cited notes and statements: {sources}.")
    say(text.format(type=made.title, blocks=len(made.blocks), sources=len(made.sources)))
    _print_report(gates)


def verify(folder: Folder, type_: DocumentType, as_json: AsJson = False) -> None:
    """Check citations, quotes and numbers of a draft."""
    workshop = store.open_workshop(folder)
    gates = workflow.verify_present(workshop, type=type_)
    if as_json:
        ok = all(gate.level != "error" for gate in gates)
        print_json({"report": _report(gates), "ok": ok})
        return
    _print_report(gates)


def _report(gates: tuple[Gate, ...]) -> list[dict[str, Any]]:
    return [
        {"gate": gate.gate, "level": gate.level, "block": gate.block_id, "message": gate.message}
        for gate in gates
    ]


def _print_report(gates: tuple[Gate, ...]) -> None:
    if not gates:
        say(_("Citations, quotes and numbers hold."))
        return
    rows = [(gate.gate, gate.block_id, gate.message) for gate in gates]
    print_table((_("Gate"), _("Where"), _("What")), rows)


def publish(
    folder: Folder,
    type_: DocumentType,
    to: Annotated[FileFormat, typer.Option("--to", help=N_("File format."))],
    out: Annotated[Path | None, typer.Option("-o", "--out", help=N_("File to write."))] = None,
    working_copy: Annotated[
        bool, typer.Option("--working-copy", help=N_("Write an unreviewed draft, marked LUONNOS."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a document to a file."""
    if out is not None and out.suffix.lower() != f".{to.value}":
        msg = N_("The file name does not end in .{format}: {name}. Change the name or --to.")
        raise BadName(msg, format=to.value, name=str(out))
    path = workflow.publish_document(
        store.open_workshop(folder),
        type=type_,
        format=to.value,
        working_copy=working_copy,
        path=out,
        actor=user_name(),
    )
    if as_json:
        plain = {
            "file": str(path),
            "type": type_,
            "format": to.value,
            "working_copy": working_copy,
        }
        print_json(plain)
        return
    say(_("Document written: {file}").format(file=path))
    gates = workflow.verify_present(store.open_workshop(folder), type=type_)
    if gates:
        _print_report(gates)


def accept(
    folder: Folder,
    by: By,
    type_: EveryType = None,
    all_: Annotated[bool, typer.Option("--all", help=N_("Everything that waits."))] = False,
    as_json: AsJson = False,
) -> None:
    """Accept every paragraph that waits, in one person's name."""
    if not all_ or not by.strip():
        msg = N_("Say that you mean every paragraph, and who you are: --all --by NAME")
        raise BadName(msg)
    workshop = store.open_workshop(folder)
    decided = sum(
        workflow.accept_waiting(workshop, type=name, actor=by.strip())
        for name in _types(workflow.load_state(workshop), type_)
    )
    if as_json:
        print_json({"decided": decided})
        return
    say(_("Paragraphs accepted: {n}").format(n=decided))


def review_status(folder: Folder, type_: EveryType = None, as_json: AsJson = False) -> None:
    """Show what waits for a decision."""
    state = workflow.load_state(store.open_workshop(folder))
    names = _types(state, type_)
    waiting = {
        name: review.waiting(state.drafts[name], state.reviews.get(name, ())) for name in names
    }
    n_waiting = sum(map(len, waiting.values()))
    blocks = [block for name in names for block in state.drafts[name].blocks]
    decided = sum(block.needs_decision for block in blocks) - n_waiting
    if as_json:
        listed = [f"{name}: {key}" for name, keys in waiting.items() for key in keys]
        print_json({"waiting": listed, "decided": decided})
        return
    say(_("Decided: {decided}. Waiting: {waiting}.").format(decided=decided, waiting=n_waiting))
    for name, keys in waiting.items():
        for key in keys:
            say(f"{name}: {key}")


def _types(state: store.State, asked: str | None) -> list[str]:
    """Return the drafts that are meant: the one asked for, or all there are."""
    names = [asked] if asked else sorted(state.drafts)
    if not names or names[0] not in state.drafts:
        msg = N_("There is no draft of this document yet: {type}. Compose the draft first.")
        raise TooEarly(msg, type=asked or "julkilausuma")
    return names
