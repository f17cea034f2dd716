"""A table that no importer knows becomes questions, and only the answers bring its notes in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.apps.conftest import Open
from tests.apps.material import EVIL, do
from tests.apps.test_import_screen import work
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.domain import Workshop

ROWS = (
    ("Nuorten ilta", None, None, None),
    ("Nro", "Mitä pitää muuttaa?", "Muuta", "Kunta"),
    (1, "Bussit loppuvat liian aikaisin", EVIL, "Rauma"),
    (2, "Jonot ovat liian pitkiä", None, None),
)


def make_book() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Täytä", "näin"])
    sheet = book.create_sheet("Vastaukset")
    for row in ROWS:
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def send(session: Session, name: str, data: bytes) -> None:
    args = {"key": name, "name": name, "size": len(data), "number": 0}
    session.answer({"op": "piece", "id": 1, "args": args}, [data])
    do(session, "arrived", keys=[name])


def waiting(session: Session) -> dict[str, Any]:
    found: dict[str, Any] = do(session, "nothing")["view"]["waiting"][0]
    return found


@pytest.fixture
def session(evening: Workshop, open_screen: Open, root: Path) -> Session:
    opened = open_screen("tuonti", evening)
    send(opened, "kysely.xlsx", make_book())
    work(root)
    return opened


def test_the_table_is_shown_with_suggestions_and_the_notes_they_make(session: Session) -> None:
    file = waiting(session)
    table = file["columns"]

    assert (file["status"], file["receipt"]) == ("columns", None)
    assert (table["sheet"], table["header"], table["n_rows"]) == ("Vastaukset", 2, 2)
    assert [column["role"] for column in table["asked"]] == ["", "answer", "note", "group"]
    assert [column["suggested"] for column in table["asked"]] == ["", "answer", "note", "group"]
    assert [(note["text"], note["prompt"], note["group"]) for note in table["notes"]] == [
        ("Bussit loppuvat liian aikaisin", "Mitä pitää muuttaa?", "Rauma"),
        (EVIL[:80] if len(EVIL) > 300 else EVIL, "", "Rauma"),
        ("Jonot ovat liian pitkiä", "Mitä pitää muuttaa?", ""),
    ]


def test_choices_outlive_the_page_and_change_the_first_notes(
    session: Session, evening: Workshop, open_screen: Open
) -> None:
    file = waiting(session)
    chosen = {"waiting_id": file["id"]}

    do(session, "choose_role", **chosen, place=2, role="")
    do(session, "choose_role", **chosen, place=0, role="group")
    answer = do(session, "fill_down", **chosen, fills_down=True)
    table = waiting(open_screen("tuonti", evening))["columns"]

    assert answer["notice"] == "Valittuna on 1 merkintäsarake."
    assert [column["role"] for column in table["asked"]] == ["group", "answer", "", ""]
    assert [note["group"] for note in table["notes"]] == ["Nro 1", "Nro 2"]
    assert table["fills_down"]
    assert do(session, "choose_sheet", **chosen, sheet="Sheet")["view"]["waiting"][0]["columns"][
        "sheet"
    ] == ("Sheet")
    other = do(session, "choose_sheet", **chosen, sheet="Vastaukset")["view"]["waiting"][0]
    assert other["columns"]["asked"][2]["role"] == "note"
    bare = do(session, "choose_header", **chosen, row=0)["view"]["waiting"][0]["columns"]
    assert (bare["header"], bare["n_rows"]) == (0, 4)


def test_nothing_comes_in_without_a_column_of_notes(
    session: Session, evening: Workshop, root: Path
) -> None:
    before = store.last_seq(evening)
    chosen = {"waiting_id": waiting(session)["id"]}

    early = do(session, "import_all")
    for place in (1, 2):
        do(session, "choose_role", **chosen, place=place, role="")
    refused = do(session, "use_columns", **chosen)
    work(root)

    assert early["extra"] == "decide"
    assert refused["refused"]
    assert (
        refused["notice"]
        == "Valitse ensin vähintään yksi sarake, jossa on merkintöjä tai laskettavia valintoja."
    )
    assert waiting(session)["columns"]["notes"] == []
    assert store.last_seq(evening) == before


def test_the_columns_are_used_changed_and_imported_once(
    session: Session, evening: Workshop, root: Path
) -> None:
    chosen = {"waiting_id": waiting(session)["id"]}
    do(session, "use_columns", **chosen)
    do(session, "use_columns", **chosen)
    work(root)
    file = waiting(session)
    assert (file["status"], file["receipt"]["notes"]) == ("ready", 3)

    again = do(session, "change_columns", **chosen)["view"]["waiting"][0]
    assert (again["status"], again["columns"]["asked"][2]["role"]) == ("columns", "note")
    do(session, "choose_role", **chosen, place=2, role="")
    do(session, "use_columns", **chosen)
    work(root)
    do(session, "import_all")
    do(session, "import_all")
    work(root)

    receipt = do(session, "nothing")["view"]["receipts"][0]
    assert (receipt["format"], receipt["notes"]) == ("Taulukko, jonka sarakkeet valittiin itse", 2)
    assert any("Muuta" in warning for warning in receipt["warnings"])
    assert len(workflow.load_notes(evening)) == 8


def test_other_columns_are_looked_at_even_while_the_first_look_runs(session: Session) -> None:
    chosen = {"waiting_id": waiting(session)["id"]}
    do(session, "use_columns", **chosen)
    do(session, "change_columns", **chosen)
    do(session, "choose_role", **chosen, place=2, role="")

    jobs = do(session, "use_columns", **chosen)["frame"]["jobs"]

    assert [job["kind"] for job in jobs] == ["look", "look"]


def test_the_same_headings_need_no_second_answer(
    session: Session, evening: Workshop, root: Path
) -> None:
    do(session, "use_columns", waiting_id=waiting(session)["id"])
    work(root)
    do(session, "import_all")
    work(root)

    text = "Nro;Mitä pitää muuttaa?;Muuta;Kunta\n1;Lisää valoja pihoille heti;;Eura\n"
    send(session, "lisää.csv", text.encode())
    work(root)
    file = waiting(session)

    assert (file["name"], file["status"], file["has_columns"]) == ("lisää.csv", "ready", True)
    assert file["preview"] == [
        {"text": "Lisää valoja pihoille heti", "prompt": "Mitä pitää muuttaa?", "group": "Eura"}
    ]
    assert any("kysely.xlsx" in warning for warning in file["receipt"]["warnings"])
    again = do(session, "change_columns", waiting_id=file["id"])["view"]["waiting"][0]
    assert [column["role"] for column in again["columns"]["asked"]] == ["", "answer", "group"]
    assert len(workflow.load_state(evening).sources) == 2


def test_columns_in_which_nothing_is_found_are_asked_about_again(
    session: Session, root: Path
) -> None:
    chosen = {"waiting_id": waiting(session)["id"]}
    for place, role in ((1, ""), (2, ""), (9, "note")):
        do(session, "choose_role", **chosen, place=place, role=role)
    do(session, "use_columns", **chosen)
    work(root)
    ended = do(session, "poll")

    file = ended["view"]["waiting"][0]
    assert (file["status"], ended["ended"][0]["level"]) == ("columns", "error")
    assert "kysely.xlsx" in file["columns"]["problem"]


def test_choices_are_saved_as_a_profile_once_and_suggest_to_others(
    session: Session, evening: Workshop, root: Path
) -> None:
    chosen = {"waiting_id": waiting(session)["id"]}
    do(session, "choose_role", **chosen, place=2, role="weight")

    saved = do(session, "save_profile", **chosen, title="Oma kysely")
    again = do(session, "save_profile", **chosen, title="Oma kysely")
    do(session, "choose_role", **chosen, place=2, role="")
    refused = do(session, "save_profile", **chosen, title="Oma kysely")

    assert "Oma kysely" in saved["notice"]
    assert not again.get("refused")
    assert refused["refused"]
    assert (evening.folder.parent / "profiles" / "oma-kysely.toml").exists()
    text = "Nro;Mitä pitää muuttaa?;Muuta;Kunta\n1;Lisää valoja pihoille heti;;Eura\n"
    send(session, "lisää.csv", text.encode())
    work(root)
    files = do(session, "nothing")["view"]["waiting"]
    (file,) = [one for one in files if one["name"] == "lisää.csv"]
    assert (file["status"], file["columns"]["profile"]) == ("columns", "Oma kysely")
    assert file["columns"]["is_proven"]
