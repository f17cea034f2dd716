"""Coding blind: a sheet out, codes in, agreement only then, and settling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workflow.conftest import NOTES, refs
from toolkit import store, workflow
from toolkit.domain import REST_ID, EventKind, Workshop
from toolkit.errors import (
    NoSuchThing,
    TooEarly,
    UnreadableExport,
)


def test_a_sheet_is_blind_and_its_order_is_the_coders_own(
    coded: Workshop, tmp_path: Path, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    orders = {}
    for name in ("Aino", "Veikko", "Aino"):
        workflow.make_coding_sheet(coded, tmp_path / "a.csv", coder=name)
        orders.setdefault(name, set()).add((tmp_path / "a.csv").read_bytes())
    hand_in("Veikko", "Kyydit", "Kyydit", "Muut", "Muut", "Muut")
    workflow.make_coding_sheet(coded, tmp_path / "a.csv", coder="Aino")
    orders["Aino"].add((tmp_path / "a.csv").read_bytes())

    assert [len(orders["Aino"]), len(orders["Aino"] | orders["Veikko"])] == [1, 2]


def test_nobody_sees_codes_before_two_have_coded_a_note(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit")
    hand_in("Veikko", "", "", "Muut")
    with pytest.raises(TooEarly):
        workflow.compare_codings(coded)
    with pytest.raises(TooEarly):
        workflow.settle(coded, refs(coded)[0], "Muut", actor="Aino")

    hand_in("Veikko", "Kyydit", "Muut", "Muut")
    found = workflow.compare_codings(coded)

    assert (found.agreement.coders, found.agreement.n_notes) == (("Aino", "Veikko"), 2)
    assert found.agreement.percent == 0.5
    (one,) = found.disagreements
    assert (one.note.text, dict(one.codes)) == (NOTES[1], {"Aino": "t-1", "Veikko": REST_ID})


def test_settling_moves_the_note_and_leaves_the_codes(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit", "=Chat ja jonot")
    hand_in("Veikko", "Kyydit", "Muut", "=Chat ja jonot")
    before = workflow.compare_codings(coded).agreement
    agreed, disputed, *_rest = refs(coded)

    workflow.settle(coded, disputed.lower(), "muut", actor="Aino", reason="ei kyydistä")

    after = workflow.compare_codings(coded)
    assert after.agreement == before
    assert [one.settled for one in after.disagreements] == [REST_ID]
    rest = next(theme for theme in workflow.load_present(coded).themes if theme.is_rest)
    assert rest.note_ids == (after.disagreements[0].note.id,)
    event = store.load_events(coded)[-1]
    assert (event.kind, event.actor, event.payload["reason"]) == (
        EventKind.NOTE_MOVED, "Aino", "ei kyydistä",
    )  # fmt: skip
    with pytest.raises(NoSuchThing, match=agreed):
        workflow.settle(coded, agreed, "Muut", actor="Aino")


def test_a_code_is_mended_until_others_can_be_seen(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit")
    assert hand_in("aino", "Muut") == ("Aino", 1, 3)
    hand_in("Veikko", "Kyydit")
    seq = store.last_seq(coded)

    with pytest.raises(UnreadableExport, match=refs(coded)[0]):
        hand_in("Aino", "Kyydit", "Kyydit")
    assert store.last_seq(coded) == seq
    hand_in("Aino", "Muut", "Muut", "Muut")  # what Veikko has not coded
    assert sorted(workflow.load_state(coded).codings["Aino"].values()) == [REST_ID] * 3


def test_a_sheet_is_one_line_of_the_log(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit", "Muut")
    event = store.load_events(coded)[-1]
    hand_in("Aino", "Kyydit", "Kyydit", "Muut")

    assert store.last_seq(coded) == event.seq  # nothing new
    assert store.summarise(event) == "Koodausarkki palautettu, merkintöjä: 3"


def test_undo_takes_no_sheet_back(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    name = {"theme_id": "t-1", "label": "Linja-autot"}
    workflow.decide(coded, EventKind.THEME_RENAMED, name, actor="Aino")
    hand_in("Aino", "Linja-autot", "Linja-autot")
    hand_in("Veikko", "Linja-autot", "Muut")
    codings = workflow.load_state(coded).codings
    sheet = store.load_events(coded)[-1]

    assert store.undo_last(coded, actor="Cilla").kind is EventKind.THEME_RENAMED
    with pytest.raises(TooEarly):
        store.undo_last(coded, actor="Cilla")
    # A screen may offer to undo a line by its number, and an older log may hold such a line.
    workflow.decide(coded, EventKind.UNDONE, {"seq": sheet.seq}, actor="Cilla")

    assert workflow.load_state(coded).codings == codings
    with pytest.raises(UnreadableExport, match=refs(coded)[1]):
        hand_in("Veikko", "Kyydit", "Kyydit")
    assert store.redo_last(coded, actor="Aino").kind is EventKind.THEME_RENAMED


def test_codes_of_unknown_notes_and_themes_are_refused(coded: Workshop) -> None:
    note = workflow.load_notes(coded)[0]

    for codes in ({"x": "t-1"}, {note.id: "t-9"}):
        with pytest.raises(NoSuchThing):
            workflow.decide(coded, EventKind.SHEET_CODED, {"codes": codes}, actor="Aino")


def test_a_theme_merged_away_counts_as_the_one_it_went_into(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit", "=Chat ja jonot", "Muut")
    merged = {"theme_ids": ["t-1", "t-2"], "into": "t-2", "label": "Arki"}
    workflow.decide(coded, EventKind.THEMES_MERGED, merged, actor="Aino")
    hand_in("Veikko", "Arki", "Arki", "Arki", "Arki")

    found = workflow.compare_codings(coded)

    (one,) = found.disagreements
    assert (one.note.text, dict(one.codes)) == (NOTES[3], {"Aino": REST_ID, "Veikko": "t-2"})
    assert (found.agreement.percent, found.gone) == (0.75, ())
    seq = store.last_seq(coded)
    hand_in("Aino", "Arki", "Arki", "Arki", "Muut")  # the same codes under the new name
    assert store.last_seq(coded) == seq


def test_a_code_on_a_theme_that_is_gone_is_told_and_no_disagreement(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit", "=Chat ja jonot")
    for note in workflow.load_notes(coded):
        if note.text in NOTES[:2]:
            moved = {"note_id": note.id, "theme_id": "t-2"}
            workflow.decide(coded, EventKind.NOTE_MOVED, moved, actor="Aino")
    hand_in("Veikko", "=Chat ja jonot", "Muut")
    with pytest.raises(TooEarly, match="no longer there"):
        workflow.compare_codings(coded)
    hand_in("Veikko", "=Chat ja jonot", "Muut", "=Chat ja jonot")

    found = workflow.compare_codings(coded)

    assert (found.agreement.n_notes, found.agreement.percent, found.disagreements) == (1, 1.0, ())
    assert [note.text for note in found.gone] == list(NOTES[:2])
    assert workflow.settle(coded, refs(coded)[1], "Muut", actor="Aino") == REST_ID


def test_settling_a_theme_empty_leaves_the_agreement_as_it_was(
    coded: Workshop, hand_in: Callable[..., workflow.HandedIn]
) -> None:
    hand_in("Aino", "Kyydit", "Kyydit", "Muut")
    hand_in("Veikko", "Muut", "Muut", "Muut")
    before = workflow.compare_codings(coded).agreement
    for ref in refs(coded)[:2]:
        workflow.settle(coded, ref, "Muut", actor="Aino")

    after = workflow.compare_codings(coded)

    assert (after.agreement, after.gone) == (before, ())


def test_notes_set_aside_are_not_coded(coded: Workshop, tmp_path: Path) -> None:
    note = workflow.load_notes(coded)[0]
    workflow.decide(coded, EventKind.NOTE_SET_ASIDE, {"note_id": note.id}, actor="Aino")

    assert workflow.make_coding_sheet(coded, tmp_path / "a.csv", coder="Aino") == 4
    assert note.ref not in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
