"""The slider of fewer and more themes: looking is free, choosing is a decision with a name."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.apps.material import do
from tests.themes.conftest import WordEncoder
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.domain import Workshop

Open = Callable[..., Session]


@pytest.fixture
def board(evening: Workshop, open_screen: Open) -> Session:
    return open_screen("teemat", evening)


def test_choices_are_tried_out_by_the_worker_and_shown_without_a_decision(
    board: Session, evening: Workshop
) -> None:
    before = store.last_seq(evening)
    nothing = do(board, "choices")["extra"]
    (job,) = do(board, "try_out")["frame"]["jobs"]
    workflow.find_theme_choices(evening, encoder=WordEncoder())
    shown = json.loads(do(board, "choices")["extra"])

    assert nothing == "null"
    assert job["kind"] == "theme_choices"
    assert [one["now"] for one in shown].count(True) == 1
    assert all(one["text"].endswith(("teema", "teemaa")) for one in shown)
    assert store.last_seq(evening) == before


def test_a_choice_is_given_to_the_worker_with_the_name(board: Session, evening: Workshop) -> None:
    (job,) = do(board, "choose", by="Maija", resolution=1.4)["frame"]["jobs"]
    given = store.load_job(evening, job["id"])

    assert (given.kind, given.payload, given.actor) == ("themes", {"resolution": 1.4}, "Maija")
    assert do(board, "choose", resolution=1.41)["refused"]


def test_the_board_says_who_chose_and_goes_back(board: Session, evening: Workshop) -> None:
    find = {"encoder": WordEncoder(), "recompute": True}
    refused = do(board, "choose_earlier")
    workflow.update_themes(evening, **find)
    before = do(board, "poll")["view"]["number"]
    workflow.update_themes(evening, resolution=2.0, chosen_by="Maija", **find)
    after = do(board, "poll")["view"]["number"]
    (job,) = do(board, "choose_earlier")["frame"]["jobs"]

    assert refused["refused"]
    assert before == {"chosen": "", "earlier": ""}
    assert after["chosen"] == "Teemojen määrän valitsi: Maija."
    assert after["earlier"].startswith("Palaa aiempaan jakoon (")
    assert store.load_job(evening, job["id"]).payload == {"default": True}
