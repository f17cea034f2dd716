"""Slots on what comes next: to which decision this belongs, by which steps, who is asked."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, BlockKind, Step
from toolkit.drafting.counts import digest
from toolkit.drafting.material import Material, labelled, make_block
from toolkit.drafting.sentences import Runs
from toolkit.paragraphs import SIGNATURES_ID


def decision_path(material: Material, section: str) -> Iterator[Block]:
    """Say to which decision the document belongs; open when nobody has said."""
    say, workshop = material.sentences, material.workshop
    value: str | Runs = say.phrase("labels.to_be_decided")
    if workshop and workshop.decision_body and workshop.decision_date:
        date = say.date(workshop.decision_date)
        value = say.say("path.decision", body=workshop.decision_body, date=date)
    elif workshop and workshop.decision_body:
        value = say.say("path.decision_undated", body=workshop.decision_body)
    runs = labelled(say.phrase("labels.decision"), value)
    yield make_block(f"{section}/paatos/taho", runs, kind=BlockKind.BOX)


def next_steps(material: Material, section: str) -> Iterator[Block]:
    """Name every step ahead; open when none is known."""
    say = material.sentences
    steps = material.workshop.next_steps if material.workshop else ()
    lead = say.say("path.steps" if steps else "path.step_none")
    yield make_block(f"{section}/vaiheet/johdanto", lead)
    for step in steps:
        block_id = f"{section}/vaiheet/{digest(f'{step.date} {step.body}')}"
        yield make_block(block_id, step_line(material, step), kind=BlockKind.ITEM)


def recipient(material: Material, section: str) -> Iterator[Block]:
    """Say whom the declaration is addressed to; open when nobody has said."""
    say = material.sentences
    named = material.workshop.recipient if material.workshop else ""
    runs = labelled(say.phrase("labels.recipient"), named or say.phrase("labels.to_be_decided"))
    yield make_block(f"{section}/vastaanottaja/taho", runs, kind=BlockKind.BOX)


def request(material: Material, section: str) -> Iterator[Block]:
    """Say who is asked to do what, and by when."""
    say, workshop = material.sentences, material.workshop
    body = workshop.decision_body if workshop else ""
    date = say.date(workshop.decision_date) if workshop and workshop.decision_date else ""
    key = {
        (True, True): "statement.request_full",
        (True, False): "statement.request_body",
        (False, True): "statement.request_date",
        (False, False): "statement.request_open",
    }[bool(body), bool(date)]
    yield make_block(f"{section}/pyynto/kasittely", say.say(key, body=body, date=date))


def signatures(material: Material, section: str) -> Iterator[Block]:
    """Leave a place for those who adopt the declaration: people, not the programme."""
    runs = material.sentences.say("statement.signatures")
    yield make_block(f"{section}{SIGNATURES_ID}", runs)


def step_line(material: Material, step: Step) -> Runs:
    """Say when, which body and in what role."""
    say = material.sentences
    key = "path.step" if step.date else "path.step_undated"
    date = say.date(step.date) if step.date else ""
    return say.say(f"{key}_role" if step.role else key, date=date, body=step.body, role=step.role)
