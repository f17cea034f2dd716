"""Coding blind: sheets out and in, agreement, and settling what the coders do not agree on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from toolkit.coding import measure_agreement, name_themes, shuffle_notes
from toolkit.domain import Agreement, Coding, EventKind, Note, Workshop
from toolkit.errors import BadName, NoSuchThing, NothingToRead, TooEarly, UnreadableExport
from toolkit.i18n import N_
from toolkit.store import State
from toolkit.workflow.coded_themes import (
    SETTLES,
    follow_codes,
    settled_themes,
    themes_compared,
)
from toolkit.workflow.coding_sheets import Given, read_coding_sheet, write_coding_sheet
from toolkit.workflow.decisions import decide
from toolkit.workflow.present import Present, load_present
from toolkit.workflow.reading import find_theme_id


class HandedIn(NamedTuple):
    """What came of a sheet: notes coded, and notes in use that the coder has not coded."""

    coder: str
    n_coded: int
    n_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A note that coders coded differently.

    Attributes
    ----------
    codes
        Coder → theme id.
    settled
        Id of the theme that somebody settled on; empty while it is open.
    """

    note: Note
    codes: Mapping[str, str]
    settled: str = ""


class Compared(NamedTuple):
    """How far the coders agree, and what they do not agree on.

    Attributes
    ----------
    labels
        Theme id → name, of every theme in the codes.
    gone
        Notes with a code on a theme that is no longer there, as others could not choose it; such
        codes are not compared. A theme merged into another counts as that other.
    """

    agreement: Agreement
    disagreements: tuple[Disagreement, ...]
    labels: Mapping[str, str]
    gone: tuple[Note, ...] = ()


def make_coding_sheet(workshop: Workshop, path: Path, *, coder: str) -> int:
    """Write a sheet for one coder: notes in use in an order of their own, names of themes.

    Neither the codes of others nor where the notes stand now are in it. Returns how many notes.

    Raises
    ------
    TooEarly
        If there are no themes to code with.
    BadName
        If the coder has no name, or the file name ends in no known format.
    """
    present = load_present(workshop)
    if all(theme.is_rest for theme in present.themes):
        raise TooEarly(N_("There are no themes to code with. Find them first: osallisuus themes W"))
    notes = shuffle_notes(present.notes_in_use, name_coder(coder, present.state))
    rows = [(note.ref, note.prompt, note.text) for note in notes]
    write_coding_sheet(path, rows, tuple(name_themes(present.themes).values()))
    return len(notes)


def hand_in_codes(workshop: Workshop, path: Path, *, coder: str) -> HandedIn:
    """Record the codes of a filled-in sheet; what was not filled in stays as it was.

    A code that others can be compared with already is not changed any more: the coder may have
    seen theirs.

    Raises
    ------
    UnreadableExport
        If it is no coding sheet, or one of other notes, or a row names an unknown note or theme, or
        repeats a note, or changes a code too late.
    NothingToRead
        If no row has a theme.
    BadName
        If the coder has no name.
    """
    present = load_present(workshop)
    coder = name_coder(coder, present.state)
    filled_in = read_coding_sheet(path)
    _refuse_other_notes(filled_in, present, name=path.name)
    codes = _codes(filled_in, present)
    if not codes:
        msg = N_("No row of the sheet has a theme yet: {name}. Fill it in and try again.")
        raise NothingToRead(msg, name=path.name)
    return record_codes(workshop, codes, coder=coder, present=present)


def record_codes(
    workshop: Workshop, codes: Mapping[str, str], *, coder: str, present: Present
) -> HandedIn:
    """Record codes, note id → theme id, of a coder whose name is as it was written first.

    Raises
    ------
    UnreadableExport
        If a code changes that others can be compared with already.
    Conflict
        If the workshop has changed since ``present``.
    """
    given = follow_codes(present.state)
    mine = given.get(coder, {})
    _refuse_late(codes, coder, given, present.notes)
    fresh = {note_id: code for note_id, code in codes.items() if mine.get(note_id) != code}
    if fresh:
        decide(
            workshop,
            EventKind.SHEET_CODED,
            {"codes": fresh},
            actor=coder,
            expected_seq=present.state.seq,
        )
    left = {note.id for note in present.notes_in_use} - {*mine, *codes}
    return HandedIn(coder, len(codes), len(left))


