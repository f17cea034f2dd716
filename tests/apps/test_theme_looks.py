"""The views of themes besides the board: what each shows, and that the address keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.apps.material import TEXTS, do
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.apps.themes_matrix import matrix_view
from toolkit.domain import EventKind, Note, Theme, Workshop
from toolkit.workflow import Present

Open = Callable[..., Session]


@pytest.fixture
def ids(evening: Workshop) -> list[str]:
    by_text = {note.text: note.id for note in workflow.load_notes(evening)}
    return [by_text[text] for text in TEXTS]


def told(session: Session, op: str, **args: Any) -> dict[str, Any]:
    answer = do(session, op, **args)
    assert not answer.get("refused"), answer["notice"]
    return dict(json.loads(answer["extra"]))


@pytest.mark.parametrize("look", ["", "kartta", "ryhmat", "muutokset", "koodaus"])
def test_a_reload_comes_back_to_the_view(evening: Workshop, open_screen: Open, look: str) -> None:
    session = open_screen("teemat", evening)
    place = do(session, "go", query=f"?nakyma={look}")["frame"]["place"]
    again = open_screen("teemat", evening, query=f"&nakyma={place['nakyma']}")

    assert do(again, "divide", way="")["view"]["look"] == look


def test_an_address_that_names_no_view_shows_the_board(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("teemat", evening, query="&nakyma=../x&jako=y")

    assert do(session, "go", query="?nakyma=z")["view"]["look"] == ""


def test_the_map_is_drawn_by_the_worker_when_it_is_first_looked_at(
    evening: Workshop, open_screen: Open
) -> None:
    answer = do(open_screen("teemat", evening), "go", query="?nakyma=kartta")

    assert [job["kind"] for job in answer["frame"]["jobs"]] == ["map"]
    assert not answer["view"]["drawn"]


def test_a_map_that_is_ready_is_shown_without_asking(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)
    do(session, "go", query="?nakyma=kartta")
    (job,) = store.load_open_jobs(evening)
    draw_map(evening, [note.id for note in workflow.load_notes(evening)])
    store.cancel(evening, job.id)

    assert do(session, "poll")["view"]["drawn"]


def draw_map(workshop: Workshop, ids: list[str]) -> None:
    places = {note_id: [number / 10, 0.5] for number, note_id in enumerate(ids)}
    path = store.cache_folder(workshop, "map") / "places.json"
    store.write_bytes(path, json.dumps({"version": 1, "places": places}).encode())


def test_the_map_has_every_note_in_use_with_its_theme(
    evening: Workshop, open_screen: Open, ids: list[str]
) -> None:
    draw_map(evening, ids[:5])
    session = open_screen("teemat", evening, query="&nakyma=kartta")
    do(session, "set_aside", note_id=ids[1], reason="kaksi kertaa", seq=3)

    view = do(session, "go", query="?nakyma=kartta")["view"]

    labels = [view["themes"][point[5]]["label"] for point in view["points"]]
    assert [point[0] for point in view["points"]] == [ids[0], *ids[2:5]]
    assert labels == ["Bussit, ilta", "Nuorisotalo", "Nuorisotalo", "Bussit, ilta"]
    assert [point[3] for point in view["points"]] == [0, 200, 300, 400]
    assert view["missing"] == "1 uusi merkintä puuttuu vielä kartalta."


def test_marks_stay_when_the_order_of_the_themes_changes(
    evening: Workshop, open_screen: Open, ids: list[str]
) -> None:
    draw_map(evening, ids)
    session = open_screen("teemat", evening, query="&nakyma=kartta")

    def marks(view: dict[str, Any]) -> dict[str, int]:
        return {theme["id"]: theme["mark"] for theme in view["themes"]}

    before = do(session, "go", query="?nakyma=kartta")["view"]
    after = do(session, "move", note_ids=ids[:2], theme_id="t-talo", seq=3)["view"]

    assert [theme["id"] for theme in before["themes"]] == ["t-bussit", "t-talo", "muut"]
    assert [theme["id"] for theme in after["themes"]] == ["t-talo", "t-bussit", "muut"]
    assert marks(before) == marks(after) == {"t-bussit": 0, "t-talo": 1, "muut": -1}


GROUPS = ("Nuoret",) * 5 + ("Opettajat",) * 6 + ("Poliisi",) * 3 + ("Pappi",) * 2 + ("",)


def grouped(evening: Workshop) -> Present:
    """Make a workshop with two large and two small groups in two themes."""
    present = workflow.load_present(evening)
    notes = tuple(
        Note(
            id=f"n{n}", text=f"Merkintä {n}", prompt=f"Kysymys {n % 2}?", group=group, ref=f"T1-{n}"
        )
        for n, group in enumerate(GROUPS)
    )
    themes = (
        Theme(id="t-a", label="Bussit", note_ids=tuple(f"n{n}" for n in range(0, 17, 2))),
        Theme(id="t-b", label="Talo", note_ids=tuple(f"n{n}" for n in range(1, 17, 2))),
    )
    return replace(present, notes=notes, themes=themes)


def test_small_groups_are_one_column_without_names(evening: Workshop) -> None:
    view = matrix_view(grouped(evening), "ryhma")

    columns = {column["label"]: column for column in view["columns"]}
    assert list(columns) == ["Nuoret", "Opettajat", "Pienet ryhmät yhdessä", "Ryhmä ei tiedossa"]
    assert columns["Pienet ryhmät yhdessä"]["count"] == "5 merkintää"
    assert columns["Pienet ryhmät yhdessä"]["filter"] is None
    assert columns["Nuoret"]["filter"] == {"group": "Nuoret"}
    assert "Pappi" not in json.dumps(view, ensure_ascii=False)
    for row in view["rows"]:
        assert sum(len(cell["ids"]) for cell in row["cells"]) == row["n"]


def test_a_column_may_be_a_question_or_a_kind(evening: Workshop) -> None:
    view = matrix_view(grouped(evening), "kysymys")

    assert [column["label"] for column in view["columns"]] == ["Kysymys 0?", "Kysymys 1?"]
    assert [[len(cell["ids"]) for cell in row["cells"]] for row in view["rows"]] == [[9, 0], [0, 8]]
    assert view["rows"][0]["cells"][0]["percent"] == ""  # of nine notes no percentage is told
    assert not matrix_view(grouped(evening), "laji")["has_kinds"]


def test_the_story_of_a_note_tells_the_file_the_themes_and_the_way_back(
    evening: Workshop, open_screen: Open, ids: list[str]
) -> None:
    session = open_screen("teemat", evening)
    do(session, "move", note_ids=[ids[0]], theme_id="t-talo", seq=3)
    mine = told(session, "story", note_id=ids[0])
    do(session, "rename", theme_id="t-talo", label="Talo", seq=4)

    story = told(session, "story", note_id=ids[0])

    facts = dict(story["facts"])
    assert (facts["Tiedosto"], facts["Kysymys"]) == ("seinä.csv", "Mitä pitää muuttaa?")
    assert [stay["what"] for stay in story["stays"]] == ["Bussit, ilta", "Talo"]
    assert story["stays"][0]["about"].startswith("työkalu · ")
    assert story["stays"][1]["about"].startswith("Maija · ")
    assert (mine["undo"], story["undo"]) == (4, 0)
    assert story["back"] == {"id": "t-bussit", "label": "Bussit, ilta"}


def test_changes_are_told_since_the_visit_and_since_the_search(
    evening: Workshop, open_screen: Open, ids: list[str]
) -> None:
    session = open_screen("teemat", evening)
    do(session, "rename", theme_id="t-talo", label="Talo", seq=3)
    do(session, "move", note_ids=[ids[0]], theme_id="t-talo", by="", seq=4)
    first = told(session, "changes")

    later = told(session, "changes", since=4)

    assert first["visit"] is None
    assert first["search"]["summary"] == ["1 merkintä siirretty", "1 uusi nimi"]
    assert [(line["who"], line["what"]) for line in first["search"]["lines"]] == [
        ("nimi puuttuu", "Merkintä T1-001 siirretty teemaan: Talo"),
        ("Maija", "Teema nimetty: Talo"),
    ]
    assert later["visit"]["summary"] == ["1 merkintä siirretty"]
    assert told(session, "changes", since=5)["visit"]["lines"] == []


def test_what_was_undone_since_the_visit_is_told_and_what_came_and_went_is_not(
    evening: Workshop, open_screen: Open, ids: list[str]
) -> None:
    session = open_screen("teemat", evening)
    do(session, "rename", theme_id="t-talo", label="Talo", seq=3)
    do(session, "undo", event_seq=4)

    assert told(session, "changes", since=3)["visit"]["lines"] == []
    (line,) = told(session, "changes", since=4)["visit"]["lines"]
    assert line["what"] == "Kumottu: Teema nimetty: Talo"


def test_a_coder_sees_neither_themes_of_notes_nor_codes_of_others(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("teemat", evening, query="&nakyma=koodaus")
    mine = told(session, "start_coding", by="Aino")
    for note in mine["notes"]:
        do(session, "code", by="Aino", note_id=note["id"], theme_id="t-talo")
    handed_in = do(session, "hand_in", by="Aino")
    theirs = told(session, "start_coding", by="Veikko")
    do(session, "code", by="Veikko", note_id=theirs["notes"][0]["id"], theme_id="t-bussit")

    assert handed_in["view"].keys() == {"look", "seq", "n_notes", "n_themes", "themes"}
    assert handed_in["view"]["themes"][0].keys() == {"id", "label", "includes", "near_misses"}
    assert theirs["handed_in"] == ["Aino: 6 merkintää"]
    assert theirs["codes"] == {}
    assert theirs["compared"] is None
    assert told(session, "coding", by="Veikko")["codes"] == {theirs["notes"][0]["id"]: "t-bussit"}


def test_disagreements_are_settled_by_name(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening, query="&nakyma=koodaus")
    for name, theme_id in (("Aino", "t-talo"), ("Veikko", "t-bussit")):
        notes = told(session, "start_coding", by=name)["notes"]
        codes = dict.fromkeys((note["id"] for note in notes), theme_id)
        codes[min(codes)] = "t-talo"
        for note_id, code in codes.items():
            do(session, "code", by=name, note_id=note_id, theme_id=code)
        compared = json.loads(do(session, "hand_in", by=name)["extra"])["compared"]

    one = compared["disagreements"][0]
    assert told(session, "start_coding", by="Onni")["compared"] is None  # still codes blind
    nameless = do(session, "settle", by="", note_id=one["id"], theme_id="t-talo")
    after = told(session, "settle", by="Liisa", note_id=one["id"], theme_id="t-talo", reason="talo")
    agreed = do(session, "settle", note_id=min(codes), theme_id="t-talo")

    assert (compared["n"], compared["same"]) == (6, 1)
    assert [name for name, _value, _ends in compared["figures"]] == [
        "Gwetin AC1", "Krippendorffin alfa",
    ]  # fmt: skip
    assert one["codes"] == [["Aino", "Nuorisotalo"], ["Veikko", "Bussit, ilta"]]
    assert nameless["ask_name"]
    assert after["compared"]["disagreements"][0]["settled"] == "Nuorisotalo"
    assert agreed["refused"]
    event = store.load_events(evening)[-1]
    assert (event.kind, event.actor) == (EventKind.NOTE_MOVED, "Liisa")
    assert event.payload["reason"] == "talo"


def test_coding_asks_for_a_name_first(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening, query="&nakyma=koodaus")

    assert do(session, "start_coding", by="")["ask_name"]
