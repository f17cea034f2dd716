"""What readers of a draft were promised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.material import WORKSHOP, make_findings, make_groups, make_notes
from toolkit.domain import BlockKind, CiteRun, Draft, Findings, NumberRun, QuoteRun, Workshop
from toolkit.drafting import (
    compose_draft,
    load_outline,
    outline_names,
    preset_names,
    verify_draft,
)
from toolkit.drafting.slots import SLOTS
from toolkit.errors import NoSuchThing
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_runs, block_text, cited_ids

everywhere = pytest.mark.parametrize("outline", outline_names())
languages = pytest.mark.parametrize("language", ["fi", "sv", "en"])


def text_of(draft: Draft, start: str = "") -> str:
    refs = {source.note_id: source.ref for source in draft.sources}
    blocks = [block for block in draft.blocks if block.id.startswith(start)]
    return "\n".join(block_text(b, refs=refs, language=draft.language) for b in blocks)


@everywhere
@languages
@pytest.mark.parametrize("voted", [True, False], ids=["voted", "not voted"])
@pytest.mark.parametrize("workshop", [WORKSHOP, None], ids=["known", "unknown"])
def test_every_draft_passes_its_own_verification(
    outline: str, language: str, workshop: Workshop | None, *, voted: bool
) -> None:
    found = make_findings(voted=voted)
    draft = compose_draft(found, outline=outline, workshop=workshop, language=language)
    gates = verify_draft(draft, findings=found, answer=lambda query: answer_query(query, found))
    # A short document does not cite every group, and says so.
    assert [gate for gate in gates if gate.gate != "G7"] == []


@everywhere
def test_every_claim_of_the_material_leads_to_somebodys_words(
    findings: Findings, outline: str
) -> None:
    draft = compose_draft(findings, outline=outline, workshop=WORKSHOP)
    listed = {source.note_id for source in draft.sources}
    claims = [block for block in draft.blocks if block.is_finding]
    assert len(claims) > 2
    for block in claims:
        assert cited_ids(block), block.id
        assert set(cited_ids(block)) <= listed
    assert listed == {note_id for block in draft.blocks for note_id in cited_ids(block)}


@everywhere
def test_the_same_findings_make_the_same_draft_whatever_their_order(outline: str) -> None:
    notes, themes = make_notes()
    first = collect_findings(notes, themes, make_groups())
    turned = collect_findings(tuple(reversed(notes)), tuple(reversed(themes)), make_groups())
    one = compose_draft(first, outline=outline, workshop=WORKSHOP)
    assert one == compose_draft(first, outline=outline, workshop=WORKSHOP)
    assert one == compose_draft(turned, outline=outline, workshop=WORKSHOP)


@everywhere
def test_block_ids_are_unique_and_outlive_a_new_theme(findings: Findings, outline: str) -> None:
    before = compose_draft(findings, outline=outline, workshop=WORKSHOP)
    ids = [block.id for block in before.blocks]
    assert len(ids) == len(set(ids))
    notes, themes = make_notes()
    fewer = tuple(theme for theme in themes if theme.id != "t-koti")
    after = compose_draft(
        collect_findings(notes, fewer, make_groups()), outline=outline, workshop=WORKSHOP
    )
    kept = {block.id for block in after.blocks}
    assert {i for i in ids if "koti" not in i and "padlet" not in i} <= kept


@everywhere
def test_headings_never_skip_a_level(findings: Findings, outline: str) -> None:
    draft = compose_draft(findings, outline=outline)
    levels = [block.level for block in draft.blocks if block.kind is BlockKind.HEADING]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_was_left_out_is_counted(summary: Draft, declaration: Draft) -> None:
    for draft in (summary, declaration):
        text = text_of(draft)
        assert "Teemojen ulkopuolelle jäi 4\u00a0merkintää [T1-035" in text
        assert "”Omaishoitajan lepo”" in text
        assert "Tulokset kuvaavat osallistuneiden näkemyksiä" in text
    assert "Tuloksista on jätetty pois 1\u00a0väite" in text_of(summary)


def test_where_views_differed_is_never_empty(summary: Draft) -> None:
    assert "Etävastaanotto riittää" in text_of(summary, "erot/")
    silent = compose_draft(make_findings(voted=False))
    assert "Se ei tarkoita, että kaikki olisivat olleet samaa mieltä." in text_of(silent, "erot/")
    assert not [block for block in silent.blocks if block.id.startswith("ryhmat/")]


def test_what_is_not_known_is_said_to_be_open(findings: Findings) -> None:
    for outline in outline_names():
        assert "täsmentyy valmistelussa" in text_of(compose_draft(findings, outline=outline))


def test_a_handful_of_participants_is_not_counted_out(findings: Findings) -> None:
    few = compose_draft(findings, workshop=replace(WORKSHOP, n_participants=3))
    assert "alle viisi osallistujaa" in text_of(few, "tilaisuus/")
    unknown = compose_draft(findings, workshop=replace(WORKSHOP, n_participants=None))
    assert "Osallistujien määrää ei ole kirjattu." in text_of(unknown)


def test_shares_are_given_only_where_the_findings_offer_them(findings: Findings) -> None:
    bare = replace(
        findings,
        items=tuple(
            replace(item, numbers={k: v for k, v in item.numbers.items() if "percent" not in k})
            for item in findings.items
        ),
    )
    text = text_of(compose_draft(bare, workshop=WORKSHOP), "teemat/")
    text += text_of(compose_draft(bare, workshop=WORKSHOP), "ryhmat/")
    assert "prosenttia" not in text
    assert "%" not in text
    assert "38\u00a0osallistujaa (n\u00a0=\u00a041)" in text


def test_a_group_the_findings_hide_is_hidden(findings: Findings) -> None:
    hidden = replace(
        findings,
        items=tuple(
            replace(item, numbers={k: v for k, v in item.numbers.items() if "group=B" not in k})
            for item in findings.items
        ),
    )
    text = text_of(compose_draft(hidden, workshop=WORKSHOP), "ryhmat/")
    assert "ryhmä B (kokoa ei esitetä)" in text
    assert "Ryhmän B tulosta ei esitetä, jottei ketään voi tunnistaa." in text
    assert "ryhmässä B" not in text


def test_those_whom_no_group_holds_are_not_forgotten(findings: Findings) -> None:
    assert findings.groups is not None
    more = replace(findings, groups=replace(findings.groups, n_participants=80))
    text = text_of(compose_draft(more), "ryhmat/")
    assert "Kaikkiaan väitteitä arvioi 80\u00a0osallistujaa." in text


def test_fewer_than_five_are_called_few(summary: Draft) -> None:
    assert "alle 5 (n\u00a0=\u00a040)" in text_of(summary, "ryhmat/taulukko")


def test_the_declaration_puts_forward_three_to_five_things(declaration: Draft) -> None:
    items = [b for b in declaration.blocks if b.id.endswith("/esitys")]
    assert 3 <= len(items) <= 5
    assert all(isinstance(item.runs[0], QuoteRun) for item in items)
    reasons = [b for b in declaration.blocks if b.id.endswith("/perustelu")]
    assert len(reasons) == len(items)
    for reason in reasons:
        kinds = {type(run) for run in reason.runs}
        assert {NumberRun, QuoteRun, CiteRun} <= kinds


def test_the_declaration_names_no_stance_the_material_does_not_have(declaration: Draft) -> None:
    assert declaration.title == "Julkilausuma – Ikäihmisten palvelut Kuusivaarassa"


def test_empty_material_makes_an_honest_draft() -> None:
    nothing = Findings(items=(), notes=(), themes=())
    for outline in outline_names():
        draft = compose_draft(nothing, outline=outline)
        assert draft.sources == ()
        assert "Väitteistä ei äänestetty" in text_of(draft)


def test_a_small_group_of_notes_is_not_named_in_the_appendix(findings: Findings) -> None:
    lone = tuple(
        replace(note, group="Sote-yrittäjät") if note.ref == "T1-002" else note
        for note in findings.notes
    )
    draft = compose_draft(replace(findings, notes=lone))
    where = {source.ref: source.where for source in draft.sources}
    assert "Sote-yrittäjät" not in where["T1-002"]
    assert where["T1-001"].startswith("Pöytä 2")
    assert where["P1-v1"] == "äänestetty väite"


def test_the_appendix_is_in_the_order_of_the_labels(summary: Draft) -> None:
    refs = [source.ref for source in summary.sources]
    assert refs.index("P1-v7") < refs.index("T1-001") < refs.index("T1-035")


def test_markup_in_notes_is_text(summary: Draft) -> None:
    texts = {source.ref: source.text for source in summary.sources}
    assert texts["T1-035"] == "<script>alert('moi')</script>"
    assert texts["T1-036"].startswith("=1+1")


def test_every_outline_fits_what_there_is() -> None:
    used = set()
    for name in outline_names():
        for preset in preset_names(name) or ("",):
            outline = load_outline(name, preset=preset)
            assert (outline.type, outline.preset) == (name, preset)
            assert len({part.id for part in outline.sections}) == len(outline.sections)
            used |= {slot for part in outline.sections for slot in part.slots}
    assert used == set(SLOTS)


def test_an_unknown_outline_is_named_with_the_known_ones(findings: Findings) -> None:
    with pytest.raises(NoSuchThing, match=r"runo.*julkilausuma, .*tyopajan-yhteenveto"):
        compose_draft(findings, outline="runo")


def test_numbers_are_counted_again(summary: Draft, answer: Callable[[str], int]) -> None:
    numbers = [run for b in summary.blocks for run in block_runs(b) if isinstance(run, NumberRun)]
    assert len(numbers) > 40
    assert all(answer(run.query) == run.value for run in numbers)
