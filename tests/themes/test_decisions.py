"""What people decide of themes holds, and what no longer fits is told, not forced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain import REST_ID, Event, EventKind, Theme
from toolkit.themes import apply_decisions, stale_decisions

A = Theme(
    id="t-a", label="Jono", note_ids=("1", "2", "3"), keywords=("jono",), central_ids=("2", "1")
)
B = Theme(id="t-b", label="Bussi", note_ids=("4", "5"), keywords=("bussi",), central_ids=("5",))
C = Theme(id="t-c", label="Talo", note_ids=("6",), keywords=("talo",), central_ids=("6",))
REST = Theme(id=REST_ID, label="Muut", note_ids=("7",))
THEMES = (A, B, C, REST)

Make = Callable[..., Event]


def members(themes: tuple[Theme, ...]) -> dict[str, tuple[str, ...]]:
    return {theme.id: theme.note_ids for theme in themes}


def test_renamed_theme_keeps_the_name_and_who_gave_it(event: Make) -> None:
    rename = event(EventKind.THEME_RENAMED, theme_id="t-b", label="Kyydit")
    renamed = apply_decisions(THEMES, [rename])[1]
    assert (renamed.label, renamed.named_by) == ("Kyydit", "Aino")


def test_merged_themes_hold_the_notes_and_words_of_both(event: Make) -> None:
    merge = event(EventKind.THEMES_MERGED, theme_ids=["t-a", "t-b"], into="t-b", label="Pääsy")
    merged, *others = apply_decisions(THEMES, [merge])
    assert (merged.id, merged.label, merged.named_by) == ("t-b", "Pääsy", "Aino")
    assert merged.note_ids == ("1", "2", "3", "4", "5")
    assert merged.keywords == ("bussi", "jono")
    assert merged.central_ids == ("5", "2", "1")
    assert [theme.id for theme in others] == ["t-c", REST_ID]


def test_merged_themes_keep_a_label_when_nobody_gives_one(event: Make) -> None:
    merge = event(EventKind.THEMES_MERGED, theme_ids=["t-a", "t-b"], into="t-a")
    merged = apply_decisions(THEMES, [merge])[0]
    assert (merged.label, merged.named_by) == ("Jono", "")


@pytest.mark.parametrize(
    ("note_id", "theme_id", "expected"),
    [
        pytest.param("2", "t-b", {"t-a": ("1", "3"), "t-b": ("2", "4", "5")}, id="moved"),
        pytest.param("6", "t-a", {"t-a": ("1", "2", "3", "6"), "t-c": None}, id="emptied"),
        pytest.param("7", "t-a", {"t-a": ("1", "2", "3", "7"), REST_ID: None}, id="from the rest"),
        pytest.param("1", REST_ID, {"t-a": ("2", "3"), REST_ID: ("1", "7")}, id="to the rest"),
        pytest.param("1", "t-a", {"t-a": ("1", "2", "3")}, id="where it was"),
    ],
)
def test_moved_note(
    event: Make, note_id: str, theme_id: str, expected: dict[str, tuple[str, ...] | None]
) -> None:
    move = event(EventKind.NOTE_MOVED, note_id=note_id, theme_id=theme_id)
    after = members(apply_decisions(THEMES, [move]))
    assert {key: after.get(key) for key in expected} == expected
    assert stale_decisions(THEMES, [move]) == ()


def test_notes_moved_together_come_from_wherever_they_are(event: Make) -> None:
    move = event(EventKind.NOTE_MOVED, note_ids=["1", "6", "7", "99"], theme_id="t-b")

    themes = apply_decisions(THEMES, [move])

    assert members(themes) == {"t-a": ("2", "3"), "t-b": ("1", "4", "5", "6", "7")}
    assert themes[1].placed_ids == ("1", "6", "7")
    assert stale_decisions(THEMES, [move]) == ()


def test_rest_appears_last_when_a_note_is_moved_there(event: Make) -> None:
    move = event(EventKind.NOTE_MOVED, note_id="1", theme_id=REST_ID)
    rest = Theme(id=REST_ID, label="Muut", note_ids=("1",), placed_ids=("1",))
    assert apply_decisions((A, B), [move])[-1] == rest


def test_note_set_aside_leaves_every_theme(event: Make) -> None:
    aside = event(EventKind.NOTE_SET_ASIDE, note_id="5", reason="kahdesti")
    themes = apply_decisions(THEMES, [aside])
    assert members(themes)["t-b"] == ("4",)
    assert themes[1].central_ids == ("4",)


def test_note_that_is_already_gone_is_not_stale(event: Make) -> None:
    aside = event(EventKind.NOTE_SET_ASIDE, note_id="99", reason="kahdesti")
    assert stale_decisions(THEMES, [aside]) == ()
    assert apply_decisions(THEMES, [aside]) == THEMES


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.THEME_RENAMED, {"theme_id": "t-x", "label": "X"}),
        (EventKind.THEMES_MERGED, {"theme_ids": ["t-a", "t-b"], "into": "t-x"}),
        (EventKind.THEMES_MERGED, {"theme_ids": ["t-x", "t-a"], "into": "t-a"}),
        (EventKind.NOTE_MOVED, {"note_id": "99", "theme_id": "t-a"}),
        (EventKind.NOTE_MOVED, {"note_ids": ["98", "99"], "theme_id": "t-a"}),
        (EventKind.NOTE_MOVED, {"note_id": "1", "theme_id": "t-x"}),
        (EventKind.NOTE_MOVED, {"statement_id": "1", "theme_id": "t-b"}),
        (EventKind.NOTE_MOVED, {"statement_id": "s", "theme_id": "t-x"}),
    ],
)
def test_decision_that_no_longer_applies_is_told(
    event: Make, kind: EventKind, payload: dict[str, object]
) -> None:
    old = event(kind, **payload)
    assert apply_decisions(THEMES, [old]) == THEMES
    assert stale_decisions(THEMES, [old]) == (old,)


VOTED = Theme(id="t-v", label="Kyydit", note_ids=(), statement_ids=("s1", "s2"))
WITH_VOTED = (replace(A, statement_ids=("s0",)), B, C, VOTED, REST)


def statements(themes: tuple[Theme, ...]) -> dict[str, tuple[str, ...]]:
    return {theme.id: theme.statement_ids for theme in themes if theme.statement_ids}


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (EventKind.NOTE_MOVED, {"note_id": "4", "theme_id": "t-a"}),
        (EventKind.NOTE_SET_ASIDE, {"note_id": "4", "reason": "x"}),
        (EventKind.THEME_ADDED, {"theme_id": "t-n", "label": "Uusi", "note_ids": ["1", "2", "3"]}),
        (
            EventKind.THEME_SPLIT,
            {"theme_id": "t-a", "parts": [{"id": "t-n", "label": "Uusi", "note_ids": ["1"]}]},
        ),
        (EventKind.NOTE_MOVED, {"statement_id": "s1", "theme_id": "t-v"}),
    ],
)
def test_themes_of_statements_alone_stay(
    event: Make, kind: EventKind, payload: dict[str, object]
) -> None:
    after = apply_decisions(WITH_VOTED, [event(kind, **payload)])
    assert statements(after) == {"t-a": ("s0",), "t-v": ("s1", "s2")}
    assert stale_decisions(WITH_VOTED, [event(kind, **payload)]) == ()


def test_a_note_is_moved_into_a_theme_of_statements_alone(event: Make) -> None:
    move = event(EventKind.NOTE_MOVED, note_id="6", theme_id="t-v")
    after = apply_decisions(WITH_VOTED, [move])
    assert members(after) == {**members((A, B)), "t-v": ("6",), REST_ID: ("7",)}


def test_statements_go_with_the_first_part_when_no_note_stays(event: Make) -> None:
    parts = [{"id": "t-n", "label": "X", "note_ids": ["1", "3"]}]
    parts += [{"id": "t-m", "label": "Y", "note_ids": ["2"]}]
    split = event(EventKind.THEME_SPLIT, theme_id="t-a", parts=parts)
    after = apply_decisions(WITH_VOTED, [split])
    assert statements(after) == {"t-n": ("s0",), "t-v": ("s1", "s2")}
    assert "t-a" not in members(after)


@pytest.mark.parametrize(
    ("statement_id", "theme_id", "expected"),
    [
        pytest.param("s1", "t-b", {"t-a": ("s0",), "t-b": ("s1",), "t-v": ("s2",)}, id="moved"),
        pytest.param("s1", REST_ID, {"t-a": ("s0",), "t-v": ("s2",)}, id="to the rest"),
        pytest.param("s9", "t-b", {"t-a": ("s0",), "t-b": ("s9",), "t-v": ("s1", "s2")}, id="new"),
    ],
)
def test_moved_statement(
    event: Make, statement_id: str, theme_id: str, expected: dict[str, tuple[str, ...]]
) -> None:
    move = event(EventKind.NOTE_MOVED, statement_id=statement_id, theme_id=theme_id)
    after = apply_decisions(WITH_VOTED, [move])
    assert statements(after) == expected
    assert members(after).keys() == members(WITH_VOTED).keys()
    assert stale_decisions(WITH_VOTED, [move]) == ()


def test_the_only_statement_of_a_theme_can_be_put_where_it_is(event: Make) -> None:
    alone = replace(VOTED, statement_ids=("s1",))
    move = event(EventKind.NOTE_MOVED, statement_id="s1", theme_id="t-v")
    assert apply_decisions((alone,), [move]) == (replace(alone, placed_ids=("s1",)),)


def test_a_statement_is_not_taken_for_a_note(event: Make) -> None:
    move = event(EventKind.NOTE_MOVED, note_id="s1", theme_id="t-a")
    assert apply_decisions(WITH_VOTED, [move]) == WITH_VOTED
    assert stale_decisions(WITH_VOTED, [move]) == (move,)


def test_a_theme_goes_with_its_last_statement_and_what_comes_after_is_told(event: Make) -> None:
    moves = [
        event(EventKind.NOTE_MOVED, n, statement_id=key, theme_id=theme_id)
        for n, (key, theme_id) in enumerate((("s1", "t-a"), ("s2", REST_ID), ("s2", "t-v")))
    ]
    assert statements(apply_decisions(WITH_VOTED, moves)) == {"t-a": ("s0", "s1")}
    assert stale_decisions(WITH_VOTED, moves) == (moves[2],)


def test_later_decisions_see_the_earlier(event: Make) -> None:
    events = [
        event(EventKind.THEMES_MERGED, 1, theme_ids=["t-a", "t-b"], into="t-a"),
        event(EventKind.THEME_RENAMED, 2, theme_id="t-b", label="Mennyt"),
        event(EventKind.THEME_RENAMED, 3, theme_id="t-a", label="Pääsy"),
    ]
    assert stale_decisions(THEMES, events) == (events[1],)
    assert apply_decisions(THEMES, events)[0].label == "Pääsy"


def test_other_events_change_nothing(event: Make) -> None:
    other = event(EventKind.COMMENT_ADDED, block_id="b", text="hyvä")
    assert apply_decisions(THEMES, [other]) == THEMES
    assert stale_decisions(THEMES, [other]) == ()


def decisions() -> st.SearchStrategy[tuple[EventKind, dict[str, object]]]:
    note = st.sampled_from("12345678")
    theme = st.sampled_from(["t-a", "t-b", "t-c", "t-x", REST_ID])
    return st.one_of(
        st.builds(lambda t: (EventKind.THEME_RENAMED, {"theme_id": t, "label": "L"}), theme),
        st.builds(
            lambda ts, t: (EventKind.THEMES_MERGED, {"theme_ids": ts, "into": t}),
            st.lists(theme, min_size=1),
            theme,
        ),
        st.builds(lambda n, t: (EventKind.NOTE_MOVED, {"note_id": n, "theme_id": t}), note, theme),
        st.builds(
            lambda ns, t: (EventKind.NOTE_MOVED, {"note_ids": ns, "theme_id": t}),
            st.lists(note, min_size=1),
            theme,
        ),
        st.builds(lambda n: (EventKind.NOTE_SET_ASIDE, {"note_id": n, "reason": ""}), note),
    )


@given(st.lists(decisions(), max_size=8))
def test_no_decision_loses_or_doubles_a_note(
    made: list[tuple[EventKind, dict[str, object]]],
) -> None:
    import datetime as dt

    at = dt.datetime(2026, 10, 6, tzinfo=dt.UTC)
    events = [
        Event(seq=n, at=at, actor="Aino", kind=kind, payload=payload)
        for n, (kind, payload) in enumerate(made, start=1)
    ]
    themes = apply_decisions(THEMES, events)
    stand = [note_id for theme in themes for note_id in theme.note_ids]
    aside = {e.payload["note_id"] for e in events if e.kind is EventKind.NOTE_SET_ASIDE}
    assert sorted(stand) == sorted(set("1234567") - aside)
    for theme in themes:
        assert theme.note_ids == tuple(sorted(theme.note_ids)) != ()
        assert set(theme.central_ids) <= set(theme.note_ids)
    assert all(not theme.is_rest for theme in themes[:-1])


def test_a_move_into_a_theme_merged_away_follows_the_merge(event: Make) -> None:
    merge = event(EventKind.THEMES_MERGED, theme_ids=["t-a", "t-b"], into="t-a")
    move = event(EventKind.NOTE_MOVED, note_id="6", theme_id="t-b")

    themes = apply_decisions(THEMES, [merge, move])

    assert members(themes)["t-a"] == ("1", "2", "3", "4", "5", "6")
    assert stale_decisions(THEMES, [merge, move]) == ()
