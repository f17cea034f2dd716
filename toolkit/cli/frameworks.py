"""Commands about frameworks: framework, frameworks, place, codebook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import frameworks as room
from toolkit import store, workflow
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
from toolkit.domain import SMALL_GROUP, Axis, CategoryCounts, CrossTable, Framework, FrameworkResult
from toolkit.errors import BadName
from toolkit.i18n import N_, _, current_language
from toolkit.workflow import Present

Frame = Annotated[
    str, typer.Option("--frame", metavar="NAME|FILE", help=N_("Framework: its name or a file."))
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("framework", help=N_("Read the notes against a framework."))(framework)
    app.command("frameworks", help=N_("List frameworks, or follow one over workshops."))(frameworks)
    app.command("place", help=N_("Place a note in a framework."))(place)
    app.command("codebook", help=N_("Write the themes as a codebook."))(codebook)


def framework(folder: Folder, frame: Frame, as_json: AsJson = False) -> None:
    """Read the notes against a framework."""
    workshop, chosen = store.open_workshop(folder), workflow.find_framework(frame)
    with show_progress() as progress:
        found = workflow.load_placements(workshop, chosen, progress=progress)
    present = workflow.load_present(workshop)
    cross = {axis.id: room.cross_with_themes(found, present.themes, axis_id=axis.id)
             for axis in chosen.axes}  # fmt: skip
    if as_json:
        print_json(_result(found, present, cross))
        return
    say(_("{title}. The places are suggestions until a person accepts them.").format(
        title=chosen.title_in(current_language())))  # fmt: skip
    for axis in chosen.axes:
        _print_axis(found, axis, present)
        if any(not theme.is_rest for theme in present.themes):
            _print_cross(cross[axis.id])
    if len(chosen.axes) > 1:
        _print_cross(room.cross_axes(found))


def _print_axis(found: FrameworkResult, axis: Axis, present: Present) -> None:
    """Print how many notes each category has, those that fit nowhere, and those that are close."""
    language = current_language()
    rows = [(c.label_in(language), len(found.notes_in(c.id))) for c in axis.categories]
    nowhere = found.nowhere(axis.id)
    print_table((axis.label_in(language), _("Notes")), [*rows, (_("Fits nowhere"), len(nowhere))])
    notes = {note.id: note for note in present.notes}
    if nowhere:
        print_table(
            (_("Label"), _("Fits nowhere")), [(notes[k].ref, notes[k].text) for k in nowhere]
        )
    labels = {c.id: c.label_in(language) for c in axis.categories} | {"": _("Fits nowhere")}
    close = [p for p in found.on(axis.id).values() if p.is_close]
    if close:
        print_table(
            (_("Label"), _("Look at these first"), _("Suggestion"), _("Next best")),
            [
                (notes[p.note_id].ref, notes[p.note_id].text, labels[p.category_id],
                 labels[p.second_id])
                for p in close
            ],
        )  # fmt: skip


def _print_cross(cross: CrossTable) -> None:
    """Print a line for every row: a table as wide as a framework fits on no screen."""
    columns = [label or _("Fits nowhere") for _id, label in cross.columns]
    rows = [
        (
            label or _("In none"),
            sum(counts),
            "; ".join(f"{name}: {n}" for name, n in zip(columns, counts, strict=True) if n),
        )
        for (_id, label), counts in zip(cross.rows, cross.counts, strict=True)
    ]
    print_table((_("Side by side"), _("Notes"), _("Category")), rows)


def _result(
    found: FrameworkResult, present: Present, cross: dict[str, CrossTable]
) -> dict[str, Any]:
    chosen = found.framework
    stale = room.stale_placements(found, present.state.placements)
    return {
        "framework": _described(chosen),
        "n_notes": len(found.note_ids),
        "axes": [
            {
                "id": axis.id,
                "label": axis.label,
                "categories": [
                    {"id": c.id, "label": c.label, "note_ids": list(found.notes_in(c.id))}
                    for c in axis.categories
                ],
                "nowhere": list(found.nowhere(axis.id)),
                "themes": store.to_plain(cross[axis.id]),
            }
            for axis in chosen.axes
        ],
        "placements": [{**store.to_plain(p), "is_close": p.is_close} for p in found.placements],
        "set_aside": sorted(present.set_aside),
        "stale_placements": [event.seq for event in stale],
    }


def _described(framework: Framework) -> dict[str, Any]:
    return {
        "id": framework.id,
        "title": framework.title,
        "source": framework.source,
        "year": framework.year,
    }


def frameworks(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[W...]", help=N_("Folders of workshops."))
    ] = None,
    frame: Annotated[
        str, typer.Option("--frame", metavar="NAME|FILE", help=N_("Framework: its name or a file."))
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List the frameworks, or follow one over workshops."""
    if bool(folders) != bool(frame):
        raise BadName(N_("Give both workshops and a framework: frameworks W1 W2 --frame NAME"))
    known = [room.load_framework(name) for name in room.framework_names()]
    chosen = workflow.find_framework(frame) if frame else None
    axes = chosen.axes if chosen else ()
    columns = {axis.id: _follow(folders or [], chosen, axis) for axis in axes if chosen}
    if as_json:
        plain = {
            "frameworks": [_described(one) for one in known],
            "framework": _described(chosen) if chosen else None,
            "axes": [_counts(axis, columns[axis.id]) for axis in axes],
        }
        print_json(plain)
        return
    if chosen is None:
        language = current_language()
        rows = [(one.id, one.title_in(language), one.source, one.year or "") for one in known]
        print_table((_("Name"), _("Title"), _("Source"), _("Year")), rows)
    for axis in axes:
        _print_followed(axis, columns[axis.id])


