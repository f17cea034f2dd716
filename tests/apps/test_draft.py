"""The draft without a browser: what it shows, what typing leads to, what is written to the log."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.apps.conftest import Open
from tests.apps.material import do, propose_draft
from toolkit import drafting, store, worker, workflow
from toolkit.apps.draft_view import note_views
from toolkit.domain import Workshop

SAID = "Merkinnöissä toivotaan busseja myös iltaisin ja viikonloppuisin."
OTHERWISE = "Merkinnöissä toivotaan busseja ja junia myös iltaisin ja viikonloppuisin."


def draft(answer: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = answer["view"]["draft"]
    return found


def block(answer: dict[str, Any], block_id: str) -> dict[str, Any]:
    return next(one for one in draft(answer)["blocks"] if one["id"] == block_id)


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


def test_what_the_notes_propose_is_found_before_a_draft(evening: Workshop, root: Path) -> None:
    store.enqueue(evening, "draft", {"type": "julkilausuma"}, actor="Maija")

    assert worker.run_next(root)

    state = workflow.load_state(evening)
    assert "julkilausuma" in state.drafts
    assert len(state.proposed_kinds) == len(workflow.load_notes(evening))


def test_what_is_still_open_says_where_it_is_filled_in(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("luonnos", composed)
    shown = do(session, "choose", type="tyopajan-yhteenveto")

    body, steps = draft(shown)["missing"]
    place = draft(shown)["fill_in"][body["place"]]

    assert (body["place"], steps["place"]) == ("details", "details")
    assert body["block"].endswith("paatos/taho")
    assert steps["block"].endswith("vaiheet/johdanto")  # said in the plural
    assert place["href"] == f"etusivu.ipynb?muokkaa={composed.folder.name}"
    assert not body["given"]


def test_coverage_is_asked_of_the_worker(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("luonnos", drafted)
    do(session, "choose", type="tyopajan-yhteenveto")

    answer = do(session, "measure")

    assert [job["kind"] for job in answer["frame"]["jobs"]] == ["coverage"]
