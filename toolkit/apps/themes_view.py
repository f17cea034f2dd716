"""The theme board as the page shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit import workflow
from toolkit.apps.state import UNNAMED
from toolkit.domain import Note, Offer, OpinionGroups, Statement, Theme
from toolkit.findings import statements_of_theme
from toolkit.i18n import _, ngettext
from toolkit.themes import stability_in_words
from toolkit.themes.finding_again import CLEAR
from toolkit.workflow import Present

FIRST = 8
"""How many notes of each theme go with the board; the page asks for the rest when they are seen."""

# So many notes from the middle of a theme come before the one from its edge.
_CENTRAL = 3


def board_view(present: Present, *, shown: Collection[str] | None = None) -> dict[str, Any]:
    """Return themes, the first notes of each, and what waits for people, ready for JSON.

    Parameters
    ----------
    shown
        Ids of the notes to show; None for all.
    """
    aside = present.set_aside
    themed = {note_id for theme in present.themes for note_id in theme.note_ids}
    loose = [n.id for n in present.notes if n.id not in themed and n.id not in aside]
    changes = present.state.theme_changes
    housed = _with_every_statement(present)
    listed = _statements(present, housed)
    themes = [{**_theme(theme, shown), "statements": listed[theme.id]} for theme in ordered(housed)]
    offers = _offers(present.offers, present.themes)
    hidden = [key for key in aside if key not in themed]
    put_aside = [key for key in hidden if shown is None or key in shown]
    first = {key for theme in themes for key in theme["note_ids"][:FIRST]}
    first |= {offer["note_id"] for offer in offers} | set(put_aside)
    return {
        "seq": present.state.seq,
        "n_notes": len(present.notes),
        "n_shown": sum(len(theme["note_ids"]) for theme in themes) + len(put_aside),
        "n_listed": len(themed) + len(hidden),
        "themes": themes,
        "notes": note_cards((n for n in present.notes if n.id in first), among=present.notes),
        "placed": sorted({note_id for theme in present.themes for note_id in theme.placed_ids}),
        "also": _also(present.themes),
        "offers": offers,
        "changes": workflow.describe_changes(changes) if changes else "",
        "loose": len(loose) if present.themes else 0,
        "loose_text": ngettext(
            "{n} new note is in no theme yet. Themes you changed stay; others may be grouped anew.",
            "{n} new notes are in no theme yet. "
            "Themes you changed stay; others may be grouped anew.",
            len(loose),
        ).format(n=len(loose)),
        "aside": [{"id": key, "reason": aside[key]} for key in put_aside],
    }


def ordered(themes: Iterable[Theme]) -> list[Theme]:
    """Return themes as a reader meets them: the largest first, *Muut* last."""

    def place(theme: Theme) -> tuple[bool, int, int, str]:
        return theme.is_rest, -len(theme.note_ids), -len(theme.statement_ids), theme.label

    return sorted(themes, key=place)


def _theme(theme: Theme, shown: Collection[str] | None) -> dict[str, Any]:
    central = [note_id for note_id in theme.central_ids[:_CENTRAL] if note_id in theme.note_ids]
    first = dict.fromkeys([*central, *(key for key in (theme.edge_id,) if key)])
    ordered_ids = list(dict.fromkeys([*first, *theme.central_ids, *theme.note_ids]))
    held = set(theme.note_ids) if shown is None else set(theme.note_ids) & set(shown)
    return {
        "id": theme.id,
        "label": theme.label,
        "subtitle": theme.subtitle,
        "keywords": ", ".join(theme.keywords[:6]),
        "count": _count_all(theme),
        "steady": stability_in_words(theme.stability),
        "note_ids": [note_id for note_id in ordered_ids if note_id in held],
        "n_notes": len(theme.note_ids),
        "edge_id": theme.edge_id,
        "is_rest": theme.is_rest,
        "named_by": "" if theme.named_by == UNNAMED else theme.named_by,
        "locked": theme.locked,
        "description": theme.description,
        "includes": theme.includes,
        "near_misses": theme.near_misses,
        "parts": [
            {"label": part.label, "note_ids": list(part.note_ids), "count": _count(part.note_ids)}
            for part in theme.subthemes
        ],
    }


def _count(note_ids: Sequence[str]) -> str:
    n = len(note_ids)
    return ngettext("{n} note", "{n} notes", n).format(n=n)


def _count_all(theme: Theme) -> str:
    n = len(theme.statement_ids)
    statements = ngettext("{n} statement", "{n} statements", n).format(n=n) if n else ""
    notes = _count(theme.note_ids) if theme.note_ids or not n else ""
    return " · ".join(part for part in (notes, statements) if part)


def _with_every_statement(present: Present) -> list[Theme]:
    """Return the themes, the statements that belong to none of them in *Muut*."""
    groups, themes = present.state.opinion_groups, present.themes
    known = groups.statements if groups else _read_statements(present) if themes else ()
    held = {key for theme in themes for key in theme.statement_ids}
    homeless = tuple(
        one.id for one in known if one.id not in held and one.moderated >= 0 and not one.is_meta
    )
    return [
        replace(theme, statement_ids=(*theme.statement_ids, *homeless)) if theme.is_rest else theme
        for theme in themes
    ]


def _read_statements(present: Present) -> tuple[Statement, ...]:
    return tuple(workflow.load_statements(present.workshop, state=present.state))


def _statements(present: Present, themes: Sequence[Theme]) -> dict[str, list[dict[str, str]]]:
    """Return the statements of every theme; the votes on them once groups have been found."""
    groups = present.state.opinion_groups
    if groups is not None or not any(theme.statement_ids for theme in themes):
        return {theme.id: _with_votes(theme, groups) for theme in themes}
    read = {statement.id: statement.text for statement in _read_statements(present)}
    return {
        theme.id: [{"text": read[key], "agreed": ""} for key in theme.statement_ids if key in read]
        for theme in themes
    }


def _with_votes(theme: Theme, groups: OpinionGroups | None) -> list[dict[str, str]]:
    """Return the statements of a theme, and how many agree, of all voters and in each group."""
    listed = []
    for result in statements_of_theme(theme, groups):
        counts = [(_("all"), result.votes), *result.by_group.items()]
        shares = ", ".join(f"{who} {one.agree}/{one.n}" for who, one in counts)
        listed.append({"text": result.text, "agreed": _("agree: {shares}").format(shares=shares)})
    return listed


def note_cards(notes: Iterable[Note], *, among: Iterable[Note]) -> dict[str, dict[str, str]]:
    """Return by id what stands on notes, whatever people decide of them.

    ``among`` are the notes that they may comment on.
    """
    refs = {note.id: note.ref for note in among}
    return {
        note.id: {
            "ref": note.ref,
            "text": note.text,
            "prompt": note.prompt,
            "group": note.group,
            "marks": " · ".join(_marks(note, refs)),
        }
        for note in notes
    }


def _marks(note: Note, refs: Mapping[str, str]) -> Iterator[str]:
    """Yield what the export says of a note beside its words."""
    if note.reply_to in refs:
        yield _("Comments on {ref}").format(ref=refs[note.reply_to])
    if note.weight:
        yield _("Support in the export: {n}").format(n=note.weight)


def _also(themes: Sequence[Theme]) -> dict[str, list[str]]:
    """Return note id → names of the other themes that it comes near."""
    also: dict[str, list[str]] = {}
    for theme in ordered(themes):
        for note_id in theme.also_ids:
            also.setdefault(note_id, []).append(theme.label)
    return also


def _offers(offers: Iterable[Offer], themes: Sequence[Theme]) -> list[dict[str, Any]]:
    homes = {note_id: theme.id for theme in themes for note_id in theme.note_ids}
    return [
        {
            "note_id": offer.note_id,
            "home_id": homes[offer.note_id],
            "first_id": offer.theme_id,
            "second_id": offer.second_id,
            "between": offer.margin < CLEAR,
        }
        for offer in offers
    ]
