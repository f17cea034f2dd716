"""The organisation's own Word template: its looks, our text."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.publishing.word_checker import check_word
from toolkit.domain import BlockKind, Document, Draft
from toolkit.errors import Unpublishable
from toolkit.publishing import publish, publish_working_copy
from toolkit.publishing.bars import as_png
from toolkit.publishing.word_template import TEMPLATE

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
DROPPED = ("Title", "List Bullet", "Caption", "Heading 3", "Table Grid")


def make_template(path: Path, *, has_lists: bool = True) -> Path:
    """Make a template with a logo, ids in Finnish, some styles missing, and text of its own."""
    word = docx.Document()
    word.styles["Normal"].font.name = "Georgia"
    heading = word.styles["Heading 1"]
    heading.font.size = Pt(21)
    heading.element.set(qn("w:styleId"), "Otsikko1")
    for name in DROPPED:
        style = word.styles[name].element
        style.getparent().remove(style)
    if not has_lists:
        [key] = [key for key, rel in word.part.rels.items() if rel.reltype.endswith("/numbering")]
        del word.part.rels[key]
    section = word.sections[0]
    section.left_margin = Pt(100)
    section.header.paragraphs[0].add_run("Kuusivaaran logo").add_picture(BytesIO(as_png(LOGO)))
    word.add_paragraph("Kirjoita tähän otsikko")
    word.add_section()  # its header is the one before
    word.add_paragraph("Kirjoita tähän teksti")
    path.parent.mkdir(exist_ok=True)
    word.save(str(path))
    return path


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = make_template(tmp_path / "pohja" / "pohja.docx")
    monkeypatch.setenv(TEMPLATE, str(path))
    return path


def change_part(path: Path, to: Path, name: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(to, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            target.writestr(entry, data.replace(old, new) if entry.filename == name else data)


def texts(word: docx.document.Document) -> str:
    return "\n".join(paragraph.text for paragraph in word.paragraphs)


def test_the_look_is_the_template_s_and_the_text_is_ours(
    template: Path, document: Document, tmp_path: Path
) -> None:
    path = publish(document, tmp_path / "yhteenveto.docx")
    word = docx.Document(str(path))

    first = next(p for p in word.paragraphs if p.style.name == "Heading 1")
    assert (first.style.style_id, first.style.font.size) == ("Otsikko1", Pt(21))
    assert word.styles["Normal"].font.name == "Georgia"
    assert word.sections[0].left_margin == Pt(100)
    assert "Kirjoita tähän" not in texts(word)
    assert word.core_properties.title == document.title
    assert check_word(path, language="fi-FI") == []


@pytest.mark.parametrize("has_lists", [True, False])
def test_styles_that_the_template_lacks_are_added(
    template: Path, document: Document, tmp_path: Path, has_lists: bool
) -> None:
    make_template(template, has_lists=has_lists)
    word = docx.Document(str(publish(document, tmp_path / "yhteenveto.docx")))

    items = [p for p in word.paragraphs if p.style.name == "List Bullet"]
    assert len(items) == sum(block.kind is BlockKind.ITEM for block in document.blocks)
    number = items[0].style.element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = word.part.numbering_part.element
    assert number in numbering.xpath("w:num/@w:numId")
    names = [style.name for style in word.styles]
    assert set(DROPPED) <= set(names)
    assert len(names) == len(set(names))
    ids = {style.style_id for style in word.styles}
    added = [word.styles[name].element for name in DROPPED]
    assert not [fonts for style in added for fonts in style.iter(qn("w:rFonts"))]
    assert {r.get(qn("w:val")) for style in added for r in style.iter(qn("w:basedOn"))} <= ids


def test_the_logo_stays_and_a_draft_says_so_under_it(
    template: Path, draft: Draft, tmp_path: Path
) -> None:
    word = docx.Document(str(publish_working_copy(draft, tmp_path / "luonnos.docx")))
    header = word.sections[0].header

    assert len(word.sections) == 1
    assert len(list(header._element.iter(qn("w:drawing")))) == 1
    assert header.paragraphs[0].text == "Kuusivaaran logo"
    assert header.paragraphs[1].text.startswith("LUONNOS · Sivu ")


def test_every_header_says_luonnos_and_pages_are_numbered_once(
    template: Path, draft: Draft, tmp_path: Path
) -> None:
    word = docx.Document(str(template))
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Etusivun logo"
    footer = section.footer.paragraphs[0]._p
    footer.append(footer.makeelement(qn("w:fldSimple"), {qn("w:instr"): " PAGE "}))
    word.save(str(template))

    made = docx.Document(str(publish_working_copy(draft, tmp_path / "luonnos.docx")))
    section = made.sections[0]
    assert section.first_page_header.paragraphs[0].text == "Etusivun logo"
    for header in (section.header, section.first_page_header):
        assert header.paragraphs[-1].text == "LUONNOS"


def test_a_dotx_is_a_template_too(
    template: Path, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dotx = tmp_path / "pohja.dotx"
    old, new = b"document.main+xml", b"template.main+xml"
    change_part(template, dotx, "[Content_Types].xml", old, new)
    monkeypatch.setenv(TEMPLATE, str(dotx))

    word = docx.Document(str(publish(document, tmp_path / "yhteenveto.docx")))
    assert word.styles["Heading 1"].font.size == Pt(21)


def test_macros_are_refused(
    template: Path, document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docm = tmp_path / "pohja.docm"
    old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    new = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    change_part(template, docm, "[Content_Types].xml", old, new)
    monkeypatch.setenv(TEMPLATE, str(docm))

    with pytest.raises(Unpublishable, match=r"holds macros.*pohja\.docm"):
        publish(document, tmp_path / "yhteenveto.docx")


def encrypt(data: bytes) -> bytes:
    """Mark every file of a ZIP as encrypted."""
    marked, place = bytearray(data), -1
    while (place := marked.find(b"PK\x01\x02", place + 1)) >= 0:
        marked[place + 8] |= 1
    return bytes(marked)


@pytest.mark.parametrize("damage", ["cut", "gone", "encrypted", "bent"])
def test_a_damaged_template_is_named(
    template: Path, document: Document, tmp_path: Path, damage: str
) -> None:
    whole = template.read_bytes()
    if damage == "encrypted":
        template.write_bytes(encrypt(whole))
    elif damage == "bent":
        place = whole.index(b"word/document.xml") + 60
        template.write_bytes(whole[:place] + b"\xff\xff\xff" + whole[place + 3 :])
    else:
        copy = tmp_path / "ehjä.docx"
        copy.write_bytes(whole)
        part, old = {"cut": ("word/document.xml", b"</w:body>"), "gone": ("_rels/.rels", b"/offi")}[
            damage
        ]
        change_part(copy, template, part, old, b"")

    with pytest.raises(Unpublishable, match=r"pohja\.docx.*OSALLISUUS_TEMPLATE"):
        publish(document, tmp_path / "yhteenveto.docx")


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7", "zip"])
def test_what_is_no_word_file_is_named(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | str | None
) -> None:
    path = tmp_path / "pohja.docx"
    if content == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "a")
    elif content is not None:
        path.write_bytes(content)
    monkeypatch.setenv(TEMPLATE, str(path))

    with pytest.raises(Unpublishable, match=r"pohja\.docx.*OSALLISUUS_TEMPLATE"):
        publish(document, tmp_path / "yhteenveto.docx")
