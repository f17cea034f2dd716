"""Coding blind: a sheet out, codes in, agreement only then, and settling."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from toolkit import store, workflow
from toolkit.domain import REST_ID, EventKind, Theme, Workshop
from toolkit.errors import (
    BadName,
    NoSuchThing,
    NothingToRead,
    TooEarly,
    ToolkitError,
    UnreadableExport,
)

NOTES = (
    "Bussi ei kulje iltaisin.",
    "=1+1 bussivuoroa lisää",
    "Chat auttoi; \"paljon\"",
    "Jono on pitkä.",
    "@kirjasto auki",
)  # fmt: skip


@pytest.fixture
def coded(workshop: Workshop, tmp_path: Path) -> Workshop:
    """A workshop of five notes in two themes, one of them named like a formula, and the rest."""
    board = tmp_path / "lauta.csv"
    with board.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Subject", "Body", "Author", "Section"])
        writer.writerows(["", text, "Anonymous", "Mitä?"] for text in NOTES)
    workflow.import_exports(workshop, [board], actor="Aino")
    ids = {note.text: note.id for note in workflow.load_notes(workshop)}
    themes = (
        Theme(id="t-1", label="Kyydit", note_ids=tuple(sorted(ids[t] for t in NOTES[:2]))),
        Theme(id="t-2", label="=Chat ja jonot", note_ids=tuple(sorted(ids[t] for t in NOTES[2:]))),
    )
    payload = {"themes": [store.to_plain(theme) for theme in themes], "input": {}}
    store.append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    return workshop


def refs(workshop: Workshop) -> list[str]:
    """Labels of the notes in the order of NOTES."""
    by_text = {note.text: note.ref for note in workflow.load_notes(workshop)}
    return [by_text[text] for text in NOTES]


@pytest.fixture
def hand_in(coded: Workshop, tmp_path: Path) -> Callable[..., workflow.HandedIn]:
    """Hand in a sheet with these themes for the first notes."""

    def call(coder: str, *themes: str) -> workflow.HandedIn:
        path = tmp_path / f"{coder}.csv"
        rows = [f"{ref};;x;{theme}" for ref, theme in zip(refs(coded), themes, strict=False)]
        path.write_text("\n".join(["Tunnus;Kysymys;Merkintä;Teema", *rows]), encoding="utf-8-sig")
        return workflow.hand_in_codes(coded, path, coder=coder)

    return call


def test_a_csv_sheet_goes_through_excel_and_back(coded: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "arkki.csv"
    assert workflow.make_coding_sheet(coded, path, coder="Aino") == 5
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))

    assert rows[0] == ["Tunnus", "Kysymys", "Merkintä", "Teema", "", "Valittavat teemat"]
    assert sorted(row[0] for row in rows[1:]) == sorted(refs(coded))
    assert {row[3] for row in rows[1:]} == {""}
    assert [row[5] for row in rows[1:4]] == ["Kyydit", "'=Chat ja jonot", "Muut"]
    assert not any(cell.startswith(("=", "@", "+", "-")) for row in rows for cell in row)

    for row in rows[1:]:
        row[3] = "kyydit" if "bussi" in row[2].casefold() else "'=Chat ja jonot"
    saved = "\r\n".join(";".join(f'"{c.replace(chr(34), chr(34) * 2)}"' for c in r) for r in rows)
    path.write_bytes(saved.encode("cp1252"))
    done = workflow.hand_in_codes(coded, path, coder="Aino")

    assert done == ("Aino", 5, 0)
    assert sorted(workflow.load_state(coded).codings["Aino"].values()) == [
        "t-1", "t-1", "t-2", "t-2", "t-2",
    ]  # fmt: skip


def test_a_workbook_holds_words_and_a_list_of_themes(coded: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "arkki.xlsx"
    workflow.make_coding_sheet(coded, path, coder="Veikko")
    book = openpyxl.load_workbook(path)
    sheet, themes = book.worksheets

    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert [cell.value for cell in themes["A"]][1:] == ["Kyydit", "=Chat ja jonot", "Muut"]
    assert themes["A3"].data_type == "s"
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("D2:D6", "'Teemat'!$A$2:$A$4")

    sheet["D2"] = "Muut"
    book.save(path)
    assert workflow.hand_in_codes(coded, path, coder="Veikko") == ("Veikko", 1, 4)


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


def test_a_note_can_be_coded_by_itself(coded: Workshop) -> None:
    note = workflow.load_notes(coded)[0]
    payload = {"note_id": note.id, "theme_id": "t-1"}

    workflow.decide(coded, EventKind.NOTE_CODED, payload, actor="Aino")

    assert workflow.load_state(coded).codings == {"Aino": {note.id: "t-1"}}
    for kind, wrong in (
        (EventKind.NOTE_CODED, {**payload, "theme_id": "t-9"}),
        (EventKind.NOTE_CODED, {**payload, "note_id": "x"}),
        (EventKind.SHEET_CODED, {"codes": {"x": "t-1"}}),
        (EventKind.SHEET_CODED, {"codes": {note.id: "t-9"}}),
    ):
        with pytest.raises(NoSuchThing):
            workflow.decide(coded, kind, wrong, actor="Aino")


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


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        pytest.param(
            ["Tunnus;Teema", "{0};Kyydit", "{1};Kyyti"],
            UnreadableExport,
            ("Rivi 3", "Kyyti", "Kyydit; =Chat ja jonot; Muut"),
            id="unknown theme",
        ),
        pytest.param(
            ["Label;Theme", "X9-1;Kyydit"], UnreadableExport, ("Rivi 2", "X9-1"), id="ref"
        ),
        pytest.param(["Tunnus;Teema", ";Kyydit"], UnreadableExport, ("Rivillä 2",), id="no ref"),
        pytest.param(
            ["Tunnus;Teema", "{0};Kyydit", "{0};Muut"], UnreadableExport, ("Rivi 3",), id="twice"
        ),
        pytest.param(["Tunnus;Teema", "{0};"], NothingToRead, ("teemaa",), id="nothing coded"),
        pytest.param(["Tunnus;Vastaus", "{0};x"], UnreadableExport, ("Teema",), id="no column"),
        pytest.param(
            ["Tunnus;Teema", "{0};=KYYDIT()"], UnreadableExport, ("Rivi 2",), id="formula"
        ),
    ],
)
def test_what_is_wrong_with_a_sheet_is_one_sentence(
    coded: Workshop, tmp_path: Path, rows: list[str], error: type[ToolkitError], words: list[str]
) -> None:
    path = tmp_path / "arkki.csv"
    path.write_text("\n".join(rows).format(*refs(coded)), encoding="utf-8")
    seq = store.last_seq(coded)

    with pytest.raises(error) as raised:
        workflow.hand_in_codes(coded, path, coder="Aino")

    sentence = raised.value.for_reader()
    assert all(word in sentence for word in words)
    assert "\n" not in sentence
    assert store.last_seq(coded) == seq


def test_what_a_sheet_needs(workshop: Workshop, coded: Workshop, tmp_path: Path) -> None:
    with pytest.raises(BadName):
        workflow.make_coding_sheet(coded, tmp_path / "arkki.pdf", coder="Aino")
    with pytest.raises(BadName):
        workflow.make_coding_sheet(coded, tmp_path / "arkki.csv", coder=" ")
    empty = store.create_workshop(tmp_path / "tyhjä", title="Tyhjä")
    with pytest.raises(TooEarly):
        workflow.make_coding_sheet(empty, tmp_path / "arkki.csv", coder="Aino")


def test_notes_set_aside_are_not_coded(coded: Workshop, tmp_path: Path) -> None:
    note = workflow.load_notes(coded)[0]
    workflow.decide(coded, EventKind.NOTE_SET_ASIDE, {"note_id": note.id}, actor="Aino")

    assert workflow.make_coding_sheet(coded, tmp_path / "a.csv", coder="Aino") == 4
    assert note.ref not in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
