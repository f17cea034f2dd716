"""What people record after the workshop: proposals, quotes, hearings, roles, signatures."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from tests.workflow.conftest import refs
from toolkit import publishing, store, workflow
from toolkit.domain import (
    Answer,
    Council,
    EventKind,
    HeardBody,
    HearingWay,
    Level,
    Outcome,
    ProposalDecision,
    ProposalPlan,
    Role,
    Workshop,
)
from toolkit.errors import BadName, NoSuchThing, NotAllowed, TooEarly, UnreadableExport

TYPE = "julkilausuma"
DECISION = ProposalDecision(
    proposal_id="",
    outcome=Outcome.ADOPTED,
    body="Lautakunta",
    reason="Rahoitus on olemassa.",
    date=dt.date(2026, 12, 8),
)


@pytest.fixture
def drafted(coded: Workshop) -> Workshop:
    """The five notes with a draft composed of them as they are, without any model."""
    findings = workflow.load_findings(coded)
    draft = workflow_draft(findings, coded)
    payload = {"type": TYPE, "draft": store.to_plain(draft)}
    store.append_event(coded, EventKind.DRAFT_COMPOSED, payload, actor=store.MACHINE)
    return coded


def workflow_draft(findings, workshop):
    from toolkit.drafting import compose_draft

    return compose_draft(findings, outline=TYPE, workshop=workshop)


def proposal(workshop: Workshop, ref: str) -> workflow.Proposal:
    return next(one for one in workflow.load_proposals(workshop) if one.ref == ref)


def test_a_decision_stays_with_its_proposal_and_the_last_one_holds(coded: Workshop) -> None:
    ref = refs(coded)[3]
    workflow.record_decision(coded, ref.lower(), DECISION, actor="Aino")
    rejected = ProposalDecision(
        proposal_id="", outcome=Outcome.NOT_ADVANCING, body="Lautakunta", reason="Raha loppui."
    )
    workflow.record_decision(coded, ref, rejected, actor="Aino")

    found = proposal(coded, ref)

    assert found.decision is not None
    assert (found.decision.outcome, found.decision.reason) == (
        Outcome.NOT_ADVANCING,
        "Raha loppui.",
    )
    store.undo_last(coded, actor="Aino")
    again = proposal(coded, ref).decision
    assert again is not None
    assert again.reason == DECISION.reason


@pytest.mark.parametrize("missing", ["body", "reason"])
def test_a_decision_says_who_and_why(coded: Workshop, missing: str) -> None:
    from dataclasses import replace

    with pytest.raises(BadName):
        workflow.record_decision(
            coded, refs(coded)[0], replace(DECISION, **{missing: " "}), actor="Aino"
        )


def test_a_decision_on_nothing_is_refused(coded: Workshop) -> None:
    with pytest.raises(NoSuchThing):
        workflow.record_decision(coded, "T9-999", DECISION, actor="Aino")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_sheet_brings_back_what_was_filled_in_and_nothing_twice(
    coded: Workshop, tmp_path: Path, suffix: str
) -> None:
    ref = refs(coded)[1]  # its text looks like a formula
    plan = ProposalPlan(proposal_id="", change="Iltavuorot", level=Level.STRUCTURE)
    workflow.record_plan(coded, ref, plan, actor="Aino")
    workflow.record_decision(coded, ref, DECISION, actor="Aino")
    path = tmp_path / f"ehdotukset{suffix}"

    n = workflow.write_proposal_sheet(coded, path)
    nothing_new = workflow.read_proposal_sheet(coded, path, actor="Pekka")

    assert n == len(workflow.load_proposals(coded))
    assert nothing_new == (0, 0)
    assert proposal(coded, ref).plan == ProposalPlan(
        proposal_id=proposal(coded, ref).id, change="Iltavuorot", level=Level.STRUCTURE
    )


def test_a_day_typed_into_a_workbook_is_read(coded: Workshop, tmp_path: Path) -> None:
    ref, path = refs(coded)[0], tmp_path / "ehdotukset.xlsx"
    workflow.write_proposal_sheet(coded, path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for name, value in {
        "Tunnus": ref,
        "Ratkaisu": "toteutuu",
        "Ratkaisija": "Lautakunta",
        "Perustelu": "Rahaa on.",
        "Ratkaisupäivä": dt.datetime(2026, 12, 8),  # noqa: DTZ001 - as programs save a day
    }.items():
        sheet.cell(2, columns[name]).value = value
    book.save(path)

    assert workflow.read_proposal_sheet(coded, path, actor="Aino") == (1, 0)
    decision = proposal(coded, ref).decision
    assert decision
    assert decision.date == dt.date(2026, 12, 8)


def fill(path: Path, *rows: dict[str, str]) -> Path:
    names = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_filled_in_sheet_is_recorded(coded: Workshop, tmp_path: Path) -> None:
    first, second = refs(coded)[:2]
    path = fill(
        tmp_path / "täytetty.csv",
        {"Tunnus": first, "Ratkaisu": "Toteutuu", "Ratkaisija": "Lautakunta",
         "Perustelu": "Rahaa on.", "Ratkaisupäivä": "8.12.2026", "Taso": "", "Mittari": ""},
        {"Tunnus": second, "Ratkaisu": "", "Ratkaisija": "", "Perustelu": "",
         "Ratkaisupäivä": "", "Taso": "henkilöstö", "Mittari": "vuoroja illassa"},
    )  # fmt: skip

    assert workflow.read_proposal_sheet(coded, path, actor="Aino") == (1, 1)

    decision, plan = proposal(coded, first).decision, proposal(coded, second).plan
    assert decision is not None
    assert plan is not None
    assert (decision.outcome, decision.date) == (Outcome.ADOPTED, dt.date(2026, 12, 8))
    assert (plan.level, plan.metric) == (Level.PERSONNEL, "vuoroja illassa")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"Ratkaisu": "ehkä"}, "ehkä"),
        ({"Ratkaisupäivä": "ensi viikolla"}, "ensi viikolla"),
        ({"Perustelu": ""}, "2"),
        ({"Tunnus": "T9-999"}, "T9-999"),
    ],
)
def test_a_sheet_with_a_mistake_records_nothing(
    coded: Workshop, tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    good = {"Tunnus": refs(coded)[0], "Ratkaisu": "toteutuu", "Ratkaisija": "Lautakunta",
            "Perustelu": "Rahaa on.", "Ratkaisupäivä": ""}  # fmt: skip
    other = {**good, "Tunnus": refs(coded)[1], **changed}
    seq = store.last_seq(coded)

    with pytest.raises((UnreadableExport, NoSuchThing), match=told):
        workflow.read_proposal_sheet(coded, fill(tmp_path / "a.csv", other, good), actor="Aino")

    assert store.last_seq(coded) == seq


def test_people_choose_whose_words_are_quoted(coded: Workshop) -> None:
    ref = refs(coded)[0]

    workflow.choose_quote(coded, ref, "ban", actor="Aino")
    assert list(workflow.load_findings(coded).quote_choices.values()) == ["ban"]

    workflow.choose_quote(coded, ref, "free", actor="Aino")
    assert workflow.load_findings(coded).quote_choices == {}


def test_a_comment_round_keeps_who_was_asked_how_and_what_was_answered(drafted: Workshop) -> None:
    asked = [HeardBody(name="Nuorisovaltuusto", council=Council.YOUTH), HeardBody(name="Kunta")]
    workflow.open_hearing(
        drafted, type=TYPE, bodies=asked, deadline=dt.date(2026, 12, 1), actor="Aino"
    )
    heard = HeardBody(
        name="Nuorisovaltuusto", date=dt.date(2026, 11, 1), way=HearingWay.MATERIAL_ONLY
    )
    workflow.record_body(drafted, heard, type=TYPE, actor="Aino")
    made = workflow.record_amendment(
        drafted, type=TYPE, body="Kunta", text="Lisätään aikataulu.", actor="Aino"
    )
    workflow.answer_amendment(
        drafted, made.id, type=TYPE, answer=Answer.PARTLY, reason="Vuosi lisättiin.", actor="Aino"
    )

    hearing = workflow.load_findings(drafted).proceedings.hearing

    assert hearing is not None
    assert [(b.name, b.way, b.council) for b in hearing.bodies] == [
        ("Nuorisovaltuusto", HearingWay.MATERIAL_ONLY, Council.YOUTH),
        ("Kunta", None, None),
    ]
    (amendment,) = hearing.amendments
    assert (amendment.text, amendment.answer) == ("Lisätään aikataulu.", Answer.PARTLY)


def test_a_comment_round_needs_a_draft_and_an_answer_needs_a_reason(coded: Workshop) -> None:
    with pytest.raises(TooEarly):
        workflow.open_hearing(coded, type=TYPE, bodies=[HeardBody(name="Kunta")], actor="Aino")
    with pytest.raises(TooEarly):
        workflow.record_amendment(coded, type=TYPE, body="Kunta", text="x", actor="Aino")


def test_a_signature_holds_for_the_words_that_were_signed(drafted: Workshop) -> None:
    workflow.accept_waiting(drafted, type=TYPE, actor="Aino")
    signed = workflow.sign_document(drafted, type=TYPE, role="puheenjohtaja", actor="Aino")
    again = workflow.sign_document(drafted, type=TYPE, role="puheenjohtaja", actor="Aino")
    block = next(b for b in workflow.load_draft(drafted, type=TYPE).blocks if b.needs_decision)
    payload = {"type": TYPE, "block_id": block.id, "decision": "reject"}
    workflow.decide(drafted, EventKind.PARAGRAPH_DECIDED, payload, actor="Aino")

    frozen = workflow.load_signed(drafted, type=TYPE)
    now = workflow.load_document(drafted, type=TYPE)

    assert again == signed
    assert [one.name for one in frozen.signatures] == ["Aino"]
    assert workflow.document_digest(frozen) == signed.sha256
    assert workflow.document_digest(now) != signed.sha256
    assert block.id in {b.id for b in frozen.blocks}
    assert block.id not in {b.id for b in now.blocks}


def test_the_file_names_those_who_signed_it(drafted: Workshop, tmp_path: Path) -> None:
    workflow.accept_waiting(drafted, type=TYPE, actor="Aino")
    workflow.sign_document(drafted, type=TYPE, role="puheenjohtaja", actor="Aino Aalto")

    path = publishing.publish(workflow.load_signed(drafted, type=TYPE), tmp_path / "j.html")

    html = path.read_text(encoding="utf-8")
    assert html.count("Aino Aalto (puheenjohtaja)") == 2  # in the head and where names belong
    assert "kirjoitetaan tähän" not in html


def test_nobody_signs_what_waits_for_a_decision(drafted: Workshop) -> None:
    from toolkit.errors import UnreviewedDraft

    with pytest.raises(UnreviewedDraft):
        workflow.sign_document(drafted, type=TYPE, role="puheenjohtaja", actor="Aino")


def test_a_commenter_decides_nothing_even_where_nobody_else_has_a_role(drafted: Workshop) -> None:
    workflow.give_role(drafted, name="Kaisa", role=Role.COMMENTER, actor="Aino")

    with pytest.raises(NotAllowed):
        workflow.accept_waiting(drafted, type=TYPE, actor="Kaisa")

    assert workflow.accept_waiting(drafted, type=TYPE, actor="Aino") > 0


def test_without_roles_everybody_may_and_with_them_only_those_who_have_one(
    drafted: Workshop,
) -> None:
    workflow.accept_waiting(drafted, type=TYPE, actor="Kuka tahansa")
    workflow.give_role(drafted, name="Aino", role=Role.APPROVER, actor="Aino")
    workflow.give_role(drafted, name="Pekka", role=Role.PREPARER, actor="Aino")
    workflow.give_role(drafted, name="Kaisa", role=Role.COMMENTER, actor="Aino")
    block = next(b for b in workflow.load_draft(drafted, type=TYPE).blocks if b.needs_decision)
    accept = {"type": TYPE, "block_id": block.id, "decision": "accept"}
    comment = {"type": TYPE, "block_id": block.id, "text": "Hyvä."}

    workflow.decide(drafted, EventKind.COMMENT_ADDED, comment, actor="Kaisa")
    workflow.decide(drafted, EventKind.PARAGRAPH_DECIDED, accept, actor="Pekka")
    for name in ("Kaisa", "Outo"):
        with pytest.raises(NotAllowed, match="Pekka"):
            workflow.decide(drafted, EventKind.PARAGRAPH_DECIDED, accept, actor=name)
    for name in ("Pekka", "Kaisa", "Outo"):
        with pytest.raises(NotAllowed, match="Aino"):
            workflow.sign_document(drafted, type=TYPE, role="sihteeri", actor=name)
        with pytest.raises(NotAllowed):
            workflow.give_role(drafted, name=name, role=Role.APPROVER, actor=name)
    workflow.sign_document(drafted, type=TYPE, role="puheenjohtaja", actor="Aino")
