"""The draft without a browser: what it shows, what typing leads to, what is written to the log."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.apps.conftest import Open
from tests.apps.material import compose_draft, do, propose_draft
from toolkit import drafting, store, workflow
from toolkit.apps.draft_view import note_views
from toolkit.domain import EventKind, Workshop

SAID = "Merkinnöissä toivotaan busseja myös iltaisin ja viikonloppuisin."
OTHERWISE = "Merkinnöissä toivotaan busseja ja junia myös iltaisin ja viikonloppuisin."


def draft(answer: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = answer["view"]["draft"]
    return found


def block(answer: dict[str, Any], block_id: str) -> dict[str, Any]:
    return next(one for one in draft(answer)["blocks"] if one["id"] == block_id)


def check(session: Any, block_id: str, text: str) -> dict[str, Any]:
    answer = do(session, "check_words", block_id=block_id, text=text)
    found: dict[str, Any] = json.loads(answer["extra"])
    return found


def levels(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["gate"], one["level"]) for one in found["remarks"]}


@pytest.fixture
def composed(evening: Workshop) -> Workshop:
    """The evening with the draft that its themes lead to."""
    compose_draft(evening)
    return evening


def counted(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the first block with a number and a citation."""
    for one in draft(answer)["blocks"]:
        kinds = {run["kind"] for sentence in one["sentences"] for run in sentence}
        if {"number", "cite"} <= kinds:
            found: dict[str, Any] = one
            return found
    raise AssertionError


def test_every_citation_quote_and_number_leads_to_what_it_stands_on(
    composed: Workshop, open_screen: Open
) -> None:
    answer = do(open_screen("luonnos", composed), "choose", type="tyopajan-yhteenveto")
    notes = {note.id: note for note in workflow.load_notes(composed)}
    runs = [run for one in draft(answer)["blocks"] for said in one["sentences"] for run in said]
    cells = [
        run
        for one in draft(answer)["blocks"]
        for row in one["rows"]
        for cell in row
        for run in cell
    ]

    assert {"text", "number", "cite", "quote"} <= {run["kind"] for run in (*runs, *cells)}
    for run in (*runs, *cells):
        if run["kind"] == "cite":
            assert all(draft(answer)["notes"][key]["ref"] for key in run["notes"])
        elif run["kind"] == "quote":
            assert notes[run["note"]].text[run["start"] : run["end"]] == run["text"]
        elif run["kind"] == "number":
            assert f"uudelleen: {run['value']}" in run["how"]


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


def test_a_rejected_paragraph_is_gone_from_the_text_and_listed_beside_it(
    drafted: Workshop, open_screen: Open
) -> None:
    review = open_screen("tarkistus", drafted)
    do(review, "decide_block", block_id="a/2", decision="reject", seq=4)
    do(review, "decide_block", block_id="a/3", decision="accept", seq=5)

    shown = draft(do(open_screen("luonnos", drafted), "choose", type="tyopajan-yhteenveto"))

    assert "a/2" not in [one["id"] for one in shown["blocks"]]
    assert [(one["text"], one["author"]) for one in shown["left_out"]] == [
        ("Kiitos kaikille.", "Maija")
    ]


def test_renewing_to_other_words_tells_what_changed(evening: Workshop, open_screen: Open) -> None:
    propose_draft(evening, first=SAID)
    propose_draft(evening, first=OTHERWISE)
    session = open_screen("luonnos", evening)
    shown = draft(do(session, "choose", type="tyopajan-yhteenveto"))

    found = json.loads(do(session, "compare", first=1)["extra"])["changes"]

    assert [one["number"] for one in shown["versions"]] == [2, 1]
    assert [(one["block"], one["change"]) for one in found] == [("a/1", "changed")]
    assert SAID in found[0]["before"]
    assert OTHERWISE in found[0]["after"]


def test_a_note_that_is_not_to_be_quoted_makes_the_draft_outdated_until_undone(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", composed)
    shown = do(session, "choose", type="tyopajan-yhteenveto")
    quoting = next(
        (one["id"], run["note"])
        for one in draft(shown)["blocks"]
        for said in one["sentences"]
        for run in said
        if run["kind"] == "quote"
    )
    notes = json.loads(do(session, "candidates", block_id=quoting[0])["extra"])["notes"]

    banned = do(session, "choose_quote", note_id=quoting[1], choice="ban", seq=shown["view"]["seq"])
    undone = do(session, "undo", event_seq=banned["frame"]["undo"]["seq"])

    assert quoting[1] in [note["id"] for note in notes]
    assert draft(banned)["notes"][quoting[1]]["choice"] == "ban"
    assert [draft(one)["outdated"] for one in (shown, banned, undone)] == [False, True, False]


def test_whether_to_quote_is_asked_of_notes_and_not_of_statements(voted: Workshop) -> None:
    findings = workflow.load_findings(voted)

    shown = note_views(drafting.source_notes(findings), findings)

    assert {key: note["choice"] for key, note in shown.items()} == {
        **{note.id: "free" for note in findings.notes},
        **dict.fromkeys(("s1", "s2", "s3"), ""),
    }


def test_notes_that_cannot_be_quoted_say_why(composed: Workshop, open_screen: Open) -> None:
    session = open_screen("luonnos", composed)
    shown = do(session, "choose", type="tyopajan-yhteenveto")
    places = [one["id"] for one in draft(shown)["blocks"] if "t-talo" in one["id"].split("/")]

    notes = json.loads(do(session, "candidates", block_id=places[-1])["extra"])["notes"]

    assert len(notes) == 2
    by_text = {note["text"]: note["hindrance"] for note in notes}
    assert by_text["Nuorisotalolle lisää tekemistä."]
    assert not by_text["Nuorisotalo saisi olla auki viikonloppuisin."]


def test_the_worker_is_given_the_contents_and_the_language_that_were_chosen(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", evening)
    do(session, "choose", type="palaute", language="sv")
    shown = do(session, "choose_contents", preset="selko")
    assert shown["view"]["preset"] == "selko"
    assert shown["frame"]["place"]["sisalto"] == "selko"

    again = open_screen("luonnos", evening, query="&asiakirja=palaute&asiakieli=sv&sisalto=selko")
    do(again, "compose")

    (job,) = store.load_open_jobs(evening)
    assert job.payload == {"type": "palaute", "language": "sv", "preset": "selko"}
    assert do(session, "choose_contents", preset="runo")["refused"]


def test_what_is_still_open_says_where_it_is_filled_in(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", composed)
    shown = do(session, "choose", type="tyopajan-yhteenveto")

    (fact,) = draft(shown)["missing"]
    place = draft(shown)["fill_in"][fact["place"]]

    assert fact["block"].endswith("paatos/taho")
    assert place["href"] == f"etusivu.ipynb?muokkaa={composed.folder.name}"
    assert not fact["given"]


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


def test_coverage_is_asked_of_the_worker(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("luonnos", drafted)
    do(session, "choose", type="tyopajan-yhteenveto")

    answer = do(session, "measure")

    assert [job["kind"] for job in answer["frame"]["jobs"]] == ["coverage"]


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
