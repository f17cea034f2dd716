"""Whoever spoke is in the kept original and nowhere else in the workshop."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.importers.records_of_chat import CHATS
from tests.importers.records_of_speech import TRANSCRIPTS
from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import NothingToRead
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.waiting import answer_waiting, find_waiting, keep_waiting

RECORDS = TRANSCRIPTS | CHATS
SECRETS = {
    "Teams VTT": ["Åsa", "Mäkelä", "Matti", "Virtanen"],
    "Zoom VTT": ["Liisa", "Korpi", "Pekka", "Pekalle", "Salo", "salo"],
    "old Teams in Word": ["Åsa", "Mäkelä", "Maija", "Mallikas"],
    "new Teams in Word": ["Åsa", "Öhman", "Ville-Veikko", "Olli", "Oja"],
    "Zoom chat": ["Sirpa", "Niemi", "Jari", "Oona", "Berg", "sairaana"],
    "Teams chat": ["Matti", "Virtanen", "Maija", "Mallikas"],
    "a telephone's chat": ["Matti", "Matin", "Virtanen", "Maija", "Olli", "000 0000"],
}


def stored(workshop: Workshop) -> dict[str, bytes]:
    """Every file of the workshop but the originals, as they came and as they wait."""
    files = (path for path in Path(workshop.folder).rglob("*") if path.is_file())
    names = {str(path.relative_to(workshop.folder)): path for path in files}
    return {
        name: path.read_bytes()
        for name, path in names.items()
        if not name.startswith("exports/") and "/export/" not in name
    }


def leaks(workshop: Workshop, secrets: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (name, secret)
        for name, data in stored(workshop).items()
        for secret in secrets
        if secret.encode() in data or json.dumps(secret)[1:-1].encode() in data
    ]


@pytest.mark.parametrize("kind", SECRETS)
def test_no_name_is_stored_but_in_the_original(
    kind: str, workshop: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "ilta.vtt"
    path.write_bytes(RECORDS[kind].content)
    waiting_id, _was_here = keep_waiting(workshop, path)

    look = look_at_waiting(workshop, waiting_id)
    assert leaks(workshop, SECRETS[kind]) == []
    for one in look.suggestions:
        answer_waiting(workshop, waiting_id, {f"={one.key}": False})
    import_waiting(workshop, waiting_id, actor="Kirjaaja")

    assert leaks(workshop, SECRETS[kind]) == []
    notes = workflow.load_notes(workshop)
    assert len(notes) == len(RECORDS[kind].notes)
    assert [note.ref for note in notes][:1] == ["S1-001"]
    assert any("ilta" in name for name in map(str, (workshop.folder / "exports").iterdir()))


def test_a_record_without_a_thought_leaves_no_name(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "ilta.vtt"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Matti Virtanen>Kiitos!\n")
    waiting_id, _was_here = keep_waiting(workshop, path)

    look_at_waiting(workshop, waiting_id)
    with pytest.raises(NothingToRead):
        workflow.import_exports(workshop, [path_of(workshop, waiting_id)], actor="Kirjaaja")

    assert leaks(workshop, ["Matti", "Virtanen"]) == []


def path_of(workshop: Workshop, waiting_id: str) -> Path:
    return find_waiting(workshop, waiting_id).path


def test_a_record_reads_the_same_from_the_original(workshop: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "ilta.vtt"
    path.write_bytes(RECORDS["Teams VTT"].content)
    workflow.import_exports(workshop, [path], actor="Kirjaaja")
    before = workflow.load_notes(workshop)

    for cached in store.cache_folder(workshop, "imports").iterdir():
        cached.unlink()

    assert workflow.load_notes(workshop) == before
    [again] = workflow.import_exports(workshop, [path], actor="Kirjaaja")
    assert (again.notes, again.merged) == (0, len(before))
