"""A workshop as a whole: details, archive, copy, and what deleting leaves."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import BadName, Conflict, TooEarly

both = pytest.mark.usefixtures("database")

NOTES = (
    "Author,Section,Subject,Body,Attachment,Created At,Updated At\n"
    "Anonymous,Kysymys,,Salainen lause busseista.,,2026-10-07T15:00:00Z,2026-10-07T15:00:00Z\n"
)


@pytest.fixture
def filled(tmp_path: Path) -> Workshop:
    """One imported note, one comment, one of them undone."""
    made = workflow.create_workshop(tmp_path / "pajat" / "ilta", title="Ilta", actor="Aino")
    export = tmp_path / "seinä.csv"
    export.write_text(NOTES, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    payload = {"theme_id": "t-1", "label": "Bussit", "note_ids": []}
    for _time in range(2):
        store.append_event(made, EventKind.THEME_ADDED, payload, actor="Aino")
    store.undo_last(made, actor="Aino")
    return made


def change(workshop: Workshop, **details: object) -> tuple[Workshop, tuple[str, ...]]:
    version = store.description_version(workshop)
    return workflow.describe_workshop(workshop, version=version, actor="Maija", **details)


def test_changed_details_are_in_the_file_and_in_the_log(filled: Workshop) -> None:
    workshop, changed = change(filled, title="Ilta", goal="Apua ajoissa.")

    last = store.load_events(filled)[-1]
    assert changed == ("goal",)
    assert store.open_workshop(Path(filled.folder)) == workshop
    assert (last.kind, last.actor) == (EventKind.WORKSHOP_DESCRIBED, "Maija")
    assert last.payload == {"changed": ["goal"]}


def test_the_same_details_again_change_nothing(filled: Workshop) -> None:
    seq = store.last_seq(filled)

    assert change(filled, title="Ilta", goal="") == (filled, ())
    assert store.last_seq(filled) == seq


def test_details_that_cannot_be_logged_are_not_in_the_file_either(
    filled: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_details: object) -> None:
        raise store.DatabaseError("full")

    monkeypatch.setattr("toolkit.workflow.workshops.append_event", refuse)
    with pytest.raises(store.DatabaseError):
        change(filled, goal="Apua ajoissa.")

    assert store.open_workshop(Path(filled.folder)) == filled


def test_details_based_on_an_old_look_are_refused(filled: Workshop) -> None:
    version = store.description_version(filled)
    change(filled, goal="Toisen.")

    with pytest.raises(Conflict):
        workflow.describe_workshop(filled, version=version, actor="Aino", goal="Minun.")


def test_archiving_twice_is_once_and_can_be_taken_back(filled: Workshop) -> None:
    seq = store.last_seq(filled)
    for archived in (True, True, False):
        workflow.archive_workshop(filled, archived=archived, actor="Maija")

    assert store.last_seq(filled) == seq + 2
    assert not workflow.load_state(filled).is_archived
    assert store.last_undone(store.load_events(filled)) is not None


@both
def test_a_copy_has_the_files_and_the_log_and_goes_its_own_way(filled: Workshop) -> None:
    target = Path(filled.folder).with_name("kopio")
    copy = workflow.copy_workshop(filled, target, title="Ilta 2", actor="Maija")
    before = store.load_events(filled)
    store.append_event(copy, EventKind.UNDONE, {"seq": 3}, actor="Maija")

    assert (copy.title, copy.id) == ("Ilta 2", "kopio")
    assert [note.text for note in workflow.load_notes(copy)] == ["Salainen lause busseista."]
    assert store.load_events(copy)[: len(before)] == before
    assert store.load_events(copy)[len(before)].kind is EventKind.WORKSHOP_COPIED
    assert store.load_events(filled) == before


def test_a_copy_that_cannot_be_made_leaves_nothing(
    filled: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise store.DatabaseError("full")

    target = Path(filled.folder).with_name("kopio")
    with monkeypatch.context() as broken:
        broken.setattr("toolkit.workflow.workshops.store.copy_log", refuse)
        with pytest.raises(store.DatabaseError):
            workflow.copy_workshop(filled, target, title="Ilta 2", actor="Maija")
    assert not target.exists()

    with pytest.raises(BadName):
        workflow.copy_workshop(filled, Path(filled.folder), title="Ilta 2", actor="Maija")
    assert workflow.load_notes(filled)


@both
def test_deleting_leaves_a_receipt_without_anybodys_words(filled: Workshop) -> None:
    folder = Path(filled.folder)
    other = workflow.create_workshop(folder.with_name("toinen"), title="Toinen", actor="Aino")

    removal = workflow.delete_workshop(filled, actor="Maija")

    assert sorted(path.name for path in folder.parent.iterdir()) == ["poistetut", "toinen"]
    text = (folder.parent / "poistetut" / removal.file).read_text(encoding="utf-8")
    assert "Salainen" not in text
    assert json.loads(text)["contents"] == {
        "files": 1, "notes": 1, "votes": 0, "decisions": 1, "drafts": 0, "documents": 0,
    }  # fmt: skip
    assert workflow.load_removals(folder.parent) == (removal,)
    assert (removal.title, removal.removed_by) == ("Ilta", "Maija")
    assert store.last_seq(other) == 1


@both
def test_the_id_of_a_deleted_workshop_is_free_again(filled: Workshop) -> None:
    workflow.delete_workshop(filled, actor="Maija")

    again = workflow.create_workshop(Path(filled.folder), title="Ilta", actor="Aino")

    assert store.last_seq(again) == 1


def test_a_file_somebody_holds_leaves_no_half_workshop_on_the_list(
    filled: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("toolkit.workflow.removal.shutil.rmtree", refuse)
    with pytest.raises(PermissionError):
        workflow.delete_workshop(filled, actor="Maija")

    assert store.list_workshops(Path(filled.folder).parent) == ()
    assert len(workflow.load_removals(Path(filled.folder).parent)) == 1


def test_nothing_is_deleted_while_the_worker_works(filled: Workshop) -> None:
    job = store.enqueue(filled, "themes", {}, actor="Aino")
    with pytest.raises(TooEarly):
        workflow.delete_workshop(filled, actor="Maija")
    assert workflow.load_notes(filled)

    store.cancel(filled, job.id)
    workflow.delete_workshop(filled, actor="Maija")


def test_what_is_no_receipt_is_passed_over(filled: Workshop) -> None:
    removal = workflow.delete_workshop(filled, actor="Maija")
    root = Path(filled.folder).parent
    for number, text in enumerate(("{", "[]", "{}", '{"schema_version": 1}')):
        (root / "poistetut" / f"{number}.json").write_text(text)

    assert workflow.load_removals(root) == (removal,)


def test_the_example_comes_back_as_it_was(example_copy: Path, tmp_path: Path) -> None:
    files = sorted(path.relative_to(example_copy) for path in example_copy.rglob("*"))
    example = store.open_workshop(example_copy)
    export = tmp_path / "oma.csv"
    export.write_text(NOTES, encoding="utf-8")
    workflow.import_exports(example, [export], actor="Aino")
    change(example, title="Jotain muuta")

    workflow.reset_example(example)

    assert store.last_seq(example) == 0
    assert store.open_workshop(example_copy).title.startswith("Nuorten")
    left = {path.relative_to(example_copy) for path in example_copy.rglob("*")}
    assert sorted(path for path in left if not path.name.startswith("workshop.db")) == files


def test_a_workshop_is_deleted_though_somebody_still_writes_beside_the_log(
    workshop: Workshop,
) -> None:
    folder = Path(workshop.folder)
    done = threading.Event()

    def write() -> None:
        for number in range(400):
            if done.wait(0.001):
                return
            for going in folder.parent.glob(f".{folder.name}-*"):
                with suppress(OSError):
                    (going / f"workshop.db-{number}").touch()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        workflow.delete_workshop(workshop, actor="Aino")
    finally:
        done.set()
        writer.join()

    assert not folder.exists()
    assert list(folder.parent.glob(f".{folder.name}-*")) == []
