"""Kinds of a workshop: suggested once, people's choice stays, undone like other decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.themes.conftest import WordEncoder
from toolkit import store, workflow
from toolkit.domain import EventKind, NoteKind, Workshop
from toolkit.errors import Cancelled, NoSuchThing, TooEarly

TEXTS = ("Kiitos kahvista!", "Saunaa pitäisi lämmittää useammin.", "Milloin kerho alkaa?")
KINDS = (NoteKind.THANKS, NoteKind.PROPOSAL, NoteKind.QUESTION)


def import_board(workshop: Workshop, folder: Path, texts: Sequence[str]) -> list[str]:
    """Import a board and return the ids of its notes."""
    path = folder / "lauta.csv"
    rows = "".join(f',"{text}",Anonymous,Kylätalo\n' for text in texts)
    path.write_text(f"Subject,Body,Author,Section\n{rows}", encoding="utf-8")
    workflow.import_exports(workshop, [path], actor="Aino")
    ids = {note.text: note.id for note in workflow.load_notes(workshop)}
    return [ids[text] for text in texts]


def choose(workshop: Workshop, note_id: str, kind: str) -> None:
    payload = {"note_id": note_id, "kind": kind}
    workflow.decide(workshop, EventKind.KIND_DECIDED, payload, actor="Aino")


@pytest.mark.models
def test_what_people_chose_outlives_new_notes_and_can_be_undone(
    workshop: Workshop, tmp_path: Path
) -> None:
    ids = import_board(workshop, tmp_path, TEXTS)
    found = workflow.update_kinds(workshop, encoder=WordEncoder())

    assert sorted(one.note_id for one in found) == sorted(ids)
    assert [workflow.load_kinds(workshop)[i] for i in ids] == list(KINDS)
    seq = store.last_seq(workshop)
    assert workflow.update_kinds(workshop, encoder=WordEncoder()) == found
    assert store.last_seq(workshop) == seq

    choose(workshop, ids[0], "huoli")
    more = import_board(workshop, tmp_path, (*TEXTS, "Pelkään pimeää."))
    workflow.update_kinds(workshop, encoder=WordEncoder(), recompute=True)
    kinds = workflow.load_kinds(workshop)
    assert [kinds[i] for i in more] == [NoteKind.WORRY, *KINDS[1:], NoteKind.WORRY]

    store.undo_last(workshop, actor="Aino")
    assert workflow.load_kinds(workshop)[ids[0]] is NoteKind.THANKS


def test_before_kinds_are_found_only_peoples_choices_are_known(
    workshop: Workshop, tmp_path: Path
) -> None:
    ids = import_board(workshop, tmp_path, TEXTS)
    assert workflow.load_kinds(workshop) == {}

    choose(workshop, ids[1], "toteamus")

    assert workflow.load_kinds(workshop) == {ids[1]: NoteKind.STATEMENT}
    [event] = [e for e in store.load_events(workshop) if e.kind is EventKind.KIND_DECIDED]
    assert store.summarise(event) == f"Merkinnän {ids[1]} laji: toteamus"


def test_a_kind_that_nobody_knows_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    ids = import_board(workshop, tmp_path, TEXTS)

    with pytest.raises(NoSuchThing):
        choose(workshop, ids[0], "valitus")


def test_without_notes_there_is_nothing_to_do(workshop: Workshop) -> None:
    with pytest.raises(TooEarly):
        workflow.update_kinds(workshop)


@pytest.mark.models
def test_stopping_half_way_changes_nothing(workshop: Workshop, tmp_path: Path) -> None:
    import_board(workshop, tmp_path, [f"Toive {n}" for n in range(40)])
    before = store.last_seq(workshop)
    shares: list[float] = []

    def stop_in_the_middle(share: float, _message: str) -> None:
        shares.append(share)
        if share > 0.5:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        workflow.update_kinds(workshop, encoder=WordEncoder(), progress=stop_in_the_middle)

    assert shares == sorted(shares)
    assert store.last_seq(workshop) == before
