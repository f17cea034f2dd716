"""A working copy ends with an annex and says of itself what it is told to, in every format."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from lxml import html

from toolkit.domain import Block, BlockKind, Draft, TableRow, TextRun
from toolkit.publishing import publish_working_copy

TEXT = (TextRun(text="Ei <b>mitään</b> lisättävää."),)
ANNEX = (
    Block(id="x/otsikko", kind=BlockKind.HEADING, level=1, runs=(TextRun(text="Liite"),)),
    Block(id="x/sanat", kind=BlockKind.PARAGRAPH, runs=TEXT),
    Block(
        id="x/taulu",
        kind=BlockKind.TABLE,
        caption="Taulu",
        header=("A", "B"),
        rows=(TableRow(id="1", cells=(TEXT, TEXT)),),
    ),
)
FACE = "Tämän ovat ihmiset lukeneet."


def words(path: Path) -> str:
    if path.suffix == ".html":
        text: str = html.document_fromstring(path.read_text(encoding="utf-8")).text_content()
        return text
    word = docx.Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_working_copy_with_an_annex(draft: Draft, tmp_path: Path, suffix: str) -> None:
    path = publish_working_copy(draft, tmp_path / f"luonnos{suffix}", annex=ANNEX, face=FACE)
    text = words(path)
    assert text.count("Ei <b>mitään</b> lisättävää.") == 3
    assert text.index(draft.title) < text.index("Ei <b>mitään</b> lisättävää.")
    assert FACE in text
    assert "koneen tekemä luonnos" not in text
