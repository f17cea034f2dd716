"""A renewed draft on the screen: what a person wrote stands, and accepting it keeps it."""

from __future__ import annotations

from typing import Any

from tests.apps.conftest import Open
from tests.apps.material import do, propose_draft
from toolkit.domain import Workshop

OLD = "Merkinnöissä toivotaan busseja myös iltaisin ja viikonloppuisin."
NEW = "Merkinnöissä toivotaan busseja ja junia myös iltaisin ja viikonloppuisin."


def block(answer: dict[str, Any]) -> dict[str, Any]:
    return next(b for b in answer["view"]["draft"]["blocks"] if b["id"] == "a/1")


def test_merged_words_wait_and_accepting_them_keeps_them(
    evening: Workshop, open_screen: Open
) -> None:
    propose_draft(evening, first=OLD)
    session = open_screen("tarkistus", evening)
    shown = do(session, "nothing")
    mine = block(shown)["text"] + " Näin sovittiin."
    do(session, "edit", block_id="a/1", text=mine, seq=shown["view"]["seq"])
    propose_draft(evening, first=NEW)

    renewed = do(session, "poll")

    expected = mine.replace(OLD, NEW)
    assert (block(renewed)["text"], block(renewed)["decision"]) == (expected, "")
    assert (block(renewed)["before"], block(renewed)["after"]) == (mine, expected)

    seq = renewed["view"]["seq"]
    accepted = do(session, "decide_block", block_id="a/1", decision="accept", seq=seq)

    assert (block(accepted)["text"], block(accepted)["decision"]) == (expected, "edit")


def test_accepted_words_that_changed_wait_and_show_what_they_were(
    evening: Workshop, open_screen: Open
) -> None:
    propose_draft(evening, first=OLD)
    session = open_screen("tarkistus", evening)
    seq = do(session, "nothing")["view"]["seq"]
    was = block(do(session, "decide_block", block_id="a/1", decision="accept", seq=seq))["text"]
    propose_draft(evening, first=NEW)

    renewed = block(do(session, "poll"))

    assert (renewed["before"], renewed["text"], renewed["decision"]) == (
        was,
        was.replace(OLD, NEW),
        "",
    )
