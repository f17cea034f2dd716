"""What a reader of the PDF was promised."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.publishing.hostile import TEXTS, figure, hostile_document, paragraph
from tests.publishing.pdf_checker import check_pdf
from toolkit.domain import BlockKind, Document, Draft
from toolkit.publishing import count_pages, pdf, publish, publish_working_copy
from toolkit.publishing.page import make_page, make_working_page


@pytest.fixture(scope="module")
def published(document: Document, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return PdfReader(publish(document, tmp_path_factory.mktemp("pdf") / "yhteenveto.pdf"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return PdfReader(publish(hostile_document(), tmp_path_factory.mktemp("pdf") / "outo.pdf"))


def words(reader: PdfReader) -> str:
    return squeezed(" ".join(page.extract_text() for page in reader.pages))


def squeezed(text: str) -> str:
    # Where lines break is for the paper to decide.
    return "".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())


def links(reader: PdfReader) -> list[object]:
    return [
        entry.get_object()
        for page in reader.pages
        for entry in page.get("/Annots", ())
        if entry.get_object()["/Subtype"] == "/Link"
    ]


def test_the_same_document_is_the_same_file(document: Document, tmp_path: Path) -> None:
    first, second = (publish(document, tmp_path / f"{name}.pdf") for name in "ab")

    assert first.read_bytes() == second.read_bytes()


def test_title_organiser_pages_and_contents(document: Document, published: PdfReader) -> None:
    assert published.metadata.title == document.title
    assert published.metadata.author == "Kuusivaaran hyvinvointialue"
    n = len(published.pages)
    for place, page in enumerate(published.pages, 1):
        assert f"Sivu {place} ({n})" in page.extract_text()
        assert "LUONNOS" not in page.extract_text()
    assert "Sisällys" in published.pages[0].extract_text()
    assert squeezed("Tekstin hyväksyneet: Aino Ahti") in words(published)


def test_every_word_of_every_block_is_there(document: Document, published: PdfReader) -> None:
    text = words(published)
    runs = [run for block in document.blocks for run in block.runs if hasattr(run, "text")]
    assert len(runs) > 100
    assert [run.text for run in runs if squeezed(run.text) not in text] == []
    assert [entry.ref for entry in document.sources if squeezed(entry.text) not in text] == []


def test_citations_lead_to_the_source_appendix(document: Document, published: PdfReader) -> None:
    cited = sum(
        len(run.note_ids)
        for block in document.blocks
        for runs in (block.runs, *(cell for row in block.rows for cell in row.cells))
        for run in runs
        if run.kind == "cite"
    )
    assert cited > 50
    assert len(links(published)) >= cited
    assert all("/Dest" in link or link["/A"]["/S"] == "/GoTo" for link in links(published))


def test_a_working_copy_says_luonnos_on_every_page(draft: Draft, tmp_path: Path) -> None:
    reader = PdfReader(publish_working_copy(draft, tmp_path / "luonnos.pdf"))

    assert len(reader.pages) > 3
    top = squeezed("Kuusivaaran hyvinvointialue · LUONNOS")  # the sign across the page is another
    assert all(top in squeezed(page.extract_text()) for page in reader.pages)
    assert squeezed("Tämä on koneen tekemä luonnos.") in words(reader)


def test_words_of_a_model_are_marked_while_they_wait(draft: Draft, tmp_path: Path) -> None:
    first = next(block for block in draft.blocks if block.needs_decision)
    by_model = replace(
        draft,
        blocks=tuple(replace(b, origin="model:Kone-7") if b is first else b for b in draft.blocks),
    )
    path = publish_working_copy(by_model, tmp_path / "luonnos.pdf")

    assert words(PdfReader(path)).count("Kone-7") == 1
    assert check_pdf(path.read_bytes(), profile="ua1") == []


def test_text_from_notes_is_text(hostile: PdfReader) -> None:
    text = words(hostile)
    for place, wanted in enumerate(TEXTS[:5]):
        # A paragraph, an item, a figure, its table, a table with two columns of them …
        assert text.count(squeezed(wanted)) >= 4, place
    assert hostile.metadata.title == TEXTS[1]
    assert "ПриветΕλλάδα" in text


def test_a_reference_leads_to_its_block_while_it_is_there(hostile: PdfReader) -> None:
    assert squeezed("Katso luku 1 ja luku 9") in words(hostile)
    assert len(links(hostile)) == 2  # the citation and the reference that has a block


SIGNS = {
    "Hyvä 👍🏽!": "Hyvä[merkki:thumbsupsign]!",
    "Perhe 👨\u200d👩\u200d👧": "Perhe[merkki:man][merkki:woman][merkki:girl]",
    "Sydän ❤\ufe0f": "Sydän[merkki:heavyblackheart]",
    "oma \ue000": "oma[merkki:u+e000]",
    "a\x00b\x07c\x1bd\x85e": "abcde",
    "a\u2028b\u3000c": "abc",
    "\u202eYlösalaisin\u2066 loppu": "Ylösalaisinloppu",
    "e\u0301 a\u0308": "éä",
}


@pytest.mark.parametrize("text", SIGNS, ids=ascii)
def test_a_sign_that_the_font_lacks_is_named(document: Document, tmp_path: Path, text: str) -> None:
    odd = replace(document, blocks=(paragraph("p", text), figure(text, numbers=(1,))))
    path = publish(odd, tmp_path / "outo.pdf")

    assert words(PdfReader(path)).count(SIGNS[text]) >= 3  # the text, the picture, its numbers
    assert check_pdf(path.read_bytes(), profile="ua1") == []


def test_no_word_runs_off_the_paper(document: Document, tmp_path: Path) -> None:
    long = "x" * 200
    odd = replace(document, blocks=(paragraph("p", long), figure(long, numbers=(1,))))
    reader = PdfReader(publish(odd, tmp_path / "pitka.pdf"))

    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    assert words(reader).count(long) >= 2
    assert max(line.count("x") for line in lines) < 110


@settings(max_examples=15)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_at_all_makes_an_accessible_file(text: str) -> None:
    made = pdf.render(make_page(replace(hostile_document(), blocks=(paragraph("p", text),))))

    assert check_pdf(made, profile="ua1") == []


def brief(n: int) -> Document:
    words = "Asukkaat toivoivat yhtä palautekanavaa, johon vastataan kuukauden kuluessa. " * 3
    blocks = tuple(paragraph(f"p{i}", words, kind=BlockKind.ITEM) for i in range(n))
    return replace(hostile_document(), type="paattajan-tiivistelma", blocks=blocks)


def test_pages_are_counted_without_the_source_appendix(tmp_path: Path) -> None:
    path = publish(brief(15), tmp_path / "tiivistelma.pdf")

    assert count_pages(brief(15)) == 1
    assert len(PdfReader(path).pages) == 2  # the sources begin a page of their own
    assert count_pages(brief(60)) > 1
    assert count_pages(replace(brief(15), type="koe")) == 2  # only a brief is set tight


def test_pages_of_a_draft_are_counted_too(draft: Draft, document: Document) -> None:
    assert 1 < count_pages(document) == count_pages(draft)


def test_the_warning_of_a_working_copy_takes_no_room_from_the_pages(draft: Draft) -> None:
    full = next(n for n in range(10, 60) if count_pages(brief(n)) > 1) - 1
    as_draft = replace(draft, type="paattajan-tiivistelma", blocks=brief(full).blocks)

    assert count_pages(as_draft) == 1
    assert pdf.count_body_pages(make_working_page(as_draft)) == 2
