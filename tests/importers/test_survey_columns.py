"""What a column holds is told from its cells: tried on invented surveys, small and large."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from toolkit.domain import ColumnRole
from toolkit.importers.survey_columns import judge_column

ANSWER, CLOSED, NONE = ColumnRole.ANSWER, ColumnRole.CLOSED, ColumnRole.NONE
BACKGROUND = ColumnRole.BACKGROUND
TOWNS = ("Joensuu", "Nurmes", "Lieksa", "Kitee", "Outokumpu", "Ilomantsi", "Juuka", "Tohmajärvi")
USED = ("Ajanvaraus", "Chat", "Puhelin", "Etävastaanotto", "Päivystys")
WHAT = ("jonot", "aukioloajat", "puhelut", "kyydit", "maksut", "ohjeet", "lomakkeet", "tilat")
HOW = ("pitkiä", "sekavia", "kalliita", "vaikeita", "huonoja", "ihan hyviä", "riittäviä")
WHERE = ("täällä", "Nurmeksessa", "neuvolassa", "vuodeosastolla", "meillä kotona", "iltaisin")
WHY = ("koska väkeä puuttuu", "kun kukaan ei kerro", "vaikka pyysin apua", "mikä harmittaa")


def pick(chance: random.Random, options: tuple[str, ...]) -> str:
    return chance.choices(options, weights=range(len(options), 0, -1))[0]


def sentence(chance: random.Random) -> str:
    words = [chance.choice(options) for options in (WHAT, HOW, WHERE, WHY)]
    return f"{words[0]} ovat {words[1]} {words[2]} {words[3]}, {chance.randint(2, 99)} kertaa"


def sometimes_no(chance: random.Random) -> str:
    return pick(chance, ("", "ei", "-", "Ei mitään")) if chance.random() < 0.4 else sentence(chance)


def several(chance: random.Random) -> str:
    return ", ".join(sorted(chance.sample(USED, chance.randint(1, 3))))


def with_other(chance: random.Random) -> str:
    return sentence(chance) if chance.random() < 0.08 else pick(chance, USED)


QUESTIONS: dict[str, tuple[str, Callable[[random.Random], str], ColumnRole]] = {
    "long words": ("Mitä palveluissa pitäisi muuttaa?", sentence, ANSWER),
    "a heading that does not ask": ("Vapaa sana", sometimes_no, ANSWER),
    "a label": ("Sana kollegoille", sentence, ANSWER),
    "single choice": ("Asiointitapa", lambda c: pick(c, USED), CLOSED),
    "single choice, other": ("Asiointitapa", with_other, CLOSED),
    "several choices": ("Mitä kanavia käytät?", several, CLOSED),
    "a scale in words": (
        "Saan apua ajoissa",
        lambda c: pick(c, ("Täysin samaa mieltä", "Osittain eri mieltä", "En osaa sanoa")),
        CLOSED,
    ),
    "a scale": ("Arvosana", lambda c: str(c.randint(1, 5)), CLOSED),
    "recommending": (
        "Kuinka todennäköisesti suosittelet?",
        lambda c: str(c.randint(0, 10)),
        CLOSED,
    ),
    "a town": ("Kotikunta", lambda c: pick(c, TOWNS), BACKGROUND),
    "a time": ("Käyntipäivä", lambda c: f"{c.randint(1, 28)}.{c.randint(1, 12)}.2024", NONE),
    "a link": ("Liite", lambda c: f"https://x.example/{c.random()}", NONE),
}


@pytest.mark.parametrize("n", [30, 2000])
@pytest.mark.parametrize("name", QUESTIONS)
def test_what_people_answered_tells_what_a_column_holds(name: str, n: int) -> None:
    question, answer, role = QUESTIONS[name]
    chance = random.Random(f"{name} {n}")

    judged = judge_column(question, [answer(chance) for _ in range(n)], separators=(";", ", "))

    assert judged == (role, True)


@pytest.mark.parametrize("name", QUESTIONS)
def test_of_five_answers_the_tool_is_right_or_asks(name: str) -> None:
    question, answer, role = QUESTIONS[name]
    for seed in range(40):
        chance = random.Random(f"{name} {seed}")

        judged = judge_column(question, [answer(chance) for _ in range(5)], separators=(", ",))

        assert judged.role is role or not judged.is_certain


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("Tunniste", [str(n) for n in range(1, 40)]),
        ("Palkka euroina", [str(2000 + 37 * n) for n in range(40)]),
        ("Vastaajan nimi", ["Liisa", "Matti"] * 20),
        ("Nimi ja yhteystiedot (vapaaehtoinen)", ["Liisa 040 123 4567"] * 3),
        ("Kysely", ["liisa@posti.example", "matti@posti.example"]),
        ("Tyhjä", ["", " "]),
    ],
)
def test_who_people_are_and_long_series_are_not_read(question: str, cells: list[str]) -> None:
    assert judge_column(question, cells) == (NONE, True)
