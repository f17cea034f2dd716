"""Commands about the material: import, notes, themes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import (
    AsJson,
    Folder,
    print_json,
    print_table,
    say,
    show_progress,
    user_name,
)
from toolkit.cli.reading import count_in_words
from toolkit.domain import Receipt, Theme
from toolkit.duplicates import count_repeats
from toolkit.i18n import N_, _, ngettext
from toolkit.workflow.profiles import find_profile

_THEME_KEYS = (
    "id",
    "label",
    "subtitle",
    "keywords",
    "note_ids",
    "statement_ids",
    "also_ids",
    "placed_ids",
    "subthemes",
    "description",
    "includes",
    "near_misses",
    "stability",
    "locked",
)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("import", help=N_("Read exports into a workshop."))(import_)
    app.command("notes", help=N_("List the notes of a workshop."))(notes)
    app.command("themes", help=N_("Find the themes of the notes."))(themes)


def import_(
    folder: Folder,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=N_("Exports to read."))],
    as_format: Annotated[
        str | None, typer.Option("--as", metavar="FORMAT", help=N_("Read as this format."))
    ] = None,
    profile: Annotated[
        str,
        typer.Option(
            "--profile", metavar="NAME|FILE", help=N_("Read tables as this profile says.")
        ),
    ] = "",
    vote_sign: Annotated[
        str,
        typer.Option(
            "--vote-sign",
            metavar="export|raw",
            help=N_("What +1 means in votes: agree (export) or disagree (raw)."),
        ),
    ] = "",
    repairs_text: Annotated[
        bool,
        typer.Option("--repair-text", help=N_("Repair broken letters, such as KehittÃ¤minen.")),
    ] = False,
    keep: Annotated[
        bool,
        typer.Option(
            "--keep-personal-data",
            help=N_("Mask nothing, not even telephone numbers and identity codes."),
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read exports into a workshop."""
    workshop = store.open_workshop(folder)
    with show_progress() as progress:
        receipts = workflow.import_exports(
            workshop,
            files,
            actor=user_name(),
            as_format=as_format,
            vote_sign=vote_sign,
            repairs_text=repairs_text,
            profile=find_profile(profile, workshop) if profile else None,
            keep_personal_data=keep,
            progress=progress,
        )
    if as_json:
        print_json({"sources": [_receipt(receipt) for receipt in receipts]})
        return
    print_receipts(receipts)


def _receipt(receipt: Receipt) -> dict[str, Any]:
    plain: dict[str, Any] = store.to_plain(receipt)
    return {"file": plain.pop("name"), **plain}


def print_receipts(receipts: tuple[Receipt, ...]) -> None:
    """Print what became of every row of every file."""
    headers = (
        _("File"),
        _("Read as"),
        _("Rows"),
        _("Notes"),
        _("Statements"),
        _("Votes"),
        _("Had already"),
        _("Left out"),
    )
    rows = [
        (r.name, r.format, r.rows, r.notes, r.statements, r.votes, r.merged, len(r.skipped))
        for r in receipts
    ]
    print_table(headers, rows)
    for receipt in receipts:
        n, chosen = receipt.respondents, receipt.selections
        if n:
            text = _("{file}: respondents {respondents}, choices {choices}. They are not notes.")
            say(text.format(file=receipt.name, respondents=n, choices=chosen))
        elif chosen:
            text = _("{file}: choices {choices}. They are not notes.")
            say(text.format(file=receipt.name, choices=chosen))
        for item in workflow.left_out(receipt):
            text = ngettext(
                "{file}, row {row}: left out. {reason}",
                "{file}, rows {row}: left out. {reason}",
                item.n,
            )
            say(text.format(file=receipt.name, row=item.rows, reason=item.reason))
        if receipt.masked:
            text = _("{name}: personal data was masked in notes: {n}")
            say(text.format(name=receipt.name, n=receipt.masked))
        for warning in receipt.warnings:
            say(f"{receipt.name}: {warning.message}")


