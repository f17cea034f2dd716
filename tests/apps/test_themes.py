"""The theme board: what people do to themes, and what others see of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.apps.material import TEXTS, do, propose_groups
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.apps.themes_view import board_view
from toolkit.domain import EventKind, Offer, Theme, Workshop

Open = Callable[..., Session]
POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"


@pytest.fixture
def board(evening: Workshop, open_screen: Open) -> Session:
    return open_screen("teemat", evening)


@pytest.fixture
def ids(evening: Workshop) -> list[str]:
    by_text = {note.text: note.id for note in workflow.load_notes(evening)}
    return [by_text[text] for text in TEXTS]


def sizes(answer: dict[str, Any]) -> dict[str, int]:
    return {theme["label"]: len(theme["note_ids"]) for theme in answer["view"]["themes"]}


def test_a_theme_is_split_undone_and_redone(board: Session, ids: list[str]) -> None:
    parts = [{"label": "Bussit", "note_ids": [ids[0], ids[4]]}]
    split = do(board, "split", theme_id="t-bussit", parts=parts, seq=3)
    undone = do(board, "undo", event_seq=split["frame"]["undo"]["seq"])
    redone = do(board, "redo", event_seq=undone["frame"]["redo"]["seq"])

    assert sizes(split) == {"Bussit": 2, "Nuorisotalo": 2, "Bussit, ilta": 1, "Muut": 1}
    assert split["frame"]["redo"] is None
    assert sizes(undone) == {"Bussit, ilta": 3, "Nuorisotalo": 2, "Muut": 1}
    assert undone["frame"]["redo"]["what"] == "Teema jaettu: Bussit"
    assert redone["view"]["themes"] == split["view"]["themes"]
    assert redone["frame"]["redo"] is None
    assert ids[0] in split["view"]["placed"]
    assert ids[1] not in split["view"]["placed"]


def test_a_new_decision_leaves_nothing_to_redo(board: Session) -> None:
    made = do(board, "rename", theme_id="t-talo", label="Talo", seq=3)
    event_seq = made["frame"]["undo"]["seq"]
    do(board, "undo", event_seq=event_seq)
    do(board, "rename", theme_id="t-talo", label="Oma talo", seq=5)

    answer = do(board, "redo", event_seq=event_seq)

    assert answer["conflict"]
    assert answer["frame"]["redo"] is None
    assert "Oma talo" in sizes(answer)


def test_a_new_theme_is_made_of_chosen_notes(board: Session, ids: list[str]) -> None:
    answer = do(board, "add", label=" Koirat  ja talo ", note_ids=[ids[5], ids[2]], seq=3)

    assert sizes(answer) == {"Bussit, ilta": 3, "Koirat ja talo": 2, "Nuorisotalo": 1}
    assert answer["frame"]["undo"]["what"] == "Uusi teema: Koirat ja talo"


@pytest.mark.parametrize(
    ("op", "args"),
    [
        pytest.param("rename", {"theme_id": "t-talo", "label": "X"}, id="rename"),
        pytest.param("merge", {"theme_id": "t-talo", "into": "t-bussit", "label": "X"}, id="away"),
        pytest.param("merge", {"theme_id": "t-bussit", "into": "t-talo", "label": "X"}, id="into"),
        pytest.param("move", {"note_ids": [0], "theme_id": "t-talo"}, id="note in"),
        pytest.param("move", {"note_ids": [2], "theme_id": "t-bussit"}, id="note out"),
        pytest.param("set_aside", {"note_id": 2, "reason": "x"}, id="aside"),
        pytest.param("add", {"label": "X", "note_ids": [2]}, id="new theme"),
        pytest.param(
            "split", {"theme_id": "t-talo", "parts": [{"label": "X", "note_ids": [2]}]}, id="split"
        ),
        pytest.param(
            "describe",
            {"theme_id": "t-talo", "description": "x", "includes": "", "near_misses": ""},
            id="describe",
        ),
    ],
)
def test_a_locked_theme_is_left_alone_until_it_is_opened(
    board: Session, ids: list[str], op: str, args: dict[str, Any]
) -> None:
    def real(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: real(part) for key, part in value.items()}
        if isinstance(value, list):
            return [real(part) for part in value]
        return ids[value] if isinstance(value, int) else value

    locked = do(board, "lock", theme_id="t-talo", locked=True, seq=3)
    refused = do(board, op, **real(args), seq=4)
    do(board, "lock", theme_id="t-talo", locked=False, seq=4)
    done = do(board, op, **real(args), seq=5)

    assert locked["frame"]["undo"]["what"] == "Teema lukittu: Nuorisotalo"
    assert "Nuorisotalo" in refused["notice"]
    assert refused["view"]["themes"] == locked["view"]["themes"]
    assert "refused" not in done


@pytest.mark.parametrize(
    ("op", "args"),
    [
        pytest.param("add", {"label": " ", "note_ids": [0]}, id="no name"),
        pytest.param("add", {"label": "X", "note_ids": []}, id="no notes"),
        pytest.param("split", {"theme_id": "t-talo", "parts": []}, id="no parts"),
        pytest.param(
            "split",
            {"theme_id": "t-talo", "parts": [{"label": "X", "note_ids": [2, 3]}]},
            id="all in one part",
        ),
        pytest.param(
            "split",
            {"theme_id": "t-talo", "parts": [{"label": "X", "note_ids": [0]}]},
            id="note of another theme",
        ),
    ],
)
def test_what_would_make_nothing_is_a_sentence(
    board: Session, ids: list[str], evening: Workshop, op: str, args: dict[str, Any]
) -> None:
    args = {**args}
    if "note_ids" in args:
        args["note_ids"] = [ids[n] for n in args["note_ids"]]
    if "parts" in args:
        args["parts"] = [
            {**part, "note_ids": [ids[n] for n in part["note_ids"]]} for part in args["parts"]
        ]
    before = store.last_seq(evening)

    answer = do(board, op, **args, seq=3)

    assert answer["refused"]
    assert store.last_seq(evening) == before


def test_a_description_is_kept_with_its_limits(board: Session) -> None:
    texts = {"description": "Missä nuoret ovat", "includes": "tilat\najat", "near_misses": "kyydit"}

    view = do(board, "describe", theme_id="t-talo", **texts, seq=3)["view"]

    assert texts.items() <= view["themes"][1].items()


def test_a_confirmed_note_is_marked_as_placed_by_a_person(board: Session, ids: list[str]) -> None:
    view = do(board, "pin", note_id=ids[0], theme_id="t-bussit", seq=3)["view"]

    assert view["placed"] == [ids[0]]


def test_new_notes_wait_until_somebody_decides(
    board: Session, ids: list[str], evening: Workshop
) -> None:
    state = workflow.load_state(evening)
    offers = [Offer(note_id=ids[5], theme_id="t-talo", second_id="t-bussit", margin=0.01)]
    payload = {
        "themes": [store.to_plain(theme) for theme in state.proposed_themes],
        "offers": [store.to_plain(offer) for offer in offers],
        "changes": {"new": {"t-talo": "Nuorisotalo"}, "moved": ids[:2]},
        "input": {},
    }
    store.append_event(evening, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    waiting = do(board, "nothing")["view"]
    left = do(board, "pin", note_id=ids[5], theme_id="muut", seq=4)["view"]

    assert waiting["offers"] == [
        {
            "note_id": ids[5],
            "home_id": "muut",
            "first_id": "t-talo",
            "second_id": "t-bussit",
            "between": True,
        }
    ]
    assert waiting["changes"] == "Viime kerrasta: 1 uusi teema, 2 merkintää vaihtoi teemaa."
    assert left["offers"] == []


def test_two_people_cannot_split_and_move_the_same_note_unseen(
    board: Session, ids: list[str]
) -> None:
    do(board, "move", by="Pekka", note_ids=[ids[0]], theme_id="muut", seq=3)
    other_hand = Session(board.screen)
    other_hand.state = type(board.state)(board.state.workshop)

    parts = [{"label": "X", "note_ids": ids[:2]}]
    answer = do(other_hand, "split", theme_id="t-bussit", parts=parts, seq=3)

    assert answer["refused"]


def test_a_theme_tells_how_steady_it_is_and_shows_its_edge(evening: Workshop) -> None:
    state = workflow.load_state(evening)
    bus, *others = state.proposed_themes
    edge = bus.note_ids[-1]
    central = tuple(key for key in bus.note_ids if key != edge)
    told = replace(bus, stability=0.9, edge_id=edge, central_ids=central, statement_ids=("s1",))
    payload = {"themes": [store.to_plain(theme) for theme in (told, *others)], "input": {}}
    store.append_event(evening, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    propose_groups(evening)

    theme = board_view(workflow.load_present(evening))["themes"][0]

    assert theme["steady"] == "Vakaa: löytyi uudelleen 18/20"
    assert theme["note_ids"] == [*central, edge]
    assert theme["count"] == "3 merkintää · 1 väite"
    (statement,) = theme["statements"]
    assert statement["text"] == "Bussien pitää kulkea myöhempään."
    assert "C " not in statement["agreed"]


def test_the_board_tells_which_decisions_no_longer_apply(board: Session, evening: Workshop) -> None:
    do(board, "lock", theme_id="t-talo", locked=True, seq=3)
    assert do(board, "nothing")["view"]["stale"] == []
    themes = [t for t in workflow.load_state(evening).proposed_themes if t.id != "t-talo"]
    payload = {"themes": [store.to_plain(theme) for theme in themes], "input": {}}
    store.append_event(evening, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    told = do(board, "nothing")["view"]["stale"]

    assert told == ["Tätä päätöstä ei voi enää toteuttaa: Teema lukittu: Nuorisotalo"]


def test_nothing_is_redone_when_themes_were_found_since(board: Session, evening: Workshop) -> None:
    made = do(board, "rename", theme_id="t-talo", label="Talo", seq=3)
    event_seq = made["frame"]["undo"]["seq"]
    undone = do(board, "undo", event_seq=event_seq)
    store.append_event(
        evening, EventKind.THEMES_PROPOSED, {"themes": [], "input": {}}, actor=store.MACHINE
    )

    answer = do(board, "redo", event_seq=event_seq)

    assert undone["frame"]["redo"]["seq"] == event_seq
    assert answer["refused"]
    assert answer["frame"]["redo"] is None


def test_themes_of_statements_alone_are_shown_with_their_statements(
    root: Path, open_screen: Open
) -> None:
    made = workflow.create_workshop(root / "polis", title="Äänestys", actor="Aino")
    workflow.import_exports(made, [POLIS], actor="Aino")
    statements = workflow.load_statements(made)
    theme = Theme(
        id="t-a", label="Kyydit", note_ids=(), statement_ids=tuple(s.id for s in statements[:2])
    )
    payload = {"themes": [store.to_plain(theme)], "input": {}}
    store.append_event(made, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    (shown,) = do(open_screen("teemat", made), "nothing")["view"]["themes"]

    assert shown["count"] == "2 väitettä"
    assert [one["text"] for one in shown["statements"]] == [s.text for s in statements[:2]]


@pytest.mark.parametrize("has_groups", [False, True])
def test_statements_of_no_theme_are_among_the_rest(root: Path, *, has_groups: bool) -> None:
    made = workflow.create_workshop(root / "polis", title="Äänestys", actor="Aino")
    workflow.import_exports(made, [POLIS], actor="Aino")
    if has_groups:
        workflow.update_opinions(made)
    keys = [one.id for one in workflow.load_statements(made)]
    themes = (
        Theme(id="t-a", label="Kyydit", note_ids=(), statement_ids=tuple(keys[:2])),
        Theme(id="muut", label="Muut", note_ids=()),
    )
    payload = {"themes": [store.to_plain(theme) for theme in themes], "input": {}}
    store.append_event(made, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    shown = board_view(workflow.load_present(made))["themes"]

    assert sum(len(theme["statements"]) for theme in shown) == len(keys)
