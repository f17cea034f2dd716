"""Names of themes: no two alike, *Muut* kept for what fits nowhere, nobody named for nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.apps.material import TEXTS, do
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
    ("op", "args"),
    [
        pytest.param("rename", {"theme_id": "t-talo", "label": "bussit,  ILTA"}, id="rename"),
        pytest.param("rename", {"theme_id": "t-talo", "label": "muut"}, id="rename to rest"),
        pytest.param("add", {"label": "Nuorisotalo", "note_ids": [0]}, id="add"),
        pytest.param("add", {"label": "Muut", "note_ids": [0]}, id="add rest"),
        pytest.param(
            "merge", {"theme_id": "t-talo", "into": "t-bussit", "label": "Muut"}, id="merge"
        ),
        pytest.param(
            "split",
            {"theme_id": "t-bussit", "parts": [{"label": "Bussit, ilta", "note_ids": [0]}]},
            id="a part as the rest of its theme",
        ),
        pytest.param(
            "split",
            {
                "theme_id": "t-bussit",
                "parts": [{"label": "A", "note_ids": [0]}, {"label": "a", "note_ids": [1]}],
            },
            id="two parts",
        ),
    ],
)
def test_no_two_themes_have_the_same_name(
    board: Session, ids: list[str], op: str, args: dict[str, Any]
) -> None:
    parts = [
        {**part, "note_ids": [ids[n] for n in part["note_ids"]]} for part in args.get("parts", ())
    ]
    real = {**args, "note_ids": [ids[n] for n in args.get("note_ids", ())], "parts": parts}
    answer = do(board, op, **{key: real[key] for key in args}, seq=3)

    assert answer["refused"]
    assert "nim" in answer["notice"]


def test_a_theme_that_ends_leaves_its_name_to_others(board: Session, ids: list[str]) -> None:
    parts = [
        {"label": "Bussit, ilta", "note_ids": [ids[0], ids[4]]},
        {"label": "Kyydit", "note_ids": [ids[1]]},
    ]
    split = do(board, "split", theme_id="t-bussit", parts=parts, seq=3)
    merged = do(
        board, "merge", theme_id=split["view"]["themes"][2]["id"], into="t-talo", label="Kyydit",
        seq=4,
    )  # fmt: skip

    assert "refused" not in split
    sizes = {theme["label"]: len(theme["note_ids"]) for theme in merged["view"]["themes"]}
    assert sizes == {"Kyydit": 3, "Bussit, ilta": 2, "Muut": 1}


def test_a_decision_of_nobody_names_nobody(board: Session) -> None:
    answer = do(board, "rename", by="", theme_id="t-talo", label="Talo", seq=3)

    (theme,) = [one for one in answer["view"]["themes"] if one["label"] == "Talo"]
    assert theme["named_by"] == ""
    assert answer["frame"]["undo"]["who"] == ""
