"""Whose name goes into the log, and what the page says that the person may do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.apps.material import do
from toolkit import store, workflow
from toolkit.apps.login import USER
from toolkit.apps.person import roles_in_words
from toolkit.apps.screens import SCREENS
from toolkit.apps.session import Session
from toolkit.domain import Role, Workshop
from toolkit.i18n import in_language
from toolkit.store import State

Open = Callable[..., Session]


def test_the_name_of_a_login_goes_into_the_log_whatever_the_page_sends(
    evening: Workshop, open_screen: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(USER, "  Liisa   Login ")
    session = open_screen("teemat", evening)

    answer = do(session, "rename", by="Joku Muu", theme_id="t-talo", label="Talo auki", seq=3)

    assert answer["frame"]["login"] == "Liisa Login"
    assert store.load_events(evening)[-1].actor == "Liisa Login"


@pytest.mark.parametrize(
    ("given", "others"),
    [
        ({}, "everything"),
        ({"K": Role.COMMENTER}, "everything"),
        ({"V": Role.PREPARER}, "comment and sign, not prepare"),
        ({"H": Role.APPROVER}, "prepare and comment, not sign"),
        ({"V": Role.PREPARER, "H": Role.APPROVER}, "you may comment."),
    ],
    ids=str,
)
def test_who_has_no_role_reads_what_is_left_to_them(given: dict[str, Role], others: str) -> None:
    with in_language("en"):
        words = roles_in_words(State(roles=given))

    assert others in words["others"]
    assert set(words["named"]) == set(given)


def test_the_page_knows_the_role_of_a_name(evening: Workshop, open_screen: Open) -> None:
    workflow.give_role(evening, name="Maija", role=Role.APPROVER, actor="Aino")

    frame = do(open_screen("tarkistus", evening), "look")["frame"]

    assert frame["roles"]["named"] == {"Maija": "Roolisi: hyväksyjä"}
    assert "et allekirjoittaa" in frame["roles"]["others"]


@pytest.mark.parametrize(
    ("host", "login", "shown"),
    [("127.0.0.1", "", True), ("osallisuus.fi", "", False), ("127.0.0.1", "Liisa", False)],
)
def test_the_folder_is_told_only_to_who_sits_at_the_computer(
    evening: Workshop, monkeypatch: pytest.MonkeyPatch, host: str, login: str, *, shown: bool
) -> None:
    monkeypatch.setenv(USER, login)
    session = Session(SCREENS["teemat"])
    args = {"query": f"?tyopaja={evening.folder.name}", "host": host}

    answer, _files = session.answer({"op": "open", "args": args})

    assert answer["frame"]["folder"] == (str(evening.folder) if shown else "")
