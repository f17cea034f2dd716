"""The command about tables whose columns a person has to name: look, choose, save a profile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import store
from toolkit.cli.output import AsJson, print_json, print_table, say
from toolkit.domain import ColumnMapping, ColumnRole
from toolkit.errors import NoSuchThing, UnknownFormat
from toolkit.i18n import N_, _
from toolkit.importers.mapped import column_letters, column_name
from toolkit.workflow.column_choices import (
    SeenTable,
    choose_header,
    choose_role,
    first_answers,
    see_tables,
)
from toolkit.workflow.profiles import find_profile, load_profiles, map_by_profile, save_profile

_ROLES = {
    ColumnRole.NOTE: N_("Note"),
    ColumnRole.ANSWER: N_("Note, and the heading is its question"),
    ColumnRole.PROMPT: N_("Question of the notes on the row"),
    ColumnRole.GROUP: N_("Group of the people who wrote them"),
    ColumnRole.WEIGHT: N_("Count of support for the note"),
    ColumnRole.BACKGROUND: N_("Background of the respondents: who answered"),
    ColumnRole.CLOSED: N_("Ready-made answers: choices are counted"),
    ColumnRole.NONE: N_("Is not imported"),
}
_NONE = "none"
_NOTES_SHOWN = 5


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("columns", help=N_("Show and choose what the columns of a table hold."))(columns)


def columns(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("A CSV or Excel file."))],
    profile: Annotated[
        str,
        typer.Option("--profile", metavar="NAME|FILE", help=N_("Suggest as this profile says.")),
    ] = "",
    sheet: Annotated[str, typer.Option("--sheet", help=N_("The sheet of a workbook."))] = "",
    header: Annotated[
        int | None,
        typer.Option("--header", min=0, help=N_("Row with the headings; 0 when there is none.")),
    ] = None,
    roles: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="B=note",
            help=N_(
                "What a column holds: note, answer, prompt, group, weight, background, closed or "
                "none."
            ),
        ),
    ] = None,
    save: Annotated[
        str, typer.Option("--save", metavar="NAME", help=N_("Save the choices as a profile."))
    ] = "",
    repairs_text: Annotated[
        bool,
        typer.Option("--repair-text", help=N_("Repair broken letters, such as KehittÃ¤minen.")),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show and choose what the columns of a table hold."""
    named = find_profile(profile) if profile else None
    read_as = map_by_profile(file, named, repairs_text=repairs_text) if named else None
    tables = see_tables(file, read_as=read_as, repairs_text=repairs_text, profiles=load_profiles())
    if not tables:
        raise UnknownFormat(
            N_("There is no table in the file: {name}. Choose a CSV or Excel file."), name=file.name
        )
    chosen = _chosen(tables, sheet or (read_as.sheet if read_as else ""))
    if named and read_as and chosen.name == read_as.sheet:
        is_proven = named.proven != "profile"
        told = replace(chosen, profile=named.title, is_proven=is_proven)
        tables = tuple(told if one is chosen else one for one in tables)
        chosen = told
    mapping = _choose(chosen, header, roles or [])
    saved = str(save_profile(mapping, save)) if save else ""
    if as_json:
        print_json({"tables": [_plain(one, mapping, chosen) for one in tables], "saved": saved})
        return
    for one in tables:
        _print(one, mapping if one is chosen else one.suggested)
    if saved:
        say(_("Saved as a profile: {file}").format(file=saved))
    else:
        say(_("Check the columns. Then: osallisuus columns FILE --save NAME"))


def _chosen(tables: tuple[SeenTable, ...], sheet: str) -> SeenTable:
    """Return the sheet that was named, or else the one that probably holds the notes."""
    for table in tables:
        if sheet and table.name == sheet:
            return table
    if sheet:
        raise NoSuchThing(N_("There is no such sheet in the file: {name}."), name=sheet)
    return max(tables, key=lambda table: (table.suggested.has_notes, table.n_rows))


def _choose(table: SeenTable, header: int | None, roles: list[str]) -> ColumnMapping:
    mapping = table.suggested if header is None else choose_header(table, header)
    width = max((len(cells) for _number, cells in table.rows), default=0)
    places = {column_letters(place): place for place in range(width)}
    known = {role.value or _NONE: role for role in ColumnRole}
    for said in roles:
        letters, _is, role = said.partition("=")
        if letters.strip().upper() not in places or role.strip() not in known:
            raise NoSuchThing(
                N_(
                    "This does not say what a column holds: {said}. Write the letters of the "
                    "column and one of {roles}, for example B=note."
                ),
                said=said,
                roles=", ".join(known),
            )
        mapping = choose_role(mapping, places[letters.strip().upper()], known[role.strip()])
    return replace(mapping, sheet=table.name)


def _role(mapping: ColumnMapping, place: int) -> ColumnRole:
    return mapping.roles[place] if place < len(mapping.roles) else ColumnRole.NONE


def _plain(table: SeenTable, mapping: ColumnMapping, chosen: SeenTable) -> dict[str, Any]:
    read_as = mapping if table is chosen else table.suggested
    return {
        "sheet": table.name,
        "profile": table.profile,
        "proven": table.is_proven,
        "mapping": store.to_plain(read_as),
        "notes": [
            {"row": one.row, "text": one.text, "prompt": one.prompt, "group": one.group}
            for one in first_answers(table, read_as, n=_NOTES_SHOWN)
        ],
    }


def _print(table: SeenTable, mapping: ColumnMapping) -> None:
    if table.name:
        say(_("Sheet: {name}").format(name=table.name))
    say(_("Row with the headings: {n}").format(n=mapping.header or "–"))
    if table.profile:
        say(_("Suggested by the profile “{name}”.").format(name=table.profile))
        if not table.is_proven:
            say(_("Nobody has seen a real file of this tool yet, so check every column."))
    width = max((len(cells) for _number, cells in table.rows), default=0)
    rows = [
        (
            column_letters(place),
            column_name(mapping.headings, place),
            _(_ROLES[_role(mapping, place)]),
        )
        for place in range(width)
    ]
    print_table((_("Column"), _("Heading"), _("Holds")), rows)
    notes = first_answers(table, mapping, n=_NOTES_SHOWN)
    if notes:
        print_table(
            (_("Row"), _("First notes"), _("Question"), _("Group")),
            [(one.row, one.text, one.prompt, one.group) for one in notes],
        )
    else:
        say(_("No column of notes is chosen yet."))
