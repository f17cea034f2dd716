"""What documents say of the choices in a survey: how many, of whom, and never as notes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from tests.drafting.edits import Desk, Edit
from tests.material import WORKSHOP, make_findings
from toolkit.domain import ClosedQuestion, Draft, Findings, Source, Survey, Unit
from toolkit.drafting import compose_draft, verify_draft
from toolkit.drafting.claims import read_claims
from toolkit.findings import answer_query
from toolkit.findings.surveys import choice_key
from toolkit.paragraphs import block_text

USED = ClosedQuestion(
    text="Mitä palveluja käytät?",
    n_respondents=180,
    options=(("Puhelin", 90), ("Chat", 91), ("Ajanvaraus", 60)),
)
FEW = ClosedQuestion(text="Saan apua ajoissa", n_respondents=12, options=(("Kyllä", 8), ("Ei", 4)))
TIED = ClosedQuestion(text="Arvosana", n_respondents=15, options=(("3", 6), ("4", 6), ("5", 3)))
EVEN = ClosedQuestion(text="Suosittelu", n_respondents=12, options=(("1", 6), ("2", 6)))
TOWN = ClosedQuestion(
    text="Kotikunta", n_respondents=180, options=(("Nurmes", 170),), is_background=True, n_few=10
)
SMALL = ClosedQuestion(text="Liian pieni", n_respondents=4, options=(("Kyllä", 4),))
QUESTIONS = (USED, FEW, TIED, EVEN, TOWN, SMALL)


TOLD = """\
Kyselyssä oli 180 vastaajaa, ja valmiista vaihtoehdoista tehtiin 464 valintaa. \
Valinnat on laskettu erikseen merkinnöistä. Lähde: kysely.csv.
Mitä palveluja käytät? Useimmin valittiin ”Chat”: 91 valintaa eli 51 prosenttia kysymykseen \
vastanneista. Kysymykseen vastanneita oli 180, ja kukin sai valita useita vastauksia.
Saan apua ajoissa. Useimmin valittiin ”Kyllä”: 8 valintaa. Kysymykseen vastanneita oli 12.
Arvosana. Useimmin ja yhtä usein valittiin ”3” ja ”4”: 6 valintaa kutakin. Kysymykseen \
vastanneita oli 15.
Suosittelu. Mikään vastaus ei noussut muiden edelle. Kysymykseen vastanneita oli 12.
"""


@cache
def findings() -> Findings:
    source = Source(
        id="s", name="kysely.csv", format="survey-google", sha256="", file="", board="S1",
        imported_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    survey = Survey(source=source, n_respondents=180, questions=QUESTIONS)
    return replace(make_findings(), surveys=(survey,))


def compose(outline: str, language: str = "fi") -> Draft:
    return compose_draft(findings(), outline=outline, workshop=WORKSHOP, language=language)


def told(draft: Draft) -> list[str]:
    blocks = [block for block in draft.blocks if block.id.startswith("kysely/")]
    return [block_text(block, refs={}, language=draft.language) for block in blocks]


@pytest.mark.parametrize("outline", ["koonti", "tyopajan-yhteenveto"])
def test_what_was_chosen_most_is_told_with_how_many_answered(outline: str) -> None:
    _heading, *texts = told(compose(outline))

    assert [text.replace("\u00a0", " ") for text in texts] == TOLD.splitlines()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("outline", ["koonti", "tyopajan-yhteenveto"])
def test_every_number_of_choices_can_be_counted_again(outline: str, language: str) -> None:
    draft = compose(outline, language)

    gates = verify_draft(
        draft, findings=findings(), answer=lambda query: answer_query(query, findings())
    )

    assert [gate for gate in gates if gate.gate != "G7"] == []
    assert len(told(draft)) == 6
    assert not any("{" in text for text in told(draft))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("180\u00a0vastaajaa", "180 osallistujaa"),
        ("464\u00a0valintaa", "464 merkintää"),
        ("464\u00a0valintaa", "464 ihmistä"),
        ("180\u00a0vastaajaa", "181 vastaajaa"),
    ],
)
def test_respondents_and_choices_are_not_called_anything_else(old: str, new: str) -> None:
    draft = compose("tyopajan-yhteenveto")
    desk = Desk(draft, findings(), lambda query: answer_query(query, findings()))
    block_id = "kysely/S1/vastaajat"
    text = desk.texts[block_id]
    assert old in text

    honest = desk.remarks(Edit("other", block_id, text.replace("Kyselyssä oli", "Kyselyssä on")))
    false = desk.remarks(Edit("unit", block_id, text.replace(old, new)))

    assert "G3" not in {gate.gate for gate in honest}
    assert "G3" in {gate.gate for gate in false}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("180 vastaajaa", Unit.RESPONDENT),
        ("180 svarande", Unit.RESPONDENT),
        ("180 respondents", Unit.RESPONDENT),
        ("464 valintaa", Unit.SELECTION),
        ("464 val", Unit.SELECTION),
        ("464 choices", Unit.SELECTION),
    ],
)
def test_respondents_and_choices_are_units_of_their_own(text: str, unit: Unit) -> None:
    assert [claim.unit for claim in read_claims(text)] == [unit]


def test_queries_answer_for_surveys_questions_and_answers() -> None:
    where = f"survey=S1,question={choice_key(USED.text)}"

    def answer(query: str) -> int:
        return answer_query(query, findings())

    assert answer("respondents(survey=S1)") == 180
    assert answer("selections(survey=S1)") == 464
    assert answer(f"selections({where})") == 241
    assert answer(f"selections({where},option={choice_key('Chat')})") == 91
    assert answer(f"percent(selections,{where},option={choice_key('Chat')})") == 51
    for query in ("respondents(survey=S9)", f"selections({where},option=x)", "selections()"):
        with pytest.raises(ValueError, match="no answer"):
            answer(query)
