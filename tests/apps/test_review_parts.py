"""The review besides the paragraphs: returned files, comment round, signing, versions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile

from tests.apps.conftest import Open
from tests.apps.material import compose_draft, do, propose_draft
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.domain import Council, EventKind, Role, Workshop
from toolkit.errors import NotAllowed
from toolkit.worker import run_next

TYPE = "tyopajan-yhteenveto"


def returned(workshop: Workshop, folder: Path, *, new: str = "Kiitokset kaikille") -> Path:
    """Write a working copy and change a sentence of it as Word does with tracking off."""
    sent = workflow.publish_document(
        workshop, type=TYPE, format="docx", working_copy=True, actor="Aino"
    )
    file = WordFile(str(sent))
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("Kiitos kaikille", new)
    path = folder / "palautettu.docx"
    file.save(str(path))
    return path


def send(session: Session, path: Path, root: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Upload a file as the page does, have it read, and return the two answers."""
    data = path.read_bytes()
    args = {"key": "k", "name": path.name, "size": len(data), "number": 0}
    arrived, _files = session.answer({"op": "piece", "name": "Maija", "args": args}, [data])
    if arrived.get("refused"):
        return arrived, arrived
    do(session, "read_copies", keys=["k"])
    assert run_next(root)
    return arrived, do(session, "poll")


def test_a_returned_file_says_what_it_is_and_its_changes_are_decided(
    drafted: Workshop, root: Path, tmp_path: Path, open_screen: Open
) -> None:
    path = returned(drafted, tmp_path)
    session = open_screen("tarkistus", drafted, query="&osa=palautetut")

    _arrived, read = send(session, path, root)
    copies = read["view"]["copies"]

    assert read["ended"][0]["text"].startswith("Tiedosto toi 1 muutoksen")
    (file,) = copies["files"]
    assert (file["name"], file["version"], file["n"], file["n_waiting"]) == (path.name, 1, 1, 1)
    assert file["authors"] == [{"name": "tekijä ei ole tiedossa", "n": 1}]
    (change,) = copies["changes"]
    assert change["marked"] == [
        ("gone", "Kiitos"),
        ("new", "Kiitokset"),
        ("same", " kaikille."),
    ]

    taken = do(session, "settle", change_id=change["id"], take=True)

    assert taken["view"]["copies"]["changes"] == []
    assert "Kiitokset kaikille." in taken["frame"]["undo"]["what"]
    assert [r.text for r in workflow.load_reviews(drafted, type=TYPE)] == ["Kiitokset kaikille."]


def test_the_same_file_again_brings_nothing_and_says_so(
    drafted: Workshop, root: Path, tmp_path: Path, open_screen: Open
) -> None:
    path = returned(drafted, tmp_path)
    session = open_screen("tarkistus", drafted, query="&osa=palautetut")
    send(session, path, root)

    _arrived, read = send(session, path, root)
    view = do(session, "turn")["view"]

    assert [end["text"] for end in read["ended"]] == [
        "Tiedosto ei tuonut mitään uutta: palautettu.docx"
    ]
    assert len(view["copies"]["changes"]) == 1


def test_what_is_no_working_copy_is_refused_in_words(
    drafted: Workshop, root: Path, tmp_path: Path, open_screen: Open
) -> None:
    session = open_screen("tarkistus", drafted, query="&osa=palautetut")
    text, broken, strange = tmp_path / "a.txt", tmp_path / "b.docx", tmp_path / "c.docx"
    text.write_text("Hei")
    broken.write_bytes(os.urandom(200))
    file = WordFile()
    file.add_paragraph("Jotain aivan muuta.")
    file.save(str(strange))

    assert ".docx .odt" in send(session, text, root)[0]["notice"]
    for path in (broken, strange):
        _arrived, read = send(session, path, root)
        (end,) = read["ended"]
        assert end["level"] == "error"
        assert path.name in end["text"]
    assert do(session, "turn")["view"]["copies"]["files"] == []


