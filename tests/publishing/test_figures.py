"""Figures: honest bars, the same numbers in words, and nothing in a note that draws."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree, html

from tests.publishing.hostile import TEXTS, figure, hostile_document, number
from toolkit.domain import Block, BlockKind, Decision, Document, Draft, Review, TableRow, Unit
from toolkit.paragraphs import revised_blocks
from toolkit.publishing import publish
from toolkit.publishing.bars import draw_bars
from toolkit.publishing.page import make_page

SVG = "{http://www.w3.org/2000/svg}"
PAGE = make_page(hostile_document())


def drawn(block: Block) -> etree._Element:
    return etree.fromstring(draw_bars(block, PAGE).encode())


def lengths(block: Block) -> list[float]:
    return [float(bar.get("width")) for bar in drawn(block).iter(f"{SVG}rect")]


def lines(block: Block) -> list[str]:
    return [line.text for line in drawn(block).iter(f"{SVG}text")]


def test_bars_are_as_long_as_their_numbers() -> None:
    longest, half, none = lengths(figure("A", "B", "C", numbers=(14, 7, 0)))

    assert half == pytest.approx(longest / 2, abs=0.1)
    assert none <= 1
    assert lines(figure("A", "B", numbers=(14, 7))) == ["A", "14 kpl", "B", "7 kpl"]


def test_percentages_are_drawn_out_of_a_hundred() -> None:
    def shares(*values: int) -> Block:
        cells = [((), (number(value, Unit.PERCENT), number(40, Unit.VOTE))) for value in values]
        rows = tuple(TableRow(id=f"r{place}", cells=pair) for place, pair in enumerate(cells))
        return replace(figure("A", numbers=(1,)), rows=rows)

    assert lengths(shares(80, 40))[1] == lengths(shares(40, 20))[0]


def test_what_is_counted_in_another_unit_is_told_and_not_drawn() -> None:
    shares, few = (number(80, Unit.PERCENT),), (number(40, Unit.VOTE),)
    rows = (TableRow(id="r", cells=((), shares, few)),)
    block = replace(figure("A", numbers=(1,)), header=("Väite", "Ryhmä A", "Ryhmä B"), rows=rows)

    assert len(lengths(block)) == 1
    assert lines(block)[1:] == ["Ryhmä A: 80 kpl", "Ryhmä B: 40 kpl"]


def test_labels_are_text_and_stay_inside_the_picture() -> None:
    block = figure(*TEXTS, "x" * 200, numbers=(7, 6, 5, 4, 3, 2, 1))

    assert {child.tag for child in drawn(block).iter()} == {
        f"{SVG}{t}" for t in ("svg", "rect", "text")
    }
    assert max(len(line) for line in lines(block)) <= 60
    assert "".join("".join(lines(block)).split()).count("x" * 200) == 1


def test_the_page_names_the_picture_and_gives_its_numbers(tmp_path: Path) -> None:
    path = publish(hostile_document(), tmp_path / "kuva.html")
    page = html.document_fromstring(path.read_text(encoding="utf-8"))

    [picture] = page.xpath("//figure/*[@role='img']")
    assert picture.get("aria-label") == TEXTS[0]
    assert picture.xpath(".//*[local-name()='svg']")
    assert page.xpath("//figcaption")[0].text_content() == "Merkinnät teemoittain"
    table = page.xpath("//table")[-1]
    assert table.findtext("caption") == "Kuvan luvut: Merkinnät teemoittain"
    assert [cell.text_content() for cell in table.xpath(".//td")] == [
        f"{n} kpl" for n in range(6, 0, -1)
    ]


def test_the_word_file_has_the_picture_its_text_and_its_numbers(tmp_path: Path) -> None:
    path = publish(hostile_document(), tmp_path / "kuva.docx")

    word = docx.Document(str(path))
    [shape] = word.inline_shapes
    assert shape._inline.docPr.get("descr") == TEXTS[0]
    rows = [[cell.text for cell in row.cells] for row in word.tables[-1].rows]
    assert rows == [["Teema", "Merkintöjä"], *([t, f"{6 - n} kpl"] for n, t in enumerate(TEXTS))]
    with zipfile.ZipFile(path) as archive:
        [name] = [name for name in archive.namelist() if name.startswith("word/media")]
        assert archive.read(name).startswith(b"\x89PNG")


def test_the_same_figure_is_the_same_picture(document: Document) -> None:
    [block] = [block for block in document.blocks if block.kind is BlockKind.FIGURE]

    assert draw_bars(block, make_page(document)) == draw_bars(block, make_page(document))


def test_numbers_that_a_person_changed_are_not_described_by_the_machine(
    draft: Draft, document: Document, tmp_path: Path
) -> None:
    [block] = [block for block in draft.blocks if block.kind is BlockKind.FIGURE]
    text = "Teema | Merkintöjä\nYhteydenotto ja neuvonta [T1-001] | 12\n"
    text += "Kotihoito arjessa [T1-014] | 11"
    edit = Review(block_id=block.id, decision=Decision.EDIT, text=text, author="Aino", made_at=None)
    [edited] = [b for b in revised_blocks(draft, [edit]) if b.kind is BlockKind.FIGURE]
    path = publish(replace(document, blocks=(edited,)), tmp_path / "kuva.html")
    page = html.document_fromstring(path.read_text(encoding="utf-8"))

    assert page.xpath("//*[@role='img']/@aria-label") == [block.caption]
    assert len(lengths(edited)) == 1  # nobody counted the twelve
    assert "12" in lines(edited)
