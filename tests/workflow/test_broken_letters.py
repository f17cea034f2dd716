"""Broken letters: left as they are until a person says otherwise, then read whole for good."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.workflow.test_imports import board
from tests.workflow.test_waiting import wait
from toolkit import workflow
from toolkit.domain import Workshop
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.waiting import answer_waiting, find_waiting

BROKEN, WHOLE = "Ei mitÃ¤Ã¤n tietoa", "Ei mitään tietoa"


def texts(workshop: Workshop) -> list[str]:
    return [note.text for note in workflow.load_notes(workshop)]


def test_letters_are_repaired_for_good_when_a_person_says_so(
    workshop: Workshop, tmp_path: Path
) -> None:
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", BROKEN))
    look = look_at_waiting(workshop, waiting_id)
    assert look.broken == (("mitÃ¤Ã¤n", "mitään"),)
    assert [note.text for note in look.preview] == [BROKEN]

    answer_waiting(workshop, waiting_id, {"repairs_text": True})
    assert find_waiting(workshop, waiting_id).look is None
    look = look_at_waiting(workshop, waiting_id)
    assert ([note.text for note in look.preview], look.broken) == ([WHOLE], ())
    import_waiting(workshop, waiting_id, actor="Aino")
    shutil.rmtree(workshop.folder / ".cache")

    assert texts(workshop) == [WHOLE]
    (source,) = workflow.load_state(workshop).sources
    assert source.repairs_text
    assert BROKEN in (workshop.folder / source.file).read_text(encoding="utf-8")


def test_the_answer_can_be_taken_back(workshop: Workshop, tmp_path: Path) -> None:
    waiting_id = wait(workshop, board(tmp_path, "lauta.csv", BROKEN))
    for repairs in (True, False):
        answer_waiting(workshop, waiting_id, {"repairs_text": repairs})
        look_at_waiting(workshop, waiting_id)

    import_waiting(workshop, waiting_id, actor="Aino")

    assert texts(workshop) == [BROKEN]


def test_a_file_that_nobody_recognises_shows_its_broken_headings(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "lauta.csv"
    path.write_text("Otsikko,SisÃ¤ltÃ¶,TekijÃ¤\nKyydit,Bussi,A\n", encoding="utf-8")
    waiting_id = wait(workshop, path)

    look = look_at_waiting(workshop, waiting_id)
    answer_waiting(workshop, waiting_id, {"repairs_text": True})
    repaired = look_at_waiting(workshop, waiting_id)

    assert look.receipt is None
    assert look.broken
    assert repaired.receipt is not None
    assert repaired.receipt.format == "padlet-csv"
