"""A synthesis: who is missing, what groups share, where they differ, what must not vanish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.drafting.stakeholders import many_notes, notes_of
from tests.material import WORKSHOP, make_findings, make_groups
from toolkit.domain import Draft, Findings, Proceedings, ProposalPlan, Source
from toolkit.drafting import compose_draft, verify_draft
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_text

A, B, C = "Nuoret", "Vanhemmat", "Järjestöt"
N = "\u00a0"


def text_of(draft: Draft, start: str = "") -> str:
    refs = {source.note_id: source.ref for source in draft.sources}
    blocks = [block for block in draft.blocks if block.id.startswith(start)]
    return "\n".join(block_text(b, refs=refs, language=draft.language) for b in blocks)


def synthesis(found: Findings | Mapping[str, Mapping[str, int]], language: str = "fi") -> Draft:
    found = found if isinstance(found, Findings) else notes_of(found)
    draft = compose_draft(found, outline="koonti", workshop=WORKSHOP, language=language)
    assert verify_draft(draft, findings=found, answer=lambda q: answer_query(q, found)) == ()
    return draft


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_summary_has_at_most_150_words(language: str) -> None:
    for found in (make_findings(), many_notes(2000, voted=True)):
        text = text_of(synthesis(found, language), "tiivistelma/")
        assert 20 < len(text.split()) <= 150


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ((), "Sitä, minkä sidosryhmien näkemyksiä haluttiin, ei ole kirjattu."),
        (("nuoret ", "Vanhemmat"), "Kaikilta sidosryhmiltä, joiden näkemyksiä haluttiin"),
        (("Nuoret", "Koulut"), "Tältä sidosryhmältä ei ole kirjattu merkintöjä: ”Koulut”."),
        (("Koulut", "Yritykset"), "ei ole kirjattu merkintöjä: ”Koulut” ja ”Yritykset”."),
    ],
)
def test_groups_that_are_missing_are_named(wanted: tuple[str, ...], said: str) -> None:
    found = notes_of({"t-x": {A: 6, B: 6}})
    workshop = replace(WORKSHOP, stakeholder_groups=wanted)
    draft = compose_draft(found, outline="koonti", workshop=workshop)
    assert said in text_of(draft, "aineisto/ryhmat")


def test_the_table_of_the_material_has_every_note_once() -> None:
    found = notes_of({"t-x": {A: 6, B: 3, C: 2}, "muut": {A: 1, "": 4}})
    day = dt.datetime(2026, 10, 8, tzinfo=dt.UTC)
    sources = tuple(
        Source(id=board, name="x", format=kind, sha256="", file="", imported_at=day, board=board)
        for board, kind in (("T1", "padlet-csv"), ("K1", "notes-docx"))
    )
    notes = [replace(n, source_id="T1" if n.group == A else "K1") for n in found.notes]
    draft = synthesis(collect_findings(notes, found.themes, make_groups(), sources=sources))
    talk = "Keskustelun muistiinpanot (K1) | 8.10.2026"
    assert text_of(draft, "aineisto/taulukko/ryhmittain").splitlines()[1:] == [
        f"{talk} | Alle viiden merkinnän ryhmät yhteensä | – | 5",
        f"{talk} | Ryhmää ei tiedetä | – | 4",
        "Seinä (T1) | 8.10.2026 | Nuoret | – | 7",
        "Äänestys | – | Ryhmää ei tiedetä | 74 | –",
    ]


def test_shared_themes_name_their_groups_and_the_others_do_not_vanish() -> None:
    draft = synthesis({"t-jonot": {A: 5, B: 5, C: 5}, "t-kyydit": {A: 3}, "muut": {B: 1}})
    text = text_of(draft, "yhteiset/")
    assert "Se nousi esiin kaikissa sidosryhmissä: ”Järjestöt”, ”Nuoret” ja ”Vanhemmat”" in text
    assert f"Teema ”Kyydit” (3{N}merkintää): ”" in text
    assert f"Teemojen ulkopuolelle jäi 1{N}merkintä" in text
    more = synthesis({"t-jonot": {A: 5, B: 5, C: 5}, "t-kyydit": {"Koulut": 5}})
    assert "Se nousi esiin kolmessa sidosryhmässä: " in text_of(more, "yhteiset/")


def test_a_contrast_gives_shares_only_of_30_notes_and_never_makes_silence_a_view() -> None:
    draft = synthesis(
        {
            "t-jonot": {A: 15, B: 2},
            "t-kyydit": {A: 0, B: 10},
            "muut": {A: 15, B: 8},
        }
    )
    text = text_of(draft, "erot/")
    assert (
        f"Teemaan ”Jonot” liittyy ryhmän ”Nuoret” merkinnöistä 50{N}prosenttia (15/30), mutta"
        f" ryhmän ”Vanhemmat” 20{N}merkinnästä 2 [" in text
    )
    assert f"Ryhmän ”Nuoret” 30{N}merkinnässä teemaa ei mainita" in text
    assert "ei vielä kerro, ettei aihe olisi ryhmälle tärkeä" in text
    assert f"50{N}% (15)" in text_of(draft, "erot/taulukko")
    assert "(0)" not in text_of(draft, "erot/taulukko")
    assert "ei ole selvää eroa" not in text


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"t-x": {A: 10, B: 10}, "muut": {A: 10, B: 10}}, "Ero mainitaan vain, jos"),
        ({"t-x": {A: 9, B: 1}, "muut": {B: 9}}, "merkintöjä on liian vähän"),
        ({"t-x": {A: 30, "": 30}}, "vain yhden sidosryhmän"),
        ({"t-x": {"": 30}}, "ei ole kirjattu sidosryhmää"),
    ],
)
def test_where_nothing_differs_it_is_said_why(
    counts: Mapping[str, Mapping[str, int]], said: str
) -> None:
    text = text_of(synthesis(counts), "erot/")
    assert said in text
    assert "prosenttia" not in text


def test_a_table_too_wide_says_whom_it_leaves_out() -> None:
    counts = {"t-x": {f"Ryhmä {letter}": 5 + n for n, letter in enumerate("ABCDEFGH")}}
    draft = synthesis(counts)
    header = text_of(draft, "erot/taulukko/teemoittain").splitlines()[0]
    assert header == "Teema | " + " | ".join(f"Ryhmä {letter}" for letter in "CDEFGH")
    assert "Muut sidosryhmät ovat ”Ryhmä A” ja ”Ryhmä B”" in text_of(draft, "erot/taulukko/selite")


def test_the_summary_calls_nobody_alone_beside_notes_of_unknown_groups() -> None:
    rest = {"muut": {A: 5, B: 6}}
    sure = text_of(synthesis({"t-lepo": {A: 2}, **rest}), "tiivistelma/ryhmat")
    assert "Vain yksi sidosryhmä nosti esiin teeman ”Lepo”" in sure
    unsure = text_of(synthesis({"t-lepo": {A: 2, "": 1}, **rest}), "tiivistelma/ryhmat")
    assert "Vain yksi" not in unsure


def test_what_one_group_says_alone_stands_by_itself() -> None:
    counts = {"t-lepo": {A: 1, "": 2}, "t-pienet": {"X": 3, "Y": 2}, "muut": {A: 5, B: 6}}
    text = text_of(synthesis(counts), "yksi-ryhma/")
    assert f"Sidosryhmistä vain ”Nuoret” nosti esiin teeman ”Lepo” (1{N}merkintä): ”" in text
    assert f"lisäksi 2{N}merkintää, joiden sidosryhmää ei tiedetä" in text
    assert "Teema ”Pienet” esiintyy vain ryhmissä, joilta kultakin on alle viisi merkintää" in text
    assert "”X”" not in text


def test_thanks_and_worry_of_one_theme_are_no_contradiction() -> None:
    found = notes_of({"t-x": {A: 9, B: 9}, "t-y": {A: 1}}, kinds=True)
    text = text_of(synthesis(found), "jannitteet/")
    assert "Teemassa ”X” on sekä kiitosta että huolta, esimerkiksi ”Kiitos" in text
    assert "eivät välttämättä koske samaa asiaa" in text
    assert "”Y”" not in text
    assert "kiitosta" not in text_of(synthesis({"t-x": {A: 9, B: 9}}), "jannitteet/")


def test_proposals_are_taken_where_people_have_said_and_the_rest_is_open() -> None:
    found = notes_of({"t-x": {A: 9, B: 9}})
    plan = ProposalPlan(proposal_id="n3", destination="Osallisuusohjelma")
    planned = replace(found, proceedings=Proceedings(plans=(plan,)))
    text = text_of(synthesis(planned), "vienti/")
    assert "Asiakirjaan ”Osallisuusohjelma” viedään tämä ehdotus:\n”Puheluun" in text
    assert "[T1-003]" in text
    assert "muut havainnot viedään, täsmentyy valmistelussa" in text
    assert "kukin havainto viedään, täsmentyy valmistelussa" in text_of(synthesis(found), "vienti/")


def test_a_small_material_only_points_somewhere() -> None:
    assert f"Aineisto on pieni (12{N}merkintää)" in text_of(synthesis({"t-x": {A: 12}}))
    assert "Aineisto on pieni" not in text_of(synthesis({"t-x": {A: 30}}))
