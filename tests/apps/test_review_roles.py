"""The review as one who prepares sees it, and as one who only comments."""

from __future__ import annotations

from typing import Any

from tests.apps.conftest import Open
from tests.apps.material import do
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.apps.state_review import ReviewState
from toolkit.domain import EventKind, Role, Workshop

COMMENTER = "&rooli=kommentoija"
HARMLESS = {"choose", "turn", "comment", "propose", "give_up"}
ARGS: dict[str, dict[str, Any]] = {
    "decide_block": {"block_id": "a/1", "decision": "accept", "seq": 4},
    "edit": {"block_id": "a/1", "text": "Uusi.", "seq": 4},
    "handle_comment": {"block_id": "a/1", "comment_id": "5"},
    "accept_facts": {"block_ids": ["a/2"], "seq": 4},
    "accept_all": {},
    "piece": {"key": "k", "name": "a.docx", "size": 1, "number": 0},
    "read_copies": {"keys": []},
    "settle": {"change_id": "ehdotus-5", "take": True},
    "settle_all": {"author": "Kalle", "change_ids": ["ehdotus-5"], "take": True},
    "open_round": {"councils": ["youth"], "others": ""},
    "record_heard": {"name": "Kunta", "way": "submission"},
    "propose_amendment": {"body": "Kunta", "text": "Lisätään."},
    "answer_amendment": {"amendment_id": "1", "answer": "taken", "reason": "Hyvä."},
    "give_role": {"name": "Maija", "role": "approver"},
    "sign": {"role": "puheenjohtaja", "digest": "x", "read": True},
}


def blocks(answer: dict[str, Any]) -> dict[str, Any]:
    return {block["id"]: block for block in answer["view"]["draft"]["blocks"]}


def test_every_action_is_known_to_decide_or_not() -> None:
    assert set(ReviewState.actions) == HARMLESS | ARGS.keys()


def test_the_view_of_a_commenter_refuses_what_decides(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted, query=COMMENTER)
    before = store.last_seq(drafted)

    for op, args in ARGS.items():
        message = {"op": op, "id": 7, "name": "Maija", "args": args}
        answer, _files = session.answer(message, [b"x"])
        assert "ommentoijana" in answer["notice"], op

    assert store.last_seq(drafted) == before


def test_a_person_whose_role_is_to_comment_gets_the_view_without_the_link(
    drafted: Workshop, open_screen: Open
) -> None:
    workflow.give_role(drafted, name="Kalle", role=Role.COMMENTER, actor="Aino")
    session = open_screen("tarkistus", drafted)

    theirs = do(session, "turn", by="Kalle")
    refused = do(session, "decide_block", by="Kalle", **ARGS["decide_block"])
    mine = do(session, "turn", by="Maija")

    assert theirs["view"]["commenting"]
    assert theirs["frame"]["steps"] == []
    assert refused["refused"]
    assert not mine["view"]["commenting"]
    assert mine["frame"]["steps"]


def test_the_page_turns_to_the_view_of_the_name_without_a_click(
    drafted: Workshop, open_screen: Open
) -> None:
    workflow.give_role(drafted, name="Kalle", role=Role.COMMENTER, actor="Aino")
    session = open_screen("tarkistus", drafted)
    do(session, "turn", by="Maija")

    assert do(session, "poll", by="Kalle")["view"]["commenting"]


def test_a_commenter_leads_nowhere_else_and_finds_nothing_to_undo_but_their_own(
    drafted: Workshop, open_screen: Open
) -> None:
    do(open_screen("tarkistus", drafted), "decide_block", **ARGS["decide_block"])
    session = open_screen("tarkistus", drafted, query=COMMENTER)

    frame = do(session, "turn", by="Kalle")["frame"]
    refused = do(session, "undo", by="Kalle", event_seq=5)
    after = do(session, "comment", by="Kalle", block_id="a/1", text="Hyvä")["frame"]

    assert (frame["home"], frame["steps"], frame["undo"]) == ("", [], None)
    assert refused["refused"]
    assert after["undo"]["who"] == "Kalle"
    assert not do(session, "undo", by="Kalle", event_seq=6).get("refused")


def propose(session: Session, text: str = "Busseja toivotaan. [T1-001, T1-002]") -> dict[str, Any]:
    return do(session, "propose", by="Kalle", block_id="a/1", text=text, seq=4)


def test_a_proposed_wording_changes_nothing_until_it_is_taken(
    drafted: Workshop, open_screen: Open
) -> None:
    offered = blocks(propose(open_screen("tarkistus", drafted, query=COMMENTER)))["a/1"]
    (proposal,) = offered["proposals"]

    assert offered["text"].startswith("Merkinnöissä toivotaan")
    assert (proposal["author"], proposal["proposed_here"]) == ("Kalle", True)

    session = open_screen("tarkistus", drafted)
    taken = blocks(do(session, "settle", change_id=proposal["id"], take=True))["a/1"]

    assert taken["text"] == "Busseja toivotaan. [T1-001, T1-002]"
    assert (taken["decision"], taken["author"]) == ("edit", "Maija")
    assert taken["proposals"] == []


