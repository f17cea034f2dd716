"""What each screen shows and records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.apps.material import EVIL, TEXTS, do, propose_draft
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.domain import EventKind, Workshop
from toolkit.workflow.waiting import find_waiting

Open = Callable[..., Session]


def note_called(workshop: Workshop, text: str) -> str:
    return next(note.id for note in workflow.load_notes(workshop) if note.text == text)


# The front page


def test_a_new_workshop_gets_a_folder_of_its_day_and_title(root: Path, open_screen: Open) -> None:
    session = open_screen("etusivu")

    answer = do(session, "create", title="Äänet kuuluviin!", day="2026-10-07", organiser="Tiimi")
    again = do(session, "create", title="Äänet kuuluviin!", day="2026-10-07")

    assert answer["goto"] == "tuonti.ipynb?tyopaja=2026-10-07-aanet-kuuluviin"
    assert again["goto"].endswith("2026-10-07-aanet-kuuluviin-2")
    made = store.open_workshop(root / "2026-10-07-aanet-kuuluviin")
    assert (made.title, made.organiser) == ("Äänet kuuluviin!", "Tiimi")


@pytest.mark.parametrize(
    ("title", "day"),
    [
        pytest.param("", "2026-10-07", id="no title"),
        pytest.param("?!", "2026-10-07", id="no letters"),
        pytest.param("Ilta", "7.10.2026", id="no date"),
    ],
)
def test_a_workshop_that_cannot_be_made_is_a_sentence(
    title: str, day: str, root: Path, open_screen: Open
) -> None:
    answer = do(open_screen("etusivu"), "create", title=title, day=day)

    assert answer["level"] == "error"
    assert answer["goto" if "goto" in answer else "refused"]
    assert list(root.iterdir()) == []


def test_the_list_counts_each_unit_by_itself(evening: Workshop, open_screen: Open) -> None:
    card = do(open_screen("etusivu"), "nothing")["view"]["workshops"][0]

    assert card["lines"] == ["1 tiedosto", "6 merkintää", "2 teemaa"]


def test_the_example_is_copied_once_and_computed(root: Path, open_screen: Open) -> None:
    session = open_screen("etusivu")

    first, second = do(session, "try_example"), do(session, "try_example")

    assert first["goto"] == second["goto"] == "tuonti.ipynb?tyopaja=esimerkki"
    example = store.open_workshop(root / "esimerkki")
    assert [job.kind for job in store.load_open_jobs(example)] == ["demo"]


# Import


def test_every_row_of_the_receipt_is_accounted_for(evening: Workshop, open_screen: Open) -> None:
    receipt = do(open_screen("tuonti", evening), "nothing")["view"]["receipts"][0]

    assert (receipt["rows"], receipt["notes"], receipt["format"]) == (6, 6, "Padlet (CSV)")


def send(session: Session, name: str, data: bytes) -> dict[str, Any]:
    args = {"key": name, "name": name, "size": len(data), "number": 0}
    answer, _files = session.answer({"op": "piece", "id": 1, "args": args}, [data])
    return answer


def test_files_of_one_polis_export_are_read_as_one(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("tuonti", evening)
    files = {
        "2026-10-07-x-comments.csv": b"comment-id,comment-body,agrees,disagrees\n0,a,1,0\n",
        "2026-10-07-x-votes.csv": b"timestamp,comment-id,voter-id,vote\n1,0,1,1\n",
        "muistio.txt": b"- a\n",
        "rikki.docx": b"x",
    }
    for name, data in files.items():
        assert send(session, name, data)["extra"] == "whole"

    view = do(session, "arrived", keys=list(files))["view"]

    assert [file["name"] for file in view["waiting"]] == ["muistio.txt", "polis", "rikki.docx"]
    polis = find_waiting(evening, view["waiting"][1]["id"]).path
    assert sorted(path.name for path in polis.iterdir()) == list(files)[:2]


def test_one_piece_does_not_make_the_page_draw_itself_again(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("tuonti", evening)
    do(session, "poll")

    assert "view" not in send(session, "muistio.txt", b"x")


# Themes


def test_notes_and_themes_are_shown_as_they_are(evening: Workshop, open_screen: Open) -> None:
    view = do(open_screen("teemat", evening), "nothing")["view"]

    assert [theme["label"] for theme in view["themes"]] == ["Bussit, ilta", "Nuorisotalo", "Muut"]
    assert [theme["count"] for theme in view["themes"]] == [
        "3 merkintää",
        "2 merkintää",
        "1 merkintä",
    ]
    assert EVIL in {note["text"] for note in view["notes"].values()}


def test_merged_themes_hold_the_notes_of_both(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("teemat", evening)

    view = do(session, "merge", theme_id="t-talo", into="t-bussit", label="Illat", seq=3)["view"]

    assert [(theme["label"], len(theme["note_ids"])) for theme in view["themes"]] == [
        ("Illat", 5),
        ("Muut", 1),
    ]


def test_a_note_set_aside_is_listed_with_its_reason_and_can_be_put_back(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("teemat", evening)
    note_id = note_called(evening, TEXTS[0])

    refused = do(session, "set_aside", note_id=note_id, reason=" ", seq=3)
    aside = do(session, "set_aside", note_id=note_id, reason="Kahteen kertaan", seq=3)["view"]
    back = do(session, "put_back", note_id=note_id)["view"]

    assert refused["refused"]
    assert aside["aside"] == [{"id": note_id, "reason": "Kahteen kertaan"}]
    assert back["aside"] == []
    assert note_id in back["themes"][0]["note_ids"]


def test_notes_that_came_later_are_said_to_be_in_no_theme(
    evening: Workshop, open_screen: Open, tmp_path: Path
) -> None:
    later = tmp_path / "lisää.csv"
    later.write_text(
        "Author,Section,Subject,Body,Attachment,Created At,Updated At\n"
        "Anonymous,Muuta?,,Lisää penkkejä.,,2026-10-08T15:00:00Z,2026-10-08T15:00:00Z\n",
        encoding="utf-8",
    )
    workflow.import_exports(evening, [later], actor="Aino")

    view = do(open_screen("teemat", evening), "nothing")["view"]

    assert view["loose"] == 1
    assert view["loose_text"].startswith("1 uusi merkintä")


# Review


def waiting(answer: dict[str, Any]) -> int:
    return int(answer["view"]["draft"]["n_waiting"])


def test_a_paragraph_is_read_with_its_evidence(drafted: Workshop, open_screen: Open) -> None:
    blocks = do(open_screen("tarkistus", drafted), "nothing")["view"]["draft"]["blocks"]

    assert blocks[1]["text"] == "Merkinnöissä toivotaan busseja. [T1-001, T1-002]"
    assert [note["text"] for note in blocks[1]["evidence"]] == list(TEXTS[:2])
    assert not blocks[0]["needs_decision"]


def test_no_paragraph_is_decided_without_a_name(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted)

    answer = do(session, "decide_block", by=" ", block_id="a/1", decision="accept", seq=4)

    assert answer["ask_name"]
    assert waiting(answer) == 3


def test_decisions_edits_and_comments_are_kept_with_their_makers(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("tarkistus", drafted)
    do(session, "decide_block", block_id="a/1", decision="accept", seq=4)
    do(session, "edit", by="Pekka", block_id="a/2", text="Kiitos teille.", seq=4)
    answer = do(session, "comment", block_id="a/2", text="Hyvä näin")

    blocks = {block["id"]: block for block in answer["view"]["draft"]["blocks"]}
    assert (blocks["a/1"]["decision"], blocks["a/1"]["author"]) == ("accept", "Maija")
    assert (blocks["a/2"]["text"], blocks["a/2"]["author"]) == ("Kiitos teille.", "Pekka")
    assert blocks["a/2"]["original"] == "Kiitos kaikille."
    (said,) = blocks["a/2"]["comments"]
    assert (said["text"], said["author"], said["handled_by"]) == ("Hyvä näin", "Maija", "")
    assert waiting(answer) == 1


def test_a_renewed_draft_keeps_decisions_on_unchanged_words_and_shows_the_rest(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("tarkistus", drafted)
    do(session, "edit", block_id="a/1", text="Busseja lisää. [T1-001]", seq=4)
    do(session, "decide_block", block_id="a/2", decision="accept", seq=5)

    propose_draft(drafted, first="Merkinnöissä toivotaan iltabusseja.")
    draft = do(session, "poll")["view"]["draft"]

    assert draft["n_decided"] == 1
    assert [edit["text"] for edit in draft["stale"]] == ["Busseja lisää. [T1-001]"]


def test_the_working_copy_can_always_be_had_and_the_final_only_when_all_is_decided(
    drafted: Workshop, open_screen: Open
) -> None:
    session = open_screen("julkaisu", drafted)
    session.state.actor = "Maija"

    refused = do(session, "write", format="docx", version="valmis")
    message = {"op": "write", "args": {"format": "docx", "version": "tyokopio"}, "name": "Maija"}
    answer, files = session.answer(message)

    assert refused["refused"]
    assert answer["file"].endswith("luonnos.docx")
    assert files[0].startswith(b"PK")


def test_everything_that_waits_can_be_accepted_at_once(
    drafted: Workshop, open_screen: Open
) -> None:
    answer = do(open_screen("tarkistus", drafted), "accept_all")

    assert waiting(answer) == 0
    made = [e for e in store.load_events(drafted) if e.kind is EventKind.PARAGRAPHS_ACCEPTED]
    assert [event.actor for event in made] == ["Maija"]


def outdated(answer: dict[str, Any]) -> bool:
    return bool(answer["view"]["draft"]["outdated"])


def test_a_draft_says_when_what_it_was_made_of_has_changed(
    drafted: Workshop, open_screen: Open
) -> None:
    session, themes = open_screen("luonnos", drafted), open_screen("teemat", drafted)
    fresh = do(session, "nothing")
    undo = do(themes, "rename", theme_id="t-talo", label="Talo", seq=4)["frame"]["undo"]
    changed = do(session, "poll")
    do(themes, "undo", event_seq=undo["seq"])
    as_before = do(session, "poll")

    assert [outdated(answer) for answer in (fresh, changed, as_before)] == [False, True, False]


def test_a_draft_renewed_to_the_same_words_is_up_to_date(
    drafted: Workshop, open_screen: Open
) -> None:
    do(open_screen("teemat", drafted), "rename", theme_id="t-talo", label="Talo", seq=4)
    session = open_screen("luonnos", drafted)
    job = do(session, "compose")["frame"]["jobs"][0]

    store.finish(store.database_url(drafted), job["id"], state=store.JobState.DONE)

    assert not outdated(do(session, "nothing"))
