"""Commands for reading: search, theme."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import AsJson, Folder, print_json, print_table, say
from toolkit.domain import (
    Counts,
    GroupRow,
    Material,
    Note,
    OpinionGroups,
    StatementResult,
    Theme,
    WhoSays,
)
from toolkit.duplicates import count_repeats
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.findings import statements_of_theme, who_says
from toolkit.i18n import N_, _, ngettext
from toolkit.themes import stability_in_words

_MATERIALS = {
    "padlet": N_("Padlet board"),
    "discussion": N_("Round tables"),
    "survey": N_("Survey"),
    "speech": N_("Transcript"),
    "chat": N_("Chat"),
    "table": N_("Table of notes"),
}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("search", help=N_("Search the notes by words, in any form, and by meaning."))(
        search
    )
    app.command("theme", help=N_("Show one theme in full: notes, who says it, statements."))(theme)


def search(
    folder: Folder,
    query: Annotated[str, typer.Argument(metavar="WORDS", help=N_("What to search for."))],
    limit: Annotated[int, typer.Option("--limit", min=1, help=N_("How many notes."))] = 50,
    as_json: AsJson = False,
) -> None:
    """Search the notes by words, in any form, and by meaning."""
    found = workflow.search_workshop(store.open_workshop(folder), query, limit=limit)
    if as_json:
        hits = [
            {
                "id": hit.note_id,
                "ref": found.notes[hit.note_id].ref,
                "text": found.notes[hit.note_id].text,
                "by": hit.by,
                "score": hit.score,
                "words": list(hit.words),
            }
            for hit in found.hits
        ]
        print_json({"query": query, "by_meaning": found.by_meaning, "hits": hits})
        return
    ways = {"word": _("words"), "meaning": _("meaning")}
    rows = [
        (found.notes[hit.note_id].ref, ways[hit.by], found.notes[hit.note_id].text)
        for hit in found.hits
    ]
    if rows:
        print_table((_("Label"), _("Found by"), _("Note")), rows)
    else:
        say(_("Nothing was found."))
    if not found.by_meaning:
        say(_("Only words were searched. By meaning too, once the themes have been found."))


def theme(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="THEME", help=N_("Name or id of the theme."))],
    as_json: AsJson = False,
) -> None:
    """Show one theme in full: notes, who says it, statements."""
    present = workflow.load_present(store.open_workshop(folder))
    if not present.themes:
        msg = N_("There are no themes yet. Find them first: osallisuus themes {folder}")
        raise TooEarly(msg, folder=str(folder))
    theme_id = workflow.find_theme_id(present.themes, name)
    chosen = next((theme for theme in present.themes if theme.id == theme_id), None)
    if chosen is None:
        raise NoSuchThing(N_("No note is in the theme “{name}”."), name=name)
    in_use = [note for note in present.notes if note.id not in present.set_aside]
    said = who_says(chosen, in_use, present.state.sources)
    groups = present.state.opinion_groups
    results = statements_of_theme(chosen, groups)
    n_repeats = count_repeats(chosen.note_ids, workflow.repeats_of(present))
    notes = _central_first(chosen, in_use)
    if as_json:
        plain = _theme(chosen, notes, said, results)
        print_json({**plain, "n_near_duplicates": n_repeats})
        return
    say(chosen.label)
    if chosen.subtitle:
        say(chosen.subtitle)
    say(count_in_words(len(notes), n_repeats))
    if chosen.stability is not None:
        say(stability_in_words(chosen.stability))
    print_table((_("Label"), _("Note")), [(note.ref, note.text) for note in notes])
    edge = next((note for note in notes if note.id == chosen.edge_id), None)
    if edge is not None:
        say(_("Farthest from the middle: {ref} {text}").format(ref=edge.ref, text=edge.text))
    parts = [(part.label, len(part.note_ids)) for part in chosen.subthemes]
    if parts:
        print_table((_("Part of the theme"), _("Notes")), parts)
    _print_who_says(said)
    if groups is not None and results:
        _print_statements(results, groups)


def count_in_words(n: int, n_repeats: int) -> str:
    """Say how many notes there are, and how many of them nearly repeat another."""
    if not n_repeats:
        return ngettext("{n} note", "{n} notes", n).format(n=n)
    text = ngettext(
        "{n} notes, of which {n_repeats} in nearly the same words as another",
        "{n} notes, of which {n_repeats} in nearly the same words as others",
        n_repeats,
    )
    return text.format(n=n, n_repeats=n_repeats)


def _central_first(theme: Theme, notes: list[Note]) -> list[Note]:
    by_id = {note.id: note for note in notes}
    ids = dict.fromkeys((*theme.central_ids, *theme.note_ids))
    return [by_id[note_id] for note_id in ids if note_id in by_id]


def _print_who_says(said: WhoSays) -> None:
    headers = (
        _("Group or table"),
        *(_material(material) for material in said.materials),
        _("Notes of the theme"),
        _("All notes"),
    )
    rows = [(_group(row), *row.counts, row.n, row.n_all) for row in said.rows]
    print_table(headers, [*rows, (_("Together"), *said.totals, said.n, said.n_all)])


def _material(material: Material) -> str:
    kind = _MATERIALS.get(material.kind)
    return " ".join(part for part in (material.board, _(kind) if kind else "") if part) or "?"


def _group(row: GroupRow) -> str:
    if row.kind == "named":
        return row.group
    if row.kind == "small":
        return _("other groups together")
    return _("other or unknown group")


def _print_statements(results: tuple[StatementResult, ...], groups: OpinionGroups) -> None:
    shown = [group.id for group in groups.shown_groups]
    headers = (
        _("Statement"),
        _("agree/n"),
        *(_("{group}: agree/n").format(group=group_id) for group_id in shown),
    )
    rows = []
    for result in results:
        counts = (result.votes, *(result.by_group[group_id] for group_id in shown))
        rows.append((result.text, *(f"{one.agree}/{one.n}" for one in counts)))
    print_table(headers, rows)


def _counts(counts: Counts) -> dict[str, int]:
    return {"agree": counts.agree, "disagree": counts.disagree, "pass": counts.passes}


def _theme(
    theme: Theme, notes: list[Note], said: WhoSays, results: tuple[StatementResult, ...]
) -> dict[str, Any]:
    return {
        "id": theme.id,
        "label": theme.label,
        "subtitle": theme.subtitle,
        "keywords": list(theme.keywords),
        "notes": [
            {
                "id": note.id,
                "ref": note.ref,
                "text": note.text,
                "weight": note.weight,
                "reply_to": note.reply_to,
            }
            for note in notes
        ],
        "who_says": {
            "materials": store.to_plain(said.materials),
            "rows": [{**store.to_plain(row), "n": row.n} for row in said.rows],
            "totals": list(said.totals),
            "n": said.n,
            "n_all": said.n_all,
        },
        "statements": [
            {
                "id": result.id,
                "ref": result.ref,
                "text": result.text,
                **_counts(result.votes),
                "by_group": {key: _counts(value) for key, value in result.by_group.items()},
            }
            for result in results
        ],
    }
