"""Notes that come later join a theme that is clearly theirs, and else wait for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from tests.themes.conftest import WordEncoder
from toolkit.domain import REST_ID, Event, EventKind, Note, Theme
from toolkit.themes import Proposal, apply_decisions, find_again, open_offers

JONOT = [f"hoitoon on pitkä jono {n}" for n in "abcdef"]
CHAT = [f"chat pitää olla auki iltaisin {n}" for n in "ghijkl"]
BUSSI = [f"bussi ei kulje viikonloppuna {n}" for n in "mnopqr"]
HALLI = ["uimahalli on kiinni", "uimahalli ei ole auki", "uimahalli on aina kiinni"]
OLD = [*JONOT, *CHAT, *BUSSI]
QUEUE = "jono hoitoon on pitkä"
BETWEEN = "bussi ei kulje hoitoon on pitkä jono viikonloppuna"


def notes(texts: Sequence[str]) -> list[Note]:
    return [Note(id=f"n:{text}", text=text, language="fi") for text in texts]


def ids(*texts: str) -> list[str]:
    return [f"n:{text}" for text in texts]


def event(kind: EventKind, **payload: Any) -> Event:
    at = dt.datetime(2026, 10, 7, tzinfo=dt.UTC)
    return Event(seq=1, at=at, actor="Aino", kind=kind, payload=payload)


def find(
    texts: Sequence[str], last: Proposal | None = None, decisions: Sequence[Event] = ()
) -> Proposal:
    return find_again(
        notes(texts),
        previous=last.themes if last else (),
        decisions=decisions,
        offered=[offer.note_id for offer in last.offers] if last else (),
        encoder=WordEncoder(),
    )


def home(themes: Sequence[Theme], text: str) -> Theme:
    return next(theme for theme in themes if f"n:{text}" in theme.note_ids)


@pytest.fixture
def first() -> Proposal:
    return find(OLD)


def renamed(first: Proposal) -> list[Event]:
    return [
        event(EventKind.THEME_RENAMED, theme_id=theme.id, label=theme.id) for theme in first.themes
    ]


def test_a_clear_note_joins_and_is_the_machines_doing(first: Proposal) -> None:
    decisions = renamed(first)
    found = find([*OLD, QUEUE], first, decisions)
    now = apply_decisions(found.themes, decisions)

    assert home(now, QUEUE).id == home(first.themes, JONOT[0]).id
    assert home(now, QUEUE).placed_ids == ()
    assert found.offers == ()


def test_a_note_between_two_themes_waits_and_is_offered_to_the_nearer(first: Proposal) -> None:
    decisions = renamed(first)
    found = find([*OLD, BETWEEN], first, decisions)

    [offer] = found.offers
    both = {home(first.themes, text).id for text in (JONOT[0], BUSSI[0])}
    assert {offer.theme_id, offer.second_id} == both
    assert 0 <= offer.margin < 0.1
    assert home(found.themes, BETWEEN).id == REST_ID
    again = find([*OLD, BETWEEN], found, decisions)
    assert again == found


def test_an_offer_accepted_stays_accepted(first: Proposal) -> None:
    decisions = renamed(first)
    found = find([*OLD, BETWEEN], first, decisions)
    chat = home(first.themes, CHAT[0]).id
    decisions.append(event(EventKind.NOTE_MOVED, note_id=f"n:{BETWEEN}", theme_id=chat))

    again = find([*OLD, BETWEEN, QUEUE], found, decisions)
    now = apply_decisions(again.themes, decisions)

    assert home(now, BETWEEN).id == chat
    assert open_offers(again.offers, now) == ()


def test_a_locked_theme_takes_nothing_but_is_offered_what_is_near(first: Proposal) -> None:
    theme = home(first.themes, JONOT[0])
    decisions = [event(EventKind.THEME_LOCKED, theme_id=theme.id, locked=True)]
    found = find([*OLD, QUEUE], first, decisions)
    now = apply_decisions(found.themes, decisions)

    assert home(now, JONOT[0]).note_ids == theme.note_ids
    assert [offer.theme_id for offer in open_offers(found.offers, now)] == [theme.id]


@pytest.mark.parametrize("made", ["added", "split"])
def test_a_note_joins_a_theme_that_people_made(first: Proposal, made: str) -> None:
    part = {"id": "t-oma", "label": "Oma", "note_ids": ids(*JONOT)}
    decisions = [
        event(EventKind.THEME_ADDED, theme_id="t-oma", label="Oma", note_ids=ids(*JONOT))
        if made == "added"
        else event(EventKind.THEME_SPLIT, theme_id=home(first.themes, JONOT[0]).id, parts=[part])
    ]
    found = find([*OLD, QUEUE], first, decisions)
    again = find([*OLD, QUEUE], found, decisions)

    for proposal in (found, again):
        now = home(apply_decisions(proposal.themes, decisions), QUEUE)
        assert (now.id, now.label) == ("t-oma", "Oma")
        assert now.placed_ids == tuple(sorted(ids(*JONOT)))


def test_new_notes_of_a_new_matter_make_a_theme(first: Proposal) -> None:
    found = find([*OLD, *HALLI], first, renamed(first))

    assert home(found.themes, HALLI[0]).note_ids == tuple(sorted(ids(*HALLI)))
    assert found.offers == ()


@pytest.mark.parametrize("strangers", [["koira haukkuu"], ["koira haukkuu", "satama jäässä"]])
def test_strangers_make_no_theme(first: Proposal, strangers: list[str]) -> None:
    found = find([*OLD, *strangers], first, renamed(first))

    assert {home(found.themes, text).id for text in strangers} == {REST_ID}


def test_notes_set_aside_have_no_say_and_are_offered_when_put_back(first: Proposal) -> None:
    decisions = [
        event(EventKind.NOTE_SET_ASIDE, note_id=note_id, reason="x") for note_id in ids(*BUSSI)
    ]
    found = find(OLD, first, decisions)
    jonot = home(found.themes, JONOT[0])

    assert not any(set(ids(*BUSSI)) & set(t.note_ids) for t in found.themes if not t.is_rest)
    assert open_offers(found.offers, apply_decisions(found.themes, decisions)) == ()
    assert home(found.themes, BUSSI[0]).id == REST_ID
    assert jonot.id == home(first.themes, JONOT[0]).id


def test_a_move_undone_after_a_new_search_leaves_an_offer(first: Proposal) -> None:
    chat, bussi = (home(first.themes, text).id for text in (CHAT[0], BUSSI[0]))
    move = event(EventKind.NOTE_MOVED, note_id=f"n:{BUSSI[0]}", theme_id=chat)
    found = find(OLD, first, [move])

    assert home(apply_decisions(found.themes, [move]), BUSSI[0]).id == chat
    assert home(found.themes, BUSSI[0]).id == REST_ID
    assert [offer.theme_id for offer in open_offers(found.offers, found.themes)] == [bussi]


def test_the_first_time_nothing_is_offered(first: Proposal) -> None:
    assert first.offers == ()
