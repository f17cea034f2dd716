"""Splitting, gathering, locking, describing and confirming: each does what it says, no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toolkit.domain import REST_ID, Event, EventKind, Offer, Subtheme, Theme, ThemeChanges
from toolkit.themes import (
    apply_decisions,
    compare_themes,
    new_theme_id,
    open_offers,
    stale_decisions,
)

PARTS = (Subtheme(label="Jonot", note_ids=("1", "2")), Subtheme(label="Chat", note_ids=("3", "4")))
A = Theme(
    id="t-a",
    label="Apu",
    note_ids=("1", "2", "3", "4"),
    statement_ids=("s1",),
    central_ids=("2", "3"),
    edge_id="4",
    also_ids=("5",),
    subthemes=PARTS,
)
B = Theme(
    id="t-b",
    label="Bussi",
    note_ids=("5", "6"),
    statement_ids=("s2",),
    central_ids=("5",),
    also_ids=("1",),
)
REST = Theme(id=REST_ID, label="Muut", note_ids=("7",))
THEMES = (A, B, REST)

Make = Callable[..., Event]


def part(key: str, label: str, *note_ids: str) -> dict[str, object]:
    return {"id": key, "label": label, "note_ids": list(note_ids)}


def by_id(themes: tuple[Theme, ...]) -> dict[str, Theme]:
    return {theme.id: theme for theme in themes}


def test_parts_of_a_theme_become_themes_placed_by_a_person(event: Make) -> None:
    parts = [part("t-1", "Jonot", "1", "2"), part("t-2", "Chat", "3", "4")]
    now = by_id(
        apply_decisions(THEMES, [event(EventKind.THEME_SPLIT, theme_id="t-a", parts=parts)])
    )

    assert "t-a" not in now
    assert (now["t-1"].label, now["t-1"].named_by) == ("Jonot", "Aino")
    assert now["t-1"].note_ids == now["t-1"].placed_ids == ("1", "2")
    assert now["t-1"].central_ids == ("2",)
    assert now["t-1"].statement_ids == ("s1",)
    assert now["t-b"].also_ids == ()


def test_what_is_in_no_part_stays_in_the_theme(event: Make) -> None:
    split = event(EventKind.THEME_SPLIT, theme_id="t-a", parts=[part("t-1", "Chat", "3", "4")])
    left = by_id(apply_decisions(THEMES, [split]))["t-a"]

    assert (left.label, left.note_ids, left.central_ids) == ("Apu", ("1", "2"), ("2",))
    assert (left.subthemes, left.edge_id, left.statement_ids) == ((), "", ("s1",))
    assert left.placed_ids == ()


def test_a_new_theme_takes_its_notes_from_the_others(event: Make) -> None:
    add = event(EventKind.THEME_ADDED, theme_id="t-9", label="Illat", note_ids=["7", "5", "1"])
    now = by_id(apply_decisions(THEMES, [add]))

    assert now["t-9"].note_ids == now["t-9"].placed_ids == ("1", "5", "7")
    assert now["t-9"].named_by == "Aino"
    assert now["t-a"].note_ids == ("2", "3", "4")
    assert now["t-a"].also_ids == ()
    assert now["t-a"].subthemes == (Subtheme(label="Jonot", note_ids=("2",)), PARTS[1])
    assert REST_ID not in now


def test_a_lock_and_a_description_stay_on_the_theme(event: Make) -> None:
    events = [
        event(EventKind.THEME_LOCKED, theme_id="t-a", locked=True),
        event(
            EventKind.THEME_DESCRIBED,
            theme_id="t-a",
            description="Avun saaminen",
            includes="jonot",
            near_misses="matka avun luo",
        ),
    ]
    now = by_id(apply_decisions(THEMES, events))["t-a"]
    opened = event(EventKind.THEME_LOCKED, theme_id="t-a", locked=False)

    assert now.locked
    assert (now.description, now.includes, now.near_misses) == (
        "Avun saaminen",
        "jonot",
        "matka avun luo",
    )
    assert not by_id(apply_decisions(THEMES, [*events, opened]))["t-a"].locked


def test_a_confirmed_note_is_marked_and_comes_near_no_other_theme(event: Make) -> None:
    pin = event(EventKind.NOTE_PINNED, note_id="1", theme_id="t-a")
    now = by_id(apply_decisions(THEMES, [pin]))

    assert now["t-a"].placed_ids == ("1",)
    assert now["t-a"].subthemes == PARTS
    assert now["t-b"].also_ids == ()


def test_a_moved_note_takes_nothing_of_its_old_place_along(event: Make) -> None:
    move = event(EventKind.NOTE_MOVED, note_id="4", theme_id="t-b")
    now = by_id(apply_decisions(THEMES, [move]))

    assert (now["t-a"].edge_id, now["t-a"].subthemes[1].note_ids) == ("", ("3",))
    assert now["t-b"].placed_ids == ("4",)


def test_a_merged_theme_has_no_parts_and_keeps_what_people_placed_and_wrote(event: Make) -> None:
    events = [
        event(EventKind.NOTE_PINNED, note_id="6", theme_id="t-b"),
        event(EventKind.THEME_DESCRIBED, theme_id="t-b", description="Kyydit"),
        event(EventKind.THEMES_MERGED, theme_ids=["t-a", "t-b"], into="t-a"),
    ]
    now = by_id(apply_decisions(THEMES, events))["t-a"]

    assert (now.subthemes, now.edge_id, now.also_ids) == ((), "", ())
    assert (now.placed_ids, now.description) == (("6",), "Kyydit")
    assert now.statement_ids == ("s1", "s2")


@pytest.mark.parametrize(
    ("theme_id", "expected"),
    [
        pytest.param("t-b", {"t-a": (), "t-b": ("s1", "s2")}, id="to another theme"),
        pytest.param(REST_ID, {"t-a": (), "t-b": ("s2",)}, id="to no theme"),
    ],
)
def test_a_statement_is_moved_and_no_note_with_it(
    event: Make, theme_id: str, expected: dict[str, tuple[str, ...]]
) -> None:
    move = event(EventKind.NOTE_MOVED, statement_id="s1", theme_id=theme_id)
    now = by_id(apply_decisions(THEMES, [move]))

    assert {key: now[key].statement_ids for key in expected} == expected
    assert [theme.note_ids for theme in now.values()] == [theme.note_ids for theme in THEMES]


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.THEME_SPLIT, {"theme_id": "t-x", "parts": [part("t-1", "X", "1")]}),
        (EventKind.THEME_SPLIT, {"theme_id": "t-a", "parts": [part("t-1", "X", "99")]}),
        (EventKind.THEME_ADDED, {"theme_id": "t-1", "label": "X", "note_ids": ["99"]}),
        (EventKind.THEME_LOCKED, {"theme_id": "t-x", "locked": True}),
        (EventKind.THEME_DESCRIBED, {"theme_id": "t-x", "description": "X"}),
        (EventKind.NOTE_PINNED, {"note_id": "1", "theme_id": "t-x"}),
        (EventKind.NOTE_MOVED, {"statement_id": "s1", "theme_id": "t-x"}),
    ],
)
def test_a_decision_on_what_is_gone_is_told(
    event: Make, kind: EventKind, payload: dict[str, object]
) -> None:
    old = event(kind, **payload)

    assert apply_decisions(THEMES, [old]) == THEMES
    assert stale_decisions(THEMES, [old]) == (old,)


@pytest.mark.parametrize(
    ("kind", "payload", "left"),
    [
        pytest.param(None, {}, ("t-a", "t-b"), id="nobody decided"),
        pytest.param(EventKind.NOTE_MOVED, {"note_id": "7", "theme_id": "t-b"}, None, id="moved"),
        pytest.param(EventKind.NOTE_PINNED, {"note_id": "7", "theme_id": REST_ID}, None, id="left"),
        pytest.param(EventKind.NOTE_SET_ASIDE, {"note_id": "7", "reason": "x"}, None, id="aside"),
        pytest.param(
            EventKind.THEMES_MERGED,
            {"theme_ids": ["t-a"], "into": "t-b"},
            ("t-b", ""),
            id="first merged away",
        ),
    ],
)
def test_an_offer_stands_until_a_person_decides(
    event: Make,
    kind: EventKind | None,
    payload: dict[str, object],
    left: tuple[str, str] | None,
) -> None:
    offer = Offer(note_id="7", theme_id="t-a", second_id="t-b", margin=0.02)
    now = apply_decisions(THEMES, [event(kind, **payload)] if kind else [])

    offers = open_offers([offer], now)

    assert [(one.theme_id, one.second_id) for one in offers] == ([left] if left else [])


def test_what_changed_is_counted_by_ids() -> None:
    after = (
        Theme(id="t-a", label="Apu", note_ids=("1", "2", "3", "4", "7", "8")),
        Theme(id="t-c", label="Uusi", note_ids=("5",)),
        Theme(id=REST_ID, label="Muut", note_ids=("6", "9")),
    )

    assert compare_themes(THEMES, after) == ThemeChanges(
        new={"t-c": "Uusi"}, gone={"t-b": "Bussi"}, grown={"t-a": 2}, moved=("5", "6", "7")
    )
    assert compare_themes(THEMES, THEMES) == ThemeChanges()


def test_a_new_id_is_never_one_that_is_taken() -> None:
    first = new_theme_id("X", ["1"], taken=())

    assert new_theme_id("X", ["1"], taken={first}) != first
    assert new_theme_id("X", ["1"], taken=()) == first
