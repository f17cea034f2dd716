"""Nothing that people decided is lost when themes are found again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from tests.themes.conftest import WordEncoder
from toolkit.domain import REST_ID, Event, EventKind, Note, Statement, Theme
from toolkit.themes import apply_decisions, find_again, stale_decisions

JONOT = [f"hoitoon on pitkä jono {n}" for n in "abcdef"]
CHAT = [f"chat pitää olla auki iltaisin {n}" for n in "ghijkl"]
BUSSI = [f"bussi ei kulje viikonloppuna {n}" for n in "mnopqr"]


def notes(*texts: str) -> list[Note]:
    return [Note(id=f"n:{text}", text=text, language="fi") for text in texts]


def event(kind: EventKind, **payload: object) -> Event:
    at = dt.datetime(2026, 10, 7, tzinfo=dt.UTC)
    return Event(seq=1, at=at, actor="Aino", kind=kind, payload=payload)


def again(
    listed: Sequence[Note],
    previous: Sequence[Theme] = (),
    decisions: Sequence[Event] = (),
    statements: Sequence[Statement] = (),
) -> tuple[Theme, ...]:
    return find_again(
        listed,
        statements=statements,
        previous=previous,
        decisions=decisions,
        encoder=WordEncoder(),
        n_themes=3,
    ).themes


def theme_of(themes: Sequence[Theme], text: str) -> Theme:
    return next(theme for theme in themes if f"n:{text}" in theme.note_ids)


@pytest.fixture
def before() -> tuple[Theme, ...]:
    return again(notes(*JONOT, *CHAT, *BUSSI))


@pytest.fixture
def later() -> list[Note]:
    return notes(*JONOT[1:], *CHAT, *BUSSI, "jono hoitoon on pitkä", "uimahalli on aina kiinni",
                 "uimahalli ei ole auki", "uimahalli on kiinni", JONOT[0])  # fmt: skip


def test_a_renamed_theme_keeps_id_name_and_notes(
    before: tuple[Theme, ...], later: list[Note]
) -> None:
    old = theme_of(before, JONOT[0])
    decisions = [event(EventKind.THEME_RENAMED, theme_id=old.id, label="Hoitoon pääsy")]

    now = apply_decisions(again(later, before, decisions), decisions)

    renamed = theme_of(now, JONOT[0])
    assert (renamed.id, renamed.label) == (old.id, "Hoitoon pääsy")
    assert set(old.note_ids) <= set(renamed.note_ids)
    assert "n:jono hoitoon on pitkä" in renamed.note_ids


def test_a_merge_stands_and_can_still_be_undone(
    before: tuple[Theme, ...], later: list[Note]
) -> None:
    jonot, chat = theme_of(before, JONOT[0]), theme_of(before, CHAT[0])
    decisions = [event(EventKind.THEMES_MERGED, theme_ids=[chat.id], into=jonot.id)]

    proposal = again(later, before, decisions)

    assert theme_of(apply_decisions(proposal, decisions), CHAT[0]).id == jonot.id
    undone = apply_decisions(proposal, [])
    assert theme_of(undone, CHAT[0]).id == chat.id
    assert theme_of(undone, JONOT[0]).id == jonot.id


def test_a_moved_note_stays_where_it_was_moved(
    before: tuple[Theme, ...], later: list[Note]
) -> None:
    target = theme_of(before, CHAT[0])
    decisions = [event(EventKind.NOTE_MOVED, note_id=f"n:{BUSSI[0]}", theme_id=target.id)]

    now = apply_decisions(again(later, before, decisions), decisions)

    assert theme_of(now, BUSSI[0]).id == target.id


def test_every_note_stands_in_one_theme(before: tuple[Theme, ...], later: list[Note]) -> None:
    decisions = [
        event(EventKind.THEME_RENAMED, theme_id=theme.id, label=str(n))
        for n, theme in enumerate(before)
        if not theme.is_rest
    ]

    themed = [n for theme in again(later, before, decisions) for n in theme.note_ids]

    assert sorted(themed) == sorted(note.id for note in later)


def test_the_order_of_notes_changes_nothing(before: tuple[Theme, ...], later: list[Note]) -> None:
    decisions = [event(EventKind.THEME_RENAMED, theme_id=before[0].id, label="X")]

    assert again(later, before, decisions) == again(later[::-1], before, decisions)


def voted(*texts: str) -> list[Statement]:
    return [Statement(id=f"s:{text}", text=text, language="fi") for text in texts]


def test_what_is_no_longer_there_leaves_themes_people_decided() -> None:
    first = again(notes(*JONOT, *CHAT), statements=voted(*BUSSI))
    decisions = [
        event(EventKind.THEME_RENAMED, theme_id=theme.id, label=str(n))
        for n, theme in enumerate(first)
        if theme.id != REST_ID
    ]

    now = again(notes(*JONOT[2:], *CHAT), first, decisions, voted(*BUSSI[:3]))
    gone = again(notes(*JONOT, *CHAT), first, decisions)

    assert {theme.id for theme in now} >= {e.payload["theme_id"] for e in decisions}
    held = [key for theme in now for key in (*theme.note_ids, *theme.statement_ids)]
    here = [*notes(*JONOT[2:], *CHAT), *voted(*BUSSI[:3])]
    assert sorted(held) == sorted(text.id for text in here)
    assert not any(theme.statement_ids for theme in gone)
    lost = [e for e, theme in zip(decisions, first, strict=False) if not theme.note_ids]
    assert stale_decisions(gone, decisions) == tuple(lost) != ()


def test_a_moved_statement_has_a_place_if_the_move_is_undone() -> None:
    statements = voted(*BUSSI)
    first = again(notes(*JONOT, *CHAT), statements=statements)
    jonot = theme_of(first, JONOT[0])
    move = event(EventKind.NOTE_MOVED, statement_id=statements[0].id, theme_id=jonot.id)

    proposal = again(notes(*JONOT, *CHAT), first, [move], statements)

    moved = theme_of(apply_decisions(proposal, [move]), JONOT[0])
    assert moved.statement_ids == (statements[0].id,)
    assert sum(statements[0].id in theme.statement_ids for theme in proposal) == 1