def compare_codings(workshop: Workshop) -> Compared:
    """Measure how far the coders agree, and list the notes on which they do not.

    Raises
    ------
    TooEarly
        Until two coders have coded the same note: nobody sees the codes of others before. Or if
        themes have gone so that no note has two codes to compare.
    """
    present = load_present(workshop)
    notes = {note.id: note for note in present.notes}
    given = [
        Coding(coder=coder, note_id=note_id, code=code)
        for coder, codes in follow_codes(present.state).items()
        for note_id, code in codes.items()
        if note_id in notes
    ]
    if not _has_pair(given):
        raise TooEarly(
            N_(
                "No note has been coded by two people yet. Each codes a sheet of their own first: "
                "osallisuus coding sheet W --coder NAME -o FILE.xlsx"
            )
        )
    there = themes_compared(present)
    codings = [coding for coding in given if coding.code in there]
    if not _has_pair(codings):
        raise TooEarly(
            N_(
                "The coders' themes are no longer there, so their codes cannot be compared. Code "
                "again, each under a new name: osallisuus coding sheet W --coder NAME -o FILE.xlsx"
            )
        )
    agreement = measure_agreement(codings)
    settled = settled_themes(present.state)
    listed = tuple(
        Disagreement(
            note=notes[note_id],
            codes={c.coder: c.code for c in codings if c.note_id == note_id},
            settled=settled.get(note_id, ""),
        )
        for note_id in agreement.disagreements
    )
    proposed = {theme.id: theme.label for theme in present.state.proposed_themes}
    labels = {**proposed, **name_themes(present.themes)}
    gone = {coding.note_id for coding in given if coding.code not in there}
    return Compared(agreement, listed, labels, tuple(n for n in notes.values() if n.id in gone))


def settle(workshop: Workshop, ref: str, theme: str, *, actor: str, reason: str = "") -> str:
    """Put a note that coders disagree on into a theme; returns the id of the theme.

    So is a note settled that has a code on a theme no longer there.

    Parameters
    ----------
    ref
        Citation label or id of the note.
    theme
        Name or id of the theme.

    Raises
    ------
    TooEarly
        If there is nothing to compare yet.
    NoSuchThing
        If coders do not disagree on the note, or there is no such theme.
    """
    compared = compare_codings(workshop)
    wanted = ref.strip().casefold()
    notes = [*(one.note for one in compared.disagreements), *compared.gone]
    note = next((n for n in notes if wanted in (n.ref.casefold(), n.id.casefold())), None)
    if note is None:
        msg = N_("Coders do not disagree on the note {ref}. See: osallisuus coding agreement W")
        raise NoSuchThing(msg, ref=ref)
    theme_id = find_theme_id(load_present(workshop).themes, theme)
    payload = {"note_id": note.id, "theme_id": theme_id, "reason": reason, "settles": SETTLES}
    decide(workshop, EventKind.NOTE_MOVED, payload, actor=actor)
    return theme_id


def name_coder(coder: str, state: State) -> str:
    """Return the name of a coder as it was written first: Aino and aino are one person."""
    name = " ".join(coder.split())
    if not name:
        raise BadName(N_("A coder needs a name: --coder NAME"))
    return next((other for other in state.codings if other.casefold() == name.casefold()), name)


def _refuse_other_notes(given: tuple[Given, ...], present: Present, *, name: str) -> None:
    """Refuse a sheet of another workshop, whose labels may be the same: by the texts beside them.

    Letters are compared, and half of them is enough: somebody may have mended a text, or saved the
    sheet in an encoding without emoji.
    """
    texts = {note.ref.casefold(): _letters(note.text) for note in present.notes}
    rows = [one for one in given if one.text is not None]
    n_same = sum(texts.get(one.ref.casefold()) == _letters(one.text or "") for one in rows)
    if n_same * 2 < len(rows):
        msg = N_("The notes on the sheet are not the notes of this workshop: {name}. Choose again.")
        raise UnreadableExport(msg, name=name)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _codes(given: tuple[Given, ...], present: Present) -> dict[str, str]:
    """Return note id → theme id of the rows of a sheet."""
    ids = {note.ref.casefold(): note.id for note in present.notes}
    codes: dict[str, str] = {}
    for row, ref, theme, _text in given:
        note_id = ids.get(ref.casefold())
        if note_id is None:
            msg = N_("Row {row}: there is no note labelled {ref}. Copy the labels as they were.")
            raise UnreadableExport(msg, row=row, ref=ref)
        try:
            theme_id = find_theme_id(present.themes, theme)
        except NoSuchThing as unknown:
            msg = N_("Row {row}: there is no theme called “{name}”. Choose one of: {names}.")
            names = "; ".join(name_themes(present.themes).values())
            raise UnreadableExport(msg, row=row, name=theme, names=names) from unknown
        if codes.setdefault(note_id, theme_id) != theme_id:
            msg = N_("Row {row}: the note {ref} has another theme on an earlier row.")
            raise UnreadableExport(msg, row=row, ref=ref)
    return codes


def _refuse_late(
    codes: Mapping[str, str],
    coder: str,
    given: Mapping[str, Mapping[str, str]],
    notes: tuple[Note, ...],
) -> None:
    mine = given.get(coder, {})
    others = {key for name, theirs in given.items() if name != coder for key in theirs}
    for note in notes:
        changed = note.id in mine and codes.get(note.id, mine[note.id]) != mine[note.id]
        if changed and note.id in others:
            msg = N_(
                "The code of {ref} is not changed any more: others have coded the note, and blind "
                "coding is over. Settle it instead: osallisuus coding settle W {ref} THEME"
            )
            raise UnreadableExport(msg, ref=note.ref)


def _has_pair(codings: list[Coding]) -> bool:
    return len({coding.note_id for coding in codings}) < len(codings)
