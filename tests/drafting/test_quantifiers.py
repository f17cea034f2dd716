"""Words that claim how large a part are what the share beside them supports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from toolkit.domain import Block, BlockKind, CiteRun, Draft, Findings, NumberRun, TextRun, Unit
from toolkit.drafting import source_notes, verify_draft
from toolkit.drafting.shares import find_quantifiers

CITE = CiteRun(note_ids=("padlet:0002",))
QUERY = "percent(notes,theme=t-yhteys)"  # 34


@pytest.fixture
def levels(
    findings: Findings, answer: Callable[[str], int]
) -> Callable[[Block, str], tuple[str, ...]]:
    def of_block(block: Block, language: str = "fi") -> tuple[str, ...]:
        draft = Draft(
            type="t",
            language=language,
            title="T",
            blocks=(block,),
            sources=source_notes(findings),
        )
        gates = verify_draft(draft, findings=findings, answer=answer)
        return tuple(gate.level for gate in gates if gate.gate == "G4")

    return of_block


def block(*runs: object, is_finding: bool = True, origin: str = "human") -> Block:
    return Block(
        id="s/x", kind=BlockKind.PARAGRAPH, runs=runs, is_finding=is_finding, origin=origin
    )


@pytest.mark.parametrize(
    ("words", "language", "fits"),
    [
        ("Noin kolmannes merkinnöistä", "fi", True),
        ("Vähemmistö merkinnöistä", "fi", True),
        ("Enemmistö merkinnöistä", "fi", False),
        ("Lähes kaikki merkinnät", "fi", False),
        ("Suurin osa merkinnöistä", "fi", False),
        ("Valtaosa merkinnöistä", "fi", False),
        ("Noin puolet merkinnöistä", "fi", False),
        ("Neljännes merkinnöistä", "fi", False),
        ("Harvat merkinnät", "fi", False),
        ("Kaksi kolmasosaa merkinnöistä", "fi", False),
        ("Joka kolmas merkintä", "fi", True),
        ("Kaikki merkinnät", "fi", False),
        ("En tredjedel av anteckningarna", "sv", True),
        ("Hälften av anteckningarna", "sv", False),
        ("De flesta anteckningar", "sv", False),
        ("Nästan alla anteckningar", "sv", False),
        ("About a third of the notes", "en", True),
        ("More than half of the notes", "en", False),
        ("A majority of notes", "en", False),
    ],
)
def test_a_word_is_held_against_the_share(
    levels: Callable[[Block, str], tuple[str, ...]], words: str, language: str, *, fits: bool
) -> None:
    share = NumberRun(value=34, unit=Unit.PERCENT, query=QUERY, text="34\u00a0%")
    runs = (TextRun(text=f"{words} ("), share, TextRun(text=") "), CITE)
    assert levels(block(*runs), language) == (() if fits else ("error",))


@pytest.mark.parametrize(
    ("text", "is_finding", "expected"),
    [
        pytest.param("Valtaosa toivoi iltoja ", True, ("error",), id="finding"),
        pytest.param("Valtaosa toivoi iltoja ", False, ("warning",), id="no finding"),
        pytest.param("Asiasta oltiin yksimielisiä ", False, ("error",), id="unanimity"),
        pytest.param("Kaikki osallistujat toivoivat iltoja ", False, ("error",), id="everybody"),
        pytest.param("Deltagarna var enhälliga ", False, ("error",), id="Swedish"),
        pytest.param("The participants agreed unanimously ", False, ("error",), id="English"),
        pytest.param("Kaikki eivät olleet samaa mieltä ", True, (), id="denied"),
        pytest.param("Asialla on hyvät puolet ", True, (), id="no share"),
        pytest.param("Moni toivoi iltoja ", True, (), id="many claims no share"),
    ],
)
@pytest.mark.parametrize("origin", ["human", "template"])
def test_a_word_without_support(
    levels: Callable[[Block], tuple[str, ...]],
    text: str,
    expected: tuple[str, ...],
    origin: str,
    *,
    is_finding: bool,
) -> None:
    written = block(TextRun(text=text), CITE, is_finding=is_finding)
    assert levels(replace(written, origin=origin)) == expected


def test_words_in_quotes_claim_nothing() -> None:
    assert list(find_quantifiers("Eräs sanoi: ”Kaikki osallistujat olivat vihaisia”.")) == []
