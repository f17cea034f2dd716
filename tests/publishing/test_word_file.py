"""What a reader of the Word file was promised."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from toolkit.domain import Block, BlockKind, Comment, Decision, Document, Draft, Review, TextRun
from toolkit.paragraphs import bookmark_name
from toolkit.publishing import publish, publish_working_copy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = dt.datetime(2026, 10, 20, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def published(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(document, tmp_path_factory.mktemp("word") / "yhteenveto.docx")


@pytest.fixture(scope="module")
def working_copy(draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_working_copy(draft, tmp_path_factory.mktemp("word") / "luonnos.docx")


def part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def header(path: Path) -> str:
    section = docx.Document(str(path)).sections[0]
    return "".join(text.text or "" for text in section.header._element.iter(qn("w:t")))


def whole_text(path: Path) -> str:
    return "".join(text.text or "" for text in part(path, "word/document.xml").iter(f"{W}t"))


def test_the_title_the_language_and_the_organiser_are_told_to_the_machine(published: Path) -> None:
    word = docx.Document(str(published))
    assert word.core_properties.title == "Työpajan yhteenveto – Ikäihmisten palvelut Kuusivaarassa"
    assert word.core_properties.language == "fi-FI"
    assert word.core_properties.author == "Kuusivaaran hyvinvointialue"
    languages = {e.get(f"{W}val") for e in part(published, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"fi-FI"}
    assert word.paragraphs[0].style.name == "Title"


def test_every_citation_leads_to_its_note(document: Document, published: Path) -> None:
    root = part(published, "word/document.xml")
    bookmarks = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    links = list(root.iter(f"{W}hyperlink"))
    assert len(links) > 50
    assert {link.get(f"{W}anchor") for link in links} <= bookmarks
    words = {source.ref: source.text for source in document.sources}
    for link in links:
        ref = "".join(link.itertext())
        assert link.get(f"{W}tooltip") == words[ref] or len(words[ref]) > 250
    text = whole_text(published)
    assert all(source.ref in text and source.text in text for source in document.sources)


def test_every_block_has_a_bookmark_that_word_takes(document: Document, published: Path) -> None:
    root = part(published, "word/document.xml")
    marks = list(root.iter(f"{W}bookmarkStart"))
    names = [mark.get(f"{W}name") for mark in marks]
    assert len(names) == len(set(names)) == len({mark.get(f"{W}id") for mark in marks})
    assert all(re.fullmatch(r"[A-Za-z0-9_]{1,40}", name) for name in names)
    assert {bookmark_name(block.id) for block in document.blocks} <= set(names)


def test_headings_lists_and_tables_are_real_ones(document: Document, published: Path) -> None:
    word = docx.Document(str(published))
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles.count("Heading 2") == sum(block.level == 2 for block in document.blocks)
    assert styles.count("List Bullet") == sum(b.kind is BlockKind.ITEM for b in document.blocks)
    assert styles.count("Aineistolainaus") == sum("/lainaus-" in b.id for b in document.blocks)
    table = word.tables[-1]
    rows = table._tbl.findall(qn("w:tr"))
    assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    caption = table._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption.get(qn("w:val")) == "Samaa mieltä olleiden osuus mielipideryhmittäin"


def test_a_published_document_says_who_accepted_it_and_is_no_draft(published: Path) -> None:
    assert "Tekstin hyväksyneet: Aino Ahti" in whole_text(published)
    assert "LUONNOS" not in whole_text(published) + header(published)
    assert header(published).startswith("Kuusivaaran hyvinvointialue · Hyväksytty")


def test_a_working_copy_says_luonnos_on_every_page(working_copy: Path) -> None:
    assert "LUONNOS" in header(working_copy)
    assert "LUONNOS. Tämä on koneen tekemä luonnos." in whole_text(working_copy)
    fields = part(working_copy, "word/header1.xml").iter(f"{W}fldSimple")
    assert [field.get(f"{W}instr").strip() for field in fields] == ["PAGE", "NUMPAGES"]
    assert len(docx.Document(str(working_copy)).sections) == 1


def test_text_from_notes_is_text(published: Path) -> None:
    text = whole_text(published)
    assert "<script>alert('moi')</script>" in text
    assert '=1+1 & "lainaus" <b>ei lihavoi</b>' in text
    root = part(published, "word/document.xml")
    assert not [run for run in root.iter(f"{W}instrText") if "1+1" in (run.text or "")]


def test_signs_that_a_file_cannot_hold_are_left_out(document: Document, tmp_path: Path) -> None:
    odd = Block(id="outo", kind=BlockKind.PARAGRAPH, runs=(TextRun(text="a\x00b\x0bc\ufffe"),))
    for suffix in (".docx", ".html"):
        publish(replace(document, blocks=(odd,), title="T\x01"), tmp_path / f"odd{suffix}")
    assert "abc" in whole_text(tmp_path / "odd.docx")


def test_a_working_copy_shows_edits_and_remarks_so_far(draft: Draft, tmp_path: Path) -> None:
    waiting = [block for block in draft.blocks if block.needs_decision]
    table = next(block for block in draft.blocks if block.kind is BlockKind.TABLE)
    path = publish_working_copy(
        draft,
        tmp_path / "luonnos.docx",
        reviews=[
            Review(
                block_id=waiting[0].id,
                decision=Decision.EDIT,
                text="Toisin sanoen [T1-001].",
                author="Aino",
                made_at=NOW,
            ),
            Review(block_id=waiting[1].id, decision=Decision.REJECT, author="Aino", made_at=NOW),
        ],
        comments=[
            Comment(block_id=waiting[0].id, text="Hyvä!", author="Eero Ek", made_at=NOW),
            Comment(block_id=table.id, text="Onko n oikein?", author="Eero Ek", made_at=NOW),
        ],
    )
    word = docx.Document(str(path))
    assert "Toisin sanoen [T1-001]." in whole_text(path)
    assert "yhdisti eniten" not in whole_text(path)
    assert [(c.text, c.author, c.initials) for c in word.comments] == [
        ("Hyvä!", "Eero Ek", "EE"),
        ("Onko n oikein?", "Eero Ek", "EE"),
    ]
