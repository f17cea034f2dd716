"""Commands about documents: draft, verify, publish."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import (
    AsJson,
    DocumentType,
    Folder,
    print_json,
    print_table,
    say,
    show_progress,
    user_name,
)
from toolkit.domain import Gate
from toolkit.errors import BadName
from toolkit.i18n import N_, _
from toolkit.language_model import load_language_model


class Language(StrEnum):
    """Languages a document can be written in."""

    FI = "fi"
    SV = "sv"
    EN = "en"


Lang = Annotated[
    Language | None,
    typer.Option("--lang", help=N_("Language of the draft; that of the last one by default.")),
]


class FileFormat(StrEnum):
    """Formats a document can be written in."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    ODT = "odt"
    CSV = "csv"
    XLSX = "xlsx"
    QDPX = "qdpx"
    ARCHIVE = "archive"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("draft", help=N_("Compose a draft of a document."))(draft)
    app.command("verify", help=N_("Check a draft and write the report."))(verify)
    app.command("publish", help=N_("Write a document to a file."))(publish)


def draft(
    folder: Folder,
    type_: DocumentType,
    lang: Annotated[Language | None, typer.Option("--lang", help=N_("Language."))] = None,
    model: Annotated[
        bool | None,
        typer.Option(
            "--model/--no-model",
            help=N_(
                "Let your own language model word a paragraph on every theme, or leave it out."
            ),
        ),
    ] = None,
    preset: Annotated[
        str | None,
        typer.Option("--preset", help=N_("Which table of contents, where there are several.")),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compose a draft of a document."""
    workshop = store.open_workshop(folder)
    words = load_language_model() if model else None
    with show_progress() as progress:
        made, gates = workflow.update_draft(
            workshop,
            type=type_,
            language=lang.value if lang else None,
            model=words,
            keep_words=model is None,
            preset=preset,
            progress=progress,
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
    text = _("Draft composed: “{type}”. Blocks: {blocks}. Cited notes and statements: {sources}.")
    say(text.format(type=made.title, blocks=len(made.blocks), sources=len(made.sources)))
    _print_report(gates)


def verify(
    folder: Folder,
    type_: DocumentType,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help=N_("File for the report: .docx or .html."))
    ] = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Check a draft and tell whose voice it lacks."""
    report = workflow.report_on(store.open_workshop(folder), type=type_, language=lang or "")
    if out is not None:
        workflow.write_report(report, out)
    if as_json:
        coverage = report.coverage and store.to_plain(report.coverage)
        print_json({"report": _report(report.gates), "ok": report.ok, "coverage": coverage})
        return
    _print_report(report.gates)
    if report.coverage:
        text = _(
            "Notes that no sentence of the draft comes near: {n}. Mean nearness: {mean}; random "
            "participants’ own notes: {random}."
        )
        covered = report.coverage
        mean, random = f"{covered.mean:.2f}", f"{covered.random_mean:.2f}"
        say(text.format(n=len(covered.left_out), mean=mean, random=random))
    if out is not None:
        say(_("Report written: {file}").format(file=out))


def _report(gates: tuple[Gate, ...]) -> list[dict[str, Any]]:
    return [
        {"gate": gate.gate, "level": gate.level, "block": gate.block_id, "message": gate.message}
        for gate in gates
    ]


def _print_report(gates: tuple[Gate, ...]) -> None:
    if not gates:
        say(_("The verification found nothing to remark on."))
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
    lang: Lang = None,
    signed: Annotated[
        bool, typer.Option("--signed", help=N_("Write the version that was signed last."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a document to a file."""
    is_data = to.value in workflow.DATA_FORMATS
    suffix = workflow.data_suffix(to.value) if is_data else f".{to.value}"
    if out is not None and out.suffix.lower() != suffix:
        msg = N_("The file name does not end in .{format}: {name}. Change the name or --to.")
        raise BadName(msg, format=suffix[1:], name=str(out))
    asked: dict[str, Any] = {
        "type": type_,
        "format": to.value,
        "language": lang or "",
        "working_copy": working_copy,
        "signed": signed,
        "path": out,
        "actor": user_name(),
    }
    workshop = store.open_workshop(folder)
    if is_data:
        path, working_copy = workflow.publish_data(workshop, **asked)
    else:
        path = workflow.publish_document(workshop, measure=working_copy, **asked)
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
    gates = workflow.verify_present(store.open_workshop(folder), type=type_, language=lang or "")
    if gates:
        _print_report(gates)
