"""What the documents must not say, and what they must: each once found untrue by a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.findings.material import make_groups as make_votes
from tests.material import WORKSHOP, make_findings, make_groups, make_notes
from toolkit.domain import BlockKind, CiteRun, Draft, Findings, QuoteRun
from toolkit.drafting import compose_draft, outline_names, source_notes, verify_draft
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_runs, block_text

everywhere = pytest.mark.parametrize("outline", outline_names())
languages = pytest.mark.parametrize("language", ["fi", "sv", "en"])

A20 = {"A": 20, "B": 20}
SIDES = {
    "uniting": {"A": (18, 1, 1), "B": (17, 2, 1)},
    "dividing": {"A": (18, 1, 1), "B": (2, 17, 1)},
    "rejected": {"A": (1, 18, 1), "B": (2, 17, 1)},
    "uncertain": {"A": (6, 6, 8), "B": (6, 6, 8)},
}


def text_of(draft: Draft, start: str = "") -> str:
    refs = {source.note_id: source.ref for source in draft.sources}
    blocks = [block for block in draft.blocks if block.id.startswith(start)]
    return "\n".join(block_text(b, refs=refs, language=draft.language) for b in blocks)


def vote(n: int, *, sizes: Mapping[str, int] = A20) -> Findings:
    """Collect ``n`` statements of each kind."""
    votes = [SIDES[kind] for kind in SIDES for _ in range(n)]
    return collect_findings((), (), make_votes(sizes, *votes))


def declare(findings: Findings, language: str = "fi") -> Draft:
    return compose_draft(findings, outline="julkilausuma", workshop=WORKSHOP, language=language)


@pytest.mark.parametrize(
    ("n", "cited", "is_all"),
    [(5, 0, True), (6, 1, True), (17, 12, True), (18, 12, False)],
    ids=["all told", "one more", "twelve more", "too many to cite"],
)
def test_statements_beyond_the_first_are_all_cited_or_said_to_be_some(
    n: int, cited: int, *, is_all: bool
) -> None:
    draft = compose_draft(vote(n))
    for kind, section in {"uniting": "ryhmat", "dividing": "erot", "rejected": "ryhmat"}.items():
        others = [block for block in draft.blocks if block.id == f"{section}/{kind}/muut"]
        ids = [i for b in others for r in b.runs if isinstance(r, CiteRun) for i in r.note_ids]
        assert len(ids) == cited
        assert ("muun muassa" in text_of(draft, f"{section}/{kind}/muut")) is not is_all


def test_the_table_has_at_most_twelve_of_a_result_and_says_so() -> None:
    for n, rows in ((12, 48), (13, 48)):
        draft = compose_draft(vote(n))
        (table,) = [block for block in draft.blocks if block.kind is BlockKind.TABLE]
        assert len(table.rows) == rows
        assert ("enintään 12\u00a0väitettä" in text_of(draft, "ryhmat/taulukko")) is (n > 12)


def test_with_one_group_large_enough_nothing_is_compared() -> None:
    found = vote(1, sizes={"A": 25, "B": 4})
    for outline in outline_names():
        text = text_of(compose_draft(found, outline=outline))
        assert "Mielipideryhmiä ei voi verrata" in text
        assert "yhdistää" not in text
        assert "torjut" not in text
        assert "olisivat olleet samaa mieltä" in text


@pytest.mark.parametrize(
    ("sizes", "is_said"), [(A20, True), ({**A20, "C": 3}, False)], ids=["all large", "one small"]
)
def test_everywhere_is_said_only_of_every_group(sizes: Mapping[str, int], *, is_said: bool) -> None:
    text = text_of(compose_draft(vote(1, sizes=sizes)), "ryhmat/")
    assert "torjuttiin" in text
    assert ("torjuttiin kaikissa mielipideryhmissä" in text) is is_said
    assert "eri mieltä oltiin" not in text


def test_the_claims_say_whose_words_they_are() -> None:
    both = text_of(declare(make_findings()), "esitykset/johdanto")
    assert "sanasta sanaan väitteistä, joista äänestettiin, ja osallistujien merkinnöistä" in both
    notes = text_of(declare(make_findings(voted=False)), "esitykset/johdanto")
    assert "sanasta sanaan osallistujien merkinnöistä" in notes
    votes = text_of(declare(vote(1)), "esitykset/johdanto")
    assert "sanasta sanaan väitteistä, joista äänestettiin." in votes


def test_the_size_of_a_theme_is_no_support_for_a_proposal() -> None:
    text = text_of(declare(make_findings(voted=False)), "miksi/")
    assert (
        "Teemassa on 13\u00a0merkintää, mutta ne eivät välttämättä kaikki koske tätä ehdotusta."
        in text
    )
    assert "kirjoitettiin myös" not in text


@languages
def test_the_declaration_explains_the_groups_before_it_names_one(language: str) -> None:
    draft = declare(make_findings(), language)
    text = text_of(draft)
    start = text_of(draft, "miksi/ryhmat/lyhyesti")
    first = min(
        text.index(f"{word} A")
        for word in ("ryhmä", "ryhmässä", "grupp", "group")
        if f"{word} A" in text
    )
    assert text.index(start) <= first
    meaning = {"fi": "oleva n kertoo", "sv": "Bokstaven n", "en": "The n in"}[language]
    assert text.count(meaning) == 1 == start.count(meaning)
    assert text_of(compose_draft(make_findings(), language=language)).count(meaning) == 1


def test_what_was_left_out_stands_where_the_origin_is_told() -> None:
    draft = declare(make_findings())
    assert "Omaishoitajan lepo" in text_of(draft, "synty/")
    assert "Omaishoitajan lepo" not in text_of(draft, "erot/")


@languages
@everywhere
def test_a_vote_without_notes_makes_no_empty_chapters(outline: str, language: str) -> None:
    found = collect_findings((), (), make_groups())
    draft = compose_draft(found, outline=outline, workshop=WORKSHOP, language=language)
    assert verify_draft(draft, findings=found, answer=lambda q: answer_query(q, found)) == ()
    sections = {block.id.partition("/")[0] for block in draft.blocks}
    assert not sections & {"teemat", "pienet", "ehdotukset"}
    assert not re.search(r"(?<!\d)0\u00a0", text_of(draft))
    if language == "fi":
        assert text_of(draft).count("Aineistossa ei ole merkintöjä.") == 1


@everywhere
def test_notes_without_a_vote_say_so_once(outline: str) -> None:
    draft = compose_draft(make_findings(voted=False), outline=outline, workshop=WORKSHOP)
    text = text_of(draft)
    assert text.count("Väitteistä ei äänestetty") == 1
    assert "mielipideryhm" not in text.casefold()


def test_what_nobody_wrote_down_is_not_said_to_be_ahead() -> None:
    text = text_of(compose_draft(make_findings()), "tilaisuus/")
    assert text.count("ei ole kirjattu") == 4
    assert "täsmentyy" not in text


def test_why_statements_were_passed_is_said_once() -> None:
    text = text_of(compose_draft(vote(4)), "ryhmat/")
    assert text.count("moni ei ottanut kantaa") > 4
    assert text.count("Se on voinut olla epäselvä") == 1


def test_moderation_is_told_with_the_number_of_statements() -> None:
    text = text_of(compose_draft(make_findings()), "tilaisuus/")
    assert "Väitteitä oli yhteensä 8, ja niistä 1 jätettiin moderoinnissa pois tuloksista." in text
    assert "Väitteitä oli yhteensä 4." in text_of(compose_draft(vote(1)), "tilaisuus/")


def test_small_counts_are_promised_only_what_is_done() -> None:
    text = text_of(compose_draft(make_findings()), "menetelma/")
    assert "Alle viiden osallistujan määrää ei esitetä lukuna" in text
    assert "peitetään" not in text


@everywhere
def test_what_people_set_aside_is_counted(outline: str) -> None:
    notes, themes = make_notes()
    found = replace(collect_findings(notes[3:], themes), set_aside=tuple(n.id for n in notes[:3]))
    draft = compose_draft(found, outline=outline)
    assert "Lisäksi sivuun on jätetty 3\u00a0merkintää ihmisten päätöksellä." in text_of(draft)
    none = compose_draft(make_findings(), outline=outline)
    assert "sivuun" not in text_of(none)


def test_the_request_promises_no_telling_on_the_day_of_the_decision() -> None:
    text = text_of(declare(make_findings()), "pyynto/")
    assert "käsittelee esitykset viimeistään 12.2.2027 ja että osallistujille kerrotaan sen" in text


@everywhere
@languages
def test_personal_data_can_be_read_in_no_document(outline: str, language: str) -> None:
    notes, themes = make_notes()
    spoiled = tuple(
        replace(note, text=f"{note.text} Soita 040 123 4567 tai a.b@posti.fi.") for note in notes
    )
    groups = make_groups()
    statements = tuple(
        replace(item, text=f"{item.text} P. 040 123 4567") for item in groups.statements
    )
    found = collect_findings(spoiled, themes, replace(groups, statements=statements))
    draft = compose_draft(found, outline=outline, workshop=WORKSHOP, language=language)
    shown = text_of(draft) + "".join(source.text + source.where for source in draft.sources)
    assert "4567" not in shown
    assert "posti.fi" not in shown
    assert not [r for b in draft.blocks for r in block_runs(b) if isinstance(r, QuoteRun)]
    gates = verify_draft(draft, findings=found, answer=lambda query: answer_query(query, found))
    assert {(gate.gate, gate.level) for gate in gates} == {("G6", "warning")}


def test_what_is_masked_is_said_in_the_language_of_the_document() -> None:
    notes, themes = make_notes()
    first = replace(notes[0], text="Numero on 040 123 4567, siihen vastataan.")
    found = collect_findings((first, *notes[1:]), themes)
    words = {
        language: {s.ref: s.text for s in source_notes(found, language=language)}["T1-001"]
        for language in ("fi", "sv", "en")
    }
    assert words == {
        "fi": "Numero on [henkilötieto poistettu], siihen vastataan.",
        "sv": "Numero on [personuppgift borttagen], siihen vastataan.",
        "en": "Numero on [personal data removed], siihen vastataan.",
    }


@languages
def test_how_far_the_groups_can_be_trusted_is_said(language: str) -> None:
    found = vote(1)
    assert found.groups is not None
    told = ("weak_groups", "groups_differ")
    weak = replace(
        found.groups, stability=0.614, checks=tuple((code, "Muut sanat.") for code in told)
    )
    findings = replace(found, groups=weak)

    draft = compose_draft(findings, language=language)
    sound = compose_draft(replace(found, groups=replace(weak, checks=())), language=language)

    words = {
        "fi": ("61\u00a0prosenttia", "Ryhmät ovat heikkoja", "ei tosiasia heistä"),
        "sv": ("61\u00a0procent", "Grupperna är svaga", "inte ett faktum om dem"),
        "en": ("61\u00a0per cent", "The groups are weak", "not a fact about them"),
    }
    for text in words[language]:
        assert text in text_of(draft)
    assert words[language][0] in text_of(sound)
    assert words[language][1] not in text_of(sound)
    assert answer_query("stability()", findings) == 61


def test_a_group_whose_people_are_not_known_has_at_least_a_size() -> None:
    found = vote(1)
    assert found.groups is not None
    counted = tuple(
        replace(group, participant_ids=(), most_votes=20) for group in found.groups.groups
    )
    groups = replace(
        found.groups, groups=counted, checks=(("groups_without_people", "Muut sanat."),)
    )

    text = text_of(compose_draft(collect_findings((), (), groups)))

    assert "ryhmä A (vähintään 20\u00a0osallistujaa)" in text
    assert "ei luotettavasti sitä, keitä niissä on" in text
    assert "riittävän monta väitettä" not in text
