"""Commands about the kinds of notes: kinds, kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from toolkit.domain import EventKind, KindSuggestion, Note, NoteKind
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.kinds import kind_name, split_by_kind, tell_reason
from toolkit.workflow import Present


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "kinds",
        help=N_("Suggest what the notes are: worries, proposals, thanks …"),
    )(kinds)
    app.command("kind", help=N_("Say what kind some notes are."))(kind)


def kinds(
    folder: Folder,
    recompute: Annotated[
        bool, typer.Option("--recompute", help=N_("Compute again even if nothing changed."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Suggest what each note does, and show themes by kind."""
    workshop = store.open_workshop(folder)
    with show_progress() as progress:
        workflow.update_kinds(workshop, recompute=recompute, progress=progress)
    present = workflow.load_present(workshop)
    used = [note for note in present.notes if note.id not in present.set_aside]
    by_kind = split_by_kind([note.id for note in used], present.state.kinds)
    if as_json:
        print_json(
            {
                "n_notes": len(used),
                "kinds": {kind.value: len(ids) for kind, ids in by_kind.items()},
                "notes": _notes(present, used),
                "themes": _themes(present),
                "set_aside": sorted(present.set_aside),
            }
        )
        return
    _print_notes(present, used, by_kind)
    _print_themes(present)
    if present.set_aside:
        say(_("Notes set aside: {n}").format(n=len(present.set_aside)))


def _notes(present: Present, used: Sequence[Note]) -> list[dict[str, Any]]:
    refs = {note.id: note.ref for note in used}
    kinds = present.state.kinds
    return [
        {
            "id": one.note_id,
            "ref": refs[one.note_id],
            "kind": kinds[one.note_id].value,
            "decided": one.note_id in present.state.decided_kinds,
            "suggested": one.kind.value,
            "reason": one.reason,
            "words": one.words,
            "sentence": tell_reason(one),
            "margin": one.margin,
            "certain": one.certain,
        }
        for one in present.state.proposed_kinds
        if one.note_id in refs
    ]


def _themes(present: Present) -> list[dict[str, Any]]:
    known = present.state.kinds
    return [
        {
            "id": theme.id,
            "label": theme.label,
            "kinds": {
                kind.value: list(ids) for kind, ids in split_by_kind(theme.note_ids, known).items()
            },
        }
        for theme in present.themes
    ]


def _print_notes(
    present: Present, used: Sequence[Note], by_kind: Mapping[NoteKind, Sequence[str]]
) -> None:
    notes = {note.id: note for note in used}
    suggested = {one.note_id: one for one in present.state.proposed_kinds}
    for kind, ids in by_kind.items():
        heading = f"{kind_name(kind)}: {len(ids)}"
        rows = [
            (notes[i].ref, notes[i].text, _why(present, suggested[i]))
            for i in ids
            if i in suggested
        ]
        print_table((_("Label"), heading, _("Why")), rows)
        say("")


def _why(present: Present, suggestion: KindSuggestion) -> str:
    if suggestion.note_id in present.state.decided_kinds:
        return _("Chosen by a person")
    reason = tell_reason(suggestion)
    return reason if suggestion.certain else _("Uncertain. {reason}").format(reason=reason)


def _print_themes(present: Present) -> None:
    if not present.themes:
        return
    known = present.state.kinds
    rows = [
        (theme.label, *map(len, split_by_kind(theme.note_ids, known).values()))
        for theme in present.themes
    ]
    print_table((_("Theme, notes by kind"), *map(kind_name, NoteKind)), rows)


def kind(
    folder: Folder,
    notes: Annotated[
        list[str], typer.Argument(metavar="NOTE...", help=N_("Citation labels, such as T1-031."))
    ],
    chosen: Annotated[str, typer.Option("--as", metavar="KIND", help=N_("What kind they are."))],
    as_json: AsJson = False,
) -> None:
    """Say what kind some notes are."""
    workshop = store.open_workshop(folder)
    if chosen not in list(NoteKind):
        message = N_("There is no such kind: {name}. Choose one of these: {names}.")
        raise NoSuchThing(message, name=chosen, names=", ".join(NoteKind))
    state = workflow.load_state(workshop)
    for note_id in [workflow.find_note_id(state, name) for name in notes]:
        payload = {"note_id": note_id, "kind": chosen}
        workflow.decide(workshop, EventKind.KIND_DECIDED, payload, actor=user_name())
    if as_json:
        decided = workflow.load_state(workshop).decided_kinds
        print_json({"decided": {key: value.value for key, value in sorted(decided.items())}})
        return
    say(_("Kind chosen: {kind}").format(kind=kind_name(NoteKind(chosen))))
