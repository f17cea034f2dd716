"""Small groups are neither counted, named nor worked out, and silent groups are told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.material import make_findings
from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Draft,
    Findings,
    Gate,
    NumberRun,
    QuoteRun,
    Run,
    TableRow,
    TextRun,
    Unit,
)
from toolkit.drafting import source_notes, verify_draft
from toolkit.findings import collect_findings

Check = Callable[..., tuple[Gate, ...]]
FEW = "Omaishoitajat"


@pytest.fixture(scope="module")
def few() -> Findings:
    """The evening, but for two notes of carers, one of which tells of an illness."""
    made = make_findings()
    texts = {
        made.notes[0].id: "Puolisoni masennus jäi hoitamatta.",
        made.notes[1].id: "Lepo auttaa.",
    }
    notes = tuple(
        replace(note, group=FEW, text=texts[note.id]) if note.id in texts else note
        for note in made.notes
    )
    return collect_findings(notes, made.themes, made.groups)


@pytest.fixture
def check(few: Findings, answer: Callable[[str], int]) -> Check:
    def call(*blocks: Block, gate: str, language: str = "fi") -> tuple[Gate, ...]:
        draft = Draft(
            type="t", language=language, title="T", blocks=blocks, sources=source_notes(few)
        )
        remarks = verify_draft(draft, findings=few, answer=answer)
        return tuple(remark for remark in remarks if remark.gate == gate)

    return call


def block(*runs: Run, origin: str = "human", block_id: str = "s/x") -> Block:
    return Block(id=block_id, kind=BlockKind.PARAGRAPH, runs=runs, origin=origin)


def people(value: int) -> NumberRun:
    return NumberRun(value=value, unit=Unit.PARTICIPANT, query="participants()", text=f"{value}")


@pytest.mark.parametrize("value", range(1, 5))
def test_fewer_than_five_people_are_not_shown_as_a_number(check: Check, value: int) -> None:
    (remark,) = check(block(people(value), origin="template"), gate="G5")
    assert remark.level == "error"


@pytest.mark.parametrize(
    "run", [people(0), people(5), replace(people(3), unit=Unit.NOTE)], ids=["0", "5", "notes"]
)
def test_other_numbers_are(check: Check, run: NumberRun) -> None:
    assert check(block(run, origin="template"), gate="G5") == ()


@pytest.mark.parametrize(
    ("language", "text", "is_small"),
    [
        ("fi", "Kaksi nuorta kertoi jonoista.", True),
        ("fi", "Paikalla oli 3 innokasta osallistujaa.", True),
        ("fi", "Neljällä vastaajalla ei ollut konetta.", True),
        ("fi", "Paikalla oli 13 osallistujaa.", False),
        ("fi", "Ryhmässä oli 1 234 osallistujaa.", False),
        ("fi", "Kaksi henkilöstön edustajista luotiin.", False),
        ("fi", "Merkinnöistä kolme koski jonoja.", False),
        ("fi", "Näin sanottiin: ”Kaksi nuorta istui aulassa.”", False),
        ("sv", "Tre deltagare saknade dator.", True),
        ("sv", "Tolv deltagare saknade dator.", False),
        ("en", "Two participants had no computer.", True),
    ],
)
def test_what_people_type_is_read_too(
    check: Check, language: str, text: str, *, is_small: bool
) -> None:
    remarks = check(block(TextRun(text=text)), gate="G5", language=language)
    assert bool(remarks) is is_small


def test_a_small_group_is_not_named_beside_its_note(check: Check, few: Findings) -> None:
    mine, other = few.notes[1].id, few.notes[5].id
    words = TextRun(text="Omaishoitajat sanovat: lepo auttaa ")
    (remark,) = check(block(words, CiteRun(note_ids=(mine,))), gate="G5")
    assert remark.level == "error"
    assert few.notes[1].ref in remark.message
    assert check(block(words, CiteRun(note_ids=(other,))), gate="G5") == ()
    bent = TextRun(text="Omaishoitajien mielestä lepo auttaa ")
    (remark,) = check(block(bent, CiteRun(note_ids=(mine,))), gate="G5")
    assert remark.level == "warning"
    assert check(block(TextRun(text="Lepo auttaa "), CiteRun(note_ids=(mine,))), gate="G5") == ()


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Block:
    return Block(
        id="s/t",
        kind=BlockKind.TABLE,
        header=header,
        rows=tuple(
            TableRow(id=row[0], cells=tuple((TextRun(text=cell),) for cell in row)) for row in rows
        ),
    )


HEADER = ("Ryhmä", "Pöytä 1", "Pöytä 2", "Yhteensä")


@pytest.mark.parametrize(
    ("shown", "n"),
    [
        pytest.param(table(HEADER, ("Nuoret", "12", "alle 5", "15")), 1, id="one hidden in a row"),
        pytest.param(table(HEADER, ("Nuoret", "alle 5", "alle 5", "15")), 0, id="two hidden"),
        pytest.param(table(HEADER, ("Nuoret", "12", "alle 5", "ei esitetä")), 0, id="no total"),
        pytest.param(table(HEADER[:3], ("Nuoret", "12", "alle 5")), 0, id="no total column"),
        pytest.param(
            table(HEADER[:2], ("Nuoret", "12"), ("Omaiset", "alle 5"), ("Yhteensä", "15")),
            1,
            id="one hidden in a column",
        ),
    ],
)
def test_a_total_does_not_give_a_hidden_number_away(check: Check, shown: Block, n: int) -> None:
    assert [remark.level for remark in check(shown, gate="G5")] == ["error"] * n


def test_health_in_the_words_of_a_small_group_asks_a_person(check: Check, few: Findings) -> None:
    ill, rest = few.notes[:2]
    quotes = {
        note.ref: QuoteRun(note_id=note.id, start=0, end=len(note.text), text=note.text)
        for note in (ill, rest)
    }
    (remark,) = check(block(quotes[ill.ref], origin="template"), gate="G6")
    assert remark.level == "warning"
    assert check(block(quotes[rest.ref], origin="template"), gate="G6") == ()
    typed = TextRun(text=f"”{ill.text}” ")
    assert len(check(block(typed, CiteRun(note_ids=(ill.id,))), gate="G6")) == 1
    assert check(block(typed, CiteRun(note_ids=(few.notes[9].id,))), gate="G6") == ()


def test_groups_that_are_not_cited_are_told_of(check: Check, few: Findings) -> None:
    mine = [note for note in few.notes if note.group == "Pöytä 1"]
    cite = CiteRun(note_ids=tuple(note.id for note in mine[:5]))
    (remark,) = check(block(cite), gate="G7")
    assert (remark.level, remark.block_id) == ("warning", "")
    assert "Pöytä 2" in remark.message
    assert "Pöytä 1" not in remark.message
    assert FEW not in remark.message


def test_a_draft_of_one_citation_cannot_cite_every_group(check: Check, few: Findings) -> None:
    assert check(block(CiteRun(note_ids=(few.notes[9].id,))), gate="G7") == ()
