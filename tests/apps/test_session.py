"""A page is answered calmly whatever it asks, and two people do not lose each other's work."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from tests.apps.material import do
from toolkit import store, workflow
from toolkit.apps.screens import SCREENS
from toolkit.apps.session import Session
from toolkit.domain import EventKind, Workshop
from toolkit.store import JobState

Open = Callable[..., Session]


@pytest.mark.parametrize("key", list(SCREENS))
def test_every_screen_opens_on_an_empty_workshop(
    key: str, root: Any, workshop_in_root: Workshop, open_screen: Open
) -> None:
    session = Session(SCREENS[key])
    query = f"?tyopaja={workshop_in_root.folder.name}"

    answer, _files = session.answer({"op": "open", "id": 1, "args": {"query": query}})

    assert answer.get("notice", "") == ""
    assert answer["view"] is not None
    assert answer["frame"]["heading"]


@pytest.fixture
def workshop_in_root(root: Any) -> Workshop:
    return workflow.create_workshop(root / "tyhjä", title="Tyhjä", actor="Aino")


@pytest.mark.parametrize(
    "name",
    ["../etc", "/etc", "", "eiole", "a/b", "a\\b", "..", ".", "%2e%2e", "x" * 500],
)
def test_an_address_opens_only_a_workshop_of_the_folder(
    name: str, root: Any, evening: Workshop
) -> None:
    session = Session(SCREENS["teemat"])

    answer, _files = session.answer({"op": "open", "args": {"query": f"?tyopaja={name}"}})

    assert answer["view"] is None
    assert answer["level"] == "error"
    assert session.state is None


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"op": "__init__"},
        {"op": "decide", "args": {}},
        {"op": "rename", "args": {}},
        {"op": "rename", "args": {"theme_id": "t-talo", "label": None, "seq": 3}},
        {"op": "rename", "args": {"theme_id": "t-talo", "label": "x", "seq": "x"}},
        {"op": "rename", "args": {"theme_id": "t-talo", "label": "x", "seq": 999}},
        {"op": "piece", "args": {}},
    ],
    ids=str,
)
def test_nonsense_gets_a_calm_sentence_and_a_code_that_is_logged(
    message: dict[str, Any], evening: Workshop, open_screen: Open, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("toolkit.apps").propagate = True
    session = open_screen("teemat", evening)

    answer, _files = session.answer(message)

    assert answer["level"] == "error"
    assert "Traceback" not in answer["notice"]
    code = answer["notice"].rsplit(" ", 1)[-1]
    assert code in caplog.text
    assert store.last_seq(evening) == 3


def test_a_page_that_cannot_be_shown_keeps_its_frame_and_says_what_was_done(
    evening: Workshop,
    open_screen: Open,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    logging.getLogger("toolkit.apps").propagate = True
    session = open_screen("teemat", evening)
    assert session.state is not None
    monkeypatch.setattr(session.state, "view", lambda: 1 / 0)

    answer = do(session, "rename", theme_id="t-talo", label="Talo auki", seq=3)

    assert "Talo auki" in answer["frame"]["undo"]["what"]
    assert not answer.get("refused")
    assert "Talo auki" in answer["notice"]
    assert answer["notice"].rsplit(" ", 1)[-1] in caplog.text


def test_a_poll_without_news_is_answered_with_nothing(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)
    do(session, "poll")

    answer = do(session, "poll")

    assert "view" not in answer
    assert "frame" not in answer


def test_a_poll_brings_what_somebody_else_did(evening: Workshop, open_screen: Open) -> None:
    mine, theirs = open_screen("teemat", evening), open_screen("teemat", evening)
    do(mine, "poll")
    do(theirs, "rename", by="Pekka", theme_id="t-talo", label="Talo auki", seq=3)

    answer = do(mine, "poll")

    labels = [theme["label"] for theme in answer["view"]["themes"]]
    assert "Talo auki" in labels
    assert "Talo auki" in answer["frame"]["undo"]["what"]
    assert answer["frame"]["undo"]["who"] == "Pekka"


def test_two_who_decide_on_different_things_are_not_in_each_others_way(
    evening: Workshop, open_screen: Open
) -> None:
    mine, theirs = open_screen("teemat", evening), open_screen("teemat", evening)
    do(theirs, "rename", theme_id="t-talo", label="Talo auki", seq=3)

    answer = do(mine, "rename", theme_id="t-bussit", label="Iltabussit", seq=3)

    assert not answer.get("refused")
    labels = {theme["label"] for theme in answer["view"]["themes"]}
    assert labels == {"Talo auki", "Iltabussit", "Muut"}


def test_two_who_decide_on_the_same_thing_are_told(evening: Workshop, open_screen: Open) -> None:
    mine, theirs = open_screen("teemat", evening), open_screen("teemat", evening)
    do(theirs, "rename", by="Pekka", theme_id="t-talo", label="Talo auki", seq=3)

    answer = do(mine, "rename", theme_id="t-talo", label="Nuorten talo", seq=3)

    assert answer["conflict"]
    assert "Talo auki" in answer["notice"]
    assert "Talo auki" in {theme["label"] for theme in answer["view"]["themes"]}


def test_my_own_decisions_are_not_in_my_way(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)
    do(session, "rename", theme_id="t-talo", label="Talo auki", seq=3)

    answer = do(session, "rename", theme_id="t-talo", label="Nuorten talo", seq=3)

    assert not answer.get("refused")


def test_undo_takes_back_what_was_offered_and_nothing_else(
    evening: Workshop, open_screen: Open
) -> None:
    mine, theirs = open_screen("teemat", evening), open_screen("teemat", evening)
    offered = do(mine, "rename", theme_id="t-talo", label="Talo auki", seq=3)["frame"]["undo"]
    do(theirs, "rename", theme_id="t-bussit", label="Iltabussit", seq=4)

    refused = do(mine, "undo", event_seq=offered["seq"])
    done = do(mine, "undo", event_seq=refused["frame"]["undo"]["seq"])

    assert refused["conflict"]
    assert "Iltabussit" in done["notice"]
    assert {theme["label"] for theme in done["view"]["themes"]} >= {"Talo auki", "Bussit, ilta"}


def test_a_note_is_undone_by_its_label_not_by_its_id(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)
    note = workflow.load_notes(evening)[0]

    answer = do(session, "move", note_ids=[note.id], theme_id="t-talo", seq=3)

    assert "T1-001" in answer["frame"]["undo"]["what"]
    assert note.id not in answer["frame"]["undo"]["what"]


def test_the_worker_is_asked_once_and_its_end_is_told(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)
    do(session, "find")
    jobs = do(session, "find")["frame"]["jobs"]
    assert len(jobs) == 1

    url = store.database_url(evening)
    store.finish(url, jobs[0]["id"], state=JobState.FAILED, message="Kielimalli puuttuu.")
    answer = do(session, "poll")

    assert answer["ended"] == [{"level": "error", "text": "Kielimalli puuttuu."}]
    assert answer["frame"]["jobs"] == []


def test_work_can_be_stopped(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)
    job = do(session, "find")["frame"]["jobs"][0]

    answer = do(session, "stop", job_id=job["id"])

    assert answer["frame"]["jobs"] == []
    assert store.load_job(evening, job["id"]).state is JobState.CANCELLED


def test_the_frame_speaks_the_language_of_the_address(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening, query="&kieli=sv")

    frame = do(session, "poll", name="")
    frame = do(session, "rename", theme_id="t-talo", label="Ungdomsgården", seq=3)["frame"]

    assert frame["heading"] == "Teman"
    assert all("kieli=sv" in step["href"] for step in frame["steps"])


def test_whoever_writes_no_name_is_unnamed_in_the_log(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)

    do(session, "rename", by="  ", theme_id="t-talo", label="Talo auki", seq=3)

    event = store.load_events(evening)[-1]
    assert (event.kind, event.actor) == (EventKind.THEME_RENAMED, "nimetön")
