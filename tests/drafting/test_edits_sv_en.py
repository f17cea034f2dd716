"""The same promises in Swedish and English: false edits never pass, honest ones do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.drafting.edits import Desk, Edit
from tests.material import WORKSHOP
from toolkit.domain import Findings
from toolkit.drafting import compose_draft

THEME = "teemat/t-yhteys/maara"
UNITING = "ryhmat/polis:k-1/uniting"
DIVIDING = "erot/polis:k-3/dividing"
VOTES = "tilaisuus/tilaisuus/aanet"

FALSE = (
    ("sv", THEME, "Till temat ”Kotihoito arjessa” hör 13 anteckningar [T1-001]."),
    ("sv", THEME, "Majoriteten av anteckningarna hör till temat [T1-001]."),
    ("sv", THEME, "Deltagarna var enhälliga [T1-001]."),
    ("sv", THEME, "Alla deltagare önskade samtal [T1-001]."),
    ("sv", THEME, "Temat har fjorton anteckningar [T1-001]."),
    ("sv", THEME, "Varannan deltagare önskade samtal [T1-001]."),
    (
        "sv",
        UNITING,
        "I omröstningen instämde 88 procent i grupp A och 93 procent i grupp B [P1-v1].",
    ),
    (
        "sv",
        UNITING,
        "Av dem som bedömde påståendet tog 93 procent i grupp A avstånd från det [P1-v1].",
    ),
    ("sv", UNITING, "93 procent i grupp A instämde inte [P1-v1]."),
    ("sv", DIVIDING, "De flesta i grupp B instämde [P1-v3]."),
    ("en", THEME, "The theme “Kotihoito arjessa” has 13 notes [T1-001]."),
    ("en", THEME, "Most participants wished for calls [T1-001]."),
    ("en", THEME, "A majority of notes are in this theme [T1-001]."),
    ("en", THEME, "Everybody agreed [T1-001]."),
    ("en", THEME, "The theme has fourteen notes [T1-001]."),
    ("en", UNITING, "88 per cent in group A and 93 per cent in group B agreed [P1-v1]."),
    ("en", UNITING, "93 per cent in group A disagreed [P1-v1]."),
    ("en", UNITING, "93 per cent in group A did not agree [P1-v1]."),
)
HONEST = (
    ("sv", THEME, "Temat ”Yhteydenotto ja neuvonta” har 13 anteckningar (34 procent) [T1-001]."),
    ("sv", THEME, "Ungefär en tredjedel av anteckningarna (34 %) hör till temat [T1-001]."),
    ("sv", THEME, "Temat omfattar tretton anteckningar [T1-001]."),
    ("sv", UNITING, "I grupp A instämde 93 procent och i grupp B 88 procent [P1-v1]."),
    ("sv", UNITING, "93 procent i grupp A och 88 procent i grupp B instämde i påståendet [P1-v1]."),
    ("sv", UNITING, "De flesta instämde i båda grupperna [P1-v1]."),
    ("sv", VOTES, "I omröstningen deltog 74 personer, och de gav 505 röster."),
    ("en", THEME, "The theme has thirteen notes [T1-001]."),
    ("en", THEME, "About a third of the notes (34 %) are in this theme [T1-001]."),
    ("en", UNITING, "In group A 93 per cent agreed and in group B 88 per cent [P1-v1]."),
    ("en", UNITING, "A majority of every opinion group agreed [P1-v1]."),
    ("en", VOTES, "74 people cast 505 votes."),
)


@pytest.fixture
def errors(
    findings: Findings, answer: Callable[[str], int]
) -> Callable[[str, str, str], list[str]]:
    def of_edit(language: str, block_id: str, text: str) -> list[str]:
        draft = compose_draft(findings, workshop=WORKSHOP, language=language)
        remarks = Desk(draft, findings, answer).remarks(Edit("by hand", block_id, text))
        return [remark.message for remark in remarks if remark.level == "error"]

    return of_edit


@pytest.mark.parametrize(("language", "block_id", "text"), FALSE)
def test_false_edits_do_not_pass(
    errors: Callable[[str, str, str], list[str]], language: str, block_id: str, text: str
) -> None:
    assert errors(language, block_id, text)


@pytest.mark.parametrize(("language", "block_id", "text"), HONEST)
def test_honest_edits_pass(
    errors: Callable[[str, str, str], list[str]], language: str, block_id: str, text: str
) -> None:
    assert errors(language, block_id, text) == []
