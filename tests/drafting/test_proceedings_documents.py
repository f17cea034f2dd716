"""The programme, the feedback and the summary of comments keep what readers were promised."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.drafting.proceedings import CASES, HOSTILE, MIXED, PROPOSING, decide, everything
from tests.material import WORKSHOP, make_findings, make_groups
from toolkit.domain import (
    BlockKind,
    Decision,
    Draft,
    Findings,
    Outcome,
    Proceedings,
    ProposalPlan,
    Review,
    Theme,
    Workshop,
)
from toolkit.drafting import compose_draft, load_outline, preset_names, verify_draft
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_text
from toolkit.review import apply_edits

DOCUMENTS = [
    (name, preset)
    for name in ("osallisuusohjelma", "palaute", "lausuntoyhteenveto")
    for preset in preset_names(name) or ("",)
]
documents = pytest.mark.parametrize(("name", "preset"), DOCUMENTS)
languages = pytest.mark.parametrize("language", ["fi", "sv", "en"])
cases = pytest.mark.parametrize("case", CASES)


def found(proceedings: Proceedings, *, voted: bool = True) -> Findings:
    return replace(make_findings(voted=voted), proceedings=proceedings)


def draft_of(
    findings: Findings,
    name: str,
    preset: str = "",
    *,
    workshop: Workshop | None = WORKSHOP,
    language: str = "fi",
) -> Draft:
    outline = load_outline(name, preset=preset)
    return compose_draft(findings, outline=outline, workshop=workshop, language=language)


def text_of(draft: Draft, start: str = "") -> str:
    refs = {source.note_id: source.ref for source in draft.sources}
    blocks = [block for block in draft.blocks if block.id.startswith(start)]
    return "\n".join(block_text(b, refs=refs, language=draft.language) for b in blocks)


def errors_of(draft: Draft, findings: Findings) -> list[str]:
    gates = verify_draft(draft, findings=findings, answer=lambda q: answer_query(q, findings))
    return [f"{gate.block_id}: {gate.message}" for gate in gates if gate.level == "error"]


def empty_headings(draft: Draft) -> Iterator[str]:
    for block, after in zip(draft.blocks, (*draft.blocks[1:], None), strict=True):
        if block.kind is BlockKind.HEADING and (
            after is None or (after.kind is BlockKind.HEADING and after.level <= block.level)
        ):
            yield block.id


@documents
@languages
@cases
def test_whatever_was_recorded_the_draft_is_whole_and_sound(
    name: str, preset: str, language: str, case: str
) -> None:
    findings = found(CASES[case])
    draft = draft_of(findings, name, preset, language=language)
    assert errors_of(draft, findings) == []
    assert list(empty_headings(draft)) == []
    ids = [block.id for block in draft.blocks]
    assert len(ids) == len(set(ids))
    assert (draft.type, draft.preset) == (name, preset)
    if case != "hostile words":
        assert not set("{}") & set(text_of(draft))
        assert not re.search(r"(?<!\d)0\u00a0", text_of(draft))


@documents
@cases
def test_the_same_records_make_the_same_draft(name: str, preset: str, case: str) -> None:
    findings = found(CASES[case])
    assert draft_of(findings, name, preset) == draft_of(findings, name, preset)


@documents
@pytest.mark.parametrize("voted", [True, False], ids=["voted", "not voted"])
@pytest.mark.parametrize("workshop", [WORKSHOP, None], ids=["known", "unknown"])
def test_every_preset_stands_on_notes_alone_and_on_nothing_known(
    name: str, preset: str, workshop: Workshop | None, *, voted: bool
) -> None:
    findings = found(MIXED, voted=voted)
    draft = draft_of(findings, name, preset, workshop=workshop)
    assert errors_of(draft, findings) == []
    assert list(empty_headings(draft)) == []


@documents
def test_a_vote_alone_makes_no_document_of_notes(name: str, preset: str) -> None:
    findings = replace(collect_findings((), (), make_groups()), proceedings=MIXED)
    draft = draft_of(findings, name, preset)
    assert errors_of(draft, findings) == []
    assert list(empty_headings(draft)) == []
    assert not re.search(r"(?<!\d)0\u00a0", text_of(draft))


@documents
def test_hostile_words_are_text_and_survive_an_edit_of_their_table(name: str, preset: str) -> None:
    findings = found(CASES["hostile words"])
    draft = draft_of(findings, name, preset)
    words = " ".join(HOSTILE.split()).replace(" | ", "\u00a0|\u00a0")
    assert words in text_of(draft)
    refs = {source.note_id: source.ref for source in draft.sources}
    now = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
    tables = [block for block in draft.blocks if block.kind is BlockKind.TABLE]
    for table in tables:
        text = block_text(table, refs=refs)
        review = Review(
            block_id=table.id, decision=Decision.EDIT, text=text, author="Aino", made_at=now
        )
        edited = apply_edits(draft, [review])
        (same,) = [block for block in edited.blocks if block.id == table.id]
        assert block_text(same, refs=refs) == text
        problems = errors_of(replace(edited, blocks=(same,)), findings)
        assert all("T9-999" in line for line in problems), problems


@documents
def test_a_phone_number_in_a_record_is_found(name: str, preset: str) -> None:
    reason = "Soita Pertille 040 123 4567."
    hearing = MIXED.hearing
    assert hearing is not None
    amendments = tuple(replace(one, reason=reason) for one in hearing.amendments)
    spoiled = replace(
        MIXED,
        decisions=(decide(PROPOSING[9], Outcome.NOT_ADVANCING, reason),),
        plans=(ProposalPlan(proposal_id=PROPOSING[0], responsible=reason),),
        hearing=replace(hearing, amendments=amendments),
    )
    findings = found(spoiled)
    problems = errors_of(draft_of(findings, name, preset), findings)
    assert problems
    assert all("henkilötietoja" in line or "personal data" in line for line in problems)


def test_a_contact_is_no_leak_even_when_somebody_edits_it() -> None:
    findings = found(MIXED)
    workshop = replace(WORKSHOP, contact="Osallisuustiimi, tiimi@kuusivaara.fi")
    draft = draft_of(findings, "palaute", workshop=workshop)
    assert "tiimi@kuusivaara.fi" in text_of(draft, "kysy/")
    now = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
    for text, n_errors in (
        ("Yhteystiedot: Osallisuustiimi, 040 123 4567", 0),
        ("Yhteystiedot: Pertti, 131052-308T", 1),
    ):
        review = Review(
            block_id="kysy/lisatiedot/yhteystiedot",
            decision=Decision.EDIT,
            text=text,
            author="Aino",
            made_at=now,
        )
        assert len(errors_of(apply_edits(draft, [review]), findings)) == n_errors


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("nothing recorded", "tunnistettiin 10\u00a0ehdotusta. Ne kaikki odottavat ratkaisua."),
        (
            "mixed",
            "Niistä 2 toteutuu, 1 on jatkovalmistelussa, 1 ei etene tässä vaiheessa ja 7 odottaa",
        ),
        ("everything adopted", "tunnistettiin 10\u00a0ehdotusta. Ne kaikki toteutuvat."),
        ("nothing adopted", "Yksikään niistä ei etene tässä vaiheessa."),
        ("one decision", "Niistä 1 toteutuu ja 9 odottaa ratkaisua."),
        ("of things that are gone", "Ne kaikki odottavat ratkaisua."),
    ],
)
def test_the_feedback_counts_every_proposal_and_no_zeros(case: str, sentence: str) -> None:
    assert sentence in text_of(draft_of(found(CASES[case]), "palaute"), "seuraukset/")


@pytest.mark.parametrize(("name", "preset"), [("palaute", "yleiskieli"), ("palaute", "selko")])
@cases
def test_why_not_everything_advanced_is_never_left_out(name: str, preset: str, case: str) -> None:
    text = text_of(draft_of(found(CASES[case]), name, preset), "syyt/")
    assert text.startswith("Miksi kaikki ei edennyt\n")
    if case == "mixed":
        assert "Rahoitusta ei ole." in text


def test_the_easy_version_says_that_nobody_has_checked_it() -> None:
    draft = draft_of(found(MIXED), "palaute", "selko")
    assert "Ei tarkastettu selkokieleksi." in text_of(draft)
    assert "Ei tarkastettu selkokieleksi." not in text_of(draft_of(found(MIXED), "palaute"))
    words = [len(s.split()) for s in re.split(r"[.!?:]\s", text_of(draft, "menetelma/"))]
    assert max(words) <= 12


def test_every_large_theme_is_named_and_notes_without_a_group_are_counted() -> None:
    findings = found(Proceedings())
    parts = tuple(
        Theme(id=f"t-{place}", label=f"Aihe {place}", note_ids=(note.id,))
        for place, note in enumerate(findings.notes[:8])
    )
    loose = tuple(replace(note, group="") for note in findings.notes[:8])
    split = collect_findings((*loose, *findings.notes[8:]), parts)
    assert "näistä aiheista: ”Aihe 5” (1\u00a0merkintä), " in text_of(draft_of(split, "palaute"))
    text = text_of(draft_of(split, "osallisuusohjelma"), "kumppanuus/")
    assert "Ilman ryhmää on kirjattu 8\u00a0merkintää." in text
    assert errors_of(draft_of(split, "osallisuusohjelma"), split) == []


def test_statements_come_in_the_order_of_their_labels_and_the_programme_is_no_other_document() -> (
    None
):
    decisions = tuple(decide(f"polis:k-{number}", Outcome.ADOPTED) for number in (10, 2, 1))
    groups = make_groups()
    tenth = replace(groups.statements[2], id="polis:k-10", ref="P1-v10")
    more = replace(groups, statements=(*groups.statements, tenth))
    plan = ProposalPlan(proposal_id="polis:k-1", destination="Osallisuusohjelma")
    records = Proceedings(decisions=decisions, plans=(plan,))
    draft = draft_of(replace(found(records), groups=more), "osallisuusohjelma")
    text = text_of(draft, "sisalto/")
    assert text.index("P1-v1]") < text.index("P1-v2]") < text.index("P1-v10]")
    assert "Asiakirjaan" not in text_of(draft, "strategia/")


def test_a_proposal_stays_marked_until_somebody_decides() -> None:
    text = text_of(draft_of(found(MIXED), "osallisuusohjelma"), "sisalto/")
    assert "Hyväksytty ehdotus: ”Palveluun pitäisi saada" in text
    assert "(Aluehallitus, 12.2.2027, kirjattu päätös)" in text
    assert "Ehdotus, jatkovalmistelussa: ”Neuvonnan pitäisi" in text
    assert text.count("\nEhdotus: ”") == 7
    assert "nämä ehdotukset eivät etene: [T1-027]." in text
    bare = text_of(draft_of(found(Proceedings()), "osallisuusohjelma"), "sisalto/")
    assert "Hyväksytty" not in bare


def test_an_open_chapter_says_what_it_needs() -> None:
    for preset in preset_names("osallisuusohjelma"):
        draft = draft_of(found(Proceedings()), "osallisuusohjelma", preset)
        waiting = [b for b in draft.blocks if "/avoin/" in b.id]
        assert len(waiting) >= 7
        assert all("tarvitaan" in text_of(draft, block.id) for block in waiting)


def test_the_programme_has_the_headings_of_its_preset() -> None:
    for preset, first, last in (
        ("popsote-2021", "1 Johdanto", "6 Osallisuuden toteutumisen arviointi"),
        ("satakunta-2024", "I Osallisuuden lähtökohdat", "VI Osallisuuden tavoitteiden"),
    ):
        draft = draft_of(found(MIXED), "osallisuusohjelma", preset)
        headings = [b for b in draft.blocks if b.kind is BlockKind.HEADING]
        assert {block.level for block in headings} == {1, 2, 3}
        chapters = [text_of(draft, block.id) for block in headings if block.level == 1]
        assert chapters[1].startswith(first)
        assert chapters[6].startswith(last)


def test_measures_come_by_level_and_an_empty_cell_says_so() -> None:
    text = text_of(draft_of(found(MIXED), "osallisuusohjelma"), "arviointi/toimet")
    assert "Neuvonnan yhteinen puhelinpalvelu | Puhelujen määrä" in text
    assert "Täsmentyy | Täsmentyy | Täsmentyy | Asiakaspalvelut | Q1/2027" in text
    assert "Mittari ”Puhelujen määrä” kuvaa toiminnan määrää, ei sen vaikutusta." in text
    assert "Ilman kirjattua suunnitelmaa on vielä 9\u00a0ehdotusta." in text
    assert "eivät kirjatun päätöksen mukaan etene [T1-027]" in text
    both = replace(MIXED, plans=(replace(MIXED.plans[0], proposal_id=PROPOSING[9]),))
    turned_down = text_of(draft_of(found(both), "osallisuusohjelma"), "arviointi/")
    assert "Neuvonnan yhteinen puhelinpalvelu" not in turned_down
    schedule = text_of(draft_of(found(MIXED), "osallisuusohjelma"), "arviointi/aikataulu")
    assert schedule.index("Q1/2027") < schedule.index("Q3/2027")


def test_the_last_decision_on_a_proposal_holds() -> None:
    adopted = everything(Outcome.ADOPTED)
    turned = decide(PROPOSING[0], Outcome.NOT_ADVANCING, "Mieli muuttui.")
    findings = found(replace(adopted, decisions=(*adopted.decisions, turned)))
    text = text_of(draft_of(findings, "palaute"), "seuraukset/")
    assert "Niistä 9 toteutuu ja 1 ei etene tässä vaiheessa." in text
    assert text.count("[T1-001]") == 1
