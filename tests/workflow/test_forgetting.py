"""Originals deleted: the words are gone, and the workshop goes on as if nothing had happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflow.test_imports import board
from tests.workflow.test_personal_data import NOTES, mask_all, send
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import NoSuchThing
from toolkit.workflow.forgetting import foresee_forgetting, forget_originals
from toolkit.workflow.looking import import_waiting
from toolkit.workflow.waiting import keep_waiting

POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"
SECRETS = ("Virta", "Pekka", "040 123", "Suvikuja")


@pytest.fixture
def masked(workshop: Workshop, tmp_path: Path) -> Workshop:
    waiting_id = send(workshop, board(tmp_path, "lauta.csv", *NOTES))
    mask_all(workshop, waiting_id)
    import_waiting(workshop, waiting_id, actor="Aino")
    return workshop


def secrets_in(folder: Path) -> set[str]:
    """Which of the words stand in any file of the workshop, the database included."""
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {word for word in SECRETS if word.encode() in whole}


def test_the_words_are_gone_and_the_notes_stay(masked: Workshop) -> None:
    before = workflow.load_notes(masked)
    assert secrets_in(masked.folder) == set(SECRETS)

    gone = forget_originals(masked, actor="Aino")

    assert [source.name for source in gone.sources] == ["lauta.csv"]
    assert secrets_in(masked.folder) == set()
    assert workflow.load_notes(masked) == before
    assert {note.ref for note in before} == {f"T1-00{n}" for n in range(1, 6)}
    event = store.load_events(masked)[-1]
    assert (event.kind, event.actor) == (EventKind.ORIGINALS_FORGOTTEN, "Aino")
    assert event.payload == {"source_ids": [gone.sources[0].id]}


def test_a_newer_export_still_finds_its_notes(masked: Workshop, tmp_path: Path) -> None:
    forget_originals(masked, actor="Aino")
    newer = board(tmp_path, "uudempi.csv", *NOTES, "Liisa Koskinen vetää kerhoa.")

    second = send(masked, newer)
    mask_all(masked, second)
    receipt = import_waiting(masked, second, actor="Aino")

    assert (receipt.rows, receipt.notes, receipt.merged) == (6, 1, 5)
    notes = workflow.load_notes(masked)
    assert [note.ref for note in notes] == [f"T1-00{n}" for n in range(1, 7)]
    assert notes[-1].text == "[HENKILÖ 2] vetää kerhoa."


def test_the_same_file_again_brings_no_original_back(masked: Workshop, tmp_path: Path) -> None:
    forget_originals(masked, actor="Aino")

    (receipt,) = workflow.import_exports(
        masked, [board(tmp_path, "lauta.csv", *NOTES)], actor="Aino"
    )

    assert (receipt.notes, receipt.merged) == (0, 5)
    assert secrets_in(masked.folder) == set()
    assert foresee_forgetting(masked).sources == ()


def test_votes_survive_and_what_waits_goes_too(workshop: Workshop, tmp_path: Path) -> None:
    workflow.import_exports(workshop, [POLIS], actor="Aino")
    rounds = workflow.load_votes(workshop)
    keep_waiting(workshop, board(tmp_path, "odottaa.csv", *NOTES))

    gone = forget_originals(workshop, actor="Aino")

    assert gone.waiting == ("odottaa.csv",)
    assert workflow.list_waiting(workshop) == ()
    after = workflow.load_votes(workshop)
    assert rounds is not None
    assert after is not None
    assert (after[0].statements, after[1]) == (rounds[0].statements, rounds[1])
    assert (after[0].value == rounds[0].value).all()


def test_one_of_several_and_nothing_else(masked: Workshop, tmp_path: Path) -> None:
    other = board(tmp_path, "toinen.csv", "Bussi ei kulje.", "Jono on pitkä.", prompt="Mikä?")
    workflow.import_exports(masked, [other], actor="Aino")
    keep_waiting(masked, board(tmp_path, "odottaa.csv", "Vielä yksi."))
    (masked.folder / "exports" / "oma.csv").write_text("jätetty", encoding="utf-8")

    gone = forget_originals(masked, ["toinen.csv"], actor="Aino")

    assert [source.name for source in gone.sources] == ["toinen.csv"]
    assert gone.left == ("oma.csv",)
    assert [one.name for one in workflow.list_waiting(masked)] == ["odottaa.csv"]
    assert secrets_in(masked.folder) == set(SECRETS)
    with pytest.raises(NoSuchThing, match=r"kolmas\.csv"):
        forget_originals(masked, ["kolmas.csv"], actor="Aino")


def test_an_original_that_was_changed_is_not_deleted(masked: Workshop) -> None:
    (original,) = (masked.folder / "exports").iterdir()
    original.write_text("muuta", encoding="utf-8")

    with pytest.raises(NoSuchThing):
        forget_originals(masked, actor="Aino")

    assert original.exists()
    assert store.load_events(masked)[-1].kind is EventKind.SOURCE_IMPORTED


def test_what_the_cache_alone_has_is_not_lost(masked: Workshop) -> None:
    before = workflow.load_notes(masked)
    (original,) = (masked.folder / "exports").iterdir()
    original.unlink()

    gone = forget_originals(masked, actor="Aino")

    assert gone.sources == ()
    assert workflow.load_notes(masked) == before
    assert secrets_in(masked.folder) == set()
