"""A comment round is told as it was, and missing councils are warned of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.drafting.proceedings import (
    CASES,
    DECIDED_ON,
    DISABILITY,
    ELDERLY,
    HEARING,
    MIXED,
    SILENT,
    YOUTH,
)
from tests.drafting.test_proceedings_documents import draft_of, found, text_of
from toolkit.domain import Answer, Council, HeardBody, Hearing
from toolkit.drafting import CouncilProblem, hearing_warnings, word_hearing_warning

NAME = "lausuntoyhteenveto"


def warn(*bodies: HeardBody, date: dt.date | None = DECIDED_ON) -> list[tuple[str, str]]:
    warnings = hearing_warnings(Hearing(type=NAME, bodies=bodies), date)
    return [(one.council.value, one.problem.value) for one in warnings]


@pytest.mark.parametrize(
    ("bodies", "warnings"),
    [
        ((YOUTH, ELDERLY, DISABILITY), []),
        ((YOUTH, DISABILITY), [("elderly", "missing")]),
        ((YOUTH, ELDERLY, replace(DISABILITY, way=None)), [("disability", "unanswered")]),
        ((YOUTH, ELDERLY, replace(DISABILITY, date=None)), [("disability", "undated")]),
        ((YOUTH, ELDERLY, replace(DISABILITY, date=DECIDED_ON)), []),
        (
            (YOUTH, ELDERLY, replace(DISABILITY, date=DECIDED_ON + dt.timedelta(days=1))),
            [("disability", "late")],
        ),
        ((YOUTH, replace(YOUTH, way=None), ELDERLY, DISABILITY), []),
        ((SILENT,), [(council.value, "missing") for council in Council]),
    ],
    ids=["all", "missing", "silent", "undated", "same day", "late", "asked twice", "others only"],
)
def test_a_council_that_was_not_heard_in_time_is_warned_of(
    bodies: tuple[HeardBody, ...], warnings: list[tuple[str, str]]
) -> None:
    assert warn(*bodies) == warnings


def test_without_a_round_every_council_is_missing_and_without_a_date_none_is_late() -> None:
    assert len(hearing_warnings(None, DECIDED_ON)) == 3
    late = replace(DISABILITY, date=dt.date(2030, 1, 1))
    assert warn(YOUTH, ELDERLY, late, date=None) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("problem", CouncilProblem)
def test_a_warning_has_words_and_names_the_act(problem: CouncilProblem, language: str) -> None:
    (warning,) = hearing_warnings(replace(HEARING, bodies=(ELDERLY, DISABILITY)), None)
    warning = replace(warning, problem=problem, date=DECIDED_ON)
    assert "611/2021" in word_hearing_warning(warning, language=language)


def test_the_document_shows_the_warnings_and_names_nobody_bent() -> None:
    late = replace(DISABILITY, date=dt.date(2027, 2, 20))
    findings = found(replace(MIXED, hearing=replace(HEARING, bodies=(YOUTH, late))))
    for name in (NAME, "osallisuusohjelma"):
        text = text_of(draft_of(findings, name))
        assert "Kuulluista tahoista puuttuu vanhusneuvosto." in text
        assert "20.2.2027 on vasta päätöspäivän jälkeen: vammaisneuvosto." in text


def test_a_round_on_another_document_is_no_hearing_of_the_programme() -> None:
    other = replace(HEARING, type="julkilausuma", bodies=(YOUTH, ELDERLY, DISABILITY))
    findings = found(replace(MIXED, hearing=other))
    text = text_of(draft_of(findings, "osallisuusohjelma"))
    assert "Luonnoksesta pyydettyjä lausuntoja ei ole vielä kirjattu." in text
    assert text.count("Kuulluista tahoista puuttuu") == 3
    assert "Kuulluista tahoista" not in text_of(draft_of(findings, NAME))
    assert "koski asiakirjaa ”Julkilausuma”." in text_of(draft_of(findings, NAME))


def test_the_round_is_counted_without_zeros() -> None:
    text = text_of(draft_of(found(MIXED), NAME), "kooste/")
    assert "Lausuntopyyntö lähetettiin neljälle taholle. Lausunnon antoi 1\u00a0taho." in text
    assert "Vielä vastaamatta on 1\u00a0taho." in text
    assert "Niistä 1 otettiin huomioon kokonaan, 1 otettiin huomioon osittain" in text
    silent = text_of(draft_of(found(CASES["no answers"]), NAME), "kooste/")
    assert silent.endswith("esitettiin 1\u00a0muutosehdotus. Se odottaa vastinetta.")
    assert "Lausunnon antoi" not in silent


def test_every_way_of_hearing_is_in_the_table() -> None:
    text = text_of(draft_of(found(MIXED), NAME), "pyynto/")
    assert "Lausuntopyyntö koski asiakirjaa ”Osallisuusohjelman luonnos”." in text
    assert "Vanhusneuvosto | 23.11.2026 | vain materiaali" in text
    assert "Kuusivaaran Omaishoitajat ry | ei ole kirjattu | ei vielä vastausta" in text
    assert "Vain materiaali tarkoittaa" in text


def test_amendments_are_word_for_word_with_their_answers() -> None:
    text = text_of(draft_of(found(MIXED), NAME), "vastineet/")
    assert (
        "1 | Nuorisovaltuusto | Vaikuttaminen hyvinvointialueen palveluihin | "
        "Lisätään nuorille oma vastaanottoaika. | otettu huomioon | Ehdotus on perusteltu. | "
        "Luku 3, kolmas kappale"
    ) in text
    assert "4 | Vammaisneuvosto | oma | Lisätään esteettömyys. | vastine puuttuu" in text
    for answer in Answer:
        only = replace(HEARING.amendments[0], answer=answer)
        hearing = replace(HEARING, amendments=(only,))
        alone = text_of(draft_of(found(replace(MIXED, hearing=hearing)), NAME), "kooste/")
        assert "Niistä" not in alone


def test_parts_of_the_document_come_in_its_order() -> None:
    text = text_of(draft_of(found(MIXED), NAME), "huomiot/")
    places = ("Koko asiakirja", "Arvot, periaatteet", "Vaikuttaminen hyvinvointialueen", "oma:")
    starts = [text.index(place) for place in places]
    assert starts == sorted(starts)


def test_without_a_round_the_summary_says_what_to_do() -> None:
    draft = draft_of(found(CASES["nothing recorded"]), NAME)
    assert "Lausuntokierrosta ei ole kirjattu. Kirjaa lausuntopyyntö" in text_of(draft, "pyynto/")
    assert not [block for block in draft.blocks if block.id.startswith(("kooste/", "vastineet/"))]
    assert "Lausunnolla ollut luonnos" not in text_of(draft)
