"""Exports into a workshop: what belongs together, what is new, what stays as it was."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from tests.importers.exports import to_zip
from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import NoSuchThing

MARKDOWN = """# Ilta
### 1. Kyydit
**Author:** A

Bussi ei kulje
#### Comments (2)
- **D** (Oct 07, 2025 07:11am): Taksi
- **C** (Oct 07, 2025 07:10am): Samaa mieltä
---
### 2.
**Author:** B

Samaa mieltä
#### Comments (1)
- **C** (Oct 08, 2025 07:10am): Uusi
"""
POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"


def board(folder: Path, name: str, *words: str, prompt: str = "Mitä pitää muuttaa?") -> Path:
    path = folder / name
    rows = "".join(f",{text},Anonymous,{prompt}\n" for text in words)
    path.write_text(f"Subject,Body,Author,Section\n{rows}", encoding="utf-8")
    return path


def add(workshop: Workshop, *paths: Path) -> list[tuple[str, int, int, int]]:
    receipts = workflow.import_exports(workshop, paths, actor="Aino")
    return [(r.format, r.notes, r.statements, r.votes) for r in receipts]


def test_loose_polis_files_are_one_export(workshop: Workshop, tmp_path: Path) -> None:
    notes = board(tmp_path, "lauta.csv", "Jonot pois")
    loose = [tmp_path / f"2026-10-04-1203-7jarvilaakso-{path.name}" for path in POLIS.iterdir()]
    for source, target in zip(POLIS.iterdir(), loose, strict=True):
        shutil.copyfile(source, target)

    assert add(workshop, loose[0], notes, *loose[1:]) == [
        ("polis", 0, 42, 2931),
        ("padlet-csv", 1, 0, 0),
    ]
    votes = workflow.load_votes(workshop)
    assert votes is not None
    assert len(votes[0].participant_ids) == 142


def test_a_folder_of_notes_gives_an_export_of_each_file(workshop: Workshop, tmp_path: Path) -> None:
    folder = tmp_path / "muistiot"
    folder.mkdir()
    for number in range(3):
        text = f"Pöytä {number}\nMikä toimii?\n- Asia numero {number} toimii hyvin.\n"
        (folder / f"poyta{number}.txt").write_text(text, encoding="utf-8")
    (folder / ".piilossa").write_text("ei tätä", encoding="utf-8")

    assert add(workshop, folder) == [("notes-text", 1, 0, 0)] * 3
    assert [note.ref for note in workflow.load_notes(workshop)] == ["K1-001", "K2-001", "K3-001"]


def test_the_same_file_twice_adds_nothing_and_no_line(workshop: Workshop, tmp_path: Path) -> None:
    path = board(tmp_path, "lauta.csv", "Jonot pois", "Lisää väkeä")
    add(workshop, path)
    before = store.last_seq(workshop)

    (receipt,) = workflow.import_exports(workshop, [path], actor="Veikko")

    assert (receipt.rows, receipt.notes, receipt.merged) == (2, 0, 2)
    assert store.last_seq(workshop) == before


def test_the_same_words_twice_on_one_board_are_two_notes(
    workshop: Workshop, tmp_path: Path
) -> None:
    add(workshop, board(tmp_path, "lauta.csv", "Jonot pois", "Jonot pois"))

    assert [note.ref for note in workflow.load_notes(workshop)] == ["T1-001", "T1-002"]


@pytest.mark.usefixtures("database")
def test_two_people_importing_at_once_get_different_labels(
    workshop: Workshop, tmp_path: Path
) -> None:
    boards = [board(tmp_path, f"{n}.csv", f"Asia {n} a", f"Asia {n} b") for n in range(6)]
    threads = [threading.Thread(target=add, args=(workshop, path)) for path in boards]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    refs = [note.ref for note in workflow.load_notes(workshop)]
    assert len(refs) == len(set(refs)) == 12
    assert {ref.split("-")[0] for ref in refs} == {f"T{n}" for n in range(1, 7)}


def test_a_lost_cache_is_read_again(workshop: Workshop, tmp_path: Path) -> None:
    add(workshop, board(tmp_path, "lauta.csv", "Jonot pois"), POLIS)
    notes = workflow.load_notes(workshop)
    cache = store.cache_folder(workshop, "imports")

    for path in cache.iterdir():
        path.write_bytes(b"rikki")
    assert workflow.load_notes(workshop) == notes
    shutil.rmtree(cache)
    assert workflow.load_notes(workshop) == notes
    assert workflow.load_votes(workshop) is not None


def test_equal_words_on_two_boards_are_notes_of_different_people(
    workshop: Workshop, tmp_path: Path
) -> None:
    one = board(tmp_path, "a.csv", "Jonot", "Terveydenhoitaja", "Chat", prompt="Mikä toimii?")
    two = board(tmp_path, "b.csv", "Jonot", "Chat", "Bussit", prompt="Mitä muuttaa?")
    newer = board(tmp_path, "c.csv", "Jonot", "Chat", "Bussit", "Kyydit", prompt="Mitä muuttaa?")

    assert add(workshop, one, two) == [("padlet-csv", 3, 0, 0)] * 2
    assert add(workshop, newer) == [("padlet-csv", 1, 0, 0)]

    notes = workflow.load_notes(workshop)
    assert [(note.ref, note.text) for note in notes if note.text == "Jonot"] == [
        ("T1-001", "Jonot"),
        ("T2-001", "Jonot"),
    ]
    assert len({note.id for note in notes}) == len(notes) == 7


def test_a_post_gone_from_a_newer_export_is_kept_and_told(
    workshop: Workshop, tmp_path: Path
) -> None:
    add(workshop, board(tmp_path, "a.csv", "Jonot", "Chat", "Bussit"))
    newer = board(tmp_path, "b.csv", "Jonot", "Chat")

    (receipt,) = workflow.import_exports(workshop, [newer], actor="Aino")

    assert [warning.code for warning in receipt.warnings] == ["gone_from_newer"]
    assert len(workflow.load_notes(workshop)) == 3


def conversation(folder: Path, topic: str, n_voters: int) -> Path:
    path = folder / f"{topic}-{n_voters}"
    path.mkdir()
    (path / "comments.csv").write_text(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        f"1,x,0,0,{n_voters},0,1,{topic} on tärkeä\n",
        encoding="utf-8",
    )
    rows = "".join(f"{n},x,0,{n},1\n" for n in range(n_voters))
    (path / "votes.csv").write_text(
        f"timestamp,datetime,comment-id,voter-id,vote\n{rows}", encoding="utf-8"
    )
    return path


def test_an_older_export_takes_no_votes_back(workshop: Workshop, tmp_path: Path) -> None:
    add(workshop, conversation(tmp_path, "Chat", 9))
    add(workshop, conversation(tmp_path, "Chat", 5))

    loaded = workflow.load_votes(workshop)
    assert loaded is not None
    assert len(loaded[0].value) == 9


def test_another_conversation_is_never_taken_for_a_newer_export(
    workshop: Workshop, tmp_path: Path
) -> None:
    add(workshop, conversation(tmp_path, "Chat", 9))

    other = conversation(tmp_path, "Bussit", 5)
    (receipt,) = workflow.import_exports(workshop, [other], actor="Aino")

    assert (receipt.statements, receipt.merged) == (1, 0)
    assert "another_conversation" in {warning.code for warning in receipt.warnings}
    loaded = workflow.load_votes(workshop)
    assert loaded is not None
    assert [(s.text, s.ref) for s in loaded[0].statements] == [("Bussit on tärkeä", "P2-v0")]


def test_a_changed_original_is_a_sentence(workshop: Workshop, tmp_path: Path) -> None:
    add(workshop, board(tmp_path, "a.csv", "Jonot"))
    shutil.rmtree(store.cache_folder(workshop))
    (kept,) = (Path(workshop.folder) / "exports").iterdir()
    kept.write_text("Subject,Body,Author,Section\n,Muuta,Anonymous,x\n", encoding="utf-8")

    with pytest.raises(NoSuchThing, match=r"a\.csv"):
        workflow.load_notes(workshop)


BOARD = {
    "Posts - Ilta.csv": "Subject,Body,Author\nKyydit,Bussi ei kulje,A\n,Samaa mieltä,B\n",
    "Comments - Ilta.csv": "Post,Comment,Author\nKyydit,Samaa mieltä,C\nKyydit,Taksi,D\n",
}


def test_comments_come_with_a_newer_export_and_nothing_is_doubled(
    workshop: Workshop, tmp_path: Path
) -> None:
    old = tmp_path / "list.csv"
    old.write_text(BOARD["Posts - Ilta.csv"], encoding="utf-8")
    (tmp_path / "ilta.zip").write_bytes(to_zip(BOARD))
    (tmp_path / "ilta.md").write_text(MARKDOWN, encoding="utf-8")

    receipts = [
        workflow.import_exports(workshop, [tmp_path / name], actor="Aino")[0]
        for name in ("list.csv", "ilta.zip", "ilta.md", "list.csv")
    ]

    assert [(one.rows, one.notes, one.merged) for one in receipts] == [
        (2, 2, 0),
        (4, 2, 2),
        (5, 1, 4),
        (2, 0, 2),
    ]
    notes = {note.ref: note for note in workflow.load_notes(workshop)}
    names = {note.id: ref for ref, note in notes.items()}
    assert [(ref, note.text, names.get(note.reply_to, "")) for ref, note in notes.items()] == [
        ("T1-001", "Kyydit. Bussi ei kulje", ""),
        ("T1-002", "Samaa mieltä", ""),
        ("T1-003", "Samaa mieltä", "T1-001"),
        ("T1-004", "Taksi", "T1-001"),
        ("T1-005", "Uusi", "T1-002"),
    ]


def test_a_board_is_known_by_its_posts_however_many_comments_there_are(
    workshop: Workshop, tmp_path: Path
) -> None:
    comments = "".join(f"Kyydit,Kommentti {n},A\n" for n in range(6))
    posts = "Subject,Body,Author\nKyydit,Bussi ei kulje,A\n"
    same = "Kyydit,Samaa mieltä,B\n"
    one, two = tmp_path / "yksi.zip", tmp_path / "kaksi.zip"
    table = f"Post,Comment,Author\n{comments}"
    one.write_bytes(to_zip({"Posts.csv": posts + same, "Comments.csv": table}))
    two.write_bytes(to_zip({"Posts.csv": posts, "Comments.csv": table}))

    for path in (one, two):
        workflow.import_exports(workshop, [path], actor="Aino")

    refs = [note.ref for note in workflow.load_notes(workshop)]
    assert {ref.split("-")[0] for ref in refs} == {"T1"}
    texts = [note.text for note in workflow.load_notes(workshop)]
    assert texts.count("Kyydit. Bussi ei kulje") == 1


def test_what_importers_learn_to_read_leaves_old_workshops_as_they_were(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ilta.zip"
    path.write_bytes(to_zip(BOARD))
    with monkeypatch.context() as before:
        before.setattr("toolkit.importers.padlet_zip.comment_columns", lambda _header: None)
        workflow.import_exports(workshop, [path], actor="Aino")
    shutil.rmtree(workshop.folder / ".cache")

    assert len(workflow.load_notes(workshop)) == 2
    (tmp_path / "ilta.md").write_text(MARKDOWN, encoding="utf-8")
    (receipt,) = workflow.import_exports(workshop, [tmp_path / "ilta.md"], actor="Aino")
    assert (receipt.notes, receipt.merged) == (3, 2)
    assert [note.ref for note in workflow.load_notes(workshop)][:2] == ["T1-001", "T1-002"]


def test_a_note_that_another_board_has_too_is_kept_when_it_comes_later(
    workshop: Workshop, tmp_path: Path
) -> None:
    first = ("Bussi ei kulje.", "Chat auttoi.", "Neuvola on lähellä.")
    export = [board(tmp_path, "a.csv", *first)]
    workflow.import_exports(workshop, export, actor="Aino")
    export = [board(tmp_path, "b.csv", "Jonot pois.", "Puisto on siisti.", "Kirjasto auki.")]
    workflow.import_exports(workshop, export, actor="Aino")

    newer = [board(tmp_path, "a2.csv", *first, "Jonot pois.")]
    (receipt,) = workflow.import_exports(workshop, newer, actor="Aino")
    newest = [board(tmp_path, "a3.csv", *first, "Jonot pois.", "Uusi asia.")]
    (again,) = workflow.import_exports(workshop, newest, actor="Aino")

    assert (receipt.notes, receipt.merged) == (1, 3)
    assert (again.notes, again.merged) == (1, 4)
    notes = workflow.load_notes(workshop)
    assert len(notes) == len({note.ref for note in notes}) == 8
    assert [note.text for note in notes].count("Jonot pois.") == 2
