"""The results card and the numbers: who is protected, what is said, and that it is safe."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.apps.material import EVIL, PADLET, TEXTS, propose_groups, propose_themes
from toolkit import publishing, store, workflow
from toolkit.domain import EventKind, Outcome, ProposalDecision, ProposalPlan, Workshop
from toolkit.i18n import in_language

DECIDED = ProposalDecision(
    proposal_id="", outcome=Outcome.ADOPTED, body="Hallitus", reason="Syy.",
    date=dt.date(2026, 12, 8),
)  # fmt: skip


@pytest.fixture
def evening(tmp_path: Path) -> Workshop:
    made = workflow.create_workshop(
        tmp_path / "ilta",
        title="Nuorten ilta",
        date=dt.date(2026, 10, 7),
        n_participants=3,
        questions=("Mitä pitää muuttaa?",),
        actor="Aino",
    )
    export = tmp_path / "seinä.csv"
    export.write_text(PADLET, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    propose_themes(made)
    return made


def decide(workshop: Workshop, text: str, decision: ProposalDecision = DECIDED) -> str:
    ref = next(note.ref for note in workflow.load_notes(workshop) if note.text == text)
    workflow.record_decision(workshop, ref, decision, actor="Aino")
    return ref


def test_small_groups_and_small_themes_are_not_told(evening: Workshop) -> None:
    card = workflow.make_results_card(evening)

    assert [f"{one.number} {one.unit}" for one in card.numbers] == [
        "alle 5 ihmistä oli mukana",
        "6 merkintää",
    ]
    assert card.themes == ()  # of three and two notes


def test_a_note_that_must_not_be_quoted_is_told_in_the_words_of_its_plan_only(
    evening: Workshop,
) -> None:
    ref = decide(evening, TEXTS[3])
    own = workflow.make_results_card(evening).decisions
    workflow.choose_quote(evening, ref, "ban", actor="Aino")
    banned = workflow.make_results_card(evening).decisions
    plan = ProposalPlan(proposal_id="", change="Talossa on ohjelmaa.")
    workflow.record_plan(evening, ref, plan, actor="Aino")

    assert [one.words for one in own] == [TEXTS[3]]
    assert banned == ()
    assert [one.words for one in workflow.make_results_card(evening).decisions] == [plan.change]


def test_every_outcome_is_told_before_a_second_of_any(evening: Workshop) -> None:
    for text in TEXTS[:3]:
        decide(evening, text)
    decide(evening, TEXTS[3], replace(DECIDED, outcome=Outcome.NOT_ADVANCING))

    told = workflow.make_results_card(evening).decisions

    assert [one.outcome for one in told] == ["Toteutuu", "Ei etene", "Toteutuu"]


def test_words_never_become_markup_and_personal_data_is_masked(evening: Workshop) -> None:
    plan = ProposalPlan(proposal_id="", change="Soita 040 123 4567 #panic() </style>")
    decide(evening, EVIL)
    ref = decide(evening, TEXTS[3])
    workflow.record_plan(evening, ref, plan, actor="Aino")

    card = workflow.make_results_card(evening)
    page = publishing.render_card_page(card).decode()

    assert "<script" not in page
    assert "<img" not in page
    assert "040 123" not in page
    assert "[henkilötieto poistettu] #panic() &lt;/style&gt;" in page
    assert publishing.render_card_picture(card).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_same_card_is_the_same_file(language: str, evening: Workshop) -> None:
    propose_groups(evening)
    first, second = (workflow.make_results_card(evening, language=language) for _ in range(2))

    assert publishing.render_card_page(first) == publishing.render_card_page(second)
    assert publishing.render_card_picture(first) == publishing.render_card_picture(second)
    assert publishing.describe_card(first).count(" 15 ") == 1


def test_without_decisions_the_card_says_so(evening: Workshop) -> None:
    assert workflow.make_results_card(evening).no_outcomes == "Ehdotuksista ei ole vielä päätetty."


def test_the_numbers_tell_how_long_it_took(evening: Workshop) -> None:
    decide(evening, TEXTS[3])
    finished = {"type": "palaute", "language": "fi", "format": "pdf", "file": "palaute.pdf"}
    finished |= {"sha256": "", "based_on": 1, "working_copy": False}
    store.append_event(evening, EventKind.DOCUMENT_PUBLISHED, finished, actor="Aino")

    measures = {one.key: one for one in workflow.load_measures(evening)}
    today = (store.today() - dt.date(2026, 10, 7)).days

    assert measures["days_to_first"].value == 62
    assert measures["days_to_feedback"].value == today
    assert measures["adopted"].value == measures["decided"].value == 1
    assert measures["waiting"].value == measures["proposals"].value - 1
    assert "votes" not in measures


def test_a_small_number_of_people_is_not_told_in_the_table(evening: Workshop) -> None:
    with in_language("en"):
        rows = workflow.measures_table(workflow.load_measures(evening))

    assert rows[1][:3] == ("People in the workshop", "", "fewer than 5 people")
