"""Choosing which notes the theme board shows: by word and not by letter, by kind, group, place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.apps.material import PADLET, TEXTS, do
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.apps.themes_view import FIRST
from toolkit.domain import EventKind, Placement, Workshop
from toolkit.frameworks import load_framework

Open = Callable[..., Session]
STEPS = "osallisuuden-portaat"


@pytest.fixture
def board(evening: Workshop, open_screen: Open) -> Session:
    return open_screen("teemat", evening)


@pytest.fixture
def ids(evening: Workshop) -> list[str]:
    by_text = {note.text: note.id for note in workflow.load_notes(evening)}
    return [by_text[text] for text in TEXTS]


def shown(answer: dict[str, Any]) -> set[str]:
    return {note_id for theme in answer["view"]["themes"] for note_id in theme["note_ids"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nuorisotaloissa", [2, 3]),
        ("talot", [2, 3]),
        ("bussi iltaisin", [0]),
        ("oirapui", [5]),
        ("t1-002", [1]),
        ("lentokone", []),
    ],
)
def test_words_in_any_form_and_letters_as_they_stand_are_found(
    board: Session, ids: list[str], query: str, found: list[int]
) -> None:
    answer = do(board, "filter", words=query)

    assert shown(answer) == {ids[n] for n in found}
    assert answer["view"]["n_shown"] == len(found)
    assert answer["view"]["n_listed"] == 6


def test_a_search_knows_notes_that_came_meanwhile(
    board: Session, evening: Workshop, tmp_path: Path
) -> None:
    before = do(board, "filter", words="uimahallissa")
    export = tmp_path / "lisää.csv"
    export.write_text(PADLET.replace("Koirapuisto", "Uimahalli"), encoding="utf-8")
    workflow.import_exports(evening, [export], actor="Aino")
    new = [n.id for n in workflow.load_notes(evening) if n.text.startswith("Uimahalli")]
    themes = [store.to_plain(theme) for theme in workflow.load_state(evening).proposed_themes]
    themes[-1]["note_ids"] = sorted([*themes[-1]["note_ids"], *new])
    payload = {"themes": themes, "input": {}}
    store.append_event(evening, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    assert (shown(before), shown(do(board, "poll"))) == (set(), set(new))


def test_kinds_and_words_are_asked_for_together(
    board: Session, ids: list[str], evening: Workshop
) -> None:
    kinds = ["huoli", "huoli", "ehdotus", "ehdotus", "huoli", "ehdotus"]
    suggested = [
        {"note_id": key, "kind": kind, "reason": "asks", "words": "", "margin": 1.0}
        for key, kind in zip(ids, kinds, strict=True)
    ]
    payload = {"kinds": suggested, "input": "x"}
    store.append_event(evening, EventKind.KINDS_PROPOSED, payload, actor=store.MACHINE)
    told = {"note_id": ids[3], "kind": "huoli"}
    workflow.decide(evening, EventKind.KIND_DECIDED, told, actor="Maija")

    answer = do(board, "filter", words="nuorisotalo", kind="huoli")

    assert shown(answer) == {ids[3]}
    assert [one["value"] for one in answer["view"]["filter"]["kinds"]] == ["huoli", "ehdotus"]


def test_a_reload_comes_back_to_what_was_shown(
    board: Session, evening: Workshop, open_screen: Open
) -> None:
    place = do(board, "filter", words="talo", prompt="Mitä pitää muuttaa?")["frame"]["place"]
    query = "".join(f"&{key}={value}" for key, value in place.items() if value)

    again = do(open_screen("teemat", evening, query=query), "nothing")

    assert place["haku"] == "talo"
    assert not any("haku" in step["href"] for step in again["frame"]["steps"])
    assert {key: again["view"]["filter"][key] for key in ("words", "prompt")} == {
        "words": "talo",
        "prompt": "Mitä pitää muuttaa?",
    }
    assert again["view"]["n_shown"] == 2


def test_an_address_that_names_no_framework_shows_every_note(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("teemat", evening, query="&kehys=../../x&luokka=y")

    assert do(session, "nothing")["view"]["n_shown"] == 6


def test_a_framework_waits_for_the_worker_and_people_have_the_last_word(
    board: Session, ids: list[str], evening: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    framework = load_framework(STEPS)
    first, second = (category.id for category in framework.categories[:2])

    waiting = do(board, "filter", framework=STEPS)
    (job,) = waiting["frame"]["jobs"]
    _pretend_places(monkeypatch, dict.fromkeys(ids, first))
    workflow.keep_placements(evening, framework)
    workflow.place_note(evening, framework, note_id=ids[0], category_id=second, actor="Maija")
    found = do(board, "filter", framework=STEPS, category=second)

    assert waiting["view"]["filter"]["waits"]
    assert waiting["view"]["n_shown"] == 6
    assert job["kind"] == "placements"
    assert not found["view"]["filter"]["waits"]
    assert shown(found) == {ids[0]}


def _pretend_places(monkeypatch: pytest.MonkeyPatch, places: dict[str, str]) -> None:
    """Have a machine that needs no language model place the notes."""

    def suggest(_present: object, framework: Any, **_options: object) -> Any:
        from toolkit.domain import FrameworkResult

        placements = tuple(
            Placement(note_id=key, axis_id=framework.axes[0].id, category_id=category)
            for key, category in sorted(places.items())
        )
        return FrameworkResult(framework=framework, placements=placements)

    monkeypatch.setattr("toolkit.workflow.placements.suggest_placements", suggest)


def test_only_the_first_notes_of_a_theme_are_sent_and_the_rest_when_asked_for(
    board: Session, evening: Workshop, tmp_path: Path
) -> None:
    head = PADLET.splitlines()[0]
    rows = [f"Anonymous,,,Toive numero {n},,,\n" for n in range(FIRST + 5)]
    export = tmp_path / "paljon.csv"
    export.write_text(f"{head}\n{''.join(rows)}", encoding="utf-8")
    workflow.import_exports(evening, [export], actor="Aino")
    many = sorted(n.id for n in workflow.load_notes(evening) if n.text.startswith("Toive"))
    payload = {"themes": [{"id": "t-x", "label": "Toiveet", "note_ids": many}], "input": {}}
    store.append_event(evening, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    view = do(board, "poll")["view"]
    later = do(board, "notes", note_ids=many[FIRST:])

    assert set(view["notes"]) == set(many[:FIRST])
    assert set(json.loads(later["extra"])) == set(many[FIRST:])
    assert "view" not in later
