"""A survey on the screen Import: doubt is a question, and choices are bars of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.apps.conftest import Open
from tests.apps.material import EVIL, do
from tests.apps.test_import_columns import send, waiting
from tests.apps.test_import_screen import work
from tests.importers.exports import to_csv
from toolkit.apps.session import Session
from toolkit.domain import Workshop

HEAD = ["Aikaleima", "Terveisesi", "Tapa", "Ikäryhmä"]
LONG = "Tätä asiaa pitäisi minusta miettiä uudelleen"
ROWS = [["1.1.2026", LONG, "Chat", "yli 80"], ["2.1.2026", f"{LONG} vielä", EVIL, "yli 80"]]
UNSURE = to_csv([HEAD, *ROWS])


@pytest.fixture
def session(evening: Workshop, open_screen: Open, root: Path) -> Session:
    opened = open_screen("tuonti", evening)
    send(opened, "kysely.csv", UNSURE.encode())
    work(root)
    return opened


def test_what_is_not_certain_is_asked_with_a_suggestion(session: Session) -> None:
    file = waiting(session)
    table = file["columns"]

    assert file["status"] == "columns"
    assert "Tapa" in table["doubt"]
    assert table["is_survey"]
    roles = {column["name"]: column["role"] for column in table["asked"]}
    assert roles["Ikäryhmä"] == "background"
    assert roles["Aikaleima"] == ""
    assert all(note["group"] == "" for note in table["notes"])


def test_no_group_stands_beside_an_answer_before_all_are_counted(session: Session) -> None:
    chosen = {"waiting_id": waiting(session)["id"]}
    do(session, "choose_role", **chosen, place=2, role="closed")

    shown = do(session, "choose_role", **chosen, place=3, role="group")["view"]["waiting"][0]

    assert shown["columns"]["notes"]
    assert all(note["group"] == "" for note in shown["columns"]["notes"])


def test_the_answer_brings_notes_and_choices_in_apart(session: Session, root: Path) -> None:
    chosen = {"waiting_id": waiting(session)["id"]}
    do(session, "choose_role", **chosen, place=2, role="closed")
    do(session, "use_columns", **chosen)
    work(root)
    view = waiting(session)
    assert (view["receipt"]["respondents"], view["receipt"]["selections"]) == (2, 4)
    do(session, "import_all")
    work(root)

    shown: dict[str, Any] = do(session, "nothing")["view"]
    (survey,) = shown["surveys"]
    assert shown["receipts"][0]["notes"] == 2
    assert (survey["respondents"], survey["selections"]) == (2, 4)
    way, age = survey["questions"]
    assert [(row["text"], row["n"], row["percent"]) for row in way["rows"]] == [
        ("Chat", 1, None),
        (EVIL, 1, None),
    ]
    assert [(row["text"], row["n"]) for row in age["rows"]] == [(None, 2)]
    assert "yli 80" not in str(shown)
