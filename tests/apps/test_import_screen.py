"""The import screen: files wait, people decide, and only then anything comes in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.apps.conftest import Open
from tests.apps.material import EVIL, do
from toolkit import store, worker, workflow
from toolkit.apps.session import Session
from toolkit.apps.uploads import PIECE_BYTES
from toolkit.domain import Workshop

NAMES = "Vastaus\nLiisa Koskinen auttoi.\nLiisa Koskiselle kiitos.\nSuvikuja 3 on pimeä.\n"


def send(session: Session, *files: tuple[str, str]) -> dict[str, Any]:
    for name, text in files:
        data = text.encode()
        args = {"key": name, "name": name, "size": len(data), "number": 0}
        session.answer({"op": "piece", "id": 1, "args": args}, [data])
    return do(session, "arrived", keys=[name for name, _text in files])


def work(root: Path) -> None:
    while worker.run_next(root):
        pass


@pytest.fixture
def session(evening: Workshop, open_screen: Open) -> Session:
    return open_screen("tuonti", evening)


def test_a_file_is_shown_before_it_comes_in(
    session: Session, evening: Workshop, root: Path
) -> None:
    before = store.last_seq(evening)
    sent = send(session, ("merkinnät.csv", f'Vastaus\n"{EVIL.replace(chr(34), chr(34) * 2)}"\n'))
    assert [file["status"] for file in sent["view"]["waiting"]] == ["looking"]

    work(root)
    (file,) = do(session, "poll")["view"]["waiting"]

    assert (file["status"], file["receipt"]["rows"], file["receipt"]["notes"]) == ("ready", 1, 1)
    assert file["receipt"]["format"] == "Pöytäkeskustelujen muistiinpanot (CSV)"
    assert [note["text"] for note in file["preview"]] == [EVIL]
    assert store.last_seq(evening) == before


def test_names_are_decided_one_by_one_and_what_is_chosen_comes_in(
    session: Session, evening: Workshop, root: Path, open_screen: Open
) -> None:
    send(session, ("merkinnät.csv", NAMES))
    work(root)
    places = do(session, "poll")["view"]["suggestions"]
    assert [(place["words"], place["n_same"]) for place in places] == [
        ("Liisa Koskinen", 2),
        ("Liisa Koskiselle", 2),
        ("Suvikuja 3", 1),
    ]

    first = {"waiting_id": places[0]["waiting_id"], "key": places[0]["key"]}
    do(session, "choose", **first, mask=True, same=True)
    other = open_screen("tuonti", evening)
    seen = do(other, "nothing")["view"]
    assert [place["choice"] for place in seen["suggestions"]] == [True, True, None]
    assert do(session, "import_all")["view"]["waiting"][0]["status"] == "personal"
    do(other, "choose", waiting_id=first["waiting_id"], key=places[2]["key"], mask=False)
    do(session, "import_all")
    work(root)

    view = do(session, "poll")["view"]
    assert (view["waiting"], view["suggestions"]) == ([], [])
    assert (view["receipts"][0]["notes"], view["receipts"][0]["masked"]) == (3, 2)
    assert [note.text for note in workflow.load_notes(evening)][-3:] == [
        "[HENKILÖ 1] auttoi.",
        "[HENKILÖ 1] kiitos.",
        "Suvikuja 3 on pimeä.",
    ]


def test_a_choice_can_be_taken_back_and_the_rest_masked(
    session: Session, root: Path, evening: Workshop
) -> None:
    send(session, ("merkinnät.csv", NAMES))
    work(root)
    place = do(session, "poll")["view"]["suggestions"][0]
    where = {"waiting_id": place["waiting_id"], "key": place["key"]}

    do(session, "choose", **where, mask=False)
    do(session, "take_back", waiting_id=where["waiting_id"], keys=[where["key"]])
    left = do(session, "choose_rest")

    assert [one["choice"] for one in left["view"]["suggestions"]] == [True] * 3
    assert left["notice"] == "3 kohtaa peitetään. Kaikki on ratkaistu."
    assert len(workflow.load_state(evening).sources) == 1


def test_the_same_file_twice_and_a_file_that_is_in_are_said_to_be_so(
    session: Session, root: Path, evening: Workshop
) -> None:
    text = "Vastaus\nJonot pois\n"
    sent = send(session, ("a.csv", text), ("b.csv", text))
    assert "b.csv" in sent["notice"]
    assert len(sent["view"]["waiting"]) == 1
    work(root)
    do(session, "import_all")
    work(root)

    send(session, ("a.csv", text))
    work(root)
    (file,) = do(session, "poll")["view"]["waiting"]
    assert file["known"]
    do(session, "import_all")
    work(root)

    ended = do(session, "poll")["ended"]
    assert [end["text"] for end in ended] == [
        "Tiedosto oli jo tuotu, joten mikään ei muuttunut: a.csv"
    ]
    assert len(workflow.load_state(evening).sources) == 2


def test_a_file_left_out_stays_on_the_list(session: Session, root: Path, evening: Workshop) -> None:
    send(session, ("a.csv", "Vastaus\nJonot pois\n"), ("b.csv", "Vastaus\nLisää väkeä\n"))
    work(root)
    first = do(session, "poll")["view"]["waiting"][0]

    do(session, "leave_out", waiting_id=first["id"], left_out=True)
    do(session, "import_all")
    do(session, "import_all")
    work(root)

    view = do(session, "poll")["view"]
    assert [(file["name"], file["left_out"]) for file in view["waiting"]] == [("a.csv", True)]
    assert [receipt["name"] for receipt in view["receipts"]] == ["b.csv", "seinä.csv"]


def test_while_some_files_come_in_the_page_leads_to_those_that_wait_for_an_answer(
    session: Session, root: Path
) -> None:
    send(session, ("nimet.csv", NAMES), ("a.csv", "Vastaus\nJonot pois\n"))
    work(root)

    answer = do(session, "import_all")

    assert answer["extra"] == "decide"
    assert "odottavia tiedostoja: 1" in answer["notice"]
    assert len(store.load_open_jobs(session.state.workshop)) == 1


def test_a_file_that_waits_for_its_turn_is_named(session: Session) -> None:
    sent = send(session, ("a.csv", "Vastaus\nJonot pois\n"), ("b.csv", "Vastaus\nLisää väkeä\n"))

    labels = [job["label"] for job in sent["frame"]["jobs"]]

    assert [label.rpartition(": ")[2] for label in labels] == ["a.csv", "b.csv"]


def test_a_file_that_was_sent_and_not_imported_is_told_of_everywhere(
    session: Session, open_screen: Open, root: Path
) -> None:
    sent = send(session, ("a.csv", "Vastaus\nJonot pois\n"))
    work(root)

    (card,) = open_screen("etusivu").state.view()["workshops"]

    step = sent["frame"]["steps"][0]
    assert (step["done"], step["note"]) == (False, "1 tiedosto odottaa")
    assert card["next"] == "Tuonti"
    assert "sitä ei ole tuotu" in card["unimported"]


def test_a_look_that_was_stopped_can_be_started_again(session: Session, root: Path) -> None:
    sent = send(session, ("a.csv", "Vastaus\nJonot pois\n"))
    waiting_id = sent["view"]["waiting"][0]["id"]
    stopped = do(session, "stop", job_id=sent["frame"]["jobs"][0]["id"])
    assert [file["status"] for file in stopped["view"]["waiting"]] == ["stopped"]

    do(session, "look_again", waiting_id=waiting_id)
    work(root)

    assert [file["status"] for file in do(session, "poll")["view"]["waiting"]] == ["ready"]


def test_sending_that_was_stopped_leaves_nothing(session: Session, evening: Workshop) -> None:
    args = {"key": "k", "name": "iso.csv", "size": 10, "number": 0}
    session.answer({"op": "piece", "id": 1, "args": args}, [b"12345"])

    do(session, "give_up", key="k")

    incoming = store.cache_folder(evening, "incoming")
    assert [path for path in incoming.rglob("*") if path.is_file()] == []


def test_thirty_megabytes_go_through_in_pieces(session: Session, root: Path) -> None:
    data = b"PK\x03\x04" + bytes(30 * 2**20)
    answer: dict[str, Any] = {}
    for number, at in enumerate(range(0, len(data), PIECE_BYTES)):
        args = {"key": "k", "name": "iso.zip", "size": len(data), "number": number}
        piece = data[at : at + PIECE_BYTES]
        answer, _files = session.answer({"op": "piece", "id": 1, "args": args}, [piece])
    assert answer["extra"] == "whole"

    do(session, "arrived", keys=["k"])
    work(root)

    (file,) = do(session, "poll")["view"]["waiting"]
    assert (file["name"], file["status"]) == ("iso.zip", "refused")
    assert "iso.zip" in file["problem"]


def test_the_receipt_tells_what_was_hidden_and_what_was_left(session: Session, root: Path) -> None:
    send(session, ("merkinnät.csv", f"{NAMES}Soita 040 123 4567 tai 040 123 4568.\n"))
    work(root)
    places = do(session, "poll")["view"]["suggestions"]
    for place in places:
        chosen = {"waiting_id": place["waiting_id"], "key": place["key"]}
        do(session, "choose", **chosen, mask=place["words"] != "Suvikuja 3")
    do(session, "import_all")
    work(root)

    newest, before = do(session, "nothing")["view"]["receipts"]
    assert newest["hidden"] == [
        "Henkilöiden nimet: 2",
        "Puhelinnumerot: 2",
        "Jätetty tarkoituksella näkyviin: 1",
    ]
    assert before["hidden"] == []


def test_broken_letters_are_repaired_when_somebody_says_so(
    session: Session, evening: Workshop, root: Path
) -> None:
    send(session, ("merkinnät.csv", "Vastaus\nEi mitÃ¤Ã¤n tietoa asiasta\n"))
    work(root)
    (file,) = do(session, "poll")["view"]["waiting"]
    assert (file["broken"], file["repairs"]) == ([["mitÃ¤Ã¤n", "mitään"]], False)

    do(session, "repair_text", waiting_id=file["id"], repairs=True)
    work(root)
    (file,) = do(session, "poll")["view"]["waiting"]
    assert (file["broken"], file["repairs"]) == ([], True)
    assert [note["text"] for note in file["preview"]] == ["Ei mitään tietoa asiasta"]
    do(session, "import_all")
    work(root)

    assert "Ei mitään tietoa asiasta" in {note.text for note in workflow.load_notes(evening)}
