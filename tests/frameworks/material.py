"""A small framework of two axes and one of one, for tests without a model."""

from __future__ import annotations

import datetime as dt
from typing import Any

from toolkit.domain import Axis, Category, Event, EventKind, Framework, Note

QUEUE = Category(
    id="jono",
    label="Jonot",
    description="Jono lääkäriin",
    examples=("Lääkärin jono ei liiku", "Jono psykologille kestää"),
)
BUS = Category(
    id="bussi",
    label="Kyydit",
    description="Bussi kylälle",
    examples=("Bussi kulkee kylälle kahdesti", "Kyyti kylälle puuttuu"),
)
YOUNG = Category(id="nuoret", label="Nuoret", description="Nuori nuorisotalolla")
OLD = Category(id="vanhat", label="Vanhat", description="Mummo palvelutalossa")

TOPICS = Axis(id="aihe", label="Aihe", categories=(QUEUE, BUS))
PEOPLE = Axis(id="keta", label="Ketä", categories=(YOUNG, OLD))
ONE = Framework(id="aiheet", title="Aiheet", axes=(TOPICS,))
TWO = Framework(id="aiheet-ja-ihmiset", title="Aiheet ja ihmiset", axes=(TOPICS, PEOPLE))

NOTES = tuple(
    Note(id=f"n{n}", text=text, language="fi")
    for n, text in enumerate(
        [
            "Jono lääkäriin on pitkä",
            "Nuori odottaa jonossa, jono psykologille ei liiku",
            "Bussi kylälle ei kulje iltaisin",
            "Mummo palvelutalossa: kyyti kylälle puuttuu",
            "Kissa karkasi ja löytyi naapurista",
        ]
    )
)


def placed(note_id: str, category_id: str, *, framework: Framework = ONE, **more: Any) -> Event:
    """A person's word on where a note belongs."""
    return Event(
        seq=9,
        at=dt.datetime(2026, 10, 6, 12, tzinfo=dt.UTC),
        actor=more.pop("actor", "Aino"),
        kind=EventKind.NOTE_PLACED,
        payload={
            "framework_id": framework.id,
            "note_id": note_id,
            "category_id": category_id,
            **more,
        },
    )