def test_a_proposal_can_be_taken_in_other_words_or_left(
    drafted: Workshop, open_screen: Open
) -> None:
    commenter = open_screen("tarkistus", drafted, query=COMMENTER)
    first = blocks(propose(commenter))["a/1"]["proposals"][0]["id"]
    propose(commenter, "Toinen. [T1-001]")
    session = open_screen("tarkistus", drafted)

    taken = do(session, "settle", change_id=first, take=True, text="Kolmas. [T1-001]")
    (other,) = blocks(taken)["a/1"]["proposals"]
    left = do(session, "settle", change_id=other["id"], take=False)
    twice = do(session, "settle", change_id=other["id"], take=False)

    assert blocks(taken)["a/1"]["text"] == "Kolmas. [T1-001]"
    assert other["stale"]
    assert blocks(left)["a/1"]["proposals"] == []
    assert twice["refused"]
    assert twice["conflict"]


def test_the_same_words_are_no_proposal_and_a_proposal_can_be_taken_back(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("tarkistus", drafted, query=COMMENTER)

    same = propose(session, "Merkinnöissä toivotaan busseja. [T1-001, T1-002]")
    made = propose(session)
    undone = do(session, "undo", by="Kalle", event_seq=made["frame"]["undo"]["seq"])

    assert same["refused"]
    assert blocks(undone)["a/1"]["proposals"] == []


def test_a_comment_is_answered_and_then_handled(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted)
    said = do(session, "comment", by="Kalle", block_id="a/1", text="Mistä luku?")
    (comment,) = blocks(said)["a/1"]["comments"]

    done = do(session, "handle_comment", block_id="a/1", comment_id=comment["id"], answer="Kysely")

    (comment,) = blocks(done)["a/1"]["comments"]
    assert (comment["handled_by"], comment["answer"]) == ("Maija", "Kysely")
    undone = do(session, "undo", event_seq=done["frame"]["undo"]["seq"])
    assert blocks(undone)["a/1"]["comments"][0]["handled_by"] == ""


def facts(answer: dict[str, Any]) -> list[str]:
    return [fact for block in answer["view"]["draft"]["blocks"] for fact in block["facts"]]


def test_only_what_claims_nothing_and_nobody_doubts_is_accepted_by_section(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("tarkistus", drafted)
    at_first = facts(do(session, "turn"))
    commented = facts(do(session, "comment", block_id="a/2", text="Keille?"))

    assert at_first == ["a/2", "a/3"]
    assert commented == ["a/3"]

    answer = do(session, "accept_facts", block_ids=commented, seq=5)

    decided = {key: block["decision"] for key, block in blocks(answer).items()}
    assert decided == {"a/0": "", "a/1": "", "a/2": "", "a/3": "accept"}
    (event,) = [e for e in store.load_events(drafted) if e.kind is EventKind.PARAGRAPHS_ACCEPTED]
    assert event.actor == "Maija"


def test_facts_that_somebody_has_changed_since_are_not_accepted(
    drafted: Workshop, open_screen: Open
) -> None:
    mine, theirs = open_screen("tarkistus", drafted), open_screen("tarkistus", drafted)
    do(theirs, "edit", by="Pekka", block_id="a/3", text="Aika: 8.10.2026", seq=4)
    do(theirs, "decide_block", by="Pekka", block_id="a/3", decision="reject", seq=5)

    answer = do(mine, "accept_facts", block_ids=["a/2", "a/3"], seq=4)

    assert blocks(answer)["a/3"]["decision"] == "reject"


def test_taking_a_change_is_in_the_way_of_who_accepts_the_old_words(
    drafted: Workshop, open_screen: Open
) -> None:
    mine, theirs = open_screen("tarkistus", drafted), open_screen("tarkistus", drafted)
    change = blocks(propose(theirs))["a/1"]["proposals"][0]["id"]
    do(theirs, "settle", by="Pekka", change_id=change, take=True)

    answer = do(mine, "decide_block", block_id="a/1", decision="accept", seq=4)

    assert answer["conflict"]


def test_the_place_in_the_step_survives_a_reload(drafted: Workshop, open_screen: Open) -> None:
    place = do(open_screen("tarkistus", drafted), "turn", part="versiot", shown="odottavat")
    query = "".join(f"&{key}={value}" for key, value in place["frame"]["place"].items() if value)

    again = do(open_screen("tarkistus", drafted, query=query), "turn")

    assert (again["view"]["part"], again["view"]["shown"]) == ("versiot", "odottavat")
    assert "rooli=kommentoija" in again["view"]["link"]
