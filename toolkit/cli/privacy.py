"""Commands about personal data: what to look at, whom it names, the key, originals deleted."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from toolkit import store
from toolkit.cli.output import (
    AsJson,
    By,
    Folder,
    print_json,
    print_table,
    say,
    show_progress,
    user_name,
)
from toolkit.errors import TooEarly
from toolkit.i18n import N_, _
from toolkit.lemmas import load_name_finder
from toolkit.publishing import publish_table
from toolkit.workflow.forgetting import foresee_forgetting, forget_originals
from toolkit.workflow.name_keys import read_key, save_key
from toolkit.workflow.open_places import decide_places, find_open_places, mask_person
from toolkit.workflow.person_search import find_person

PASSPHRASE = "OSALLISUUS_PASSPHRASE"  # noqa: S105 - the name of a variable
_KINDS = {
    "person": N_("name of a person"),
    "address": N_("address"),
    "plate": N_("number plate"),
    "role": N_("post that only one person has"),
    "phone": N_("telephone number"),
    "email": N_("e-mail address"),
    "identity_code": N_("personal identity code"),
    "bank_account": N_("bank account number"),
}
_WHERE = {
    "details": N_("details of the workshop"),
    "file": N_("name of an imported file"),
    "original": N_("original file"),
    "unread": N_("original file, outside the notes"),
    "kept": N_("note, original deleted"),
    "log": N_("history, line"),
}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("personal-data", help=N_("List what may be personal data, and decide on it."))(
        personal_data
    )
    app.command("person", help=N_("List where a person is named, to give or to delete by."))(person)
    app.command("forget", help=N_("Delete the original files; go on with masked notes."))(forget)
    keys = typer.Typer(help=N_("Keep apart which names the masked words stand for."))
    keys.command("save", help=N_("Write the key, encrypted with a passphrase."))(key_save)
    keys.command("show", help=N_("Show what is in a key."))(key_show)
    app.add_typer(keys, name="key")


def personal_data(
    folder: Folder,
    mask: Annotated[
        list[str] | None, typer.Option("--mask", metavar="PLACE", help=N_("Mask this place."))
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option("--keep", metavar="PLACE", help=N_("Keep this place."))
    ] = None,
    mask_all: Annotated[
        bool, typer.Option("--mask-all", help=N_("Mask every other place, too."))
    ] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """List what may be personal data in the notes, or decide on it."""
    workshop = store.open_workshop(folder)
    finder = load_name_finder()
    choices = dict.fromkeys(mask or (), True) | dict.fromkeys(keep or (), False)
    with show_progress() as progress:
        if mask_all:
            open_now = find_open_places(workshop, finder, progress=progress)
            choices = {place.key: True for place in open_now} | choices
        if choices:
            decide_places(workshop, choices, finder, actor=by or user_name(), progress=progress)
        places = find_open_places(workshop, finder, progress=progress)
    listed = [
        {
            "place": place.key,
            "kind": place.suggestion.kind,
            "words": place.suggestion.words,
            "text": place.suggestion.before + place.suggestion.words + place.suggestion.after,
        }
        for place in places
    ]
    if as_json:
        print_json({"decided": len(choices), "places": listed})
        return
    if choices:
        say(_("Places decided on: {n}").format(n=len(choices)))
    if not listed:
        say(_("Nothing waits for a decision. No tool finds everything: read the notes, too."))
        return
    headers = (_("Place"), _("What it may be"), _("Words"), _("Where they stand"))
    kinds = [_(_KINDS.get(place.suggestion.kind, "?")) for place in places]
    rows = [
        (one["place"], kind, one["words"], one["text"])
        for one, kind in zip(listed, kinds, strict=True)
    ]
    print_table(headers, rows)
    command = f"osallisuus personal-data {folder} --mask {listed[0]['place']}"
    say(_("Next: {command}").format(command=command))


def person(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="NAME", help=N_("Such as “Liisa Koskinen”."))],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help=N_("Write a table: .csv or .xlsx.")),
    ] = None,
    mask: Annotated[
        bool, typer.Option("--mask", help=N_("Mask the whole name in every note."))
    ] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """List where a person is named, in any form, or mask the name."""
    workshop = store.open_workshop(folder)
    finder = load_name_finder()
    with show_progress() as progress:
        n = 0
        if mask:
            n = mask_person(workshop, name, finder, actor=by or user_name(), progress=progress)
        places = find_person(workshop, name, finder, progress=progress)
    if as_json:
        print_json({"name": name, "masked": n, "places": [asdict(place) for place in places]})
        return
    if mask:
        say(_("Places masked: {n}").format(n=n))
    headers = (_("Where"), _("Place"), _("Name"), _("Words"), _("Where they stand"), _("Mask"))
    rows = [
        (
            _(_WHERE[place.where]),
            place.place,
            _("whole") if place.is_whole else _("a part"),
            place.words,
            place.text,
            place.mask,
        )
        for place in places
    ]
    if out is not None:
        publish_table([headers, *rows], out)
        say(_("Table written: {file}").format(file=out))
        return
    if not rows:
        say(_("The name was not found. Try another spelling, or the first name alone."))
        return
    print_table(headers, rows)
    say(_("Written files were not opened: look through the folder “published” as well."))


def forget(
    folder: Folder,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help=N_("Names of exports; by default all.")),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=N_("Do not ask."))] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Delete the original files for good, and go on with masked notes."""
    workshop = store.open_workshop(folder)
    names = tuple(sources or ())
    going = foresee_forgetting(workshop, names)
    if not yes:
        listed = ", ".join([source.name for source in going.sources] + list(going.waiting))
        question = _("These files are deleted for good: {names}. Words that are not masked stay.")
        say(question.format(names=listed or "–"))
        asked = typer.prompt(
            _("Write yes if they are to be deleted"), default="", show_default=False
        )
        if asked.strip().lower() != _("yes"):
            raise TooEarly(N_("Nothing was deleted."))
    with show_progress() as progress:
        gone = forget_originals(workshop, names, actor=by or user_name(), progress=progress)
    if as_json:
        print_json(
            {
                "forgotten": [source.name for source in gone.sources],
                "waiting": list(gone.waiting),
                "left": list(gone.left),
            }
        )
        return
    say(_("Original files deleted: {n}").format(n=len(gone.sources)))
    if gone.waiting:
        say(_("Files that waited to be imported were deleted: {n}").format(n=len(gone.waiting)))
    if gone.left:
        text = _("These were never imported, and stay in the folder “exports”: {names}.")
        say(text.format(names=", ".join(gone.left)))
    say(_("Copies and backups elsewhere are not deleted: ask whoever looks after them."))


def key_save(
    folder: Folder,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help=N_("Outside the workshop."))
    ],
    as_json: AsJson = False,
) -> None:
    """Write which names the masked words stand for, encrypted."""
    workshop = store.open_workshop(folder)
    n = save_key(workshop, out, passphrase=_passphrase(confirm=True))
    if as_json:
        print_json({"file": str(out), "entries": n})
        return
    say(_("Key written: {file}, masked places: {n}").format(file=out, n=n))
    say(_("Keep the file and the passphrase in different places, and neither in the workshop."))


def key_show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The key."))],
    as_json: AsJson = False,
) -> None:
    """Show which names the masked words stand for."""
    entries = read_key(file, passphrase=_passphrase(confirm=False))
    if as_json:
        print_json({"entries": [asdict(entry) for entry in entries]})
        return
    headers = (_("Masked"), _("Words"), _("Note"))
    print_table(headers, [(entry.word, entry.words, entry.ref) for entry in entries])


def _passphrase(*, confirm: bool) -> str:
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    again = _("The same again") if confirm else False
    asked: str = typer.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=again, err=True)
    return asked
