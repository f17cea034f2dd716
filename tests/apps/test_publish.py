"""Publication: what blocks a document and where, how it looks, which files there are."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.apps.material import compose_draft, do
from toolkit import worker, workflow
from toolkit.apps import state_publish
from toolkit.apps.session import Session
from toolkit.domain import EventKind, Workshop

Open = Callable[..., Session]
TYPE = "tyopajan-yhteenveto"


@pytest.fixture
def composed(evening: Workshop) -> Workshop:
    compose_draft(evening)
    return evening


def view(session: Session) -> dict[str, Any]:
    shown: dict[str, Any] = do(session, "choose_version", version="tyokopio")["view"]
    return shown


def written(session: Session) -> dict[str, tuple[str, int]]:
    return {one["name"]: (one["standing"], one["version"]) for one in view(session)["files"]}


def test_every_reason_leads_to_its_paragraph(composed: Workshop, open_screen: Open) -> None:
    blockers = view(open_screen("julkaisu", composed))["blockers"]

    waiting = workflow.merge_draft(workflow.load_state(composed), type=TYPE).waiting
    assert [one["href"].split("#")[1] for one in blockers] == [block.id for block in waiting]
    assert blockers[0]["href"].startswith("tarkistus.ipynb?tyopaja=2026-10-07-ilta&")
    assert f"asiakirja={TYPE}" in blockers[0]["href"]


def test_nothing_blocks_a_document_in_which_all_is_decided(
    composed: Workshop, open_screen: Open
) -> None:
    workflow.accept_waiting(composed, type=TYPE, actor="Maija")
    session = open_screen("julkaisu", composed)

    shown = view(session)
    answer = do(session, "write", format="html", version="valmis")

    assert shown["blockers"] == []
    assert answer["file"] == f"2026-10-07-ilta-{TYPE}.html"


def test_a_working_copy_alone_is_no_publication(composed: Workshop, open_screen: Open) -> None:
    session = open_screen("julkaisu", composed)

    copy = do(session, "write", format="docx", version="tyokopio")
    workflow.accept_waiting(composed, type=TYPE, actor="Maija")
    after_copy = next_step_on_the_card(open_screen)
    finished = do(session, "write", format="docx", version="valmis")

    assert publication(copy) == ("1 kirjoitettu tiedosto", False)
    assert publication(finished) == ("2 kirjoitettua tiedostoa", True)
    assert (after_copy, next_step_on_the_card(open_screen)) == ("Julkaisu", "Seuranta")


def next_step_on_the_card(open_screen: Open) -> str:
    (card,) = do(open_screen("etusivu"), "look")["view"]["workshops"]
    return str(card["next"])


def publication(answer: dict[str, Any]) -> tuple[str, bool]:
    step = next(one for one in answer["frame"]["steps"] if one["key"] == "julkaisu")
    return step["note"], step["done"]


def test_a_file_says_when_the_words_have_changed_since(
    composed: Workshop, open_screen: Open
) -> None:
    session = open_screen("julkaisu", composed)
    do(session, "write", format="html", version="tyokopio")
    name = f"{TYPE}-luonnos.html"
    fresh = written(session)
    block = workflow.merge_draft(workflow.load_state(composed), type=TYPE).waiting[0]
    edit = {"type": TYPE, "language": "fi", "block_id": block.id, "text": "Toisin sanoen."}
    workflow.decide(composed, EventKind.PARAGRAPH_EDITED, edit, actor="Maija")
    older = written(session)
    (Path(composed.folder) / "published" / name).write_text("muuta")
    altered = written(session)
    (Path(composed.folder) / "published" / name).unlink()

    assert fresh == {name: ("Sama teksti kuin nyt", 1)}
    assert older[name][0].startswith("Teksti on muuttunut")
    assert altered[name][0].startswith("Muutettu muualla")
    assert written(session)[name][0] == "Ei enää kansiossa"
    assert do(session, "fetch", name=name)["refused"]


def test_a_signed_file_is_compared_with_the_words_that_were_signed(
    composed: Workshop, open_screen: Open
) -> None:
    workflow.accept_waiting(composed, type=TYPE, actor="Maija")
    workflow.sign_document(composed, type=TYPE, role="puheenjohtaja", actor="Aino")
    block = workflow.load_state(composed).drafts[TYPE].blocks[1]
    rejected = {"type": TYPE, "language": "fi", "block_id": block.id, "decision": "reject"}
    workflow.decide(composed, EventKind.PARAGRAPH_DECIDED, rejected, actor="Maija")
    session = open_screen("julkaisu", composed)

    do(session, "write", format="html", version="allekirjoitettu")

    assert view(session)["signed"][0]["name"] == "Aino"
    assert written(session)[f"{TYPE}.html"][0].startswith("Teksti on muuttunut")


def test_a_file_can_be_had_again_and_nothing_else(composed: Workshop, open_screen: Open) -> None:
    session = open_screen("julkaisu", composed)
    do(session, "write_data", format="csv")
    name = f"{TYPE}-luonnos.csv"

    message = {"op": "fetch", "id": 2, "args": {"name": name}}
    answer, files = session.answer(message)

    assert answer["file"].endswith(name)
    assert "Nuorisotalolle lisää tekemistä." in files[0].decode("utf-8-sig")
    for other in ("../workshop.toml", "workshop.db", "x.csv"):
        assert do(session, "fetch", name=other)["refused"]


def test_the_sheets_of_a_document_are_pictures(composed: Workshop, open_screen: Open) -> None:
    session = open_screen("julkaisu", composed)

    first = json.loads(do(session, "preview", number=1, version="tyokopio")["extra"])
    last = json.loads(do(session, "preview", number=99, version="tyokopio")["extra"])

    kind, _comma, data = first["src"].partition(",")
    assert (kind, b64decode(data)[:4]) == ("data:image/png;base64", b"\x89PNG")
    assert (first["number"], last["number"]) == (1, last["n"])
    assert do(session, "preview", number=1, version="valmis")["refused"]
    assert do(session, "preview", number=1, version="allekirjoitettu")["refused"]


def test_what_the_worker_wrote_comes_to_the_one_who_asked(
    composed: Workshop, open_screen: Open, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_publish, "_SLOW", {"html"})
    mine, other = open_screen("julkaisu", composed), open_screen("julkaisu", composed)
    job = do(mine, "write", format="html", version="tyokopio")["frame"]["jobs"][0]
    do(other, "poll")

    worker.run_next(root)
    arrived = do(mine, "poll")["view"]["arrived"]

    assert job["label"] == "Kirjoitetaan tiedostoa"
    assert arrived == f"{TYPE}-luonnos.html"
    assert view(other)["arrived"] == ""
    assert do(mine, "fetch", name=arrived)["file"].endswith(arrived)
    assert view(mine)["arrived"] == ""


def test_without_libreoffice_a_sentence_says_so(
    composed: Workshop, open_screen: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.publishing.files.find_libreoffice", lambda: None)

    shown = view(open_screen("julkaisu", composed))

    assert "odt" not in [one["key"] for one in shown["formats"]]
    assert "LibreOfficea" in shown["no_odt"]


def test_the_address_keeps_the_version(composed: Workshop, open_screen: Open) -> None:
    session = open_screen("julkaisu", composed, query="&versio=valmis")

    assert do(session, "nothing")["view"]["version"] == "valmis"
    assert do(session, "nothing")["frame"]["place"]["versio"] == "valmis"
