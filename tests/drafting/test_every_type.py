"""Every document type in every language, of material as it should not be."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby

import pytest

from tests.drafting.stakeholders import many_notes, notes_of
from tests.material import WORKSHOP, make_groups, make_notes
from toolkit.domain import BlockKind, Findings, Note, Theme
from toolkit.drafting import compose_draft, load_outline, outline_names, verify_draft
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_text

FORBIDDEN = re.compile(
    r"merkitsevä|\basukkaista\b|\bväestöstä\b|virhemarginaali|signifikant|felmarginal"
    r"|significant difference|significance|margin of error|None|\bnan\b",
    re.IGNORECASE,
)


@cache
def material(name: str) -> Findings:
    notes, themes = make_notes()
    if name == "one note":
        note = Note(id="n1", text="Jono on aivan liian pitkä.", ref="T1-001")
        return collect_findings([note], [Theme(id="t-jono", label="Jono", note_ids=("n1",))])
    if name == "one group":
        alike = tuple(replace(note, group="Nuoret") for note in notes)
        return collect_findings(alike, themes, make_groups())
    if name == "no groups":
        return collect_findings([replace(note, group="") for note in notes], themes, make_groups())
    if name == "no proposals":
        return notes_of({"t-a": {"Nuoret": 2, "Vanhemmat": 6}}, kinds=False)
    if name == "no themes":
        return collect_findings(notes, [Theme(id="muut", label="Muut", note_ids=(notes[0].id,))])
    if name == "a handful voted":
        return collect_findings(notes, themes, make_groups(sizes=(3, 1)))
    if name == "2 000 notes":
        return many_notes(2000)
    return {
        "no votes": collect_findings(notes, themes),
        "no notes": collect_findings((), (), make_groups()),
        "nothing": Findings(items=(), notes=(), themes=()),
    }[name]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("outline", outline_names())
@pytest.mark.parametrize(
    "name",
    [
        "no votes",
        "no notes",
        "nothing",
        "one note",
        "one group",
        "no groups",
        "no proposals",
        "no themes",
        "a handful voted",
        "2 000 notes",
    ],
)
def test_whatever_the_material_the_document_is_whole_and_true(
    name: str, outline: str, language: str
) -> None:
    found = material(name)
    draft = compose_draft(found, outline=outline, workshop=WORKSHOP, language=language)

    gates = verify_draft(
        draft,
        findings=found,
        answer=lambda query: answer_query(query, found),
        max_pages=load_outline(outline).max_pages,
    )
    # A short document does not cite every group, and says so.
    assert [gate for gate in gates if gate.gate != "G7"] == []
    refs = {source.note_id: source.ref for source in draft.sources}
    for section, blocks in groupby(draft.blocks, lambda block: block.id.partition("/")[0]):
        kinds = [block.kind for block in blocks]
        assert kinds[0] is BlockKind.HEADING, section
        assert kinds[-1] is not BlockKind.HEADING, section
    for block in draft.blocks:
        text = block_text(block, refs=refs, language=language)
        assert text.strip(), block.id
        quoted = re.sub("[”“][^”“]*”", "”–”", text)
        assert not re.search(r"[{}]|  | [.,:;)]|\.\.|,,|\(\)|\[\]|: ?$(?!\n)", quoted[:-1])
        assert not FORBIDDEN.search(quoted), quoted
    assert len({block.id for block in draft.blocks}) == len(draft.blocks)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("outline", outline_names())
def test_whatever_is_known_of_the_workshop_finds_its_place(outline: str, language: str) -> None:
    known = replace(
        WORKSHOP,
        phenomenon="Illat ovat pitkiä.",
        goal="Bussi kulkee myöhempään.",
        case_number="HVA/12/2026",
        stakeholder_groups=("Vanhusneuvosto",),
        author="Maija Lehto",
        contact="Kysy kirjaamosta.",
    )

    draft = compose_draft(material("no votes"), outline=outline, workshop=known, language=language)

    assert {"HVA/12/2026", "Maija Lehto"} <= set(draft.meta.values())


def test_columns_of_a_board_are_not_called_questions() -> None:
    notes, themes = make_notes()
    columns = [replace(note, prompt="Harrastukset") for note in notes]

    draft = compose_draft(
        collect_findings(columns, themes), workshop=replace(WORKSHOP, questions=())
    )

    refs = {source.note_id: source.ref for source in draft.sources}
    texts = [block_text(block, refs=refs, language="fi") for block in draft.blocks]
    assert "Merkinnät on kirjattu näiden otsikoiden alle:" in texts
    assert "Tilaisuudessa kysyttiin:" not in texts
