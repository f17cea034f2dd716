"""Background statements: marked and unmarked by people, shown by themselves at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.apps.material import do, make_groups, propose_groups
from toolkit import store, workflow
from toolkit.apps.opinions_view import groups_view
from toolkit.apps.session import Session
from toolkit.domain import EventKind, Workshop

Open = Callable[..., Session]


def waiting(workshop: Workshop) -> list[dict[str, Any]]:
    return [dict(job.payload) for job in store.load_open_jobs(workshop) if job.kind == "opinions"]


def mark(session: Session, *, is_meta: bool = True, seq: int = 5) -> dict[str, Any]:
    return do(session, "mark_statement", statement_id="s2", is_meta=is_meta, seq=seq)


def test_a_background_statement_has_a_list_of_its_own_at_once(
    voted: Workshop, open_screen: Open
) -> None:
    answer = mark(open_screen("mielipideryhmat", voted))
    view = answer["view"]

    assert answer["notice"] == "Väite P1-s2 on nyt taustaväite. Ryhmät lasketaan uudelleen."
    assert waiting(voted) == [{}]
    assert view["background"] == ["s2"]
    assert "s2" not in view["most_voted"] + view["uniting_first"]
    assert all("s2" not in table["ids"] for table in view["tables"])
    assert all(group["lines"] == [] for group in view["groups"])
    assert view["rows"]["s2"]["all"]["n"] == 15
    assert view["outdated"]


def test_marking_twice_is_one_decision(voted: Workshop, open_screen: Open) -> None:
    session = open_screen("mielipideryhmat", voted)
    mark(session)
    mark(session)

    made = [e for e in store.load_events(voted) if e.kind is EventKind.STATEMENT_MARKED]
    assert [dict(event.payload) for event in made] == [{"statement_id": "s2", "is_meta": True}]
    assert [event.actor for event in made] == ["Maija"]


def test_an_unmarked_statement_takes_part_again(voted: Workshop, open_screen: Open) -> None:
    session = open_screen("mielipideryhmat", voted)
    mark(session)

    answer = mark(session, is_meta=False, seq=store.last_seq(voted))

    assert answer["view"]["background"] == []
    assert answer["frame"]["undo"]["what"] == "Väite ei ole taustaväite: P1-s2"


@pytest.mark.parametrize("screen", ["mielipideryhmat", "teemat"])
def test_undoing_a_mark_names_it_by_its_label_and_computes_again(
    screen: str, voted: Workshop, open_screen: Open
) -> None:
    undo = mark(open_screen("mielipideryhmat", voted))["frame"]["undo"]
    end_work(voted)

    answer = do(open_screen(screen, voted), "undo", event_seq=undo["seq"])

    assert undo["what"] == "Väite merkitty taustaväitteeksi: P1-s2"
    assert answer["notice"] == f"Kumottu: {undo['what']}"
    assert waiting(voted) == [{}]
    assert workflow.load_state(voted).background == {}


def end_work(workshop: Workshop) -> None:
    for job in store.load_open_jobs(workshop):
        store.finish(store.database_url(workshop), job.id, state=store.JobState.DONE)


def propose_marked(workshop: Workshop) -> None:
    """Add groups that were computed when s2 was marked."""
    groups = make_groups()
    statements = tuple(replace(r, is_meta=r.id == "s2") for r in groups.statements)
    payload = {
        "result": store.to_plain(replace(groups, statements=statements)),
        "source_id": "polis",
        "input": {"background": [["s2", True]]},
    }
    store.append_event(workshop, EventKind.OPINION_GROUPS_PROPOSED, payload, actor=store.MACHINE)


def test_an_undone_mark_is_gone_at_once_and_can_be_made_again(
    voted: Workshop, open_screen: Open
) -> None:
    session = open_screen("mielipideryhmat", voted)
    undo = mark(session)["frame"]["undo"]
    end_work(voted)
    propose_marked(voted)
    computed = do(session, "nothing")["view"]

    undone = do(session, "undo", event_seq=undo["seq"])["view"]
    again = mark(session, seq=store.last_seq(voted))["view"]

    assert (computed["background"], computed["outdated"]) == (["s2"], False)
    assert (undone["background"], undone["outdated"]) == ([], True)
    assert (again["background"], again["outdated"]) == (["s2"], False)


def test_groups_that_a_mark_overtook_are_computed_again_without_asking(
    voted: Workshop, open_screen: Open
) -> None:
    session = open_screen("mielipideryhmat", voted)
    undo = mark(session)["frame"]["undo"]
    do(session, "undo", event_seq=undo["seq"])  # while the groups are computed with the mark
    end_work(voted)
    propose_marked(voted)

    do(session, "poll")
    assert waiting(voted) == [{}]

    end_work(voted)
    propose_groups(voted)
    do(session, "poll")
    assert waiting(voted) == []


def test_what_the_export_marks_can_be_made_ordinary() -> None:
    groups = make_groups()
    meta = replace(groups.statements[0], is_meta=True)
    groups = replace(groups, statements=(meta, *groups.statements[1:]))

    assert groups_view(groups, (), {})["background"] == ["s1"]
    assert groups_view(groups, (), {"s1": False})["background"] == []


def test_a_statement_that_is_not_there_cannot_be_marked(voted: Workshop, open_screen: Open) -> None:
    session = open_screen("mielipideryhmat", voted)

    answer = do(session, "mark_statement", statement_id="s9", is_meta=True, seq=5)

    assert answer["refused"]
    assert waiting(voted) == []