def test_everything_of_one_person_is_decided_at_once_and_what_is_stale_stays(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("tarkistus", drafted, query="&osa=palautetut")
    for block_id, text in (("a/2", "Kiitos."), ("a/3", "Aika: syksy"), ("a/3", "Aika: talvi")):
        seq = store.last_seq(drafted)
        do(session, "propose", by="Kalle", block_id=block_id, text=text, seq=seq)
    seq = store.last_seq(drafted)
    answer = do(session, "propose", by="Liisa", block_id="a/2", text="Kiitämme.", seq=seq)
    ids = [change["id"] for change in answer["view"]["copies"]["changes"]]

    done = do(session, "settle_all", author="Kalle", change_ids=ids, take=True)

    assert done["notice"].startswith("Ratkaistu 2 muutosta. 1 muutosta ei voi ottaa")
    left = done["view"]["copies"]["changes"]
    assert [(change["author"], change["stale"]) for change in left] == [
        ("Kalle", True),
        ("Liisa", True),
    ]


# Comment round


def test_a_round_is_opened_heard_and_answered(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted, query="&osa=lausuntokierros")
    assert not do(session, "turn")["view"]["hearing"]["open"]

    do(session, "open_round", councils=["youth"], others="Kunta\n\n Kunta ", deadline="2026-11-20")
    do(session, "record_heard", name="Nuorisovaltuusto", way="submission", date="2026-11-01")
    do(session, "propose_amendment", body="Nuorisovaltuusto", text="Lisätään bussit.")
    refused = do(session, "answer_amendment", amendment_id="1", answer="taken", reason=" ")
    answer = do(session, "answer_amendment", amendment_id="1", answer="partly", reason="Osin.")

    hearing = answer["view"]["hearing"]
    bodies = [(body["name"], body["way"], body["date"]) for body in hearing["bodies"]]
    assert bodies == [("Nuorisovaltuusto", "submission", "1.11.2026"), ("Kunta", "", "")]
    assert refused["refused"]
    (one,) = hearing["amendments"]
    assert (one["answered"], one["reason"]) == ("otettu huomioon osittain", "Osin.")
    made = workflow.load_hearing(drafted, type=TYPE)
    assert made.bodies[0].council is Council.YOUTH
    assert any("anhusneuvosto" in warning for warning in hearing["warnings"])


@pytest.mark.parametrize(
    "args",
    [
        {"councils": [], "others": " \n"},
        {"councils": ["youth"], "others": "", "deadline": "huomenna"},
        {"councils": ["youth"], "others": "", "sent_on": "2026-11-20", "deadline": "2026-11-01"},
    ],
)
def test_a_round_without_bodies_or_days_is_refused_in_words(
    args: dict[str, Any], drafted: Workshop, open_screen: Open
) -> None:
    answer = do(open_screen("tarkistus", drafted), "open_round", **args)

    assert answer["refused"]
    assert "koodi" not in answer["notice"]
    assert workflow.load_state(drafted).hearings == {}


# Signing


@pytest.fixture
def ready(evening: Workshop) -> Workshop:
    """A document in which everything has been decided."""
    compose_draft(evening)
    workflow.accept_waiting(evening, type=TYPE, actor="Maija")
    return evening


def signing(answer: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = answer["view"]["signing"]
    return found


def test_what_waits_blocks_signing_and_leads_to_it(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted, query="&osa=allekirjoitus")

    view = signing(do(session, "turn"))
    answer = do(session, "sign", role="puheenjohtaja", digest=view["digest"], read=True)

    assert view["digest"] == ""
    assert {"text": "3 kappaletta odottaa", "block_id": "a/1"} in view["blockers"]
    assert answer["refused"]


def test_a_document_is_signed_as_it_was_read(ready: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", ready, query="&osa=allekirjoitus")
    digest = signing(do(session, "turn"))["digest"]

    unread = do(session, "sign", role="puheenjohtaja", digest=digest, read=False)
    other = do(session, "sign", role="puheenjohtaja", digest="0" * 64, read=True)
    signed = do(session, "sign", role="puheenjohtaja", digest=digest, read=True)

    assert unread["refused"]
    assert other["conflict"]
    (one,) = signing(signed)["signatures"]
    assert (one["name"], one["role"], one["holds"]) == ("Maija", "puheenjohtaja", True)
    assert signing(signed)["changed"] == []


def test_what_is_still_open_is_said_before_signing(ready: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", ready, query="&osa=allekirjoitus")
    assert signing(do(session, "turn"))["still_open"] == []
    block = workflow.load_draft(ready, type=TYPE).blocks[0]

    answer = do(session, "comment", block_id=block.id, text="Onko tämä varmaa?")

    assert signing(answer)["still_open"] == ["1 kommentti on avoinna."]


def test_what_changed_since_a_signature_is_shown(ready: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", ready, query="&osa=allekirjoitus")
    digest = signing(do(session, "turn"))["digest"]
    do(session, "sign", role="puheenjohtaja", digest=digest, read=True)
    draft = workflow.load_draft(ready, type=TYPE)
    block = next(b for b in draft.blocks if b.needs_decision and not b.has_rows)

    seq = store.last_seq(ready)
    answer = do(session, "edit", block_id=block.id, text="Aivan muuta.", seq=seq)

    assert not signing(answer)["signatures"][0]["holds"]
    (changed,) = signing(answer)["changed"]
    new = "".join(text for kind, text in changed["marked"] if kind != "gone")
    assert new == "Aivan muuta."


def test_only_approvers_sign_once_there_are_some(ready: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", ready, query="&osa=allekirjoitus")
    given = do(session, "give_role", name="Ville", role="approver")

    mine = signing(do(session, "turn"))
    answer = do(session, "sign", role="sihteeri", digest=mine["digest"], read=True)

    assert signing(given)["roles"] == [{"name": "Ville", "role": "hyväksyjä"}]
    assert given["frame"]["undo"]["what"] == "Rooli annettu: Ville, hyväksyjä"
    assert not mine["may_sign"]
    assert "Ville" in answer["notice"]
    assert signing(do(session, "turn", by="Ville"))["may_sign"]


def test_a_commenter_takes_no_change_through_the_workflow_either(drafted: Workshop) -> None:
    workflow.give_role(drafted, name="Kalle", role=Role.COMMENTER, actor="Aino")
    payload = workflow.wording_payload(drafted, type=TYPE, block_id="a/2", text="Kiitämme.")
    workflow.decide(drafted, EventKind.WORDING_PROPOSED, payload, actor="Kalle")

    with pytest.raises(NotAllowed):
        workflow.settle_changes(drafted, [1], take=True, actor="Kalle")


# Versions


def test_two_versions_are_compared_in_words(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted, query="&osa=versiot&vertaa=7-9")
    assert len(do(session, "turn")["view"]["compared"]["versions"]) == 1
    propose_draft(drafted, first="Merkinnöissä toivotaan junia.")

    compared = do(session, "turn")["view"]["compared"]

    assert (compared["first"], compared["last"]) == (1, 2)
    (change,) = compared["changes"]
    assert change["heading"] == "Tulokset"
    assert ("gone", "busseja") in change["marked"]
    assert ("new", "junia") in change["marked"]
