"""What the tool would write otherwise now is a tracked change: to accept or to reject."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from toolkit.domain import Block, BlockKind, Comment, Document, Draft
from toolkit.paragraphs import block_text, bookmark_name
from toolkit.publishing import publish, publish_working_copy
from toolkit.publishing.page import printable
from toolkit.publishing.word_changes import AUTHOR, add_change

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MINE = "Kotihoidosta kirjoitettiin 9 merkintää [T1-014]. Näin pöydässä sanottiin."
OFFER = "Kotihoidosta kirjoitettiin 11 merkintää [T1-014]. Näin pöydässä usein sanottiin."
COUNT = "teemat/t-koti/maara"


def read(paragraph: etree._Element, *, accept: bool) -> str:
    """Read a paragraph as it is when all changes are accepted or rejected."""
    left_out = f"{W}del" if accept else f"{W}ins"
    return "".join(
        node.text or ""
        for node in paragraph.iter(f"{W}t", f"{W}delText")
        if not any(parent.tag == left_out for parent in node.iterancestors())
    )


def table_text(table: etree._Element, *, accept: bool) -> str:
    gone = f"{W}del" if accept else f"{W}ins"
    rows = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{gone}") is None]
    return "\n".join(
        " | ".join(read(cell, accept=accept) for cell in row.iter(f"{W}tc")) for row in rows
    )


@pytest.fixture(scope="module")
def table(draft: Draft) -> Block:
    return next(block for block in draft.blocks if block.kind is BlockKind.TABLE)


@pytest.fixture(scope="module")
def offered(draft: Draft, table: Block) -> str:
    """The table with a changed cell, a row less and a new row."""
    refs = {source.note_id: source.ref for source in draft.sources}
    header, first, _second, *rest = block_text(table, refs=refs).split("\n")
    return "\n".join([header, f"{first} heistä", "Uusi väite | – | 3 | 4", *rest])


@pytest.fixture(scope="module")
def working_copy(
    draft: Draft, table: Block, offered: str, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    refs = {source.note_id: source.ref for source in draft.sources}
    return publish_working_copy(
        draft,
        tmp_path_factory.mktemp("word") / "luonnos.docx",
        comments=[
            Comment(
                block_id=COUNT,
                text="Onko näin?",
                author="Eero Ek",
                made_at=dt.datetime(2026, 10, 20, 9, 30, tzinfo=dt.UTC),
            )
        ],
        changes={COUNT: (MINE, OFFER), table.id: (block_text(table, refs=refs), offered)},
    )


@pytest.fixture(scope="module")
def body(working_copy: Path) -> etree._Element:
    with zipfile.ZipFile(working_copy) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def marked(body: etree._Element, block_id: str) -> etree._Element:
    (mark,) = body.iterfind(f".//{W}bookmarkStart[@{W}name='{bookmark_name(block_id)}']")
    return mark.getparent()


def test_accepting_gives_the_offer_and_rejecting_the_persons_words(body: etree._Element) -> None:
    paragraph = marked(body, COUNT)

    assert read(paragraph, accept=False) == MINE
    assert read(paragraph, accept=True) == OFFER


def test_a_table_changes_by_cell_and_by_row(
    draft: Draft, table: Block, offered: str, body: etree._Element
) -> None:
    refs = {source.note_id: source.ref for source in draft.sources}
    shown = marked(body, table.id).getnext()

    assert table_text(shown, accept=False) == block_text(table, refs=refs)
    assert table_text(shown, accept=True) == offered


def test_every_change_is_the_tools_and_has_a_number_of_its_own(body: etree._Element) -> None:
    changes = [*body.iter(f"{W}ins"), *body.iter(f"{W}del")]

    assert {change.get(f"{W}author") for change in changes} == {AUTHOR}
    assert len({change.get(f"{W}id") for change in changes}) == len(changes) > 4


def test_what_stays_the_same_keeps_its_links(body: etree._Element) -> None:
    changed = marked(body, COUNT)

    assert [link.find(f".//{W}t").text for link in changed.iter(f"{W}hyperlink")] == ["T1-014"]
    assert [node.text for node in changed.iter(f"{W}delText")] == ["9"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_file_and_sees_both_words(working_copy: Path, tmp_path: Path) -> None:
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(working_copy)]
    subprocess.run(command, check=True, capture_output=True)

    text = (tmp_path / "luonnos.fodt").read_text(encoding="utf-8")
    assert text.count(f"<dc:creator>{AUTHOR}</dc:creator>") > 4
    assert "<text:insertion>" in text
    assert "<text:deletion>" in text


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_can_be_offered_for_any_others(before: str, after: str) -> None:
    paragraph = docx.Document().add_paragraph()
    add_change(
        paragraph,
        before,
        after,
        numbers=iter(range(1000)),
        add_plain=lambda text: paragraph.add_run().add_text(text) and None,
    )

    shown = [read(paragraph._p, accept=accept).split() for accept in (False, True)]
    plain = [printable(text).split() for text in (before, after)]
    assert shown == plain


CODE = """
import datetime as dt, hashlib, pathlib, sys
from tests.material import WORKSHOP, make_findings
from toolkit.domain import Comment
from toolkit.drafting import compose_draft
from toolkit.publishing import publish_working_copy
draft = compose_draft(make_findings(), workshop=WORKSHOP)
remark = Comment(block_id="teemat/t-koti/maara", text="Onko?", author="Eero",
    made_at=dt.datetime(2026, 10, 20, tzinfo=dt.UTC))
path = publish_working_copy(draft, pathlib.Path(sys.argv[1]), comments=[remark],
    changes={"teemat/t-koti/maara": ("yksi kaksi kolme", "yksi neljä kolme")})
print(hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_the_same_draft_is_the_same_file_in_another_process(tmp_path: Path) -> None:
    digests = set()
    for number in range(2):
        command = [sys.executable, "-c", CODE, str(tmp_path / f"{number}.docx")]
        root = Path(__file__).parents[2]
        digests.add(subprocess.check_output(command, text=True, cwd=root))

    assert len(digests) == 1


def test_a_file_does_not_say_when_it_was_written(document: Document, tmp_path: Path) -> None:
    path = publish(document, tmp_path / "yhteenveto.docx")

    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        times = re.findall(rb"<dcterms:[^>]*>([^<]*)<", archive.read("docProps/core.xml"))
    assert set(times) <= {b"1980-01-01T00:00:00Z"}


def test_a_remark_keeps_the_time_it_was_made(working_copy: Path) -> None:
    (remark,) = docx.Document(str(working_copy)).comments

    assert remark.timestamp == dt.datetime(2026, 10, 20, 9, 30, tzinfo=dt.UTC)
