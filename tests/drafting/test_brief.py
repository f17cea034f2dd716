"""A brief for decision-makers: three things said, what is open, and never more than a page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.drafting.stakeholders import many_notes, notes_of
from tests.material import WORKSHOP, make_findings, make_groups
from toolkit.domain import Draft, Findings, Gate, Proceedings, ProposalPlan, TextRun
from toolkit.drafting import compose_draft, load_outline, verify_draft
from toolkit.drafting.verify.length import check_length
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_text

N = "\u00a0"


def text_of(draft: Draft, start: str = "") -> str:
    refs = {source.note_id: source.ref for source in draft.sources}
    blocks = [block for block in draft.blocks if block.id.startswith(start)]
    return "\n".join(block_text(b, refs=refs, language=draft.language) for b in blocks)


def brief(found: Findings, language: str = "fi") -> Draft:
    return compose_draft(
        found, outline="paattajan-tiivistelma", workshop=WORKSHOP, language=language
    )


def check(draft: Draft, found: Findings) -> tuple[Gate, ...]:
    pages = load_outline("paattajan-tiivistelma").max_pages
    assert pages == 1
    return verify_draft(
        draft, findings=found, answer=lambda q: answer_query(q, found), max_pages=pages
    )


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_fits_a_page_whatever_the_material(language: str) -> None:
    for found in (make_findings(), many_notes(2000, voted=True)):
        draft = brief(found, language)
        assert check(draft, found) == ()
        if language == "fi":
            assert len(text_of(draft).split()) <= 330


def test_a_text_too_long_for_its_pages_is_remarked_on() -> None:
    found = make_findings()
    draft = brief(found)
    more = replace(draft.blocks[0], id="lisa", runs=(TextRun(text="Perustelu jatkuu. " * 100),))
    long = replace(draft, blocks=(*draft.blocks, more))
    (gate,) = check(long, found)
    assert (gate.gate, gate.level, gate.block_id) == ("G9", "warning", "")
    assert "ei todennäköisesti mahdu yhdelle sivulle" in gate.message
    assert verify_draft(long, findings=found, answer=lambda q: answer_query(q, found)) == ()


def test_counted_pages_go_before_the_estimate() -> None:
    draft = brief(make_findings())
    assert [*check_length(draft, 1, 1)] == [*check_length(draft, None, 9)] == []
    (gate,) = check_length(draft, 1, 2)
    assert (gate.gate, gate.level) == ("G9", "error")
    assert gate.message.startswith("Teksti vie 2 sivua, mutta sen pitää mahtua yhdelle sivulle.")


def test_three_things_are_said_each_with_its_number_and_source() -> None:
    lines = text_of(brief(make_findings()), "sanottua/").splitlines()[1:]
    assert lines[0].startswith("”Puheluun pitää vastata saman päivän aikana”: samaa mieltä oli")
    assert f"prosenttia väitettä arvioineista (n{N}={N}74) [P1-v1]" in lines[0]
    assert f"13 aineiston 38{N}merkinnästä [T1-001" in lines[1]
    assert len(lines) == 3
    assert len(text_of(brief(make_findings(voted=False)), "sanottua/").splitlines()) == 4
    votes = collect_findings((), (), make_groups())
    assert len(text_of(brief(votes), "sanottua/").splitlines()) == 4


def test_the_same_words_do_not_stand_twice_on_the_page() -> None:
    votes = collect_findings((), (), make_groups())
    for found in (make_findings(), make_findings(voted=False), votes):
        text = text_of(brief(found))
        quotes = re.findall("”([^”]{20,})”", text)
        assert quotes
        # With a vote and no notes, all there is to propose may be what was said.
        assert len(quotes) == len({quote.rstrip(".") for quote in quotes}) + (found is votes)


def test_a_share_of_few_is_given_as_a_count() -> None:
    groups = make_groups(sizes=(12, 11))
    few = tuple(
        replace(
            item,
            votes=replace(item.votes, agree=20, disagree=2, passes=1),
            by_group={
                key: replace(counts, agree=10, disagree=1, passes=0)
                for key, counts in item.by_group.items()
            },
        )
        for item in groups.statements[:1]
    )
    found = collect_findings((), (), replace(groups, statements=few, n_votes=23))
    text = text_of(brief(found), "sanottua/")
    assert f"samaa mieltä oli 20{N}osallistujaa väitettä arvioineista (n{N}={N}23)" in text


def test_what_people_have_planned_stands_there_and_what_not_is_open() -> None:
    found = notes_of({"t-x": {"Nuoret": 9}})
    plan = ProposalPlan(
        proposal_id="n3",
        change="Puheluun vastataan samana päivänä.",
        responsible="Asiakasohjaus",
    )
    draft = brief(replace(found, proceedings=Proceedings(plans=(plan,))))
    assert (
        "Vaikutus: Puheluun vastataan samana päivänä. [T1-003] · Panos: täsmentyy valmistelussa"
    ) in text_of(draft, "vaikutus/")
    assert "täsmentyy valmistelussa · Vastuutaho: Asiakasohjaus [T1-003]" in text_of(
        draft, "aikataulu/"
    )


def test_what_was_left_out_is_said_in_a_sentence() -> None:
    found = replace(make_findings(), set_aside=("x",))
    text = text_of(brief(found), "luotettavuus/")
    assert f"Lisäksi sivuun on jätetty 1{N}merkintä ihmisten päätöksellä." in text
    assert f"Moderoinnissa jäi pois 1{N}väite." in text
    assert "Vain muutamassa merkinnässä mainittuja teemoja: ”Omaishoitajan lepo” [" in text
    assert f"Teemojen ulkopuolelle jäi 4{N}merkintää." in text