def notes(folder: Folder, as_json: AsJson = False) -> None:
    """List the notes of a workshop."""
    present = workflow.load_present(store.open_workshop(folder))
    repeats = workflow.repeats_of(present)
    kinds = present.state.kinds
    names = {source.id: source.name for source in present.state.sources}
    listed = [
        {
            "id": note.id,
            "ref": note.ref,
            "text": note.text,
            "prompt": note.prompt,
            "source": names.get(note.source_id, ""),
            "place": note.place,
            "group": note.group,
            "language": note.language,
            "kind": kinds.get(note.id, ""),
            "weight": note.weight,
            "reply_to": note.reply_to,
            "set_aside": note.id in present.set_aside,
            "duplicate_of": repeats.get(note.id, ""),
        }
        for note in present.notes
    ]
    if as_json:
        print_json({"notes": listed})
        return
    print_table((_("Label"), _("Note")), [(note["ref"], note["text"]) for note in listed])


def themes(
    folder: Folder,
    n: Annotated[int | None, typer.Option("--n", min=1, help=N_("How many themes."))] = None,
    resolution: Annotated[
        float | None, typer.Option("--resolution", min=0.01, help=N_("More themes: over 1."))
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help=N_("Seed of chance."))] = None,
    default: Annotated[
        bool, typer.Option("--default", help=N_("Forget the settings chosen before."))
    ] = False,
    recompute: Annotated[
        bool, typer.Option("--recompute", help=N_("Compute again even if nothing changed."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Find the themes of the notes."""
    workshop = store.open_workshop(folder)
    with show_progress() as progress:
        found = workflow.update_themes(
            workshop,
            n_themes=n,
            resolution=resolution,
            seed=seed,
            default=default,
            recompute=recompute,
            progress=progress,
        )
    present = workflow.load_present(workshop)
    settings = workflow.theme_settings(present.state)
    repeats = workflow.repeats_of(present)
    stale = present.stale_decisions
    if as_json:
        rest = [note_id for theme in found if theme.is_rest for note_id in theme.note_ids]
        themed = [_theme(theme, repeats) for theme in found if not theme.is_rest]
        plain = {
            "n_notes": len(present.notes),
            "themes": themed,
            "unthemed": [*rest, *sorted(present.set_aside)],
            "set_aside": sorted(present.set_aside),
            "stale_decisions": [event.seq for event in stale],
            "offers": [store.to_plain(offer) for offer in present.offers],
            "settings": settings,
        }
        print_json(plain)
        return
    rows = [
        (
            theme.label,
            count_in_words(len(theme.note_ids), count_repeats(theme.note_ids, repeats)),
            ", ".join(theme.keywords),
        )
        for theme in found
    ]
    print_table((_("Theme"), _("Notes"), _("Words")), rows)
    if present.state.theme_changes:
        say(workflow.describe_changes(present.state.theme_changes))
    if present.offers:
        say(_("New notes wait for somebody to place them: {n}").format(n=len(present.offers)))
    if present.set_aside:
        say(_("Notes set aside: {n}").format(n=len(present.set_aside)))
    for what in workflow.describe_events(workshop, stale):
        say(_("A decision no longer applies: {what}").format(what=what))
    _print_settings(folder, settings)


def _print_settings(folder: Path, settings: Mapping[str, float | None]) -> None:
    """Say what has been chosen for good, and how to go back; nothing when nothing has."""
    options = {"n_themes": "--n", "resolution": "--resolution", "seed": "--seed"}
    chosen = " ".join(f"{options[key]} {v:g}" for key, v in settings.items() if v is not None)
    if chosen:
        text = _("Settings in use: {settings}. Back to the usual: {command}")
        command = f"osallisuus themes {folder} --default"
        say(text.format(settings=chosen, command=command))


def _theme(theme: Theme, repeats: Mapping[str, str]) -> dict[str, Any]:
    plain: dict[str, Any] = store.to_plain(theme)
    told = {key: plain[key] for key in _THEME_KEYS}
    return {**told, "n_near_duplicates": count_repeats(theme.note_ids, repeats)}
