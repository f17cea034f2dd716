"""Commands for coding blind: coding sheet, import, agreement, settle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit import store, workflow
from toolkit.cli.output import AsJson, By, Folder, print_json, print_table, say, user_name
from toolkit.domain import Agreement
from toolkit.i18n import N_, _, decimal

Coder = Annotated[str, typer.Option("--coder", help=N_("Name of the person who codes."))]

_LEVELS = {
    "reliable": N_("Alpha is at least 0.80: by Krippendorff, conclusions can rest on the codes."),
    "tentative": N_("Alpha is at least 0.667: by Krippendorff, only tentative conclusions."),
    "low": N_("Alpha is under 0.667: by Krippendorff, no conclusions should rest on the codes."),
    "": N_("Everybody gave one and the same code, so alpha cannot be computed."),
}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    coding = typer.Typer(help=N_("Code the notes blind, two people or more, and compare."))
    coding.command("sheet", help=N_("Write a sheet for one coder to fill in."))(sheet)
    coding.command("import", help=N_("Read a sheet that a coder has filled in."))(import_)
    coding.command("agreement", help=N_("Show how far the coders agree, and where not."))(agreement)
    coding.command("settle", help=N_("Decide the theme of a note that coders disagree on."))(settle)
    app.add_typer(coding, name="coding")


def sheet(
    folder: Folder,
    coder: Coder,
    out: Annotated[Path, typer.Option("-o", "--out", help=N_("File to write: .xlsx or .csv."))],
    as_json: AsJson = False,
) -> None:
    """Write a sheet for one coder to fill in."""
    n = workflow.make_coding_sheet(store.open_workshop(folder), out, coder=coder)
    if as_json:
        print_json({"file": str(out), "coder": coder, "n_notes": n})
        return
    say(_("Coding sheet written: {file} (notes: {n})").format(file=out, n=n))


def import_(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("Sheet to read."))],
    coder: Coder,
    as_json: AsJson = False,
) -> None:
    """Read a sheet that a coder has filled in."""
    done = workflow.hand_in_codes(store.open_workshop(folder), file, coder=coder)
    if as_json:
        print_json(done._asdict())
        return
    say(_("Notes coded: {n}. Not coded: {left}.").format(n=done.n_coded, left=done.n_left))


def agreement(folder: Folder, as_json: AsJson = False) -> None:
    """Show how far the coders agree, and where not."""
    compared = workflow.compare_codings(store.open_workshop(folder))
    found, labels = compared.agreement, compared.labels
    if as_json:
        plain = store.to_plain(found)
        plain["disagreements"] = [
            {
                "id": one.note.id,
                "ref": one.note.ref,
                "text": one.note.text,
                "codes": [
                    {"coder": coder, "theme_id": code, "label": labels.get(code, code)}
                    for coder, code in sorted(one.codes.items())
                ],
                "settled": one.settled,
            }
            for one in compared.disagreements
        ]
        gone = [note.ref for note in compared.gone]
        print_json({**plain, "gone": gone, "level": found.level})
        return
    _print_figures(found)
    if compared.gone:
        text = _("Not compared, because a theme they were coded with is no longer there: {refs}")
        say(text.format(refs=", ".join(note.ref for note in compared.gone)))
    rows = [
        (
            one.note.ref,
            one.note.text,
            *(labels.get(code, code) for code in (one.codes.get(c, "") for c in found.coders)),
            labels.get(one.settled, one.settled),
        )
        for one in compared.disagreements
    ]
    if rows:
        print_table((_("Label"), _("Note"), *found.coders, _("Settled")), rows)


def _print_figures(found: Agreement) -> None:
    n = found.n_notes
    text = _("Notes coded by two people or more: {n}. The same code from all: {same}.")
    say(text.format(n=n, same=n - len(found.disagreements)))
    rows = [
        (_("Gwet's AC1"), decimal(found.ac1), _interval(found.ac1_interval)),
        (
            _("Krippendorff's alpha"),
            "–" if found.alpha is None else decimal(found.alpha),
            _interval(found.alpha_interval),
        ),
    ]
    print_table((_("Agreement"), _("Figure"), _("Interval, 95 per cent")), rows)
    say(_(_LEVELS[found.level]))


def _interval(ends: tuple[float, float] | None) -> str:
    return " – ".join(map(decimal, ends)) if ends else "–"


def settle(
    folder: Folder,
    ref: Annotated[str, typer.Argument(metavar="NOTE", help=N_("Label of the note."))],
    theme: Annotated[str, typer.Argument(metavar="THEME", help=N_("Name or id of the theme."))],
    reason: Annotated[str, typer.Option("--reason", help=N_("Why, for the log."))] = "",
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Decide the theme of a note that coders disagree on."""
    workshop = store.open_workshop(folder)
    theme_id = workflow.settle(workshop, ref, theme, actor=by or user_name(), reason=reason)
    if as_json:
        print_json({"ref": ref, "theme_id": theme_id})
        return
    say(_("Settled: {ref}").format(ref=ref))
