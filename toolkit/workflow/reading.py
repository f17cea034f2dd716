"""Finding one's way in a workshop: search, themes by what people call them, repeated notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from toolkit import store
from toolkit.coding import name_themes
from toolkit.domain import Hit, Note, Theme, Workshop
from toolkit.duplicates import find_near_duplicates, list_repeats
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.search import NoteIndex
from toolkit.store import State
from toolkit.workflow.present import Present, load_present


class Found(NamedTuple):
    """What a search found.

    Attributes
    ----------
    notes
        Id → note, of the hits.
    by_meaning
        Whether notes were searched by meaning too.
    """

    hits: tuple[Hit, ...]
    notes: Mapping[str, Note]
    by_meaning: bool


def search_workshop(
    workshop: Workshop, query: str, *, limit: int = 50, encoder: Encoder | None = None
) -> Found:
    """Search the notes of a workshop, also those set aside.

    By words always; by meaning once the themes have been found, because that is when the language
    model has read the notes, which takes minutes.
    """
    present = load_present(workshop)
    by_meaning = bool(present.state.proposed_themes)
    if by_meaning and encoder is None:
        encoder = load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    index = NoteIndex(present.notes, encoder=encoder if by_meaning else None)
    hits = index.search(query, limit=limit)
    wanted = {hit.note_id for hit in hits}
    return Found(hits, {note.id: note for note in present.notes if note.id in wanted}, by_meaning)


def repeats_of(present: Present) -> Mapping[str, str]:
    """Return, of every note that nearly repeats an earlier one, the id of the earlier one."""
    return list_repeats(find_near_duplicates(present.notes))


def find_note_id(state: State, name: str) -> str:
    """Return the id of the note called by its citation label, in any case, or its id.

    Raises
    ------
    NoSuchThing
        If there is none.
    """
    wanted = name.strip().casefold()
    for key, (ref, _language) in state.labels.items():
        if not key.startswith("polis:") and wanted in (ref.casefold(), key.casefold()):
            return key
    raise NoSuchThing(
        N_("There is no note called this: {name}. See: osallisuus notes W"), name=name
    )


def find_theme_id(themes: Sequence[Theme], name: str) -> str:
    """Return the id of the theme called by its name or its id; *Muut* is always there.

    Raises
    ------
    NoSuchThing
        If there is none, or there are several.
    """
    codebook = name_themes(themes)
    wanted = " ".join(name.split()).casefold()
    known: Collection[tuple[str, str]] = [
        *((theme_id, label) for theme_id, label in codebook.items()),
        *((theme.id, theme.label) for theme in themes),
        *((theme_id, theme_id) for theme_id in codebook),
    ]
    found = sorted({theme_id for theme_id, called in known if called.casefold() == wanted})
    if len(found) == 1:
        return found[0]
    if found:
        msg = N_("Several themes are called “{name}”. Use one of their ids: {ids}.")
        raise NoSuchThing(msg, name=name, ids=", ".join(found))
    msg = N_("There is no theme called “{name}”. Choose one of: {names}.")
    raise NoSuchThing(msg, name=name, names="; ".join(codebook.values()))
