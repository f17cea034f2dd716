"""Codes of somebody who codes on the screen, kept on disk until they are handed in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from toolkit import store
from toolkit.coding import name_themes, shuffle_notes
from toolkit.domain import Workshop
from toolkit.errors import NoSuchThing, NothingToRead, TooEarly
from toolkit.i18n import N_
from toolkit.workflow.coding import HandedIn, name_coder, record_codes
from toolkit.workflow.present import Present, load_present

_FOLDER = "coding"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingDraft:
    """A sample of notes that somebody codes, and the codes so far.

    Attributes
    ----------
    note_ids
        In an order of the coder's own.
    codes
        Note id → theme id.
    """

    coder: str
    note_ids: tuple[str, ...]
    codes: Mapping[str, str]


def start_coding(workshop: Workshop, *, coder: str, n_notes: int = 0) -> CodingDraft:
    """Return the draft of a coder; a new one with a sample of notes when there is none.

    Whoever comes second gets the notes of the first, as codes can be compared only of notes that
    both have coded; without their codes.

    Parameters
    ----------
    n_notes
        Size of the sample for whoever comes first; 0 for every note in use.

    Raises
    ------
    TooEarly
        If there are no themes to code with.
    NothingToRead
        If the coder has handed in every note there is to code.
    BadName
        If the coder has no name.
    """
    present = load_present(workshop)
    coder = name_coder(coder, present.state)
    draft = load_coding(workshop, coder=coder)
    if draft is not None:
        return draft
    if all(theme.is_rest for theme in present.themes):
        raise TooEarly(N_("There are no themes to code with. Find the themes first."))
    sample = notes_of_others(workshop, present, coder=coder)
    sample = sample or _sample(present, coder=coder, n_notes=n_notes)
    if not sample:
        raise NothingToRead(N_("You have handed in every note there is to code."))
    notes = [note for note in present.notes_in_use if note.id in sample]
    note_ids = tuple(note.id for note in shuffle_notes(notes, coder))
    return _keep(workshop, CodingDraft(coder=coder, note_ids=note_ids, codes={}))


def load_coding(workshop: Workshop, *, coder: str) -> CodingDraft | None:
    """Return the draft of a coder, in whatever capitals the name is written; None without one."""
    try:
        plain = json.loads(_path(workshop, coder).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return store.from_plain(CodingDraft, plain)


def code_note(workshop: Workshop, note_id: str, theme_id: str, *, coder: str) -> CodingDraft:
    """Keep the code of one note; an empty theme takes it away.

    Raises
    ------
    NoSuchThing
        If the coder has no draft, or the note is not in it.
    """
    draft = load_coding(workshop, coder=coder)
    if draft is None or note_id not in draft.note_ids:
        raise NoSuchThing(N_("This note is not among those you code. Reload the page."))
    codes = {**draft.codes, note_id: theme_id}
    kept = {key: code for key, code in codes.items() if code}
    return _keep(workshop, CodingDraft(coder=draft.coder, note_ids=draft.note_ids, codes=kept))


def hand_in_draft(workshop: Workshop, *, coder: str) -> HandedIn:
    """Record the codes of a draft in the log and end the draft.

    Raises
    ------
    NothingToRead
        If no note has been coded.
    """
    draft = load_coding(workshop, coder=coder)
    present = load_present(workshop)
    known = name_themes(present.themes).keys()
    used = {note.id for note in present.notes_in_use}
    given = {
        key: code
        for key, code in (draft.codes.items() if draft else ())
        if key in used and code in known
    }
    if draft is None or not given:
        raise NothingToRead(N_("No note has been coded yet. Code at least one, then hand in."))
    done = record_codes(workshop, given, coder=draft.coder, present=present)
    _path(workshop, coder).unlink(missing_ok=True)
    return done


def notes_of_others(workshop: Workshop, present: Present, *, coder: str) -> set[str]:
    """Return the notes in use that others code or have coded, and the coder has not."""
    used = {note.id for note in present.notes_in_use}
    others = {
        note_id
        for name, codes in present.state.codings.items()
        if name.casefold() != coder.casefold()
        for note_id in codes
    }
    drafts = (one for one in _drafts(workshop) if one.coder.casefold() != coder.casefold())
    theirs = used & others.union(*(one.note_ids for one in drafts))
    return theirs - present.state.codings.get(coder, {}).keys()


def _sample(present: Present, *, coder: str, n_notes: int) -> set[str]:
    """Return the first notes, of those the coder has not coded, of an order nobody chose."""
    mine = present.state.codings.get(coder, {}).keys()
    left = [note for note in present.notes_in_use if note.id not in mine]
    return {note.id for note in shuffle_notes(left, "")[: n_notes or None]}


def _drafts(workshop: Workshop) -> Iterator[CodingDraft]:
    for path in sorted((Path(workshop.folder) / _FOLDER).glob("*.json")):
        yield store.from_plain(CodingDraft, json.loads(path.read_text(encoding="utf-8")))


def _keep(workshop: Workshop, draft: CodingDraft) -> CodingDraft:
    text = store.to_text(store.to_plain(draft))
    store.write_bytes(_path(workshop, draft.coder), text.encode())
    return draft


def _path(workshop: Workshop, coder: str) -> Path:
    # Names are people's own words, so a digest stands for one.
    name = " ".join(coder.split()).casefold()
    digest = blake2b(name.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Path(workshop.folder) / _FOLDER / f"{digest}.json"
