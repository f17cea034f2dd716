"""A file whose votes may be turned waits for a person, who says what +1 means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.apps.conftest import Open
from tests.apps.material import do
from toolkit import store, worker, workflow
from toolkit.apps.session import Session
from toolkit.domain import Workshop

COMMENTS = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n" + (
    "".join(f"1,x,{n},{n},0,0,1,väite {n}\n" for n in range(6))
)
TURNED = "timestamp,datetime,comment-id,voter-id,vote\n" + (
    "".join(f"1,x,{n},{n},-1\n" for n in range(6))
)


@pytest.fixture
def asked(evening: Workshop, open_screen: Open, root: Path) -> tuple[Session, dict[str, Any]]:
    """The import screen after the worker has met the files."""
    session = open_screen("tuonti", evening)
    names = ("2026-10-07-1200-abc-comments.csv", "2026-10-07-1200-abc-votes.csv")
    for name, text in zip(names, (COMMENTS, TURNED), strict=True):
        data = text.encode()
        args = {"key": name, "name": name, "size": len(data), "number": 0}
        session.answer({"op": "piece", "id": 1, "args": args}, [data])
    do(session, "arrived", keys=list(names))
    assert worker.run_next(root)
    return session, do(session, "poll")


def test_the_question_is_shown_and_outlives_the_page(
    asked: tuple[Session, dict[str, Any]], evening: Workshop, open_screen: Open
) -> None:
    _session, answer = asked

    later = do(open_screen("tuonti", evening), "nothing")

    for seen in (answer, later):
        assert [(f["name"], f["status"]) for f in seen["view"]["waiting"]] == [("polis", "sign")]
    assert [end["level"] for end in answer["ended"]] == ["info"]
    assert len(workflow.load_state(evening).sources) == 1


@pytest.mark.parametrize(("sign", "value"), [("raw", 1), ("export", -1)])
def test_the_answer_imports_the_votes_once(
    asked: tuple[Session, dict[str, Any]], evening: Workshop, root: Path, sign: str, value: int
) -> None:
    session, answer = asked
    waiting_id = answer["view"]["waiting"][0]["id"]

    do(session, "answer_sign", waiting_id=waiting_id, vote_sign=sign)
    do(session, "answer_sign", waiting_id=waiting_id, vote_sign=sign)
    assert worker.run_next(root)
    assert not worker.run_next(root)
    assert [f["status"] for f in do(session, "nothing")["view"]["waiting"]] == ["ready"]
    do(session, "import_all")
    do(session, "import_all")

    assert worker.run_next(root)
    assert not worker.run_next(root)
    assert do(session, "nothing")["view"]["waiting"] == []
    votes = workflow.load_votes(evening)
    assert votes is not None
    assert set(votes[0].value.tolist()) == {value}
    assert workflow.load_state(evening).sources[-1].vote_sign == sign


def test_removing_the_file_leaves_nothing_behind(
    asked: tuple[Session, dict[str, Any]], evening: Workshop, root: Path
) -> None:
    session, answer = asked
    waiting_id = answer["view"]["waiting"][0]["id"]

    left = do(session, "remove", waiting_id=waiting_id)

    assert left["view"]["waiting"] == []
    assert not worker.run_next(root)
    cache = store.cache_folder(evening)
    left_behind = [p for name in ("incoming", "waiting") for p in (cache / name).rglob("*.*")]
    assert left_behind == []
