"""Two people decide at the same time: each decision is in force, or its maker was told why not."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.apps.material import do, propose_draft
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.domain import Event, Workshop

Open = Callable[..., Session]
PEOPLE = ("Maija", "Pekka")


class Person:
    """Somebody with the themes and a document open, deciding on what they saw last."""

    def __init__(self, name: str, themes: Session, review: Session) -> None:
        self.name = name
        self.pages = {"teemat": themes, "tarkistus": review}
        self.seen = 0

    def look(self, workshop: Workshop) -> None:
        self.seen = store.last_seq(workshop)

    def decide(self, screen: str, op: str, args: dict[str, Any]) -> dict[str, Any]:
        return do(self.pages[screen], op, by=self.name, seq=self.seen, **args)


def choices(workshop: Workshop, block_id: str) -> dict[str, tuple[str, str, str, list[Any]]]:
    """What can be decided: subject → screen, action, name of what differs, the values."""
    note = workflow.load_notes(workshop)[0].id
    return {
        "label of t-talo": ("teemat", "rename", "label", ["Talo auki", "Nuorten talo", "Tila"]),
        "label of t-bussit": ("teemat", "rename", "label", ["Iltabussit", "Kyydit", "Matkat"]),
        f"place of {note}": ("teemat", "move", "theme_id", ["t-talo", "t-bussit", "muut"]),
        f"block {block_id}": ("tarkistus", "edit", "text", ["Kiitos.", "Hei kaikki.", "Kiitämme."]),
    }


def about(subject: str) -> dict[str, Any]:
    what, key = subject.split(maxsplit=1)[0], subject.rsplit(maxsplit=1)[-1]
    if what == "place":
        return {"note_ids": [key]}
    return {{"label": "theme_id", "block": "block_id"}[what]: key}


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_lost_in_silence(seed: int, evening: Workshop, open_screen: Open) -> None:
    chance = random.Random(seed)
    propose_draft(evening)
    people = {
        name: Person(name, open_screen("teemat", evening), open_screen("tarkistus", evening))
        for name in PEOPLE
    }
    for person in people.values():
        person.look(evening)
    view = do(people["Maija"].pages["tarkistus"], "look")["view"]
    block_id = next(block["id"] for block in view["draft"]["blocks"] if block["needs_decision"])
    subjects = choices(evening, block_id)
    in_force: dict[str, tuple[str, int, Any]] = {}

    for _step in range(8):
        person = people[chance.choice(PEOPLE)]
        if chance.random() < 0.3:
            person.look(evening)
            continue
        subject = chance.choice(list(subjects))
        screen, op, name, values = subjects[subject]
        value = chance.choice(values)
        before = store.last_seq(evening)

        answer = person.decide(screen, op, {**about(subject), name: value})

        added = store.load_events(evening, after=before)
        who, seq, _value = in_force.get(subject, (person.name, 0, None))
        if answer.get("refused"):
            assert added == ()
            (other,) = {*PEOPLE} - {person.name}
            told = f"{other}:" if answer["conflict"] else "ovat jo tässä teemassa"
            assert told in answer["notice"]
        elif added:
            assert who == person.name or seq <= person.seen, "somebody else's was overwritten"
            in_force[subject] = (person.name, added[-1].seq, value)

    shown = do(people["Maija"].pages["teemat"], "look")["view"]["themes"]
    themes = {theme["id"]: theme for theme in shown}
    for subject, (_who, _seq, value) in in_force.items():
        what, key = subject.split()[0], subject.split()[-1]
        if what == "label":
            assert themes[key]["label"] == value
        elif what == "place":
            assert key in themes[value]["note_ids"]
        else:
            assert last_about(evening, key).payload["text"] == value


def last_about(workshop: Workshop, block_id: str) -> Event:
    found = [e for e in store.load_events(workshop) if e.payload.get("block_id") == block_id]
    return found[-1]


def test_a_conflict_tells_what_clashes_and_not_what_else_happened(
    evening: Workshop, open_screen: Open
) -> None:
    mine, theirs = open_screen("teemat", evening), open_screen("teemat", evening)
    for label in ("Bussit 1", "Bussit 2", "Bussit 3", "Bussit 4"):
        do(theirs, "rename", by="Pekka", theme_id="t-bussit", label=label, seq=3)
    do(theirs, "rename", by="Pekka", theme_id="t-talo", label="Talo auki", seq=3)

    answer = do(mine, "rename", theme_id="t-talo", label="Nuorten talo", seq=3)

    assert "Pekka" in answer["notice"]
    assert "Talo auki" in answer["notice"]
    assert "Bussit" not in answer["notice"]


def test_after_being_told_the_same_words_can_be_saved(evening: Workshop, open_screen: Open) -> None:
    mine, theirs = open_screen("teemat", evening), open_screen("teemat", evening)
    do(theirs, "rename", by="Pekka", theme_id="t-talo", label="Talo auki", seq=3)
    told = do(mine, "rename", theme_id="t-talo", label="Nuorten talo", seq=3)

    done = do(mine, "rename", theme_id="t-talo", label="Nuorten talo", seq=told["view"]["seq"])

    assert not done.get("refused")
    assert "Nuorten talo" in {theme["label"] for theme in done["view"]["themes"]}