def _follow(folders: list[Path], chosen: Framework, axis: Axis) -> tuple[CategoryCounts, ...]:
    workshops = [store.open_workshop(folder) for folder in folders]
    with show_progress() as progress:
        return workflow.follow_framework(workshops, chosen, axis_id=axis.id, progress=progress)


def _counts(axis: Axis, columns: tuple[CategoryCounts, ...]) -> dict[str, Any]:
    rows = [*((c.id, c.label) for c in axis.categories), ("", "")]
    return {
        "id": axis.id,
        "label": axis.label,
        "workshops": [
            {"title": one.title, "n_notes": one.n_notes, "is_hidden": one.is_hidden}
            for one in columns
        ],
        "categories": [
            {
                "id": key,
                "label": label,
                "n": [one.n(key) for one in columns],
                "percent": [one.percent(key) for one in columns],
                "is_few": [one.is_few(key) for one in columns],
            }
            for key, label in rows
        ],
    }


def _print_followed(axis: Axis, columns: tuple[CategoryCounts, ...]) -> None:
    language = current_language()
    named = [*((c.id, c.label_in(language)) for c in axis.categories), ("", _("Fits nowhere"))]
    rows = [(label, *(_shown(one, key) for one in columns)) for key, label in named]
    total = (_("All notes"), *(str(one.n_notes) for one in columns))
    print_table((axis.label_in(language), *(one.title for one in columns)), [*rows, total])
    say(
        _(
            "Notes, not people; the places are suggestions until a person accepts them. * Fewer"
            " than {n} notes: too few to say that there are more or fewer than in another workshop."
        ).format(n=SMALL_GROUP)
    )
    if any(one.is_hidden for one in columns):
        text = _("–: fewer than {n} people took part, so the notes are not told apart.")
        say(text.format(n=SMALL_GROUP))


def _shown(column: CategoryCounts, category_id: str) -> str:
    n, percent = column.n(category_id), column.percent(category_id)
    if n is None:
        return "–"
    share = "" if percent is None else f" ({percent} %)"
    return f"{n}{share}{' *' if column.is_few(category_id) else ''}"


def place(
    folder: Folder,
    note: Annotated[str, typer.Argument(metavar="NOTE", help=N_("Label or id of a note."))],
    frame: Frame,
    category: Annotated[
        str, typer.Option("--category", metavar="ID", help=N_("Category of the framework."))
    ] = "",
    nowhere: Annotated[
        bool, typer.Option("--nowhere", help=N_("The note fits nowhere in the framework."))
    ] = False,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Place a note in a framework, or say that it fits nowhere."""
    if bool(category) == nowhere:
        raise BadName(N_("Say where the note belongs: --category ID, or --nowhere"))
    workshop, chosen = store.open_workshop(folder), workflow.find_framework(frame)
    note_id = workflow.find_note_id(workflow.load_state(workshop), note)
    workflow.place_note(
        workshop, chosen, note_id=note_id, category_id=category, actor=by or user_name()
    )
    if as_json:
        print_json({"note_id": note_id, "framework": chosen.id, "category_id": category})
        return
    say(_("Saved. Where it stands now: osallisuus framework {folder} --frame {frame}").format(
        folder=folder, frame=frame))  # fmt: skip


def codebook(
    folder: Folder,
    out: Annotated[
        Path, typer.Option("-o", "--out", help=N_("File to write: .toml, .csv or .xlsx."))
    ],
    as_json: AsJson = False,
) -> None:
    """Write the themes of a workshop as a codebook."""
    made = workflow.make_codebook(store.open_workshop(folder))
    path = workflow.save_codebook(made, out)
    if as_json:
        print_json({"file": str(path), "framework": _described(made), "n": len(made.categories)})
        return
    say(_("Codebook written: {file}").format(file=path))
    say(_("Look through it before it leaves the house: it holds notes as people wrote them."))
