"""Script text and formulas in every field of every format: text coming in, text going out."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from tests.importers.exports import to_csv, to_docx, to_xlsx, to_zip
from tests.publishing.hostile import paragraph
from toolkit import publishing, store, workflow
from toolkit.apps.screens import SCREENS
from toolkit.apps.server import WORKSHOPS
from toolkit.apps.session import Session
from toolkit.domain import Block, Document, Note, SourceNote, Statement, Theme, Workshop
from toolkit.publishing import collect_data, publish, render_csv, render_xlsx
from toolkit.workflow.looking import look_at_waiting
from toolkit.workflow.waiting import keep_waiting

SCRIPT = "<script>document.title='murrettu'</script><img src=x onerror=alert(1)>"
FORMULA = "=cmd|' /C calc'!A0"
BOTH = f"{FORMULA} {SCRIPT}"
ESCAPED = BOTH.replace("<", "&lt;")
"""As Padlet, whose cells are HTML, writes such words when somebody types them."""


def padlet_rows() -> list[list[str]]:
    header = ["Subject", "Body", "Section", "Author", BOTH]
    return [header, [ESCAPED, ESCAPED, ESCAPED, BOTH, BOTH], ["", "@SUM(1)", "-2+3", "", BOTH]]


def board() -> str:
    post = {
        "type": "post",
        "id": BOTH,
        "attributes": {
            "content": {"subject": ESCAPED, "bodyHtml": ESCAPED},
            "customFields": [{"key": BOTH, "value": BOTH}],
        },
        "relationships": {"section": {"data": {"id": "s", "type": "section"}}},
    }
    section = {"type": "section", "id": "s", "attributes": {"title": ESCAPED}}
    data = {"type": "board", "attributes": {"title": BOTH}}
    return json.dumps({"data": data, "included": [section, post]})


def word(document: Any) -> None:
    document.core_properties.title = document.core_properties.author = BOTH
    document.add_heading(f"Pöytä 1: {BOTH}", 1)
    document.add_paragraph(f"{BOTH}?")
    document.add_paragraph(BOTH, style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("Kysymys", "Vastaus", f"{BOTH}?", f"{BOTH} taulukossa")):
        table.cell(place // 2, place % 2).text = text


def excel(book: Any) -> None:
    sheet = book.active
    sheet.title = "=1+1 <script>"
    sheet.append(["Ryhmä", "Kysymys", "Vastaus", BOTH])
    sheet.append([BOTH, BOTH, BOTH, BOTH])
    for cell in sheet[2]:
        cell.data_type = "s"
    sheet.append(["", "", FORMULA, ""])


POLIS = {
    "summary.csv": f"topic,{BOTH}\nurl,https://x.example/{SCRIPT}\n",
    "comments.csv": to_csv(
        [["timestamp", "comment-id", "author-id", "agrees", "moderated", "comment-body"],
         [1, 0, 0, 2, 1, BOTH], [1, 1, 0, 1, 1, "+1"]]
    ),
    "votes.csv": to_csv(
        [["timestamp", "comment-id", "voter-id", "vote"], [1, 0, 0, 1], [1, 0, 1, 1], [1, 1, 0, 1],
         [1, 1, 1, -1]]
    ),
}  # fmt: skip
MARKDOWN = (
    f"# {BOTH}\n\n## Summary\n- **Builder:** {BOTH}\n\n---\n\n## {BOTH}\n\n"
    f"### 1. {ESCAPED}\n**Author:** {BOTH}\n\n**{BOTH[:60]}:** x\n\n{ESCAPED}\n\n"
    f"#### Comments (1)\n- {BOTH}\n"
)
FILES: dict[str, bytes] = {
    "padlet-csv": to_csv(padlet_rows()).encode(),
    "padlet-zip": to_zip({f"{FORMULA[:4]}<b>.csv": to_csv(padlet_rows()), "=x.png": "x"}),
    "padlet-markdown": MARKDOWN.encode(),
    "padlet-json": board().encode(),
    "polis": to_zip(POLIS),
    "notes-docx": to_docx(word),
    "notes-xlsx": to_xlsx(excel),
    "notes-csv": to_csv(
        [["Ryhmä", "Kysymys", "Vastaus", BOTH], [BOTH] * 4], delimiter=";"
    ).encode(),
    "notes-text": f"Pöytä 1: {SCRIPT}\n{FORMULA} {SCRIPT}?\n- {BOTH}\n- {FORMULA}\n".encode(),
}


@pytest.fixture(params=FILES)
def brought(request: pytest.FixtureRequest, workshop: Workshop, tmp_path: Path) -> Workshop:
    """A workshop into which such a file has been imported."""
    path = tmp_path / "=1+1 <img src=x onerror=alert(1)>"
    path.write_bytes(FILES[request.param])
    (receipt,) = workflow.import_exports(workshop, [path], actor=BOTH)
    assert receipt.format == request.param
    return workshop


def items(workshop: Workshop) -> list[Note]:
    notes, votes = workflow.read_exports(workshop)
    return [*notes, *(votes.statements if votes else ())]


def fields(note: Note) -> list[str]:
    return [note.text, note.prompt, note.group, note.place, note.ref, note.id]


def document(notes: list[Note]) -> Document:
    """Quote every field of every note, and name the notes as sources."""
    texts = [text for note in notes for text in fields(note) if text]
    blocks: list[Block] = [paragraph(f"p{number}", text) for number, text in enumerate(texts)]
    sources = tuple(SourceNote(note_id=n.id, ref=n.ref, text=n.text, where=n.place) for n in notes)
    return Document(
        type="koe", language="fi", title=BOTH, blocks=tuple(blocks), sources=sources,
        accepted_by=(BOTH,),
    )  # fmt: skip


def test_nothing_runs_and_nothing_is_a_formula(brought: Workshop, tmp_path: Path) -> None:
    notes = items(brought)
    assert any("<script>" in note.text or "onerror" in note.text for note in notes)

    check_html(publish(document(notes), tmp_path / "sivu.html"), notes)
    check_word(publish(document(notes), tmp_path / "lausuma.docx"), notes)
    check_tables(brought, notes)


def check_html(path: Path, notes: list[Note]) -> None:
    page = html.fromstring(path.read_text(encoding="utf-8"))
    assert not page.xpath("//script | //link | //img | //iframe | //object | //@onerror | //@src")
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    words = " ".join(page.text_content().split())
    assert all(" ".join(note.text.split()) in words for note in notes)


def check_word(path: Path, notes: list[Note]) -> None:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: etree.fromstring(archive.read(name)) for name in names if "xml" in name[-5:]}
    body = parts["word/document.xml"]
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert not list(body.iter(f"{w}object", f"{w}altChunk", f"{w}script"))
    codes = [code.text or "" for code in body.iter(f"{w}instrText")]
    assert not any("cmd" in code or "DDE" in code for code in codes)
    words = "".join(body.itertext(f"{w}t"))
    assert all(note.text in words for note in notes)


def check_tables(workshop: Workshop, notes: list[Note]) -> None:
    plain = [note for note in notes if not isinstance(note, Statement)]
    theme = Theme(id="t-1", label=FORMULA, note_ids=tuple(note.id for note in plain))
    data = collect_data(
        language="fi",
        is_draft=False,
        sources=workflow.load_state(workshop).sources,
        notes=plain,
        themes=[theme] if plain else [],
        blocks=document(notes).blocks,
        statements=[note for note in notes if isinstance(note, Statement)],
    )
    tables = [
        render_csv(data),
        publishing.table_as_csv([fields(note) for note in notes]),
    ]
    for table in tables:
        rows = csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";")
        cells = [cell for row in rows for cell in row]
        assert not any(cell.lstrip()[:1] in {"=", "+", "-", "@"} for cell in cells if cell.strip())
    book = load_workbook(io.BytesIO(render_xlsx(data)))
    written = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in written}
    assert all(not cell.hyperlink for cell in written)


@pytest.mark.parametrize("name", FILES)
def test_the_page_gets_the_words_as_they_are_and_not_as_markup(
    name: str, workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WORKSHOPS, str(tmp_path))
    path = tmp_path / "=1+1 <img src=x onerror=alert(1)>"
    path.write_bytes(FILES[name])
    waiting, _known = keep_waiting(workshop, path)
    look = look_at_waiting(workshop, waiting)
    session = Session(SCREENS["tuonti"])

    answer = session.answer({"op": "open", "id": 1, "args": {"query": "?tyopaja=ilta"}})

    (file,) = json.loads(json.dumps(answer[0]))["view"]["waiting"]
    assert file["name"] == "=1+1 <img src=x onerror=alert(1)>"
    assert [note["text"] for note in file["preview"]] == [one.text for one in look.preview]
    assert any("<script>" in note["text"] for note in file["preview"])
    assert "&lt;" not in json.dumps(file["preview"])


def test_names_of_files_and_members_never_become_paths(brought: Workshop) -> None:
    root = Path(brought.folder)
    (source,) = workflow.load_state(brought).sources

    kept = (root / source.file).resolve()

    assert kept.is_relative_to((root / "exports").resolve())
    assert store.digest(kept) == source.sha256
    names = {path.name for path in root.rglob("*")}
    assert not any("<" in name or "=" in name for name in names if name != kept.name)
