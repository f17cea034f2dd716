"""Whatever people decide, and whenever notes come: what was decided stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.themes.conftest import SPEECH, WordEncoder
from toolkit import store
from toolkit.domain import REST_ID, Event, EventKind, Note, Statement, Theme
from toolkit.errors import ToolkitError
from toolkit.themes import apply_decisions, find_again, stale_decisions
from toolkit.themes.decisions import decided_themes
from toolkit.workflow.theme_checks import check_theme_decision

AT = dt.datetime(2026, 10, 7, tzinfo=dt.UTC)
LATER = (
    "Jono hoitoon ei liiku ja lääkäriin on jonot",
    "Iltaisin bussi kulkee kylälle kahdesti",
    "Ohjaaja nuorisotalolla on kiva",
    "Uimahalli on kiinni kesällä",
    "Uimahalli saisi olla auki kesällä",
    "Uimahalli auki myös viikonloppuna",
    "Bussi ja jono: molempiin menee päivä",
    "en osaa sanoa",
)


# Some beside notes, and three on a matter of which no note speaks.
VOTED = tuple(
    Statement(id=f"s{n}", text=text, language="fi")
    for n, text in enumerate(
        (
            "Jono lääkäriin on liian pitkä",
            "Jonot psykologille ovat kohtuuttomat",
            "Bussi kulkee kylälle liian harvoin",
            "Koulun ruoka on hyvää",
            "Koulun ruoka on lämmintä",
            "Koulun ruoka riittää",
        )
    )
)


@cache
def first_proposal(notes: tuple[Note, ...]) -> tuple[Theme, ...]:
    found = find_again(
        notes, statements=VOTED, previous=(), decisions=(), encoder=WordEncoder()
    ).themes
    assert any(theme.statement_ids and not theme.note_ids for theme in found)
    return found


class Evening:
    """A workshop in memory: its notes, its log, and the last proposal."""

    def __init__(self) -> None:
        texts = [text for group in SPEECH.values() for text in group]
        self.notes = [Note(id=f"n{n:02}", text=t, language="fi") for n, t in enumerate(texts)]
        self.log: list[Event] = []
        self.proposed = first_proposal(tuple(self.notes))
        self.offered: list[str] = []

    @property
    def decisions(self) -> tuple[Event, ...]:
        return store.events_in_force(self.log)

    @property
    def themes(self) -> tuple[Theme, ...]:
        return apply_decisions(self.proposed, self.decisions)

    def find(self, n_new: int, options: dict[str, Any]) -> None:
        for _ in range(n_new):
            n = len(self.notes)
            text = LATER[n % len(LATER)]
            self.notes.append(Note(id=f"n{n:02}", text=text, language="fi"))
        found = find_again(
            self.notes,
            statements=VOTED,
            previous=self.proposed,
            decisions=self.decisions,
            offered=self.offered,
            encoder=WordEncoder(),
            **options,
        )
        self.proposed = found.themes
        self.offered = [offer.note_id for offer in found.offers]

    def decide(self, kind: EventKind, payload: dict[str, Any]) -> None:
        """Record a decision as the workflow does, unless it refuses it."""
        state = store.State(
            labels={text.id: ("", "fi") for text in (*self.notes, *VOTED)},
            proposed_themes=self.proposed,
            theme_decisions=self.decisions,
        )
        try:
            check_theme_decision(kind, payload, state)
        except ToolkitError:
            return
        self.add(kind, payload)
        assert self.log[-1] not in stale_decisions(self.proposed, self.decisions)

    def add(self, kind: EventKind, payload: dict[str, Any]) -> None:
        seq = len(self.log) + 1
        self.log.append(Event(seq=seq, at=AT, actor="Aino", kind=kind, payload=payload))

    def turn(self, kind: EventKind) -> bool:
        find = store.last_decision if kind is EventKind.UNDONE else store.last_undone
        last = find(self.log)
        if last:
            self.add(kind, {"seq": last.seq})
        return last is not None


Choice = tuple[str, int, int]


def decide(evening: Evening, choice: Choice) -> None:
    """Make a decision of some kind on a theme and a note chosen by number."""
    what, one, two = choice
    if what == "back":
        put_back(evening, one)
        return
    themes = evening.themes
    theme, other = themes[one % len(themes)], themes[two % len(themes)]
    note_id = evening.notes[two % len(evening.notes)].id
    new_id = f"t-new{len(evening.log)}"
    statement_id = VOTED[two % len(VOTED)].id
    first = list(theme.note_ids[: 1 + two % 3])
    added = sorted({evening.notes[n % len(evening.notes)].id for n in (one, two, one + two)})
    payloads: dict[str, tuple[EventKind, dict[str, Any]]] = {
        "rename": (EventKind.THEME_RENAMED, {"theme_id": theme.id, "label": f"Nimi {one}"}),
        "merge": (EventKind.THEMES_MERGED, {"theme_ids": [theme.id, other.id], "into": other.id}),
        "split": (
            EventKind.THEME_SPLIT,
            {
                "theme_id": theme.id,
                "parts": [{"id": new_id, "label": "Osa", "note_ids": first}],
            },
        ),
        "add": (EventKind.THEME_ADDED, {"theme_id": new_id, "label": "Oma", "note_ids": added}),
        "lock": (EventKind.THEME_LOCKED, {"theme_id": theme.id, "locked": not theme.locked}),
        "describe": (EventKind.THEME_DESCRIBED, {"theme_id": theme.id, "includes": f"{one}"}),
        "move": (EventKind.NOTE_MOVED, {"note_id": note_id, "theme_id": theme.id}),
        "pin": (EventKind.NOTE_PINNED, {"note_id": (first or [note_id])[0], "theme_id": theme.id}),
        "aside": (EventKind.NOTE_SET_ASIDE, {"note_id": note_id, "reason": "x"}),
        "vote": (EventKind.NOTE_MOVED, {"statement_id": statement_id, "theme_id": theme.id}),
        "out": (EventKind.NOTE_MOVED, {"statement_id": statement_id, "theme_id": REST_ID}),
    }
    evening.decide(*payloads[what])


def put_back(evening: Evening, n: int) -> None:
    aside = [event for event in evening.decisions if event.kind is EventKind.NOTE_SET_ASIDE]
    if aside:
        evening.add(EventKind.UNDONE, {"seq": aside[n % len(aside)].seq})


def choose(*more: str) -> st.SearchStrategy[Choice]:
    kinds = ("rename", "merge", "split", "add", "lock", "describe", "move", "pin", "aside")
    return st.tuples(st.sampled_from((*kinds, "vote", "out", *more)), numbers, numbers)


numbers = st.integers(0, 40)
again = st.fixed_dictionaries(
    {},
    optional={
        "n_themes": st.integers(1, 8),
        "resolution": st.sampled_from([0.5, 1.0, 3.0]),
        "seed": st.integers(0, 5),
    },
)
rounds = st.lists(
    st.tuples(st.lists(choose("back"), min_size=1, max_size=5), st.integers(0, 4), again),
    min_size=1,
    max_size=3,
)


def check_places(evening: Evening) -> None:
    aside = {e.payload["note_id"] for e in evening.decisions if e.kind is EventKind.NOTE_SET_ASIDE}
    stand = [note_id for theme in evening.themes for note_id in theme.note_ids]
    assert sorted(stand) == sorted({note.id for note in evening.notes} - aside)
    proposed = {key for theme in evening.proposed for key in theme.statement_ids}
    moves = [e.payload for e in evening.decisions if "statement_id" in e.payload]
    last = {move["statement_id"]: move["theme_id"] for move in moves}
    out = {key for key, theme_id in last.items() if theme_id == REST_ID}
    beside = [key for theme in evening.themes for key in theme.statement_ids]
    assert sorted(beside) == sorted((proposed | last.keys()) - out)
    for theme in evening.themes:
        assert theme.note_ids or theme.statement_ids
        parts = [note_id for part in theme.subthemes for note_id in part.note_ids]
        for some in (theme.central_ids, parts):
            assert set(some) <= set(theme.note_ids)
        assert set(theme.placed_ids) <= {*theme.note_ids, *theme.statement_ids}
        assert theme.edge_id in {"", *theme.note_ids}
        assert not set(theme.also_ids) & set(theme.note_ids)


def check_stands(before: Sequence[Theme], after: Sequence[Theme], evening: Evening) -> None:
    new = {note.id for note in evening.notes} - {n for theme in before for n in theme.note_ids}
    now = {theme.id: theme for theme in after}
    for was in before:
        if was.is_rest:
            assert set(was.placed_ids) <= set(now[was.id].note_ids if was.id in now else ())
        elif was.named_by or was.placed_ids or was.id in decided_themes(evening.decisions):
            same = ("label", "named_by", "locked", "includes", "placed_ids")
            assert [getattr(now[was.id], key) for key in same] == [getattr(was, k) for k in same]
            came = set(now[was.id].note_ids) - set(was.note_ids)
            assert set(was.note_ids) <= set(now[was.id].note_ids)
            assert set(was.statement_ids) == set(now[was.id].statement_ids)
            assert came <= (set() if was.locked else new | set(evening.offered))


@settings(max_examples=15)
@given(rounds)
def test_every_decision_stands_when_themes_are_found_again(
    made: list[tuple[list[Choice], int, dict[str, Any]]],
) -> None:
    evening = Evening()
    for decisions, n_new, options in made:
        for choice in decisions:
            decide(evening, choice)
            check_places(evening)
        before, stale = evening.themes, stale_decisions(evening.proposed, evening.decisions)
        waited = list(evening.offered)
        evening.find(n_new, options)
        check_places(evening)
        now_waits, evening.offered = evening.offered, [*waited, *evening.offered]
        check_stands(before, evening.themes, evening)
        evening.offered = now_waits
        assert stale_decisions(evening.proposed, evening.decisions) == stale


@settings(max_examples=25)
@given(st.lists(choose(), min_size=1, max_size=6), st.integers(1, 6), st.booleans())
def test_undo_and_redo_as_often_lead_back(
    decisions: list[Choice], n: int, found_between: bool
) -> None:
    evening = Evening()
    seen = [evening.themes]
    for choice in decisions:
        before = len(evening.log)
        decide(evening, choice)
        if len(evening.log) > before:
            seen.append(evening.themes)
    if found_between:
        evening.find(2, {})
        seen[-1] = evening.themes
    undone = 0
    while undone < n and evening.turn(EventKind.UNDONE):
        undone += 1
        check_places(evening)
        assert found_between or evening.themes == seen[-1 - undone]
    for _ in range(undone):
        assert evening.turn(EventKind.REDONE)
    assert evening.themes == seen[-1]
    assert not evening.turn(EventKind.REDONE)


def test_rest_holds_nobody_decision_hostage() -> None:
    evening = Evening()
    note_id = evening.themes[0].note_ids[0]
    evening.decide(EventKind.NOTE_MOVED, {"note_id": note_id, "theme_id": REST_ID})

    evening.find(3, {"n_themes": 2})

    rest = evening.themes[-1]
    assert (rest.id, note_id in rest.placed_ids) == (REST_ID, True)
