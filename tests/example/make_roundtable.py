"""Write the round-table notes of the invented example workshop as a Word file.

Run ``python tests/example/make_roundtable.py [FILE]``. The same TOML gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.document import Document

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "roundtable.toml"
TARGET = HERE.parents[1] / "workshops/esimerkki/exports/poytakeskustelut.docx"
WRITTEN = dt.datetime(2026, 10, 6, 17, 15, tzinfo=dt.UTC)


def add_answers(document: Document, answers: dict[str, Any]) -> None:
    """Add a Word table: one head row, then one row for each question and its answer."""
    grid = document.add_table(rows=1, cols=2, style="Table Grid")
    for cell, head in zip(grid.rows[0].cells, answers["columns"], strict=True):
        cell.text = head
        cell.paragraphs[0].runs[0].bold = True
    for row in answers["rows"]:
        cells = grid.add_row().cells
        cells[0].text = row["question"]
        cells[1].text = row["text"]


def build_document(content: dict[str, Any]) -> Document:
    """Return the Word document: title, date, then a heading with questions for each table."""
    document = docx.Document()
    document.add_paragraph(content["title"], style="Title")
    document.add_paragraph(content["date"])
    for table in content["table"]:
        document.add_heading(table["heading"], level=1)
        for question in table["question"]:
            document.add_paragraph().add_run(question["text"]).bold = True
            for note in question["notes"]:
                document.add_paragraph(note["text"], style="List Bullet")
        if "answers" in table:
            add_answers(document, table["answers"])
    properties = document.core_properties
    properties.title = content["title"]
    properties.author = "Järvilaakson hyvinvointialue"
    properties.last_modified_by = properties.author
    properties.language = "fi-FI"
    properties.comments = ""
    properties.created = properties.modified = WRITTEN
    properties.revision = 1
    return document


def pack_document(document: Document) -> bytes:
    """Return the file's bytes, packed anew with fixed member dates so that they never change."""
    loose, tight = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(tight, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, date_time=WRITTEN.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            member.create_system = 3
            new.writestr(member, old.read(name))
    return tight.getvalue()


def main(arguments: list[str]) -> None:
    """Read the TOML beside this script and write the Word file."""
    target = Path(arguments[0]) if arguments else TARGET
    content = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pack_document(build_document(content)))


if __name__ == "__main__":
    main(sys.argv[1:])
