"""Searching the notes on the theme board, by word and not by letter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apps.material import PADLET, TEXTS, do
from toolkit import workflow
from toolkit.apps.session import Session
from toolkit.domain import Workshop

Open = Callable[..., Session]


@pytest.fixture
def board(evening: Workshop, open_screen: Open) -> Session:
    return open_screen("teemat", evening)


@pytest.fixture
def ids(evening: Workshop) -> list[str]:
    by_text = {note.text: note.id for note in workflow.load_notes(evening)}
    return [by_text[text] for text in TEXTS]


@pytest.mark.parametrize(
    ("query", "found"),
    [("nuorisotaloissa", [2, 3]), ("talot", [2, 3]), ("bussi iltaisin", [0]), ("lentokone", [])],
)
def test_a_search_finds_words_in_any_form_and_shows_the_board_no_anew(
    board: Session, ids: list[str], query: str, found: list[int]
) -> None:
    answer = do(board, "search", query=query)

    assert sorted(json.loads(answer["extra"])) == sorted(ids[n] for n in found)
    assert "view" not in answer


def test_a_search_knows_notes_that_came_meanwhile(
    board: Session, evening: Workshop, tmp_path: Path
) -> None:
    before = json.loads(do(board, "search", query="uimahalli")["extra"])
    export = tmp_path / "lisää.csv"
    export.write_text(PADLET.replace("Koirapuisto", "Uimahalli"), encoding="utf-8")
    workflow.import_exports(evening, [export], actor="Aino")
    after = json.loads(do(board, "search", query="uimahallissa")["extra"])

    assert (len(before), len(after)) == (0, 1)
