"""The report of the verification says what, where, how grave, and whose voice is missing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.material import WORKSHOP, make_findings
from toolkit.domain import Block, BlockKind, Coverage, CoverageRow, Draft, Findings, Gate
from toolkit.drafting import REPORT, compose_draft, compose_report, face_words, telling_sentences
from toolkit.drafting.verify.wording import lint
from toolkit.paragraphs import block_text
from toolkit.phrases import LANGUAGES


def text_of(blocks: Iterable[Block], language: str = "fi") -> str:
    captions = [block.caption for block in blocks]
    return "\n".join([*(block_text(b, refs={}, language=language) for b in blocks), *captions])


def remark(draft: Draft, level: str, *, gate: str = "G2", place: int = 1) -> Gate:
    return Gate(gate=gate, level=level, block_id=draft.blocks[place].id, message=f"Vika {place}")


@pytest.fixture(scope="session")
def coverage(findings: Findings) -> Coverage:
    left_out = tuple(note.id for note in findings.notes[:20])
    rows = (
        CoverageRow(by="group", name="Nuoret", kind="named", n=6, n_left_out=5, mean=0.8),
        CoverageRow(by="group", name="", kind="small", n=7, n_left_out=0, mean=0.9),
        CoverageRow(by="length", name="short", kind="named", n=13, n_left_out=5, mean=0.85),
    )
    return Coverage(
        n_notes=13, n_sentences=9, mean=0.876, random_mean=0.914, limit=0.7,
        left_out=left_out, rows=rows,
    )  # fmt: skip


def test_it_counts_what_was_found_and_says_what_blocks(summary: Draft, findings: Findings) -> None:
    gates = (remark(summary, "error"), remark(summary, "warning"))
    text = text_of(compose_report(summary, gates, findings=findings))
    waiting = sum(block.needs_decision for block in summary.blocks)
    counts = f"Virheitä: 1. Huomautuksia: 1. Kappaleita, joista ei ole päätetty: {waiting}."
    assert counts in text
    assert "ennen kuin virheet on korjattu" in text
    assert "ennen kuin jokaisesta kappaleesta on päätetty" in text
    done = frozenset(block.id for block in summary.blocks)
    assert "Mikään ei estä" in text_of(
        compose_report(summary, gates[1:], findings=findings, decided=done)
    )
    assert "ei löytynyt huomautettavaa" in text_of(
        compose_report(summary, (), findings=findings, decided=done)
    )


def test_every_remark_stands_with_its_place_under_its_gate(
    summary: Draft, findings: Findings
) -> None:
    gates = (
        remark(summary, "warning", gate="G8"),
        remark(summary, "error"),
        Gate(gate="G7", level="warning", block_id="", message="Hiljaa: Nuoret."),
        Gate(gate="G99", level="warning", block_id="", message="Muuta."),
    )
    decided = frozenset({summary.blocks[1].id})
    blocks = compose_report(summary, gates, findings=findings, decided=decided)
    text = text_of(blocks)
    first = " ".join(block_text(summary.blocks[1], refs={}, language="fi").split()[:5])
    assert f"Virhe. Tiivistelmä, ”{first}" in text
    assert "Huomautus, kappaleesta on päätetty. Tiivistelmä" in text
    assert "Huomautus. Koko asiakirja: Hiljaa: Nuoret." in text
    assert "Vika 1." in text
    headings = [block_text(b, refs={}, language="fi") for b in blocks if b.level == 3]
    assert headings == ["Lainaukset", "Ryhmien tasapaino", "Kieli", "Muut huomautukset"]


def test_it_says_whose_voice_is_missing(
    summary: Draft, findings: Findings, coverage: Coverage
) -> None:
    text = text_of(compose_report(summary, (), findings=findings, coverage=coverage, rejected=3))
    assert "satunnaisesti valitut osallistujien omat merkinnät" in text.casefold()
    assert "0,88" in text
    assert "0,91" in text
    assert "heikommin" in text
    assert "Ryhmä: Nuoret | 6 | 5 | 0,80" in text
    assert "Pienet ryhmät yhteensä | 7 | 0 | 0,90" in text
    assert "Lyhyet merkinnät (1–5 sanaa) | 13" in text
    assert "Hylättyjä kappaleita: 3." in text


def test_notes_that_are_cited_are_not_called_unheard(
    summary: Draft, findings: Findings, coverage: Coverage
) -> None:
    listed = {source.ref for source in summary.sources}
    blocks = compose_report(summary, (), findings=findings, coverage=coverage)
    items = [block_text(b, refs={}, language="fi") for b in blocks if b.kind is BlockKind.ITEM]
    left = {note.ref for note in findings.notes[:20]}
    refs = [item.partition(":")[0] for item in items]
    assert refs
    assert set(refs) <= left - listed
    assert refs == sorted(refs)


def test_without_a_measurement_it_says_so(summary: Draft, findings: Findings) -> None:
    assert "kattavuutta ei ole mitattu" in text_of(compose_report(summary, (), findings=findings))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_in_the_language_of_the_draft(language: str, coverage: Coverage) -> None:
    findings = make_findings()
    draft = compose_draft(findings, workshop=WORKSHOP, language=language)
    gates = tuple(remark(draft, "warning", gate=f"G{n}") for n in range(1, 10))
    blocks = compose_report(draft, gates, findings=findings, coverage=coverage)
    assert "{" not in text_of(blocks, language)
    assert len({block.id for block in blocks}) == len(blocks)
    assert all(block.id.startswith(f"{REPORT}/") for block in blocks)
    if language == "fi":
        own = [b for b in blocks if b.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}]
        assert [said for block in own for said in lint(block, language="fi")] == []


@pytest.mark.parametrize(
    ("share", "errors", "said", "unsaid"),
    [
        (0, 0, "Ihmiset eivät ole vielä tarkastaneet", "virhe"),
        (0.5, 0, "Osasta kappaleita", "koneen tekemä"),
        (1, 0, "päättäneet jokaisesta kappaleesta", "eivät ole vielä"),
        (1, 1, "Luonnoksessa on yksi avoin virhe", "eivät ole vielä"),
        (0, 3, "Luonnoksessa on 3 avointa virhettä", "yksi"),
    ],
)
def test_a_working_copy_says_how_far_people_have_come(
    summary: Draft, share: float, errors: int, said: str, unsaid: str
) -> None:
    ids = [block.id for block in summary.blocks if block.needs_decision]
    decided = frozenset(ids[: int(share * len(ids))])
    gates = [*[remark(summary, "error")] * errors, remark(summary, "warning")]
    words = face_words(summary, gates, decided=decided)
    assert said in words
    assert unsaid not in words


def test_sentences_that_tell_of_the_material(summary: Draft) -> None:
    told = telling_sentences(summary.blocks)
    assert list(told) == sorted(set(told))
    assert "Puheluun pitää vastata saman päivän aikana." in told
    assert not any("Osallistujat valikoituivat itse" in sentence for sentence in told)
    assert not any(sentence.startswith(("83", "alle 5")) for sentence in told)
    assert telling_sentences(reversed(summary.blocks)) == told
