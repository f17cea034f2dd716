"""Words of a draft without a browser: what typing leads to, locks, offers, two people at once."""

from __future__ import annotations

import json
from typing import Any

from tests.apps.conftest import Open
from tests.apps.material import do, propose_draft
from tests.apps.test_draft import OTHERWISE, SAID, block, draft
from toolkit import store
from toolkit.domain import EventKind, Workshop


def check(session: Any, block_id: str, text: str) -> dict[str, Any]:
    answer = do(session, "check_words", block_id=block_id, text=text)
    found: dict[str, Any] = json.loads(answer["extra"])
    return found


def levels(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["gate"], one["level"]) for one in found["remarks"]}


def counted(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the first block with a number and a citation."""
    for one in draft(answer)["blocks"]:
        kinds = {run["kind"] for sentence in one["sentences"] for run in sentence}
        if {"number", "cite"} <= kinds:
            found: dict[str, Any] = one
            return found
    raise AssertionError


def test_typing_is_checked_at_once_and_nothing_is_stored(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", composed)
    one = counted(do(session, "choose", type="tyopajan-yhteenveto"))
    before = store.last_seq(composed)

    fine = check(session, one["id"], one["text"])
    other_number = check(session, one["id"], one["text"].replace("6", "9"))
    no_citation = check(session, one["id"], one["text"].partition(" [")[0] + ".")
    personal = check(session, one["id"], f"{one['text']} Soita 040 123 4567.")
    misquoted = check(session, one["id"], f"{one['text']} Sanottiin: ”bussit kulkevat hyvin aina”.")

    assert (fine["remarks"], fine["lost"]) == ([], [])
    assert ("G3", "error") in levels(other_number)
    assert no_citation["lost"]
    assert ("G6", "error") in levels(personal)
    assert any(gate == "G2" for gate, _level in levels(misquoted))
    assert all(remark["todo"] for remark in misquoted["remarks"])
    assert store.last_seq(composed) == before


def test_checking_what_is_typed_does_not_draw_the_page_again(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", composed)
    one = counted(do(session, "choose", type="tyopajan-yhteenveto"))

    answer = do(session, "check_words", block_id=one["id"], text="Uutta.")

    assert "view" not in answer


def test_saved_words_stand_in_the_text_and_say_whose_they_are(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", composed)
    shown = do(session, "choose", type="tyopajan-yhteenveto")
    one = counted(shown)

    nameless = do(session, "edit", block_id=one["id"], text="X", seq=shown["view"]["seq"], by="")
    text = f"{one['text']} Näin sovittiin."
    answer = do(session, "edit", block_id=one["id"], text=text, seq=shown["view"]["seq"])

    assert nameless["ask_name"]
    now = block(answer, one["id"])
    assert (now["text"], now["author"], now["edited"]) == (text, "Maija", True)
    assert now["tools"] == one["text"]
    kept = {run["kind"] for said in now["sentences"] for run in said}
    assert {"number", "cite"} <= kept

    seq = answer["view"]["seq"]
    back = block(do(session, "take", block_id=one["id"], seq=seq), one["id"])

    assert (back["text"], back["tools"]) == (one["text"], "")


def test_two_people_on_the_same_paragraph_are_told(drafted: Workshop, open_screen: Open) -> None:
    mine, theirs = open_screen("luonnos", drafted), open_screen("tarkistus", drafted)
    seq = do(mine, "choose", type="tyopajan-yhteenveto")["view"]["seq"]
    do(theirs, "edit", by="Pekka", block_id="a/1", text="Busseja. [T1-001]", seq=seq)

    refused = do(mine, "edit", block_id="a/1", text="Junia. [T1-001]", seq=seq)

    assert refused["conflict"]
    assert block(refused, "a/1")["text"] == "Busseja. [T1-001]"


def test_a_locked_paragraph_stands_through_a_renewal_and_an_open_one_gets_an_offer(
    evening: Workshop, open_screen: Open
) -> None:
    propose_draft(evening, first=SAID)
    session = open_screen("luonnos", evening)
    shown = do(session, "choose", type="tyopajan-yhteenveto")
    words = f"Illalla bussit. {block(shown, 'a/1')['text'].partition('. ')[2]}"
    edited = do(session, "edit", block_id="a/1", text=words, seq=shown["view"]["seq"])
    locked = do(session, "lock", block_id="a/1", locked=True, seq=edited["view"]["seq"])
    assert block(locked, "a/1")["locked"]
    assert draft(locked)["renewal"] == {"locked": 1, "edited": 0, "accepted": 0, "rejected": 0}

    propose_draft(evening, first=OTHERWISE)
    renewed = do(session, "poll")
    assert (block(renewed, "a/1")["text"], block(renewed, "a/1")["offer"]) == (words, None)

    opened = do(session, "lock", block_id="a/1", locked=False, seq=renewed["view"]["seq"])
    offered = block(opened, "a/1")
    assert OTHERWISE in offered["offer"]["after"]

    taken = do(session, "take", block_id="a/1", offer=True, seq=opened["view"]["seq"])
    assert block(taken, "a/1")["text"] == offered["offer"]["after"]
    assert block(taken, "a/1")["offer"] is None


def test_a_paragraph_nobody_has_decided_on_cannot_be_locked(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", drafted)
    seq = do(session, "choose", type="tyopajan-yhteenveto")["view"]["seq"]

    assert do(session, "lock", block_id="a/1", locked=True, seq=seq)["refused"]


def test_remarks_beside_the_text_lead_to_their_paragraphs(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", drafted)
    seq = do(session, "choose", type="tyopajan-yhteenveto")["view"]["seq"]

    answer = do(session, "edit", block_id="a/1", text="Jonot ovat pitkiä [T9-999].", seq=seq)
    report = draft(answer)["report"]

    assert draft(answer)["errors"] == 1
    assert ("G1", "error") in levels(check(session, "a/1", "Jonot ovat pitkiä [T9-999]."))
    assert (report["remarks"][0]["block"], report["remarks"][0]["level"]) == ("a/1", "error")
    assert report["remarks"][0]["heading"] == "Tulokset"
    assert not report["measured"]
    words = json.dumps(report["parts"], ensure_ascii=False)
    assert "komentorivillä" not in words


def test_the_log_holds_words_and_locks_with_the_language_of_the_document(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", drafted)
    seq = do(session, "choose", type="tyopajan-yhteenveto")["view"]["seq"]
    seq = do(session, "edit", block_id="a/2", text="Kiitos!", seq=seq)["view"]["seq"]
    do(session, "lock", block_id="a/2", locked=True, seq=seq)

    made = [e for e in store.load_events(drafted) if e.actor == "Maija"]

    assert [event.kind for event in made] == [
        EventKind.PARAGRAPH_EDITED,
        EventKind.PARAGRAPH_LOCKED,
    ]
    assert {event.payload["language"] for event in made} == {"fi"}
